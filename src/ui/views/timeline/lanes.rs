//! Lanes by hand: in what order they stand, which groups are folded.

use crate::app::command::Command;
use crate::app::history::Label;
use crate::layout::timeline::{GroupName, Lanes};
use crate::model::Id;
use crate::model::edit::Edit;
use crate::model::view::LaneView;
use crate::ui::cx::ViewCx;

/// Sends the change of how lanes stand, as one step that can be undone.
fn change(cx: &ViewCx<'_>, key: &'static str, change: impl FnOnce(&mut LaneView)) {
    let Some(case) = cx.case() else { return };
    let mut lanes = case.view().lanes.clone();
    change(&mut lanes);
    if lanes != case.view().lanes {
        cx.send(Command::Edit(Label { key, name: String::new() }, Edit::Lanes(Box::new(lanes))));
    }
}

/// Folds a group, or unfolds it.
pub fn toggle_group(cx: &ViewCx<'_>, name: &GroupName) {
    let word = name.word();
    let folded = cx.case().is_some_and(|case| case.view().lanes.folds.contains(&word));
    change(cx, if folded { "edit-groups-unfold" } else { "edit-groups-fold" }, |lanes| {
        if !lanes.folds.remove(&word) {
            lanes.folds.insert(word);
        }
    });
}

/// Folds all groups.
pub fn fold_groups(cx: &ViewCx<'_>, lanes: &Lanes) {
    let words = lanes.lanes.iter().filter_map(|lane| Some(lane.group.as_ref()?.name.word()));
    change(cx, "edit-groups-fold", |view| view.folds.extend(words));
}

/// Moves the lanes of the selection one place up or down.
pub fn move_selected(cx: &ViewCx<'_>, lanes: &Lanes, up: bool) {
    let mut moved: Vec<usize> = cx.workspace.selected_entities().filter_map(|id| lanes.position(id)).collect();
    moved.sort_unstable();
    let Some((first, last)) = moved.first().copied().zip(moved.last().copied()) else { return };
    let to = if up { first.checked_sub(1) } else { Some(last + 2) };
    let ids: Vec<Id> = cx.workspace.selected_entities().cloned().collect();
    if let Some(to) = to {
        move_to(cx, lanes, &ids, to);
    }
}

/// Moves the lanes of some entities before the lane at a position. All lanes above keep their order: from now on it is
/// the user's own.
pub fn move_to(cx: &ViewCx<'_>, lanes: &Lanes, moved: &[Id], to: usize) {
    let is_pinned = |id: &Id| lanes.position(id).is_some_and(|lane| lanes.lanes[lane].is_pinned);
    let on_top = moved.iter().all(is_pinned);
    let others = |range: &mut dyn Iterator<Item = usize>| -> Vec<Id> {
        range
            .filter_map(|lane| lanes.lanes.get(lane))
            .filter(|lane| lane.is_pinned == on_top)
            .filter_map(|lane| lane.id.clone())
            .filter(|id| !moved.contains(id))
            .collect()
    };
    let before = others(&mut (0..to.min(lanes.lanes.len())));
    let known = |view: &LaneView| if on_top { view.pins.clone() } else { view.order.clone() };
    change(cx, "edit-lanes-order", |view| {
        // What was put in order before and stands below stays in order.
        let rest: Vec<Id> = known(view).into_iter().filter(|id| !before.contains(id) && !moved.contains(id)).collect();
        let order = before.iter().chain(moved).cloned().chain(rest).collect();
        if on_top {
            view.pins = order;
        } else {
            view.order = order;
        }
    });
}
