//! Where the nodes of the network go: one value in, one value out, the same on every machine.
//!
//! Parts that hang together are arranged one by one and packed side by side. A small part is arranged by stress from
//! several beginnings and then refined node by node for few crossings and free names; a large one by sparse stress. Only
//! addition, multiplication, division and square roots are used, which give the same bits everywhere. Knows no window.

pub mod camera;
pub mod edges;
mod energy;
mod engine;
mod finish;
mod forms;
mod geometry;
pub mod labels;
mod pack;
mod random;
mod refine;
pub mod request;
mod stress;

pub use forms::{Form, Mark};
pub use request::{Layout, Request};

use emath::Pos2;

use crate::base::cancel::{Cancel, Progress};
use crate::base::parallel::threads;
use crate::base::rows::Rows;
use energy::Energy;
use engine::Begun;
use geometry::Area;
use random::Random;

/// Parts with more nodes than this are arranged by forces: stress looks at all pairs.
const MOST_BY_STRESS: usize = 400;
/// Parts with more nodes than this are not freed of overlaps: there the eye sees a cloud anyway.
const MOST_FREED: usize = 3_000;
/// Beginnings that are refined with so many nodes at most; larger parts get one.
const REFINED: [(usize, usize); 3] = [(24, 5), (60, 4), (120, 2)];

/// A point while it is worked on: more exact than what is drawn.
type Point = [f64; 2];

/// One part that hangs together, in positions of its own.
struct Part {
    /// Share of all nodes.
    share: f64,
    /// Positions in the request.
    members: Vec<u32>,
    ends: Vec<(u32, u32)>,
    /// How long each tie is to be beside the others.
    shares: Vec<f64>,
    /// What each node takes with its name, as seen from its centre.
    rooms: Vec<Area>,
    pins: Vec<Option<Point>>,
    start: Vec<Option<Point>>,
    /// Most nodes were seen before: those stay where they were.
    has_start: bool,
}

impl Part {
    /// Whether this node may not move.
    fn is_fixed(&self, node: usize) -> bool {
        self.pins[node].is_some() || (self.has_start && self.start[node].is_some())
    }

    /// Whether all nodes may move together.
    fn is_free(&self) -> bool {
        !self.has_start && self.pins.iter().all(Option::is_none)
    }
}

/// Who waits for a layout, and with how many threads it is made.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// Asks to stop.
    pub cancel: &'a Cancel,
    /// Hears how far it is.
    pub progress: &'a Progress,
    /// Threads that work. The layout does not depend on it.
    pub threads: usize,
    /// Is told the first positions of all nodes, where there is a wait until they are at rest.
    pub first: Option<&'a (dyn Fn(Layout) + Sync)>,
}

impl Watch<'_> {
    fn is_cancelled(&self) -> bool {
        self.cancel.is_cancelled()
    }
}

/// Arranges a network; none if it was cancelled. The same request gives the same bits on every machine.
pub fn arrange(request: &Request, cancel: &Cancel) -> Option<Layout> {
    let watch = Watch { cancel, progress: &Progress::default(), threads: threads(), first: None };
    arrange_watched(request, &watch)
}

/// The same, watched.
pub fn arrange_watched(request: &Request, watch: &Watch<'_>) -> Option<Layout> {
    if request.form != Form::Free {
        return forms::arrange(request, watch);
    }
    let count = request.ids.len();
    let rows = Rows::new(count, &request.ends);
    let mut groups: Vec<(Part, Vec<Point>)> = Vec::new();
    let mut begun: Vec<(usize, Begun)> = Vec::new();
    let mut total = 0;
    let mut seen = Seen { by: vec![u32::MAX; count], tie: vec![0; count], local: vec![0; count] };
    for members in rows.parts() {
        let part = part(request, &rows, members, &mut seen);
        let points = if part.members.len() <= MOST_BY_STRESS || part.has_start {
            arrange_part(&part, request, watch.cancel)?
        } else {
            total += engine::steps(part.members.len());
            watch.progress.set(watch.progress.get().0, total);
            let beginning = Begun::new(&part, request.seed, watch)?;
            let points = finished(&part, beginning.points(&part), request, false, watch.cancel);
            begun.push((groups.len(), beginning));
            points
        };
        groups.push((part, points));
    }
    if let Some(first) = watch.first.filter(|_| !begun.is_empty()) {
        first(packed(&groups, request));
    }
    for (at, beginning) in begun {
        let (part, points) = &mut groups[at];
        let settled = beginning.settle(part, watch)?;
        *points = finished(part, settled, request, true, watch.cancel);
    }
    (!watch.is_cancelled()).then(|| packed(&groups, request))
}

/// All parts side by side.
fn packed(groups: &[(Part, Vec<Point>)], request: &Request) -> Layout {
    let mut positions = vec![Pos2::ZERO; request.ids.len()];
    for (member, point) in pack::pack(groups, request.aspect) {
        positions[member as usize] = Pos2::new(point[0] as f32, point[1] as f32);
    }
    Layout { ids: request.ids.clone(), positions, rooms: request.rooms.clone(), ..Layout::default() }
}

/// A large part as it is seen: it lies broad, and where it is not too large nothing overlaps.
fn finished(part: &Part, mut points: Vec<Point>, request: &Request, is_settled: bool, cancel: &Cancel) -> Vec<Point> {
    let is_small = part.members.len() <= MOST_FREED;
    if part.is_free() {
        finish::lie_broad(&mut points);
        if is_small {
            finish::fill(&mut points, aspect(request));
        }
    }
    if is_small && is_settled {
        finish::free_overlaps(part, &mut points, aspect(request), cancel);
    }
    points
}

/// Width over height, within reason.
fn aspect(request: &Request) -> f64 {
    if request.aspect.is_finite() { f64::from(request.aspect).clamp(0.4, 4.0) } else { 1.6 }
}

/// For each node the last that saw it as a neighbour, and as which tie.
struct Seen {
    by: Vec<u32>,
    tie: Vec<usize>,
    /// The position of each node within its part.
    local: Vec<u32>,
}

fn part(request: &Request, rows: &Rows, members: Vec<u32>, seen: &mut Seen) -> Part {
    for (at, node) in members.iter().enumerate() {
        seen.local[*node as usize] = at as u32;
    }
    let mut ends = Vec::new();
    let mut weights: Vec<f64> = Vec::new();
    for node in &members {
        for (next, tie) in rows.of(*node).iter().zip(rows.ties_of(*node)).filter(|(next, _)| *next > node) {
            let weight = weight(request, *tie);
            // Parallel ties and loops pull no harder than the strongest of them.
            if seen.by[*next as usize] == *node {
                let strongest = &mut weights[seen.tie[*next as usize]];
                *strongest = strongest.max(weight);
                continue;
            }
            seen.by[*next as usize] = *node;
            seen.tie[*next as usize] = ends.len();
            ends.push((seen.local[*node as usize], seen.local[*next as usize]));
            weights.push(weight);
        }
    }
    let mean = (weights.iter().sum::<f64>() / weights.len().max(1) as f64).max(1e-9);
    let finite = |point: &Option<Pos2>| {
        point.filter(|point| point.x.is_finite() && point.y.is_finite()).map(|point| {
            let most = 1e7;
            [f64::from(point.x).clamp(-most, most), f64::from(point.y).clamp(-most, most)]
        })
    };
    let pick = |points: &[Option<Pos2>]| -> Vec<Option<Point>> {
        members.iter().map(|node| points.get(*node as usize).and_then(finite)).collect()
    };
    let start = pick(&request.previous);
    Part {
        share: members.len() as f64 / request.ids.len().max(1) as f64,
        rooms: members.iter().map(|node| room(request.rooms[*node as usize])).collect(),
        pins: pick(&request.pins),
        has_start: start.iter().filter(|start| start.is_some()).count() * 2 > members.len(),
        start,
        ends,
        // Four times the weight is half the length, but no tie is longer or shorter than twice another's.
        shares: weights.iter().map(|weight| (mean / weight.max(1e-9)).sqrt().clamp(0.5, 2.0)).collect(),
        members,
    }
}

/// The weight of a tie; 1 where none is given or it is no weight.
fn weight(request: &Request, tie: u32) -> f64 {
    let weight = request.weights.get(tie as usize).copied().unwrap_or(1.0);
    if weight.is_finite() && weight > 0.0 { f64::from(weight) } else { 1.0 }
}

/// A room as numbers: at least a point, at most what a screen is wide.
fn room(room: emath::Rect) -> Area {
    let side =
        |value: f32, least: f64, most: f64| if value.is_finite() { f64::from(value).clamp(least, most) } else { least };
    [
        [-side(-room.min.x, 1.0, 1e3), -side(-room.min.y, 1.0, 1e3)],
        [side(room.max.x, 1.0, 1e3), side(room.max.y, 1.0, 1e3)],
    ]
}

fn arrange_part(part: &Part, request: &Request, cancel: &Cancel) -> Option<Vec<Point>> {
    let count = part.members.len();
    if count == 1 {
        let before = if part.has_start { part.start[0] } else { None };
        return Some(vec![part.pins[0].or(before).unwrap_or([0.0, 0.0])]);
    }
    let aspect = aspect(request);
    let mut points = if count <= MOST_BY_STRESS {
        arrange_small(part, request.seed, aspect, cancel)?
    } else {
        engine::join(part, request.seed)
    };
    if count <= MOST_FREED {
        finish::free_overlaps(part, &mut points, aspect, cancel);
    }
    (!cancel.is_cancelled()).then_some(points)
}

/// The clearest of several refined arrangements.
fn arrange_small(part: &Part, seed: u64, aspect: f64, cancel: &Cancel) -> Option<Vec<Point>> {
    let mut candidates = stress::arrange(part, seed, part.has_start, cancel)?;
    let most = REFINED.iter().find(|(most, _)| part.members.len() <= *most).map_or(1, |(_, tries)| *tries);
    candidates.truncate(most);
    let tries = candidates.len();
    let fixed: Vec<bool> = (0..part.members.len()).map(|node| part.is_fixed(node)).collect();
    let mut best: Option<(f64, Vec<Point>)> = None;
    for (attempt, mut points) in candidates.into_iter().enumerate() {
        let energy = if part.is_free() {
            let energy = Energy::new(part, aspect, [0.0, 0.0]);
            finish::lie_broad(&mut points);
            finish::into_frame(&mut points, energy.frame());
            energy
        } else {
            Energy::new(part, aspect, finish::middle(&points))
        };
        let mut random = Random::new(seed.wrapping_add(1_000 + attempt as u64));
        let badness = refine::refine(part, &fixed, &energy, &mut points, &mut random, tries, cancel)?;
        if best.as_ref().is_none_or(|(least, _)| badness < *least) {
            best = Some((badness, points));
        }
    }
    best.map(|(_, points)| points)
}

#[cfg(test)]
mod tests;
