//! What each command without a target does.

use std::collections::BTreeSet;

use super::{
    Command, Effect, Id, Language, Modal, Notice, Pending, Select, Strip, ThemeChoice, UiCommand, ViewRequest,
    Workspace,
};
use crate::analysis::{adjacency::Adjacency, paths};
use crate::app::command_table::Menu;
use crate::app::effect::Picture;
use crate::app::examples::Example;
use crate::app::focus::Focus;
use crate::app::form::FormOf;
use crate::app::history::Label;
use crate::app::playback::{Ends, Mode};
use crate::app::safety::Comparing;
use crate::layout::timeline::CutThreshold;
use crate::locale::Clocks;
use crate::model::dates::Clock;
use crate::model::edit::Edit;
use crate::model::time::{Span, Stamp, WindowRule};
use crate::scene::network::form::Arrangement;

impl Workspace {
    pub(super) fn run(&mut self, command: UiCommand, effects: &mut Vec<Effect>) {
        if !command.available(self) {
            return;
        }
        match command.menu() {
            Menu::Case => self.run_case(command, effects),
            Menu::Edit => self.run_edit(command, effects),
            Menu::View => self.run_view(command, effects),
            Menu::Lanes => self.run_lanes(command, effects),
            Menu::Time => self.run_time(command, effects),
            Menu::Help => match command {
                UiCommand::Shortcuts => self.modal = Some(Modal::Shortcuts),
                _ => self.modal = Some(Modal::About),
            },
        }
    }

    fn run_case(&mut self, command: UiCommand, effects: &mut Vec<Effect>) {
        match command {
            UiCommand::NewCase => self.guard(Pending::New, effects),
            UiCommand::Versions => self.list_versions(effects),
            UiCommand::CompareWithFile => self.compare_with_file(Comparing::OnDisk, effects),
            UiCommand::Properties => self.modal = Some(Modal::Properties),
            UiCommand::Recovery => self.modal = Some(Modal::Recovery),
            UiCommand::Open => {
                effects.push(Effect::PickOpen);
            }
            UiCommand::OpenByPath => self.modal = Some(Modal::OpenByPath),
            UiCommand::ExampleFirst => {
                let example = Example::LemontArgus(self.words.language());
                self.file_command(Command::OpenExample(example), effects);
            }
            UiCommand::ExampleSecond => self.file_command(Command::OpenExample(Example::CryptoPhones), effects),
            UiCommand::Reload => self.reload(effects),
            UiCommand::Save => self.save(effects),
            UiCommand::SaveAs => self.save_as(effects),
            UiCommand::PictureOfNetwork => self.pick_picture(Picture::Network, effects),
            UiCommand::PictureOfTimeline => self.pick_picture(Picture::Timeline, effects),
            UiCommand::Findings => self.modal = Some(Modal::Findings),
            UiCommand::Close => self.close(effects),
            _ => self.quit(effects),
        }
    }

    fn pick_picture(&mut self, picture: Picture, effects: &mut Vec<Effect>) {
        let stem = match self.document.as_ref().and_then(|document| document.path()?.file_stem()) {
            Some(stem) => stem.to_string_lossy().into_owned(),
            None => "rodedraad".to_owned(),
        };
        let view = match picture {
            Picture::Network => "network",
            Picture::Timeline => "timeline",
        };
        effects.push(Effect::PickPicture { picture, name: format!("{stem}-{view}.svg") });
    }

    fn run_edit(&mut self, command: UiCommand, effects: &mut Vec<Effect>) {
        match command {
            UiCommand::Undo => self.with_document(|document| {
                document.undo();
            }),
            UiCommand::Redo => self.with_document(|document| {
                document.redo();
            }),
            UiCommand::History => self.modal = Some(Modal::History),
            UiCommand::NewEntity => self.modal = Some(Modal::Form(FormOf::NewEntity)),
            UiCommand::NewEvent => self.new_event(),
            UiCommand::NewSource => self.modal = Some(Modal::Form(FormOf::NewSource)),
            UiCommand::NewLink => self.new_link(),
            UiCommand::Change => self.change_selection(),
            UiCommand::Duplicate => self.duplicate(),
            UiCommand::Delete => self.ask_to_delete(),
            UiCommand::Merge => self.ask_to_merge(),
            UiCommand::Split => self.split_lead(),
            UiCommand::Find => self.modal = Some(Modal::Palette(false)),
            UiCommand::Palette => self.modal = Some(Modal::Palette(true)),
            UiCommand::SelectAll => {
                let ids = self.visible_nodes();
                self.select(Select::Many(ids));
            }
            UiCommand::SelectNone => self.select(Select::Nothing),
            UiCommand::InvertSelection => {
                let ids = self.visible_nodes().into_iter().filter(|id| !self.selection.contains(id)).collect();
                self.select(Select::Many(ids));
            }
            UiCommand::SelectNeighbours => {
                let Some(case) = self.case() else { return };
                let graph = case.graph();
                let ids = (self.selection.ids().iter())
                    .flat_map(|id| graph.neighbours(id.as_str()))
                    .map(|neighbour| neighbour.id.clone())
                    .filter(|id| !self.derived.visibility.is_hidden(id))
                    .collect();
                self.select(Select::Add(ids));
            }
            UiCommand::SelectPath => self.select_path(),
            UiCommand::Copy => self.copy(effects),
            UiCommand::Paste => effects.push(Effect::AskClipboard),
            UiCommand::CopyName => {
                let names: Vec<_> = self.selection.ids().iter().map(|id| self.name_of(id)).collect();
                self.dispatch(Command::Copy(names.join("\n")), effects);
            }
            UiCommand::Back => {
                if let Some(selection) = self.past.pop() {
                    self.future.push(std::mem::replace(&mut self.selection, selection));
                }
            }
            _ => {
                if let Some(selection) = self.future.pop() {
                    self.past.push(std::mem::replace(&mut self.selection, selection));
                }
            }
        }
    }

    fn select_path(&mut self) {
        let Some(case) = self.case() else { return };
        let ends: Vec<Id> = self.selection.ids().iter().cloned().collect();
        let [from, to] = ends.as_slice() else { return };
        let adjacency = Adjacency::new(&case.graph().snapshot());
        match paths::shortest(&adjacency, from, to) {
            Some(path) => {
                let steps = path.len() - 1;
                self.select(Select::Many(path));
                self.notify(Notice::with("notice-path", "steps", steps.to_string()));
            }
            None => self.notify(Notice::new("notice-no-path")),
        }
    }

    /// Entities and events that are not hidden, in the order of the case.
    fn visible_nodes(&self) -> Vec<Id> {
        let Some(case) = self.case() else { return Vec::new() };
        (case.entities().iter().map(|entity| &entity.id))
            .chain(case.events().iter().map(|event| &event.id))
            .filter(|id| !self.derived.visibility.is_hidden(id))
            .cloned()
            .collect()
    }

    fn run_view(&mut self, command: UiCommand, effects: &mut Vec<Effect>) {
        let mut view = |request| effects.push(Effect::View(request));
        match command {
            UiCommand::FitAll => view(ViewRequest::FitAll),
            UiCommand::FitSelection => view(ViewRequest::FitSelection),
            UiCommand::ViewBack => view(ViewRequest::GoView(false)),
            UiCommand::ViewForward => view(ViewRequest::GoView(true)),
            UiCommand::ZoomIn => view(ViewRequest::ZoomIn),
            UiCommand::ZoomOut => view(ViewRequest::ZoomOut),
            UiCommand::ResetPanes => view(ViewRequest::ResetPanes),
            UiCommand::NextPane => view(ViewRequest::NextPane),
            UiCommand::ToggleOutline => view(ViewRequest::ToggleOutline),
            UiCommand::ToggleDetails => view(ViewRequest::ToggleDetails),
            UiCommand::ToggleTable => view(ViewRequest::ToggleTable),
            UiCommand::FullScreen => view(ViewRequest::FullScreen),
            UiCommand::TextLarger => self.settings.step_text(true),
            UiCommand::TextSmaller => self.settings.step_text(false),
            UiCommand::TextReset => self.settings.text_percent = 100,
            UiCommand::ThemeLight => self.set_theme(ThemeChoice::Light),
            UiCommand::ThemeDark => self.set_theme(ThemeChoice::Dark),
            UiCommand::ThemeSystem => self.set_theme(ThemeChoice::System),
            UiCommand::LanguageEnglish => self.set_language(Language::English),
            UiCommand::LanguageDutch => self.set_language(Language::Dutch),
            UiCommand::Hide => self.hide_selection(),
            UiCommand::ShowAll => self.show_all(),
            UiCommand::Pin if self.selection_is_pinned() => self.unpin_selection(),
            UiCommand::Pin => view(ViewRequest::PinSelection),
            UiCommand::UnpinAll => self.unpin_all(),
            UiCommand::ArrangeFree => self.arrange(&Arrangement::Free),
            UiCommand::ArrangeLayered => self.arrange(&Arrangement::Layered),
            UiCommand::ArrangeRadial => self.arrange(&Arrangement::Radial(self.middle())),
            UiCommand::ArrangeTime => self.arrange(&Arrangement::Time),
            UiCommand::ArrangeCountry => self.arrange(&Arrangement::Country),
            UiCommand::ArrangeKind => self.arrange(&Arrangement::Kind),
            UiCommand::Looks => self.modal = Some(Modal::Looks),
            UiCommand::Fold => self.fold_selection(),
            UiCommand::Unfold => self.unfold_selection(),
            UiCommand::FoldKinds => self.fold_kinds(),
            UiCommand::FoldCountries => self.fold_countries(),
            UiCommand::FoldCommunities => effects.push(Effect::FindCommunities(self.generation)),
            UiCommand::UnfoldAll => self.set_groups("edit-unfold-all", String::new(), Vec::new()),
            UiCommand::NearOne => self.look_near(1),
            UiCommand::NearTwo => self.look_near(2),
            UiCommand::NearThree => self.look_near(3),
            UiCommand::NearOff => self.focus = None,
            UiCommand::SelectNear => self.select_near(),
            _ => {
                let Some(case) = self.case() else { return };
                let fold = !case.view().fold_events;
                let label =
                    Label { key: if fold { "edit-fold-events" } else { "edit-unfold-events" }, name: String::new() };
                self.edit_all(&label, [Edit::FoldEvents { fold }]);
            }
        }
    }

    pub(super) fn edit_all(&mut self, label: &Label, edits: impl IntoIterator<Item = Edit>) {
        let Some(document) = &mut self.document else { return };
        document.begin(label.clone());
        let mut refused = None;
        for edit in edits {
            if let Err(error) = document.edit(label.clone(), &edit) {
                refused = Some(error);
            }
        }
        document.end();
        if let Some(error) = refused {
            self.notify(Notice::with("notice-edit-refused", "reason", error.to_string()));
        }
    }

    /// What a step over the selection is called: the one thing's name, or how many there are.
    pub(super) fn selection_name(&self) -> String {
        match (self.selection.len(), self.selection.lead()) {
            (1, Some(id)) => self.name_of(id),
            (count, _) => count.to_string(),
        }
    }

    fn hide_selection(&mut self) {
        let label = Label { key: "edit-hide", name: self.selection_name() };
        let edits: Vec<_> = self.selection.ids().iter().map(|id| Edit::Hide { id: id.clone(), hidden: true }).collect();
        self.edit_all(&label, edits);
        self.select(Select::Nothing);
    }

    fn show_all(&mut self) {
        let Some(case) = self.case() else { return };
        let view = case.view();
        let edits: Vec<_> = (view.hidden.iter().map(|id| Edit::Hide { id: id.clone(), hidden: false }))
            .chain(view.hidden_kinds.iter().map(|kind| Edit::HideKind { kind: kind.clone(), hidden: false }))
            .chain(
                view.hidden_strengths.iter().map(|strength| Edit::HideStrength { strength: *strength, hidden: false }),
            )
            .collect();
        self.edit_all(&Label { key: "edit-show-all", name: String::new() }, edits);
    }

    /// Chooses the layout of the network.
    fn arrange(&mut self, arrangement: &Arrangement) {
        if self.case().is_none_or(|case| Arrangement::of(case) == *arrangement) {
            return;
        }
        self.edit_all(&Label { key: "edit-layout", name: String::new() }, [Edit::Layout(arrangement.word())]);
    }

    /// What rings are to lie around: the selected thing, or the first end of a selected link.
    fn middle(&self) -> Option<Id> {
        let (case, id) = (self.case()?, self.selection.lead()?);
        match case.link(id.as_str()) {
            Some(link) => Some(link.from.clone()),
            None => (case.entity(id.as_str()).is_some() || case.event(id.as_str()).is_some()).then(|| id.clone()),
        }
    }

    /// Looks at what lies within so many steps of the selection, or of what was looked at before.
    fn look_near(&mut self, steps: u8) {
        let Some(case) = self.case() else { return };
        let around: Vec<Id> = match &self.focus {
            Some(focus) if self.selection.is_empty() => focus.around().to_vec(),
            _ => self.selection.ids().iter().cloned().collect(),
        };
        self.focus = Some(Focus::new(case, self.generation, &self.derived, around, steps));
    }

    fn select_near(&mut self) {
        let (Some(case), Some(focus)) = (self.case(), &self.focus) else { return };
        let hidden = &self.derived.visibility;
        let ids = focus.reach().nodes(case).filter(|id| !hidden.is_hidden(id)).cloned().collect();
        self.select(Select::Many(ids));
    }

    fn selection_is_pinned(&self) -> bool {
        let folds = &self.derived.folds;
        self.case().is_some_and(|case| {
            let view = case.view();
            let is_pinned = |id: &Id| match folds.of(id) {
                Some(_) => view.groups.iter().any(|group| group.id == *folds.node(id) && group.at.is_some()),
                None => view.pins.contains_key(id),
            };
            self.selection.ids().iter().all(is_pinned)
        })
    }

    /// Lets selected pinned nodes go. Pinning needs a place, so it is done by the network view.
    fn unpin_selection(&mut self) {
        let label = Label { key: "edit-unpin", name: self.selection_name() };
        let nodes: BTreeSet<&Id> = self.selection.ids().iter().map(|id| self.derived.folds.node(id)).collect();
        let edits: Vec<_> = nodes.into_iter().map(|id| Edit::Pin { id: id.clone(), at: None }).collect();
        self.edit_all(&label, edits);
    }

    fn unpin_all(&mut self) {
        let Some(case) = self.case() else { return };
        let groups = case.view().groups.iter().filter(|group| group.at.is_some()).map(|group| &group.id);
        let edits: Vec<_> =
            case.view().pins.keys().chain(groups).map(|id| Edit::Pin { id: id.clone(), at: None }).collect();
        self.edit_all(&Label { key: "edit-unpin-all", name: String::new() }, edits);
    }

    fn run_time(&mut self, command: UiCommand, effects: &mut Vec<Effect>) {
        match command {
            UiCommand::ClockNext => self.set_clock(self.asked_clock().next(), effects),
            UiCommand::ClockHappened => self.set_clock(Clock::Happened, effects),
            UiCommand::ClockKnown => self.set_clock(Clock::Known, effects),
            UiCommand::ClockPublished => self.set_clock(Clock::Published, effects),
            UiCommand::PlayPause => self.play_or_pause(),
            UiCommand::StepForward => self.step_window(false),
            UiCommand::StepBack => self.step_window(true),
            UiCommand::Faster => self.change_speed(true),
            UiCommand::Slower => self.change_speed(false),
            UiCommand::StepLonger => self.change_step(true),
            UiCommand::StepShorter => self.change_step(false),
            UiCommand::Loop => self.playback.looping = !self.playback.looping,
            UiCommand::Backwards => self.playback.backwards = !self.playback.backwards,
            UiCommand::PlaySlide => self.playback.mode = Mode::Slide,
            UiCommand::PlayGrow => self.playback.mode = Mode::Grow,
            UiCommand::WindowFirst => self.move_window(false),
            UiCommand::WindowLast => self.move_window(true),
            UiCommand::WindowOfSelection => self.window_of_selection(),
            UiCommand::WindowByText => self.modal = Some(Modal::WindowByText),
            UiCommand::WindowStartEarlier => self.step_end(Ends::Start, true),
            UiCommand::WindowStartLater => self.step_end(Ends::Start, false),
            UiCommand::WindowEndEarlier => self.step_end(Ends::End, true),
            UiCommand::WindowEndLater => self.step_end(Ends::End, false),
            UiCommand::WindowTouches => self.window_rule = WindowRule::Touches,
            UiCommand::WindowInside => self.window_rule = WindowRule::Inside,
            UiCommand::WindowBack => effects.push(Effect::View(ViewRequest::GoWindow(false))),
            UiCommand::WindowForward => effects.push(Effect::View(ViewRequest::GoWindow(true))),
            UiCommand::WindowOff => self.set_window(None),
            UiCommand::ClocksUtc => self.switch_clocks(),
            UiCommand::CutsAutomatic => self.cut_over(CutThreshold::Automatic),
            UiCommand::CutsMonth => self.cut_over(CutThreshold::Month),
            UiCommand::CutsQuarter => self.cut_over(CutThreshold::Quarter),
            UiCommand::CutsYear => self.cut_over(CutThreshold::Year),
            UiCommand::CutsFiveYears => self.cut_over(CutThreshold::FiveYears),
            _ => self.settings.cuts = !self.settings.cuts,
        }
    }

    /// Leaves out empty time of this length.
    fn cut_over(&mut self, threshold: CutThreshold) {
        (self.settings.cuts, self.settings.cut_threshold) = (true, threshold);
    }

    /// Shows times on the clock in UTC, or again in the zone of the case.
    fn switch_clocks(&mut self) {
        self.settings.clocks = match self.settings.clocks {
            Clocks::Case => Clocks::Utc,
            Clocks::Utc => Clocks::Case,
        };
        self.words = self.words.clone().with_clocks(self.settings.clocks);
    }

    fn window_of_selection(&mut self) {
        let Some(case) = self.case() else { return };
        let mut first = Stamp::MAX;
        let mut last = Stamp::MIN;
        let dates = &self.derived.dates;
        for when in self.selection.ids().iter().filter_map(|id| dates.of(case, id.as_str())) {
            let bounds = when.bounds();
            for stamp in [bounds.earliest_start, bounds.latest_start, bounds.earliest_end, bounds.latest_end] {
                if stamp.is_bounded() {
                    first = first.min(stamp);
                    last = last.max(stamp);
                }
            }
        }
        if first <= last {
            self.set_window(Some(Span::new(first, last)));
        } else {
            self.notify(Notice::new("notice-selection-undated"));
        }
    }

    pub(super) fn show_strip(&mut self, notice: Notice, is_error: bool, remedy: Option<(&'static str, Command)>) {
        self.strip = Some(Strip { notice, is_error, remedy });
    }
}
