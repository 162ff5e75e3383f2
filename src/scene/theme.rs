//! The values of the roles: light, dark, projector. Read from `assets/theme.ron`; nothing else holds a colour.

use std::sync::LazyLock;

use serde::Deserialize;

use super::contrast::contrast;
use super::{Ink, Role};
use crate::model::kind::{BuiltInKind, Colour};

/// Which theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ThemeName {
    /// For the office by day, and for paper.
    #[default]
    Light,
    /// For the evening.
    Dark,
    /// For the beamer: darker ink, larger type.
    Projector,
}

impl ThemeName {
    /// All, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Projector];

    /// The theme of this name.
    pub fn theme(self) -> &'static Theme {
        match self {
            Self::Light => Theme::light(),
            Self::Dark => Theme::dark(),
            Self::Projector => Theme::projector(),
        }
    }
}

/// By how much a theme enlarges what is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Enlargement {
    /// Type.
    pub text: f32,
    /// Strokes.
    pub stroke: f32,
    /// Nodes.
    pub node: f32,
}

/// One sRGB value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Token(pub [u8; 3]);

impl TryFrom<String> for Token {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Colour::parse(&text).map(|Colour(value)| Self(value)).ok_or_else(|| format!("not RRGGBB: {text}"))
    }
}

/// The value of every role.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names are those of the roles")]
pub struct Theme {
    #[serde(skip)]
    pub name: ThemeName,
    pub canvas: Token,
    pub panel: Token,
    pub raised: Token,
    pub sunken: Token,
    pub hover_fill: Token,
    pub selected_fill: Token,
    pub inside_window: Token,
    pub outside_window: Token,
    pub hairline: Token,
    pub line: Token,
    pub control_border: Token,
    pub on_kind: Token,
    pub text_1: Token,
    pub text_2: Token,
    pub text_3: Token,
    pub faded_text: Token,
    pub link: Token,
    pub link_lit: Token,
    pub link_faded: Token,
    pub event_bar: Token,
    pub coverage_fill: Token,
    pub coverage_edge: Token,
    pub thread: Token,
    pub warning: Token,
    pub error: Token,
    pub investigation: Token,
    pub organisation: Token,
    pub platform: Token,
    pub agency: Token,
    pub unit: Token,
    pub country: Token,
    pub place: Token,
    pub person: Token,
    pub group: Token,
    pub asset: Token,
    pub account: Token,
    pub event: Token,
}

#[derive(Deserialize)]
struct Themes {
    light: Theme,
    dark: Theme,
    projector: Theme,
}

static THEMES: LazyLock<Themes> = LazyLock::new(|| {
    let mut themes: Themes =
        ron::from_str(include_str!("../../assets/theme.ron")).expect("the bundled theme is well formed");
    themes.dark.name = ThemeName::Dark;
    themes.projector.name = ThemeName::Projector;
    themes
});

impl Theme {
    /// White paper, by daylight.
    pub fn light() -> &'static Self {
        &THEMES.light
    }

    /// For the evening.
    pub fn dark() -> &'static Self {
        &THEMES.dark
    }

    /// For the beamer.
    pub fn projector() -> &'static Self {
        &THEMES.projector
    }

    /// Whether ink is lighter than the canvas.
    pub fn is_dark(&self) -> bool {
        self.name == ThemeName::Dark
    }

    /// By how much type, strokes and nodes grow.
    pub fn enlargement(&self) -> Enlargement {
        match self.name {
            ThemeName::Light | ThemeName::Dark => Enlargement { text: 1.0, stroke: 1.0, node: 1.0 },
            ThemeName::Projector => Enlargement { text: 1.4, stroke: 1.6, node: 1.5 },
        }
    }

    /// The value of a role.
    pub fn value(&self, role: Role) -> [u8; 3] {
        let Token(value) = match role {
            Role::Canvas => self.canvas,
            Role::Panel => self.panel,
            Role::Raised => self.raised,
            Role::Sunken => self.sunken,
            Role::HoverFill => self.hover_fill,
            Role::SelectedFill => self.selected_fill,
            Role::InsideWindow => self.inside_window,
            Role::OutsideWindow => self.outside_window,
            Role::Hairline => self.hairline,
            Role::Line => self.line,
            Role::ControlBorder => self.control_border,
            Role::OnKind => self.on_kind,
            Role::Text1 => self.text_1,
            Role::Text2 => self.text_2,
            Role::Text3 => self.text_3,
            Role::FadedText => self.faded_text,
            Role::Link => self.link,
            Role::LinkLit => self.link_lit,
            Role::LinkFaded => self.link_faded,
            Role::EventBar => self.event_bar,
            Role::CoverageFill => self.coverage_fill,
            Role::CoverageEdge => self.coverage_edge,
            Role::Thread => self.thread,
            Role::Warning => self.warning,
            Role::Error => self.error,
            Role::Kind(kind) => self.kind(kind),
            Role::Event => self.event,
            Role::Chosen(Colour(value)) => Token(value),
            Role::OnChosen(Colour(ground)) => self.legible_on(ground),
        };
        value
    }

    /// What to paint with: sRGB and straight alpha.
    pub fn resolve(&self, ink: Ink) -> [u8; 4] {
        let colour = self.value(ink.role);
        let Token(canvas) = self.canvas;
        let strength = ink.strength.clamp(0.0, 1.0);
        let mixed = |at: usize| {
            let (from, to) = (f32::from(canvas[at]), f32::from(colour[at]));
            (from + (to - from) * strength).round() as u8
        };
        let alpha = (ink.alpha.clamp(0.0, 1.0) * 255.0).round() as u8;
        [mixed(0), mixed(1), mixed(2), alpha]
    }

    fn kind(&self, kind: BuiltInKind) -> Token {
        match kind {
            BuiltInKind::Investigation => self.investigation,
            BuiltInKind::Organisation => self.organisation,
            BuiltInKind::Platform => self.platform,
            BuiltInKind::Agency => self.agency,
            BuiltInKind::Unit => self.unit,
            BuiltInKind::Country => self.country,
            BuiltInKind::Place => self.place,
            BuiltInKind::Person => self.person,
            BuiltInKind::Group => self.group,
            BuiltInKind::Asset => self.asset,
            BuiltInKind::Account => self.account,
        }
    }

    /// Canvas or ink, whichever reads better on a colour that the user chose.
    fn legible_on(&self, ground: [u8; 3]) -> Token {
        let (canvas, ink) = (self.on_kind, self.text_1);
        if contrast(canvas.0, ground) >= contrast(ink.0, ground) { canvas } else { ink }
    }
}

#[cfg(test)]
mod tests;
