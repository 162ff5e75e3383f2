//! What a thing is tied to: links, events, participants, order. Each row shows its own date and grade.

use egui::{Align2, Id as EguiId, Rect, Response, Role as Access, Sense, Ui, WidgetInfo, pos2, vec2};

use super::DetailsState;
use super::things::{ThingRow, thing_row_ui};
use crate::app::command::Command;
use crate::layout::font;
use crate::model::case::Item;
use crate::model::event::Event;
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
    let relations = column(links[..shown].iter().map(|(_, link)| link.relation.as_str()), 76.0);
    for (tie, link) in &links[..shown] {
        hovered = hovered.or(link_row_ui(ui, cx, case, (tie, link), relations));
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

/// Width of the arrow before the relation.
const ARROW: f32 = 26.0;
/// Dates up to this width are shown whole; the name beside them gives way.
pub const DATE: f32 = 104.0;

/// Width of a column of relations or roles: that of the widest, within limits.
pub fn column<'a>(texts: impl Iterator<Item = &'a str>, most: f32) -> f32 {
    texts.map(|text| font::width(text, LABEL)).fold(24.0, f32::max).min(most) + 2.0
}

/// A row whose fill reaches the edges of the panel, with the red thread at the panel's own edge.
pub fn full_row(ui: &mut Ui, id: EguiId) -> (Rect, Response) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect.expand2(vec2(parts::PADDING, 0.0)), id, Sense::click());
    (rect, response)
}

fn link_row_ui(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    case: &Case,
    (tie, link): (&Neighbour<'_>, &Link),
    relations: f32,
) -> Option<Id> {
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
        let end = pos2(rect.left() + ARROW + relations, y);
        parts::line(ui, cx, end, Align2::RIGHT_CENTER, &link.relation, (LABEL, text), relations);
        let mut right = rect.right() - 2.0;
        go_icon(ui, cx, rect, on_end);
        if let Some(grade) = link.cites.first().and_then(|cite| naming::grade(case, cite)) {
            right = parts::grade_at(ui, cx, pos2(right, y), &grade).left() - 6.0;
        }
        let date = link.when.as_ref().map(|when| cx.words().date_brief(when, &case.calendar().zone));
        let date = date.filter(|date| leaves_room(case, tie.id, date, right - end.x));
        if let Some(date) = date {
            right = parts::line(ui, cx, pos2(right, y), Align2::RIGHT_CENTER, &date, (FINE, text), DATE).left() - 6.0;
        }
        end_name(ui, cx, case, tie.id, pos2(end.x + 6.0, y), right);
    }
    response.on_hover_text(sentence);
    if on_end { Some(tie.id.clone()) } else { on_row.then(|| link.id.clone()) }
}

/// Whether a date can stand in what is left of a row without taking the name away: on a narrow panel the name goes
/// first, and the date is found by pointing.
pub fn leaves_room(case: &Case, id: &Id, date: &str, width: f32) -> bool {
    const ICON: f32 = 27.0;
    const NAME_WHOLE: f32 = 110.0;
    let name = font::width(naming::name(case, id), NAME).min(NAME_WHOLE);
    ICON + name + 12.0 + font::width(date, FINE).min(DATE) <= width
}

/// Icon and name of the thing at the other end.
pub fn end_name(ui: &Ui, cx: &ViewCx<'_>, case: &Case, id: &Id, at: egui::Pos2, right: f32) {
    let Some(item) = case.item(id.as_str()) else { return };
    let state = naming::state(cx.derived(), id);
    let square = Rect::from_min_size(at - vec2(0.0, 8.0), vec2(16.0, 16.0));
    item_icon(ui, cx, case, item, square, state);
    let role = if state == NodeState::Outside { Role::FadedText } else { Role::Text1 };
    let start = pos2(square.right() + 5.0, at.y);
    parts::line(ui, cx, start, Align2::LEFT_CENTER, item.name(), (NAME, role), right - start.x);
}

/// The small button at the end of a row that leads to the other end. Whether pointer or keyboard is on it.
fn go_ui(ui: &Ui, cx: &ViewCx<'_>, case: &Case, to: &Id, row: Rect, from: &Id) -> bool {
    let rect = Rect::from_min_max(pos2(row.right() - 1.0, row.top()), row.right_bottom() + vec2(15.0, 0.0));
    let response = ui.interact(rect, EguiId::unique(("details-go", from.as_str(), to.as_str())), Sense::click());
    let name = cx.words().with("details-go", &[("name", naming::name(case, to).to_owned().into())]);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &name));
    if response.clicked() {
        cx.send(Command::GoTo(to.clone()));
    }
    let hot = response.hovered() || response.has_focus();
    response.on_hover_text(name);
    hot
}

fn go_icon(ui: &Ui, cx: &ViewCx<'_>, row: Rect, hot: bool) {
    let square = Rect::from_center_size(pos2(row.right() + 7.0, row.center().y), vec2(10.0, 10.0));
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
    let role_of =
        |(event, at): &(&'_ Event, usize)| event.participants.get(*at).map_or(String::new(), |part| part.role.clone());
    let roles: Vec<String> = events[..shown].iter().map(role_of).collect();
    let width = column(roles.iter().map(String::as_str), 96.0);
    for ((event, position), role) in events[..shown].iter().zip(&roles) {
        let date = event.when.as_ref().map(|when| cx.words().date_brief(when, &case.calendar().zone));
        let row = ThingRow {
            id: &event.id,
            before: role,
            after: &date.unwrap_or_default(),
            grade: "",
            salt: *position,
            column: width,
        };
        hovered = hovered.or(thing_row_ui(ui, cx, case, row));
    }
    more_ui(ui, cx, "details-more-events", events.len() - shown, &mut state.all_events);
    hovered
}
