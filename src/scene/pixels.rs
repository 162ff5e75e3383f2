//! Pixels that were drawn beforehand: the part of a picture that holds too much to be drawn thing by thing.

/// A drawn picture. Equal content, equal pixels.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pixels {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Rows from the top; four bytes a pixel: red, green, blue, alpha; sRGB, colour multiplied by alpha.
    pub premultiplied: Vec<u8>,
}
