//! What keys and clicks do in the table, and what is copied from it.

use std::ops::RangeInclusive;

use egui::{Event, EventFilter, Key, Modifiers, PointerButton, Response, Ui};

use super::head::name;
use super::scroll::Scroll;
use super::{ROW, TableView};
use crate::app::command::{Command, Select};
use crate::app::effect::Effect;
use crate::app::table::Shown;
use crate::app::workspace::Notice;
use crate::model::case::Item;
use crate::model::{Case, Id};
use crate::ui::cx::ViewCx;

/// Rows that are copied at most: what is pasted elsewhere must stay within reason.
const MOST_COPIED: usize = 100_000;

impl TableView {
    /// Arrows, pages and ends walk; with Shift they select what they pass. All, copy, show.
    pub(super) fn keys(
        &mut self,
        ui: &Ui,
        cx: &ViewCx<'_>,
        case: &Case,
        shown: &Shown,
        body: &Response,
        lead: Option<usize>,
    ) {
        if !body.has_focus() || self.rows.is_empty() {
            return;
        }
        let keep = EventFilter { vertical_arrows: true, escape: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(body.id, keep));
        let last = self.rows.len() - 1;
        let page = Scroll::page(body.rect.height(), ROW);
        // Where nothing of this table is selected, walking begins with what is in view.
        let (seen, _) = self.scroll.in_view(body.rect.height(), ROW, self.rows.len());
        let to = |step: &dyn Fn(usize) -> usize| lead.map_or(seen.start, step).min(last);
        let moves: [(Key, usize); 6] = [
            (Key::ArrowDown, to(&|at| at + 1)),
            (Key::ArrowUp, to(&|at| at.saturating_sub(1))),
            (Key::PageDown, to(&|at| at + page)),
            (Key::PageUp, to(&|at| at.saturating_sub(page))),
            (Key::Home, 0),
            (Key::End, last),
        ];
        for (key, row) in moves {
            if ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, key)) {
                self.pick(cx, case, row, Modifiers::SHIFT);
                self.reveal = Some(row);
            } else if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                self.pick(cx, case, row, Modifiers::NONE);
                self.reveal = Some(row);
            }
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::A)) {
            cx.send(Command::Select(Select::Many(self.ids(case, 0..=last, lead))));
        }
        if ui.input(|input| input.events.contains(&Event::Copy)) {
            self.copy(cx, case, shown);
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
            && let Some(lead) = cx.workspace.selection().lead()
        {
            cx.send(Command::GoTo(lead.clone()));
        }
    }

    /// A click selects, with Ctrl in addition, with Shift all from the last one on; a second click shows the thing.
    pub(super) fn clicks(
        &mut self,
        ui: &Ui,
        cx: &ViewCx<'_>,
        case: &Case,
        body: &Response,
        hovered: Option<&(usize, Id)>,
    ) {
        if body.clicked() || body.secondary_clicked() {
            body.request_focus();
        }
        let Some((row, id)) = hovered else { return };
        if body.double_clicked() {
            cx.send(Command::GoTo(id.clone()));
        } else if body.clicked_by(PointerButton::Primary) {
            let modifiers = ui.input(|input| input.modifiers);
            self.pick(cx, case, *row, modifiers);
        } else if body.secondary_clicked() && !cx.is_selected(id) {
            self.pick(cx, case, *row, Modifiers::NONE);
        }
    }

    /// Selects a row.
    pub(super) fn pick(&mut self, cx: &ViewCx<'_>, case: &Case, row: usize, modifiers: Modifiers) {
        let Some(id) = self.id(case, row) else { return };
        if modifiers.shift {
            let anchor = self.anchor.or(self.lead.as_ref().and_then(|(_, row)| *row)).unwrap_or(row);
            let ids = self.ids(case, anchor.min(row)..=anchor.max(row), Some(row));
            cx.send(Command::Select(Select::Many(ids)));
            self.anchor = Some(anchor);
        } else {
            let select = if modifiers.command { Select::Toggle(id.clone()) } else { Select::Only(id.clone()) };
            cx.send(Command::Select(select));
            self.anchor = Some(row);
        }
        // What is picked here is in view already.
        self.lead = Some((id, Some(row)));
    }

    fn id(&self, case: &Case, row: usize) -> Option<Id> {
        case.at(self.sheet.place(*self.rows.get(row)?)).map(|item| item.id().clone())
    }

    /// The things of these rows, that of `lead` first.
    fn ids(&self, case: &Case, range: RangeInclusive<usize>, lead: Option<usize>) -> Vec<Id> {
        let lead = lead.filter(|row| range.contains(row));
        lead.into_iter().chain(range.filter(|row| Some(*row) != lead)).filter_map(|row| self.id(case, row)).collect()
    }

    /// Copies the selected rows, or all where none is selected, as text with tabs between the columns: what a
    /// spreadsheet takes.
    pub(super) fn copy(&self, cx: &ViewCx<'_>, case: &Case, shown: &Shown) {
        let columns = shown.columns(self.sheet);
        let cells = Self::cells(cx, case);
        let items = || self.rows.iter().filter_map(|at| case.at(self.sheet.place(*at)));
        let any_selected = items().any(|item| cx.is_selected(item.id()));
        let is_wanted = |item: &Item<'_>| !any_selected || cx.is_selected(item.id());
        let all = items().filter(is_wanted).count();
        let mut text = columns.iter().map(|(column, _)| name(cx, column)).collect::<Vec<_>>().join("\t");
        text.push('\n');
        for item in items().filter(is_wanted).take(MOST_COPIED) {
            let row: Vec<String> = columns.iter().map(|(column, _)| clean(&cells.text(item, column))).collect();
            text.push_str(&row.join("\t"));
            text.push('\n');
        }
        cx.send(Command::Effect(Box::new(Effect::Copy(text))));
        let copied = all.min(MOST_COPIED);
        let mut notice = Notice::with("notice-rows-copied", "count", copied.to_string());
        notice.args.push(("all", all.to_string()));
        notice.key = if copied < all { "notice-rows-copied-of" } else { notice.key };
        cx.send(Command::Notify(notice));
    }
}

/// Tabs and line ends would begin another cell.
fn clean(text: &str) -> String {
    text.replace(['\t', '\n', '\r'], " ")
}
