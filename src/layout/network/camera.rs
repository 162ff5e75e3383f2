//! Which part of the network's plane is seen, and how large.

use emath::{Pos2, Rect, Vec2};

/// The point in the middle of the view, and points on screen per point of the plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The point of the plane in the middle of the view.
    pub centre: Pos2,
    /// Magnification, 0.02 to 8.
    pub zoom: f32,
}

impl Default for Camera {
    fn default() -> Self {
        Self { centre: Pos2::ZERO, zoom: 1.0 }
    }
}

/// Least and greatest magnification.
pub const ZOOM_RANGE: std::ops::RangeInclusive<f32> = 0.02..=8.0;

impl Camera {
    /// Where a point of the plane is in a view of this size, from its upper left corner.
    pub fn to_view(self, point: Pos2, size: Vec2) -> Pos2 {
        ((point - self.centre) * self.zoom + size / 2.0).to_pos2()
    }

    /// The point of the plane at a place of the view.
    pub fn to_plane(self, at: Pos2, size: Vec2) -> Pos2 {
        self.centre + (at.to_vec2() - size / 2.0) / self.zoom
    }

    /// Moves the picture by so many points on screen.
    #[must_use]
    pub fn pan(self, by: Vec2) -> Self {
        Self { centre: self.centre - by / self.zoom, ..self }
    }

    /// Zooms by a factor; what is under `at` stays there.
    #[must_use]
    pub fn zoom_at(self, at: Pos2, factor: f32, size: Vec2) -> Self {
        let fixed = self.to_plane(at, size);
        let zoom = (self.zoom * factor).clamp(*ZOOM_RANGE.start(), *ZOOM_RANGE.end());
        Self { centre: fixed - (at.to_vec2() - size / 2.0) / zoom, zoom }
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
        Self { centre: bounds.center(), zoom: zoom.clamp(*ZOOM_RANGE.start(), *ZOOM_RANGE.end()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_under_the_pointer_stays_there_while_zooming() {
        let size = Vec2::new(800.0, 600.0);
        let camera = Camera { centre: Pos2::new(120.0, -30.0), zoom: 0.7 };
        let at = Pos2::new(611.0, 87.0);
        let before = camera.to_plane(at, size);
        for factor in [0.2, 1.3, 5.0] {
            let after = camera.zoom_at(at, factor, size).to_plane(at, size);
            assert!((after - before).length() < 0.05, "{factor}: {before:?} {after:?}");
        }
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
