//! Editing in the timeline, with Alt held: an end of a date is dragged, an event is placed on a lane.

use egui::{Align2, CursorIcon, Pos2, Rect, Stroke, Ui, vec2};

use super::TimelineView;
use super::hand::snap_unit;
use crate::app::command::Command;
use crate::app::ends::{DateEnd, beside, moved, nearest, point, unit_for};
use crate::app::form::FormOf;
use crate::app::history::Label;
use crate::app::workspace::Modal;
use crate::model::Id;
use crate::model::case::Item;
use crate::model::change::Change;
use crate::model::edit::Edit;
use crate::model::piece::Piece;
use crate::model::time::When;
use crate::scene::Role;
use crate::scene::timeline::GUTTER;
use crate::ui::cx::ViewCx;
use crate::ui::naming;
use crate::ui::parts::{self, LABEL};

/// An end that is dragged so near to another, in points, takes its date.
const SNAP: f64 = 5.0;

/// A date that is being dragged.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct DraggedEnd {
    /// What has the date.
    pub id: Id,
    /// What of it is moved.
    pub end: DateEnd,
}

impl TimelineView {
    /// The end of a date that a drag from here moves.
    pub(super) fn end_at(&self, cx: &ViewCx<'_>, from: Pos2) -> Option<DraggedEnd> {
        let (_, picture) = self.picture.as_ref()?;
        let id = picture.scene.pick(from)?.clone();
        let when = cx.case()?.item(id.as_str())?.when()?;
        let end = nearest(when, picture.regions.axis.nearest_stamp(from.x))?;
        Some(DraggedEnd { id, end })
    }

    /// Shows where the dragged end would be, and puts it there when it is let go.
    pub(super) fn drag_end(&self, ui: &Ui, cx: &ViewCx<'_>, at: Pos2, rect: Rect, is_over: bool) {
        let (Some(dragged), Some(case), Some(axis)) = (&self.dragged_end, cx.case(), self.axis) else { return };
        let shown = axis.placed(GUTTER, (self.size.x - GUTTER).max(1.0));
        let Some(item) = case.item(dragged.id.as_str()) else { return };
        let pointed = shown.nearest_stamp(at.x.clamp(GUTTER, self.size.x));
        let reach = (SNAP * shown.ms_per_point()) as u64;
        let beside = beside(case, &cx.derived().index, pointed, reach, &dragged.id);
        let (to, unit) = beside.as_ref().map_or((pointed, snap_unit(shown)), |(edge, _)| {
            (*edge, unit_for(*edge, snap_unit(shown), case.calendar()))
        });
        let new = item.when().and_then(|when| moved(when, dragged.end, to, unit, case.calendar()));
        if is_over {
            if let Some(when) = new {
                take(cx, item, when);
            }
            return;
        }
        let text = match (&new, &beside) {
            (Some(when), None) => cx.words().date(when, &case.calendar().zone),
            (Some(when), Some((_, id))) => {
                let date = cx.words().date(when, &case.calendar().zone);
                cx.words().with("drag-beside", &[("date", date.into()), ("name", naming::name(case, id).into())])
            }
            (None, _) => cx.text("drag-end-impossible"),
        };
        let x = if beside.is_some() { shown.x_from_stamp(to) } else { at.x };
        tip_ui(ui, cx, rect, rect.min + vec2(x, at.y), &text, new.is_some());
        ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
    }

    /// Opens the form for an event on the lane and at the time of a point; false where there is no lane.
    pub(super) fn place_event(&self, cx: &ViewCx<'_>, at: Pos2) -> bool {
        let (Some(case), Some((_, picture)), Some(axis)) = (cx.case(), &self.picture, self.axis) else { return false };
        let regions = &picture.regions;
        if at.x < GUTTER || !regions.lanes_area.contains(at) {
            return false;
        }
        let lane = regions.lanes.iter().find(|(_, lane)| lane.y_range().contains(at.y));
        let Some((of, _)) = lane else { return false };
        let shown = axis.placed(GUTTER, (self.size.x - GUTTER).max(1.0));
        let when = point(shown.nearest_stamp(at.x), snap_unit(shown), case.calendar()).unwrap_or_default();
        let entity = of.iter().filter(|id| case.entity(id.as_str()).is_some());
        cx.send(Command::Show(Modal::Form(FormOf::NewEvent(entity.cloned().collect(), when))));
        true
    }

    /// With Alt held over a lane: the day on which an event would be placed.
    pub(super) fn placing_ui(&self, ui: &Ui, cx: &ViewCx<'_>, at: Pos2, rect: Rect) {
        let (Some(case), Some((_, picture)), Some(axis)) = (cx.case(), &self.picture, self.axis) else { return };
        if at.x < GUTTER || !picture.regions.lanes_area.contains(at) {
            return;
        }
        let shown = axis.placed(GUTTER, (self.size.x - GUTTER).max(1.0));
        let Some(text) = point(shown.nearest_stamp(at.x), snap_unit(shown), case.calendar()) else { return };
        if let Ok(when) = When::parse(&text, case.calendar(), None) {
            let text = cx.words().date(&when, &case.calendar().zone);
            tip_ui(ui, cx, rect, rect.min + at.to_vec2(), &text, true);
        }
    }
}

/// Gives a thing another date: one step.
fn take(cx: &ViewCx<'_>, item: Item<'_>, when: When) {
    let name = item.name().to_owned();
    let mut piece = Piece::from(item);
    match &mut piece {
        Piece::Source(source) => source.published = Some(when),
        Piece::Entity(entity) => entity.existed = Some(when),
        Piece::Event(event) => event.when = Some(when),
        Piece::Link(link) => link.when = Some(when),
        Piece::Story(_) => return,
    }
    let label = Label { key: "edit-date", name };
    cx.send(Command::Edit(label, Edit::Change(Box::new(Change::put([piece])))));
}

/// A line through the lanes, and the date beside it.
fn tip_ui(ui: &Ui, cx: &ViewCx<'_>, rect: Rect, at: Pos2, text: &str, is_sound: bool) {
    let role = if is_sound { Role::Text1 } else { Role::Error };
    let painter = ui.painter_at(rect);
    painter.vline(at.x, rect.y_range(), Stroke::new(1.0, cx.colour(role)));
    // On the side on which there is room.
    let (side, anchor) =
        if at.x + 200.0 < rect.right() { (8.0, Align2::LEFT_BOTTOM) } else { (-8.0, Align2::RIGHT_BOTTOM) };
    let font = crate::ui::fonts::font_id(LABEL, 1.0);
    let galley = painter.layout_no_wrap(text.to_owned(), font, cx.colour(role));
    let place = anchor.anchor_size(at + vec2(side, -10.0), galley.size());
    painter.rect_filled(place.expand(4.0), 3.0, cx.colour(Role::Raised));
    painter.rect_stroke(place.expand(4.0), 3.0, Stroke::new(1.0, cx.colour(Role::Line)), egui::StrokeKind::Inside);
    parts::line(ui, cx, place.left_center(), Align2::LEFT_CENTER, text, (LABEL, role), f32::INFINITY);
}
