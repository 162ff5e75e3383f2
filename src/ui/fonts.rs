//! The typefaces of the window: Plex first, egui's own behind it for what Plex lacks, the system's behind those.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use egui::{FontData, FontDefinitions, FontFamily, FontId};

use crate::layout::font;
use crate::layout::measure::{TextStyle, Weight};

/// The weights with the names of their families. egui has no weights: each is a family of its own.
const FAMILIES: [(Weight, &str); 4] = [
    (Weight::Regular, "Plex"),
    (Weight::Medium, "Plex Medium"),
    (Weight::SemiBold, "Plex SemiBold"),
    (Weight::Mono, "Plex Mono"),
];

/// Installs the typefaces. They are there from the next frame on.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(definitions());
}

/// All typefaces by family.
pub fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::default();
    let behind = |family: &FontFamily| definitions.families.get(family).cloned().unwrap_or_default();
    let (proportional, fixed) = (behind(&FontFamily::Proportional), behind(&FontFamily::Monospace));
    for (weight, name) in FAMILIES {
        definitions.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(font::bytes(weight))));
        let mut chain = vec![name.to_owned()];
        chain.extend(if weight == Weight::Mono { fixed.clone() } else { proportional.clone() });
        match weight {
            Weight::Regular => definitions.families.insert(FontFamily::Proportional, chain.clone()),
            Weight::Mono => definitions.families.insert(FontFamily::Monospace, chain.clone()),
            Weight::Medium | Weight::SemiBold => None,
        };
        definitions.families.insert(family(weight), chain);
    }
    definitions
}

/// The family of a weight.
pub fn family(weight: Weight) -> FontFamily {
    // A family is named by a shared string; making it once keeps drawing free of allocations.
    static NAMED: LazyLock<[FontFamily; 4]> = LazyLock::new(|| FAMILIES.map(|(_, name)| FontFamily::Name(name.into())));
    NAMED[weight as usize].clone()
}

/// The font of a text, enlarged by `scale`.
pub fn font_id(style: TextStyle, scale: f32) -> FontId {
    FontId::new(style.size * scale, family(style.weight))
}

/// How many of these texts have letters that no typeface here has, so that they stand as boxes.
pub fn names_with_boxes<'a>(ctx: &egui::Context, texts: impl Iterator<Item = &'a str>) -> usize {
    let font = FontId::new(14.0, family(Weight::Regular));
    let mut known: HashMap<char, bool> = HashMap::new();
    ctx.fonts_mut(|fonts| {
        // The built-in typefaces have all of ASCII: most texts need no more than that.
        let others = texts.filter(|text| !text.is_ascii());
        let mut is_box = |letter: char| *known.entry(letter).or_insert_with(|| !fonts.has_glyph(&font, letter));
        let is_seen = |letter: &char| !letter.is_ascii() && !letter.is_whitespace() && !letter.is_control();
        others.filter(|text| text.chars().filter(is_seen).any(&mut is_box)).count()
    })
}

#[cfg(test)]
mod tests {
    use egui::Color32;

    use super::*;
    use crate::scene::text::{BODY, MONO, NODE, STRONG};

    /// Lays out a text as the window would.
    fn width_in_window(text: &str, style: TextStyle) -> f32 {
        let ctx = egui::Context::default();
        install(&ctx);
        let mut width = 0.0;
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let galley = ui.painter().layout_no_wrap(text.to_owned(), font_id(style, 1.0), Color32::BLACK);
            width = galley.size().x;
        });
        output.textures_delta.clear();
        width
    }

    #[test]
    fn families_stand_in_the_order_of_the_weights() {
        for (at, (weight, name)) in FAMILIES.into_iter().enumerate() {
            assert_eq!(weight as usize, at);
            assert_eq!(family(weight), FontFamily::Name(name.into()));
        }
    }

    #[test]
    fn window_and_paper_agree_on_widths() {
        for style in [BODY, NODE, STRONG, MONO] {
            for text in ["0123456789", "Landelijke Eenheid", "AVATAR To Wo. · 9 mrt 2021 – →", "Team High Tech Crime"]
            {
                let (window, paper) = (width_in_window(text, style), font::width(text, style));
                // The window kerns and lays out at whole pixels.
                assert!((window - paper).abs() < 0.02 * paper + 1.0, "{text} {style:?}: {window} and {paper}");
            }
        }
    }
}
