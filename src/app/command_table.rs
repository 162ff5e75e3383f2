//! The one table of commands without a target: menu, palette, shortcuts, help and README are read from it.

use super::chord::{Chord, Key};
use super::workspace::Workspace;

/// Menu under which a command stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Menu {
    Case,
    Edit,
    View,
    Lanes,
    Time,
    Help,
}

impl Menu {
    /// All, from left to right.
    pub const ALL: [Self; 6] = [Self::Case, Self::Edit, Self::View, Self::Lanes, Self::Time, Self::Help];

    /// Message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Case => "menu-case",
            Self::Edit => "menu-edit",
            Self::View => "menu-view",
            Self::Lanes => "menu-lanes",
            Self::Time => "menu-time",
            Self::Help => "menu-help",
        }
    }
}

macro_rules! commands {
    ($($name:ident, $key:literal, $menu:ident, [$($chord:expr),* $(,)?];)*) => {
        /// A command without a target. Name and help are the message `command-…` and its attribute `.help`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "the message files say what each does, in two languages")]
        pub enum UiCommand { $($name),* }

        impl UiCommand {
            /// All, in the order of the menus and the palette.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Message key of its name; the attribute `.help` says what it does.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => concat!("command-", $key)),* }
            }

            /// The menu in which it stands.
            pub const fn menu(self) -> Menu {
                match self { $(Self::$name => Menu::$menu),* }
            }

            /// Its shortcuts; the first is shown.
            pub const fn chords(self) -> &'static [Chord] {
                match self { $(Self::$name => const { &[$($chord),*] }),* }
            }
        }
    };
}

commands! {
    NewCase, "new-case", Case, [Chord::alt(Key::Letter('N'))];
    Open, "open", Case, [Chord::ctrl(Key::Letter('O'))];
    OpenByPath, "open-by-path", Case, [Chord::ctrl_shift(Key::Letter('O'))];
    ExampleFirst, "example-first", Case, [];
    ExampleSecond, "example-second", Case, [];
    Reload, "reload", Case, [Chord::plain(Key::Function(5))];
    Save, "save", Case, [Chord::ctrl(Key::Letter('S'))];
    SaveAs, "save-as", Case, [Chord::ctrl_shift(Key::Letter('S'))];
    Properties, "properties", Case, [Chord::ctrl(Key::Letter('E'))];
    Versions, "versions", Case, [];
    CompareWithFile, "compare-with-file", Case, [];
    Recovery, "recovery", Case, [];
    PictureOfNetwork, "picture-of-network", Case, [Chord::ctrl(Key::Letter('P'))];
    PictureOfTimeline, "picture-of-timeline", Case, [Chord::ctrl_shift(Key::Letter('P'))];
    Findings, "findings", Case, [Chord::plain(Key::Function(8))];
    Close, "close", Case, [Chord::ctrl(Key::Letter('W'))];
    Quit, "quit", Case, [Chord::ctrl(Key::Letter('Q'))];

    Undo, "undo", Edit, [Chord::ctrl(Key::Letter('Z'))];
    Redo, "redo", Edit, [Chord::ctrl(Key::Letter('Y')), Chord::ctrl_shift(Key::Letter('Z'))];
    History, "history", Edit, [Chord::ctrl_shift(Key::Letter('Y'))];
    NewEntity, "new-entity", Edit, [Chord::ctrl(Key::Letter('N'))];
    NewEvent, "new-event", Edit, [Chord::ctrl_shift(Key::Letter('N'))];
    NewLink, "new-link", Edit, [Chord::ctrl(Key::Letter('L'))];
    NewSource, "new-source", Edit, [Chord::ctrl_shift(Key::Letter('L'))];
    Duplicate, "duplicate", Edit, [Chord::ctrl(Key::Letter('D'))];
    Change, "change", Edit, [Chord::plain(Key::Function(2))];
    Delete, "delete", Edit, [Chord::plain(Key::Delete)];
    Merge, "merge", Edit, [Chord::ctrl(Key::Letter('M'))];
    Split, "split", Edit, [Chord::ctrl_shift(Key::Letter('M'))];
    Find, "find", Edit, [Chord::ctrl(Key::Letter('F'))];
    Palette, "palette", Edit, [Chord::ctrl(Key::Letter('K'))];
    SelectAll, "select-all", Edit, [Chord::ctrl(Key::Letter('A'))];
    SelectNone, "select-none", Edit, [Chord::ctrl_shift(Key::Letter('A'))];
    SelectNeighbours, "select-neighbours", Edit, [Chord::ctrl(Key::Letter('B'))];
    SelectPath, "select-path", Edit, [Chord::ctrl_shift(Key::Letter('B'))];
    InvertSelection, "invert-selection", Edit, [Chord::ctrl(Key::Letter('I'))];
    Copy, "copy", Edit, [Chord::ctrl(Key::Letter('C'))];
    Paste, "paste", Edit, [Chord::ctrl(Key::Letter('V'))];
    CopyName, "copy-name", Edit, [Chord::ctrl_shift(Key::Letter('C'))];
    Back, "back", Edit, [Chord::alt(Key::Left)];
    Forward, "forward", Edit, [Chord::alt(Key::Right)];

    FitAll, "fit-all", View, [Chord::ctrl(Key::Letter('0'))];
    FitSelection, "fit-selection", View, [Chord::ctrl(Key::Letter('9'))];
    ZoomIn, "zoom-in", View, [Chord::plain(Key::Plus)];
    ZoomOut, "zoom-out", View, [Chord::plain(Key::Minus)];
    ViewBack, "view-back", View, [Chord::plain(Key::Letter('B'))];
    ViewForward, "view-forward", View, [Chord::shift(Key::Letter('B'))];
    Hide, "hide", View, [Chord::ctrl(Key::Letter('H'))];
    ShowAll, "show-all", View, [Chord::ctrl_shift(Key::Letter('H'))];
    Pin, "pin", View, [Chord::plain(Key::Letter('P'))];
    UnpinAll, "unpin-all", View, [];
    NearOne, "near-one", View, [Chord::plain(Key::Letter('1'))];
    NearTwo, "near-two", View, [Chord::plain(Key::Letter('2'))];
    NearThree, "near-three", View, [Chord::plain(Key::Letter('3'))];
    NearOff, "near-off", View, [Chord::plain(Key::Letter('0'))];
    SelectNear, "select-near", View, [];
    ArrangeFree, "arrange-free", View, [Chord::alt(Key::Letter('1'))];
    ArrangeLayered, "arrange-layered", View, [Chord::alt(Key::Letter('2'))];
    ArrangeRadial, "arrange-radial", View, [Chord::alt(Key::Letter('3'))];
    ArrangeTime, "arrange-time", View, [Chord::alt(Key::Letter('4'))];
    ArrangeCountry, "arrange-country", View, [Chord::alt(Key::Letter('5'))];
    ArrangeKind, "arrange-kind", View, [Chord::alt(Key::Letter('6'))];
    Fold, "fold", View, [Chord::plain(Key::Letter('F'))];
    Unfold, "unfold", View, [Chord::shift(Key::Letter('F'))];
    FoldKinds, "fold-kinds", View, [];
    FoldCountries, "fold-countries", View, [];
    FoldCommunities, "fold-communities", View, [];
    UnfoldAll, "unfold-all", View, [];
    Looks, "looks", View, [];
    FoldEvents, "fold-events", View, [Chord::plain(Key::Letter('E'))];
    TextLarger, "text-larger", View, [Chord::ctrl(Key::Plus)];
    TextSmaller, "text-smaller", View, [Chord::ctrl(Key::Minus)];
    TextReset, "text-reset", View, [];
    ThemeLight, "theme-light", View, [];
    ThemeDark, "theme-dark", View, [];
    ThemeSystem, "theme-system", View, [];
    LanguageEnglish, "language-english", View, [];
    LanguageDutch, "language-dutch", View, [];
    ToggleOutline, "toggle-outline", View, [Chord::plain(Key::Function(3))];
    ToggleDetails, "toggle-details", View, [Chord::plain(Key::Function(4))];
    ToggleTable, "toggle-table", View, [Chord::plain(Key::Function(7))];
    ResetPanes, "reset-panes", View, [];
    NextPane, "next-pane", View, [Chord::plain(Key::Function(6))];
    FullScreen, "full-screen", View, [Chord::plain(Key::Function(11))];

    LanesByEntity, "lanes-by-entity", Lanes, [];
    LanesByKind, "lanes-by-kind", Lanes, [];
    LanesByInvestigation, "lanes-by-investigation", Lanes, [];
    LanesByTag, "lanes-by-tag", Lanes, [];
    LanesFirst, "lanes-first", Lanes, [];
    LanesName, "lanes-name", Lanes, [];
    LanesConnection, "lanes-connection", Lanes, [];
    LanePin, "lane-pin", Lanes, [];
    LaneUp, "lane-up", Lanes, [Chord::alt(Key::Up)];
    LaneDown, "lane-down", Lanes, [Chord::alt(Key::Down)];
    LanesReset, "lanes-reset", Lanes, [];
    GroupsFold, "groups-fold", Lanes, [];
    GroupsUnfold, "groups-unfold", Lanes, [];
    CountsSooner, "counts-sooner", Lanes, [];
    CountsLater, "counts-later", Lanes, [];

    ClockNext, "clock-next", Time, [Chord::plain(Key::Letter('C'))];
    ClockHappened, "clock-happened", Time, [];
    ClockKnown, "clock-known", Time, [];
    ClockPublished, "clock-published", Time, [];
    PlayPause, "play-pause", Time, [Chord::plain(Key::Space)];
    StepForward, "step-forward", Time, [Chord::ctrl(Key::Right)];
    StepBack, "step-back", Time, [Chord::ctrl(Key::Left)];
    Faster, "faster", Time, [Chord::shift(Key::Right)];
    Slower, "slower", Time, [Chord::shift(Key::Left)];
    StepLonger, "step-longer", Time, [];
    StepShorter, "step-shorter", Time, [];
    Loop, "loop", Time, [Chord::plain(Key::Letter('L'))];
    Backwards, "backwards", Time, [Chord::shift(Key::Space)];
    PlaySlide, "play-slide", Time, [Chord::shift(Key::Letter('M'))];
    PlayGrow, "play-grow", Time, [Chord::plain(Key::Letter('M'))];
    WindowFirst, "window-first", Time, [Chord::ctrl(Key::Home)];
    WindowLast, "window-last", Time, [Chord::ctrl(Key::End)];
    WindowOfSelection, "window-of-selection", Time, [Chord::plain(Key::Letter('W'))];
    WindowByText, "window-by-text", Time, [Chord::ctrl(Key::Letter('T'))];
    WindowStartEarlier, "window-start-earlier", Time, [Chord::alt_shift(Key::Left)];
    WindowStartLater, "window-start-later", Time, [Chord::alt_shift(Key::Right)];
    WindowEndEarlier, "window-end-earlier", Time, [Chord::ctrl_shift(Key::Left)];
    WindowEndLater, "window-end-later", Time, [Chord::ctrl_shift(Key::Right)];
    WindowTouches, "window-touches", Time, [Chord::shift(Key::Letter('I'))];
    WindowInside, "window-inside", Time, [Chord::plain(Key::Letter('I'))];
    WindowBack, "window-back", Time, [];
    WindowForward, "window-forward", Time, [];
    WindowOff, "window-off", Time, [];
    Cuts, "cuts", Time, [Chord::plain(Key::Letter('G'))];
    CutsAutomatic, "cuts-automatic", Time, [];
    CutsMonth, "cuts-month", Time, [];
    CutsQuarter, "cuts-quarter", Time, [];
    CutsYear, "cuts-year", Time, [];
    CutsFiveYears, "cuts-five-years", Time, [];
    ClocksUtc, "clocks-utc", Time, [Chord::plain(Key::Letter('U'))];

    Shortcuts, "shortcuts", Help, [Chord::plain(Key::Function(1))];
    About, "about", Help, [];
}

impl UiCommand {
    /// Whether it would do something now. Menus grey out the others; the palette leaves them out.
    pub fn available(self, workspace: &Workspace) -> bool {
        let document = workspace.document();
        let open = document.is_some();
        let selected = !workspace.selection().is_empty();
        let extent = workspace.derived().extent.filter(|_| open);
        match self {
            Self::NewCase
            | Self::Open
            | Self::OpenByPath
            | Self::ExampleFirst
            | Self::ExampleSecond
            | Self::Palette
            | Self::Quit
            | Self::TextLarger
            | Self::TextSmaller
            | Self::TextReset
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::ThemeSystem
            | Self::LanguageEnglish
            | Self::LanguageDutch
            | Self::FullScreen
            | Self::Shortcuts
            | Self::About => true,
            Self::Recovery => !workspace.left().is_empty(),
            Self::Reload | Self::Versions | Self::CompareWithFile => {
                document.is_some_and(|document| document.path().is_some())
            }
            Self::Undo => document.is_some_and(|document| document.undo_label().is_some()),
            Self::Redo => document.is_some_and(|document| document.redo_label().is_some()),
            Self::SelectNone
            | Self::SelectNeighbours
            | Self::Copy
            | Self::CopyName
            | Self::Change
            | Self::Duplicate
            | Self::Delete
            | Self::FitSelection
            | Self::Hide
            | Self::Pin
            | Self::WindowOfSelection => open && selected,
            Self::Fold => open && workspace.selection().len() > 1,
            Self::Unfold => {
                let folds = &workspace.derived().folds;
                open && workspace.selection().ids().iter().any(|id| folds.of(id).is_some())
            }
            Self::Merge => workspace.selected_entities().nth(1).is_some(),
            Self::Split => workspace.merged_lead().is_some(),
            Self::UnfoldAll => document.is_some_and(|document| !document.case().view().groups.is_empty()),
            Self::LanePin | Self::LaneUp | Self::LaneDown => workspace.selected_entities().next().is_some(),
            Self::LanesReset => document.is_some_and(|document| {
                let lanes = &document.case().view().lanes;
                !lanes.order.is_empty() || !lanes.pins.is_empty()
            }),
            Self::GroupsFold => document.is_some_and(|document| document.case().view().lanes.groups.is_some()),
            Self::GroupsUnfold => document.is_some_and(|document| !document.case().view().lanes.folds.is_empty()),
            Self::NearOne | Self::NearTwo | Self::NearThree => open && (selected || workspace.focus().is_some()),
            Self::NearOff | Self::SelectNear => workspace.focus().is_some(),
            Self::SelectPath => open && workspace.selection().len() == 2,
            Self::WindowOff => workspace.window().is_some(),
            Self::PlayPause
            | Self::StepForward
            | Self::StepBack
            | Self::WindowFirst
            | Self::WindowLast
            | Self::WindowStartEarlier
            | Self::WindowStartLater
            | Self::WindowEndEarlier
            | Self::WindowEndLater => extent.is_some(),
            Self::Faster | Self::Slower => open && workspace.playback().next_speed(self == Self::Faster).is_some(),
            Self::StepLonger | Self::StepShorter => extent.is_some_and(|extent| {
                workspace.playback().length(extent).neighbour(self == Self::StepLonger).is_some()
            }),
            Self::ShowAll => document.is_some_and(|document| {
                let view = document.case().view();
                !(view.hidden.is_empty() && view.hidden_kinds.is_empty() && view.hidden_strengths.is_empty())
            }),
            Self::UnpinAll => document.is_some_and(|document| {
                let view = document.case().view();
                !view.pins.is_empty() || view.groups.iter().any(|group| group.at.is_some())
            }),
            Self::Back => workspace.can_go_back(),
            Self::Forward => workspace.can_go_forward(),
            _ => open,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::locale::{Language, Words};

    #[test]
    fn no_two_commands_share_a_shortcut() {
        let mut taken: HashMap<Chord, UiCommand> = HashMap::new();
        for command in UiCommand::ALL {
            for chord in command.chords() {
                let before = taken.insert(*chord, *command);
                assert_eq!(before, None, "{chord} is taken twice, the second time by {command:?}");
            }
        }
    }

    #[test]
    fn every_command_has_a_name_and_a_help_text_in_both_languages() {
        for language in Language::ALL {
            let words = Words::new(language);
            for command in UiCommand::ALL {
                for key in [command.key().to_owned(), format!("{}.help", command.key())] {
                    assert!(words.try_with(&key, &[]).is_some(), "{key} in {language:?}");
                }
            }
        }
    }
}
