//! The order of events in words: who is after whom, what follows from it, and what cannot hold.

use jiff::tz::TimeZone;

use super::{Arg, Words};
use crate::file::{CHAIN_PARTS, CHAIN_STEPS};
use crate::model::Case;
use crate::model::event::{Event, Order, OrderRelation};
use crate::model::order::{Bound, Constraint, Contradiction};
use crate::model::time::{Bounds, Origin, Stamp, When};

impl Words {
    /// When an event took place, with the order that says so: "9 Mar 2021 or later (follows from: after Raid)".
    /// `None` where its order adds nothing to what is written.
    pub fn tightened(&self, case: &Case, event: &Event) -> Option<String> {
        let ordered = case.ordered()?;
        let at = case.position(event.id.as_str())?;
        let when = ordered.when(at)?;
        let mut reasons: Vec<String> = Vec::new();
        for reason in ordered.reasons(at) {
            let said = reason.constraints.first().and_then(|nearest| self.seen_from(case, at, *nearest));
            reasons.extend(said.filter(|said| !reasons.contains(said)));
        }
        let date = self.narrow_part(when, &case.calendar().zone);
        Some(self.with("date-follows", &[("date", date.into()), ("reasons", reasons.join(", ").into())]))
    }

    /// A constraint as it is for one of its two events: "after Raid", "at most 10 days before Interview".
    pub fn seen_from(&self, case: &Case, event: usize, constraint: Constraint) -> Option<String> {
        let owner = case.events().get(constraint.event)?;
        let order = owner.order.get(constraint.position)?;
        let is_own = constraint.event == event;
        let is = match order.is {
            OrderRelation::After if !is_own => OrderRelation::Before,
            OrderRelation::Before if !is_own => OrderRelation::After,
            is => is,
        };
        let other = if is_own { case.event(order.event.as_str())? } else { owner };
        Some(self.stands("order-stands", is, order.days, &[("other", other.title.clone().into())]))
    }

    /// A contradiction in one sentence: "x" is after "raid" (2021-06) and "x" is before "interview" (2021-03-09).
    pub fn contradiction(&self, case: &Case, contradiction: &Contradiction) -> String {
        let zone = &case.calendar().zone;
        let said = case.ordered().map(|ordered| ordered.said(contradiction, case.events())).unwrap_or_default();
        let steps = said.iter().map(|said| {
            let name = |event: &Event, tells: bool| {
                let when = event.when.as_ref().filter(|_| tells);
                self.named(&event.title, &when.map(|when| self.written_date(when, zone)).unwrap_or_default())
            };
            let event = name(said.event, said.tells_event_date);
            self.says(said.order, event, name(said.other, said.tells_other_date))
        });
        let chain = self.listed(steps.collect());
        let key = if contradiction.is_circle() { "finding-order-circle" } else { "finding-order-contradiction" };
        self.with(key, &[("chain", chain.into())])
    }

    /// The chain of a finding in words.
    pub(super) fn chain(&self, steps: &str) -> String {
        let steps = steps.split(CHAIN_STEPS).filter_map(|step| {
            let mut parts = step.split(CHAIN_PARTS);
            let mut next = || parts.next();
            let is = match next()? {
                "after" => OrderRelation::After,
                "before" => OrderRelation::Before,
                _ => OrderRelation::Within,
            };
            let days = next()?.parse().ok();
            let event = self.named(next()?, next()?);
            let other = self.named(next()?, next()?);
            Some(self.stands("order-says", is, days, &[("event", event.into()), ("other", other.into())]))
        });
        self.listed(steps.collect())
    }

    fn says(&self, order: &Order, event: String, other: String) -> String {
        self.stands("order-says", order.is, order.days, &[("event", event.into()), ("other", other.into())])
    }

    fn stands(&self, key: &str, is: OrderRelation, days: Option<u32>, names: &[(&str, Arg<'_>)]) -> String {
        let relation = match is {
            OrderRelation::After => "after",
            OrderRelation::Before => "before",
            OrderRelation::Within => "within",
        };
        match days.or((is == OrderRelation::Within).then_some(0)) {
            None => self.with(&format!("{key}-{relation}"), names),
            Some(days) => {
                let mut names = names.to_vec();
                names.push(("count", days.into()));
                self.with(&format!("{key}-{relation}-days"), &names)
            }
        }
    }

    /// A title in quotes, with a date where one is given.
    fn named(&self, title: &str, date: &str) -> String {
        let title = ("title", Arg::from(title.to_owned()));
        if date.is_empty() {
            return self.with("order-named", &[title]);
        }
        self.with("order-dated", &[title, ("date", date.to_owned().into())])
    }

    fn listed(&self, mut texts: Vec<String>) -> String {
        let Some(last) = texts.pop() else { return String::new() };
        if texts.is_empty() {
            return last;
        }
        self.with("date-list-and", &[("first", texts.join(", ").into()), ("last", last.into())])
    }

    /// What the order of events says of a date: of a moment a stretch, of an extent what is known of either end.
    pub(super) fn narrow_part(&self, when: &When, zone: &TimeZone) -> String {
        let bounds = when.bounds();
        if !when.is_extent() {
            let text = self.stretch(bounds.earliest_start, bounds.latest_end, zone);
            let is_questioned = when.start_edge().is_questioned() || when.end_edge().is_questioned();
            return if is_questioned { self.with("date-questioned", &[("date", text.into())]) } else { text };
        }
        let written = match when.origin() {
            Origin::Narrowed(written) => Some(written),
            Origin::Written | Origin::Derived => None,
        };
        let parts: Vec<String> = (Bound::ALL.into_iter())
            .filter_map(|bound| {
                let (key, stamp) = of(bound, bounds);
                let is_new = stamp.is_bounded() && written.is_none_or(|written| of(bound, written).1 != stamp);
                is_new.then(|| self.with(key, &[("date", self.stamp(stamp, zone).into())]))
            })
            .collect();
        parts.join(", ")
    }

    /// Where a moment lies: "between 9 Mar 2021 and 19 Mar 2021", "9 Mar 2021 or later".
    fn stretch(&self, start: Stamp, end: Stamp, zone: &TimeZone) -> String {
        let (first, last) = (self.stamp(start, zone), self.stamp(end, zone));
        match (start.is_bounded(), end.is_bounded()) {
            (true, true) if first == last => first,
            (true, true) => self.with("date-between", &[("first", first.into()), ("last", last.into())]),
            (true, false) => self.with("date-or-after", &[("date", first.into())]),
            (false, true) => self.with("date-or-before", &[("date", last.into())]),
            (false, false) => self.get("date-unknown"),
        }
    }

    /// A date of which the order of events says more than is written, or all that is known.
    pub(super) fn ordered_date(&self, when: &When, zone: &TimeZone) -> String {
        let part = ("date", Arg::from(self.narrow_part(when, zone)));
        match when.origin() {
            Origin::Derived => self.with("date-by-order", &[part]),
            _ => self.with("date-narrowed", &[("written", self.written_date(when, zone).into()), part]),
        }
    }

    /// The same for a column of dates.
    pub(super) fn derived_brief(&self, when: &When, zone: &TimeZone) -> String {
        self.span(when.outer(), zone)
    }
}

fn of(bound: Bound, bounds: Bounds) -> (&'static str, Stamp) {
    match bound {
        Bound::EarliestStart => ("date-starts-not-before", bounds.earliest_start),
        Bound::LatestStart => ("date-starts-not-after", bounds.latest_start),
        Bound::EarliestEnd => ("date-ends-not-before", bounds.earliest_end),
        Bound::LatestEnd => ("date-ends-not-after", bounds.latest_end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file;
    use crate::locale::{Language, findings};

    const EVENTS: &str = r#"Case(format: (1, 0), title: "T", events: [
        Event(id: "raid", title: "Raid", when: "2021-03-09"),
        Event(id: "talk", title: "Talk", order: [Order(is: After, event: "raid")]),
        Event(id: "arrest", title: "Arrest", when: "2021", order: [Order(is: Within, event: "raid", days: 10)]),
        Event(id: "watch", title: "Watch", when: "2020/", order: [Order(is: Before, event: "raid")]),
        Event(id: "report", title: "Report", when: "2021-06?", order: [Order(is: After, event: "meal", days: 1)]),
        Event(id: "meal", title: "Meal"),
    ])"#;

    fn of(language: Language) -> Vec<String> {
        let case = file::read(EVENTS.as_bytes()).unwrap().case;
        let words = Words::new(language);
        case.events().iter().filter_map(|event| words.tightened(&case, event)).collect()
    }

    #[test]
    fn a_tightened_date_says_where_it_comes_from() {
        assert_eq!(
            of(Language::English),
            [
                "9 Mar 2021 or later (follows from: after Raid)",
                "between 27 Feb 2021 and 19 Mar 2021 (follows from: at most 10 days from Raid)",
                "ends not after 9 Mar 2021 (follows from: before Raid)",
                "between 31 May 2021 and 30 Jun 2021? (follows from: at most 1 day before Report)",
            ]
        );
        assert_eq!(
            of(Language::Dutch)[..2],
            [
                "9 mrt 2021 of later (volgt uit: na Raid)",
                "tussen 27 feb 2021 en 19 mrt 2021 (volgt uit: hooguit 10 dagen van Raid)",
            ]
        );
    }

    #[test]
    fn a_date_without_its_event_still_says_that_it_follows_from_the_order() {
        let case = file::read(EVENTS.as_bytes()).unwrap().case;
        let words = Words::new(Language::English);
        let zone = &case.calendar().zone;
        let date = |at: usize| case.when_of(&case.events()[at]).unwrap();
        assert_eq!(words.date(date(1), zone), "9 Mar 2021 or later, by the order of events");
        assert_eq!(
            words.date(date(2), zone),
            "some time in 2021, by the order of events between 27 Feb 2021 and 19 Mar 2021"
        );
        assert_eq!(words.date(date(0), zone), "9 Mar 2021");
        assert_eq!(
            (words.date_brief(date(1), zone), words.date_brief(date(2), zone)),
            ("from 9 Mar 2021".into(), "2021".into())
        );
    }

    #[test]
    fn a_contradiction_is_one_sentence_in_findings_and_in_the_case() {
        for (events, english, dutch) in [
            (
                r#"Event(id: "a", title: "A", order: [Order(is: After, event: "b")]), Event(id: "b", title: "B", order: [Order(is: After, event: "a")])"#,
                r#"Comes round in a circle: "A" is after "B" and "B" is after "A""#,
                r#"Loopt in een kring: "A" is na "B" en "B" is na "A""#,
            ),
            (
                r#"Event(id: "a", title: "A", when: "2021-06"), Event(id: "b", title: "B", order: [Order(is: After, event: "a"), Order(is: Before, event: "c", days: 3)]), Event(id: "c", title: "C", when: "2021-03-09")"#,
                r#"Contradiction: "B" is after "A" (2021-06) and "B" is at most 3 days before "C" (2021-03-09)"#,
                r#"Tegenspraak: "B" is na "A" (2021-06) en "B" is hooguit 3 dagen voor "C" (2021-03-09)"#,
            ),
        ] {
            let opened =
                file::read(format!(r#"Case(format: (1, 0), title: "T", events: [{events}])"#).as_bytes()).unwrap();
            let said = |language: Language| {
                let words = Words::new(language);
                let finding = opened.findings.iter().find(|finding| finding.code.starts_with("order-")).unwrap();
                findings::message(finding, &words)
            };
            assert_eq!((said(Language::English), said(Language::Dutch)), (english.to_owned(), dutch.to_owned()));
            let contradiction = &opened.case.ordered().unwrap().contradictions()[0];
            let in_case = Words::new(Language::English).contradiction(&opened.case, contradiction);
            assert_eq!(
                in_case
                    .replace("June 2021", "2021-06")
                    .replace("9 Mar 2021", "2021-03-09")
                    .replace("some time in ", ""),
                english
            );
        }
    }
}
