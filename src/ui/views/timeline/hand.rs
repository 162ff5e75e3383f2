//! What a hand does to the timeline: wheel, drags, and what lies under a point.

use egui::{CursorIcon, Key, PointerButton, Pos2, Rect, Response, Ui, Vec2};

use super::{Drag, TimelineView, lanes};
use crate::app::command::Command;
use crate::layout::axis::Axis;
use crate::layout::timeline::GroupName;
use crate::model::Id;
use crate::model::time::civil::{Unit, floor, next, step};
use crate::model::time::{Span, Stamp};
use crate::scene::Role;
use crate::scene::timeline::{Cluster, GUTTER};
use crate::ui::cx::ViewCx;

impl TimelineView {
    /// Wheel: lanes scroll where they do not all fit, else time zooms; with Ctrl time zooms, with Shift it moves.
    pub(super) fn handle_wheel(&mut self, ui: &Ui, at: Pos2, axis: Axis) {
        let (zoom, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
        let max_scroll = self.picture.as_ref().map_or(0.0, |(_, picture)| picture.regions.max_scroll);
        let mut factor = f64::from(zoom);
        if scroll.y != 0.0 {
            if max_scroll > 0.0 && at.y > 46.0 {
                self.scroll = (self.scroll - scroll.y).clamp(0.0, max_scroll);
            } else {
                factor *= f64::from(scroll.y / 240.0).exp();
            }
        }
        let x = at.x.max(GUTTER);
        if (factor - 1.0).abs() > 1e-6 {
            self.flight = None;
            self.was_moved = true;
            self.axis = Some(axis.zoom_at(x, factor));
        }
        if scroll.x != 0.0 {
            self.flight = None;
            self.was_moved = true;
            self.axis = Some(self.axis.unwrap_or(axis).pan(scroll.x));
        }
    }

    /// The pointer tells what a drag would do here.
    pub(super) fn point_ui(&self, ui: &Ui, at: Pos2, on_thing: bool) {
        let Some((_, picture)) = &self.picture else { return };
        let regions = &picture.regions;
        let on = |rect: Option<Rect>| rect.is_some_and(|rect| rect.contains(at));
        let icon = if on(regions.left_grip) || on(regions.right_grip) {
            CursorIcon::ResizeHorizontal
        } else if on(regions.window_bar) || on(regions.overview_frame) {
            CursorIcon::Grab
        } else if regions.ruler.contains(at) || regions.track.contains(at) {
            CursorIcon::Crosshair
        } else if on_thing {
            CursorIcon::PointingHand
        } else {
            return;
        };
        ui.set_cursor_icon(icon);
    }

    pub(super) fn handle_drag(&mut self, ui: &Ui, cx: &ViewCx<'_>, rect: Rect, response: &Response) {
        let (Some(axis), Some(case)) = (self.axis, cx.case()) else { return };
        if response.drag_started() {
            self.flight = None;
            let from = ui.input(|input| input.pointer.press_origin()).unwrap_or(rect.min);
            let from = (from - rect.min).to_pos2();
            let edits = ui.input(|input| input.modifiers.alt) && response.dragged_by(PointerButton::Primary);
            self.dragged_end = if edits { self.end_at(cx, from) } else { None };
            self.drag = if self.dragged_end.is_some() { Drag::End } else { self.beginning(cx, from, response) };
        }
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            self.drag = Drag::None;
        }
        let Some(at) = response.interact_pointer_pos().map(|at| (at - rect.min).to_pos2()) else {
            if response.drag_stopped() {
                self.drag = Drag::None;
            }
            return;
        };
        let shown = axis.placed(GUTTER, (self.size.x - GUTTER).max(1.0));
        let zone = &case.calendar().zone;
        let unit = snap_unit(shown);
        let here = shown.nearest_stamp(at.x.clamp(GUTTER, self.size.x));
        let window = cx.workspace.window();
        let next_window = match (self.drag, window) {
            (Drag::Window(from), _) => Some(snapped(from, here, unit, zone)),
            (Drag::Edge(true), Some(window)) => Some(snapped(here.min(window.end()), window.end(), unit, zone)),
            (Drag::Edge(false), Some(window)) => Some(snapped(window.start(), here.max(window.start()), unit, zone)),
            (Drag::Body(hold), Some(window)) => Some(moved(window, here.0 as f64 - hold, unit, zone)),
            _ => None,
        };
        if next_window.is_some() && next_window != window {
            cx.send(Command::Window(next_window));
        }
        match self.drag {
            Drag::Pan => {
                self.was_moved = true;
                self.axis = Some(axis.pan(response.drag_delta().x));
                self.scroll -= response.drag_delta().y;
            }
            Drag::Overview => self.centre_on(at),
            _ => {}
        }
        if self.drag == Drag::End {
            self.drag_end(ui, cx, at, rect, response.drag_stopped());
        }
        if self.drag == Drag::Lane {
            self.drag_lane(ui, cx, at, rect, response.drag_stopped());
        }
        if response.drag_stopped() {
            self.drag = Drag::None;
        }
    }

    pub(super) fn beginning(&self, cx: &ViewCx<'_>, from: Pos2, response: &Response) -> Drag {
        let Some((_, picture)) = &self.picture else { return Drag::None };
        let regions = &picture.regions;
        let on = |rect: Option<Rect>| rect.is_some_and(|rect| rect.expand2(Vec2::new(0.0, 4.0)).contains(from));
        if response.dragged_by(PointerButton::Middle) {
            Drag::Pan
        } else if on(regions.left_grip) {
            Drag::Edge(true)
        } else if on(regions.right_grip) {
            Drag::Edge(false)
        } else if let (true, Some(window)) = (on(regions.window_bar), cx.workspace.window()) {
            Drag::Body(regions.axis.stamp_from_x(from.x) - window.start().0 as f64)
        } else if regions.ruler.contains(from) || regions.track.contains(from) {
            Drag::Window(regions.axis.nearest_stamp(from.x))
        } else if on(regions.overview) {
            Drag::Overview
        } else if self.lane_at(from).is_some() {
            Drag::Lane
        } else {
            Drag::Pan
        }
    }

    /// Lets the lanes show the time around a point of the picture of the whole case.
    pub(super) fn centre_on(&mut self, at: Pos2) {
        let (Some((_, picture)), Some(axis)) = (&self.picture, self.axis) else { return };
        let moment = picture.regions.overview_axis.stamp_from_x(at.x);
        let width = (self.size.x - GUTTER).max(1.0);
        self.axis = Some(axis.placed(GUTTER, width).with_time_at(moment, GUTTER + width / 2.0));
    }

    /// The lane whose name is at a point.
    pub(super) fn lane_at(&self, at: Pos2) -> Option<Id> {
        let regions = &self.picture.as_ref()?.1.regions;
        let on_name = |(_, lane): &&(Option<Id>, Rect)| regions.gutter.contains(at) && lane.y_range().contains(at.y);
        regions.lanes.iter().find(on_name).and_then(|(id, _)| id.clone())
    }

    /// Shows where the lane under the hand would go, and puts it there when it is let go.
    pub(super) fn drag_lane(&mut self, ui: &Ui, cx: &ViewCx<'_>, at: Pos2, rect: Rect, is_over: bool) {
        let (Some((_, picture)), Some((_, all))) = (&self.picture, &self.lanes) else { return };
        let regions = &picture.regions;
        let height = f64::from(at.y - regions.gutter.top() + regions.scroll);
        let rows = &regions.rows;
        let count = all.lanes.len();
        // Before the lane whose middle lies below the hand.
        let below = |lane: &usize| rows.top(*lane) + f64::from(rows.height_of(*lane)) / 2.0 > height;
        let to = (0..count).find(below).unwrap_or(count);
        let origin = ui.input(|input| input.pointer.press_origin()).map(|origin| (origin - rect.min).to_pos2());
        let Some(moved) = origin.and_then(|origin| self.lane_at(origin)) else { return };
        if is_over {
            lanes::move_to(cx, all, &[moved], to);
            return;
        }
        let top = if to < count { rows.top(to) } else { rows.height() };
        let y = rect.top() + regions.gutter.top() + (top - f64::from(regions.scroll)) as f32;
        let colour = cx.colour(Role::Text1);
        ui.painter_at(rect).hline(rect.x_range(), y, egui::Stroke::new(2.0, colour));
        ui.set_cursor_icon(CursorIcon::Grabbing);
    }

    /// The head of a group at a point.
    pub(super) fn group_at(&self, at: Pos2) -> Option<GroupName> {
        let regions = &self.picture.as_ref()?.1.regions;
        regions.groups.iter().find(|(_, rect)| rect.contains(at)).map(|(head, _)| head.name.clone())
    }

    pub(super) fn cluster_at(&self, at: Pos2) -> Option<Cluster> {
        let regions = &self.picture.as_ref()?.1.regions;
        regions
            .clusters
            .iter()
            .chain(&regions.undated_more)
            .find(|cluster| cluster.rect.expand(2.0).contains(at))
            .cloned()
    }
}

/// Windows made by hand begin and end with whole units: days, or finer where a day is wide.
pub(super) fn snap_unit(axis: Axis) -> Unit {
    let points_a_day = 86_400_000.0 / axis.ms_per_point();
    match points_a_day {
        ..240.0 => Unit::Day,
        240.0..9_000.0 => Unit::Hour,
        _ => Unit::Minute,
    }
}

/// From the unit in which `from` lies to the one in which `to` lies, both whole.
fn snapped(from: Stamp, to: Stamp, unit: Unit, zone: &jiff::tz::TimeZone) -> Span {
    let (first, last) = (from.min(to), from.max(to));
    let start = floor(first, unit, zone);
    let end = next(floor(last, unit, zone), unit, 1, zone);
    Span::new(start, end.plus(-1))
}

/// The window begun at another moment: whole days stay whole days, whatever summer time does.
fn moved(window: Span, start_ms: f64, unit: Unit, zone: &jiff::tz::TimeZone) -> Span {
    let length = match unit {
        Unit::Day => 86_400_000.0,
        Unit::Hour => 3_600_000.0,
        _ => 60_000.0,
    };
    let steps = ((start_ms - window.start().0 as f64) / length).round() as i64;
    let after = window.end().plus(1);
    Span::new(step(window.start(), unit, steps, zone), step(after, unit, steps, zone).plus(-1))
}
