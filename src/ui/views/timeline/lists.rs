//! The list behind what stands for several things: a pill, or a column of counts.

use egui::accesskit::Action;
use egui::{Id as EguiId, Popup, Response, Role as Access, ScrollArea, Sense, Ui, Vec2, WidgetInfo, pos2};

use super::TimelineView;
use crate::app::command::{Command, Select};
use crate::layout::timeline::Lanes;
use crate::model::time::Span;
use crate::model::time_index::Dated;
use crate::model::{Case, Id};
use crate::scene::timeline::Cluster;
use crate::ui::cx::ViewCx;
use crate::ui::naming;
use crate::ui::views::canvas;

/// Height of a list before it scrolls.
const HEIGHT: f32 = 280.0;
/// Width of a list.
const WIDTH: f32 = 300.0;

impl TimelineView {
    /// The column of counts at a point, with all that it counts.
    pub(super) fn counted_at(&self, at: egui::Pos2, case: &Case) -> Option<Cluster> {
        let (Some((_, picture)), Some((_, all))) = (&self.picture, &self.lanes) else { return None };
        let counted = picture.regions.counted.iter().find(|counted| counted.rect.contains(at))?;
        let span = Span::new(counted.column.start, counted.column.end.plus(-1));
        Some(Cluster { rect: counted.rect, ids: ids_in(all, counted.lane, span, case) })
    }

    /// Lanes that show counts say how much stands on them in the time that is shown; pressed, they list it.
    pub(super) fn accessible_counts(&mut self, ui: &Ui, cx: &ViewCx<'_>, offset: Vec2) {
        let (Some((_, picture)), Some((_, all)), Some(case)) = (&self.picture, &self.lanes, cx.case()) else { return };
        let counted = &picture.regions.counted;
        let mut lanes: Vec<usize> = counted.iter().map(|counted| counted.lane).collect();
        lanes.dedup();
        let shown = picture.regions.axis.shown();
        let mut pressed = None;
        for lane in lanes {
            let rects = counted.iter().filter(|counted| counted.lane == lane).map(|counted| counted.rect);
            let Some(rect) = rects.reduce(egui::Rect::union) else { continue };
            let name = all.lanes[lane].id.as_ref().map_or_else(String::new, |id| naming::name(case, id).to_owned());
            let count = all.touching(lane, shown).unwrap_or_default();
            let span = cx.words().span(shown, &case.calendar().zone);
            let args = [("name", name.into()), ("count", count.into()), ("span", span.into())];
            let sentence = cx.words().with("timeline-counts", &args);
            let widget = EguiId::unique(("timeline-counts", lane));
            let response = ui.interact(rect.translate(offset), widget, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &sentence));
            if ui.input(|input| input.has_accesskit_action_request(widget, Action::Click)) {
                pressed = Some(Cluster { rect, ids: ids_in(all, lane, shown, case) });
            }
        }
        if pressed.is_some() {
            self.cluster = pressed;
        }
    }

    /// The open list: what is in it can be chosen one by one, or all together.
    pub(super) fn cluster_ui(&mut self, ui: &Ui, cx: &ViewCx<'_>, response: &Response) {
        let (Some(cluster), Some(case)) = (&self.cluster, cx.case()) else { return };
        let at = response.rect.min + cluster.rect.left_bottom().to_vec2();
        let mut open = true;
        Popup::new(EguiId::unique("cluster"), ui.ctx().clone(), pos2(at.x, at.y), ui.layer_id())
            .open_bool(&mut open)
            .width(WIDTH)
            .show(|ui| {
                let all = cx.words().with("timeline-list-all", &[("count", cluster.ids.len().into())]);
                if ui.button(all).clicked() {
                    cx.send(Command::Select(Select::Many(cluster.ids.clone())));
                }
                ui.separator();
                let height = ui.text_style_height(&egui::TextStyle::Body) + 2.0 * ui.spacing().button_padding.y;
                ScrollArea::vertical().max_height(HEIGHT).show_rows(ui, height, cluster.ids.len(), |ui, rows| {
                    ui.set_min_width(WIDTH);
                    for item in cluster.ids[rows].iter().filter_map(|id| case.item(id.as_str())) {
                        let label = egui::Button::selectable(cx.is_selected(item.id()), title(cx, case, item));
                        if ui.add(label.truncate()).clicked() {
                            canvas::select(ui, cx, item.id());
                        }
                    }
                });
            });
        if !open {
            self.cluster = None;
        }
    }
}

/// Date and name.
fn title(cx: &ViewCx<'_>, case: &Case, item: crate::model::case::Item<'_>) -> String {
    let title = naming::title(case, item);
    match cx.derived().dates.of(case, item.id().as_str()) {
        Some(when) => format!("{} · {title}", when.text()),
        None => title,
    }
}

/// What of a lane may show in a stretch of time.
fn ids_in(lanes: &Lanes, lane: usize, span: Span, case: &Case) -> Vec<Id> {
    let items = lanes.items_in(lane, span).into_iter();
    let id = |dated| match dated {
        Dated::Event(at) => case.events().get(at as usize).map(|event| event.id.clone()),
        Dated::Link(at) => case.links().get(at as usize).map(|link| link.id.clone()),
    };
    items.filter_map(|(_, item)| id(lanes.index().dated(item))).collect()
}
