//! Scrolling over very many rows of the same height. The toolkit's own scroll area counts in points with 24 bits, which at
//! a million rows are two points coarse; here the position is kept in rows.

use std::ops::Range;

use egui::{CornerRadius, Rect, Role as Access, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::scene::Role;
use crate::ui::cx::ViewCx;

/// Width of the bar at the right, in points.
pub const BAR: f32 = 10.0;
/// Least height of its handle, in points.
const LEAST_HANDLE: f32 = 24.0;

/// Where the rows stand: how many lie above the upper edge.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scroll {
    above: f64,
}

impl Scroll {
    /// Rows that are in view, with the first one's distance below the upper edge in points (zero or negative).
    pub fn in_view(self, height: f32, row: f32, count: usize) -> (Range<usize>, f32) {
        let first = self.above.floor();
        let start = (first as usize).min(count);
        let shown = (height / row).ceil() as usize + 1;
        (start..(start + shown).min(count), -((self.above - first) * f64::from(row)) as f32)
    }

    /// How many whole rows fit.
    pub fn page(height: f32, row: f32) -> usize {
        ((height / row) as usize).max(1)
    }

    /// Moves no further than is needed to show a row.
    pub fn reveal(&mut self, at: usize, height: f32, row: f32) {
        let fit = f64::from(height / row);
        let at = at as f64;
        self.above = self.above.min(at).max(at + 1.0 - fit).max(0.0);
    }

    /// Keeps within the rows.
    pub fn clamp(&mut self, height: f32, row: f32, count: usize) {
        let most = (count as f64 - f64::from(height / row)).max(0.0);
        self.above = self.above.clamp(0.0, most);
    }

    /// The wheel over `area`.
    pub fn wheel(&mut self, ui: &Ui, area: Rect, row: f32) {
        if !ui.rect_contains_pointer(area) {
            return;
        }
        let points = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta.y));
        self.above -= f64::from(points / row);
    }

    /// The bar along the right edge of `area`: drag its handle, or click beside it for a page.
    pub fn bar_ui(&mut self, ui: &Ui, cx: &ViewCx<'_>, area: Rect, row: f32, count: usize) {
        let fit = f64::from(area.height() / row);
        if count as f64 <= fit {
            return;
        }
        let track = area.with_min_x(area.right() - BAR);
        let response = ui.interact(track, ui.scope_id().with("table-bar"), Sense::DRAG | Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Access::ScrollBar, true, cx.text("table-bar")));
        let height = (track.height() * (fit / count as f64) as f32).clamp(LEAST_HANDLE, track.height());
        let room = f64::from(track.height() - height).max(1.0);
        let most = count as f64 - fit;
        let top = |above: f64| track.top() + (above / most * room) as f32;
        if response.dragged() {
            self.above += f64::from(response.drag_delta().y) / room * most;
        } else if let (true, Some(at)) = (response.clicked(), response.interact_pointer_pos()) {
            let handle = top(self.above);
            if at.y < handle {
                self.above -= fit;
            } else if at.y > handle + height {
                self.above += fit;
            }
        }
        self.clamp(area.height(), row, count);
        let handle = Rect::from_min_size(pos2(track.left() + 2.0, top(self.above)), vec2(BAR - 4.0, height));
        let role = if response.hovered() || response.dragged() { Role::Text3 } else { Role::ControlBorder };
        ui.painter().rect_filled(handle, CornerRadius::same(3), cx.colour(role));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_a_million_rows_stands_exactly_at_the_lower_edge() {
        let (height, row, count) = (240.0, 24.0, 1_000_000);
        let mut scroll = Scroll::default();
        scroll.reveal(count - 1, height, row);
        scroll.clamp(height, row, count);
        assert_eq!(scroll.in_view(height, row, count), (999_990..1_000_000, 0.0));
        scroll.above -= 0.5;
        let (rows, offset) = scroll.in_view(height, row, count);
        assert_eq!((rows.start, offset), (999_989, -12.0));
    }

    #[test]
    fn it_moves_no_further_than_it_must() {
        let mut scroll = Scroll::default();
        scroll.reveal(5, 240.0, 24.0);
        assert_eq!(scroll, Scroll::default());
        scroll.reveal(12, 240.0, 24.0);
        assert_eq!(scroll.in_view(240.0, 24.0, 100).0.start, 3);
        scroll.reveal(2, 240.0, 24.0);
        assert_eq!(scroll.in_view(240.0, 24.0, 100).0.start, 2);
    }
}
