//! The legend, which is also the filter: kinds with their counts, and what the lines of links mean.

use egui::{Align2, Id as EguiId, Rect, Role as Access, Sense, Ui, WidgetInfo, pos2, vec2};

use super::rows::range_text;
use crate::app::command::Command;
use crate::app::history::Label;
use crate::app::visibility::EVENT_KIND;
use crate::app::workspace::Workspace;
use crate::layout::font;
use crate::model::Case;
use crate::model::answers::Tally;
use crate::model::edit::Edit;
use crate::model::kind::BuiltInKind;
use crate::model::link::Strength;
use crate::model::time::Answer;
use crate::model::view::Rule;
use crate::scene::looks::{outside_bar, possible_fill, possible_hatch};
use crate::scene::{Item as Shape, KindLook, NodeState, Role, Stroke};
use crate::ui::cx::ViewCx;
use crate::ui::icon::{self, Icon};
use crate::ui::naming;
use crate::ui::parts::{self, BODY, FINE, PADDING, ROW};

/// Width and height of the bar that shows how many lie in the window.
const BAR: egui::Vec2 = vec2(70.0, 6.0);

/// The counts of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct KindCount {
    /// The kind's word.
    pub word: String,
    /// How it looks.
    pub look: KindLook,
    /// How many lie in the window.
    pub tally: Tally,
}

/// The kind of every entity, as a number: read off the case once, counted for every window.
#[derive(Clone, Debug, Default)]
pub struct KindIndex {
    words: Vec<String>,
    of: Vec<u32>,
}

impl KindIndex {
    /// The built-in kinds in the order of the design, then the case's own, then unknown words in order of first use.
    pub fn new(case: &Case) -> Self {
        let built_in = BuiltInKind::ALL.iter().map(|kind| kind.word().to_owned());
        let mut words: Vec<String> =
            built_in.chain(case.head().kinds.iter().map(|kind| kind.id.as_str().to_owned())).collect();
        let of = case.entities().iter().map(|entity| {
            let at = words.iter().position(|word| *word == entity.kind).unwrap_or_else(|| {
                words.push(entity.kind.clone());
                words.len() - 1
            });
            at as u32
        });
        let of = of.collect();
        Self { words, of }
    }
}

/// The kinds in use with their counts, events last.
pub fn kinds(case: &Case, index: &KindIndex, workspace: &Workspace) -> Vec<KindCount> {
    let answers = &workspace.derived().answers;
    let added = &case.head().kinds;
    let mut tallies = vec![Tally::default(); index.words.len()];
    for (kind, answer) in index.of.iter().zip(&answers.entities) {
        tallies[*kind as usize].add(*answer);
    }
    let mut found: Vec<KindCount> = (index.words.iter().zip(tallies))
        .filter(|(_, tally)| tally.total() > 0)
        .map(|(word, tally)| KindCount { word: word.clone(), look: KindLook::of_word(word, added), tally })
        .collect();
    if !case.events().is_empty() {
        let tally = answers.event_tally();
        found.push(KindCount { word: EVENT_KIND.to_owned(), look: KindLook::event(false), tally });
    }
    found
}

/// How many links there are of each strength.
pub fn strengths(case: &Case) -> [usize; 3] {
    let mut counts = [0; 3];
    for link in case.links() {
        counts[link.strength as usize] += 1;
    }
    counts
}

/// Draws a row per kind.
pub fn kinds_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, kinds: &[KindCount]) {
    let most = kinds.iter().map(|kind| kind.tally.total()).max().unwrap_or(1);
    let counts: Vec<String> = kinds.iter().map(|kind| counts(cx, kind.tally)).collect();
    let names: Vec<String> = kinds.iter().map(|kind| cx.words().kind(case, &kind.word)).collect();
    let widest = |texts: &[String], style| texts.iter().map(|text| font::width(text, style)).fold(24.0, f32::max);
    let columns = Columns { names: widest(&names, BODY).min(112.0), counts: widest(&counts, FINE), most };
    for ((kind, name), counts) in kinds.iter().zip(&names).zip(&counts) {
        kind_ui(ui, cx, case, kind, (name, counts), &columns);
    }
}

/// What all rows of kinds share.
struct Columns {
    /// Width of the widest name.
    names: f32,
    /// Width of the widest count.
    counts: f32,
    /// Number of things of the largest kind.
    most: usize,
}

fn counts(cx: &ViewCx<'_>, tally: Tally) -> String {
    range_text(tally, cx.workspace.window().is_some(), |number| cx.words().number(number as i64))
}

fn kind_ui(
    ui: &mut Ui,
    cx: &ViewCx<'_>,
    case: &Case,
    kind: &KindCount,
    (name, counts): (&str, &str),
    columns: &Columns,
) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, EguiId::unique(("outline-kind", &kind.word)), Sense::click());
    let hidden = case.view().hidden_kinds.contains(&kind.word);
    let sentence = kind_sentence(cx, name, kind.tally, hidden);
    response.widget_info(|| WidgetInfo::selected(Access::CheckBox, true, !hidden, &sentence));
    if response.clicked() {
        let key = if hidden { "edit-show-kind" } else { "edit-hide-kind" };
        let edit = Edit::HideKind { kind: kind.word.clone(), hidden: !hidden };
        cx.send(Command::Edit(Label { key, name: name.to_owned() }, edit));
    }
    if !ui.is_rect_visible(rect) {
        return;
    }
    parts::row_fill(ui, cx, &response, false, false);
    let y = rect.center().y;
    let square = Rect::from_center_size(pos2(rect.left() + PADDING + 8.0, y), vec2(16.0, 16.0));
    let state = if hidden || kind.tally.total() == kind.tally.out { NodeState::Outside } else { NodeState::In };
    parts::kind_icon(ui, cx, square, kind.look, state, None);
    let right = rect.right() - PADDING;
    let mut end = right;
    if hidden {
        let text = cx.words().with("status-hidden", &[("count", kind.tally.total().into())]);
        let words = parts::line(ui, cx, pos2(right, y), Align2::RIGHT_CENTER, &text, (FINE, Role::Text3), 100.0);
        let eye = Rect::from_center_size(pos2(words.left() - 11.0, y), vec2(14.0, 14.0));
        icon::paint(ui.painter(), eye, Icon::EyeOff, cx.colour(Role::Text3));
        end = eye.left();
    } else {
        let at = pos2(right, y);
        parts::line(ui, cx, at, Align2::RIGHT_CENTER, counts, (FINE, Role::Text2), columns.counts + 1.0);
        // Long counts shorten the bar before they cut the name.
        let length = (right - columns.counts - 22.0 - square.right() - columns.names).clamp(30.0, BAR.x);
        let bar =
            Rect::from_min_size(pos2(right - columns.counts - 8.0 - length, y - BAR.y / 2.0), vec2(length, BAR.y));
        micro_bar(ui, cx, bar, kind.look.role, kind.tally, columns.most);
        end = end.min(bar.left());
    }
    let start = pos2(square.right() + 10.0, y);
    let role = if hidden { Role::FadedText } else { Role::Text1 };
    parts::line(ui, cx, start, Align2::LEFT_CENTER, name, (BODY, role), end - 4.0 - start.x);
    response.on_hover_text(sentence);
}

/// "Investigation: 1 in window, 1 possibly in window, 1 outside window. A click hides this kind".
fn kind_sentence(cx: &ViewCx<'_>, name: &str, tally: Tally, hidden: bool) -> String {
    let words = cx.words();
    let counts = if cx.workspace.window().is_none() {
        words.number(tally.total() as i64)
    } else {
        [
            (tally.certain, Answer::Certain),
            (tally.possible, Answer::Possible),
            (tally.out, Answer::Out),
            (tally.undated, Answer::Undated),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, answer)| {
            let key = naming::answer_key(answer, cx.workspace.window_rule());
            format!("{} {}", words.number(count as i64), words.get(key))
        })
        .collect::<Vec<_>>()
        .join(", ")
    };
    let key = if hidden { "outline-kind-hidden" } else { "outline-kind-shown" };
    words.with(key, &[("name", name.into()), ("counts", counts.into())])
}

/// Solid: certainly in. Hatched: possibly. Pale: outside. Outlined: undated. As long as the kind's share of the largest.
fn micro_bar(ui: &Ui, cx: &ViewCx<'_>, bar: Rect, role: Role, tally: Tally, most: usize) {
    let unit = bar.width() / most.max(1) as f32;
    let mut left = bar.left();
    let mut shapes = Vec::new();
    // Without a window nothing is asked, so the whole bar is solid.
    let windowed = cx.workspace.window().is_some();
    let certain = if windowed { tally.certain } else { tally.total() };
    let rest = if windowed { [tally.possible, tally.out, tally.undated] } else { [0; 3] };
    let mut part = |count: usize| {
        let rect = Rect::from_min_size(pos2(left, bar.top()), vec2(unit * count as f32, bar.height()));
        left = rect.right();
        rect
    };
    let mut fill = |rect: Rect, fill| shapes.push(Shape::Rect { rect, radius: 0.0, fill: Some(fill), stroke: None });
    fill(part(certain), role.into());
    let possible = part(rest[0]);
    fill(possible, possible_fill(role));
    fill(part(rest[1]), outside_bar(role));
    let undated = part(rest[2]);
    if rest[0] > 0 {
        let points = vec![possible.left_top(), possible.right_top(), possible.right_bottom(), possible.left_bottom()];
        shapes.push(Shape::Hatch { points, left: possible_hatch(role), right: possible_hatch(role) });
    }
    if rest[2] > 0 {
        let stroke = Some(Stroke::new(1.0, outside_bar(role)));
        shapes.push(Shape::Rect { rect: undated.shrink(0.5), radius: 0.0, fill: None, stroke });
    }
    parts::shapes(ui, cx, &shapes);
}

/// Draws what the lines of links mean.
pub fn strengths_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, counts: [usize; 3]) {
    for (strength, count) in Strength::ALL.into_iter().zip(counts) {
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
        let response = ui.interact(rect, EguiId::unique(("outline-strength", strength)), Sense::click());
        let hidden = case.view().hidden_strengths.contains(&strength);
        let name = cx.text(naming::strength_key(strength));
        let text = cx.words().number(count as i64);
        let key = if hidden { "outline-strength-hidden" } else { "outline-strength-shown" };
        let sentence = cx.words().with(key, &[("name", name.as_str().into()), ("counts", text.as_str().into())]);
        response.widget_info(|| WidgetInfo::selected(Access::CheckBox, true, !hidden, &sentence));
        if response.clicked() {
            let key = if hidden { "edit-show-strength" } else { "edit-hide-strength" };
            let edit = Edit::HideStrength { strength, hidden: !hidden };
            cx.send(Command::Edit(Label { key, name: naming::strength_key(strength).to_owned() }, edit));
        }
        if !ui.is_rect_visible(rect) {
            continue;
        }
        parts::row_fill(ui, cx, &response, false, false);
        let y = rect.center().y;
        let left = rect.left() + PADDING;
        let line = if hidden { Role::LinkFaded } else { Role::LinkLit };
        let stroke = Stroke::new(1.5, line).style(naming::strength_style(strength));
        parts::shapes(ui, cx, &[Shape::Line { points: vec![pos2(left, y), pos2(left + 28.0, y)], stroke }]);
        let right = pos2(rect.right() - PADDING, y);
        let count = parts::line(ui, cx, right, Align2::RIGHT_CENTER, &text, (FINE, Role::Text2), 60.0);
        let mut end = count.left();
        if hidden {
            let eye = Rect::from_center_size(pos2(end - 11.0, y), vec2(14.0, 14.0));
            icon::paint(ui.painter(), eye, Icon::EyeOff, cx.colour(Role::Text3));
            end = eye.left();
        }
        let start = pos2(left + 38.0, y);
        let role = if hidden { Role::FadedText } else { Role::Text1 };
        parts::line(ui, cx, start, Align2::LEFT_CENTER, &name, (BODY, role), end - 8.0 - start.x);
        response.on_hover_text(sentence);
    }
}

/// Draws what rules and attributes make of the looks, where any do: a picture that is coloured by a rule must say so.
pub fn looks_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case) {
    let view = case.view();
    for (key, attribute) in [("legend-size", &view.size_by), ("legend-width", &view.width_by)] {
        if let Some(attribute) = attribute {
            let text = cx.words().with(key, &[("attribute", cx.words().attribute(attribute).into())]);
            look_ui(ui, cx, None, &text);
        }
    }
    for rule in &view.rules {
        look_ui(ui, cx, rule.colour.map(Role::Chosen), &rule_text(cx, case, rule));
    }
}

/// "Agency · tag seized · users at least 1,000".
fn rule_text(cx: &ViewCx<'_>, case: &Case, rule: &Rule) -> String {
    let words = cx.words();
    let mut parts: Vec<String> = rule.kind.iter().map(|kind| words.kind(case, kind)).collect();
    parts.extend(rule.tag.iter().map(|tag| words.with("legend-tag", &[("tag", tag.as_str().into())])));
    if let Some(attribute) = &rule.attribute {
        let mut text = words.attribute(attribute);
        if let Some(value) = &rule.value {
            text = format!("{text} = {value}");
        }
        if let Some(least) = rule.least {
            let least = if least.fract() == 0.0 { words.number(least as i64) } else { least.to_string() };
            text = format!("{text} ≥ {least}");
        }
        parts.push(text);
    }
    if parts.is_empty() { words.get("legend-rule-empty") } else { parts.join(" · ") }
}

fn look_ui(ui: &mut Ui, cx: &ViewCx<'_>, colour: Option<Role>, text: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, text));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let y = rect.center().y;
    let left = rect.left() + PADDING;
    if let Some(role) = colour {
        let square = Rect::from_center_size(pos2(left + 14.0, y), vec2(14.0, 14.0));
        parts::shapes(ui, cx, &[Shape::Rect { rect: square, radius: 3.0, fill: Some(role.into()), stroke: None }]);
    }
    let start = pos2(left + 38.0, y);
    parts::line(ui, cx, start, Align2::LEFT_CENTER, text, (BODY, Role::Text1), rect.right() - PADDING - start.x);
    response.on_hover_text(text);
}
