//! One list of the outline: rows of the same height, of which only those in view are drawn.

use egui::{
    Align2, EventFilter, Id as EguiId, Key, Modifiers, Rect, Role as Access, ScrollArea, Sense, Ui, WidgetInfo, pos2,
    vec2,
};

use super::OutlineState;
use crate::app::command::{Command, Select};
use crate::app::table::Sheet;
use crate::model::case::Item;
use crate::model::{Case, Id};
use crate::scene::{Item as Shape, NodeState, Role, Stroke};
use crate::ui::cx::ViewCx;
use crate::ui::icon::{self, Icon};
use crate::ui::naming;
use crate::ui::parts::{self, BODY, FINE, NAME, PADDING, ROW, STRONG};

/// Where the keyboard and the scroll position of a list are.
#[derive(Clone, Debug, Default)]
pub struct ListState {
    /// The row that has the keyboard, as seen in the last frame.
    focused: Option<usize>,
    /// The row of the thing whose details are shown.
    lead: Option<usize>,
    /// Whether that row is still to be brought into view.
    reveal: bool,
    offset: f32,
    height: f32,
}

impl ListState {
    /// The leading thing of the selection stands in this row now.
    pub fn lead_moved(&mut self, lead: Option<usize>) {
        self.lead = lead;
        self.reveal = lead.is_some();
    }
}

fn row_id(list: Sheet, id: &Id) -> EguiId {
    EguiId::unique(("outline-row", list, id.as_str()))
}

/// Draws the open list in `height` points; gives the thing under the pointer.
pub fn list_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, state: &mut OutlineState, height: f32) -> Option<Id> {
    let list = state.list;
    let rows = state.rows.clone();
    let moved = walk(ui, cx, &mut state.list_state, &rows, list);
    let mut area = ScrollArea::vertical().id_salt(("outline-list", list)).auto_shrink(false).max_height(height);
    let reveal = state.list_state.lead.filter(|_| std::mem::take(&mut state.list_state.reveal));
    if let Some(at) = moved.or(reveal) {
        area = area.vertical_scroll_offset(offset_showing(at, state.list_state.offset, height));
    }
    let mut hovered = None;
    let mut focused = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    let output = area.show_rows(ui, ROW, rows.len(), |ui, range| {
        // One row of the list is reached by Tab; the arrows go on from there.
        let stop = (state.list_state.focused.into_iter())
            .chain(state.list_state.lead)
            .find(|at| range.contains(at))
            .unwrap_or(range.start);
        for at in range {
            let Some(item) = case.item(rows[at].as_str()) else { continue };
            let sense = if at == stop { Sense::click() } else { Sense::CLICK };
            let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
            let response = ui.interact(rect, row_id(list, item.id()), sense);
            if moved == Some(at) {
                response.request_focus();
            }
            if response.has_focus() {
                focused = Some(at);
            }
            if row_ui(ui, cx, case, item, &response) {
                hovered = Some(item.id().clone());
            }
        }
    });
    if rows.is_empty() {
        ui.painter().rect_filled(output.inner_rect, 0.0, cx.colour(Role::Panel));
        let at = output.inner_rect.left_top() + vec2(PADDING, 14.0);
        let text = cx.text(if state.filter.is_empty() { "outline-empty" } else { "outline-no-match" });
        parts::line(ui, cx, at, Align2::LEFT_CENTER, &text, (BODY, Role::Text3), output.inner_rect.width() - 32.0);
    }
    state.list_state.focused = focused;
    state.list_state.offset = output.state.clamped_offset().y;
    state.list_state.height = output.inner_rect.height();
    hovered
}

/// Moves the keyboard along the rows and selects what it comes to. Gives the new row.
fn walk(ui: &Ui, cx: &ViewCx<'_>, state: &mut ListState, rows: &[Id], list: Sheet) -> Option<usize> {
    let from = state.focused.filter(|at| *at < rows.len())?;
    let id = row_id(list, &rows[from]);
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    let keep = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, keep));
    let page = ((state.height / ROW) as usize).saturating_sub(1).max(1);
    let last = rows.len() - 1;
    let moves: [(Key, usize); 6] = [
        (Key::ArrowDown, (from + 1).min(last)),
        (Key::ArrowUp, from.saturating_sub(1)),
        (Key::PageDown, (from + page).min(last)),
        (Key::PageUp, from.saturating_sub(page)),
        (Key::Home, 0),
        (Key::End, last),
    ];
    let pressed = |(key, to)| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)).then_some(to);
    let to = moves.into_iter().find_map(pressed)?;
    if to != from {
        cx.send(Command::Select(Select::Only(rows[to].clone())));
    }
    Some(to)
}

/// The scroll position that shows a row and is nearest to the present one.
fn offset_showing(at: usize, offset: f32, height: f32) -> f32 {
    let top = at as f32 * ROW;
    offset.min(top).max(top + ROW - height).max(0.0)
}

/// Draws the row of a thing; whether the pointer is on it.
pub fn row_ui(ui: &Ui, cx: &ViewCx<'_>, case: &Case, item: Item<'_>, response: &egui::Response) -> bool {
    let id = item.id();
    let selected = cx.is_selected(id);
    let sentence = naming::sentence(cx, case, item);
    response.widget_info(|| WidgetInfo::selected(Access::ListBoxOption, true, selected, &sentence));
    let hovered = cx.interact(response, id);
    let rect = response.rect;
    if !ui.is_rect_visible(rect) {
        return hovered;
    }
    parts::row_fill(ui, cx, response, selected, cx.is_hovered(id));
    let hidden = cx.derived().visibility.is_hidden(id);
    let state = if hidden { NodeState::Outside } else { naming::state(cx.derived(), id) };
    let is_pale = !selected && state == NodeState::Outside;
    let y = rect.center().y;
    let square = Rect::from_center_size(pos2(rect.left() + PADDING + 8.0, y), vec2(16.0, 16.0));
    item_icon(ui, cx, case, item, square, state);
    let mut right = rect.right() - PADDING;
    let remark = remark(cx, case, item);
    let role = if is_pale { Role::FadedText } else { Role::Text3 };
    if !remark.is_empty() {
        // A column of dates may take half of the row, counts take what they need.
        let most = rect.width() * 0.45;
        right = parts::line(ui, cx, pos2(right, y), Align2::RIGHT_CENTER, &remark, (FINE, role), most).left() - 8.0;
    }
    if hidden {
        let eye = Rect::from_center_size(pos2(right - 7.0, y), vec2(14.0, 14.0));
        icon::paint(ui.painter(), eye, Icon::EyeOff, cx.colour(Role::Text3));
        right = eye.left() - 6.0;
    }
    let style = match (selected, item) {
        (true, _) => STRONG,
        (false, Item::Entity(_) | Item::Event(_)) => NAME,
        _ => BODY,
    };
    let role = if is_pale { Role::FadedText } else { Role::Text1 };
    let start = pos2(square.right() + 10.0, y);
    let title = naming::title(case, item);
    parts::line(ui, cx, start, Align2::LEFT_CENTER, &title, (style, role), right - start.x);
    hovered
}

/// Paints the icon of a thing into a square: its kind's shape, the line of a link, a page for a source.
pub fn item_icon(ui: &Ui, cx: &ViewCx<'_>, case: &Case, item: Item<'_>, square: Rect, state: NodeState) {
    match (naming::look(case, item), item) {
        (Some(look), _) => parts::kind_icon(ui, cx, square, look, state, naming::code(item)),
        (None, Item::Link(link)) => {
            let role = if state == NodeState::Outside { Role::LinkFaded } else { Role::LinkLit };
            let stroke = Stroke::new(1.5, role).style(naming::strength_style(link.strength));
            let points = vec![square.left_center(), square.right_center()];
            parts::shapes(ui, cx, &[Shape::Line { points, stroke }]);
        }
        _ => icon::paint(ui.painter(), square.shrink(1.0), Icon::Document, cx.colour(Role::Text3)),
    }
}

/// What stands at the right of a row: number of ties, or date.
fn remark(cx: &ViewCx<'_>, case: &Case, item: Item<'_>) -> String {
    match item {
        Item::Entity(entity) => cx.words().number(case.graph().degree(entity.id.as_str()) as i64),
        _ => item.when().map(|when| cx.words().date_brief(when, &case.calendar().zone)).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_scrolls_no_further_than_it_must() {
        for (row, offset, expected) in [(2, 0.0, 0.0), (10, 0.0, 168.0), (1, 100.0, 24.0)] {
            assert!((offset_showing(row, offset, 96.0) - expected).abs() < 0.01, "row {row}");
        }
    }
}
