//! Message keys of the closed lists of the model.

use crate::model::case::Grading;
use crate::model::claim::Nature;
use crate::model::link::{Direction, Strength};
use crate::model::time::{Answer, WindowRule};

/// Message key of an answer. What does not lie inside the window need not be outside it.
pub const fn answer_key(answer: Answer, rule: WindowRule) -> &'static str {
    match answer {
        Answer::Certain => "answer-certain",
        Answer::Possible => "answer-possible",
        Answer::Out if matches!(rule, WindowRule::Inside) => "answer-not-inside",
        Answer::Out => "answer-out",
        Answer::Undated => "answer-undated",
    }
}

/// Message key of a strength.
pub const fn strength_key(strength: Strength) -> &'static str {
    match strength {
        Strength::Confirmed => "strength-confirmed",
        Strength::Tentative => "strength-tentative",
        Strength::Unconfirmed => "strength-unconfirmed",
    }
}

/// Message key of the nature of a statement.
pub const fn nature_key(nature: Nature) -> &'static str {
    match nature {
        Nature::Fact => "nature-fact",
        Nature::Judgement => "nature-judgement",
        Nature::Forecast => "nature-forecast",
    }
}

/// Message key of the direction of a link.
pub const fn direction_key(direction: Direction) -> &'static str {
    match direction {
        Direction::Forward => "direction-forward",
        Direction::Both => "direction-both",
        Direction::Neither => "direction-neither",
    }
}

/// Message key of a grading scheme.
pub const fn grading_key(grading: Grading) -> &'static str {
    match grading {
        Grading::Admiralty => "grading-admiralty",
        Grading::Europol4x4 => "grading-europol",
        Grading::Uk3x5x2 => "grading-uk",
        Grading::Ungraded => "grading-none",
    }
}
