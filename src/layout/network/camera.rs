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
pub const ZOOM_RANGE: std::ops::RangeInclusive<f32> = 0.02..=8.0;

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

    /// Shows all `points` with `margin` points on screen around each (left and right, above and below), but no larger
    /// than `most`. A single point is shown at magnification 1.
    pub fn fit(points: impl IntoIterator<Item = Pos2>, margin: Vec2, size: Vec2, most: f32) -> Self {
        let mut bounds = Rect::NOTHING;
        for point in points.into_iter().filter(|point| point.x.is_finite() && point.y.is_finite()) {
            bounds.extend_with(point);
        }
        if !bounds.is_finite() || bounds.is_negative() {
            return Self::default();
        }
        let room = (size - 2.0 * margin).max(Vec2::splat(20.0));
        let by_width = if bounds.width() > 0.0 { room.x / bounds.width() } else { f32::INFINITY };
        let by_height = if bounds.height() > 0.0 { room.y / bounds.height() } else { f32::INFINITY };
        let zoom = by_width.min(by_height);
        let zoom = if zoom.is_finite() { zoom.min(most) } else { 1.0 };
        let zoom = zoom.clamp(*ZOOM_RANGE.start(), *ZOOM_RANGE.end());
        let stretch = if by_width.is_finite() { (by_width / zoom).clamp(1.0, MOST_STRETCH) } else { 1.0 };
        Self { centre: bounds.center(), zoom, stretch }
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
        let camera = Camera::fit(corners, Vec2::splat(50.0), size, 2.0);
        let [low, high] = corners.map(|corner| camera.to_view(corner, size));
        assert!((low.y - 50.0).abs() < 0.1 && (high.y - 250.0).abs() < 0.1, "{low:?} {high:?}");
        assert!(high.x - low.x > 700.0, "{low:?} {high:?}");
    }

    #[test]
    fn fitting_one_node_does_not_blow_it_up_and_hostile_points_do_not_break_it() {
        let size = Vec2::new(800.0, 600.0);
        let one = Camera::fit([Pos2::new(5.0, 5.0)], Vec2::splat(40.0), size, 2.0);
        assert_eq!((one.centre, one.zoom), (Pos2::new(5.0, 5.0), 1.0));
        let none = Camera::fit([Pos2::new(f32::NAN, 0.0)], Vec2::splat(40.0), size, 2.0);
        assert_eq!(none, Camera::default());
        let far = Camera::fit([Pos2::ZERO, Pos2::new(1e30, 0.0)], Vec2::splat(40.0), size, 2.0);
        assert!(far.zoom > 0.0 && far.centre.x.is_finite());
    }
}
