//! Whether a date touches a window.

use super::bounds::Bounds;
use super::{Span, Stamp};

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

    #[test]
    fn windows_without_bounds_hold_what_is_not_in_doubt() {
        let all = Span::new(Stamp::MIN, Stamp::MAX);
        assert_eq!(when("2021").answer(all), Answer::Certain);
        assert_eq!(when("/2021").answer(all), Answer::Certain);
        assert_eq!(when("{2020..}").answer(all), Answer::Certain);
        assert_eq!(when("2021?").answer(all), Answer::Possible);
    }
}
