//! Dates, each distinct text read once.

use super::super::codes;
use super::super::draft::{About, Text};
use super::super::located::path::Path;
use super::Conversion;
use crate::model::time::{DateError, When};

impl<'t> Conversion<'_, 't> {
    /// A date that may be left out.
    pub(super) fn date(
        &mut self,
        text: Option<Text<'t>>,
        about: Option<About>,
        name: &'static str,
        path: &Path<'_>,
    ) -> Option<When> {
        self.when(text?, about, &path.field(name))
    }

    /// A date. One that cannot be read costs the item.
    pub(super) fn when(&mut self, text: Text<'t>, about: Option<About>, path: &Path<'_>) -> Option<When> {
        if about.is_none()
            && let Some(when) = self.dates.get(&text.0)
        {
            let when = when.clone();
            self.check_order(&when, path);
            return Some(when);
        }
        match When::parse(text.as_str(), &self.calendar, about.map(Into::into)) {
            Ok(when) => {
                if about.is_none() {
                    self.dates.insert(text.0, when.clone());
                }
                self.check_order(&when, path);
                Some(when)
            }
            Err(error) => {
                self.bad_date(text.as_str(), &error, path);
                None
            }
        }
    }

    fn check_order(&mut self, when: &When, path: &Path<'_>) {
        if when.is_impossible() {
            self.note(codes::ENDS_BEFORE_START, path, vec![("date", when.text().to_owned())]);
        }
    }

    /// Points into the text, at the sign that is at fault.
    fn bad_date(&mut self, date: &str, error: &DateError, path: &Path<'_>) {
        self.broken = true;
        let offset = self.found.as_ref().map_or(0, |found| {
            let node = path.node(found.root, found.text).inner();
            node.offset_inside(found.text, error.offset)
        });
        let args = vec![
            ("date", date.chars().take(60).collect()),
            ("reason", error.reason.key().to_owned()),
            ("near", error.suggestion.as_deref().unwrap_or_default().to_owned()),
        ];
        self.notices.add(codes::BAD_DATE, offset, path, self.item.as_ref(), args);
    }
}
