//! A picture as a PNG file. No time, no program name, nothing that differs from run to run.

use super::raster::{RasterError, RasterOptions, raster};
use crate::scene::pixels::Pixels;
use crate::scene::{Scene, Theme};

/// Why there is no PNG.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// The picture could not be made.
    #[error(transparent)]
    Raster(#[from] RasterError),
    /// The picture could not be written.
    #[error("the picture could not be encoded: {0}")]
    Encode(#[from] ::png::EncodingError),
}

/// A PNG file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Png {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Width in pixels.
    pub width: u16,
    /// Height in pixels.
    pub height: u16,
    /// Characters that the typefaces lack; they are drawn as hollow boxes.
    pub missing_glyphs: usize,
}

/// Draws a scene into a PNG file.
pub fn png(scene: &Scene, theme: &Theme, options: RasterOptions) -> Result<Png, PngError> {
    let mut picture = raster(scene, theme, options)?;
    let opaque = options.background.is_some();
    straighten(&mut picture.premultiplied);
    let colours = if opaque { without_alpha(&picture.premultiplied) } else { picture.premultiplied };
    let mut bytes = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut bytes, u32::from(picture.width), u32::from(picture.height));
    encoder.set_color(if opaque { ::png::ColorType::Rgb } else { ::png::ColorType::Rgba });
    encoder.set_depth(::png::BitDepth::Eight);
    encoder.set_source_srgb(::png::SrgbRenderingIntent::RelativeColorimetric);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&colours)?;
    writer.finish()?;
    Ok(Png { bytes, width: picture.width, height: picture.height, missing_glyphs: picture.missing_glyphs })
}

/// Pixels as a PNG file, with their opacity.
pub(super) fn encoded(pixels: &Pixels) -> Vec<u8> {
    let mut straight = pixels.premultiplied.clone();
    straighten(&mut straight);
    let mut bytes = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut bytes, pixels.width, pixels.height);
    encoder.set_color(::png::ColorType::Rgba);
    encoder.set_depth(::png::BitDepth::Eight);
    // Writing to memory fails only for a picture without pixels: that is none.
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&straight));
    if written.is_err() {
        bytes.clear();
    }
    bytes
}

/// Divides the colours by their alpha, as PNG wants them.
fn straighten(pixels: &mut [u8]) {
    for pixel in pixels.chunks_exact_mut(4) {
        let alpha = u16::from(pixel[3]);
        if alpha != 0 && alpha != 255 {
            for channel in &mut pixel[..3] {
                *channel = ((u16::from(*channel) * 255 + alpha / 2) / alpha).min(255) as u8;
            }
        }
    }
}

fn without_alpha(pixels: &[u8]) -> Vec<u8> {
    pixels.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect()
}

#[cfg(test)]
mod tests {
    use emath::{Pos2, Rect, Vec2, pos2, vec2};

    use super::super::raster::{MAX_SIDE, Raster};
    use super::*;
    use crate::scene::text::BODY;
    use crate::scene::{Anchor, Item, KindLook, NodeMarks, NodeState, Role, node_items};

    fn scene(items: Vec<Item>) -> Scene {
        Scene { size: vec2(60.0, 40.0), items, ..Scene::default() }
    }

    fn block(rect: Rect, role: Role) -> Item {
        Item::Rect { rect, radius: 0.0, fill: Some(role.into()), stroke: None }
    }

    fn pixel(picture: &Raster, x: usize, y: usize) -> [u8; 4] {
        let at = (y * usize::from(picture.width) + x) * 4;
        picture.premultiplied[at..at + 4].try_into().expect("four bytes")
    }

    #[test]
    fn the_same_scene_gives_the_same_bytes() {
        let node = |state| node_items(KindLook::event(true), pos2(30.0, 20.0), 14.0, state, &NodeMarks::default());
        let scene =
            scene([NodeState::In, NodeState::Possible, NodeState::Outside].into_iter().flat_map(node).collect());
        let options = RasterOptions { scale: 2.0, ..RasterOptions::default() };
        let one = png(&scene, Theme::light(), options).unwrap();
        assert_eq!(one, png(&scene, Theme::light(), options).unwrap());
        assert_eq!((one.width, one.height), (120, 80));
        assert_ne!(one.bytes, png(&scene, Theme::dark(), options).unwrap().bytes);
        for chunk in [b"tIME", b"tEXt", b"iTXt", b"zTXt"] {
            assert!(!one.bytes.windows(4).any(|window| window == chunk));
        }
    }

    #[test]
    fn colours_arrive_as_the_theme_has_them() {
        let thread = block(Rect::from_min_size(pos2(10.0, 10.0), Vec2::splat(20.0)), Role::Thread);
        let clipped = Item::Clip {
            rect: Rect::from_min_size(pos2(0.0, 0.0), vec2(45.0, 40.0)),
            items: vec![block(Rect::from_min_size(pos2(40.0, 0.0), Vec2::splat(20.0)), Role::Error)],
        };
        let picture = raster(&scene(vec![thread, clipped]), Theme::light(), RasterOptions::default()).unwrap();
        assert_eq!(pixel(&picture, 0, 0), [255; 4]);
        assert_eq!(pixel(&picture, 20, 20), [0xC8, 0x10, 0x2E, 255]);
        assert_eq!(pixel(&picture, 42, 5), [0xA3, 0x00, 0x6B, 255]);
        assert_eq!(pixel(&picture, 47, 5), [255; 4]);
        let clear = RasterOptions { background: None, ..RasterOptions::default() };
        let picture = raster(&scene(Vec::new()), Theme::light(), clear).unwrap();
        assert_eq!(pixel(&picture, 5, 5), [0; 4]);
    }

    #[test]
    fn a_fade_runs_to_nothing() {
        let rect = Rect::from_min_size(Pos2::ZERO, vec2(60.0, 40.0));
        let ink = crate::scene::Ink::new(Role::EventBar);
        let fade = Item::Fade { rect, left: ink.alpha(0.0), right: ink };
        let picture = raster(&scene(vec![fade]), Theme::light(), RasterOptions::default()).unwrap();
        let reds = [0, 15, 30, 45, 59].map(|x| pixel(&picture, x, 20)[0]);
        assert!(reds[0] > 250 && reds[4] < 0x50, "{reds:?}");
        assert!(reds.is_sorted_by(|one, other| one > other), "{reds:?}");
        assert!(reds[2].abs_diff(0xA3) < 4, "{reds:?}");
    }

    #[test]
    fn letters_that_no_typeface_has_are_counted() {
        let text = |text: &str| Item::Text {
            at: pos2(30.0, 20.0),
            anchor: Anchor::Middle,
            text: text.to_owned(),
            style: BODY,
            ink: Role::Text1.into(),
            plate: None,
        };
        let count = |item| png(&scene(vec![item]), Theme::light(), RasterOptions::default()).unwrap().missing_glyphs;
        assert_eq!(count(text("Argus")), 0);
        assert_eq!(count(text("漢字 Ж")), 2);
    }

    #[test]
    fn row_57_what_is_too_large_is_refused_with_the_numbers() {
        let large = |width: f32, height: f32, scale: f32| {
            let scene = Scene { size: vec2(width, height), ..Scene::default() };
            png(&scene, Theme::light(), RasterOptions { scale, ..RasterOptions::default() }).unwrap_err().to_string()
        };
        let message = large(40_000.0, 10.0, 1.0);
        assert!(message.contains("40000 × 10") && message.contains(&MAX_SIDE.to_string()), "{message}");
        assert!(large(9_000.0, 9_000.0, 3.0).contains("27000 × 27000"));
        assert!(large(f32::INFINITY, 1.0, 1.0).contains("4294967295"));
        assert!(large(0.0, 10.0, 1.0).contains("0 × 10"));
        assert!(large(f32::NAN, 10.0, 1.0).contains("0 × 10"));
    }

    #[test]
    fn pixels_are_the_same_on_every_machine() {
        use sha2::{Digest as _, Sha256};

        use crate::scene::{Ink, Stroke, Style};

        let line = |y: f32, style| Item::Line {
            points: vec![pos2(-1e6, y), pos2(40.0, y + 3.3), pos2(1e6, y)],
            stroke: Stroke::new(1.3, Role::Link).style(style),
        };
        let ink = Ink::new(Role::EventBar);
        let corners = vec![pos2(3.3, 20.1), pos2(30.7, 22.2), pos2(18.5, 38.9)];
        let rect = Rect::from_min_size(pos2(30.4, 20.3), vec2(25.0, 8.0));
        let items = vec![
            line(3.0, Style::Solid),
            line(6.0, Style::Dashed(7.0, 4.0)),
            line(9.0, Style::Dotted),
            Item::Hatch { points: corners, left: ink.alpha(0.3), right: ink },
            Item::Fade { rect, left: ink.alpha(0.0), right: ink },
            Item::Circle {
                centre: pos2(50.2, 33.3),
                radius: 4.7,
                fill: None,
                stroke: Some(Stroke::new(1.5, ink).round()),
            },
            Item::Text {
                at: pos2(30.0, 15.0),
                anchor: Anchor::Middle,
                text: "Argus 26".to_owned(),
                style: BODY,
                ink: Role::Text1.into(),
                plate: Some(Ink::new(Role::Canvas).alpha(0.88)),
            },
        ];
        let picture = raster(&scene(items), Theme::light(), RasterOptions { scale: 1.5, background: None }).unwrap();
        let sum: Vec<String> =
            Sha256::digest(&picture.premultiplied).iter().map(|byte| format!("{byte:02x}")).collect();
        // If this differs on one system only, exports are no longer comparable between machines.
        assert_eq!(sum.concat(), "9e30af57102e356121b4d23b0960f56f43821f4da87bb21bc15635fa38e4a3b9");
    }
}
