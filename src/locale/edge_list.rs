//! What an edge list needs in words, and how its times are read.

use super::{Words, entry};
use crate::file::edge_list::Texts;
use crate::model::time::{Calendar, When};

/// The words of the language in which a case of an edge list is made.
pub fn texts(words: &Words) -> Texts {
    Texts {
        language: words.language().code().to_owned(),
        line: words.get("edge-list-line"),
        relation: words.get("edge-list-relation"),
        not_taken: words.get("edge-list-not-taken"),
        time: words.get("edge-list-time"),
        weight: words.get("edge-list-weight"),
    }
}

/// Reads the times of tables: as dates are written in a case, with a blank between day and time, or as people type them.
pub fn date() -> impl Fn(&str) -> Option<When> {
    let calendar = Calendar::named(ZONE);
    move |text| {
        let calendar = calendar.as_ref()?;
        let written = |text: &str| When::parse(text, calendar, None).ok();
        let with_blank = || {
            let (day, time) = text.split_once(' ')?;
            written(&format!("{day}T{}", time.trim()))
        };
        written(text).or_else(with_blank).or_else(|| Some(entry::read(text, calendar, None).ok()?.when))
    }
}

/// The zone of cases that are made of tables.
const ZONE: &str = "Europe/Amsterdam";

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn times_are_read_as_written_with_a_blank_and_as_typed() {
        let read = date();
        let text = |typed: &str| read(typed).map(|when| when.text().to_owned());
        assert_eq!(text("2021-03-12").as_deref(), Some("2021-03-12"));
        assert_eq!(text("2021-03-12 14:05:00").as_deref(), Some("2021-03-12T14:05:00"));
        assert_eq!(text("12-03-2021").as_deref(), Some("2021-03-12"));
        assert!(text("maart 2021").is_some() && text("nonsense").is_none() && text("").is_none());
    }
}
