//! The card of what the pointer is on: date as written and in words, who took part, on what it stands. On empty ground it
//! answers whether nothing happened or nobody looked. It docks in a corner and never covers what is pointed at.

use egui::text::{LayoutJob, TextFormat};
use egui::{CornerRadius, Pos2, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::layout::measure::TextStyle;
use crate::model::case::{Item, Place};
use crate::model::claim::Nature;
use crate::model::coverage::Covered;
use crate::model::time::Span;
use crate::model::{Case, Id};
use crate::scene::Role;
use crate::scene::timeline::TimelineScene;
use crate::ui::cx::ViewCx;
use crate::ui::parts::{FINE, MONO, STRONG};
use crate::ui::{fonts, naming};

/// Width of the card.
const WIDTH: f32 = 316.0;
/// From its edge to its text, and from the corner to its edge.
const MARGIN: f32 = 12.0;
/// Participants and sources that are listed; the rest is counted.
const MOST: usize = 4;
/// How long the pointer rests before the card shows, in seconds.
const REST: f64 = 0.15;

/// One paragraph.
type Line = (String, TextStyle, Role);

/// When the pointer came to rest.
#[derive(Clone, Debug, Default)]
pub struct HoverCard {
    at: Option<Pos2>,
    since: f64,
}

impl HoverCard {
    /// Draws the card for a point of the picture, once the pointer rests. `under` is the thing there; `rect` is the pane
    /// on the screen.
    pub fn ui(
        &mut self,
        ui: &Ui,
        cx: &ViewCx<'_>,
        picture: &TimelineScene,
        at: Option<Pos2>,
        under: Option<&Id>,
        rect: Rect,
    ) {
        let now = ui.input(|input| input.time);
        if self.at != at {
            (self.at, self.since) = (at, now);
        }
        let Some(at) = at else { return };
        let left = REST - (now - self.since);
        if left > 0.0 {
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
            return;
        }
        let Some(case) = cx.case() else { return };
        let lines = match under.and_then(|id| case.item(id.as_str())) {
            Some(item) => of_item(cx, case, item),
            None => of_ground(cx, case, picture, at),
        };
        if !lines.is_empty() {
            paint(ui, cx, &lines, picture.regions.lanes_area.translate(rect.min.to_vec2()), at + rect.min.to_vec2());
        }
    }
}

/// What a thing is: name, kind, date, participants, sources.
pub fn of_item(cx: &ViewCx<'_>, case: &Case, item: Item<'_>) -> Vec<Line> {
    let words = cx.words();
    let zone = &case.calendar().zone;
    let mut lines = vec![(naming::title(case, item), STRONG, Role::Text1)];
    let mut kind = vec![naming::kind(words, case, item)];
    if let Item::Event(event) = item
        && event.nature != Nature::Fact
    {
        kind.push(words.get(if event.nature == Nature::Forecast { "nature-forecast" } else { "nature-judgement" }));
    }
    if cx.workspace.window().is_some() {
        kind.push(
            words.get(naming::answer_key(cx.derived().answers.of(item.id().as_str()), cx.workspace.window_rule())),
        );
    }
    lines.push((kind.join(" · "), FINE, Role::Text3));
    match cx.derived().dates.of(case, item.id().as_str()) {
        Some(when) => {
            lines.push((words.date(when, zone), FINE, Role::Text1));
            lines.push((when.text().to_owned(), MONO, Role::Text3));
        }
        None => lines.push((words.get("answer-undated"), FINE, Role::Text3)),
    }
    if let Item::Event(event) = item {
        let of = |participant: &crate::model::event::Participant| {
            format!("{}: {}", participant.role, naming::name(case, &participant.entity))
        };
        listed(&mut lines, cx, event.participants.iter().map(of), Role::Text2);
    }
    let cites = item.cites().iter().chain(item.claims().iter().flat_map(|claim| &claim.cites));
    let sources = cites.map(|cite| {
        let source = naming::name(case, &cite.source);
        let at = cite.at.as_deref().map(|at| format!(" {at}")).unwrap_or_default();
        let grade = naming::grade(case, cite).map(|grade| format!(" [{grade}]")).unwrap_or_default();
        format!("{source}{at}{grade}")
    });
    if item.is_unsourced() {
        lines.push((words.get("hover-unsourced"), FINE, Role::Warning));
    }
    listed(&mut lines, cx, sources, Role::Text3);
    lines
}

/// The first few, and how many more there are.
fn listed(lines: &mut Vec<Line>, cx: &ViewCx<'_>, mut all: impl Iterator<Item = String>, role: Role) {
    lines.extend(all.by_ref().take(MOST).map(|line| (line, FINE, role)));
    let more = all.count();
    if more > 0 {
        lines.push((cx.words().with("timeline-more", &[("count", more.into())]), FINE, role));
    }
}

/// What is known of empty ground: what a column counts, or whether any source would have spoken.
fn of_ground(cx: &ViewCx<'_>, case: &Case, picture: &TimelineScene, at: Pos2) -> Vec<Line> {
    let (words, regions, zone) = (cx.words(), &picture.regions, &case.calendar().zone);
    if !regions.lanes_area.contains(at) {
        return Vec::new();
    }
    let Some((id, _)) = regions.lanes.iter().find(|(_, rect)| rect.y_range().contains(at.y)) else { return Vec::new() };
    let name = id.as_ref().map_or_else(|| words.get("timeline-loose"), |id| naming::name(case, id).to_owned());
    let mut lines = vec![(name, STRONG, Role::Text1)];
    if let Some(counted) = regions.counted.iter().find(|counted| counted.rect.contains(at)) {
        let column = counted.column;
        let span = Span::new(column.start, column.end.plus(-1));
        lines.push((words.span(span, zone), FINE, Role::Text1));
        let counts = [("certain", column.certain.into()), ("possible", column.possible.into())];
        lines.push((words.with("hover-counts", &counts), FINE, Role::Text2));
        return lines;
    }
    let stamp = regions.axis.nearest_stamp(at.x);
    lines.push((words.stamp(stamp, zone), FINE, Role::Text1));
    let Some(Place::Entity(entity)) = id.as_ref().and_then(|id| case.place(id.as_str())) else { return Vec::new() };
    let sources = |found: Vec<u32>| {
        let names =
            found.into_iter().filter_map(|at| case.sources().get(at as usize)).map(|source| source.title.clone());
        names.collect::<Vec<_>>().join(", ")
    };
    let said = match cx.derived().coverage.at(entity, stamp) {
        // Where no source says what it covers, nothing honest can be said of silence.
        Covered::Unstated => return Vec::new(),
        Covered::By(found) => words.with("hover-covered", &[("sources", sources(found).into())]),
        Covered::PossiblyBy(found) => words.with("hover-possibly-covered", &[("sources", sources(found).into())]),
        Covered::ByNone => words.get("hover-not-covered"),
    };
    lines.push((said, FINE, Role::Text2));
    lines
}

/// Paints the card into the lower left corner, or into the lower right one if the pointer is there.
fn paint(ui: &Ui, cx: &ViewCx<'_>, lines: &[Line], area: Rect, pointer: Pos2) {
    let width = WIDTH.min(area.width() - 2.0 * MARGIN);
    if width < 120.0 {
        return;
    }
    let mut height = MARGIN;
    let galleys: Vec<_> = lines
        .iter()
        .map(|(text, style, role)| {
            let mut job = LayoutJob::single_section(
                text.clone(),
                TextFormat::simple(fonts::font_id(*style, 1.0), cx.colour(*role)),
            );
            job.wrap.max_width = width - 2.0 * MARGIN;
            job.wrap.max_rows = 2;
            let galley = ui.painter().layout_job(job);
            let top = height;
            height += galley.size().y + 3.0;
            (top, galley)
        })
        .collect();
    height += MARGIN - 3.0;
    let top = (area.bottom() - MARGIN - height).max(area.top());
    let mut card = Rect::from_min_size(pos2(area.left() + MARGIN, top), vec2(width, height));
    if card.expand(MARGIN).contains(pointer) {
        card = card.translate(vec2(area.right() - MARGIN - card.right(), 0.0));
    }
    let painter = ui.painter().with_clip_rect(area.expand(1.0));
    painter.rect_filled(card, CornerRadius::same(8), cx.colour(Role::Raised));
    painter.rect_stroke(card, CornerRadius::same(8), Stroke::new(1.0, cx.colour(Role::Line)), StrokeKind::Inside);
    for (top, galley) in galleys {
        painter.galley(card.min + vec2(MARGIN, top), galley, cx.colour(Role::Text1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::Command;
    use crate::app::document::{Document, Origin};
    use crate::app::examples::Example;
    use crate::app::settings::Settings;
    use crate::app::workspace::Workspace;
    use crate::locale::Language;
    use crate::scene::theme::Theme;
    use crate::ui::cx::Commands;

    #[test]
    fn the_card_tells_date_as_written_meaning_roles_and_passages() {
        let text = r#"Case(format: (1, 0), title: "t", time_zone: "Europe/Amsterdam",
            sources: [Source(id: "s", kind: "report", title: "Report 7", reliability: "B")],
            entities: [Entity(id: "a", kind: "person", name: "Anna")],
            events: [Event(id: "e", title: "Meeting", when: "2021-02-15~", nature: Judgement,
                participants: [Participant(entity: "a", role: "host")], cites: [Cite(source: "s", at: "p. 4", credibility: "2")])])"#;
        let case = crate::file::read(text.as_bytes()).unwrap().case;
        let mut workspace = Workspace::new(Settings { language: Some("en".to_owned()), ..Settings::default() });
        let origin = Origin::Example(Example::LemontArgus(Language::English));
        let document = Document::new(case, origin, Vec::new(), false, false);
        workspace.dispatch(Command::Opened(Box::new(document)), &mut Vec::new());
        let commands = Commands::default();
        let cx = ViewCx {
            workspace: &workspace,
            theme: Theme::light(),
            commands: &commands,
            headway: crate::ui::cx::Headway::default(),
        };
        let case = workspace.case().unwrap();
        let lines: Vec<String> =
            of_item(&cx, case, case.item("e").unwrap()).into_iter().map(|(line, ..)| line).collect();
        assert_eq!(lines[0], "Meeting");
        assert!(lines[1].contains("Judgement"), "{lines:?}");
        assert!(
            lines.contains(&"2021-02-15~".to_owned()) && lines.iter().any(|line| line.contains("about")),
            "{lines:?}"
        );
        assert!(
            lines.contains(&"host: Anna".to_owned()) && lines.contains(&"Report 7 p. 4 [B2]".to_owned()),
            "{lines:?}"
        );
    }
}
