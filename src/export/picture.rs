//! A picture as it leaves the program: the scene with a caption that says what it is and what it leaves out.

use std::path::Path;

use emath::{pos2, vec2};

use super::{RasterOptions, SvgOptions, png, svg};
use crate::scene::text::{FINE, STRONG};
use crate::scene::{Anchor, Item, Role, Scene, Stroke, Theme};

/// What a picture says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// The case.
    pub title: String,
    /// Window, what is hidden, what is left out.
    pub lines: Vec<String>,
}

/// What a picture is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Format {
    Svg,
    Png,
}

impl Format {
    /// By the ending of the file's name.
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?;
        [("svg", Self::Svg), ("png", Self::Png)]
            .into_iter()
            .find(|(known, _)| ending.eq_ignore_ascii_case(known))
            .map(|(_, format)| format)
    }
}

const LINE: f32 = 16.0;
const MARGIN: f32 = 12.0;

/// The scene with its caption below.
pub fn captioned(scene: &Scene, caption: &Caption) -> Scene {
    let mut scene = scene.clone();
    let top = scene.size.y;
    scene.size.y += 2.0 * MARGIN + LINE * (1 + caption.lines.len()) as f32;
    let edge = vec![pos2(0.0, top), pos2(scene.size.x, top)];
    scene.items.push(Item::Line { points: edge, stroke: Stroke::new(1.0, Role::Hairline) });
    let texts = [(&caption.title, STRONG, Role::Text1)];
    let rest = caption.lines.iter().map(|line| (line, FINE, Role::Text3));
    for (at, (text, style, role)) in texts.into_iter().chain(rest).enumerate() {
        scene.items.push(Item::Text {
            at: pos2(MARGIN, top + MARGIN + LINE * (at as f32 + 0.5)),
            anchor: Anchor::Left,
            text: text.clone(),
            style,
            ink: role.into(),
            plate: None,
        });
    }
    scene
}

/// A picture as the content of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoded {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Letters that the typefaces lack, drawn as hollow boxes. None in an SVG: who shows it draws the letters.
    pub missing_glyphs: usize,
}

/// A picture with its caption; PNG at `scale` pixels per point.
pub fn picture(
    scene: &Scene,
    theme: &Theme,
    caption: &Caption,
    format: Format,
    scale: f32,
) -> Result<Encoded, super::PngError> {
    let scene = captioned(scene, caption);
    match format {
        Format::Svg => {
            let description = caption.lines.join(". ");
            let options = SvgOptions { title: caption.title.clone(), description, ..SvgOptions::default() };
            Ok(Encoded { bytes: svg(&scene, theme, &options).into_bytes(), missing_glyphs: 0 })
        }
        Format::Png => {
            let png = png(&scene, theme, RasterOptions { scale, ..RasterOptions::default() })?;
            Ok(Encoded { bytes: png.bytes, missing_glyphs: png.missing_glyphs })
        }
    }
}

/// Stacks scenes: the second below the first.
#[must_use]
pub fn stacked(upper: Scene, lower: Scene) -> Scene {
    let shift = vec2(0.0, upper.size.y);
    let mut scene = upper;
    scene.size = vec2(scene.size.x.max(lower.size.x), scene.size.y + lower.size.y);
    scene.items.extend(lower.items.into_iter().map(|item| item.moved(shift)));
    scene.omissions.extend(lower.omissions);
    scene.hits.clear();
    scene
}
