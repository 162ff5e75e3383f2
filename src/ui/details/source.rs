//! A source: what it is, what it covers, how it is graded, and everything that stands on it.

use egui::{Align2, Id as EguiId, Rect, Role as Access, Sense, Ui, WidgetInfo, pos2, vec2};

use super::DetailsState;
use super::citations::Citations;
use super::links;
use super::things::{self, ThingRow};
use super::why;
use crate::app::command::Command;
use crate::model::case::Item;
use crate::model::source::{Cite, Source};
use crate::model::{Case, Id};
use crate::scene::Role;
use crate::ui::cx::ViewCx;
use crate::ui::naming;
use crate::ui::outline::item_icon;
use crate::ui::parts::{self, BODY, FINE, MONO, NAME, ROW, SECTION};

/// Rows that are built; a source on which more stands says how many more.
const MOST: usize = 300;

/// Draws the details of a source below its head; gives the thing under the pointer.
pub fn source_ui(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    case: &Case,
    source: &Source,
    known: &Citations,
    state: &mut DetailsState,
) -> Option<Id> {
    facts_ui(ui, cx, case, source);
    let mut hovered = None;
    if let Some(original) = &source.repeats {
        let row =
            ThingRow { id: original, before: &cx.text("source-repeats"), after: "", grade: "", salt: 0, column: 84.0 };
        hovered = hovered.or(things::thing_row_ui(ui, cx, case, row));
        parts::paragraph_ui(ui, cx, cx.text("source-reprint"), FINE, Role::Text3);
    }
    for reprint in known.reprints(&source.id) {
        let row = ThingRow {
            id: reprint,
            before: &cx.text("source-repeated-by"),
            after: "",
            grade: "",
            salt: 0,
            column: 84.0,
        };
        hovered = hovered.or(things::thing_row_ui(ui, cx, case, row));
    }
    coverage_ui(ui, cx, case, source);
    let citing = known.citing(&source.id);
    parts::rule_ui(ui, cx);
    links::head_ui(ui, cx, &cx.text("source-cited-by"), citing.len(), "");
    let shown = if state.all_links { citing.len().min(MOST) } else { citing.len().min(30) };
    for (id, places) in &citing[..shown] {
        hovered = hovered.or(citing_row_ui(ui, cx, case, id, places));
    }
    if state.all_links && citing.len() > shown {
        let text = cx.words().with("details-more", &[("count", (citing.len() - shown).into())]);
        parts::paragraph_ui(ui, cx, text, FINE, Role::Text3);
    } else {
        links::more_ui(ui, cx, "details-more-citing", citing.len() - shown, &mut state.all_links);
    }
    hovered
}

fn facts_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, source: &Source) {
    let words = cx.words();
    if let Some(code) = &source.language {
        fact_ui(ui, cx, "details-language", &why::language(words, code));
    }
    if let Some(grade) = &source.reliability {
        let cite = Cite {
            source: source.id.clone(),
            at: None,
            quote: None,
            credibility: None,
            learned: None,
            note: None,
            extra: Vec::new(),
        };
        let meaning = naming::grade_meaning(words, case, &cite);
        let text = if meaning.is_empty() { grade.clone() } else { format!("{grade}: {meaning}") };
        fact_ui(ui, cx, "source-reliability", &text);
    }
    if let Some(code) = &source.handling {
        fact_ui(ui, cx, "source-handling", code);
    }
    for limit in &source.use_limits {
        fact_ui(ui, cx, "source-limit", limit);
    }
    if let Some(file) = &source.attachment {
        fact_ui(ui, cx, "source-attachment", &file.path);
        if let Some(hash) = &file.sha256 {
            parts::paragraph_ui(ui, cx, hash, MONO, Role::Text3);
        }
    }
    if let Some(address) = &source.address {
        fact_ui(ui, cx, "source-address", address);
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if ui.button(cx.text("copy-reference")).clicked() {
            let parts = [source.publisher.clone(), Some(format!("“{}”", source.title)), Some(source.kind.clone())];
            let date = source.published.as_ref().map(|when| words.date_brief(when, &case.calendar().zone));
            let parts = parts.into_iter().chain([date, source.address.clone()]).flatten();
            cx.send(Command::Copy(parts.collect::<Vec<_>>().join(", ")));
        }
        if let Some(address) = &source.address
            && ui.button(cx.text("copy-address")).on_hover_text(address).clicked()
        {
            cx.send(Command::Copy(address.clone()));
        }
    });
}

/// A name and what is to be said of it.
pub fn fact_ui(ui: &mut Ui, cx: &ViewCx<'_>, key: &str, text: &str) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        ui.label(parts::rich(cx, cx.text(key), SECTION, Role::Text2));
        ui.label(parts::rich(cx, text, BODY, Role::Text1));
    });
}

/// What the source can speak of: silence outside this is not absence.
fn coverage_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, source: &Source) {
    if source.covers.is_empty() {
        return;
    }
    parts::rule_ui(ui, cx);
    links::head_ui(ui, cx, &cx.text("source-covers"), source.covers.len(), "");
    for coverage in &source.covers {
        let period = cx.words().date(&coverage.period, &case.calendar().zone);
        let names: Vec<_> = coverage.entities.iter().map(|id| naming::name(case, id)).collect();
        let what = if names.is_empty() { cx.text("source-covers-all") } else { names.join(", ") };
        parts::paragraph_ui(ui, cx, format!("{period}: {what}"), BODY, Role::Text1);
        if let Some(note) = &coverage.note {
            parts::paragraph_ui(ui, cx, note, FINE, Role::Text2);
        }
    }
}

fn citing_row_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, id: &Id, places: &[String]) -> Option<Id> {
    let item = case.item(id.as_str())?;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let wide = rect.expand2(vec2(parts::PADDING, 0.0));
    let response = ui.interact(wide, EguiId::unique(("details-citing", id.as_str())), Sense::click());
    let selected = cx.is_selected(id);
    let places = places.join(", ");
    let sentence = format!("{}, {places}", naming::sentence(cx, case, item));
    response.widget_info(|| WidgetInfo::selected(Access::ListBoxOption, true, selected, &sentence));
    let hovered = cx.interact(&response, id);
    if ui.is_rect_visible(rect) {
        parts::row_fill(ui, cx, &response, selected, cx.is_hovered(id));
        let y = rect.center().y;
        let square = Rect::from_min_size(pos2(rect.left(), y - 8.0), vec2(16.0, 16.0));
        item_icon(ui, cx, case, item, square, naming::state(cx.derived(), id));
        let most = rect.width() * 0.4;
        let right =
            parts::line(ui, cx, pos2(rect.right(), y), Align2::RIGHT_CENTER, &places, (MONO, Role::Text3), most);
        let start = pos2(square.right() + 8.0, y);
        let title = naming::title(case, item);
        let style = if matches!(item, Item::Link(_)) { BODY } else { NAME };
        parts::line(ui, cx, start, Align2::LEFT_CENTER, &title, (style, Role::Text1), right.left() - 8.0 - start.x);
    }
    hovered.then(|| id.clone())
}
