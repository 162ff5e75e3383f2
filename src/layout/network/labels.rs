//! Which names fit beside their nodes, and where: below, above, right, left; the first place that is free and crossed
//! by no line.

use emath::{Pos2, Rect, Vec2};

use super::geometry;

/// A node's name that wants a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish {
    /// Centre of the node.
    pub centre: Pos2,
    /// From the centre to the edges of the shape: half width, half height.
    pub half: Vec2,
    /// Width and height of the text.
    pub size: Vec2,
    /// Width and height of a shorter text, to be taken where the whole finds no place.
    pub short: Option<Vec2>,
    /// It is shown even where it covers something.
    pub is_needed: bool,
    /// Greater goes first; equals keep their order.
    pub priority: f32,
    /// Shown in the last picture: it stays if it can.
    pub was_shown: bool,
}

/// From the shape to the text, in points.
pub const GAP: f32 = 5.0;

/// A place that comes later in the order is taken if it saves so many points of covered line.
const RANK: f32 = 6.0;

/// Where a label stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// What it covers.
    pub rect: Rect,
    /// The shorter text is meant.
    pub is_short: bool,
}

/// What labels must stay clear of.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// Where labels may lie.
    pub canvas: Rect,
    /// Where no label may lie.
    pub taken: &'a [Rect],
    /// Lines that labels keep clear of where they can.
    pub lines: &'a Lines,
    /// Share of the canvas that labels may cover.
    pub share: f32,
}

/// The place of each label that found one: of the free ones the first, unless a later one covers much less of
/// the lines. A label that finds none may ask one other to move.
pub fn place(wishes: &[Wish], ground: &Ground<'_>) -> Vec<Option<Place>> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    let rank = |at: &usize| wishes[*at].priority + if wishes[*at].was_shown { 0.5 } else { 0.0 };
    order.sort_by(|a, b| rank(b).total_cmp(&rank(a)).then(a.cmp(b)));
    let mut taken = Cells::new(ground.canvas);
    for rect in ground.taken {
        taken.add(*rect, *rect);
    }
    let mut placing =
        Placing { wishes, ground, taken, labels: Cells::new(ground.canvas), placed: vec![None; wishes.len()] };
    let mut left = ground.share * ground.canvas.area();
    for at in order {
        let wish = wishes[at];
        let is_full = left < wish.size.x * wish.size.y && !wish.is_needed;
        if is_full || !ground.canvas.expand2(wish.half).contains(wish.centre) {
            continue;
        }
        if placing.put(at) || placing.put_by_moving_another(at) || placing.put_short(at) || placing.put_anyway(at) {
            left -= placing.placed[at].map_or(0.0, |place| place.rect.area());
        }
    }
    placing.placed
}

/// Labels while they are placed.
struct Placing<'a> {
    wishes: &'a [Wish],
    ground: &'a Ground<'a>,
    taken: Cells<Rect>,
    labels: Cells<usize>,
    placed: Vec<Option<Place>>,
}

impl Placing<'_> {
    /// Gives a label the best of its free places, if there is one.
    fn put(&mut self, at: usize) -> bool {
        self.put_sized(at, self.wishes[at].size, false)
    }

    fn put_short(&mut self, at: usize) -> bool {
        self.wishes[at].short.is_some_and(|size| self.put_sized(at, size, true))
    }

    fn put_sized(&mut self, at: usize, size: Vec2, is_short: bool) -> bool {
        let wish = self.wishes[at];
        let best = (places(wish.centre, wish.half, size).into_iter().enumerate())
            .filter(|(_, rect)| self.is_ground(*rect) && self.in_the_way(*rect).next().is_none())
            .map(|(rank, rect)| (self.ground.lines.inside(rect, None) + RANK * rank as f32, rect))
            .min_by(|(one, _), (other, _)| one.total_cmp(other));
        if let Some((_, rect)) = best {
            self.set(at, Place { rect, is_short });
        }
        best.is_some()
    }

    fn set(&mut self, at: usize, place: Place) {
        self.labels.add(place.rect, at);
        self.placed[at] = Some(place);
    }

    /// Gives a label that must be seen the place where it covers least, moved into the canvas.
    fn put_anyway(&mut self, at: usize) -> bool {
        let wish = self.wishes[at];
        let canvas = self.ground.canvas;
        if !wish.is_needed || wish.size.x > canvas.width() || wish.size.y > canvas.height() {
            return false;
        }
        let into = |rect: Rect| {
            let far = canvas.max - rect.size();
            Rect::from_min_size(rect.min.clamp(canvas.min, far), rect.size())
        };
        let covered = |rect: Rect| {
            let of = |other: Rect| if other.intersects(rect) { other.intersect(rect).area() } else { 0.0 };
            let labels = self.placed.iter().flatten().map(|place| of(place.rect)).sum::<f32>();
            self.ground.taken.iter().map(|other| of(*other)).sum::<f32>() + 4.0 * labels
        };
        let best = (places(wish.centre, wish.half, wish.size).into_iter().map(into))
            .min_by(|one, other| covered(*one).total_cmp(&covered(*other)));
        if let Some(rect) = best {
            self.set(at, Place { rect, is_short: false });
        }
        best.is_some()
    }

    /// Whether nothing but other labels can keep a label from here.
    fn is_ground(&self, rect: Rect) -> bool {
        self.ground.canvas.contains_rect(rect) && !self.taken.near(rect).any(|(other, _)| other.intersects(rect))
    }

    fn in_the_way(&self, rect: Rect) -> impl Iterator<Item = usize> {
        let is_there = move |at: &usize| self.placed[*at].is_some_and(|other| other.rect.intersects(rect));
        self.labels.near(rect).map(|(_, at)| *at).filter(is_there)
    }

    /// Finds a place that a single other label holds, if that one has another place to go.
    fn put_by_moving_another(&mut self, at: usize) -> bool {
        let wish = self.wishes[at];
        for rect in places(wish.centre, wish.half, wish.size) {
            let mut others: Vec<usize> = self.in_the_way(rect).collect();
            others.sort_unstable();
            others.dedup();
            let [other] = others[..] else { continue };
            if !self.is_ground(rect) {
                continue;
            }
            let before = self.placed[other];
            self.set(at, Place { rect, is_short: false });
            self.placed[other] = None;
            if self.put(other) {
                return true;
            }
            self.placed[other] = before;
            self.placed[at] = None;
        }
        false
    }
}

/// Below, above, right, left, then the four corners, then aside a little higher or lower, then below or above a little
/// aside.
fn places(centre: Pos2, half: Vec2, size: Vec2) -> [Rect; 16] {
    let down = half.y + GAP + size.y / 2.0;
    let aside = half.x + GAP + size.x / 2.0;
    let corner = Vec2::new(half.x * 0.7 + GAP + size.x / 2.0, half.y * 0.7 + GAP * 0.5 + size.y / 2.0);
    let (higher, shifted) = (size.y * 0.5, size.x * 0.3);
    [
        Vec2::new(0.0, down),
        Vec2::new(0.0, -down),
        Vec2::new(aside, 0.0),
        Vec2::new(-aside, 0.0),
        corner,
        Vec2::new(-corner.x, corner.y),
        Vec2::new(corner.x, -corner.y),
        -corner,
        Vec2::new(aside, higher),
        Vec2::new(-aside, higher),
        Vec2::new(aside, -higher),
        Vec2::new(-aside, -higher),
        Vec2::new(shifted, down),
        Vec2::new(-shifted, down),
        Vec2::new(shifted, -down),
        Vec2::new(-shifted, -down),
    ]
    .map(|off| Rect::from_center_size(centre + off, size))
}

/// Lines on the canvas, for asking how much of them runs through a rectangle.
#[derive(Clone, Debug)]
pub struct Lines {
    cells: Cells<(usize, Pos2, Pos2)>,
}

impl Lines {
    /// Lines through these points, each told apart by its position in the list.
    pub fn new<'a>(canvas: Rect, lines: impl IntoIterator<Item = &'a [Pos2]>) -> Self {
        let mut cells = Cells::new(canvas);
        for (at, line) in lines.into_iter().enumerate() {
            for ends in line.windows(2) {
                let bounds = Rect::from_two_pos(ends[0], ends[1]);
                if bounds.is_finite() && bounds.intersects(canvas) {
                    cells.add_where(bounds, (at, ends[0], ends[1]), |cell| length_inside(cell, ends[0], ends[1]) > 0.0);
                }
            }
        }
        Self { cells }
    }

    /// How long the lines inside a rectangle are together, in points; one of them not counted.
    pub fn inside(&self, rect: Rect, except: Option<usize>) -> f32 {
        // A line comes once for each cell that it shares with the rectangle, but in each only its part there counts.
        let mut sum = 0.0;
        for (cell, things) in self.cells.near_cells(rect) {
            let area = cell.intersect(rect);
            sum += (things.iter())
                .filter(|(_, (at, ..))| Some(*at) != except)
                .map(|(_, (_, from, to))| length_inside(area, *from, *to))
                .sum::<f32>();
        }
        sum
    }
}

/// Length of the part of a line that lies inside a rectangle.
fn length_inside(rect: Rect, from: Pos2, to: Pos2) -> f32 {
    let wide = |at: Pos2| [f64::from(at.x), f64::from(at.y)];
    let share = geometry::share_inside([wide(rect.min), wide(rect.max)], wide(from), wide(to));
    share.map_or(0.0, |share| share as f32 * from.distance(to))
}

/// Things by the cells of the canvas that they lie in, so that a label looks only at those near it.
#[derive(Clone, Debug)]
struct Cells<T> {
    origin: Pos2,
    columns: usize,
    things: Vec<Vec<(Rect, T)>>,
}

/// Side of a cell, in points.
const CELL: f32 = 64.0;

impl<T: Copy> Cells<T> {
    fn new(canvas: Rect) -> Self {
        let columns = (canvas.width() / CELL).ceil().max(1.0) as usize;
        let rows = (canvas.height() / CELL).ceil().max(1.0) as usize;
        Self { origin: canvas.min, columns, things: vec![Vec::new(); columns * rows] }
    }

    fn covered(&self, rect: Rect) -> impl Iterator<Item = usize> + use<T> {
        let rows = self.things.len() / self.columns;
        let range = |low: f32, high: f32, count: usize| {
            let cell = |at: f32| (at / CELL).floor().clamp(0.0, count as f32 - 1.0) as usize;
            cell(low)..=cell(high)
        };
        let columns = self.columns;
        let across = range(rect.left() - self.origin.x, rect.right() - self.origin.x, columns);
        range(rect.top() - self.origin.y, rect.bottom() - self.origin.y, rows)
            .flat_map(move |row| across.clone().map(move |column| row * columns + column))
    }

    fn add(&mut self, rect: Rect, thing: T) {
        self.add_where(rect, thing, |_| true);
    }

    /// Adds a thing to those of the cells of its rectangle that it really lies in.
    fn add_where(&mut self, rect: Rect, thing: T, is_in: impl Fn(Rect) -> bool) {
        if !rect.is_finite() {
            return;
        }
        for at in self.covered(rect) {
            if is_in(self.cell(at)) {
                self.things[at].push((rect, thing));
            }
        }
    }

    /// The cells that a rectangle lies in, with what is in them. Cells at the edge reach on without end.
    fn near_cells(&self, rect: Rect) -> impl Iterator<Item = (Rect, &[(Rect, T)])> {
        self.covered(rect).map(|at| (self.cell(at), self.things[at].as_slice()))
    }

    fn cell(&self, at: usize) -> Rect {
        let rows = self.things.len() / self.columns;
        let side = |at: usize, count: usize, origin: f32| {
            let low = if at == 0 { f32::NEG_INFINITY } else { origin + at as f32 * CELL };
            let high = if at + 1 == count { f32::INFINITY } else { origin + (at + 1) as f32 * CELL };
            low..=high
        };
        Rect::from_x_y_ranges(
            side(at % self.columns, self.columns, self.origin.x),
            side(at / self.columns, rows, self.origin.y),
        )
    }

    /// The things near a rectangle; one may come several times.
    fn near(&self, rect: Rect) -> impl Iterator<Item = &(Rect, T)> {
        self.covered(rect).flat_map(|cell| &self.things[cell])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CANVAS: Rect = Rect { min: Pos2::ZERO, max: Pos2::new(800.0, 600.0) };

    fn wish(x: f32, y: f32, priority: f32) -> Wish {
        Wish {
            centre: Pos2::new(x, y),
            half: Vec2::splat(12.0),
            size: Vec2::new(70.0, 15.0),
            short: None,
            is_needed: false,
            priority,
            was_shown: false,
        }
    }

    fn none() -> Lines {
        Lines::new(CANVAS, [])
    }

    fn ground<'a>(taken: &'a [Rect], lines: &'a Lines, share: f32) -> Ground<'a> {
        Ground { canvas: CANVAS, taken, lines, share }
    }

    proptest! {
        #[test]
        fn labels_never_lie_on_each_other_or_on_what_is_taken(
            points in prop::collection::vec((0.0_f32..800.0, 0.0_f32..600.0, 0.0_f32..10.0), 1..120),
        ) {
            let wishes: Vec<_> = points.iter().map(|(x, y, priority)| wish(*x, *y, *priority)).collect();
            let taken: Vec<_> = wishes.iter().map(|wish| Rect::from_center_size(wish.centre, wish.half * 2.0)).collect();
            let placed: Vec<Rect> = place(&wishes, &ground(&taken, &none(), 0.18)).into_iter().flatten().map(|place| place.rect).collect();
            for (at, rect) in placed.iter().enumerate() {
                prop_assert!(CANVAS.contains_rect(*rect));
                prop_assert!(placed[at + 1..].iter().chain(&taken).all(|other| !other.intersects(*rect)));
            }
            prop_assert!(placed.iter().map(Rect::area).sum::<f32>() <= 0.18 * CANVAS.area());
        }
    }

    #[test]
    fn a_lone_label_stands_below_and_the_more_important_one_goes_first() {
        let lines = none();
        let alone = place(&[wish(400.0, 300.0, 1.0)], &ground(&[], &lines, 1.0));
        assert!(alone[0].unwrap().rect.top() > 312.0);
        // Room for one text only.
        let share = 70.0 * 15.0 * 1.5 / CANVAS.area();
        let two = place(&[wish(100.0, 100.0, 1.0), wish(400.0, 300.0, 2.0)], &ground(&[], &lines, share));
        assert_eq!((two[0].is_some(), two[1].is_some()), (false, true));
    }

    #[test]
    fn a_label_that_was_shown_stays_before_an_equal_one() {
        let share = 70.0 * 15.0 * 1.5 / CANVAS.area();
        let shown = Wish { was_shown: true, ..wish(400.0, 300.0, 1.0) };
        let two = place(&[wish(100.0, 100.0, 1.0), shown], &ground(&[], &none(), share));
        assert_eq!((two[0].is_some(), two[1].is_some()), (false, true));
    }

    #[test]
    fn a_label_keeps_clear_of_lines_where_it_can() {
        let down = [Pos2::new(400.0, 300.0), Pos2::new(400.0, 590.0)];
        let lines = Lines::new(CANVAS, [&down[..]]);
        let one = place(&[wish(400.0, 300.0, 1.0)], &ground(&[], &lines, 1.0))[0].unwrap().rect;
        assert!(one.bottom() < 300.0, "above: {one:?}");
        let below = one.translate(Vec2::new(0.0, 60.0));
        assert!(lines.inside(one, None) == 0.0 && lines.inside(below, Some(0)) == 0.0);
        assert!((lines.inside(below, None) - one.height()).abs() < 0.01, "{}", lines.inside(below, None));
    }

    #[test]
    fn a_label_without_a_place_asks_its_neighbour_to_move() {
        // The first goes below its node, into the only place of the second.
        let first = wish(400.0, 300.0, 2.0);
        let second = wish(400.0, 350.0, 1.0);
        let rect = |x: f32, y: f32, w: f32, h: f32| Rect::from_center_size(Pos2::new(x, y), Vec2::new(w, h));
        let taken = [
            rect(400.0, 300.0, 24.0, 24.0),
            rect(400.0, 350.0, 24.0, 24.0),
            rect(400.0, 377.0, 300.0, 30.0),
            rect(307.5, 360.5, 105.0, 49.0),
            rect(492.5, 360.5, 105.0, 49.0),
        ];
        let placed = place(&[first, second], &ground(&taken, &none(), 1.0));
        assert!(placed.iter().all(Option::is_some), "{placed:?}");
        assert!(placed[0].unwrap().rect.bottom() < 300.0 && placed[1].unwrap().rect.bottom() < 350.0, "{placed:?}");
    }

    #[test]
    fn where_a_name_finds_no_place_its_short_form_may_and_what_must_be_seen_covers_something() {
        let around = Rect::from_center_size(Pos2::new(400.0, 300.0), Vec2::new(160.0, 90.0));
        let (left, right) = around.split_left_right_at_x(401.0);
        // Room for a narrow text below, between two blocks.
        let taken = [left.with_max_x(375.0), right.with_min_x(425.0), around.with_max_y(314.0)];
        let plain = wish(400.0, 300.0, 1.0);
        let short = Wish { short: Some(Vec2::new(40.0, 15.0)), ..plain };
        let needed = Wish { is_needed: true, ..plain };
        let one = |wish: Wish| place(&[wish], &ground(&taken, &none(), 1.0))[0];
        assert_eq!(one(plain), None);
        assert!(one(short).is_some_and(|place| place.is_short && place.rect.top() > 312.0));
        assert!(one(needed).is_some_and(|place| !place.is_short && CANVAS.contains_rect(place.rect)));
    }
}
