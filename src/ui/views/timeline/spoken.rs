//! What the timeline says to a screen reader besides its marks: pills, heads of groups, why it is empty.

use egui::accesskit::Action;
use egui::{Id as EguiId, Role as Access, Sense, Ui, Vec2, WidgetInfo};

use super::tools::clock_key;
use super::{TimelineView, lanes};
use crate::scene::Role;
use crate::scene::timeline::group_name;
use crate::ui::cx::ViewCx;
use crate::ui::naming;
use crate::ui::parts::{BODY, line};

impl TimelineView {
    /// Never empty without a reason: where nothing is dated, the lanes say so, and by which clock.
    pub(super) fn empty_ui(&self, ui: &Ui, cx: &ViewCx<'_>, offset: Vec2) {
        let (Some((_, picture)), Some((_, all))) = (&self.picture, &self.lanes) else { return };
        if !all.lanes.is_empty() {
            return;
        }
        let clock = cx.text(clock_key(cx.workspace.clock()));
        let args = [("count", all.undated.len().into()), ("clock", clock.into())];
        let is_new = cx.case().is_some_and(|case| case.items().next().is_none());
        let said = if is_new { cx.text("timeline-empty-case") } else { cx.words().with("timeline-empty", &args) };
        let area = picture.regions.lanes_area.translate(offset);
        let response = ui.interact(area, EguiId::unique("timeline-empty"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Access::Label, true, &said));
        let anchor = egui::Align2::CENTER_CENTER;
        line(ui, cx, area.center(), anchor, &said, (BODY, Role::Text2), area.width() - 24.0);
    }

    /// Pills exist for a screen reader too: each a button that names what it stands for and opens the list.
    pub(super) fn accessible_pills(&mut self, ui: &Ui, cx: &ViewCx<'_>, offset: Vec2) {
        let (Some((_, picture)), Some(case)) = (&self.picture, cx.case()) else { return };
        let regions = &picture.regions;
        let mut pressed = None;
        for (number, cluster) in regions.clusters.iter().chain(&regions.undated_more).enumerate() {
            let widget = EguiId::unique(("timeline-pill", number));
            let response = ui.interact(cluster.rect.translate(offset), widget, Sense::hover());
            response.widget_info(|| {
                let titles = cluster.ids.iter().filter_map(|id| case.item(id.as_str()));
                let titles: Vec<_> = titles.map(|item| naming::title(case, item)).collect();
                WidgetInfo::labeled(Access::Button, true, titles.join(", "))
            });
            if ui.input(|input| input.has_accesskit_action_request(widget, Action::Click)) {
                pressed = Some(cluster.clone());
            }
        }
        if pressed.is_some() {
            self.cluster = pressed;
        }
    }

    /// Heads of groups exist for a screen reader and the keyboard: each says its name, its lanes and whether it is folded.
    pub(super) fn accessible_groups(&self, ui: &Ui, cx: &ViewCx<'_>, offset: Vec2) {
        let (Some((_, picture)), Some(case)) = (&self.picture, cx.case()) else { return };
        for (head, rect) in &picture.regions.groups {
            let widget = EguiId::unique(("timeline-group", head.name.word()));
            let response = ui.interact(rect.translate(offset), widget, Sense::click());
            let name = group_name(case, cx.words(), &head.name);
            let name = cx.words().with("lanes-group", &[("name", name.into()), ("count", head.lanes.into())]);
            response.widget_info(|| WidgetInfo::selected(Access::DisclosureTriangle, true, !head.folded, &name));
            if response.has_focus() {
                let stroke = egui::Stroke::new(1.5, cx.colour(Role::Text1));
                let kind = egui::StrokeKind::Inside;
                ui.painter().rect_stroke(rect.translate(offset).shrink(1.0), 3.0, stroke, kind);
            }
            if response.clicked() {
                lanes::toggle_group(cx, &head.name);
            }
        }
    }
}
