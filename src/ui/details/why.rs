//! "Why is this here?": every passage that a thing stands on, down to the words in the source.

use egui::{Align, Align2, Layout, Rect, Role as Access, Sense, Ui, WidgetInfo, pos2, vec2};

use super::citations::{self, Citations, Part, Passage};
use super::claims;
use crate::app::command::{Command, Select};
use crate::locale::Words;
use crate::model::Case;
use crate::model::case::Item;
use crate::model::source::{Cite, Source};
use crate::scene::Role;
use crate::ui::cx::ViewCx;
use crate::ui::icon::{self, Icon};
use crate::ui::naming;
use crate::ui::parts::{self, BODY, FINE, MONO, NAME, STRONG};

/// Publisher and date of a source, or its title where it has no publisher: short enough for a row.
pub fn short_name(words: &Words, case: &Case, source: &Source) -> String {
    let name = source.publisher.as_deref().unwrap_or(&source.title);
    match &source.published {
        Some(when) => format!("{name}, {}", words.date_brief(when, &case.calendar().zone)),
        None => name.to_owned(),
    }
}

/// A reference to a passage as it would stand in a report.
pub fn reference(words: &Words, case: &Case, cite: &Cite) -> String {
    let mut parts = Vec::new();
    let source = case.source(cite.source.as_str());
    if let Some(source) = source {
        parts.extend(source.publisher.clone());
        parts.push(format!("“{}”", source.title));
        parts.push(source.kind.clone());
        parts.extend(source.published.as_ref().map(|when| words.date_brief(when, &case.calendar().zone)));
    } else {
        parts.push(cite.source.to_string());
    }
    parts.extend(cite.at.clone());
    parts.extend(source.and_then(|source| source.address.clone()));
    let text = parts.join(", ");
    match naming::grade(case, cite) {
        Some(grade) => format!("{text} [{grade}]"),
        None => text,
    }
}

/// A row with the short name of a source, the place in it and the grade. A click selects the source.
pub fn source_row_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, cite: &Cite) {
    let words = cx.words();
    let name = match case.source(cite.source.as_str()) {
        Some(source) => short_name(words, case, source),
        None => cite.source.to_string(),
    };
    let grade = naming::grade(case, cite);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 18.0), Sense::click());
    let place = cite.at.clone().unwrap_or_default();
    let sentence = [name.as_str(), place.as_str(), grade.as_deref().unwrap_or_default()];
    let sentence: Vec<&str> = sentence.into_iter().filter(|part| !part.is_empty()).collect();
    let sentence = words.with("source-row", &[("source", sentence.join(", ").into())]);
    response.widget_info(|| WidgetInfo::labeled(Access::Link, true, &sentence));
    if response.clicked() {
        cx.send(Command::Select(Select::Only(cite.source.clone())));
    }
    if ui.is_rect_visible(rect) {
        parts::row_fill(ui, cx, &response, false, false);
        let y = rect.center().y;
        let mut right = rect.right();
        if let Some(grade) = &grade {
            right = parts::grade_at(ui, cx, pos2(right, y), grade).left() - 8.0;
        }
        if !place.is_empty() {
            let at = pos2(right, y);
            right = parts::line(ui, cx, at, Align2::RIGHT_CENTER, &place, (MONO, Role::Text3), 100.0).left() - 8.0;
        }
        let start = rect.left_center();
        parts::line(ui, cx, start, Align2::LEFT_CENTER, &name, (FINE, Role::Text2), right - start.x);
    }
    let meaning = naming::grade_meaning(words, case, cite);
    if !meaning.is_empty() {
        response.on_hover_text(format!("{name}\n{meaning}"));
    }
}

/// Draws all passages of a thing under their sources.
pub fn why_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, item: Item<'_>, known: &Citations) {
    let words = cx.words();
    ui.horizontal(|ui| {
        ui.label(parts::rich(cx, cx.text("why"), STRONG, Role::Text1));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = parts::rich(cx, item.name(), FINE, Role::Text3);
            ui.add(egui::Label::new(name).truncate());
        });
    });
    let sources = citations::by_source(item);
    if sources.is_empty() {
        claims::unsourced_ui(ui, cx);
        return;
    }
    let (independent, reprints) = citations::support(case, sources.iter().map(|(source, _)| *source));
    if sources.len() > 1 {
        let mut text = words.with("why-independent", &[("count", independent.into())]);
        if reprints > 0 {
            text = format!("{text}; {}", words.with("why-reprints-among", &[("count", reprints.into())]));
        }
        parts::paragraph_ui(ui, cx, text, FINE, Role::Text3);
    }
    for (id, passages) in sources {
        ui.add_space(6.0);
        if let Some(source) = case.source(id.as_str()) {
            source_ui(ui, cx, case, source, &passages, known);
        } else {
            let text = words.with("why-no-source", &[("id", id.as_str().into())]);
            parts::paragraph_ui(ui, cx, text, BODY, Role::Error);
        }
    }
}

fn source_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, source: &Source, passages: &[Passage<'_>], known: &Citations) {
    let words = cx.words();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        icon::inline_ui(ui, Icon::Document, cx.colour(Role::Text3));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let title = parts::rich(cx, &source.title, NAME, Role::Text1);
            let response = ui.add(egui::Button::new(title).frame(false).wrap());
            response.widget_info(|| {
                WidgetInfo::labeled(
                    Access::Link,
                    true,
                    words.with("source-row", &[("source", source.title.clone().into())]),
                )
            });
            if response.clicked() {
                cx.send(Command::Select(Select::Only(source.id.clone())));
            }
            parts::paragraph_ui(ui, cx, origin(words, case, source), FINE, Role::Text3);
            for passage in passages {
                passage_ui(ui, cx, case, passage);
            }
            notes_ui(ui, cx, case, source, known);
            buttons_ui(ui, cx, case, source, passages);
        });
    });
}

/// Who published it, when, in which language.
fn origin(words: &Words, case: &Case, source: &Source) -> String {
    let mut parts: Vec<String> = source.publisher.iter().cloned().collect();
    parts.extend(source.published.as_ref().map(|when| words.date_brief(when, &case.calendar().zone)));
    parts.extend(source.language.as_deref().map(|code| language(words, code)));
    parts.join(" · ")
}

/// "in Dutch"; the code itself for a language that has no word here.
pub fn language(words: &Words, code: &str) -> String {
    let known = words.try_with(&format!("language-{}", code.split('-').next().unwrap_or(code)), &[]);
    known.unwrap_or_else(|| code.to_owned())
}

fn passage_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, passage: &Passage<'_>) {
    let words = cx.words();
    let cite = passage.cite;
    ui.add_space(4.0);
    let top = ui.cursor().top();
    let left = ui.cursor().left();
    let body = ui.horizontal_top(|ui| {
        ui.add_space(10.0);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                if let Some(at) = &cite.at {
                    ui.label(parts::rich(cx, at, MONO, Role::Text2));
                }
                if let Some(part) = part_text(words, case, passage.part) {
                    ui.label(parts::rich(cx, part, FINE, Role::Text2));
                }
                if let Some(grade) = naming::grade(case, cite) {
                    parts::grade_ui(ui, cx, &grade, &naming::grade_meaning(words, case, cite));
                }
            });
            if let Some(quote) = &cite.quote {
                parts::paragraph_ui(ui, cx, format!("“{quote}”"), BODY, Role::Text1);
            }
            if let Some(note) = &cite.note {
                parts::paragraph_ui(ui, cx, note, FINE, Role::Text2);
            }
            if let Some(learned) = &cite.learned {
                let date = words.date(learned, &case.calendar().zone);
                parts::paragraph_ui(ui, cx, words.with("why-learned", &[("date", date.into())]), FINE, Role::Text3);
            }
        });
    });
    let rail = Rect::from_min_max(pos2(left, top), pos2(left + 2.0, body.response.rect.bottom()));
    ui.painter().rect_filled(rail, 0.0, cx.colour(Role::ControlBorder));
}

/// For what a passage stands, where it is not the thing itself.
fn part_text(words: &Words, case: &Case, part: Part<'_>) -> Option<String> {
    match part {
        Part::Whole => None,
        Part::Claim(claim) => {
            let of = words.attribute(&claim.of);
            Some(format!("{of}: {}", words.claimed(case, claim)))
        }
        Part::Participant(participant) => {
            Some(format!("{}: {}", naming::name(case, &participant.entity), participant.role))
        }
        Part::Order => Some(words.get("details-order")),
    }
}

/// What the grades mean, and what repeats what.
fn notes_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, source: &Source, known: &Citations) {
    let words = cx.words();
    ui.add_space(2.0);
    if let Some(original) = &source.repeats {
        let name = naming::name(case, original).to_owned();
        let text = words.with("why-repeats", &[("source", name.into())]);
        parts::paragraph_ui(ui, cx, text, FINE, Role::Text2);
    }
    let reprints = known.reprints(&source.id).len();
    if reprints > 0 {
        let text = words.with("why-reprints", &[("count", reprints.into())]);
        parts::paragraph_ui(ui, cx, text, FINE, Role::Text3);
    }
}

fn buttons_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, source: &Source, passages: &[Passage<'_>]) {
    let words = cx.words();
    // One line for each grade that occurs, so that a badge never has to be guessed.
    let mut told: Vec<String> = Vec::new();
    for passage in passages {
        let meaning = naming::grade_meaning(words, case, passage.cite);
        if let Some(grade) = naming::grade(case, passage.cite)
            && !meaning.is_empty()
            && !told.contains(&grade)
        {
            parts::paragraph_ui(ui, cx, format!("{grade}: {meaning}"), FINE, Role::Text3);
            told.push(grade);
        }
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if ui.button(cx.text("copy-reference")).clicked() {
            let lines: Vec<_> = passages.iter().map(|passage| reference(words, case, passage.cite)).collect();
            cx.send(Command::Copy(lines.join("\n")));
        }
        if let Some(address) = &source.address
            && ui.button(cx.text("copy-address")).on_hover_text(address).clicked()
        {
            cx.send(Command::Copy(address.clone()));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::super::tests::sample;
    use super::*;
    use crate::locale::Language;

    #[test]
    fn a_reference_names_source_place_and_grade() {
        let case = sample();
        let cite = &case.item("argus").unwrap().cites()[0];
        let english = reference(&Words::new(Language::English), &case, cite);
        assert_eq!(english, "Politie, “Nieuwe klap”, press release, 9 Mar 2021, ¶3.s5 [A1]");
        let dutch = naming::grade_meaning(&Words::new(Language::Dutch), &case, cite);
        assert_eq!(dutch, "betrouwbare bron, elders bevestigd");
    }
}
