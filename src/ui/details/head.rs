//! The head of the details: icon, name, kind, other names, and what can be done with the thing.

use egui::{
    CornerRadius, Id as EguiId, Label, Rect, Role as Access, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::command::Command;
use crate::app::command_table::UiCommand;
use crate::app::history::Label as StepLabel;
use crate::app::visibility::{EVENT_KIND, HiddenBy};
use crate::model::Case;
use crate::model::case::Item;
use crate::model::edit::Edit;
use crate::model::kind::{BuiltInKind, Colour};
use crate::model::link::Link;
use crate::scene::{Item as Shape, NodeState, Role, Stroke as SceneStroke, Theme};
use crate::ui::cx::ViewCx;
use crate::ui::icon::{self, Icon};
use crate::ui::naming;
use crate::ui::outline::item_icon;
use crate::ui::parts::{self, FINE, LABEL, PADDING, TITLE};

/// Room for the button that changes the thing.
const CHANGE: f32 = 28.0;

/// Draws the head, with the red thread at its left.
pub fn head_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, item: Item<'_>) {
    let top = ui.cursor().top();
    let left = ui.cursor().left();
    ui.add_space(12.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        ui.add_space(PADDING);
        let (square, _) = ui.allocate_exact_size(vec2(32.0, 32.0), Sense::hover());
        match item {
            Item::Link(link) => {
                let stroke = SceneStroke::new(2.0, Role::LinkLit).style(naming::strength_style(link.strength));
                let points = vec![square.left_center(), square.right_center()];
                parts::shapes(ui, cx, &[Shape::Line { points, stroke }]);
            }
            Item::Source(_) | Item::Story(_) => {
                icon::paint(ui.painter(), square.shrink(3.0), Icon::Document, cx.colour(Role::Text2));
            }
            // What is outside the window stands here in full strength: this is where it is read.
            _ => item_icon(ui, cx, case, item, square, NodeState::In),
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.set_width((ui.available_width() - PADDING - CHANGE).max(0.0));
            let title = parts::rich(cx, naming::title(case, item), TITLE, Role::Text1);
            ui.add(Label::new(title).wrap().selectable(true));
            ui.add(Label::new(parts::rich(cx, subtitle(cx, case, item), LABEL, Role::Text2)).wrap().selectable(true));
            states_ui(ui, cx, case, item);
        });
        ui.spacing_mut().item_spacing.x = 0.0;
        let command = UiCommand::Change;
        let key = command.chords().first().map(ToString::to_string).unwrap_or_default();
        let name = format!("{} ({key})", cx.text(command.key()));
        if icon::button_ui(ui, Icon::Pencil, &name, command.available(cx.workspace)).clicked() {
            cx.run(command);
        }
    });
    ui.add_space(12.0);
    let bottom = ui.cursor().top();
    let thread = Rect::from_min_max(pos2(left, top), pos2(left + 4.0, bottom));
    ui.painter().rect_filled(thread, CornerRadius::ZERO, cx.colour(Role::Thread));
    parts::hairline(ui, cx, left..=ui.max_rect().right(), bottom);
    ui.add_space(10.0);
}

/// Kind and other names; of a link its strength.
fn subtitle(cx: &ViewCx<'_>, case: &Case, item: Item<'_>) -> String {
    let words = cx.words();
    let mut parts = vec![naming::kind(words, case, item)];
    match item {
        Item::Entity(entity) if !entity.aliases.is_empty() => {
            parts.push(words.with("details-also", &[("names", entity.aliases.join(", ").into())]));
        }
        Item::Event(event) => parts.extend(super::claims::nature_key(event.nature).map(|key| words.get(key))),
        Item::Link(link) => parts.extend(link_parts(cx, link)),
        Item::Source(source) => parts.extend(source.publisher.clone()),
        _ => {}
    }
    parts.join(" · ")
}

fn link_parts(cx: &ViewCx<'_>, link: &Link) -> Vec<String> {
    let mut parts = vec![cx.text(naming::strength_key(link.strength))];
    if link.implied {
        parts.push(cx.text("link-implied"));
    }
    parts.extend(super::claims::nature_key(link.nature).map(|key| cx.text(key)));
    parts
}

/// Whether it is hidden, pinned, outside the window; with the way back.
fn states_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, item: Item<'_>) {
    let id = item.id();
    let name = || naming::title(case, item);
    let answer = cx.derived().answers.of(id.as_str());
    if cx.workspace.window().is_some() && !matches!(item, Item::Source(_) | Item::Story(_)) {
        ui.label(parts::rich(cx, cx.text(naming::answer_key(answer, cx.workspace.window_rule())), FINE, Role::Text3));
    }
    if let Some(reason) = cx.derived().visibility.reason(id) {
        let text = cx.words().with("hidden-because", &[("reason", cx.text(reason.key()).into())]);
        let edit = show_edit(case, item, reason);
        if state_row_ui(ui, cx, Icon::EyeOff, &text, edit.is_some().then_some("show"))
            && let Some((label, edit)) = edit
        {
            cx.send(Command::Edit(label, edit));
        }
    }
    if case.view().pins.contains_key(id) && state_row_ui(ui, cx, Icon::Pin, &cx.text("details-pinned"), Some("unpin")) {
        let label = StepLabel { key: "edit-unpin", name: name() };
        cx.send(Command::Edit(label, Edit::Pin { id: id.clone(), at: None }));
    }
}

/// What brings a hidden thing back; nothing for a link, which comes back with its end.
pub fn show_edit(case: &Case, item: Item<'_>, reason: HiddenBy) -> Option<(StepLabel, Edit)> {
    match reason {
        HiddenBy::Hand => {
            let label = StepLabel { key: "edit-show", name: naming::title(case, item) };
            Some((label, Edit::Hide { id: item.id().clone(), hidden: false }))
        }
        HiddenBy::Kind => {
            let kind = match item {
                Item::Entity(entity) => entity.kind.clone(),
                _ => EVENT_KIND.to_owned(),
            };
            Some((StepLabel { key: "edit-show-kind", name: kind.clone() }, Edit::HideKind { kind, hidden: false }))
        }
        HiddenBy::Strength => {
            let Item::Link(link) = item else { return None };
            let name = naming::strength_key(link.strength).to_owned();
            let edit = Edit::HideStrength { strength: link.strength, hidden: false };
            Some((StepLabel { key: "edit-show-strength", name }, edit))
        }
        HiddenBy::End => None,
    }
}

/// An icon, words, and a button; whether it was pressed.
fn state_row_ui(ui: &mut Ui, cx: &ViewCx<'_>, sign: Icon, text: &str, button: Option<&str>) -> bool {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        icon::inline_ui(ui, sign, cx.colour(Role::Text3));
        ui.label(parts::rich(cx, text, FINE, Role::Text2));
        button.is_some_and(|key| ui.small_button(cx.text(key)).clicked())
    })
    .inner
}

/// A row of colours to choose from: those of the kinds, and back to the kind's own.
pub fn colours_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, item: Item<'_>) {
    let chosen = case.view().colours.get(item.id()).copied();
    let label = || StepLabel { key: "edit-colour", name: naming::title(case, item) };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(2.0, 2.0);
        ui.label(parts::rich(cx, cx.text("details-colour"), parts::SECTION, Role::Text2));
        ui.add_space(8.0);
        let kinds = BuiltInKind::ALL.map(|kind| (kind.word(), Role::Kind(kind)));
        for (word, role) in kinds.into_iter().chain([(EVENT_KIND, Role::Event)]) {
            // The daylight values: what is saved must not depend on the theme in which it was chosen.
            let colour = Colour(Theme::light().value(role));
            let name = cx.words().with("details-colour-of", &[("kind", cx.words().kind(case, word).into())]);
            if swatch_ui(ui, cx, word, &name, colour, chosen == Some(colour)) {
                cx.send(Command::Edit(label(), Edit::Colour { id: item.id().clone(), colour: Some(colour) }));
            }
        }
        if chosen.is_some() && ui.small_button(cx.text("details-colour-reset")).clicked() {
            cx.send(Command::Edit(label(), Edit::Colour { id: item.id().clone(), colour: None }));
        }
    });
}

/// A colour to choose; whether it was chosen.
pub fn swatch_ui(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    id: impl std::hash::Hash + std::fmt::Debug,
    name: &str,
    colour: Colour,
    chosen: bool,
) -> bool {
    let (_, rect) = ui.allocate_space(vec2(18.0, 18.0));
    let response = ui.interact(rect, EguiId::unique(("details-colour", id)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Access::RadioButton, true, chosen, name));
    let square = rect.shrink(3.0);
    // Some colours hardly differ from the panel of one theme or another.
    let edge = Stroke::new(1.0, cx.colour(Role::Line));
    let fill = cx.colour(Role::Chosen(colour));
    ui.painter().rect(square, CornerRadius::same(3), fill, edge, StrokeKind::Inside);
    if chosen || response.hovered() || response.has_focus() {
        let role = if chosen || response.has_focus() { Role::Text1 } else { Role::ControlBorder };
        let stroke = Stroke::new(1.5, cx.colour(role));
        ui.painter().rect_stroke(rect.shrink(0.5), CornerRadius::same(5), stroke, StrokeKind::Inside);
    }
    let clicked = response.clicked();
    response.on_hover_text(name);
    clicked
}
