//! Looks that follow from a role: the same five words (solid, hatched, faded, pale, hollow) for node, link, bar and
//! counter. Never typed by hand elsewhere.

use super::{Ink, Role, Stroke, Style};

/// Weight of a link as it is.
pub const LINK_WIDTH: f32 = 1.25;
/// Weight of a link that is lit.
pub const LIT_WIDTH: f32 = 1.5;
/// Share of a node's colour left when something else is pointed at.
pub const DIMMED_NODE: f32 = 0.42;
/// Share of a link's colour left when something else is pointed at.
pub const DIMMED_LINK: f32 = 0.34;
/// Share of any colour left outside the spotlight of a story.
pub const SPOTLIGHT: f32 = 0.30;
/// Tentative.
pub const TENTATIVE: Style = Style::Dashed(7.0, 4.0);
/// Unconfirmed.
pub const UNCONFIRMED: Style = Style::Dotted;
/// A judgement or forecast, not a fact.
pub const FORECAST: Style = Style::Dashed(4.0, 2.5);
/// The playhead.
pub const PLAYHEAD: Style = Style::Dashed(3.0, 3.0);

/// Fill of what is possibly in the window.
pub const fn possible_fill(role: Role) -> Ink {
    Ink::new(role).strength(0.16)
}

/// Hatching of what is possibly in the window.
pub const fn possible_hatch(role: Role) -> Ink {
    Ink::new(role).strength(0.65)
}

/// Outline of what is possibly in the window.
pub const fn possible_outline(role: Role) -> Stroke {
    Stroke::solid(1.5, Ink::new(role))
}

/// Fill of what lies outside the window.
pub const fn outside_fill(role: Role) -> Ink {
    Ink::new(role).strength(0.07)
}

/// Outline of what lies outside the window.
pub const fn outside_outline(role: Role) -> Stroke {
    Stroke::solid(1.25, Ink::new(role).strength(0.45))
}

/// Icon of what lies outside the window.
pub const fn outside_icon(role: Role) -> Ink {
    Ink::new(role).strength(0.55)
}

/// Bars and rails outside the window.
pub const fn outside_bar(role: Role) -> Ink {
    Ink::new(role).strength(0.22)
}

/// Plate behind a label on the canvas.
pub const fn plate() -> Ink {
    Ink::new(Role::Canvas).alpha(0.88)
}

/// A colour with a share of its strength left.
#[must_use]
pub const fn dimmed(ink: Ink, share: f32) -> Ink {
    Ink { strength: ink.strength * share, ..ink }
}
