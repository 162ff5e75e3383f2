//! Marks of the network that stand for several things, as a screen reader says and presses them.

use egui::accesskit::Action;
use egui::{Id as EguiId, Rect, Role, Sense, Ui, WidgetInfo};

use crate::app::command::{Command, Select};
use crate::model::Id;
use crate::scene::network::NetworkScene;
use crate::ui::cx::ViewCx;
use crate::ui::naming;

/// Names that are said of a group; further ones are counted.
const MOST_NAMES: usize = 5;

/// Whether a node or a line stands for several things.
pub fn is_several(cx: &ViewCx<'_>, picture: &NetworkScene, id: &Id) -> bool {
    picture.bundles.contains_key(id) || cx.derived().folds.group(id).is_some()
}

/// Makes such a mark exist for a screen reader: a button that selects all that it stands for.
pub fn several_ui(ui: &Ui, cx: &ViewCx<'_>, picture: &NetworkScene, id: &Id, rect: Rect) {
    let folds = &cx.derived().folds;
    let things = picture.bundles.get(id).map_or_else(|| folds.things(id), Vec::as_slice);
    let widget = EguiId::unique(("network-several", id.as_str()));
    let response = ui.interact(rect, widget, Sense::hover());
    let is_selected = things.iter().any(|thing| cx.is_selected(thing));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, sentence(cx, id, things)));
    if ui.input(|input| input.has_accesskit_action_request(widget, Action::Click)) {
        cx.send(Command::Select(Select::Many(things.to_vec())));
    }
}

/// "Group Places, 4 things: Antwerp, Elst, Lille, Roubaix", "5 links: Argus follows Lemont, …".
fn sentence(cx: &ViewCx<'_>, id: &Id, things: &[Id]) -> String {
    let Some(case) = cx.case() else { return String::new() };
    let items = things.iter().take(MOST_NAMES).filter_map(|thing| case.item(thing.as_str()));
    let mut names = items.map(|item| naming::title(case, item)).collect::<Vec<_>>().join(", ");
    if things.len() > MOST_NAMES {
        names.push_str(", …");
    }
    let (count, names) = (things.len().into(), names.into());
    match cx.derived().folds.group(id) {
        Some(group) => {
            let name = group.name.as_str().into();
            cx.words().with("group-spoken", &[("name", name), ("count", count), ("names", names)])
        }
        None => cx.words().with("bundle-spoken", &[("count", count), ("names", names)]),
    }
}
