//! The theme in egui's terms: quiet chrome with hairlines, no shadow but under popups, no animation. The only place
//! where a colour becomes egui's.

use std::collections::BTreeMap;

use egui::style::{HandleShape, ScrollAnimation, Selection, Spacing, TextCursorStyle, WidgetVisuals, Widgets};
use egui::{Color32, CornerRadius, FontId, Margin, Shadow, Stroke, TextStyle, Vec2, Visuals, vec2};

use super::fonts::font_id;
use crate::layout::measure;
use crate::scene::{Ink, Role, Theme, text};

/// Corner radius of controls and fields.
pub const CONTROL_RADIUS: u8 = 6;
/// Corner radius of popups.
pub const POPUP_RADIUS: u8 = 8;
/// Height of a row.
pub const ROW_HEIGHT: f32 = 24.0;

/// Names of the text styles beside egui's own: `TextStyle::Name(NAME.into())`.
pub mod names {
    /// Name in the details.
    pub const TITLE: &str = "title";
    /// Names in rows.
    pub const NAME: &str = "name";
    /// What is selected; headers.
    pub const STRONG: &str = "strong";
    /// Lanes, status line.
    pub const LANE: &str = "lane";
    /// Labels, dates in rows.
    pub const FINE: &str = "fine";
    /// Heads of sections.
    pub const SECTION: &str = "section";
    /// Axis.
    pub const TICK: &str = "tick";
    /// Badges.
    pub const BADGE: &str = "badge";
}

/// A colour as egui has it.
pub fn colour(theme: &Theme, ink: impl Into<Ink>) -> Color32 {
    let [red, green, blue, alpha] = theme.resolve(ink.into());
    Color32::from_rgba_unmultiplied(red, green, blue, alpha)
}

/// Dresses the window in a theme, with text enlarged by `zoom` (1 = as designed). Takes effect in the same frame.
pub fn apply(ctx: &egui::Context, theme: &Theme, zoom: f32) {
    let own = if theme.is_dark() { egui::Theme::Dark } else { egui::Theme::Light };
    ctx.set_theme(own);
    ctx.set_style_of(own, style(theme, zoom));
}

/// The style of a theme.
pub fn style(theme: &Theme, zoom: f32) -> egui::Style {
    egui::Style {
        text_styles: text_styles(zoom * theme.enlargement().text),
        drag_value_text_style: TextStyle::Body,
        spacing: spacing(),
        visuals: visuals(theme),
        animation_time: 0.0,
        scroll_animation: ScrollAnimation::none(),
        interaction: egui::style::Interaction {
            tooltip_delay: 0.4,
            selectable_labels: false,
            ..egui::style::Interaction::default()
        },
        ..egui::Style::default()
    }
}

fn text_styles(scale: f32) -> BTreeMap<TextStyle, FontId> {
    let named = |name: &str, style: measure::TextStyle| (TextStyle::Name(name.into()), font_id(style, scale));
    BTreeMap::from([
        (TextStyle::Heading, font_id(text::HEAD, scale)),
        (TextStyle::Body, font_id(text::BODY, scale)),
        (TextStyle::Button, font_id(text::BODY, scale)),
        (TextStyle::Small, font_id(text::FINE, scale)),
        (TextStyle::Monospace, font_id(text::MONO, scale)),
        named(names::TITLE, text::TITLE),
        named(names::NAME, text::NAME),
        named(names::STRONG, text::STRONG),
        named(names::LANE, text::LANE),
        named(names::FINE, text::FINE),
        named(names::SECTION, text::SECTION),
        named(names::TICK, text::TICK),
        named(names::BADGE, text::BADGE),
    ])
}

fn spacing() -> Spacing {
    Spacing {
        item_spacing: vec2(8.0, 4.0),
        window_margin: Margin::same(16),
        button_padding: vec2(10.0, 4.0),
        menu_margin: Margin::same(4),
        indent: 16.0,
        interact_size: vec2(28.0, ROW_HEIGHT),
        icon_width: 16.0,
        icon_width_inner: 8.0,
        icon_spacing: 6.0,
        tooltip_width: 316.0,
        ..Spacing::default()
    }
}

fn visuals(theme: &Theme) -> Visuals {
    let own = if theme.is_dark() { Visuals::dark() } else { Visuals::light() };
    let of = |role: Role| colour(theme, role);
    Visuals {
        override_text_color: None,
        weak_text_color: Some(of(Role::Text3)),
        widgets: widgets(theme),
        selection: Selection { bg_fill: of(Role::SelectedFill), stroke: Stroke::new(1.0, of(Role::Text1)) },
        hyperlink_color: of(Role::Text1),
        faint_bg_color: of(Role::Panel),
        extreme_bg_color: of(Role::Sunken),
        text_edit_bg_color: Some(of(Role::Raised)),
        code_bg_color: of(Role::Sunken),
        warn_fg_color: of(Role::Warning),
        error_fg_color: of(Role::Error),
        window_corner_radius: CornerRadius::same(POPUP_RADIUS),
        window_shadow: Shadow::NONE,
        window_fill: of(Role::Raised),
        window_stroke: Stroke::new(1.0, of(Role::Line)),
        window_highlight_topmost: false,
        menu_corner_radius: CornerRadius::same(POPUP_RADIUS),
        panel_fill: of(Role::Panel),
        popup_shadow: Shadow { offset: [0, 8], blur: 24, spread: 0, color: Color32::from_black_alpha(31) },
        // A blinking cursor would paint a frame twice a second for ever.
        text_cursor: TextCursorStyle {
            stroke: Stroke::new(1.5, of(Role::Text1)),
            blink: false,
            ..TextCursorStyle::default()
        },
        collapsing_header_frame: false,
        indent_has_left_vline: false,
        striped: false,
        // It would be red, and red is the thread.
        slider_trailing_fill: false,
        handle_shape: HandleShape::Circle,
        image_loading_spinners: false,
        ..own
    }
}

fn widgets(theme: &Theme) -> Widgets {
    let widget = |fill: Role, border: Role| WidgetVisuals {
        bg_fill: colour(theme, fill),
        weak_bg_fill: colour(theme, fill),
        bg_stroke: Stroke::new(1.0, colour(theme, border)),
        corner_radius: CornerRadius::same(CONTROL_RADIUS),
        fg_stroke: Stroke::new(1.0, colour(theme, Role::Text1)),
        expansion: 0.0,
    };
    let resting = widget(Role::Raised, Role::Line);
    Widgets {
        noninteractive: widget(Role::Panel, Role::Hairline),
        // Rails and troughs are sunken, buttons raised.
        inactive: WidgetVisuals { bg_fill: colour(theme, Role::Sunken), ..resting },
        hovered: widget(Role::HoverFill, Role::ControlBorder),
        active: widget(Role::Sunken, Role::ControlBorder),
        open: widget(Role::Sunken, Role::Line),
    }
}

/// Side of an icon.
pub const ICON: Vec2 = Vec2::splat(16.0);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::ThemeName;

    #[test]
    fn chrome_is_quiet_in_every_theme() {
        for name in ThemeName::ALL {
            let style = style(name.theme(), 1.0);
            assert_eq!(style.visuals.window_shadow, Shadow::NONE);
            assert!(style.animation_time <= 0.0);
            let widgets = &style.visuals.widgets;
            for widget in [&widgets.noninteractive, &widgets.inactive, &widgets.hovered, &widgets.active, &widgets.open]
            {
                assert!(widget.expansion <= 0.0);
            }
            assert_eq!(style.visuals.dark_mode, name == ThemeName::Dark);
        }
    }

    #[test]
    fn type_grows_with_theme_and_setting() {
        let size = |theme: &Theme, zoom| style(theme, zoom).text_styles[&TextStyle::Body].size;
        assert!((size(Theme::light(), 1.0) - 13.0).abs() < 1e-3);
        assert!((size(Theme::projector(), 1.0) - 18.2).abs() < 1e-3);
        assert!((size(Theme::light(), 1.5) - 19.5).abs() < 1e-3);
    }

    #[test]
    fn a_theme_is_put_on() {
        let ctx = egui::Context::default();
        apply(&ctx, Theme::dark(), 1.0);
        assert!(
            ctx.theme() == egui::Theme::Dark
                || ctx.options(|options| options.theme_preference) == egui::ThemePreference::Dark
        );
    }
}
