//! Scenes to bytes: SVG and PNG. Takes a [`crate::scene::Scene`]; knows no window and no graphics card.

mod base64;
mod glyph;
pub mod picture;
pub mod png;
pub mod raster;
pub mod svg;

pub use self::picture::{Caption, Encoded, Format, captioned, picture, stacked};
pub use self::png::{Png, PngError, png};
pub use self::raster::{Raster, RasterError, RasterOptions, raster};
pub use self::svg::{SvgOptions, svg};
