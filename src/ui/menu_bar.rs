//! The bar at the top: menus from the command table, the search field, undo, language and theme.

use egui::containers::menu::{MenuButton, SubMenuButton};
use egui::{
    Align, Align2, Button, CornerRadius, FontId, Frame, Layout, Margin, Panel, Rect, RichText, Role as Access, Sense,
    Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use super::cx::ViewCx;
use super::icon::{self, Icon};
use crate::app::command::Command;
use crate::app::command_table::{Menu, UiCommand};
use crate::app::history::Label;
use crate::app::playback::Mode;
use crate::app::settings::ThemeChoice;
use crate::layout::timeline::CutThreshold;
use crate::locale::{Clocks, Language};
use crate::model::dates::Clock;
use crate::model::time::WindowRule;
use crate::scene::Role;
use crate::scene::network::form::Arrangement;

/// Height of the bar in points.
const HEIGHT: f32 = 40.0;

/// Draws the bar.
pub fn menu_bar_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let frame = Frame::new().fill(cx.colour(Role::Panel)).inner_margin(Margin::symmetric(12, 0));
    Panel::top("menu_bar").exact_size(HEIGHT).resizable(false).frame(frame).show(ui, |ui| {
        let full = ui.max_rect();
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let (logo, response) = ui.allocate_exact_size(Vec2::splat(24.0), Sense::hover());
            icon::paint(ui.painter(), logo.shrink(3.0), Icon::Thread, cx.colour(Role::Thread));
            response.on_hover_text("Rode Draad");
            ui.add_space(6.0);
            for menu in Menu::ALL {
                menu_ui(ui, cx, menu);
            }
            let menus_end = ui.min_rect().right();
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                right_side_ui(ui, cx);
                let right_start = ui.min_rect().left();
                search_ui(ui, cx, full, menus_end + 16.0, right_start - 16.0);
            });
        });
    });
}

fn menu_ui(ui: &mut Ui, cx: &ViewCx<'_>, menu: Menu) {
    MenuButton::from_button(Button::new(cx.text(menu.key())).frame_when_inactive(false)).ui(ui, |ui| {
        ui.set_min_width(240.0);
        // A small window has less room than a long menu needs.
        let most = ui.ctx().content_rect().height() - HEIGHT - 24.0;
        egui::ScrollArea::vertical().max_height(most).min_scrolled_height(most).show(ui, |ui| {
            for command in UiCommand::ALL.iter().filter(|command| command.menu() == menu) {
                if starts_group(*command) {
                    ui.separator();
                }
                command_ui(ui, cx, *command);
                if *command == UiCommand::OpenByPath {
                    recent_ui(ui, cx);
                }
            }
        });
    });
}

/// Commands before which a menu shows a line.
fn starts_group(command: UiCommand) -> bool {
    matches!(
        command,
        UiCommand::ExampleFirst
            | UiCommand::Reload
            | UiCommand::PictureOfNetwork
            | UiCommand::Findings
            | UiCommand::Close
            | UiCommand::Find
            | UiCommand::SelectAll
            | UiCommand::CopyName
            | UiCommand::Back
            | UiCommand::Hide
            | UiCommand::NearOne
            | UiCommand::ArrangeFree
            | UiCommand::FoldEvents
            | UiCommand::TextLarger
            | UiCommand::ThemeLight
            | UiCommand::LanguageEnglish
            | UiCommand::ToggleOutline
            | UiCommand::LanesFirst
            | UiCommand::LanePin
            | UiCommand::GroupsFold
            | UiCommand::CountsSooner
            | UiCommand::PlayPause
            | UiCommand::Loop
            | UiCommand::WindowFirst
            | UiCommand::WindowStartEarlier
            | UiCommand::WindowTouches
            | UiCommand::WindowOff
            | UiCommand::Cuts
            | UiCommand::ClocksUtc
    )
}

/// One entry: name, shortcut, a check mark where it is a choice that is on, and its help as the hint.
pub fn command_ui(ui: &mut Ui, cx: &ViewCx<'_>, command: UiCommand) {
    let mut button = Button::new(name(cx, command)).wrap_mode(egui::TextWrapMode::Extend);
    if let Some(chord) = command.chords().first() {
        button = button.shortcut_text(RichText::new(chord.to_string()).color(cx.colour(Role::Text3)));
    }
    button = button.selected(is_on(cx, command));
    let response = ui.add_enabled(command.available(cx.workspace), button);
    if response.clicked() {
        cx.run(command);
        ui.close();
    }
    response.on_hover_text(cx.text(&format!("{}.help", command.key())));
}

/// The name as shown: undo and redo say what they would do.
pub fn name(cx: &ViewCx<'_>, command: UiCommand) -> String {
    let document = cx.workspace.document();
    let label = match command {
        UiCommand::Undo => document.and_then(|document| document.undo_label()).map(|label| ("undo-named", label)),
        UiCommand::Redo => document.and_then(|document| document.redo_label()).map(|label| ("redo-named", label)),
        _ => None,
    };
    match label {
        Some((key, label)) => cx.words().with(key, &[("what", label_text(cx, label).into())]),
        None => cx.text(command.key()),
    }
}

pub(super) fn label_text(cx: &ViewCx<'_>, label: &Label) -> String {
    cx.words().with(label.key, &[("name", label.name.as_str().into())])
}

/// Whether a command that chooses or switches something is in force.
pub fn is_on(cx: &ViewCx<'_>, command: UiCommand) -> bool {
    let settings = cx.workspace.settings();
    let lanes = cx.case().map(|case| &case.view().lanes);
    let groups = lanes.and_then(|lanes| lanes.groups.as_deref());
    let sort = lanes.and_then(|lanes| lanes.sort.as_deref());
    let arrangement = cx.case().map(Arrangement::of);
    let playback = cx.workspace.playback();
    let rule = cx.workspace.window_rule();
    match command {
        UiCommand::ThemeLight => settings.theme == ThemeChoice::Light,
        UiCommand::ThemeDark => settings.theme == ThemeChoice::Dark,
        UiCommand::ThemeSystem => settings.theme == ThemeChoice::System,
        UiCommand::LanguageEnglish => cx.words().language() == Language::English,
        UiCommand::LanguageDutch => cx.words().language() == Language::Dutch,
        UiCommand::ToggleOutline => settings.outline,
        UiCommand::ToggleDetails => settings.details,
        UiCommand::LanesByEntity => !matches!(groups, Some("kind" | "investigation" | "tag")),
        UiCommand::LanesByKind => groups == Some("kind"),
        UiCommand::LanesByInvestigation => groups == Some("investigation"),
        UiCommand::LanesByTag => groups == Some("tag"),
        UiCommand::LanesFirst => !matches!(sort, Some("name" | "connection")),
        UiCommand::LanesName => sort == Some("name"),
        UiCommand::LanesConnection => sort == Some("connection"),
        UiCommand::ClockHappened => cx.workspace.clock() == Clock::Happened,
        UiCommand::ClockKnown => cx.workspace.clock() == Clock::Known,
        UiCommand::ClockPublished => cx.workspace.clock() == Clock::Published,
        UiCommand::Loop => playback.looping,
        UiCommand::Backwards => playback.backwards,
        UiCommand::PlaySlide => playback.mode == Mode::Slide,
        UiCommand::PlayGrow => playback.mode == Mode::Grow,
        UiCommand::WindowTouches => rule == WindowRule::Touches,
        UiCommand::WindowInside => rule == WindowRule::Inside,
        UiCommand::Cuts => settings.cuts,
        UiCommand::CutsAutomatic => settings.cut_threshold() == Some(CutThreshold::Automatic),
        UiCommand::CutsMonth => settings.cut_threshold() == Some(CutThreshold::Month),
        UiCommand::CutsQuarter => settings.cut_threshold() == Some(CutThreshold::Quarter),
        UiCommand::CutsYear => settings.cut_threshold() == Some(CutThreshold::Year),
        UiCommand::CutsFiveYears => settings.cut_threshold() == Some(CutThreshold::FiveYears),
        UiCommand::ClocksUtc => settings.clocks == Clocks::Utc,
        UiCommand::ArrangeFree => arrangement == Some(Arrangement::Free),
        UiCommand::ArrangeLayered => arrangement == Some(Arrangement::Layered),
        UiCommand::ArrangeRadial => matches!(arrangement, Some(Arrangement::Radial(_))),
        UiCommand::ArrangeTime => arrangement == Some(Arrangement::Time),
        UiCommand::ArrangeCountry => arrangement == Some(Arrangement::Country),
        UiCommand::ArrangeKind => arrangement == Some(Arrangement::Kind),
        UiCommand::FoldEvents => cx.case().is_some_and(|case| case.view().fold_events),
        _ => false,
    }
}

fn recent_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let recent = &cx.workspace.settings().recent;
    if recent.is_empty() {
        return;
    }
    SubMenuButton::new(cx.text("recent-files")).ui(ui, |ui| {
        for path in recent {
            if ui.button(path.display().to_string()).clicked() {
                cx.send(Command::OpenPath(path.clone()));
                ui.close();
            }
        }
    });
}

/// From the right: theme, language, redo, undo.
fn right_side_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let dark = cx.theme.is_dark();
    let next = if dark { UiCommand::ThemeLight } else { UiCommand::ThemeDark };
    if icon::button_ui(ui, Icon::Theme, &cx.text(next.key()), true).clicked() {
        cx.run(next);
    }
    language_ui(ui, cx);
    for (icon, command) in [(Icon::Redo, UiCommand::Redo), (Icon::Undo, UiCommand::Undo)] {
        let enabled = command.available(cx.workspace);
        if icon::button_ui(ui, icon, &name(cx, command), enabled).clicked() {
            cx.run(command);
        }
    }
}

/// `NL | EN`, the language in use in ink.
fn language_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    for (text, language, command) in
        [("EN", Language::English, UiCommand::LanguageEnglish), ("NL", Language::Dutch, UiCommand::LanguageDutch)]
    {
        let on = cx.words().language() == language;
        let colour = cx.colour(if on { Role::Text1 } else { Role::Text3 });
        let family = if on { "Plex SemiBold" } else { "Plex" };
        let label = RichText::new(text).color(colour).font(FontId::new(12.0, egui::FontFamily::Name(family.into())));
        let response = ui.add(Button::new(label).frame_when_inactive(false).min_size(vec2(28.0, 24.0)));
        let name = cx.text(command.key());
        response.widget_info(|| WidgetInfo::selected(Access::RadioButton, true, on, &name));
        if response.clicked() {
            cx.run(command);
        }
        response.on_hover_text(name);
        if language == Language::English {
            let x = ui.min_rect().left() - 1.0;
            ui.painter().vline(
                x,
                ui.max_rect().center().y - 6.0..=ui.max_rect().center().y + 6.0,
                Stroke::new(1.0, cx.colour(Role::Line)),
            );
        }
    }
}

/// The field in the middle, 380 wide or as wide as there is room; a click opens the palette.
fn search_ui(ui: &mut Ui, cx: &ViewCx<'_>, bar: Rect, from: f32, to: f32) {
    let width = (to - from).min(380.0);
    if width < 90.0 {
        return;
    }
    let middle = bar.center().x.clamp(from + width / 2.0, to - width / 2.0);
    let rect = Rect::from_center_size(egui::pos2(middle, bar.center().y), vec2(width, 26.0));
    let response = ui.interact(rect, ui.scope_id().with("search_field"), Sense::click());
    let text = cx.text("find-or-command");
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &text));
    let painter = ui.painter();
    let border = if response.hovered() || response.has_focus() { Role::ControlBorder } else { Role::Line };
    painter.rect(
        rect,
        CornerRadius::same(6),
        cx.colour(Role::Sunken),
        Stroke::new(1.0, cx.colour(border)),
        StrokeKind::Inside,
    );
    let icon_at = Rect::from_center_size(rect.left_center() + vec2(16.0, 0.0), Vec2::splat(14.0));
    icon::paint(painter, icon_at, Icon::Search, cx.colour(Role::Text3));
    let font = FontId::new(13.0, egui::FontFamily::Proportional);
    if width > 200.0 {
        painter.text(rect.left_center() + vec2(30.0, 0.0), Align2::LEFT_CENTER, &text, font, cx.colour(Role::Text3));
        key_cap(ui, cx, rect.right_center() - vec2(8.0, 0.0), "Ctrl+K");
    }
    if response.clicked() {
        cx.run(UiCommand::Find);
    }
    response.on_hover_text(cx.text("command-find.help"));
}

/// A shortcut in a small box, its right edge at `right`.
fn key_cap(ui: &Ui, cx: &ViewCx<'_>, right: egui::Pos2, text: &str) {
    let font = FontId::new(10.5, egui::FontFamily::Proportional);
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, cx.colour(Role::Text2));
    let size = galley.size() + vec2(10.0, 2.0);
    let rect = Rect::from_min_size(egui::pos2(right.x - size.x, right.y - size.y / 2.0), size);
    let stroke = Stroke::new(1.0, cx.colour(Role::Line));
    ui.painter().rect(rect, CornerRadius::same(3), cx.colour(Role::Raised), stroke, StrokeKind::Inside);
    ui.painter().galley(rect.min + vec2(5.0, 1.0), galley, cx.colour(Role::Text2));
}
