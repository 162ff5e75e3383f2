//! What a date looks like, in time: a moment somewhere, a period with two ends, or a contradiction.

use crate::model::time::{Bounds, Conjunction, Edge, Precision, Span, Stamp, When};

/// One end of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// Not before this.
    pub earliest: Stamp,
    /// Not after this.
    pub latest: Stamp,
    /// What is known of it.
    pub edge: Edge,
}

/// What one date looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Some time within a stretch.
    Moment {
        /// The stretch that is written.
        written: Span,
        /// The stretch with what "about" adds.
        outer: Span,
        /// How fine the date is.
        precision: Precision,
        /// As written or not at all.
        questioned: bool,
    },
    /// From one end to the other.
    Period {
        /// Where it starts.
        start: End,
        /// Where it ends.
        end: End,
    },
    /// Ends before it starts.
    Impossible(Span),
}

impl Form {
    /// The forms of a date: one, or one for each member of a set.
    pub fn of(when: &When) -> (Vec<Self>, Option<Conjunction>) {
        if let Some((conjunction, members)) = when.members() {
            let forms = members
                .iter()
                .map(|member| {
                    let edges = (member.start_edge, member.end_edge);
                    Self::new(false, member.bounds, member.written, edges, member.precision)
                })
                .collect();
            return (forms, Some(conjunction));
        }
        let edges = (when.start_edge(), when.end_edge());
        (vec![Self::new(when.is_extent(), when.bounds(), when.written(), edges, when.precision())], None)
    }

    fn new(is_extent: bool, bounds: Bounds, written: Span, edges: (Edge, Edge), precision: Precision) -> Self {
        let (start_edge, end_edge) = edges;
        let outer = bounds.outer();
        if is_extent && bounds.is_impossible() {
            return Self::Impossible(outer);
        }
        if !is_extent && outer.start().is_bounded() && outer.end().is_bounded() {
            let questioned = start_edge.is_questioned() || end_edge.is_questioned();
            return Self::Moment { written, outer, precision, questioned };
        }
        Self::Period {
            start: End { earliest: bounds.earliest_start, latest: bounds.latest_start, edge: start_edge },
            end: End { earliest: bounds.earliest_end, latest: bounds.latest_end, edge: end_edge },
        }
    }

    /// The earliest time that is known of it; none where nothing is.
    pub fn first_known(self) -> Option<Stamp> {
        self.known().into_iter().flatten().min()
    }

    /// From the earliest to the latest time that is known of it.
    pub fn known_span(self) -> Option<Span> {
        let first = self.known().into_iter().flatten().min()?;
        let last = self.known().into_iter().flatten().max()?;
        Some(Span::new(first, last))
    }

    fn known(self) -> [Option<Stamp>; 4] {
        let bounded = |stamp: Stamp| stamp.is_bounded().then_some(stamp);
        match self {
            Self::Moment { outer: span, .. } | Self::Impossible(span) => {
                [bounded(span.start()), bounded(span.end()), None, None]
            }
            Self::Period { start, end } => {
                let of = |end: End| match end.edge {
                    Edge::Unknown | Edge::Open => [None, None],
                    _ => [bounded(end.earliest), bounded(end.latest)],
                };
                let ([first, second], [third, fourth]) = (of(start), of(end));
                [first, second, third, fourth]
            }
        }
    }
}
