//! Which names fit beside their nodes, and where: below, above, right, left; the first place that is free.

use emath::{Pos2, Rect, Vec2};

/// A node's name that wants a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish {
    /// Centre of the node.
    pub centre: Pos2,
    /// From the centre to the edges of the shape: half width, half height.
    pub half: Vec2,
    /// Width and height of the text.
    pub size: Vec2,
    /// Greater goes first; equals keep their order.
    pub priority: f32,
    /// Shown in the last picture: it stays if it can.
    pub was_shown: bool,
}

/// From the shape to the text, in points.
pub const GAP: f32 = 5.0;

/// The rectangle of each label that found a place. `taken` is where no label may lie; labels are placed until they
/// cover `share` of the canvas.
pub fn place(wishes: &[Wish], taken: &[Rect], canvas: Rect, share: f32) -> Vec<Option<Rect>> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    let rank = |at: &usize| wishes[*at].priority + if wishes[*at].was_shown { 0.5 } else { 0.0 };
    order.sort_by(|a, b| rank(b).total_cmp(&rank(a)).then(a.cmp(b)));
    let mut grid = Grid::new(canvas);
    for rect in taken {
        grid.add(*rect);
    }
    let mut left = share * canvas.area();
    let mut placed = vec![None; wishes.len()];
    for at in order {
        let wish = wishes[at];
        if left < wish.size.x * wish.size.y || !canvas.expand2(wish.half).contains(wish.centre) {
            continue;
        }
        let free = places(wish).into_iter().find(|rect| canvas.contains_rect(*rect) && !grid.is_taken(*rect));
        if let Some(rect) = free {
            grid.add(rect);
            left -= wish.size.x * wish.size.y;
            placed[at] = Some(rect);
        }
    }
    placed
}

/// Below, above, right, left, then the four corners.
fn places(wish: Wish) -> [Rect; 8] {
    let Wish { centre, half, size, .. } = wish;
    let down = half.y + GAP + size.y / 2.0;
    let aside = half.x + GAP + size.x / 2.0;
    let corner = Vec2::new(half.x * 0.7 + GAP + size.x / 2.0, half.y * 0.7 + GAP * 0.5 + size.y / 2.0);
    [
        Vec2::new(0.0, down),
        Vec2::new(0.0, -down),
        Vec2::new(aside, 0.0),
        Vec2::new(-aside, 0.0),
        corner,
        Vec2::new(-corner.x, corner.y),
        Vec2::new(corner.x, -corner.y),
        -corner,
    ]
    .map(|off| Rect::from_center_size(centre + off, size))
}

/// Rectangles by cell, so that a label looks only at those near it.
struct Grid {
    origin: Pos2,
    columns: usize,
    cells: Vec<Vec<Rect>>,
}

const CELL: f32 = 64.0;

impl Grid {
    fn new(canvas: Rect) -> Self {
        let columns = (canvas.width() / CELL).ceil().max(1.0) as usize;
        let rows = (canvas.height() / CELL).ceil().max(1.0) as usize;
        Self { origin: canvas.min, columns, cells: vec![Vec::new(); columns * rows] }
    }

    fn cells(&self, rect: Rect) -> impl Iterator<Item = usize> + use<> {
        let rows = self.cells.len() / self.columns;
        let range = |low: f32, high: f32, count: usize| {
            let cell = |at: f32| (at / CELL).floor().clamp(0.0, count as f32 - 1.0) as usize;
            cell(low)..=cell(high)
        };
        let columns = self.columns;
        let across = range(rect.left() - self.origin.x, rect.right() - self.origin.x, columns);
        range(rect.top() - self.origin.y, rect.bottom() - self.origin.y, rows)
            .flat_map(move |row| across.clone().map(move |column| row * columns + column))
    }

    fn add(&mut self, rect: Rect) {
        if rect.is_finite() {
            for cell in self.cells(rect) {
                self.cells[cell].push(rect);
            }
        }
    }

    fn is_taken(&self, rect: Rect) -> bool {
        self.cells(rect).any(|cell| self.cells[cell].iter().any(|other| other.intersects(rect)))
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
            priority,
            was_shown: false,
        }
    }

    proptest! {
        #[test]
        fn labels_never_lie_on_each_other_or_on_what_is_taken(
            points in prop::collection::vec((0.0_f32..800.0, 0.0_f32..600.0, 0.0_f32..10.0), 1..120),
        ) {
            let wishes: Vec<_> = points.iter().map(|(x, y, priority)| wish(*x, *y, *priority)).collect();
            let taken: Vec<_> = wishes.iter().map(|wish| Rect::from_center_size(wish.centre, wish.half * 2.0)).collect();
            let placed: Vec<Rect> = place(&wishes, &taken, CANVAS, 0.18).into_iter().flatten().collect();
            for (at, rect) in placed.iter().enumerate() {
                prop_assert!(CANVAS.contains_rect(*rect));
                prop_assert!(placed[at + 1..].iter().chain(&taken).all(|other| !other.intersects(*rect)));
            }
            prop_assert!(placed.iter().map(Rect::area).sum::<f32>() <= 0.18 * CANVAS.area());
        }
    }

    #[test]
    fn a_lone_label_stands_below_and_the_more_important_one_goes_first() {
        let alone = place(&[wish(400.0, 300.0, 1.0)], &[], CANVAS, 1.0);
        assert!(alone[0].unwrap().top() > 312.0);
        // Room for one text only.
        let share = 70.0 * 15.0 * 1.5 / CANVAS.area();
        let two = place(&[wish(100.0, 100.0, 1.0), wish(400.0, 300.0, 2.0)], &[], CANVAS, share);
        assert_eq!((two[0].is_some(), two[1].is_some()), (false, true));
    }

    #[test]
    fn a_label_that_was_shown_stays_before_an_equal_one() {
        let share = 70.0 * 15.0 * 1.5 / CANVAS.area();
        let shown = Wish { was_shown: true, ..wish(400.0, 300.0, 1.0) };
        let two = place(&[wish(100.0, 100.0, 1.0), shown], &[], CANVAS, share);
        assert_eq!((two[0].is_some(), two[1].is_some()), (false, true));
    }
}
