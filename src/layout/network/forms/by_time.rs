//! From left to right by date: each thing on the row where it is nearest to what it is tied to, and free.

use emath::{Pos2, Rect, pos2};

use super::Mark;
use crate::base::rows::Rows;
use crate::layout::network::{Layout, Point, Request, Watch, room};

/// Least width of what has a date, in points.
const LEAST_WIDTH: f64 = 1_200.0;
/// The whole is so much larger than what its nodes and names take.
const LOOSE: f64 = 2.6;
/// Free ground between two things in a row, and between two rows.
const GAP: f64 = 12.0;
const BETWEEN_ROWS: f64 = 12.0;
/// From what has a date to what has none.
const ASIDE: f64 = 80.0;
/// So many rows are tried: in more, nobody sees where a thing stands.
const MOST_ROWS: usize = 400;

pub fn arrange(request: &Request, moments: &[Option<f64>], watch: &Watch<'_>) -> Option<Layout> {
    let count = request.ids.len();
    let rooms: Vec<_> = request.rooms.iter().map(|given| room(*given)).collect();
    let ties = Rows::new(count, &request.ends);
    let moment = |node: usize| moments.get(node).copied().flatten().filter(|moment| moment.is_finite());
    let mut dated: Vec<(f64, u32)> = (0..count).filter_map(|node| Some((moment(node)?, node as u32))).collect();
    dated.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    let undated: Vec<u32> = (0..count).filter(|node| moment(*node).is_none()).map(|node| node as u32).collect();
    let (first, last) = match (dated.first(), dated.last()) {
        (Some(first), Some(last)) if last.0 > first.0 => (first.0, last.0),
        // One moment: a day around it.
        (Some(only), _) => (only.0 - 43_200_000.0, only.0 + 43_200_000.0),
        _ => (0.0, 1.0),
    };
    let row = BETWEEN_ROWS + rooms.iter().map(|room| room[1][1] - room[0][1]).fold(16.0, f64::max);
    let area: f64 = dated
        .iter()
        .map(|(_, node)| {
            let room = rooms[*node as usize];
            (room[1][0] - room[0][0] + GAP) * row
        })
        .sum();
    let aspect = f64::from(if request.aspect.is_finite() { request.aspect.clamp(0.4, 4.0) } else { 1.6 });
    let width = (area * LOOSE * aspect).sqrt().max(LEAST_WIDTH);
    let mut points: Vec<Point> = vec![[0.0, 0.0]; count];
    let mut placed: Vec<Option<f64>> = vec![None; count];
    // Where each row is free from; the middle one first, then by turns above and below it.
    let mut free_from: Vec<f64> = Vec::new();
    for (at, (moment, node)) in dated.iter().enumerate() {
        if at % 1_024 == 0 && watch.is_cancelled() {
            return None;
        }
        let node = *node as usize;
        let x = width * (moment - first) / (last - first);
        let near: Vec<f64> = ties.of(node as u32).iter().filter_map(|other| placed[*other as usize]).collect();
        let wanted = if near.is_empty() { 0.0 } else { near.iter().sum::<f64>() / near.len() as f64 };
        let is_free = |row: &usize| free_from.get(*row).is_none_or(|free| free + GAP <= x + rooms[node][0][0]);
        let nearest = |one: &usize, other: &usize| {
            (height(*one) - wanted).abs().total_cmp(&(height(*other) - wanted).abs()).then(one.cmp(other))
        };
        let most = (free_from.len() + 1).min(MOST_ROWS);
        let chosen = (0..most).filter(is_free).min_by(nearest).unwrap_or(at % MOST_ROWS);
        if chosen >= free_from.len() {
            free_from.resize(chosen + 1, f64::NEG_INFINITY);
        }
        free_from[chosen] = x + rooms[node][1][0];
        placed[node] = Some(height(chosen));
        points[node] = [x, height(chosen) * row];
    }
    let half = (free_from.len() / 2 + 1) as f64 * row;
    let undated_rect = aside(&undated, &rooms, half, row, &mut points);
    let mut marks = Vec::new();
    if !dated.is_empty() {
        let rect = Rect::from_min_max(pos2(0.0, -half as f32), pos2(width as f32, half as f32));
        marks.push(Mark::Times { times: (first, last), rect });
    }
    marks.extend(undated_rect.map(|rect| Mark::Undated { rect, count: undated.len() }));
    let mut positions: Vec<Pos2> = points.iter().map(|point| pos2(point[0] as f32, point[1] as f32)).collect();
    for (position, pin) in positions.iter_mut().zip(&request.pins) {
        *position = pin.filter(|pin| pin.x.is_finite() && pin.y.is_finite()).unwrap_or(*position);
    }
    Some(Layout { ids: request.ids.clone(), positions, rooms: request.rooms.clone(), marks, ..Layout::default() })
}

/// Rows are counted from the middle, by turns below and above it.
fn height(row: usize) -> f64 {
    let away = row.div_ceil(2) as f64;
    if row % 2 == 1 { away } else { -away }
}

/// Columns at the left of what has no date.
fn aside(undated: &[u32], rooms: &[[Point; 2]], half: f64, row: f64, points: &mut [Point]) -> Option<Rect> {
    if undated.is_empty() {
        return None;
    }
    let tall = ((2.0 * half / row) as usize).max(6);
    let mut right = -ASIDE;
    let (mut top, mut bottom) = (f64::INFINITY, f64::NEG_INFINITY);
    let edge = right;
    for column in undated.chunks(tall) {
        let wide = |side: usize| column.iter().map(|node| rooms[*node as usize][side][0].abs()).fold(8.0, f64::max);
        let x = right - wide(1);
        let first = -0.5 * (column.len() as f64 - 1.0) * row;
        for (at, node) in column.iter().enumerate() {
            points[*node as usize] = [x, first + at as f64 * row];
        }
        top = top.min(first - row);
        bottom = bottom.max(-first + row / 2.0);
        right = x - wide(0) - GAP;
    }
    Some(Rect::from_min_max(pos2(right as f32, top as f32), pos2((edge + GAP) as f32, bottom as f32)))
}
