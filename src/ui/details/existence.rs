//! When something existed or happened: in words, as written, and as a bar with what is unsure about it.

use egui::{Align2, Rect, Sense, Ui, pos2, vec2};

use crate::layout::font;
use crate::model::Case;
use crate::model::case::Item;
use crate::model::claim::{Claim, Value};
use crate::model::time::civil::{CivilDate, CivilTime, Unit, next};
use crate::model::time::{Edge, Span, Stamp, When};
use crate::scene::looks::{possible_fill, possible_hatch, possible_outline};
use crate::scene::{Item as Shape, Role, Stroke};
use crate::ui::cx::ViewCx;
use crate::ui::naming;
use crate::ui::parts::{self, BODY, FINE, MONO, SECTION};

/// A year in milliseconds, near enough for a margin.
const YEAR: i64 = 31_556_952_000;

/// Draws when a thing existed or happened.
pub fn existence_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, item: Item<'_>) {
    let words = cx.words();
    let key = match item {
        Item::Entity(_) => "details-existed",
        Item::Source(_) => "details-published",
        _ => "details-when",
    };
    // Beside what is written of an event stands what its order among others says.
    let (when, tightened) = match item {
        Item::Event(event) => (case.when_of(event), words.tightened(case, event)),
        _ => (item.when(), None),
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        ui.label(parts::rich(cx, cx.text(key), SECTION, Role::Text2));
        if let Some(when) = item.when() {
            ui.label(parts::rich(cx, words.date(when, &case.calendar().zone), BODY, Role::Text1));
            ui.label(parts::rich(cx, when.text(), MONO, Role::Text3)).on_hover_text(cx.text("details-as-written"));
        } else if let Some(text) = &tightened {
            ui.label(parts::rich(cx, text, BODY, Role::Text1));
        } else {
            let key = if matches!(item, Item::Entity(_)) { "details-undated-entity" } else { "answer-undated" };
            ui.label(parts::rich(cx, cx.text(key), BODY, Role::Text2));
        }
    });
    if let Some(text) = tightened.filter(|_| item.when().is_some()) {
        parts::paragraph_ui(ui, cx, cx.words().with("details-by-order", &[("date", text.into())]), FINE, Role::Text2);
    }
    if let Some(when) = item.when()
        && when.is_impossible()
    {
        parts::paragraph_ui(ui, cx, cx.text("details-impossible"), FINE, Role::Error);
    }
    if let Some(when) = when
        && !matches!(item, Item::Source(_))
        && let Some(domain) = domain(when, item.claims(), cx.workspace.window())
    {
        let role = naming::look(case, item).map_or(Role::EventBar, |look| look.role);
        bar_ui(ui, cx, case, when, item.claims(), domain, role);
    }
}

/// The stretch that the bar shows: all bounded ends of the date, its rival claims and the window, with a margin. None
/// for a single day, of which a bar would say nothing.
fn domain(when: &When, claims: &[Claim], window: Option<Span>) -> Option<Span> {
    let mut stamps: Vec<Stamp> = ends(when).to_vec();
    for claim in claims {
        if let Value::Date(date) = &claim.value
            && is_of_time(claim)
        {
            stamps.extend(ends(date));
        }
    }
    stamps.retain(|stamp| stamp.is_bounded());
    let own = (stamps.iter().copied().min()?, stamps.iter().copied().max()?);
    if own.1.0.saturating_sub(own.0.0) < 86_400_000 && !when.is_extent() {
        return None;
    }
    let mut span = Span::new(own.0, own.1);
    if let Some(window) = window
        && window.start().is_bounded()
        && window.end().is_bounded()
    {
        span = span.hull(window);
    }
    let margin = (span.end().0.saturating_sub(span.start().0) / 12).max(YEAR / 24);
    Some(Span::new(span.start().plus(-margin), span.end().plus(margin)))
}

fn ends(when: &When) -> [Stamp; 4] {
    let bounds = when.bounds();
    [bounds.earliest_start, bounds.latest_start, bounds.earliest_end, bounds.latest_end]
}

/// Whether a claim is about when, so that it can be marked on the bar.
fn is_of_time(claim: &Claim) -> bool {
    matches!(claim.of.as_str(), "when" | "existed" | "began" | "ended" | "start" | "end")
}

fn bar_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, when: &When, claims: &[Claim], domain: Span, role: Role) {
    ui.add_space(6.0);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 38.0), Sense::hover());
    if !ui.is_rect_visible(rect) {
        return;
    }
    let scale = Scale { left: rect.left(), width: rect.width(), domain };
    let mut shapes = vec![Shape::Line {
        points: vec![pos2(rect.left(), rect.top() + 21.0), pos2(rect.right(), rect.top() + 21.0)],
        stroke: Stroke::new(1.0, Role::Hairline),
    }];
    years(ui, cx, case, &scale, rect, &mut shapes);
    extent(when, &scale, rect.top() + 12.0, role, &mut shapes);
    for claim in claims.iter().filter(|claim| is_of_time(claim)) {
        if let Value::Date(date) = &claim.value {
            let x = scale.x(date.outer().start());
            let y = rect.top();
            let points = vec![pos2(x - 4.0, y), pos2(x + 4.0, y), pos2(x, y + 7.0)];
            shapes.push(Shape::Polygon { points, fill: Some(Role::Text1.into()), stroke: None });
        }
    }
    if let Some(window) = cx.workspace.window() {
        let (from, to) = (scale.x(window.start()), scale.x(window.end()));
        let frame = Rect::from_min_max(pos2(from, rect.top() + 3.0), pos2(to.max(from + 3.0), rect.top() + 23.0));
        shapes.push(Shape::Rect { rect: frame, radius: 0.0, fill: None, stroke: Some(Stroke::new(1.25, Role::Text1)) });
    }
    parts::shapes(ui, cx, &shapes);
}

/// From time to place.
struct Scale {
    left: f32,
    width: f32,
    domain: Span,
}

impl Scale {
    /// Where a point lies; what is outside lies at the edge.
    fn x(&self, stamp: Stamp) -> f32 {
        let (start, end) = (self.domain.start().0 as f64, self.domain.end().0 as f64);
        let share = (stamp.0 as f64 - start) / (end - start).max(1.0);
        self.left + share.clamp(0.0, 1.0) as f32 * self.width
    }
}

/// Marks at the starts of years, or of months where the stretch is short, as many as have room.
fn years(ui: &Ui, cx: &ViewCx<'_>, case: &Case, scale: &Scale, rect: Rect, shapes: &mut Vec<Shape>) {
    let zone = &case.calendar().zone;
    let length = scale.domain.end().0.saturating_sub(scale.domain.start().0);
    let least = (52.0 / scale.width.max(1.0) * length as f32) as i64;
    let years = (least / YEAR + 1).max(1);
    let (unit, multiple) = match least {
        0..=2_419_200_000 => (Unit::Month, 1),
        2_419_200_001..=15_000_000_000 => (Unit::Month, 6),
        _ => (Unit::Year, [1, 2, 5, 10, 20, 50, 100].into_iter().find(|step| i64::from(*step) >= years).unwrap_or(500)),
    };
    let mut at = scale.domain.start();
    for _ in 0..16 {
        at = next(at, unit, multiple, zone);
        if at > scale.domain.end() || !at.is_bounded() {
            break;
        }
        let x = scale.x(at);
        let top = rect.top() + 21.0;
        shapes
            .push(Shape::Line { points: vec![pos2(x, top), pos2(x, top + 4.0)], stroke: Stroke::new(1.0, Role::Line) });
        let CivilDate { year, month, .. } = CivilTime::at(at, zone).date;
        let text = if unit == Unit::Year || month == 1 {
            year.to_string()
        } else {
            format!("{} {year}", cx.text(&format!("month-{month}")))
        };
        if x + 3.0 + font::width(&text, FINE) <= rect.right() {
            let at = pos2(x + 3.0, rect.top() + 31.0);
            parts::line(ui, cx, at, Align2::LEFT_CENTER, &text, (FINE, Role::Text3), 60.0);
        }
    }
}

/// The bar itself: solid where sure, hatched where only possible, an arrow where it goes on.
fn extent(when: &When, scale: &Scale, y: f32, role: Role, shapes: &mut Vec<Shape>) {
    let outer = when.outer();
    let (left, right) = (scale.x(outer.start()), scale.x(outer.end()));
    let core = when.core().map(|core| (scale.x(core.start()), scale.x(core.end())));
    // Where nothing is known the hatching fades away instead of ending at a line.
    let unknown = (when.start_edge() == Edge::Unknown, when.end_edge() == Edge::Unknown);
    let mut possible = |from: f32, to: f32, (fades_left, fades_right): (bool, bool)| {
        if to - from < 1.0 {
            return;
        }
        let points = vec![pos2(from, y - 4.0), pos2(to, y - 4.0), pos2(to, y + 4.0), pos2(from, y + 4.0)];
        let ink = |fades: bool| if fades { possible_hatch(role).alpha(0.0) } else { possible_hatch(role) };
        if !fades_left && !fades_right {
            shapes.push(Shape::Polygon { points: points.clone(), fill: Some(possible_fill(role)), stroke: None });
        }
        shapes.push(Shape::Hatch { points: points.clone(), left: ink(fades_left), right: ink(fades_right) });
        if !fades_left && !fades_right {
            shapes.push(Shape::Polygon { points, fill: None, stroke: Some(possible_outline(role)) });
        }
    };
    match core {
        Some((from, to)) => {
            possible(left, from, (unknown.0, false));
            possible(to, right, (false, unknown.1));
            let to = if when.end_edge() == Edge::Open { right - 8.0 } else { to };
            let rect = Rect::from_min_max(pos2(from, y - 2.0), pos2(to.max(from + 1.0), y + 2.0));
            shapes.push(Shape::Rect { rect, radius: 0.0, fill: Some(role.into()), stroke: None });
        }
        None => possible(left, right.max(left + 2.0), unknown),
    }
    if when.end_edge() == Edge::Open {
        let points = vec![pos2(right - 8.0, y - 5.0), pos2(right, y), pos2(right - 8.0, y + 5.0)];
        shapes.push(Shape::Polygon { points, fill: Some(role.into()), stroke: None });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time::Calendar;

    #[test]
    fn a_bar_is_drawn_only_where_it_says_more_than_a_day() {
        let calendar = Calendar::named("Europe/Amsterdam").unwrap();
        let when = |text: &str| When::parse(text, &calendar, None).unwrap();
        assert_eq!(domain(&when("2021-03-09"), &[], None), None);
        let open = domain(&when("2018?/.."), &[], None).unwrap();
        assert!(open.start().is_bounded() && open.end().is_bounded());
        let window = when("2024").outer();
        assert!(domain(&when("2018?/.."), &[], Some(window)).unwrap().covers(window));
    }
}
