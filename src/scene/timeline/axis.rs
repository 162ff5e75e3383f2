//! The axis: two rows of labels, the grid below them, the window in its track.

use emath::{Rect, pos2, vec2};

use super::cuts::{CutPlace, push_pills, taken};
use super::frame::{AXIS, Regions, TRACK, text, window_edges};
use super::{Pen, filled, line, today};
use crate::layout::axis::{Ends, Name, Ticks, ends, nights, ticks, weekends};
use crate::locale::Words;
use crate::model::time::civil::CivilTime;
use crate::scene::text::{TICK, YEAR};
use crate::scene::{Anchor, Ink, Item, Role, Stroke};

/// Middle of the upper row.
pub(super) const UPPER_Y: f32 = 11.0;
/// Middle of the lower row.
pub(super) const LOWER_Y: f32 = 26.5;
/// Height of the window's bar.
const BAR: f32 = 6.0;

/// How much darker a weekend is, and a night: the same over all grounds, and less than what lies outside the window.
const SHADE: f32 = 0.03;

/// The marks of the axis and the dates at its ends, in the words of the user; none where a pill stands.
pub fn ticks_of(pen: &Pen<'_>, cuts: &[CutPlace]) -> (Ticks, Ends) {
    let say = |name, at| label(pen.words, name, at);
    let mut ticks = ticks(pen.axis, pen.view.zone, (YEAR, TICK), pen.measure, &say, &taken(cuts));
    let ends = ends(pen.axis, pen.view.zone, &ticks, TICK, pen.measure, &say);
    ticks.give_way(&ends, YEAR, pen.measure);
    (ticks, ends)
}

/// What a mark of the axis says.
pub fn label(words: &Words, name: Name, at: CivilTime) -> String {
    let (date, year) = (at.date, at.date.year);
    let month = || words.get(&format!("month-{}", date.month));
    match name {
        Name::Century => {
            let (first, last) = (words.year(year), words.year(year.saturating_add(99)));
            words.with("timeline-axis-century", &[("first", first.into()), ("last", last.into())])
        }
        Name::Decade if year > 0 => words.with("timeline-axis-decade", &[("decade", words.year(year).into())]),
        Name::Decade | Name::Year => words.year(year),
        Name::Month => month(),
        Name::MonthOfYear => format!("{} {}", month(), words.year(year)),
        Name::Week => words.with("timeline-axis-week", &[("week", i64::from(date.iso_week().1).into())]),
        Name::DayOfMonth => date.day.to_string(),
        Name::Date => words.day_of(at),
        Name::Day => format!("{} {}", words.get(&format!("weekday-{}", date.weekday())), words.day_of(at)),
        Name::Clock => clock(at),
        Name::DayAndClock => words.at_clock(&words.day_of(at), &clock(at)),
        Name::ClockWithSeconds => clock_with_seconds(at),
        Name::DayAndClockWithSeconds => words.at_clock(&words.day_of(at), &clock_with_seconds(at)),
        Name::DayAndClockWithMilliseconds => {
            words.at_clock(&words.day_of(at), &format!("{}.{:03}", clock_with_seconds(at), at.millisecond))
        }
        Name::Milliseconds => format!(".{:03}", at.millisecond),
    }
}

fn clock(at: CivilTime) -> String {
    format!("{:02}:{:02}", at.hour, at.minute)
}

fn clock_with_seconds(at: CivilTime) -> String {
    format!("{}:{:02}", clock(at), at.second)
}

/// Weekends and nights, under everything else.
pub fn push_shades(items: &mut Vec<Item>, pen: &Pen<'_>, area: Rect) {
    let (axis, zone) = (pen.axis, pen.view.zone);
    for (left, right) in weekends(axis, zone).into_iter().chain(nights(axis, zone)) {
        items.push(filled(area.with_min_x(left).with_max_x(right), Ink::new(Role::Text1).alpha(SHADE)));
    }
}

/// Vertical lines behind the lanes: finer units as hairlines, coarser ones a shade stronger.
pub fn push_grid(items: &mut Vec<Item>, ticks: &Ticks, area: Rect) {
    for (row, role) in [(&ticks.lower, Role::Hairline), (&ticks.upper, Role::Line)] {
        for tick in row.iter().filter(|tick| tick.is_shown && area.x_range().contains(tick.x)) {
            items.push(line(pos2(tick.x, area.top()), pos2(tick.x, area.bottom()), Stroke::new(1.0, role)));
        }
    }
}

/// The axis itself.
pub fn push(items: &mut Vec<Item>, pen: &Pen<'_>, (ticks, ends): (&Ticks, &Ends), regions: &mut Regions) {
    let (left, right) = (regions.ruler.left(), regions.ruler.right());
    items.push(filled(Rect::from_min_max(pos2(0.0, 0.0), pos2(right, AXIS)), Role::Panel));
    let mut inner = Vec::new();
    for (row, top, role) in [(&ticks.lower, 20.0, Role::Line), (&ticks.upper, 3.0, Role::Line)] {
        for tick in row.iter().filter(|tick| tick.is_shown && tick.x >= left) {
            // No line runs through the dates at the ends.
            let top = if ends.cover(tick.x) { 20.0 } else { top };
            inner.push(line(pos2(tick.x, top), pos2(tick.x, AXIS - TRACK), Stroke::new(1.0, role)));
        }
    }
    for (row, y, style, role) in
        [(&ticks.upper, UPPER_Y, YEAR, Role::Text1), (&ticks.lower, LOWER_Y, TICK, Role::Text2)]
    {
        for (x, label) in row.iter().filter_map(|tick| tick.label.as_ref()) {
            inner.push(text(pos2(*x, y), Anchor::Left, label.clone(), style, role));
        }
    }
    for (x, date) in std::iter::once(&ends.left).chain(&ends.right) {
        inner.push(text(pos2(*x, UPPER_Y), Anchor::Left, date.clone(), TICK, Role::Text2));
    }
    push_pills(&mut inner, &regions.cuts);
    today::push(&mut inner, pen, ticks, ends, regions);
    push_window(&mut inner, pen, regions);
    items.push(Item::Clip { rect: Rect::from_min_max(pos2(left, 0.0), pos2(right, AXIS)), items: inner });
}

/// The window: a bar of ink with a grip outside each end.
fn push_window(items: &mut Vec<Item>, pen: &Pen<'_>, regions: &mut Regions) {
    let track = regions.track;
    items.push(line(track.left_top(), track.right_top(), Stroke::new(1.0, Role::Hairline)));
    let Some((left, right)) = window_edges(pen, pen.axis) else { return };
    regions.note_window(left, right);
    let y = track.center().y;
    let shown = |x: f32| x.clamp(track.left() - 20.0, track.right() + 20.0);
    let bar = Rect::from_min_max(pos2(shown(left), y - BAR / 2.0), pos2(shown(right), y + BAR / 2.0));
    items.push(filled(bar, Role::Text1));
    for x in [left - 4.0, right + 4.0].into_iter().filter(|x| (shown(*x) - x).abs() < 0.1) {
        let grip = Rect::from_center_size(pos2(x, y), vec2(8.0, TRACK));
        items.push(Item::Rect { rect: grip, radius: 2.0, fill: Some(Role::Text1.into()), stroke: None });
        for notch in [x - 1.25, x + 1.25] {
            items.push(line(pos2(notch, y - 2.5), pos2(notch, y + 2.5), Stroke::new(1.0, Role::Canvas)));
        }
    }
}
