//! Layouts that say something by where things stand: in layers, in rings, by date, in boxes.

mod boxes;
mod by_time;
mod layered;
mod radial;
mod row;
#[cfg(test)]
mod tests;

use emath::{Pos2, Rect, Vec2};

use super::{Layout, Part, Point, Request, Seen, Watch, packed, part};
use crate::base::rows::Rows;

/// What the places of nodes say.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Form {
    /// Who is tied lies near.
    #[default]
    Free,
    /// What leads stands above what it leads.
    Layered {
        /// For each tie whether it leads from its first end to its second.
        directed: Vec<bool>,
    },
    /// Rings around one node, one for each step.
    Radial {
        /// The node in the middle; none: the one with most ties.
        centre: Option<u32>,
    },
    /// From left to right by date.
    ByTime {
        /// The date of each node in milliseconds; none where it has none.
        moments: Vec<Option<f64>>,
    },
    /// A box for each group.
    Boxes {
        /// The group of each node, as a position in `names`.
        group_of: Vec<u32>,
        /// What the groups are called; the last is that of all that belong nowhere.
        names: Vec<String>,
    },
}

/// What is drawn below the network, so that its places are understood.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// All on it are so many steps from the middle.
    Ring {
        /// Its middle.
        centre: Pos2,
        /// Half its width and half its height.
        radii: Vec2,
        /// How many steps.
        steps: u32,
    },
    /// All in it belong together.
    Box {
        /// Where.
        rect: Rect,
        /// What it is called; empty: these belong nowhere.
        name: String,
        /// How many are in it.
        count: usize,
    },
    /// Dates run along x.
    Times {
        /// Milliseconds at the left and at the right.
        times: (f64, f64),
        /// The extent of what has a date.
        rect: Rect,
    },
    /// What has no date stands here.
    Undated {
        /// Where.
        rect: Rect,
        /// How many.
        count: usize,
    },
}

/// Arranges a network in a form other than the free one; none if it was cancelled.
pub fn arrange(request: &Request, watch: &Watch<'_>) -> Option<Layout> {
    match &request.form {
        Form::Free | Form::Layered { .. } | Form::Radial { .. } => by_parts(request, watch),
        Form::ByTime { moments } => by_time::arrange(request, moments, watch),
        Form::Boxes { group_of, names } => boxes::arrange(request, group_of, names, watch),
    }
}

/// Part by part, packed side by side.
fn by_parts(request: &Request, watch: &Watch<'_>) -> Option<Layout> {
    let count = request.ids.len();
    let rows = Rows::new(count, &request.ends);
    let mut seen = Seen { by: vec![u32::MAX; count], tie: vec![0; count], local: vec![0; count] };
    let mut groups: Vec<(Part, Vec<Point>)> = Vec::new();
    let mut rings = None;
    let middle = match &request.form {
        Form::Radial { centre } => centre.filter(|node| (*node as usize) < count),
        _ => None,
    };
    for members in rows.parts() {
        if watch.is_cancelled() {
            return None;
        }
        let mut part = part(request, &rows, members, &mut seen);
        // Every form puts all in order anew.
        part.has_start = false;
        let mut points = if let Form::Layered { directed } = &request.form {
            layered::places(&part, &leads(request, &rows, directed, &part, &seen), f64::from(request.aspect), watch)?
        } else {
            let own = middle.and_then(|node| part.members.iter().position(|member| *member == node));
            let own = own.map(|node| node as u32);
            let (points, radii) = radial::places(&part, own, watch)?;
            if own.is_some() || (middle.is_none() && rings.is_none()) {
                rings = Some((part.members[radial::middle(&part, own) as usize], radii));
            }
            points
        };
        onto_pins(&part, &mut points);
        groups.push((part, points));
    }
    let mut layout = packed(&groups, request);
    if let Some((node, radii)) = rings {
        let centre = layout.positions[node as usize];
        layout.marks = (radii.into_iter().zip(1..)).map(|(radii, steps)| Mark::Ring { centre, radii, steps }).collect();
    }
    Some(layout)
}

/// Who leads whom in a part, each pair once.
fn leads(request: &Request, rows: &Rows, directed: &[bool], part: &Part, seen: &Seen) -> Vec<(u32, u32)> {
    let ties = part.members.iter().flat_map(|node| rows.ties_of(*node));
    let leads = ties.filter(|tie| directed.get(**tie as usize).copied().unwrap_or(false));
    let local = |node: u32| seen.local[node as usize];
    let mut leads: Vec<(u32, u32)> =
        leads.map(|tie| request.ends[*tie as usize]).map(|(from, to)| (local(from), local(to))).collect();
    leads.sort_unstable();
    leads.dedup();
    leads
}

/// Moves a part so that it lies around its pins, and what is pinned exactly where it is pinned.
fn onto_pins(part: &Part, points: &mut [Point]) {
    let pinned: Vec<(Point, Point)> =
        part.pins.iter().zip(points.iter()).filter_map(|(pin, point)| Some(((*pin)?, *point))).collect();
    if pinned.is_empty() {
        return;
    }
    let count = pinned.len() as f64;
    let shift = [0, 1].map(|axis| pinned.iter().map(|(pin, point)| pin[axis] - point[axis]).sum::<f64>() / count);
    for (point, pin) in points.iter_mut().zip(&part.pins) {
        *point = pin.unwrap_or([point[0] + shift[0], point[1] + shift[1]]);
    }
}
