//! Which part of the network's plane is seen, and how large.

use emath::{Pos2, Rect, Vec2};

/// The point in the middle of the view, and points on screen per point of the plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The point of the plane in the middle of the view.
    pub centre: Pos2,
    /// Magnification, 0.02 to 8.
    pub zoom: f32,
    /// How much wider than high the plane is drawn, so that a broad view is filled: 1 to 1.8. Only places are drawn
    /// out, never shapes or text.
    pub stretch: f32,
}

impl Default for Camera {
    fn default() -> Self {
        Self { centre: Pos2::ZERO, zoom: 1.0, stretch: 1.0 }
    }
}

/// Least and greatest magnification.
pub const ZOOM_RANGE: std::ops::RangeInclusive<f32> = 0.0002..=8.0;

/// Most that the plane is drawn out: further, and distances would say little.
const MOST_STRETCH: f32 = 1.8;

impl Camera {
    /// Points on screen per point of the plane, across and down.
    fn scale(self) -> Vec2 {
        Vec2::new(self.zoom * self.stretch, self.zoom)
    }

    /// Where a point of the plane is in a view of this size, from its upper left corner.
    pub fn to_view(self, point: Pos2, size: Vec2) -> Pos2 {
        ((point - self.centre) * self.scale() + size / 2.0).to_pos2()
    }

    /// The point of the plane at a place of the view.
    pub fn to_plane(self, at: Pos2, size: Vec2) -> Pos2 {
        self.centre + self.distance(at.to_vec2() - size / 2.0)
    }

    /// A distance of the plane from one on screen.
    pub fn distance(self, on_screen: Vec2) -> Vec2 {
        on_screen / self.scale()
    }

    /// Moves the picture by so many points on screen.
    #[must_use]
    pub fn pan(self, by: Vec2) -> Self {
        Self { centre: self.centre - self.distance(by), ..self }
    }

    /// Zooms by a factor; what is under `at` stays there.
    #[must_use]
    pub fn zoom_at(self, at: Pos2, factor: f32, size: Vec2) -> Self {
        let fixed = self.to_plane(at, size);
        let zoom = (self.zoom * factor).clamp(*ZOOM_RANGE.start(), *ZOOM_RANGE.end());
        let zoomed = Self { zoom, ..self };
        Self { centre: fixed - zoomed.distance(at.to_vec2() - size / 2.0), ..zoomed }
    }

    /// Shows all nodes, each a point of the plane with the room around it in points on screen, in a view of this size,
    /// but no larger than `most`. A single node is shown at magnification 1.
    pub fn fit(nodes: impl IntoIterator<Item = (Pos2, Rect)>, size: Vec2, most: f32) -> Self {
        let nodes: Vec<(Pos2, Rect)> = (nodes.into_iter())
            .filter(|(point, room)| point.x.is_finite() && point.y.is_finite() && room.is_finite())
            .collect();
        let bounds = Rect::from_points(&nodes.iter().map(|(point, _)| *point).collect::<Vec<_>>());
        if nodes.is_empty() || !bounds.is_finite() {
            return Self::default();
        }
        let covered = |zoom: f32, stretch: f32| {
            let scale = Vec2::new(zoom * stretch, zoom);
            nodes.iter().fold(Rect::NOTHING, |covered, (point, room)| {
                covered.union(room.translate((*point - bounds.min) * scale))
            })
        };
        let most = if bounds.size() == Vec2::ZERO { 1.0 } else { most };
        let fits = |zoom: f32| {
            let covered = covered(zoom, 1.0).size();
            covered.x <= size.x && covered.y <= size.y
        };
        // Rooms keep their size while points spread: what is covered grows with the magnification, so halving finds it.
        let (mut low, mut high) = (*ZOOM_RANGE.start(), most.clamp(*ZOOM_RANGE.start(), *ZOOM_RANGE.end()));
        if fits(high) {
            low = high;
        }
        for _ in 0..24 {
            let middle = (low * high).sqrt();
            if fits(middle) {
                low = middle;
            } else {
                high = middle;
            }
        }
        // What is left at the sides is filled by drawing the plane out.
        let (mut narrow, mut wide) = (1.0, MOST_STRETCH);
        for _ in 0..16 {
            let middle = f32::midpoint(narrow, wide);
            if covered(low, middle).width() <= size.x {
                narrow = middle;
            } else {
                wide = middle;
            }
        }
        let middle = covered(low, narrow).center().to_vec2() / Vec2::new(low * narrow, low);
        Self { centre: bounds.min + middle, zoom: low, stretch: narrow }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_under_the_pointer_stays_there_while_zooming() {
        let size = Vec2::new(800.0, 600.0);
        let camera = Camera { centre: Pos2::new(120.0, -30.0), zoom: 0.7, stretch: 1.4 };
        let at = Pos2::new(611.0, 87.0);
        let before = camera.to_plane(at, size);
        for factor in [0.2, 1.3, 5.0] {
            let after = camera.zoom_at(at, factor, size).to_plane(at, size);
            assert!((after - before).length() < 0.05, "{factor}: {before:?} {after:?}");
        }
    }

    #[test]
    fn a_broad_view_is_filled_in_both_directions() {
        let size = Vec2::new(900.0, 300.0);
        let corners = [Pos2::new(-200.0, -100.0), Pos2::new(200.0, 100.0)];
        let room = Rect::from_center_size(Pos2::ZERO, Vec2::splat(100.0));
        let camera = Camera::fit(corners.map(|corner| (corner, room)), size, 2.0);
        let [low, high] = corners.map(|corner| camera.to_view(corner, size));
        assert!((low.y - 50.0).abs() < 0.1 && (high.y - 250.0).abs() < 0.1, "{low:?} {high:?}");
        assert!(high.x - low.x > 700.0, "{low:?} {high:?}");
    }

    /// A network of seventy thousand nodes reached over the edges of the view, since it could not be made small enough.
    #[test]
    fn a_network_of_a_million_nodes_fits_too() {
        let size = Vec2::new(708.0, 280.0);
        let side = 36.0 * 1_000_000_f32.sqrt();
        let corners = [Pos2::new(-side, -side / 2.0), Pos2::new(side, side / 2.0)];
        let room = Rect::from_center_size(Pos2::ZERO, Vec2::splat(56.0));
        let camera = Camera::fit(corners.map(|corner| (corner, room)), size, 2.0);
        let view = Rect::from_min_size(Pos2::ZERO, size).shrink(27.0);
        assert!(corners.iter().all(|corner| view.contains(camera.to_view(*corner, size))));
    }

    #[test]
    fn fitting_one_node_does_not_blow_it_up_and_hostile_points_do_not_break_it() {
        let size = Vec2::new(800.0, 600.0);
        let room = Rect::from_center_size(Pos2::ZERO, Vec2::new(80.0, 30.0));
        let one = Camera::fit([(Pos2::new(5.0, 5.0), room)], size, 2.0);
        assert_eq!((one.centre, one.zoom), (Pos2::new(5.0, 5.0), 1.0));
        assert_eq!(Camera::fit([(Pos2::new(f32::NAN, 0.0), room)], size, 2.0), Camera::default());
        let far = Camera::fit([(Pos2::ZERO, room), (Pos2::new(1e30, 0.0), room)], size, 2.0);
        assert!(far.zoom > 0.0 && far.centre.x.is_finite());
    }

    #[test]
    fn fitting_leaves_room_for_names_on_the_side_where_they_are() {
        let size = Vec2::new(800.0, 300.0);
        let below = Rect::from_min_max(Pos2::new(-50.0, -10.0), Pos2::new(50.0, 40.0));
        let nodes = [(Pos2::new(0.0, 0.0), below), (Pos2::new(900.0, 100.0), below)];
        let camera = Camera::fit(nodes, size, 2.0);
        let seen = nodes.map(|(point, room)| room.translate(camera.to_view(point, size).to_vec2()));
        let all = seen[0].union(seen[1]);
        assert!(Rect::from_min_size(Pos2::ZERO, size).expand(0.5).contains_rect(all), "{all:?}");
        assert!(all.width() > 798.0, "{all:?}");
    }
}
