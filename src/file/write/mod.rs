//! Case to text, in the one canonical form: fixed field order, defaults left out, nothing lost.

mod items;
mod value;

use crate::model::case::{Aside, Case, Grading, Head, Section};
use crate::model::kind::CaseKind;
use crate::model::piece::Piece;
use crate::model::source::Extra;
use crate::model::time::Tolerances;
use crate::model::view::{Group, Rule, ViewState};

use super::VERSION;
use super::convert::{DEFAULT_ZONE, TOLERANCES_PREFIX};
use super::draft::{grading_word, strength_word};
use value::{Inline, number, quoted, texts};

/// The canonical text of a case.
pub fn write(case: &Case) -> String {
    let parts = case.parts();
    let head = &parts.head;
    let mut writer = Writer { text: String::with_capacity(64 * 1024), depth: 0 };
    writer.open("Case(");
    head_fields(&mut writer, head);
    let asides = |section| parts.asides.iter().filter(move |aside| aside.section == section);
    writer.section("kinds", &head.kinds, asides(Section::Kinds), kind);
    writer.section("sources", &parts.sources, asides(Section::Sources), items::source);
    writer.section("entities", &parts.entities, asides(Section::Entities), items::entity);
    writer.section("events", &parts.events, asides(Section::Events), items::event);
    writer.section("links", &parts.links, asides(Section::Links), items::link);
    writer.section("stories", &parts.stories, asides(Section::Stories), items::story);
    if parts.view != ViewState::default() {
        view(&mut writer, &parts.view);
    }
    let whole: Vec<_> = head.extra.iter().filter(|extra| !extra.name.starts_with(TOLERANCES_PREFIX)).collect();
    writer.extras(whole);
    writer.depth -= 1;
    writer.text.push_str(")\n");
    writer.text
}

/// The text of a piece of a case: these items, each list in this order, and this view.
pub fn fragment(pieces: &[&Piece], view: &ViewState) -> String {
    let mut writer = Writer { text: String::new(), depth: 0 };
    writer.open("Case(");
    writer.field("format", &format!("({}, {})", VERSION.0, VERSION.1));
    writer.text("title", "");
    macro_rules! list {
        ($name:literal, $piece:ident, $write:path) => {
            let items = pieces.iter().filter_map(|piece| if let Piece::$piece(one) = piece { Some(one) } else { None });
            let items: Vec<_> = items.collect();
            writer.section($name, &items, std::iter::empty(), |writer, one| $write(writer, one));
        };
    }
    list!("sources", Source, items::source);
    list!("entities", Entity, items::entity);
    list!("events", Event, items::event);
    list!("links", Link, items::link);
    list!("stories", Story, items::story);
    if *view != ViewState::default() {
        self::view(&mut writer, view);
    }
    writer.depth -= 1;
    writer.text.push_str(")\n");
    writer.text
}

/// Text under construction, with the depth of the block that is being written.
struct Writer {
    text: String,
    depth: usize,
}

impl Writer {
    fn indent(&mut self) {
        for _ in 0..self.depth {
            self.text.push_str("    ");
        }
    }

    /// A line that opens a block.
    fn open(&mut self, line: &str) {
        self.indent();
        self.text.push_str(line);
        self.text.push('\n');
        self.depth += 1;
    }

    /// A line that closes a block.
    fn close(&mut self, line: &str) {
        self.depth -= 1;
        self.indent();
        self.text.push_str(line);
        self.text.push_str(",\n");
    }

    /// A value on its own line.
    fn line(&mut self, value: &str) {
        self.indent();
        self.text.push_str(value);
        self.text.push_str(",\n");
    }

    /// A field on its own line.
    fn field(&mut self, name: &str, value: &str) {
        self.indent();
        self.text.push_str(name);
        self.text.push_str(": ");
        self.text.push_str(value);
        self.text.push_str(",\n");
    }

    fn text(&mut self, name: &str, text: &str) {
        self.field(name, &quoted(text));
    }

    fn maybe(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    fn texts<'a>(&mut self, name: &str, list: impl IntoIterator<Item = &'a str>) {
        let list = texts(list);
        if list != "[]" {
            self.field(name, &list);
        }
    }

    /// A list with one element a line.
    fn lines(&mut self, name: &str, lines: impl ExactSizeIterator<Item = String>) {
        if lines.len() > 0 {
            self.open(&format!("{name}: ["));
            for line in lines {
                self.line(&line);
            }
            self.close("]");
        }
    }

    fn extras<'a>(&mut self, extras: impl IntoIterator<Item = &'a Extra>) {
        for extra in extras {
            self.field(&extra.name, &extra.text);
        }
    }

    /// A list of the case, with the items that were put aside in their places.
    fn section<'a, T>(
        &mut self,
        name: &str,
        items: &[T],
        asides: impl Iterator<Item = &'a Aside>,
        mut item: impl FnMut(&mut Self, &T),
    ) {
        let mut asides = asides.peekable();
        if items.is_empty() && asides.peek().is_none() {
            return;
        }
        self.open(&format!("{name}: ["));
        for (index, sound) in items.iter().enumerate() {
            while let Some(aside) = asides.next_if(|aside| aside.after <= index) {
                self.line(&aside.text);
            }
            item(self, sound);
        }
        for aside in asides {
            self.line(&aside.text);
        }
        self.close("]");
    }
}

fn head_fields(writer: &mut Writer, head: &Head) {
    let kept = |name: &str| head.extra.iter().any(|extra| &*extra.name == name);
    if !kept("format") {
        writer.field("format", &format!("({}, {})", head.format.0, head.format.1));
    }
    // A title that could not be read stands below in its own words.
    if !(head.title.is_empty() && kept("title")) {
        writer.text("title", &head.title);
    }
    writer.maybe("summary", head.summary.as_deref());
    writer.maybe("language", head.language.as_deref());
    if head.time_zone != DEFAULT_ZONE {
        writer.text("time_zone", &head.time_zone);
    }
    if head.grading != Grading::default() {
        writer.field("grading", grading_word(head.grading));
    }
    if head.example {
        writer.field("example", "true");
    }
    let unknown: Vec<Extra> = head
        .extra
        .iter()
        .filter_map(|extra| {
            let name = extra.name.strip_prefix(TOLERANCES_PREFIX)?;
            Some(Extra { name: name.into(), text: extra.text.clone() })
        })
        .collect();
    if head.tolerances != Tolerances::default() || !unknown.is_empty() {
        writer.field("tolerances", &tolerances(&head.tolerances, &unknown));
    }
}

fn tolerances(tolerances: &Tolerances, unknown: &[Extra]) -> String {
    let usual = Tolerances::default();
    let mut block = Inline::new("Tolerances");
    let Tolerances { day, month, season, year, decade, century } = *tolerances;
    for (name, value, usual) in [
        ("day", day, usual.day),
        ("month", month, usual.month),
        ("season", season, usual.season),
        ("year", year, usual.year),
        ("decade", decade, usual.decade),
        ("century", century, usual.century),
    ] {
        if value != usual {
            block.field(name, &value.to_string());
        }
    }
    block.extras(unknown);
    block.done()
}

fn kind(writer: &mut Writer, kind: &CaseKind) {
    writer.open("Kind(");
    writer.text("id", &kind.id);
    writer.text("name", &kind.name);
    writer.maybe("like", kind.like.as_deref());
    if let Some(letter) = kind.letter {
        writer.text("letter", letter.encode_utf8(&mut [0; 4]));
    }
    if let Some(colour) = kind.colour {
        writer.text("colour", &colour.text());
    }
    writer.extras(&kind.extra);
    writer.close(")");
}

fn view(writer: &mut Writer, view: &ViewState) {
    writer.open("view: View(");
    writer.maybe("layout", view.layout.as_deref());
    if !view.pins.is_empty() {
        writer.open("pins: {");
        for (id, (x, y)) in &view.pins {
            writer.field(&quoted(id.as_str()), &format!("({}, {})", number(*x), number(*y)));
        }
        writer.close("}");
    }
    writer.texts("hidden", view.hidden.iter().map(crate::model::Id::as_str));
    writer.texts("hidden_kinds", view.hidden_kinds.iter().map(String::as_str));
    if !view.hidden_strengths.is_empty() {
        let words: Vec<_> = view.hidden_strengths.iter().map(|strength| strength_word(*strength)).collect();
        writer.field("hidden_strengths", &format!("[{}]", words.join(", ")));
    }
    if !view.colours.is_empty() {
        writer.open("colours: {");
        for (id, colour) in &view.colours {
            writer.field(&quoted(id.as_str()), &quoted(&colour.text()));
        }
        writer.close("}");
    }
    writer.lines("rules", view.rules.iter().map(rule));
    writer.maybe("size_by", view.size_by.as_deref());
    writer.maybe("width_by", view.width_by.as_deref());
    writer.lines("groups", view.groups.iter().map(group));
    let lanes = &view.lanes;
    writer.texts("lane_order", lanes.order.iter().map(crate::model::Id::as_str));
    writer.texts("lane_pins", lanes.pins.iter().map(crate::model::Id::as_str));
    for (name, word) in [("lane_groups", &lanes.groups), ("lane_sort", &lanes.sort)] {
        if let Some(word) = word {
            writer.field(name, &quoted(word));
        }
    }
    writer.texts("lane_folds", lanes.folds.iter().map(String::as_str));
    if view.fold_events {
        writer.field("fold_events", "true");
    }
    writer.extras(&view.extra);
    writer.close(")");
}

fn group(group: &Group) -> String {
    let mut block = Inline::new("Group");
    block.text("id", group.id.as_str());
    block.text("name", &group.name);
    block.maybe("by", group.by.as_deref());
    if !group.members.is_empty() {
        block.field("members", &texts(group.members.iter().map(crate::model::Id::as_str)));
    }
    if let Some((x, y)) = group.at {
        block.field("at", &format!("({}, {})", number(x), number(y)));
    }
    block.extras(&group.extra);
    block.done()
}

fn rule(rule: &Rule) -> String {
    let mut block = Inline::new("Rule");
    block.maybe("kind", rule.kind.as_deref());
    block.maybe("tag", rule.tag.as_deref());
    block.maybe("attribute", rule.attribute.as_deref());
    block.maybe("value", rule.value.as_deref());
    if let Some(least) = rule.least {
        block.field("least", &number(least));
    }
    if let Some(colour) = rule.colour {
        block.text("colour", &colour.text());
    }
    block.extras(&rule.extra);
    block.done()
}
