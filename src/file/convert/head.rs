//! What is said of the whole case, and the kinds that it adds.

use jiff::tz::TimeZone;

use super::super::codes;
use super::super::draft::{self, Text, Unknown};
use super::super::located::path::Path;
use super::Conversion;
use crate::base::text::near_miss;
use crate::model::case::Head;
use crate::model::kind::{BuiltInKind, CaseKind, Colour};
use crate::model::source::Extra;
use crate::model::time::Tolerances;

/// The zone of a case that names none.
pub const DEFAULT_ZONE: &str = "Europe/Amsterdam";

/// Unknown fields of `tolerances` are kept in the head under this prefix.
pub const TOLERANCES_PREFIX: &str = "tolerances.";

/// Everything of the head but its kinds.
pub(super) fn head(draft: &draft::Case<'_>) -> Head {
    let text = |text: &Option<Text<'_>>| text.as_ref().map(|text| text.as_str().to_owned());
    let mut extra = extras(&draft.extra);
    extra.extend(draft.tolerances.extra.iter().map(|unknown| Extra {
        name: format!("{TOLERANCES_PREFIX}{}", unknown.name).into(),
        text: unknown.text.into(),
    }));
    Head {
        format: if draft.format == (0, 0) { (1, 0) } else { draft.format },
        title: draft.title.as_str().to_owned(),
        summary: text(&draft.summary),
        language: text(&draft.language),
        time_zone: text(&draft.time_zone).unwrap_or_else(|| DEFAULT_ZONE.to_owned()),
        grading: draft.grading.into(),
        example: draft.example,
        tolerances: tolerances(&draft.tolerances),
        kinds: Vec::new(),
        extra,
    }
}

fn tolerances(draft: &draft::Tolerances<'_>) -> Tolerances {
    let usual = Tolerances::default();
    Tolerances {
        day: draft.day.unwrap_or(usual.day),
        month: draft.month.unwrap_or(usual.month),
        season: draft.season.unwrap_or(usual.season),
        year: draft.year.unwrap_or(usual.year),
        decade: draft.decade.unwrap_or(usual.decade),
        century: draft.century.unwrap_or(usual.century),
    }
}

/// Unknown fields as the model keeps them.
pub(super) fn extras(unknown: &[Unknown<'_>]) -> Vec<Extra> {
    unknown.iter().map(|unknown| Extra { name: unknown.name.into(), text: unknown.text.into() }).collect()
}

/// Texts of the model.
pub(super) fn strings(texts: Vec<Text<'_>>) -> Vec<String> {
    texts.into_iter().map(Into::into).collect()
}

impl Conversion<'_, '_> {
    pub(super) fn check_head(&mut self, head: &Head) {
        if TimeZone::get(&head.time_zone).is_err() {
            let database = jiff::tz::db();
            let names: Vec<String> = database.available().map(|name| name.as_str().to_owned()).collect();
            let near = near_miss(&head.time_zone, names.iter().map(String::as_str)).unwrap_or_default();
            let args = vec![("zone", head.time_zone.clone()), ("near", near.to_owned())];
            self.note(codes::UNKNOWN_ZONE, &Path::WHOLE.field("time_zone"), args);
        }
    }

    pub(super) fn kind(&mut self, draft: draft::Kind<'_>, path: &Path<'_>) -> CaseKind {
        let draft::Kind { id, name, like, letter, colour, extra } = draft;
        if id.as_str().is_empty() {
            self.refuse(codes::EMPTY_ID, &path.field("id"), Vec::new());
        } else if self.added.iter().any(|added| added == id.as_str()) {
            self.refuse(codes::DUPLICATE_KEY, &path.field("id"), vec![("key", id.as_str().to_owned())]);
        }
        if let Some(like) = &like
            && BuiltInKind::from_word(like.as_str()).is_none()
        {
            let near = near_miss(like.as_str(), BuiltInKind::ALL.map(BuiltInKind::word)).unwrap_or_default();
            let args = vec![("kind", like.as_str().to_owned()), ("near", near.to_owned())];
            self.note(codes::UNKNOWN_KIND, &path.field("like"), args);
        }
        let letter = letter.and_then(|letter| {
            let mut letters = letter.as_str().chars();
            let single = letters.next().filter(|_| letters.next().is_none());
            if single.is_none() {
                self.refuse(codes::BAD_LETTER, &path.field("letter"), vec![("text", letter.as_str().to_owned())]);
            }
            single
        });
        let colour = colour.and_then(|colour| self.colour(&colour, &path.field("colour")));
        if !self.broken {
            self.added.push(id.as_str().to_owned());
        }
        CaseKind { id: id.into(), name: name.into(), like: like.map(Into::into), letter, colour, extra: extras(&extra) }
    }

    /// A colour. One that cannot be read costs what holds it.
    pub(super) fn colour(&mut self, text: &Text<'_>, path: &Path<'_>) -> Option<Colour> {
        let colour = Colour::parse(text.as_str());
        if colour.is_none() {
            self.refuse(codes::BAD_COLOUR, path, vec![("text", text.as_str().to_owned())]);
        }
        colour
    }

    /// Notes a kind that is neither built in nor added.
    pub(super) fn check_kind(&mut self, kind: &str, path: &Path<'_>) {
        if BuiltInKind::from_word(kind).is_some() || self.kinds.iter().any(|added| added == kind) {
            return;
        }
        let near = self.found.as_ref().and_then(|_| {
            let added = self.kinds.iter().map(String::as_str);
            near_miss(kind, BuiltInKind::ALL.map(BuiltInKind::word).into_iter().chain(added))
        });
        let args = vec![("kind", kind.to_owned()), ("near", near.unwrap_or_default().to_owned())];
        self.note(codes::UNKNOWN_KIND, path, args);
    }
}
