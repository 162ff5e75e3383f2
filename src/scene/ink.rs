//! Colours by what they mean, and lines. A theme gives each role its value.

use crate::model::kind::{BuiltInKind, Colour};

/// A colour by what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are those of the design tokens")]
pub enum Role {
    Canvas,
    Panel,
    Raised,
    Sunken,
    HoverFill,
    SelectedFill,
    InsideWindow,
    OutsideWindow,
    Hairline,
    Line,
    ControlBorder,
    OnKind,
    Text1,
    Text2,
    Text3,
    FadedText,
    Link,
    LinkLit,
    LinkFaded,
    EventBar,
    CoverageFill,
    CoverageEdge,
    Thread,
    Warning,
    Error,
    /// The colour of a built-in kind.
    Kind(BuiltInKind),
    /// The ink of events.
    Event,
    /// A colour that the user chose.
    Chosen(Colour),
    /// What is written on a colour that the user chose: canvas or ink, whichever reads better.
    OnChosen(Colour),
}

impl Role {
    /// Whether it is a ground that other things lie on. Grounds lie on whole pixels, so that they meet without seams.
    pub const fn is_ground(self) -> bool {
        matches!(
            self,
            Self::Canvas
                | Self::Panel
                | Self::Raised
                | Self::Sunken
                | Self::HoverFill
                | Self::SelectedFill
                | Self::InsideWindow
                | Self::OutsideWindow
                | Self::CoverageFill
        )
    }

    /// Whether it is a rule. Rules lie on whole pixels, so that a hairline is one crisp line.
    pub const fn is_rule(self) -> bool {
        matches!(self, Self::Hairline | Self::Line)
    }
}

/// A role, weakened: first mixed with the canvas (`strength` 1 = the colour itself, 0 = canvas; opaque), then drawn
/// with `alpha` (1 = opaque).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ink {
    /// The role.
    pub role: Role,
    /// Share of the role's colour; the rest is canvas.
    pub strength: f32,
    /// Opacity.
    pub alpha: f32,
}

impl Ink {
    /// The role's own colour, opaque.
    pub const fn new(role: Role) -> Self {
        Self { role, strength: 1.0, alpha: 1.0 }
    }

    /// The role mixed with canvas.
    #[must_use]
    pub const fn strength(self, strength: f32) -> Self {
        Self { strength, ..self }
    }

    /// The role, seen through.
    #[must_use]
    pub const fn alpha(self, alpha: f32) -> Self {
        Self { alpha, ..self }
    }
}

impl From<Role> for Ink {
    fn from(role: Role) -> Self {
        Self::new(role)
    }
}

/// How a line is broken.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Style {
    /// Unbroken: confirmed.
    #[default]
    Solid,
    /// Dashes of the first length with gaps of the second; tentative is 7 and 4.
    Dashed(f32, f32),
    /// Round dots, 1.5 times the width, pitch 3.2 times the width: unconfirmed.
    Dotted,
}

/// A line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Width in points.
    pub width: f32,
    /// Colour.
    pub ink: Ink,
    /// How it is broken.
    pub style: Style,
    /// Whether ends and corners are round.
    pub round: bool,
}

impl Stroke {
    /// A solid line.
    pub fn new(width: f32, ink: impl Into<Ink>) -> Self {
        Self::solid(width, ink.into())
    }

    /// A solid line, in constants.
    pub const fn solid(width: f32, ink: Ink) -> Self {
        Self { width, ink, style: Style::Solid, round: false }
    }

    /// The same line with round ends and corners.
    #[must_use]
    pub const fn round(self) -> Self {
        Self { round: true, ..self }
    }

    /// The same line, broken.
    #[must_use]
    pub const fn style(self, style: Style) -> Self {
        Self { style, ..self }
    }
}
