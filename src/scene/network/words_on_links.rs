//! Words on ties that are lit: the relation, then its date, on the spot of the line that fewest other lines cross.

use emath::{Pos2, Rect, pos2, vec2};

use super::Network;
use super::gather::{Node, Tie};
use super::links::{Drawn, along};
use crate::layout::measure::TextStyle;
use crate::layout::network::labels::Lines;
use crate::model::time::Answer;
use crate::scene::looks::plate;
use crate::scene::text::{TICK, TICK_STRONG};
use crate::scene::{Anchor, Item, Level, Role, Scene};

/// Shares of the line where its words may stand, best first.
const SPOTS: [f32; 9] = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];
/// A spot further from the middle is taken if it saves so many points of covered line.
const RANK: f32 = 2.0;
/// Between the words and their date.
const DATE_GAP: f32 = 6.0;
const HEIGHT: f32 = 14.0;
/// So many ties look for a place for their words; where more are lit, there is none.
const MOST_TRIES: usize = 150;
/// Participations in an event that say no more than that.
const PART_OF: [&str; 4] = ["part of", "onderdeel van", "maakt deel uit van", "deel van"];

/// Draws the words of ties that are lit, where they fit. `taken` is what they may not cover. What does not fit is
/// counted.
pub fn push(
    scene: &mut Scene,
    input: &Network<'_>,
    nodes: &[Node<'_>],
    (ties, routes): (&[Tie<'_>], &[Drawn]),
    lines: &Lines,
    taken: Vec<Rect>,
) {
    let view = Rect::from_min_size(Pos2::ZERO, input.size);
    let mut writer = Writer { input, lines, taken, view: view.shrink(2.0) };
    writer.taken.extend(scene.hits.iter().map(|hit| hit.shape.bounds()));
    let mut dropped = 0;
    let mut tries = 0;
    for (at, (tie, drawn)) in ties.iter().zip(routes).enumerate() {
        if !has_words(tie) || drawn.points.len() < 2 || drawn.bundle.is_some() {
            continue;
        }
        let is_seen = [tie.from, tie.to].iter().all(|end| view.contains(nodes[*end].centre));
        tries += 1;
        if (tries > MOST_TRIES || !writer.write(&mut scene.items, tie, drawn, at)) && is_seen {
            dropped += 1;
        }
    }
    scene.omit("omitted-link-labels", dropped);
}

fn has_words(tie: &Tie<'_>) -> bool {
    tie.is_lit && !tie.label.is_empty() && !(tie.is_participation && PART_OF.contains(&tie.label))
}

struct Writer<'a> {
    input: &'a Network<'a>,
    lines: &'a Lines,
    taken: Vec<Rect>,
    view: Rect,
}

impl Writer<'_> {
    fn width(&self, text: &str, style: TextStyle) -> f32 {
        self.input.measure.width(text, style)
    }

    /// Writes the words of one tie; with their date where there is room, else without: hover and details have it.
    fn write(&mut self, items: &mut Vec<Item>, tie: &Tie<'_>, drawn: &Drawn, at: usize) -> bool {
        let style = if tie.level == Level::Lit { TICK_STRONG } else { TICK };
        let date = tie.when.map(|when| self.input.words.date_brief(when, &self.input.case.calendar().zone));
        let label = self.width(tie.label, style);
        let with_date = date.map(|date| (label + DATE_GAP + self.width(&date, TICK), date));
        for (width, date) in
            [with_date.map(|(width, date)| (width, Some(date))), Some((label, None))].into_iter().flatten()
        {
            let Some(rect) = self.spot(drawn, width, at) else { continue };
            self.taken.push(rect);
            items.push(Item::Rect { rect, radius: 3.0, fill: Some(plate()), stroke: None });
            let left = rect.center().x - width / 2.0;
            let role = if tie.answer == Answer::Out { Role::FadedText } else { Role::Text2 };
            items.push(text(pos2(left, rect.center().y), tie.label, style, role));
            if let Some(date) = date {
                items.push(text(pos2(left + label + DATE_GAP, rect.center().y), &date, TICK, Role::Text3));
            }
            return true;
        }
        false
    }

    /// The free spot of a line that covers least of the others; the middle where it makes little difference.
    fn spot(&self, drawn: &Drawn, width: f32, at: usize) -> Option<Rect> {
        (SPOTS.iter().enumerate())
            .map(|(rank, share)| {
                (rank, Rect::from_center_size(along(&drawn.points, *share), vec2(width + 6.0, HEIGHT)))
            })
            .filter(|(_, rect)| {
                self.view.contains_rect(*rect) && !self.taken.iter().any(|other| other.intersects(*rect))
            })
            .map(|(rank, rect)| (self.lines.inside(rect, Some(at)) + RANK * rank as f32, rect))
            .min_by(|(one, _), (other, _)| one.total_cmp(other))
            .map(|(_, rect)| rect)
    }
}

fn text(at: Pos2, text: &str, style: TextStyle, role: Role) -> Item {
    Item::Text { at, anchor: Anchor::Left, text: text.to_owned(), style, ink: role.into(), plate: None }
}
