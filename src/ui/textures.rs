//! Pictures that were drawn beforehand, as textures: handed to the device once, and let go when no scene shows them.

use std::sync::Arc;

use egui::{ColorImage, Context, Id, Painter, TextureHandle, TextureId, TextureOptions};

use crate::scene::pixels::Pixels;

/// So many are kept: that of each pane, and the ones before.
const KEPT: usize = 4;

/// Textures by the pixels that they show, the last used last.
#[derive(Clone, Default)]
struct Textures(Vec<(Arc<Pixels>, TextureHandle)>);

/// The pixels as the toolkit takes them. Worth a thread of its own: a large picture is copied.
pub fn image(pixels: &Pixels) -> ColorImage {
    let size = [pixels.width as usize, pixels.height as usize];
    ColorImage::from_rgba_premultiplied(size, &pixels.premultiplied)
}

/// Hands pixels to the device, so that drawing them costs nothing more.
pub fn keep(ctx: &Context, pixels: &Arc<Pixels>, image: ColorImage) -> TextureId {
    // Pixels of one colour far apart blend: smooth scaling is what a moved picture needs.
    let texture = ctx.load_texture("picture", image, TextureOptions::LINEAR);
    let id = texture.id();
    ctx.data_mut(|data| {
        let textures: &mut Textures = data.get_temp_mut_or_default(Id::unique("textures"));
        textures.0.push((Arc::clone(pixels), texture));
        let too_many = textures.0.len().saturating_sub(KEPT);
        textures.0.drain(..too_many);
    });
    id
}

/// The texture of these pixels; made now where nobody did before.
pub fn of(painter: &Painter, pixels: &Arc<Pixels>) -> TextureId {
    let ctx = painter.ctx();
    let known = ctx.data_mut(|data| {
        let textures: &mut Textures = data.get_temp_mut_or_default(Id::unique("textures"));
        textures.0.iter().find(|(known, _)| Arc::ptr_eq(known, pixels)).map(|(_, texture)| texture.id())
    });
    known.unwrap_or_else(|| keep(ctx, pixels, image(pixels)))
}
