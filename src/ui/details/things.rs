//! Rows for other things: who took part in an event, where it was, the ends of a link.

use egui::{Align2, Id as EguiId, Role as Access, Ui, WidgetInfo, pos2};

use super::links::{DATE, column, end_name, full_row, head_ui, leaves_room};
use crate::model::event::Event;
use crate::model::link::Link;
use crate::model::{Case, Id};
use crate::scene::{NodeState, Role};
use crate::ui::cx::ViewCx;
use crate::ui::naming;
use crate::ui::parts::{self, FINE, LABEL};

/// Draws who took part in an event and where it was; gives the thing under the pointer.
pub fn participants_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, event: &Event) -> Option<Id> {
    let mut hovered = None;
    if !event.participants.is_empty() {
        parts::rule_ui(ui, cx);
        head_ui(ui, cx, &cx.text("details-participants"), event.participants.len(), "");
        let width = column(event.participants.iter().map(|participant| participant.role.as_str()), 110.0);
        for (position, participant) in event.participants.iter().enumerate() {
            let cite = participant.cites.first().or(event.cites.first());
            let grade = cite.and_then(|cite| naming::grade(case, cite)).unwrap_or_default();
            let row = ThingRow {
                id: &participant.entity,
                before: &participant.role,
                after: "",
                grade: &grade,
                salt: position,
                column: width,
            };
            hovered = hovered.or(thing_row_ui(ui, cx, case, row));
            for claim in super::claims::groups(&participant.claims).iter().flat_map(|group| &group.claims) {
                let of = cx.words().attribute(&claim.of);
                let text = format!("{of}: {}", cx.words().claimed(case, claim));
                parts::paragraph_ui(ui, cx, text, FINE, Role::Text2);
            }
            if let Some(note) = &participant.note {
                parts::paragraph_ui(ui, cx, note, FINE, Role::Text2);
            }
        }
    }
    if let Some(place) = &event.place {
        let row = ThingRow {
            id: place,
            before: &cx.text("details-place"),
            after: "",
            grade: "",
            salt: usize::MAX,
            column: 60.0,
        };
        hovered = hovered.or(thing_row_ui(ui, cx, case, row));
    }
    hovered
}

/// A row for another thing, with a word before and one after it.
#[derive(Clone, Copy, Debug)]
pub struct ThingRow<'a> {
    /// The thing.
    pub id: &'a Id,
    /// Role or relation.
    pub before: &'a str,
    /// Date or distance.
    pub after: &'a str,
    /// Grade; empty: none.
    pub grade: &'a str,
    /// Tells rows of the same thing apart.
    pub salt: usize,
    /// Width of the words before.
    pub column: f32,
}

/// Draws such a row; gives the thing if the pointer is on it.
pub fn thing_row_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, row: ThingRow<'_>) -> Option<Id> {
    let Some(item) = case.item(row.id.as_str()) else {
        let text = cx.words().with("details-missing", &[("id", row.id.as_str().into())]);
        parts::paragraph_ui(ui, cx, text, FINE, Role::Error);
        return None;
    };
    let (rect, response) = full_row(ui, EguiId::unique(("details-thing", row.before, row.id.as_str(), row.salt)));
    let selected = cx.is_selected(row.id);
    let sentence = format!("{}: {}", row.before, naming::sentence(cx, case, item));
    response.widget_info(|| WidgetInfo::selected(Access::ListBoxOption, true, selected, &sentence));
    let hovered = cx.interact(&response, row.id);
    if ui.is_rect_visible(rect) {
        parts::row_fill(ui, cx, &response, selected, cx.is_hovered(row.id));
        let y = rect.center().y;
        let pale = naming::state(cx.derived(), row.id) == NodeState::Outside;
        let role = if pale { Role::FadedText } else { Role::Text3 };
        let end = pos2(rect.left() + row.column, y);
        parts::line(ui, cx, end, Align2::RIGHT_CENTER, row.before, (LABEL, role), row.column);
        let mut at = pos2(rect.right(), y);
        if !row.grade.is_empty() {
            at.x = parts::grade_at(ui, cx, at, row.grade).left() - 6.0;
        }
        let after = if leaves_room(case, row.id, row.after, at.x - end.x) { row.after } else { "" };
        let after = parts::line(ui, cx, at, Align2::RIGHT_CENTER, after, (FINE, role), 1.3 * DATE);
        end_name(ui, cx, case, row.id, pos2(end.x + 6.0, y), after.left() - 6.0);
    }
    response.on_hover_text(&sentence);
    hovered.then(|| row.id.clone())
}

/// The two ends of a link; gives the thing under the pointer.
pub fn ends_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, link: &Link) -> Option<Id> {
    let from =
        ThingRow { id: &link.from, before: &cx.text("details-from"), after: "", grade: "", salt: 0, column: 32.0 };
    let to = ThingRow { id: &link.to, before: &cx.text("details-to"), after: "", grade: "", salt: 1, column: 32.0 };
    let hovered = thing_row_ui(ui, cx, case, from);
    hovered.or(thing_row_ui(ui, cx, case, to))
}
