//! The details at the right: everything that is known of what is selected, down to the passage in the source.

mod citations;
mod claims;
mod existence;
mod head;
mod links;
mod order;
mod scale;
mod source;
mod summary;
#[cfg(test)]
mod tests;
mod things;
mod why;

use std::sync::Arc;

use egui::{Frame, Margin, ScrollArea, Ui, vec2};

use self::citations::Citations;
use super::cx::ViewCx;
use super::parts::{self, BODY, FINE, HoverSender, PADDING, SECTION};
use crate::model::case::Item;
use crate::model::{Case, Id};
use crate::scene::Role;

pub use self::head::{show_edit, swatch_ui};

/// Least width in points.
pub const LEAST_WIDTH: f32 = 320.0;

/// What the details remember: what stands on which source, and which lists are unfolded.
#[derive(Clone, Debug, Default)]
pub struct DetailsState {
    citations: Arc<Citations>,
    citations_of: Option<(u64, u64, u64, Option<Id>)>,
    shown: Option<Id>,
    all_links: bool,
    all_events: bool,
    hover: HoverSender,
}

/// Draws the details.
pub fn details_ui(ui: &mut Ui, cx: &ViewCx<'_>, state: &mut DetailsState) {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    // A row that fades at the edge of the list would look like one outside the window.
    ui.spacing_mut().scroll.fade.strength = 0.0;
    // What is read here is also quoted elsewhere.
    ui.style_mut().interaction.selectable_labels = true;
    parts::header_ui(ui, cx, &cx.text("details"), "", |_| {});
    let Some(document) = cx.workspace.document() else { return };
    let case = document.case();
    refresh(cx, case, state);
    let selection = cx.workspace.selection();
    let item = selection.lead().and_then(|id| case.item(id.as_str()));
    let hovered = match item {
        Some(_) if selection.len() > 1 => summary::several_ui(ui, cx, case),
        Some(item) => item_ui(ui, cx, case, item, state),
        None => {
            ScrollArea::vertical().id_salt("details-case").auto_shrink(false).show(ui, |ui| {
                padded_ui(ui, |ui| {
                    summary::case_ui(ui, cx, document);
                    None
                })
            });
            None
        }
    };
    state.hover.send(cx, hovered.as_ref());
}

fn refresh(cx: &ViewCx<'_>, case: &Case, state: &mut DetailsState) {
    let revision = case.revision();
    let lead = cx.workspace.selection().lead();
    let source = lead.filter(|id| case.source(id.as_str()).is_some());
    let key = (cx.workspace.generation(), revision.structure, revision.content, source.cloned());
    if state.citations_of.as_ref() != Some(&key) {
        state.citations = Arc::new(Citations::new(case, source));
        state.citations_of = Some(key);
    }
    if state.shown.as_ref() != lead {
        state.shown = lead.cloned();
        (state.all_links, state.all_events) = (false, false);
    }
}

fn padded_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> Option<Id>) -> Option<Id> {
    let margin = Margin { left: PADDING as i8, right: PADDING as i8, top: 0, bottom: PADDING as i8 };
    Frame::NONE.inner_margin(margin).show(ui, content).inner
}

fn item_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, item: Item<'_>, state: &mut DetailsState) -> Option<Id> {
    let known = Arc::clone(&state.citations);
    let area = ScrollArea::vertical().id_salt(("details", item.id().as_str())).auto_shrink(false);
    area.show(ui, |ui| {
        head::head_ui(ui, cx, case, item);
        padded_ui(ui, |ui| {
            let mut hovered = None;
            if let Item::Link(link) = item {
                hovered = things::ends_ui(ui, cx, case, link);
                parts::rule_ui(ui, cx);
            }
            existence::existence_ui(ui, cx, case, item);
            claims::claims_ui(ui, cx, case, item.claims(), true);
            match item {
                Item::Entity(entity) => {
                    hovered = hovered.or(links::links_ui(ui, cx, case, &entity.id, state));
                    hovered = hovered.or(links::events_ui(ui, cx, case, &entity.id, state));
                }
                Item::Event(event) => {
                    hovered = hovered.or(things::participants_ui(ui, cx, case, event));
                    hovered = hovered.or(order::order_ui(ui, cx, case, event));
                    hovered = hovered.or(links::links_ui(ui, cx, case, &event.id, state));
                }
                Item::Source(source) => {
                    ui.add_space(6.0);
                    hovered = hovered.or(source::source_ui(ui, cx, case, source, &known, state));
                }
                Item::Link(_) | Item::Story(_) => {}
            }
            claims::claims_ui(ui, cx, case, item.claims(), false);
            remarks_ui(ui, cx, item);
            if matches!(item, Item::Entity(_) | Item::Event(_) | Item::Link(_)) {
                parts::rule_ui(ui, cx);
                why::why_ui(ui, cx, case, item, &known);
            }
            if matches!(item, Item::Entity(_) | Item::Event(_)) {
                parts::rule_ui(ui, cx);
                head::colours_ui(ui, cx, case, item);
            }
            parts::rule_ui(ui, cx);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                ui.label(parts::rich(cx, cx.text("details-id"), FINE, Role::Text3));
                ui.label(parts::rich(cx, item.id().as_str(), parts::MONO, Role::Text3));
            });
            hovered
        })
    })
    .inner
}

/// Tags and the note.
fn remarks_ui(ui: &mut Ui, cx: &ViewCx<'_>, item: Item<'_>) {
    if !item.tags().is_empty() {
        parts::rule_ui(ui, cx);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
            for tag in item.tags() {
                parts::chip_ui(ui, cx, tag);
            }
        });
    }
    if let Some(note) = item.note() {
        parts::rule_ui(ui, cx);
        ui.label(parts::rich(cx, cx.text("details-note"), SECTION, Role::Text2));
        ui.add_space(2.0);
        parts::paragraph_ui(ui, cx, note, BODY, Role::Text1);
    }
}
