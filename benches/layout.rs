//! Layout of a contact network: how long until first positions and until rest, how good they are, and beside it, at M,
//! 300 ticks of fjadra on the same network in the same run. Then shapes that break layouts: a star, a chain, many parts.
//!
//! `cargo bench --bench layout [-- S|M|L]`

#[expect(dead_code, reason = "cases are made from it too")]
#[path = "support/dice.rs"]
mod dice;

use std::collections::HashSet;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use dice::Dice;
use emath::{Pos2, Rect, Vec2};
use fjadra::{Link, ManyBody, Node, PositionX, PositionY, SimulationBuilder};
use rodedraad::base::cancel::{Cancel, Progress};
use rodedraad::base::parallel::threads;
use rodedraad::base::rows::Rows;
use rodedraad::layout::network::{Form, Layout, Request, Watch, arrange_watched};
use rodedraad::model::Id;

fn main() {
    let is_measuring = std::env::args().any(|word| word == "--bench");
    let asked = |name: &str| std::env::args().any(|word| word == name);
    let (name, nodes, ties) = match (is_measuring, asked("L")) {
        _ if asked("S") || !is_measuring => ("S", 200, 700),
        (_, true) => ("L", 70_000, 1_000_000),
        _ => ("M", 10_000, 50_000),
    };
    let ends = contacts(nodes, ties);
    println!("{name}: {nodes} nodes, {} ties; {} threads", ends.len(), threads());
    let network = request(nodes, ends.clone());
    let (ours, layout) = timed(&network);
    let quality = quality(&layout.positions, &ends);
    println!("ours, at rest: {:.2} s, stress {:.4}, neighbour share {:.4}", seconds(ours), quality.0, quality.1);
    if name != "L" {
        let begin = Instant::now();
        let positions = forces(nodes, &ends);
        let theirs = begin.elapsed();
        let quality = self::quality(&positions, &ends);
        println!(
            "fjadra, 300 ticks: {:.2} s ({:.0} × ours; limit 20), stress {:.4}, neighbour share {:.4}",
            seconds(theirs),
            theirs.as_secs_f64() / ours.as_secs_f64(),
            quality.0,
            quality.1
        );
    }
    let share = if is_measuring { 1 } else { 1_000 };
    shape("star", 100_000 / share, (1..100_000 / share).map(|at| (0, at)).collect());
    shape("chain", 1_000_000 / share, (1..1_000_000 / share).map(|at| (at - 1, at)).collect());
    let pairs = 20_000 / share;
    shape("pairs, each a part of its own", 2 * pairs, (0..pairs).map(|at| (2 * at, 2 * at + 1)).collect());
}

fn seconds(time: Duration) -> f64 {
    time.as_secs_f64()
}

fn shape(name: &str, nodes: u32, ends: Vec<(u32, u32)>) {
    let (took, layout) = timed(&request(nodes, ends));
    assert!(layout.positions.iter().all(|at| at.x.is_finite() && at.y.is_finite()), "{name}");
    println!("{name} of {nodes}: {:.2} s", seconds(took));
}

/// Time until rest, and where everything came to rest; tells the first positions on the way.
fn timed(network: &Request) -> (Duration, Layout) {
    let (cancel, progress) = (Cancel::default(), Progress::default());
    let begin = Instant::now();
    let first = Mutex::new(None);
    let note = |layout: Layout| {
        if let Ok(mut first) = first.lock() {
            *first = Some((begin.elapsed(), layout));
        }
    };
    let watch = Watch { cancel: &cancel, progress: &progress, threads: threads(), first: Some(&note) };
    let layout = arrange_watched(network, &watch).expect("nobody cancels");
    let took = begin.elapsed();
    if let Ok(Some((first, early))) = first.into_inner() {
        let (early, late) = (quality(&early.positions, &network.ends), quality(&layout.positions, &network.ends));
        println!("first positions: {:.2} s, stress {:.2} × that at rest (limit 1.5)", seconds(first), early.0 / late.0);
    }
    (took, layout)
}

fn request(count: u32, ends: Vec<(u32, u32)>) -> Request {
    Request {
        ids: (0..count).map(|at| Id::from(format!("n{at}"))).collect(),
        ends,
        weights: Vec::new(),
        rooms: vec![Rect::from_center_size(Pos2::ZERO, Vec2::splat(16.0)); count as usize],
        pins: vec![None; count as usize],
        previous: Vec::new(),
        aspect: 1.6,
        seed: 1,
        form: Form::Free,
    }
}

/// Who is in contact with whom: communities of very different sizes, and a few people whom very many know.
fn contacts(nodes: u32, ties: usize) -> Vec<(u32, u32)> {
    let mut dice = Dice(7);
    let mut community = Vec::with_capacity(nodes as usize);
    let mut bounds = Vec::new();
    while (community.len() as u32) < nodes {
        let largest = (nodes / 20).max(16);
        let size = ((8.0 + 8.0 * tail(&mut dice, 1.2)) as u32).min(largest).min(nodes - community.len() as u32);
        bounds.push((community.len() as u32, size));
        community.extend(std::iter::repeat_n(bounds.len() - 1, size as usize));
    }
    let mut sum = 0.0;
    let reached: Vec<f64> = (0..nodes)
        .map(|_| {
            sum += tail(&mut dice, 1.8) + 0.3;
            sum
        })
        .collect();
    let someone = |dice: &mut Dice, first: u32, size: u32| {
        let before = first.checked_sub(1).map_or(0.0, |at| reached[at as usize]);
        let wanted = before + dice.share() * (reached[(first + size) as usize - 1] - before);
        (reached.partition_point(|sum| *sum < wanted) as u32).clamp(first, first + size - 1)
    };
    let mut seen = HashSet::new();
    let mut ends = Vec::with_capacity(ties);
    for at in 0.. {
        // Everyone knows somebody.
        let from = if at < nodes { at } else { someone(&mut dice, 0, nodes) };
        let (first, size) = if dice.share() < 0.85 { bounds[community[from as usize]] } else { (0, nodes) };
        let to = someone(&mut dice, first, size);
        if from != to && seen.insert((from.min(to), from.max(to))) {
            ends.push((from.min(to), from.max(to)));
        }
        if ends.len() == ties {
            break;
        }
    }
    ends
}

/// A number whose tail is that of Pareto's law.
fn tail(dice: &mut Dice, exponent: f64) -> f64 {
    (1.0 - dice.share()).powf(-1.0 / exponent) - 1.0
}

/// What fjadra makes of it, as its users would ask: links, repulsion, and a pull to the middle.
fn forces(count: u32, ends: &[(u32, u32)]) -> Vec<Pos2> {
    let links = ends.iter().map(|(from, to)| (*from as usize, *to as usize));
    let mut simulation = SimulationBuilder::default()
        .build((0..count).map(|_| Node::default()))
        .add_force("link", Link::new(links))
        .add_force("charge", ManyBody::new())
        .add_force("x", PositionX::new())
        .add_force("y", PositionY::new());
    simulation.tick(300);
    simulation.positions().map(|[x, y]| Pos2::new(x as f32, y as f32)).collect()
}

/// Stress over pairs with one of a hundred nodes, by the best scale: the mean of ((s·|p−q| − d) / d)². And the share of a
/// node's neighbours among as many nearest points, at most fifty of them, over up to 3,000 nodes.
fn quality(positions: &[Pos2], ends: &[(u32, u32)]) -> (f64, f64) {
    let count = positions.len();
    let rows = Rows::new(count, ends);
    let mut dice = Dice(1);
    let far = |one: usize, other: usize| f64::from(positions[one].distance(positions[other]));
    let mut shares = Vec::new();
    for _ in 0..100 {
        let from = dice.below(count);
        let steps = rows.distances(from as u32);
        let reached = (0..count).filter(|node| ![0, u32::MAX].contains(&steps[*node]));
        shares.extend(reached.map(|node| far(from, node) / f64::from(steps[node])));
    }
    let scale = shares.iter().sum::<f64>() / shares.iter().map(|share| share * share).sum::<f64>();
    let stress = shares.iter().map(|share| (share * scale - 1.0).powi(2)).sum::<f64>() / shares.len().max(1) as f64;
    let (mut hits, mut all) = (0, 0);
    for _ in 0..count.min(3_000) {
        let node = dice.below(count);
        let tied: HashSet<u32> = rows.of(node as u32).iter().copied().filter(|tied| *tied as usize != node).collect();
        let wanted = rows.of(node as u32).len().min(50);
        if wanted == 0 {
            continue;
        }
        let mut near: Vec<(f64, u32)> =
            (0..count).filter(|other| *other != node).map(|other| (far(node, other), other as u32)).collect();
        near.select_nth_unstable_by(wanted - 1, |one, other| one.0.total_cmp(&other.0));
        hits += near[..wanted].iter().filter(|(_, other)| tied.contains(other)).count();
        all += wanted;
    }
    (stress, f64::from(hits as u32) / f64::from(all.max(1) as u32))
}
