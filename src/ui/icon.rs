//! Small icons, drawn as strokes so that they are sharp at every size and need no font.

use egui::{
    Color32, CornerRadius, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};

/// An icon of the chrome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Icon {
    Undo,
    Redo,
    Theme,
    Pin,
    Fit,
    Minus,
    Plus,
    First,
    Back,
    Play,
    PlayBack,
    Pause,
    Loop,
    Forward,
    Last,
    ChevronDown,
    ChevronUp,
    ChevronRight,
    ChevronLeft,
    Close,
    Search,
    Document,
    Check,
    Warning,
    Error,
    Note,
    Eye,
    EyeOff,
    Filter,
    Undated,
    Contested,
    Unsourced,
    More,
    Hatch,
    Outside,
    Copy,
    Pencil,
    Thread,
    Cut,
}

#[expect(clippy::too_many_lines, reason = "one arm an icon")]
/// Draws an icon into a square of 16 points (scaled to `rect`).
pub fn paint(painter: &Painter, rect: Rect, icon: Icon, colour: Color32) {
    let unit = rect.width() / 16.0;
    let at = |x: f32, y: f32| rect.min + vec2(x, y) * unit;
    let stroke = Stroke::new(1.5 * unit, colour);
    let line = |points: &[(f32, f32)]| {
        painter.add(Shape::line(points.iter().map(|(x, y)| at(*x, *y)).collect(), stroke));
    };
    let filled = |points: &[(f32, f32)]| {
        painter.add(Shape::convex_polygon(points.iter().map(|(x, y)| at(*x, *y)).collect(), colour, Stroke::NONE));
    };
    let circle = |x: f32, y: f32, radius: f32| {
        painter.circle_stroke(at(x, y), radius * unit, stroke);
    };
    match icon {
        Icon::Undo => {
            line(&[(6.0, 3.0), (3.0, 6.0), (6.0, 9.0)]);
            line(&[(3.0, 6.0), (10.0, 6.0), (12.4, 7.2), (13.0, 9.5), (12.4, 11.8), (10.0, 13.0), (7.0, 13.0)]);
        }
        Icon::Redo => {
            line(&[(10.0, 3.0), (13.0, 6.0), (10.0, 9.0)]);
            line(&[(13.0, 6.0), (6.0, 6.0), (3.6, 7.2), (3.0, 9.5), (3.6, 11.8), (6.0, 13.0), (9.0, 13.0)]);
        }
        Icon::Theme => {
            circle(8.0, 8.0, 5.5);
            let half: Vec<Pos2> = (0..=16)
                .map(|step| {
                    let angle = std::f32::consts::PI * (step as f32 / 16.0 - 0.5);
                    at(8.0 + 5.5 * angle.cos(), 8.0 + 5.5 * angle.sin())
                })
                .collect();
            painter.add(Shape::convex_polygon(half, colour, Stroke::NONE));
        }
        Icon::Pin => {
            line(&[(5.0, 2.5), (11.0, 2.5)]);
            line(&[(6.0, 2.5), (6.0, 7.0), (4.0, 9.5), (12.0, 9.5), (10.0, 7.0), (10.0, 2.5)]);
            line(&[(8.0, 9.5), (8.0, 14.0)]);
        }
        Icon::Fit => {
            line(&[(2.5, 6.0), (2.5, 2.5), (6.0, 2.5)]);
            line(&[(10.0, 2.5), (13.5, 2.5), (13.5, 6.0)]);
            line(&[(13.5, 10.0), (13.5, 13.5), (10.0, 13.5)]);
            line(&[(6.0, 13.5), (2.5, 13.5), (2.5, 10.0)]);
        }
        Icon::Pencil => {
            line(&[(3.0, 13.0), (3.6, 10.2), (10.4, 3.4), (12.6, 5.6), (5.8, 12.4), (3.0, 13.0)]);
            line(&[(9.0, 4.8), (11.2, 7.0)]);
        }
        Icon::Minus => line(&[(3.0, 8.0), (13.0, 8.0)]),
        Icon::Plus => {
            line(&[(3.0, 8.0), (13.0, 8.0)]);
            line(&[(8.0, 3.0), (8.0, 13.0)]);
        }
        Icon::First => {
            line(&[(4.0, 4.0), (4.0, 12.0)]);
            filled(&[(12.0, 4.0), (12.0, 12.0), (6.0, 8.0)]);
        }
        Icon::Last => {
            line(&[(12.0, 4.0), (12.0, 12.0)]);
            filled(&[(4.0, 4.0), (10.0, 8.0), (4.0, 12.0)]);
        }
        Icon::Back | Icon::ChevronLeft => line(&[(10.0, 3.5), (5.5, 8.0), (10.0, 12.5)]),
        Icon::Forward | Icon::ChevronRight => line(&[(6.0, 3.5), (10.5, 8.0), (6.0, 12.5)]),
        Icon::Play => filled(&[(5.0, 3.0), (13.0, 8.0), (5.0, 13.0)]),
        Icon::PlayBack => filled(&[(11.0, 3.0), (11.0, 13.0), (3.0, 8.0)]),
        Icon::Loop => {
            line(&[(3.0, 7.5), (3.0, 5.0), (12.5, 5.0)]);
            line(&[(10.5, 2.6), (13.0, 5.0), (10.5, 7.4)]);
            line(&[(13.0, 8.5), (13.0, 11.0), (3.5, 11.0)]);
            line(&[(5.5, 8.6), (3.0, 11.0), (5.5, 13.4)]);
        }
        Icon::Pause => {
            filled(&[(4.5, 3.5), (6.8, 3.5), (6.8, 12.5), (4.5, 12.5)]);
            filled(&[(9.2, 3.5), (11.5, 3.5), (11.5, 12.5), (9.2, 12.5)]);
        }
        Icon::Cut => line(&[(1.0, 8.0), (4.0, 8.0), (6.5, 3.5), (9.5, 12.5), (12.0, 8.0), (15.0, 8.0)]),
        Icon::ChevronUp => line(&[(3.5, 10.0), (8.0, 5.5), (12.5, 10.0)]),
        Icon::ChevronDown => line(&[(4.0, 6.0), (8.0, 10.0), (12.0, 6.0)]),
        Icon::Close => {
            line(&[(4.0, 4.0), (12.0, 12.0)]);
            line(&[(12.0, 4.0), (4.0, 12.0)]);
        }
        Icon::Search => {
            circle(7.0, 7.0, 4.2);
            line(&[(10.2, 10.2), (13.5, 13.5)]);
        }
        Icon::Document => {
            line(&[(4.0, 2.0), (10.0, 2.0), (12.5, 4.5), (12.5, 14.0), (4.0, 14.0), (4.0, 2.0)]);
            line(&[(6.0, 7.0), (10.5, 7.0)]);
            line(&[(6.0, 10.0), (10.5, 10.0)]);
        }
        Icon::Check => line(&[(3.0, 8.5), (6.5, 12.0), (13.0, 4.5)]),
        Icon::Warning => {
            line(&[(8.0, 2.5), (14.0, 13.5), (2.0, 13.5), (8.0, 2.5)]);
            line(&[(8.0, 6.5), (8.0, 10.0)]);
            painter.circle_filled(at(8.0, 11.9), 0.9 * unit, colour);
        }
        Icon::Error => {
            line(&[
                (5.2, 2.0),
                (10.8, 2.0),
                (14.0, 5.2),
                (14.0, 10.8),
                (10.8, 14.0),
                (5.2, 14.0),
                (2.0, 10.8),
                (2.0, 5.2),
                (5.2, 2.0),
            ]);
            line(&[(5.7, 5.7), (10.3, 10.3)]);
            line(&[(10.3, 5.7), (5.7, 10.3)]);
        }
        Icon::Note => {
            circle(8.0, 8.0, 5.5);
            line(&[(8.0, 7.4), (8.0, 11.2)]);
            painter.circle_filled(at(8.0, 5.2), 0.9 * unit, colour);
        }
        Icon::Eye | Icon::EyeOff => {
            line(&[
                (1.5, 8.0),
                (4.0, 5.2),
                (8.0, 3.8),
                (12.0, 5.2),
                (14.5, 8.0),
                (12.0, 10.8),
                (8.0, 12.2),
                (4.0, 10.8),
                (1.5, 8.0),
            ]);
            painter.circle_filled(at(8.0, 8.0), 2.0 * unit, colour);
            if icon == Icon::EyeOff {
                line(&[(3.0, 13.5), (13.0, 2.5)]);
            }
        }
        Icon::Filter => line(&[(2.0, 3.0), (14.0, 3.0), (9.5, 8.5), (9.5, 13.5), (6.5, 11.5), (6.5, 8.5), (2.0, 3.0)]),
        Icon::Undated => {
            for step in 0..10 {
                let angle = std::f32::consts::TAU * step as f32 / 10.0;
                painter.circle_filled(at(8.0 + 5.5 * angle.cos(), 8.0 + 5.5 * angle.sin()), 0.8 * unit, colour);
            }
        }
        Icon::Contested => {
            circle(8.0, 8.0, 6.2);
            line(&[(4.8, 6.5), (11.2, 6.5)]);
            line(&[(4.8, 9.5), (11.2, 9.5)]);
            line(&[(9.9, 4.3), (6.1, 11.7)]);
        }
        Icon::Unsourced => circle(8.0, 8.0, 5.5),
        Icon::More => {
            for x in [3.5, 8.0, 12.5] {
                painter.circle_filled(at(x, 8.0), 1.3 * unit, colour);
            }
        }
        Icon::Hatch | Icon::Outside => {
            let square = Rect::from_min_max(at(2.5, 2.5), at(13.5, 13.5));
            painter.rect_stroke(square, CornerRadius::same(2), stroke, egui::StrokeKind::Middle);
            if icon == Icon::Hatch {
                line(&[(3.0, 8.0), (8.0, 3.0)]);
                line(&[(3.0, 13.0), (13.0, 3.0)]);
                line(&[(8.0, 13.0), (13.0, 8.0)]);
            }
        }
        Icon::Copy => {
            line(&[(5.5, 5.5), (13.0, 5.5), (13.0, 13.5), (5.5, 13.5), (5.5, 5.5)]);
            line(&[(3.0, 10.5), (3.0, 2.5), (10.5, 2.5)]);
        }
        Icon::Thread => {
            line(&[(2.0, 12.0), (6.5, 4.0), (10.0, 9.5), (14.0, 6.0)]);
            for (x, y) in [(2.0, 12.0), (6.5, 4.0), (14.0, 6.0)] {
                painter.circle_filled(at(x, y), 1.9 * unit, colour);
            }
        }
    }
}

/// An icon in a hit area of 28 points. `name` is what a screen reader says; it and the shortcut are shown as the hint.
pub fn button_ui(ui: &mut Ui, icon: Icon, name: &str, enabled: bool) -> Response {
    let (rect, response) =
        ui.allocate_exact_size(Vec2::splat(28.0), if enabled { Sense::click() } else { Sense::hover() });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    if ui.is_rect_visible(rect) {
        let visuals = ui.style().interact(&response);
        if enabled && (response.hovered() || response.has_focus()) {
            ui.painter().rect(
                rect.shrink(1.0),
                CornerRadius::same(6),
                ui.visuals().widgets.hovered.weak_bg_fill,
                if response.has_focus() { visuals.fg_stroke } else { Stroke::NONE },
                egui::StrokeKind::Inside,
            );
        }
        let colour = if enabled { ui.visuals().text_color() } else { ui.visuals().weak_text_color() };
        paint(ui.painter(), Rect::from_center_size(rect.center(), Vec2::splat(16.0)), icon, colour);
    }
    response.on_hover_text(name)
}

/// An icon in the line of text, 16 points; says nothing to a screen reader, so words must stand beside it.
pub fn inline_ui(ui: &mut Ui, icon: Icon, colour: Color32) -> Rect {
    let (rect, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
    if ui.is_rect_visible(rect) {
        paint(
            ui.painter(),
            Rect::from_center_size(pos2(rect.center().x, rect.center().y), Vec2::splat(14.0)),
            icon,
            colour,
        );
    }
    rect
}
