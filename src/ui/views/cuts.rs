//! What the timeline leaves out: when that changes, the switch in its head, what a screen reader hears of it.
//!
//! While time plays or a hand drags, the cuts stay as they were, so that nothing jumps under the hand; a window that is
//! moved over a cut runs through it. When playing ends or the hand lets go, the part of the window is opened, and what is
//! in view stays where it is.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Button, Id as EguiId, Rect, RichText, Role as Access, Sense, Ui, Vec2, WidgetInfo, vec2};

use crate::app::command_table::UiCommand;
use crate::layout::axis::{Axis, Cuts};
use crate::layout::timeline::{CutThreshold, Gaps, Lanes};
use crate::model::Id;
use crate::model::time::{Span, Stamp};
use crate::scene::Role;
use crate::scene::timeline::{Regions, cuts};
use crate::ui::cx::ViewCx;
use crate::ui::icon::{self, Icon};
use crate::ui::menu_bar;
use crate::ui::parts::LABEL;

/// Below this width the head has no room for words.
const LEAST_FOR_WORDS: f32 = 420.0;

/// The cuts of the timeline, and what they were made for.
#[derive(Debug, Default)]
pub struct TimeCuts {
    cuts: Cuts,
    key: Option<Key>,
}

#[derive(Debug, PartialEq)]
struct Key {
    gaps: Gaps,
    threshold: Option<CutThreshold>,
    window: Option<Span>,
    selection: Arc<BTreeSet<Id>>,
}

/// Why there are other cuts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Another case, another filter, another threshold.
    Whole,
    /// The window or the selection has changed.
    Kept,
}

impl TimeCuts {
    /// What is left out.
    pub fn cuts(&self) -> Cuts {
        self.cuts
    }

    /// Brings the cuts up to date; while they are held, only for another case, filter or threshold. Tells whether they
    /// are others now.
    pub fn update(&mut self, cx: &ViewCx<'_>, lanes: &Lanes, is_held: bool) -> Option<Change> {
        let case = cx.case()?;
        let threshold = cx.workspace.settings().cut_threshold();
        let (window, selection) = (cx.workspace.window(), cx.workspace.selection().shared());
        let is_same = |key: &Key| key.gaps == lanes.gaps && key.threshold == threshold;
        let change = match &self.key {
            Some(key) if is_same(key) && (is_held || key.window == window && key.selection == selection) => {
                return None;
            }
            Some(key) if is_same(key) => Change::Kept,
            _ => Change::Whole,
        };
        let made = cuts(case, &cx.derived().dates, lanes, window, &selection, threshold);
        self.key = Some(Key { gaps: lanes.gaps.clone(), threshold, window, selection });
        let is_other = made != self.cuts;
        self.cuts = made;
        is_other.then_some(change)
    }
}

/// Where time stays on screen while the cuts change: under the pointer, else in the middle of the window, else in the
/// middle. `offset` is the upper left corner of the view.
pub fn anchor(ui: &Ui, cx: &ViewCx<'_>, axis: Axis, view: Rect) -> f32 {
    let pointer = ui.input(|input| input.pointer.latest_pos()).filter(|at| view.contains(*at));
    let pointer = pointer.map(|at| at.x - view.left());
    let window = cx
        .workspace
        .window()
        .map(|window| f32::midpoint(axis.x_from_stamp(window.start()), axis.x_after(window.end())));
    let is_on_axis = |x: &f32| axis.left() <= *x && *x <= axis.right();
    let places = [pointer, window].into_iter().flatten().find(is_on_axis);
    places.unwrap_or(f32::midpoint(axis.left(), axis.right()))
}

/// The present moment, to ten minutes: the mark of it stands still while one looks at it.
pub fn now() -> Stamp {
    const STEP: i64 = 600_000;
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let milliseconds = i64::try_from(since.as_millis()).unwrap_or(i64::MAX);
    Stamp(milliseconds / STEP * STEP)
}

/// The switch between true scale and cuts, in the head of the timeline; its menu holds the thresholds.
pub fn switch_ui(ui: &mut Ui, cx: &ViewCx<'_>, width: f32) {
    let on = cx.workspace.settings().cuts;
    let name = cx.text(if on { "timeline-cuts-on" } else { "timeline-cuts-off" });
    let colour = cx.colour(if on { Role::Text1 } else { Role::Text3 });
    let text = if width > LEAST_FOR_WORDS { name.as_str() } else { "" };
    let button = Button::new(RichText::new(format!("      {text}")).size(LABEL.size).color(colour));
    let response = ui.add_enabled(UiCommand::Cuts.available(cx.workspace), button.frame_when_inactive(false));
    let square = Rect::from_center_size(response.rect.left_center() + vec2(14.0, 0.0), Vec2::splat(14.0));
    icon::paint(ui.painter(), square, Icon::Cut, colour);
    response.widget_info(|| WidgetInfo::selected(Access::Button, true, on, &name));
    if response.clicked() {
        cx.run(UiCommand::Cuts);
    }
    response.context_menu(|ui| {
        for command in THRESHOLDS {
            menu_bar::command_ui(ui, cx, command);
        }
    });
    response.on_hover_text(cx.text("command-cuts.help"));
}

const THRESHOLDS: [UiCommand; 6] = [
    UiCommand::Cuts,
    UiCommand::CutsAutomatic,
    UiCommand::CutsMonth,
    UiCommand::CutsQuarter,
    UiCommand::CutsYear,
    UiCommand::CutsFiveYears,
];

/// Cuts and the mark of today exist for a screen reader too, and say what they are when pointed at.
pub fn accessible(ui: &Ui, cx: &ViewCx<'_>, regions: &Regions, offset: Vec2) {
    let label = |salt, number: usize, rect: Rect, text: &str| {
        let response = ui.interact(rect.translate(offset), EguiId::unique((salt, number)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Access::Label, true, text));
        response.on_hover_text(text);
    };
    for (number, cut) in regions.cuts.iter().enumerate() {
        label("timeline-cut", number, cut.band, &cut.sentence);
        // The pill may be wider than its band.
        ui.interact(cut.pill.translate(offset), EguiId::unique(("timeline-cut-pill", number)), Sense::hover())
            .on_hover_text(&cut.sentence);
    }
    if let (Some(today), Some(case)) = (regions.today, cx.case()) {
        let date = cx.words().stamp(now(), &case.calendar().zone);
        label("timeline-today", 0, today, &format!("{}: {date}", cx.text("timeline-today")));
    }
}
