//! What a thing is tied to: links, events, participants, order. Each row shows its own date and grade.

use egui::{Align2, Id as EguiId, Rect, Response, Role as Access, Sense, Ui, WidgetInfo, pos2, vec2};

use super::DetailsState;
use crate::app::command::Command;
use crate::model::case::Item;
use crate::model::event::{Event, OrderRelation};
use crate::model::graph::{Neighbour, Tie};
use crate::model::link::{Direction, Link};
use crate::model::{Case, Id};
use crate::scene::looks::LINK_WIDTH;
use crate::scene::marks::{push_arrowhead, push_ticks};
use crate::scene::{Ink, Item as Shape, NodeState, Role, Stroke};
use crate::ui::cx::ViewCx;
use crate::ui::icon::{self, Icon};
use crate::ui::naming;
use crate::ui::outline::item_icon;
use crate::ui::parts::{self, FINE, LABEL, NAME, ROW, STRONG};

/// Rows that are shown before the rest is folded away.
const FEW: usize = 8;

/// Draws the links of an entity or event; gives the thing under the pointer.
pub fn links_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, id: &Id, state: &mut DetailsState) -> Option<Id> {
    let ties = case.graph().neighbours(id.as_str());
    let links: Vec<_> = ties
        .iter()
        .filter_map(|tie| match tie.tie {
            Tie::Link(link) => Some((tie, case.link(link.as_str())?)),
            Tie::Participation(..) => None,
        })
        .collect();
    if links.is_empty() {
        return None;
    }
    parts::rule_ui(ui, cx);
    head_ui(ui, cx, &cx.text("outline-links"), links.len(), &tally_text(cx, links.iter().map(|(_, link)| &link.id)));
    let mut hovered = None;
    let shown = if state.all_links { links.len() } else { few(links.len()) };
    for (tie, link) in &links[..shown] {
        hovered = hovered.or(link_row_ui(ui, cx, case, tie, link));
    }
    more_ui(ui, cx, "details-more-links", links.len() - shown, &mut state.all_links);
    hovered
}

/// A list that is only a little too long is shown whole.
fn few(count: usize) -> usize {
    if count <= FEW + 2 { count } else { FEW }
}

/// "14 in · 1 possible · 1 out"; nothing without a window.
fn tally_text<'a>(cx: &ViewCx<'_>, ids: impl Iterator<Item = &'a Id>) -> String {
    if cx.workspace.window().is_none() {
        return String::new();
    }
    let mut tally = crate::model::answers::Tally::default();
    for id in ids {
        tally.add(cx.derived().answers.of(id.as_str()));
    }
    let counts = [
        ("tally-in", tally.certain),
        ("tally-possible", tally.possible),
        ("tally-out", tally.out),
        ("tally-undated", tally.undated),
    ];
    let texts = counts.into_iter().filter(|(_, count)| *count > 0);
    texts.map(|(key, count)| cx.words().with(key, &[("count", count.into())])).collect::<Vec<_>>().join(" · ")
}

/// A head with a count and a remark at the right.
pub fn head_ui(ui: &mut Ui, cx: &ViewCx<'_>, name: &str, count: usize, remark: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let number = cx.words().number(count as i64);
    response.widget_info(|| WidgetInfo::labeled(Access::Heading, true, format!("{name} {number}")));
    let y = rect.center().y;
    let name = parts::line(ui, cx, rect.left_center(), Align2::LEFT_CENTER, name, (STRONG, Role::Text1), 200.0);
    let at = pos2(name.right() + 8.0, y);
    let count = parts::line(ui, cx, at, Align2::LEFT_CENTER, &number, (LABEL, Role::Text3), 60.0);
    let most = rect.right() - count.right() - 8.0;
    parts::line(ui, cx, pos2(rect.right(), y), Align2::RIGHT_CENTER, remark, (FINE, Role::Text3), most);
}

/// The row that unfolds the rest of a list.
pub fn more_ui(ui: &mut Ui, cx: &ViewCx<'_>, id: &'static str, rest: usize, all: &mut bool) {
    if rest == 0 {
        return;
    }
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, EguiId::unique(id), Sense::click());
    let text = cx.words().with("details-more", &[("count", rest.into())]);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &text));
    parts::row_fill(ui, cx, &response, false, false);
    let chevron = Rect::from_center_size(rect.left_center() + vec2(14.0, 0.0), vec2(12.0, 12.0));
    icon::paint(ui.painter(), chevron, Icon::ChevronDown, cx.colour(Role::Text3));
    let at = rect.left_center() + vec2(34.0, 0.0);
    parts::line(ui, cx, at, Align2::LEFT_CENTER, &text, (LABEL, Role::Text3), rect.width() - 40.0);
    *all |= response.clicked();
}

/// Width of the arrow and of the relation before the other end.
const ARROW: f32 = 26.0;
const RELATION: f32 = 88.0;

/// A row whose fill reaches the edges of the panel, with the red thread at the panel's own edge.
fn full_row(ui: &mut Ui, id: EguiId) -> (Rect, Response) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect.expand2(vec2(parts::PADDING, 0.0)), id, Sense::click());
    (rect, response)
}

fn link_row_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, tie: &Neighbour<'_>, link: &Link) -> Option<Id> {
    // A link from a thing to itself has two rows, so the way is part of the id.
    let (rect, response) = full_row(ui, EguiId::unique(("details-link", link.id.as_str(), tie.outgoing)));
    let selected = cx.is_selected(&link.id);
    let sentence = naming::sentence(cx, case, Item::Link(link));
    response.widget_info(|| WidgetInfo::selected(Access::ListBoxOption, true, selected, &sentence));
    let on_row = cx.interact(&response, &link.id);
    let state = naming::state(cx.derived(), &link.id);
    let on_end = go_ui(ui, cx, case, tie.id, rect, &link.id);
    if ui.is_rect_visible(rect) {
        parts::row_fill(ui, cx, &response, selected, cx.is_hovered(&link.id));
        let y = rect.center().y;
        arrow(ui, cx, link, tie.outgoing, state, rect.left_center());
        let pale = state == NodeState::Outside;
        let text = if pale { Role::FadedText } else { Role::Text2 };
        let end = pos2(rect.left() + ARROW + RELATION, y);
        parts::line(ui, cx, end, Align2::RIGHT_CENTER, &link.relation, (LABEL, text), RELATION - 4.0);
        let mut right = rect.right() - 18.0;
        go_icon(ui, cx, rect, on_end.as_ref().is_some_and(|(_, hot)| *hot));
        if let Some(grade) = link.cites.first().and_then(|cite| naming::grade(case, cite)) {
            right = parts::grade_at(ui, cx, pos2(right, y), &grade).left() - 6.0;
        }
        if let Some(when) = &link.when {
            let date = cx.words().date_brief(when, &case.calendar().zone);
            right = parts::line(ui, cx, pos2(right, y), Align2::RIGHT_CENTER, &date, (FINE, text), 84.0).left() - 6.0;
        }
        end_name(ui, cx, case, tie.id, pos2(end.x + 6.0, y), right);
    }
    match on_end {
        Some((id, true)) => Some(id),
        _ => on_row.then(|| link.id.clone()),
    }
}

/// Icon and name of the thing at the other end.
fn end_name(ui: &Ui, cx: &ViewCx<'_>, case: &Case, id: &Id, at: egui::Pos2, right: f32) {
    let Some(item) = case.item(id.as_str()) else { return };
    let state = naming::state(cx.derived(), id);
    let square = Rect::from_min_size(at - vec2(0.0, 8.0), vec2(16.0, 16.0));
    item_icon(ui, cx, case, item, square, state);
    let role = if state == NodeState::Outside { Role::FadedText } else { Role::Text1 };
    let start = pos2(square.right() + 5.0, at.y);
    parts::line(ui, cx, start, Align2::LEFT_CENTER, item.name(), (NAME, role), right - start.x);
}

/// The small button at the end of a row that leads to the other end. Gives the thing and whether the pointer is on it.
fn go_ui(ui: &Ui, cx: &ViewCx<'_>, case: &Case, to: &Id, row: Rect, from: &Id) -> Option<(Id, bool)> {
    let rect = Rect::from_min_max(pos2(row.right() - 16.0, row.top()), row.right_bottom() + vec2(8.0, 0.0));
    let response = ui.interact(rect, EguiId::unique(("details-go", from.as_str(), to.as_str())), Sense::click());
    let name = cx.words().with("details-go", &[("name", naming::name(case, to).to_owned().into())]);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &name));
    if response.clicked() {
        cx.send(Command::GoTo(to.clone()));
    }
    let hot = response.hovered() || response.has_focus();
    response.on_hover_text(name);
    Some((to.clone(), hot))
}

fn go_icon(ui: &Ui, cx: &ViewCx<'_>, row: Rect, hot: bool) {
    let square = Rect::from_center_size(pos2(row.right() - 5.0, row.center().y), vec2(12.0, 12.0));
    let role = if hot { Role::Text1 } else { Role::FadedText };
    icon::paint(ui.painter(), square, Icon::ChevronRight, cx.colour(role));
}

/// The line of a link, as in the network: broken by strength, hatched where possible, hollow head where implied.
pub fn arrow(ui: &Ui, cx: &ViewCx<'_>, link: &Link, outgoing: bool, state: NodeState, left_middle: egui::Pos2) {
    let role = if state == NodeState::Outside { Role::LinkFaded } else { Role::LinkLit };
    let ink = Ink::new(role);
    let (mut from, mut to) = (left_middle, left_middle + vec2(22.0, 0.0));
    let mut items = Vec::new();
    let width = LINK_WIDTH;
    let heads = match link.direction {
        Direction::Forward => (!outgoing, outgoing),
        Direction::Both => (true, true),
        Direction::Neither => (false, false),
    };
    if heads.1 {
        to = push_arrowhead(&mut items, to, vec2(1.0, 0.0), width, ink, link.implied);
    }
    if heads.0 {
        from = push_arrowhead(&mut items, from, vec2(-1.0, 0.0), width, ink, link.implied);
    }
    let stroke = Stroke::new(width, ink).style(naming::strength_style(link.strength));
    items.insert(0, Shape::Line { points: vec![from, to], stroke });
    if state == NodeState::Possible {
        push_ticks(&mut items, &[from, to], ink);
    }
    parts::shapes(ui, cx, &items);
}

/// Draws the events of an entity; gives the thing under the pointer.
pub fn events_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, id: &Id, state: &mut DetailsState) -> Option<Id> {
    let ties = case.graph().neighbours(id.as_str());
    let mut events: Vec<(&Event, usize)> = ties
        .iter()
        .filter_map(|tie| match tie.tie {
            Tie::Participation(event, position) if tie.outgoing => Some((case.event(event.as_str())?, *position)),
            _ => None,
        })
        .collect();
    if events.is_empty() {
        return None;
    }
    events.sort_by(|(left, _), (right, _)| {
        let key = |event: &Event| event.when.as_ref().map(|when| when.sort_key().0);
        key(left).is_none().cmp(&key(right).is_none()).then(key(left).cmp(&key(right)))
    });
    parts::rule_ui(ui, cx);
    head_ui(
        ui,
        cx,
        &cx.text("outline-events"),
        events.len(),
        &tally_text(cx, events.iter().map(|(event, _)| &event.id)),
    );
    let mut hovered = None;
    let shown = if state.all_events { events.len() } else { few(events.len()) };
    for (event, position) in &events[..shown] {
        let role = event.participants.get(*position).map_or("", |participant| participant.role.as_str());
        let date = event.when.as_ref().map(|when| cx.words().date_brief(when, &case.calendar().zone));
        let row = ThingRow { id: &event.id, before: role, after: &date.unwrap_or_default(), salt: *position };
        hovered = hovered.or(thing_row_ui(ui, cx, case, row));
    }
    more_ui(ui, cx, "details-more-events", events.len() - shown, &mut state.all_events);
    hovered
}

/// Draws who took part in an event, where it was, and its order among others; gives the thing under the pointer.
pub fn participants_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, event: &Event) -> Option<Id> {
    let mut hovered = None;
    if !event.participants.is_empty() {
        parts::rule_ui(ui, cx);
        head_ui(ui, cx, &cx.text("details-participants"), event.participants.len(), "");
        for (position, participant) in event.participants.iter().enumerate() {
            let cite = participant.cites.first().or(event.cites.first());
            let grade = cite.and_then(|cite| naming::grade(case, cite)).unwrap_or_default();
            let row = ThingRow { id: &participant.entity, before: &participant.role, after: &grade, salt: position };
            hovered = hovered.or(thing_row_ui(ui, cx, case, row));
            for claim in super::claims::groups(&participant.claims).iter().flat_map(|group| &group.claims) {
                let of = super::claims::attribute(cx.words(), &claim.of);
                let text = format!("{of}: {}", super::claims::value(cx.words(), case, claim));
                parts::paragraph_ui(ui, cx, text, FINE, Role::Text2);
            }
            if let Some(note) = &participant.note {
                parts::paragraph_ui(ui, cx, note, FINE, Role::Text2);
            }
        }
    }
    if let Some(place) = &event.place {
        let row = ThingRow { id: place, before: &cx.text("details-place"), after: "", salt: usize::MAX };
        hovered = hovered.or(thing_row_ui(ui, cx, case, row));
    }
    if !event.order.is_empty() {
        parts::rule_ui(ui, cx);
        head_ui(ui, cx, &cx.text("details-order"), event.order.len(), "");
        for (position, order) in event.order.iter().enumerate() {
            let key = match order.is {
                OrderRelation::After => "order-after",
                OrderRelation::Before => "order-before",
                OrderRelation::Within => "order-within",
            };
            let after = order.days.map(|days| cx.words().with("order-days", &[("count", days.into())]));
            let row =
                ThingRow { id: &order.event, before: &cx.text(key), after: &after.unwrap_or_default(), salt: position };
            hovered = hovered.or(thing_row_ui(ui, cx, case, row));
            if let Some(note) = &order.note {
                parts::paragraph_ui(ui, cx, note, FINE, Role::Text2);
            }
        }
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
    /// Date, grade or distance.
    pub after: &'a str,
    /// Tells rows of the same thing apart.
    pub salt: usize,
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
    let sentence = format!("{} {}", row.before, naming::sentence(cx, case, item));
    response.widget_info(|| WidgetInfo::selected(Access::ListBoxOption, true, selected, sentence.trim()));
    let hovered = cx.interact(&response, row.id);
    if ui.is_rect_visible(rect) {
        parts::row_fill(ui, cx, &response, selected, cx.is_hovered(row.id));
        let y = rect.center().y;
        let pale = naming::state(cx.derived(), row.id) == NodeState::Outside;
        let role = if pale { Role::FadedText } else { Role::Text3 };
        let end = pos2(rect.left() + ARROW + RELATION, y);
        parts::line(ui, cx, end, Align2::RIGHT_CENTER, row.before, (LABEL, role), ARROW + RELATION);
        let at = pos2(rect.right(), y);
        let after = parts::line(ui, cx, at, Align2::RIGHT_CENTER, row.after, (FINE, role), 140.0);
        end_name(ui, cx, case, row.id, pos2(end.x + 6.0, y), after.left() - 6.0);
    }
    hovered.then(|| row.id.clone())
}

/// The two ends of a link; gives the thing under the pointer.
pub fn ends_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, link: &Link) -> Option<Id> {
    let from = ThingRow { id: &link.from, before: &cx.text("details-from"), after: "", salt: 0 };
    let to = ThingRow { id: &link.to, before: &cx.text("details-to"), after: "", salt: 1 };
    let hovered = thing_row_ui(ui, cx, case, from);
    hovered.or(thing_row_ui(ui, cx, case, to))
}
