//! Whether a date touches a window, or lies inside it.

use super::bounds::Bounds;
use super::{Span, Stamp};

/// What a window asks of a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum WindowRule {
    /// That it shares a millisecond with the window.
    #[default]
    Touches,
    /// That nothing of it lies outside the window.
    Inside,
}

/// Whether something lies in a window. The surer answer compares as less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// By every reading of its date.
    Certain,
    /// By some reading of its date.
    Possible,
    /// By no reading.
    Out,
    /// It has no date.
    Undated,
}

/// Bounds with what `?` takes from them: all that the window test needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub bounds: Bounds,
    /// The start is as written or not at all.
    pub start_questioned: bool,
    /// The end is as written or not at all.
    pub end_questioned: bool,
}

impl Reading {
    /// Whether it touches the window. An extent does so where it starts no later than the window ends and ends no
    /// earlier than the window starts; a moment is an extent whose ends are the same unknown point.
    pub fn answer(self, window: Span) -> Answer {
        if !self.bounds.outer().touches(window) {
            return Answer::Out;
        }
        match self.sure() {
            Some((start, end)) if start <= window.end() && window.start() <= end => Answer::Certain,
            _ => Answer::Possible,
        }
    }

    /// Whether nothing of it lies outside the window. By some reading that is so where the start may lie so late and the
    /// end so early that both are in the window; by every reading where none of it, at its longest, is outside. An end
    /// that may not be as written may lie anywhere, so a questioned one is never sure. An impossible extent counts as the
    /// stretch between its ends, and is at best possible.
    pub fn answer_inside(self, window: Span) -> Answer {
        let Bounds { earliest_start, latest_start, earliest_end, latest_end } = self.bounds.forward();
        let start = earliest_start.max(window.start());
        let end = latest_end.min(window.end());
        if start > latest_start || end < earliest_end || start > end {
            return Answer::Out;
        }
        let sure = !(self.start_questioned || self.end_questioned || self.bounds.is_impossible());
        if sure && window.covers(self.bounds.outer()) { Answer::Certain } else { Answer::Possible }
    }

    /// The latest start and the earliest end by every reading, not necessarily in that order. A questioned start is
    /// sure only not to lie after the end, a questioned end not before the start; both questioned are sure of nothing,
    /// and so is an extent that ends before it starts.
    pub fn sure(self) -> Option<(Stamp, Stamp)> {
        let Bounds { earliest_start, latest_start, earliest_end, latest_end } = self.bounds;
        if self.bounds.is_impossible() {
            return None;
        }
        match (self.start_questioned, self.end_questioned) {
            (false, false) => Some((latest_start, earliest_end)),
            (true, false) => Some((latest_end, earliest_end)),
            (false, true) => Some((latest_start, earliest_start)),
            (true, true) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::when;
    use super::*;

    /// Date, window (both ends of it included), answer.
    const ANSWERS: &[(&str, &str, Answer)] = &[
        ("2021-03-09", "2021-03-09", Answer::Certain),
        ("2021-03-09", "2021-03-09T00:00/2021-03-09T23:59", Answer::Certain),
        ("2021-03-09", "2021-03-09T00:00/2021-03-09T23:58", Answer::Possible),
        ("2021-03-09", "2021-03-09T12:00", Answer::Possible),
        ("2021-03-09", "2021-03-10", Answer::Out),
        ("2021-03-09", "2021-03-08", Answer::Out),
        ("2021-03-09T05:00", "2021-03-09", Answer::Certain),
        ("2020", "2020-06/2021", Answer::Possible),
        ("2020", "2020/2021", Answer::Certain),
        ("202X", "2025", Answer::Possible),
        ("202X", "2020/2029", Answer::Certain),
        ("2021-02-15~", "2021-02-15", Answer::Possible),
        ("2021-02-15~", "2021-02-08/2021-02-22", Answer::Certain),
        ("2021-02-15~", "2021-02-09/2021-02-22", Answer::Possible),
        ("2021-02-15~", "2021-02-23", Answer::Out),
        ("2019-12-03?", "2019-12-03", Answer::Possible),
        ("2019-12-03?", "2019", Answer::Possible),
        ("2019-12-03?", "2019-12-04", Answer::Out),
        ("2019-12-03%", "2019", Answer::Possible),
        ("2021-02-15/2021-03-09", "2021-03-01", Answer::Certain),
        ("2021-02-15/2021-03-09", "2021-03-09", Answer::Certain),
        ("2021-02-15/2021-03-09", "2021-02-15", Answer::Certain),
        ("2021-02-15/2021-03-09", "2021-03-10", Answer::Out),
        ("2018?/2021-03-09", "2020", Answer::Possible),
        ("2018?/2021-03-09", "2018", Answer::Possible),
        ("2018?/2021-03-09", "2017", Answer::Out),
        ("2018?/2021-03-09", "2021", Answer::Certain),
        ("2018/2021?", "2018", Answer::Certain),
        ("2018/2021?", "2019", Answer::Possible),
        ("2018?/2021?", "2017/2022", Answer::Possible),
        ("2021-03/2021-03-09", "2021-03-01/2021-03-09", Answer::Certain),
        ("2021-03/2021-03-09?", "2021-03-01/2021-03-09", Answer::Possible),
        ("2021-03-09?/2021-03", "2021-03-09/2021-03-31", Answer::Possible),
        ("2018-12~/2021-03-09", "2019-01-31", Answer::Certain),
        ("2018-12~/2021-03-09", "2019-01-30", Answer::Possible),
        ("2018-12~/2021-03-09", "2018-11-01", Answer::Possible),
        ("/2021-03-09", "2021-03-09", Answer::Certain),
        ("/2021-03-09", "1900", Answer::Possible),
        ("/2021-03-09", "2021-03-10", Answer::Out),
        ("/2021", "2021", Answer::Certain),
        ("/2021", "2021-06", Answer::Possible),
        ("2018/", "2018", Answer::Certain),
        ("2018/", "2030", Answer::Possible),
        ("2018/", "2017", Answer::Out),
        ("2021/..", "2022", Answer::Certain),
        ("2021/..", "Y170000000", Answer::Certain),
        ("2021/..", "2021-06", Answer::Possible),
        ("2021/..", "2020", Answer::Out),
        ("../2021", "1900", Answer::Certain),
        ("../2021", "2021-06", Answer::Possible),
        ("../2021", "2022", Answer::Out),
        ("2018?/..", "2030", Answer::Possible),
        ("..2004-06-01/2004-06-20..", "2004-06-10", Answer::Certain),
        ("..2004-06-01/2004-06-20..", "1900", Answer::Possible),
        ("..2004-06-01?/2004-06-20..", "2004-06-10", Answer::Possible),
        ("2021-03-09/2021-03-01", "2021-03-05", Answer::Possible),
        ("2021-03-09/2021-03-01", "2021", Answer::Possible),
        ("2021-03-09/2021-03-01", "2021-03-10", Answer::Out),
        ("2021-03-09/2021-03-01", "2021-02-28", Answer::Out),
        ("{2018-12,2019-10}", "2018-12", Answer::Certain),
        ("{2018-12,2019-10}", "2019-05", Answer::Out),
        ("{2018-12,2019-10}", "2018-12-31/2019-10-30", Answer::Possible),
        ("{2018-12?,2019-10}", "2018-12", Answer::Possible),
        ("[2018-12,2019-10]", "2018-12", Answer::Possible),
        ("[2018-12,2019-10]", "2018-12/2019-10", Answer::Certain),
        ("[2018-12,2019-10]", "2019-05", Answer::Out),
        ("[2018-12?,2019-10]", "2018/2019", Answer::Possible),
        ("{1670..1672}", "1671", Answer::Certain),
        ("{1670..1672}", "1671-02/1672-11", Answer::Possible),
        ("{1670..1672}", "1672/1673", Answer::Certain),
        ("{1984-10-10..1984-11-01}", "1984-10-20", Answer::Certain),
        ("{1984-10-10..1984-11-01}", "1984-10-20T12:00/1984-10-21T12:00", Answer::Possible),
        ("[1670..1672]", "1671", Answer::Possible),
        ("[1670..1672]", "1670/1672", Answer::Certain),
        ("{..1983-12-31}", "1950-05-05", Answer::Certain),
        ("{..1983-12-31}", "1950-05-05T12:00", Answer::Possible),
        ("{..1983-12-31}", "1984", Answer::Out),
        ("{..1983-12-31?}", "1950-05-05", Answer::Possible),
        ("{1984-11-05..}", "2020-05-05", Answer::Certain),
        ("[..1984]", "1950", Answer::Possible),
        ("[1984..]", "1983", Answer::Out),
    ];

    #[test]
    fn a_date_touches_a_window_as_the_table_says() {
        for (date, window, expected) in ANSWERS {
            assert_eq!(when(date).answer(when(window).outer()), *expected, "{date} in {window}");
        }
    }

    /// Date, window (both ends of it included), answer to whether it lies inside.
    const INSIDE: &[(&str, &str, Answer)] = &[
        ("2021-03-09", "2021-03-09", Answer::Certain),
        ("2021-03-09", "2021-03-09T12:00", Answer::Possible),
        ("2021-03-09", "2021-03-10", Answer::Out),
        ("2020", "2020-06/2021", Answer::Possible),
        ("2021-02-15~", "2021-02-08/2021-02-22", Answer::Certain),
        ("2021-02-15~", "2021-02-09/2021-02-22", Answer::Possible),
        ("2019-12-03?", "2019", Answer::Possible),
        ("2019-12-03?", "2020", Answer::Out),
        ("2021-02-15/2021-03-09", "2021-02-15/2021-03-09", Answer::Certain),
        ("2021-02-15/2021-03-09", "2021", Answer::Certain),
        ("2021-02-15/2021-03-09", "2021-02-15/2021-03-08", Answer::Out),
        ("2021-02-15/2021-03-09", "2021-02-16/2021-03-09", Answer::Out),
        ("2021-02-15/2021-03-09", "2021-03-01", Answer::Out),
        ("2021-02-15/2021-03-09", "2021-02-15T12:00/2021-03-09T12:00", Answer::Possible),
        ("2018/2021", "2018-06/2021-06", Answer::Possible),
        ("2018/2021", "2019/2021", Answer::Out),
        ("2018-12~/2021-03-09", "2018-11/2021-03", Answer::Certain),
        ("2018-12~/2021-03-09", "2019/2021", Answer::Possible),
        ("2018-12~/2021-03-09", "2019-02/2021", Answer::Out),
        ("2018?/2021-03-09", "2010/2030", Answer::Possible),
        ("2018/2021?", "2010/2030", Answer::Possible),
        ("2018/2021?", "2010/2020", Answer::Out),
        ("/2021-03-09", "1900/2021-03", Answer::Possible),
        ("/2021-03-09", "1900/2021-02", Answer::Out),
        ("2018/", "2018/2100", Answer::Possible),
        ("2018/", "2019/2100", Answer::Out),
        ("2018/", "2018", Answer::Possible),
        ("2021/..", "2000/Y170000000", Answer::Out),
        ("2021/..", "2000/..", Answer::Out),
        ("../2021", "../2030", Answer::Out),
        ("..2004-06-01/2004-06-20..", "2004", Answer::Possible),
        ("2021-03-09/2021-03-01", "2021-03", Answer::Possible),
        ("2021-03-09/2021-03-01", "2021-03-05", Answer::Out),
        ("2021-03-09/2021-03-01", "2021-03-05/2021-03-20", Answer::Out),
        ("{2018-12,2019-10}", "2018-12/2019-10", Answer::Certain),
        ("{2018-12,2019-10}", "2018-12-31/2019-10", Answer::Possible),
        ("{2018-12,2019-10}", "2018-12", Answer::Out),
        ("{2018-12?,2019-10}", "2018/2019", Answer::Possible),
        ("[2018-12,2019-10]", "2018-12/2019-10", Answer::Certain),
        ("[2018-12,2019-10]", "2018-12", Answer::Possible),
        ("[2018-12,2019-10]", "2019-05", Answer::Out),
        ("[2018-12?,2019-10]", "2018/2019", Answer::Possible),
        ("{1670..1672}", "1670/1672", Answer::Certain),
        ("{1670..1672}", "1670-02/1672-11", Answer::Possible),
        ("{1670..1672}", "1671/1672", Answer::Out),
        ("{1670..1670}", "1670-02/1670-11", Answer::Possible),
        ("[1670..1672]", "1671", Answer::Possible),
        ("[1670..1672]", "1670/1672", Answer::Certain),
        ("{..1983-12-31}", "1900/2000", Answer::Out),
        ("{1984-11-05..}", "1900/2100", Answer::Out),
        ("{1984-11-05..,1980}", "../2100", Answer::Out),
        ("[..1984]", "1950/1984", Answer::Possible),
        ("[1984..]", "1983", Answer::Out),
    ];

    #[test]
    fn a_date_lies_inside_a_window_as_the_table_says() {
        for (date, window, expected) in INSIDE {
            assert_eq!(when(date).answer_by(when(window).outer(), WindowRule::Inside), *expected, "{date} in {window}");
        }
    }

    #[test]
    fn the_rule_that_touching_is_enough_gives_the_plain_answer() {
        for (date, window, expected) in ANSWERS {
            assert_eq!(
                when(date).answer_by(when(window).outer(), WindowRule::Touches),
                *expected,
                "{date} in {window}"
            );
        }
    }

    #[test]
    fn windows_without_bounds_hold_what_is_not_in_doubt() {
        let all = Span::new(Stamp::MIN, Stamp::MAX);
        assert_eq!(when("2021").answer(all), Answer::Certain);
        assert_eq!(when("/2021").answer(all), Answer::Certain);
        assert_eq!(when("{2020..}").answer(all), Answer::Certain);
        assert_eq!(when("2021?").answer(all), Answer::Possible);
    }
}
