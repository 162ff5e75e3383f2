//! The table: entities, events, links or sources as rows, sorted, filtered, and tied to the one selection.

mod grid;
mod hand;
mod head;
mod scroll;

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Rect, ScrollArea, Ui, vec2};

use self::scroll::Scroll;
use crate::app::table::{Cells, Column, Query, Scope, Sheet, Shown, Subject, rows};
use crate::base::cancel::Cancel;
use crate::locale::Language;
use crate::model::dates::Clock;
use crate::model::time::{Span, WindowRule};
use crate::model::{Case, Id};
use crate::ui::cx::ViewCx;
use crate::ui::parts::HoverSender;
use crate::ui::work::Job;

/// Height of a row, in points.
const ROW: f32 = 24.0;
/// With more things than this the rows are found by a job: sorting would be felt.
const MOST_AT_ONCE: usize = 2_000;

/// From what the rows were found.
#[derive(Clone, Debug, PartialEq)]
struct RowsKey {
    generation: u64,
    structure: u64,
    content: u64,
    query: Query,
    clock: Clock,
    language: Language,
    /// Only where rows depend on it.
    window: Option<(Option<Span>, WindowRule)>,
    selected: Option<Arc<BTreeSet<Id>>>,
}

/// The table with its rows, where it is scrolled to, and the hand that is on it.
#[derive(Debug, Default)]
pub struct TableView {
    sheet: Sheet,
    filter: String,
    scope: Scope,
    rows: Arc<[u32]>,
    rows_key: Option<RowsKey>,
    /// What a job was asked for, and the number of the request.
    asked: Option<(u64, RowsKey)>,
    waiting: Option<Box<(Query, Subject)>>,
    number: u64,
    scroll: Scroll,
    /// The row of the leading thing of the selection, and of which it is the row.
    lead: Option<(Id, Option<usize>)>,
    /// The row that is to be brought into view.
    reveal: Option<usize>,
    /// The row at which a range began.
    anchor: Option<usize>,
    /// A column whose border is dragged, with its width now.
    resized: Option<(usize, f32)>,
    /// The rows have the keyboard.
    pub has_focus: bool,
    /// The keyboard is to come here.
    pub take_focus: bool,
    hover: HoverSender,
}

impl TableView {
    /// A job found the rows.
    pub fn found(&mut self, number: u64, rows: Vec<u32>) {
        if let Some((_, key)) = self.asked.take_if(|(asked, _)| *asked == number) {
            self.set_rows(rows, key);
        }
    }

    /// The job that is to be done, if any.
    pub fn job(&mut self) -> Option<Job> {
        self.waiting.take().map(|asked| Job::Table(self.number, asked))
    }

    /// Positions of the rows, for tests.
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// Forgets the case that was open; sheet and columns stay.
    pub fn forget(&mut self) {
        *self = Self { sheet: self.sheet, number: self.number, ..Self::default() };
    }

    /// Shows the table in which this thing stands.
    pub fn turn_to(&mut self, sheet: Sheet) {
        if self.sheet != sheet {
            self.sheet = sheet;
            self.filter.clear();
            self.scroll = Scroll::default();
            (self.lead, self.anchor) = (None, None);
        }
    }

    fn set_rows(&mut self, rows: Vec<u32>, key: RowsKey) {
        let is_same = self
            .rows_key
            .as_ref()
            .is_some_and(|known| (known.generation, &known.query) == (key.generation, &key.query));
        if !is_same {
            self.scroll = Scroll::default();
        }
        self.rows = rows.into();
        self.rows_key = Some(key);
        (self.lead, self.anchor) = (None, None);
    }

    /// Draws the pane. Gives whether its head is dragged.
    pub fn ui(&mut self, ui: &mut Ui, cx: &ViewCx<'_>) -> bool {
        let Some(case) = cx.case() else { return false };
        let shown = cx.workspace.settings().table(self.sheet);
        self.find(cx, &shown);
        let dragged = self.header_ui(ui, cx, case, &shown);
        let columns = self.columns(&shown);
        let area = ui.available_rect_before_wrap();
        let hovered = self.table_ui(ui, cx, case, (&shown, &columns), area);
        self.hover.send(cx, hovered.as_ref());
        dragged
    }

    /// Head and rows, together as wide as the columns are.
    fn table_ui(
        &mut self,
        ui: &mut Ui,
        cx: &ViewCx<'_>,
        case: &Case,
        (shown, columns): (&Shown, &[(Column, f32)]),
        area: Rect,
    ) -> Option<Id> {
        let width: f32 = columns.iter().map(|(_, width)| width).sum::<f32>() + grid::MARGIN;
        // What holds the bar at the right does not move with the columns.
        let inner = area.with_max_x(area.right() - scroll::BAR);
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner));
        let output =
            ScrollArea::horizontal().id_salt(("table", self.sheet)).auto_shrink(false).show(&mut child, |ui| {
                ui.set_width(width.max(inner.width()));
                ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
                self.columns_ui(ui, cx, shown, columns);
                self.rows_ui(ui, cx, case, (shown, columns), inner.x_range())
            });
        let rows = area.with_min_y(area.top() + grid::HEAD).with_max_y(output.inner_rect.bottom());
        self.scroll.bar_ui(ui, cx, rows, ROW, self.rows.len());
        output.inner
    }

    /// Columns with their widths now.
    fn columns(&self, shown: &Shown) -> Vec<(Column, f32)> {
        let mut columns = shown.columns(self.sheet);
        if let Some((at, width)) = self.resized
            && let Some(column) = columns.get_mut(at)
        {
            column.1 = width;
        }
        columns
    }

    /// Finds the rows: at once where they are few, else by a job, while those of before stay in view.
    fn find(&mut self, cx: &ViewCx<'_>, shown: &Shown) {
        let Some(document) = cx.workspace.document() else { return };
        let case = document.case();
        let query = Query {
            sheet: self.sheet,
            sort: shown.sorted_by(),
            descending: shown.descending,
            filter: self.filter.clone(),
            scope: self.scope,
        };
        let needs_window = query.scope == Scope::Window || query.sort == Some(Column::Answer);
        let key = RowsKey {
            generation: cx.workspace.generation(),
            structure: case.revision().structure,
            content: case.revision().content,
            clock: cx.workspace.clock(),
            language: cx.words().language(),
            window: needs_window.then(|| (cx.workspace.window(), cx.workspace.window_rule())),
            selected: (query.scope == Scope::Selection).then(|| cx.workspace.selection().shared()),
            query,
        };
        if self.rows_key.as_ref() == Some(&key) {
            self.asked = None;
            return;
        }
        if self.asked.as_ref().is_some_and(|(_, asked)| *asked == key) {
            return;
        }
        let subject = Subject {
            case: document.shared_case(),
            dates: Arc::clone(&cx.derived().dates),
            answers: Arc::clone(&cx.derived().answers),
            cited: Arc::clone(cx.derived().cited(case)),
            rule: cx.workspace.window_rule(),
            selected: cx.workspace.selection().shared(),
            words: cx.words().clone(),
        };
        if self.sheet.len(case) <= MOST_AT_ONCE {
            let rows = rows(&key.query, &subject, &Cancel::default()).unwrap_or_default();
            self.asked = None;
            self.set_rows(rows, key);
            return;
        }
        self.number += 1;
        if self.rows_key.as_ref().is_none_or(|known| {
            known.query.sheet != key.query.sheet
                || known.structure != key.structure
                || known.generation != key.generation
        }) {
            // Rows of another table, or of another state of the case, would show wrong things.
            self.rows = Arc::default();
            self.rows_key = None;
        }
        self.waiting = Some(Box::new((key.query.clone(), subject)));
        self.asked = Some((self.number, key));
    }

    fn cells<'a>(cx: &ViewCx<'a>, case: &'a Case) -> Cells<'a> {
        Cells {
            case,
            dates: &cx.derived().dates,
            answers: &cx.derived().answers,
            rule: cx.workspace.window_rule(),
            cited: cx.derived().cited(case),
            words: cx.words(),
        }
    }

    /// The row of the leading thing of the selection; looked for once for each selection.
    fn lead_row(&mut self, cx: &ViewCx<'_>, case: &Case) -> Option<usize> {
        let lead = cx.workspace.selection().lead()?;
        if self.lead.as_ref().is_none_or(|(known, _)| known != lead) {
            let position = self.sheet.position(case, lead);
            let row = position.and_then(|position| self.rows.iter().position(|at| *at == position));
            self.lead = Some((lead.clone(), row));
            if let Some(row) = row {
                self.reveal = Some(row);
            }
        }
        self.lead.as_ref().and_then(|(_, row)| *row)
    }
}
