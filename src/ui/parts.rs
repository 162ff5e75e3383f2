//! Small parts that several panels are made of: text in the sizes of the design, rows, section heads, badges.

use egui::emath::TSTransform;
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align2, CornerRadius, Id as EguiId, Label, Pos2, Rect, Response, RichText, Role as Access, Sense, Stroke,
    StrokeKind, TextFormat, Ui, WidgetInfo, pos2, vec2,
};

use super::cx::ViewCx;
use super::icon::{self, Icon};
use super::{fonts, paint};
use crate::layout::measure::TextStyle;
use crate::model::Id;
pub use crate::scene::text::{BADGE, BODY, FINE, HEAD, LANE as LABEL, MONO, NAME, SECTION, STRONG, TITLE};
use crate::scene::{Item as Shape, KindLook, NodeMarks, NodeState, Role, node_items};

/// Height of a row.
pub const ROW: f32 = super::theme::ROW_HEIGHT;
/// Room at the sides of a panel.
pub const PADDING: f32 = 16.0;
/// Height of the head of a panel.
pub const HEADER: f32 = 36.0;

/// Text for a label.
pub fn rich(cx: &ViewCx<'_>, text: impl Into<String>, style: TextStyle, role: Role) -> RichText {
    RichText::new(text).font(fonts::font_id(style, 1.0)).color(cx.colour(role))
}

/// A paragraph that wraps and can be copied.
pub fn paragraph_ui(ui: &mut Ui, cx: &ViewCx<'_>, text: impl Into<String>, style: TextStyle, role: Role) -> Response {
    ui.add(Label::new(rich(cx, text, style, role)).wrap().selectable(true))
}

/// Paints one line of text, with an ellipsis where it is wider than `width`. Gives its rectangle.
pub fn line(
    ui: &Ui,
    cx: &ViewCx<'_>,
    at: Pos2,
    anchor: Align2,
    text: &str,
    (style, role): (TextStyle, Role),
    width: f32,
) -> Rect {
    let colour = cx.colour(role);
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(fonts::font_id(style, 1.0), colour));
    job.wrap = TextWrapping { max_width: width.max(0.0), max_rows: 1, break_anywhere: true, ..TextWrapping::default() };
    let galley = ui.painter().layout_job(job);
    let rect = anchor.anchor_size(at, galley.size());
    ui.painter().galley(rect.min, galley, colour);
    rect
}

/// Paints the icon of a kind into a square.
pub fn kind_icon(ui: &Ui, cx: &ViewCx<'_>, rect: Rect, look: KindLook, state: NodeState, code: Option<&str>) {
    let r = look.shape.radius_in(rect.width());
    let marks = NodeMarks { code, ..NodeMarks::default() };
    shapes(ui, cx, &node_items(look, rect.center(), r, state, &marks));
}

/// Paints shapes of a picture where they say.
pub fn shapes(ui: &Ui, cx: &ViewCx<'_>, items: &[Shape]) {
    paint::paint(items, ui.painter(), TSTransform::IDENTITY, cx.theme);
}

/// The fill of a row that is selected, pointed at or has the keyboard; the red thread at the left of what is selected.
pub fn row_fill(ui: &Ui, cx: &ViewCx<'_>, response: &Response, selected: bool, lit: bool) {
    let state = RowState { selected, lit: lit || response.hovered(), focused: response.has_focus() };
    row_ground(ui, cx, response.rect, state);
}

/// What is to be seen of a row.
#[derive(Clone, Copy, Debug, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct RowState {
    pub selected: bool,
    pub lit: bool,
    pub focused: bool,
}

/// The same for a row that is no widget of its own.
pub fn row_ground(ui: &Ui, cx: &ViewCx<'_>, rect: Rect, RowState { selected, lit, focused }: RowState) {
    let painter = ui.painter();
    if selected {
        painter.rect_filled(rect, CornerRadius::ZERO, cx.colour(Role::SelectedFill));
        let thread = Rect::from_min_max(rect.min, pos2(rect.left() + 3.0, rect.bottom()));
        painter.rect_filled(thread, CornerRadius::ZERO, cx.colour(Role::Thread));
    } else if lit {
        painter.rect_filled(rect, CornerRadius::ZERO, cx.colour(Role::HoverFill));
    }
    if focused {
        let stroke = Stroke::new(1.5, cx.colour(Role::Text1));
        painter.rect_stroke(rect.shrink(1.0), CornerRadius::same(3), stroke, StrokeKind::Inside);
    }
}

/// The head of a panel: its name, what it shows, tools at the right, a hairline below.
pub fn header_ui(ui: &mut Ui, cx: &ViewCx<'_>, name: &str, shown: &str, tools: impl FnOnce(&mut Ui)) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEADER), Sense::hover());
    let tools_rect = Rect::from_min_max(rect.min, pos2(rect.right() - 8.0, rect.bottom()));
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    // A child of its own: the head has its room already, whatever the tools need.
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(tools_rect).layout(layout));
    child.spacing_mut().item_spacing.x = 2.0;
    tools(&mut child);
    let left = child.cursor().right();
    let start = pos2(rect.left() + PADDING, rect.center().y);
    let title = line(ui, cx, start, Align2::LEFT_CENTER, name, (STRONG, Role::Text1), left - start.x - 8.0);
    let head = ui.interact(title, ui.scope_id().with("head"), Sense::hover());
    head.widget_info(|| WidgetInfo::labeled(Access::Heading, true, name));
    if !shown.is_empty() {
        let at = pos2(title.right() + 10.0, rect.center().y);
        let text = line(ui, cx, at, Align2::LEFT_CENTER, shown, (LABEL, Role::Text3), left - at.x - 8.0);
        let told = ui.interact(text, ui.scope_id().with("shown"), Sense::hover());
        told.widget_info(|| WidgetInfo::labeled(Access::Label, true, shown));
    }
    hairline(ui, cx, rect.left()..=rect.right(), rect.bottom());
}

/// A hairline across.
pub fn hairline(ui: &Ui, cx: &ViewCx<'_>, x: std::ops::RangeInclusive<f32>, y: f32) {
    let width = 1.0 / ui.pixels_per_point();
    ui.painter().hline(*x.start()..=*x.end(), y - width, Stroke::new(1.0, cx.colour(Role::Hairline)));
}

/// A hairline between two groups, with room around it.
pub fn rule_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 17.0), Sense::hover());
    hairline(ui, cx, rect.left()..=rect.right(), rect.center().y);
}

/// What a section head shows.
#[derive(Clone, Copy, Debug)]
pub struct SectionHead<'a> {
    /// Its name.
    pub name: &'a str,
    /// How many things stand in it.
    pub count: Option<usize>,
    /// Remark at the right.
    pub remark: &'a str,
    /// Whether its content is shown.
    pub open: bool,
}

/// The head of a section that opens and closes.
pub fn section_ui(ui: &mut Ui, cx: &ViewCx<'_>, id: EguiId, head: SectionHead<'_>) -> Response {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW + 2.0));
    let response = ui.interact(rect, id, Sense::click());
    let name = match head.count {
        Some(count) => cx.words().with("section-name", &[("name", head.name.into()), ("count", count.into())]),
        None => head.name.to_owned(),
    };
    response.widget_info(|| WidgetInfo::selected(Access::DisclosureTriangle, true, head.open, &name));
    row_fill(ui, cx, &response, false, false);
    let y = rect.center().y;
    let chevron = Rect::from_center_size(pos2(rect.left() + 9.0, y), vec2(10.0, 10.0));
    let sign = if head.open { Icon::ChevronDown } else { Icon::ChevronRight };
    icon::paint(ui.painter(), chevron, sign, cx.colour(Role::Text3));
    let at = pos2(rect.left() + PADDING, y);
    let right = rect.right() - PADDING;
    let remark = line(ui, cx, pos2(right, y), Align2::RIGHT_CENTER, head.remark, (FINE, Role::Text3), 120.0);
    let name = line(ui, cx, at, Align2::LEFT_CENTER, head.name, (SECTION, Role::Text2), remark.left() - at.x - 30.0);
    if let Some(count) = head.count {
        let count = cx.words().number(count as i64);
        let at = pos2(name.right() + 8.0, y);
        line(ui, cx, at, Align2::LEFT_CENTER, &count, (FINE, Role::Text3), 60.0);
    }
    response
}

/// A small frame with a grade; `meaning` is its hint and what a screen reader says.
pub fn grade_ui(ui: &mut Ui, cx: &ViewCx<'_>, grade: &str, meaning: &str) -> Response {
    let galley = ui.painter().layout_no_wrap(grade.to_owned(), fonts::font_id(BADGE, 1.0), cx.colour(Role::Text2));
    let size = vec2((galley.size().x + 10.0).max(22.0), 16.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, format!("{grade}: {meaning}")));
    paint_grade(ui, cx, rect, grade);
    if meaning.is_empty() { response } else { response.on_hover_text(meaning) }
}

/// Paints the badge of a grade, with its right edge at a point; gives its rectangle.
pub fn grade_at(ui: &Ui, cx: &ViewCx<'_>, right_middle: Pos2, grade: &str) -> Rect {
    let galley = ui.painter().layout_no_wrap(grade.to_owned(), fonts::font_id(BADGE, 1.0), cx.colour(Role::Text2));
    let size = vec2((galley.size().x + 10.0).max(22.0), 16.0);
    let rect = Align2::RIGHT_CENTER.anchor_size(right_middle, size);
    paint_grade(ui, cx, rect, grade);
    rect
}

fn paint_grade(ui: &Ui, cx: &ViewCx<'_>, rect: Rect, grade: &str) {
    let stroke = Stroke::new(1.0, cx.colour(Role::ControlBorder));
    ui.painter().rect_stroke(rect, CornerRadius::same(3), stroke, StrokeKind::Inside);
    line(ui, cx, rect.center(), Align2::CENTER_CENTER, grade, (BADGE, Role::Text2), rect.width());
}

/// A pill with words in it.
pub fn chip_ui(ui: &mut Ui, cx: &ViewCx<'_>, text: &str) -> Response {
    let galley = ui.painter().layout_no_wrap(text.to_owned(), fonts::font_id(BADGE, 1.0), cx.colour(Role::Text2));
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 16.0, 18.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, text));
    let stroke = Stroke::new(1.0, cx.colour(Role::ControlBorder));
    ui.painter().rect_stroke(rect, CornerRadius::same(9), stroke, StrokeKind::Inside);
    line(ui, cx, rect.center(), Align2::CENTER_CENTER, text, (BADGE, Role::Text2), rect.width());
    response
}

/// Remembers what the pointer is on in one panel, and tells the others only when that changes.
#[derive(Clone, Debug, Default)]
pub struct HoverSender {
    told: Option<Id>,
    /// Where the pointer rests, and what it has been on there.
    rest: Option<(Pos2, Vec<Option<Id>>)>,
}

impl HoverSender {
    /// At the end of a frame: `now` is what the pointer is on in this panel.
    pub fn send(&mut self, cx: &ViewCx<'_>, now: Option<&Id>) {
        if self.told.as_ref() == now {
            return;
        }
        // Another panel may have spoken since; only our own word is taken back.
        if now.is_some() || cx.workspace.hovered() == self.told.as_ref() {
            cx.send(crate::app::command::Command::Hover(now.cloned()));
        }
        self.told = now.cloned();
    }

    /// The same in a picture, where what the pointer is on is drawn otherwise, so that something else may come to lie under
    /// it. A pointer that rests does not go back to what it has been on: two things would take turns for ever.
    pub fn send_from(&mut self, cx: &ViewCx<'_>, now: Option<&Id>, at: Option<Pos2>) {
        match (&mut self.rest, at) {
            (Some((rest, seen)), Some(at)) if *rest == at => {
                if self.told.as_ref() != now && seen.iter().any(|seen| seen.as_ref() == now) {
                    return;
                }
                if seen.last().map(Option::as_ref) != Some(now) {
                    seen.push(now.cloned());
                }
            }
            (rest, at) => *rest = at.map(|at| (at, vec![now.cloned()])),
        }
        self.send(cx, now);
    }
}
