//! Claims side by side, under their attributes. None is merged, none is left out.

use egui::{Align2, Rect, Role as Access, Sense, Ui, WidgetInfo, pos2, vec2};

use super::scale;
use super::why;
use crate::locale::claims::ends_in_number;
use crate::locale::{Words, keys};
use crate::model::Case;
use crate::model::claim::{Claim, Exactness, Nature, contested};
use crate::scene::Role;
use crate::ui::cx::ViewCx;
use crate::ui::icon::{self, Icon};
use crate::ui::parts::{self, BODY, FINE, LABEL, NAME, STRONG};

/// The claims on one attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<'a> {
    /// The attribute.
    pub of: &'a str,
    /// The claims, in the order of the file.
    pub claims: Vec<&'a Claim>,
    /// Whether they disagree.
    pub contested: bool,
}

/// The claims under their attributes, in order of first mention; those that disagree first.
pub fn groups(claims: &[Claim]) -> Vec<Group<'_>> {
    let disputed = contested(claims);
    let mut groups: Vec<Group<'_>> = Vec::new();
    for claim in claims {
        if let Some(group) = groups.iter_mut().find(|group| group.of == claim.of) {
            group.claims.push(claim);
        } else {
            let contested = disputed.contains(&claim.of.as_str());
            groups.push(Group { of: &claim.of, claims: vec![claim], contested });
        }
    }
    groups.sort_by_key(|group| !group.contested);
    groups
}

/// Draws the claims of a thing that sources dispute, or all others.
pub fn claims_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, claims: &[Claim], disputed: bool) {
    for group in groups(claims).into_iter().filter(|group| group.contested == disputed) {
        parts::rule_ui(ui, cx);
        group_ui(ui, cx, case, &group);
    }
}

fn group_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, group: &Group<'_>) {
    let words = cx.words();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        if group.contested {
            icon::inline_ui(ui, Icon::Contested, cx.colour(Role::Text1));
        }
        ui.label(parts::rich(cx, words.attribute(group.of), STRONG, Role::Text1));
        let key = if group.contested { "claims-contested" } else { "claims-count" };
        if group.claims.len() > 1 {
            let count = words.with(key, &[("count", group.claims.len().into())]);
            ui.label(parts::rich(cx, count, LABEL, Role::Text3));
        }
    });
    ui.add_space(4.0);
    if group.contested {
        scale::scale_ui(ui, cx, case, group);
    }
    for claim in &group.claims {
        claim_ui(ui, cx, case, claim);
        ui.add_space(6.0);
    }
}

/// What else is said of a claim: in which unit, as of when, how exactly, whether it is a judgement.
pub fn remarks(words: &Words, case: &Case, claim: &Claim) -> String {
    let mut parts = Vec::new();
    if let Some(quantity) = claim.quantity() {
        if !ends_in_number(quantity) && !quantity.stated.contains(&quantity.unit) {
            parts.push(quantity.unit.clone());
        }
        if quantity.exactness != Exactness::Exact {
            parts.push(words.get(exactness_key(quantity.exactness)));
        }
    }
    if let Some(key) = nature_key(claim.nature) {
        parts.push(words.get(key));
    }
    if let Some(when) = &claim.as_of {
        let zone = &case.calendar().zone;
        // A stretch says by itself for when it holds.
        parts.push(if when.is_extent() {
            words.date(when, zone)
        } else {
            words.with("claim-as-of", &[("date", words.date_brief(when, zone).into())])
        });
    }
    parts.join(" · ")
}

const fn exactness_key(exactness: Exactness) -> &'static str {
    match exactness {
        Exactness::Exact => "exactness-exact",
        Exactness::Rounded => "exactness-rounded",
        Exactness::AtLeast => "exactness-at-least",
        Exactness::OrderOfMagnitude => "exactness-order-of-magnitude",
        Exactness::Vague => "exactness-vague",
    }
}

/// Message key of a nature; none for facts, which need no word.
pub const fn nature_key(nature: Nature) -> Option<&'static str> {
    match nature {
        Nature::Fact => None,
        _ => Some(keys::nature_key(nature)),
    }
}

/// Values up to this width stand beside their sources, longer ones above them.
const COLUMN: f32 = 92.0;

fn claim_ui(ui: &mut Ui, cx: &ViewCx<'_>, case: &Case, claim: &Claim) {
    let words = cx.words();
    let value = words.claimed(case, claim);
    let remarks = remarks(words, case, claim);
    let width = ui
        .painter()
        .layout_no_wrap(value.clone(), crate::ui::fonts::font_id(NAME, 1.0), cx.colour(Role::Text1))
        .size()
        .x;
    let top = ui.cursor().top();
    let left = ui.cursor().left();
    let beside = width <= COLUMN && claim.note.is_none() && remarks.is_empty();
    let body = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(10.0);
        if beside {
            let layout = egui::Layout::left_to_right(egui::Align::Center);
            ui.allocate_ui_with_layout(vec2(COLUMN + 4.0, 18.0), layout, |ui| {
                ui.set_min_width(COLUMN + 4.0);
                ui.label(parts::rich(cx, &value, NAME, Role::Text1));
            });
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            if !beside {
                parts::paragraph_ui(ui, cx, &value, NAME, Role::Text1);
                if !remarks.is_empty() {
                    parts::paragraph_ui(ui, cx, &remarks, FINE, Role::Text3);
                }
                if let Some(note) = &claim.note {
                    parts::paragraph_ui(ui, cx, note, FINE, Role::Text2);
                }
            }
            for cite in &claim.cites {
                why::source_row_ui(ui, cx, case, cite);
            }
            if claim.cites.is_empty() {
                unsourced_ui(ui, cx);
            }
        });
    });
    let rail = Rect::from_min_max(pos2(left, top), pos2(left + 2.0, body.response.rect.bottom()));
    ui.painter().rect_filled(rail, 0.0, cx.colour(Role::ControlBorder));
}

/// An empty ring and the words: no source stands for this.
pub fn unsourced_ui(ui: &mut Ui, cx: &ViewCx<'_>) {
    let text = cx.text("unsourced");
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 18.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, &text));
    let ring = Rect::from_center_size(pos2(rect.left() + 6.0, rect.center().y), vec2(12.0, 12.0));
    icon::paint(ui.painter(), ring, Icon::Unsourced, cx.colour(Role::Text2));
    let at = pos2(ring.right() + 6.0, rect.center().y);
    parts::line(ui, cx, at, Align2::LEFT_CENTER, &text, (BODY, Role::Text2), rect.right() - at.x);
}

#[cfg(test)]
mod tests {
    use super::super::tests::sample;
    use super::*;
    use crate::locale::Language;

    #[test]
    fn claims_stand_under_their_attributes_and_disputed_ones_come_first() {
        let case = sample();
        let found = groups(case.item("argus").unwrap().claims());
        let shown: Vec<_> = found.iter().map(|group| (group.of, group.claims.len(), group.contested)).collect();
        assert_eq!(shown, [("users", 2, true), ("aim", 1, false)]);
    }

    #[test]
    fn a_value_is_said_as_it_was_stated() {
        let case = sample();
        let words = Words::new(Language::English);
        let said: Vec<_> =
            case.item("argus").unwrap().claims().iter().map(|claim| words.claimed(&case, claim)).collect();
        assert_eq!(said, ["drugs", "some 70,000 users", "170,000 users"]);
        let remark = remarks(&words, &case, &case.item("argus").unwrap().claims()[1]);
        assert_eq!(remark, "rounded · as of Mar 2021");
    }

    #[test]
    fn attributes_begin_with_a_capital() {
        let words = Words::new(Language::Dutch);
        assert_eq!(words.attribute("messages accessed"), "Messages accessed");
        assert_eq!(words.attribute("existed"), "Bestond");
        assert_eq!(words.attribute(""), "");
    }
}
