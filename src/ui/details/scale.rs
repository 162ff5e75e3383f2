//! Contested quantities as dots on one scale: how far sources lie apart, seen at a glance.

use egui::{Align2, Role as Access, Sense, Ui, WidgetInfo, pos2, vec2};

use super::claims::Group;
use crate::locale::Words;
use crate::model::Case;
use crate::model::claim::Quantity;
use crate::scene::{Item as Shape, Role, Stroke};
use crate::ui::cx::ViewCx;
use crate::ui::naming;
use crate::ui::parts::{self, BADGE, FINE};

/// A round step that cuts `length` into at most `most` parts: 1, 2 or 5 times a power of ten.
fn step(length: f64, most: f64) -> f64 {
    let least = length / most;
    let power = 10_f64.powf(least.log10().floor());
    let factor = [1.0, 2.0, 5.0, 10.0].into_iter().find(|factor| factor * power >= least * 0.999).unwrap_or(10.0);
    factor * power
}

/// The marks of a scale over these values: starts at nought where that is not far off.
fn ticks(low: f64, high: f64) -> Vec<f64> {
    let low = if low <= (high - low) * 2.0 && low >= 0.0 { 0.0 } else { low };
    let length = if high > low { high - low } else { high.abs().max(1.0) };
    let step = step(length, 5.0);
    let first = (low / step).floor();
    let last = (high / step).ceil().max(first + 1.0);
    (0..=(last - first) as usize).map(|at| (first + at as f64) * step).collect()
}

fn tick_text(words: &Words, value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 { words.number(value as i64) } else { format!("{value}") }
}

/// First and last value that a quantity may be; a floor ("at least") has one value only.
fn range(quantity: &Quantity) -> Option<(f64, f64)> {
    match (quantity.low, quantity.high) {
        (Some(low), Some(high)) => Some((low.min(high), low.max(high))),
        (Some(one), None) | (None, Some(one)) => Some((one, one)),
        (None, None) => None,
    }
}

/// Whether numbers in these units can stand on one scale. Nouns can (users, accounts, phones: what is counted is just
/// what sources do not agree on); symbols of measures (kg, t, EUR) only if they are the same.
fn comparable(one: &str, other: &str) -> bool {
    one == other || one.chars().count().min(other.chars().count()) > 3
}

/// Draws the scale where at least two of the claims state a number.
pub fn scale_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, group: &Group<'_>) {
    let Some(first) = group.claims.iter().find_map(|claim| claim.quantity()) else { return };
    let unit = first.unit.as_str();
    let mut marks: Vec<(f64, f64, String)> = group
        .claims
        .iter()
        .filter_map(|claim| {
            let quantity = claim.quantity().filter(|quantity| comparable(&quantity.unit, unit))?;
            let (low, high) = range(quantity)?;
            let grade = claim.cites.first().and_then(|cite| naming::grade(case, cite)).unwrap_or_default();
            Some((low, high, grade))
        })
        .collect();
    if marks.len() < 2 {
        return;
    }
    marks.sort_by(|left, right| left.0.total_cmp(&right.0));
    let low = marks.iter().map(|mark| mark.0).fold(f64::INFINITY, f64::min);
    let high = marks.iter().map(|mark| mark.1).fold(f64::NEG_INFINITY, f64::max);
    let ticks = ticks(low, high);
    let (Some(first), Some(last)) = (ticks.first().copied(), ticks.last().copied()) else { return };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 58.0), Sense::hover());
    let sentence = format!("{} – {}", tick_text(cx.words(), low), tick_text(cx.words(), high));
    response.widget_info(|| WidgetInfo::labeled(Access::Image, true, &sentence));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let inner = rect.shrink2(vec2(20.0, 0.0));
    let x = |value: f64| inner.left() + ((value - first) / (last - first)) as f32 * inner.width();
    let y = rect.top() + 24.0;
    let axis = rect.top() + 34.0;
    let mut shapes = vec![Shape::Line {
        points: vec![pos2(inner.left(), axis), pos2(inner.right(), axis)],
        stroke: Stroke::new(1.0, Role::ControlBorder),
    }];
    let mut free = rect.left();
    for tick in &ticks {
        let at = pos2(x(*tick), axis);
        shapes
            .push(Shape::Line { points: vec![at, at + vec2(0.0, 4.0)], stroke: Stroke::new(1.0, Role::ControlBorder) });
        let text = tick_text(cx.words(), *tick);
        let half = text.chars().count() as f32 * 3.4;
        if at.x - half >= free {
            let label = at + vec2(0.0, 11.0);
            parts::line(ui, cx, label, Align2::CENTER_CENTER, &text, (FINE, Role::Text3), 90.0);
            free = at.x + half + 6.0;
        }
    }
    let mut free = rect.left() - 20.0;
    for (low, high, grade) in &marks {
        let (from, to) = (x(*low), x(*high));
        let exact = to - from < 2.0;
        if !exact {
            let points = vec![pos2(from, y - 4.0), pos2(to, y - 4.0), pos2(to, y + 4.0), pos2(from, y + 4.0)];
            let ink = Role::Text2.into();
            shapes.push(Shape::Hatch { points: points.clone(), left: ink, right: ink });
            shapes.push(Shape::Polygon { points, fill: None, stroke: Some(Stroke::new(1.0, Role::Text2)) });
        }
        let middle = pos2(f32::midpoint(from, to), y);
        let fill = if exact { Role::Text1 } else { Role::Canvas };
        let stroke = Some(Stroke::new(1.25, Role::Text1));
        shapes.push(Shape::Circle { centre: middle, radius: 4.0, fill: Some(fill.into()), stroke });
        // Grades that would run into each other are left to the list below.
        if middle.x - 10.0 >= free {
            let label = middle - vec2(0.0, 13.0);
            parts::line(ui, cx, label, Align2::CENTER_CENTER, grade, (BADGE, Role::Text2), 40.0);
            free = middle.x + 12.0;
        }
    }
    parts::shapes(ui, cx, &shapes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_are_not_mixed_on_one_scale() {
        assert!(comparable("users", "phones in circulation") && comparable("kg", "kg"));
        assert!(!comparable("kg", "tonnes"));
    }

    #[test]
    fn scales_have_round_marks_and_few_of_them() {
        assert_eq!(ticks(65_000.0, 500_000.0), [0.0, 100_000.0, 200_000.0, 300_000.0, 400_000.0, 500_000.0]);
        assert_eq!(ticks(28.0, 30.0), [28.0, 28.5, 29.0, 29.5, 30.0]);
        assert_eq!(ticks(5.0, 5.0).first(), Some(&5.0));
        assert!(ticks(0.0, 0.0).len() >= 2);
        for (low, high) in [(1.0, 7.0), (-20.0, 4.0), (2e8, 1e9), (0.1, 0.35)] {
            let ticks = ticks(low, high);
            assert!(ticks.len() <= 8 && ticks[0] <= low && *ticks.last().unwrap() >= high, "{ticks:?}");
        }
    }
}
