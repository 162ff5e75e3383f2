//! What a hand does to the network: wheel, drags, clicks, arrows.

use std::borrow::Cow;
use std::collections::HashSet;

use egui::{Key, PointerButton, Pos2, Rect, Response, Ui};

use super::{Drag, NetworkView};
use crate::app::command::{Command, Select};
use crate::app::command_table::UiCommand;
use crate::app::form::FormOf;
use crate::app::history::Label;
use crate::app::workspace::Modal;
use crate::model::Id;
use crate::model::edit::Edit;
use crate::scene::network::plane::folds_events;
use crate::ui::cx::ViewCx;
use crate::ui::views::canvas::{self, Step};

impl NetworkView {
    pub(super) fn handle(&mut self, ui: &Ui, cx: &ViewCx<'_>, rect: Rect, response: &Response) {
        let Some(camera) = self.camera else { return };
        let local = |at: Pos2| (at - rect.min).to_pos2();
        let pointer = response.hover_pos().map(local);
        let was_clicked = response.clicked() || response.secondary_clicked() || response.double_clicked();
        let under = pointer.and_then(|at| self.under(cx, at, was_clicked));
        if response.contains_pointer() || matches!(self.drag, Drag::None) {
            let on = if response.contains_pointer() { under.as_ref() } else { None };
            self.hover.send_from(cx, on, pointer.filter(|_| response.contains_pointer()));
        }
        if let Some(at) = pointer
            && response.contains_pointer()
        {
            let factor = ui.input(|input| input.zoom_delta() * (input.smooth_scroll_delta().y / 240.0).exp());
            if (factor - 1.0).abs() > f32::EPSILON {
                self.flight = None;
                self.was_moved = true;
                self.camera = Some(camera.zoom_at(at, factor, self.size));
            }
        }
        self.handle_drag(ui, cx, rect, response);
        if response.double_clicked_by(PointerButton::Primary) {
            match &under {
                Some(id) if cx.derived().folds.group(id).is_some() => {
                    cx.send(Command::Select(Select::Many(self.things(cx, id))));
                    cx.run(UiCommand::Unfold);
                }
                Some(id) => cx.send(Command::GoTo(id.clone())),
                None => cx.run(UiCommand::FitAll),
            }
        } else if response.clicked_by(PointerButton::Primary) {
            response.request_focus();
            match &under {
                Some(id) => canvas::select_all(ui, cx, self.things(cx, id)),
                None => cx.send(Command::Select(Select::Nothing)),
            }
        } else if response.secondary_clicked() {
            self.context = if under.is_some() { canvas::Under::Thing } else { canvas::Under::Ground };
            let things = under.map(|id| self.things(cx, &id)).unwrap_or_default();
            if !things.iter().any(|id| cx.is_selected(id)) && !things.is_empty() {
                cx.send(Command::Select(Select::Many(things)));
            }
        }
        canvas::enter(ui, cx, response);
        canvas::context_menu(response, cx, self.context);
        if let Some(step) = canvas::arrow(ui, response) {
            self.walk(cx, step);
        }
    }

    fn handle_drag(&mut self, ui: &Ui, cx: &ViewCx<'_>, rect: Rect, response: &Response) {
        let Some(camera) = self.camera else { return };
        let mut moved = response.drag_delta();
        if response.drag_started() {
            self.flight = None;
            let from = ui.input(|input| input.pointer.press_origin()).unwrap_or(rect.min);
            self.drag = self.beginning(ui, cx, (from - rect.min).to_pos2(), response);
            // The toolkit calls it a drag only after some points; what is dragged stays under the hand.
            moved = response.interact_pointer_pos().map_or(moved, |at| at - from);
        }
        if ui.input(|input| input.key_pressed(Key::Escape)) && !matches!(self.drag, Drag::None) {
            self.drag = Drag::None;
        }
        match &mut self.drag {
            Drag::None => {}
            Drag::Pan => {
                self.was_moved = true;
                self.camera = Some(camera.pan(moved));
            }
            Drag::Nodes(nodes) => {
                for (_, at) in nodes {
                    *at += camera.distance(moved);
                }
            }
            Drag::Select(_) | Drag::Tie(..) => ui.ctx().request_repaint(),
        }
        if response.drag_stopped() {
            match std::mem::take(&mut self.drag) {
                Drag::Nodes(nodes) => pin(cx, nodes),
                Drag::Select(from) => {
                    if let Some(to) = response.interact_pointer_pos() {
                        self.select_in(cx, Rect::from_two_pos(from, (to - rect.min).to_pos2()));
                    }
                }
                Drag::Tie(from, _) => {
                    let to = response.interact_pointer_pos().map(|at| (at - rect.min).to_pos2());
                    if let Some(to) = to.and_then(|at| self.node_at(cx, at)).filter(|to| *to != from) {
                        cx.send(Command::Show(Modal::Form(FormOf::NewLink(Some(from), Some(to)))));
                    }
                }
                Drag::None | Drag::Pan => {}
            }
        }
    }

    /// What a drag from here does: a node moves (with the whole selection if it belongs to it), Shift draws a
    /// rectangle, the ground moves the picture.
    fn beginning(&self, ui: &Ui, cx: &ViewCx<'_>, from: Pos2, response: &Response) -> Drag {
        if response.dragged_by(PointerButton::Middle) {
            return Drag::Pan;
        }
        if ui.input(|input| input.modifiers.shift) {
            return Drag::Select(from);
        }
        if ui.input(|input| input.modifiers.alt)
            && let Some(id) = self.node_at(cx, from)
        {
            return Drag::Tie(id, from);
        }
        let Some(camera) = self.camera else { return Drag::Pan };
        let nodes = self.nodes_in_view();
        let Some(id) = self.under(cx, from, false).filter(|id| nodes.iter().any(|(node, ..)| node == id)) else {
            return Drag::Pan;
        };
        let is_selected = |node: &Id| cx.derived().folds.things(node).iter().any(|thing| cx.is_selected(thing));
        let moves = |node: &Id| *node == id || (is_selected(&id) && is_selected(node));
        let moved = nodes.iter().filter(|(node, ..)| moves(node));
        Drag::Nodes(moved.map(|(node, centre, _)| (node.clone(), camera.to_plane(*centre, self.size))).collect())
    }

    /// The one thing that is drawn as the node at a point: no folded group.
    fn node_at(&self, cx: &ViewCx<'_>, at: Pos2) -> Option<Id> {
        let id = self.under(cx, at, false)?;
        let case = cx.case()?;
        let is_node = case.entity(id.as_str()).is_some() || case.event(id.as_str()).is_some();
        is_node.then_some(id)
    }

    /// What a node or a line stands for: all of a folded group, all ties that are drawn as one.
    fn things(&self, cx: &ViewCx<'_>, id: &Id) -> Vec<Id> {
        if let Some(behind) = cx.case().and_then(|case| self.large.behind(case, id)) {
            return behind;
        }
        let bundle = self.picture.as_ref().and_then(|(_, picture)| picture.bundles.get(id));
        bundle.map_or_else(|| cx.derived().folds.things(id).to_vec(), Clone::clone)
    }

    /// The thing at a point of the view. In a large network ties are looked for where `closely`, or where they are few.
    fn under(&self, cx: &ViewCx<'_>, at: Pos2, closely: bool) -> Option<Id> {
        let (_, picture) = self.picture.as_ref()?;
        let sharp = picture.scene.pick(at);
        let Some(camera) = self.camera.filter(|_| self.large.is_on()) else { return sharp.cloned() };
        let is_node = |id: &Id| picture.nodes.iter().any(|(node, ..)| node == id);
        if let Some(id) = sharp.filter(|id| is_node(id)) {
            return Some(id.clone());
        }
        self.large.pick(cx, at, camera, self.size, sharp, closely)
    }

    /// Every node in view, with centre and radius.
    fn nodes_in_view(&self) -> Cow<'_, [(Id, Pos2, f32)]> {
        match (&self.picture, self.camera.and_then(|camera| self.large.nodes_in_view(camera, self.size))) {
            (_, Some(nodes)) => Cow::Owned(nodes),
            (Some((_, picture)), None) => Cow::Borrowed(&picture.nodes),
            (None, None) => Cow::Borrowed(&[]),
        }
    }

    fn select_in(&self, cx: &ViewCx<'_>, area: Rect) {
        let nodes = self.nodes_in_view();
        let folds = &cx.derived().folds;
        let inside = nodes.iter().filter(|(_, centre, _)| area.contains(*centre));
        let ids = inside.flat_map(|(id, ..)| folds.things(id)).cloned();
        cx.send(Command::Select(Select::Many(ids.collect())));
    }

    /// The next node in a direction: of those that are tied to this one the nearest, with what lies aside counting
    /// double; where none lies that way, the nearest of all.
    fn walk(&self, cx: &ViewCx<'_>, step: Step) {
        let nodes = self.nodes_in_view();
        let lead = cx.workspace.selection().lead().map(|lead| cx.derived().folds.node(lead));
        let from = nodes.iter().find(|(id, ..)| Some(id) == lead).map(|(_, centre, _)| *centre);
        let Some(from) = from else {
            let middle = (self.size / 2.0).to_pos2();
            let nearest = nodes.iter().min_by(|a, b| a.1.distance(middle).total_cmp(&b.1.distance(middle)));
            if let Some((id, ..)) = nearest {
                cx.send(Command::Select(Select::Many(self.things(cx, id))));
            }
            return;
        };
        let cost = |to: Pos2| -> Option<f32> {
            let (x, y) = (to.x - from.x, to.y - from.y);
            let (ahead, aside) = match step {
                Step::Left => (-x, y),
                Step::Right => (x, y),
                Step::Up => (-y, x),
                Step::Down => (y, x),
            };
            (ahead > 1.0).then_some(ahead + 2.0 * aside.abs())
        };
        let tied = lead.map(|lead| tied(cx, lead)).unwrap_or_default();
        let next = nodes
            .iter()
            .filter(|(id, ..)| Some(id) != lead)
            .filter_map(|(id, centre, _)| Some((!tied.contains(id), cost(*centre)?, id)))
            .min_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        if let Some((.., id)) = next {
            cx.send(Command::Select(Select::Many(self.things(cx, id))));
        }
    }
}

/// So many ties of one node are looked at: of more, arrows choose among the first.
const MOST_TIED: usize = 2_000;

/// The nodes that are tied to this one, across events where these are drawn as ties.
fn tied(cx: &ViewCx<'_>, node: &Id) -> HashSet<Id> {
    let Some(case) = cx.case() else { return HashSet::new() };
    let (folds, folds_events) = (&cx.derived().folds, folds_events(case));
    let mut found = HashSet::new();
    for thing in folds.things(node) {
        for next in case.graph().neighbours(thing.as_str()).into_iter().take(MOST_TIED) {
            match case.event(next.id.as_str()).filter(|_| folds_events) {
                Some(event) => {
                    found.extend(event.participants.iter().map(|participant| folds.node(&participant.entity).clone()));
                }
                None => {
                    found.insert(folds.node(next.id).clone());
                }
            }
        }
    }
    found
}

/// Pins nodes where they are: one step to undo.
pub(super) fn pin(cx: &ViewCx<'_>, nodes: Vec<(Id, Pos2)>) {
    let Some(case) = cx.case() else { return };
    let name = match nodes.as_slice() {
        [] => return,
        [(id, _)] => match cx.derived().folds.group(id) {
            Some(group) => group.name.clone(),
            None => case.item(id.as_str()).map_or_else(|| id.to_string(), |item| item.name().to_owned()),
        },
        many => many.len().to_string(),
    };
    let label = Label { key: "edit-pin", name };
    cx.send(Command::Begin(label.clone()));
    for (id, at) in nodes {
        // A tenth of a point is finer than any eye, and keeps the file readable.
        let round = |value: f32| (f64::from(value) * 10.0).round() / 10.0;
        cx.send(Command::Edit(label.clone(), Edit::Pin { id, at: Some((round(at.x), round(at.y))) }));
    }
    cx.send(Command::End);
}
