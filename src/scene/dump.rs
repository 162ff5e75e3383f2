//! A scene as text, for tests: one line an item, the same on every machine. Numbers are rounded to a tenth.

use std::fmt::Write as _;

use emath::{Pos2, Rect};

use super::{Anchor, HitShape, Ink, Item, Scene, Stroke, Style};

/// The whole scene: items back to front, then what can be pointed at, then what was left out.
pub fn dump(scene: &Scene) -> String {
    let mut text = String::new();
    push_items(&mut text, &scene.items, 0);
    for hit in &scene.hits {
        let shape = match &hit.shape {
            HitShape::Rect(rect) => format!("rect {}", area(*rect)),
            HitShape::Circle(centre, radius) => format!("circle {} {}", point(*centre), number(*radius)),
            HitShape::Line(line, reach) => format!("line {} within {}", points(line), number(*reach)),
        };
        line(&mut text, 0, &format!("hit {} {shape}", hit.id));
    }
    for (key, count) in &scene.omissions {
        line(&mut text, 0, &format!("left out {key} {count}"));
    }
    text
}

fn push_items(text: &mut String, items: &[Item], depth: usize) {
    for item in items {
        match item {
            Item::Clip { rect, items } => {
                line(text, depth, &format!("clip {}", area(*rect)));
                push_items(text, items, depth + 1);
            }
            item => line(text, depth, &plain(item)),
        }
    }
}

fn line(text: &mut String, depth: usize, content: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{:depth$}{content}", "", depth = 2 * depth);
}

fn plain(item: &Item) -> String {
    match item {
        Item::Polygon { points: corners, fill, stroke } => {
            format!("polygon{} {}", paint(*fill, *stroke), points(corners))
        }
        Item::Rect { rect, radius, fill, stroke } => {
            format!("rect{} {} round {}", paint(*fill, *stroke), area(*rect), number(*radius))
        }
        Item::Circle { centre, radius, fill, stroke } => {
            format!("circle{} {} {}", paint(*fill, *stroke), point(*centre), number(*radius))
        }
        Item::Line { points: way, stroke } => format!("line {} {}", pen(*stroke), points(way)),
        Item::Fade { rect, left, right } => format!("fade {} to {} {}", ink(*left), ink(*right), area(*rect)),
        Item::Bars { bars, ink: colour } => {
            let bars: Vec<String> = bars.iter().map(|bar| area(bar.rect())).collect();
            format!("bars {} {}", ink(*colour), bars.join(" | "))
        }
        Item::Pixels { rect, pixels, strength } => {
            format!("pixels {} × {} strength {} {}", pixels.width, pixels.height, number(*strength), area(*rect))
        }
        Item::Hatch { points: corners, left, right } if left == right => {
            format!("hatch {} {}", ink(*left), points(corners))
        }
        Item::Hatch { points: corners, left, right } => {
            format!("hatch {} to {} {}", ink(*left), ink(*right), points(corners))
        }
        Item::Text { at, anchor, text, style, ink: colour, plate } => {
            let anchor = match anchor {
                Anchor::Left => "from",
                Anchor::Middle => "around",
                Anchor::Right => "up to",
            };
            let plate = plate.map_or_else(String::new, |plate| format!(" on {}", ink(plate)));
            let style = format!("{} {:?}", number(style.size), style.weight);
            format!("text {text:?} {style} {}{plate} {anchor} {}", ink(*colour), point(*at))
        }
        Item::Clip { .. } => String::new(),
    }
}

/// How a shape is filled and outlined.
fn paint(fill: Option<Ink>, stroke: Option<Stroke>) -> String {
    let fill = fill.map_or_else(String::new, |fill| format!(" {}", ink(fill)));
    let stroke = stroke.map_or_else(String::new, |stroke| format!(" outline {}", pen(stroke)));
    fill + &stroke
}

fn pen(stroke: Stroke) -> String {
    let style = match stroke.style {
        Style::Solid => String::new(),
        Style::Dashed(dash, gap) => format!(" dashed {}/{}", number(dash), number(gap)),
        Style::Dotted => " dotted".to_owned(),
    };
    let round = if stroke.round { " round" } else { "" };
    // Widths differ by less than a tenth.
    format!("{:.2}{style}{round} {}", stroke.width, ink(stroke.ink))
}

fn ink(ink: Ink) -> String {
    let share = |name: &str, share: f32| {
        if (share - 1.0).abs() < 5e-3 { String::new() } else { format!("{name}{:.0}%", share * 100.0) }
    };
    format!("{:?}{}{}", ink.role, share("*", ink.strength), share("@", ink.alpha))
}

fn points(points: &[Pos2]) -> String {
    points.iter().map(|at| point(*at)).collect::<Vec<_>>().join(" ")
}

fn area(rect: Rect) -> String {
    format!("{} {}", point(rect.min), point(rect.max))
}

fn point(at: Pos2) -> String {
    format!("{},{}", number(at.x), number(at.y))
}

fn number(value: f32) -> String {
    // Adding zero turns -0 into 0.
    let rounded = (value * 10.0).round() / 10.0 + 0.0;
    if rounded.fract() == 0.0 { format!("{rounded:.0}") } else { format!("{rounded:.1}") }
}

#[cfg(test)]
mod tests {
    use emath::pos2;

    use super::*;
    use crate::scene::{Hit, Role};

    #[test]
    fn a_scene_reads_like_what_is_drawn() {
        let scene = Scene {
            items: vec![
                Item::Line { points: vec![pos2(-0.01, 0.0), pos2(10.25, 3.0)], stroke: Stroke::new(1.25, Role::Link) },
                Item::Clip {
                    rect: Rect::from_min_max(pos2(0.0, 0.0), pos2(9.0, 9.0)),
                    items: vec![Item::Circle {
                        centre: pos2(1.0, 2.0),
                        radius: 3.04,
                        fill: Some(Ink::new(Role::Thread).strength(0.42).alpha(0.5)),
                        stroke: None,
                    }],
                },
            ],
            hits: vec![Hit { id: "argus".into(), shape: HitShape::Circle(pos2(1.0, 2.0), 4.0) }],
            omissions: vec![("omitted-labels", 2)],
            ..Scene::default()
        };
        let expected = "\
line 1.25 Link 0,0 10.3,3
clip 0,0 9,9
  circle Thread*42%@50% 1,2 3
hit argus circle 1,2 4
left out omitted-labels 2
";
        assert_eq!(dump(&scene), expected);
    }
}
