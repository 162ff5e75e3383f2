//! From counted lines to colour: the more lines, the darker, but slower and slower, so that one line still shows where
//! another place has a thousand.

use super::bytes;
use super::lines::WHOLE;
use crate::scene::{Role, Theme};

/// Opacity of one line alone where few are in the picture, and where very many are.
const ONE_OF_FEW: f64 = 0.62;
const ONE_OF_MANY: f64 = 0.10;
/// Opacity of a place that is as crowded as the picture in the mean, and the greatest of all.
const MEAN: f64 = 0.40;
const MOST: f64 = 0.85;
/// Steps of the table: quarters of a line up to its end.
const STEPS: usize = 4_096;
const STEP: u32 = WHOLE / 4;

/// Colours by count.
pub struct Tone {
    /// Opacity by count in quarters of a line.
    plain: Vec<u8>,
    link: [u8; 3],
    faded: [u8; 3],
}

impl Tone {
    /// For a picture in which a pixel is crossed by so many lines in the mean.
    pub fn new(mean: f64, theme: &Theme) -> Self {
        let mean = mean.max(0.0);
        // A line alone is the fainter, the more lines there are.
        let one = ONE_OF_MANY + (ONE_OF_FEW - ONE_OF_MANY) / (1.0 + mean * 2.0);
        // As many doublings as there are from one line to the mean lead from `one` to `MEAN`.
        let growth = (MEAN - one).max(0.0) / log2(1.0 + mean).max(1.0);
        let growth = growth.max(0.06);
        let opacity = |lines: f64| {
            if lines <= 1.0 { one * lines } else { (one + growth * log2(lines)).min(MOST) }
        };
        let plain = (0..=STEPS).map(|step| (opacity(step as f64 / 4.0) * 255.0).round() as u8).collect();
        Self { plain, link: bytes(theme, Role::Link), faded: bytes(theme, Role::LinkFaded) }
    }

    /// The colour of a pixel with so many plain and faded lines; multiplied by its opacity.
    pub fn colour(&self, [plain, faded]: [u32; 2]) -> [u8; 4] {
        if plain == 0 && faded == 0 {
            return [0; 4];
        }
        let below = over([0; 4], self.faded, self.opacity(faded));
        over(below, self.link, self.opacity(plain))
    }

    fn opacity(&self, count: u32) -> u8 {
        self.plain[((count / STEP) as usize).min(STEPS)]
    }
}

/// A colour of this opacity over what lies below, which is multiplied by its opacity.
pub fn over(below: [u8; 4], colour: [u8; 3], opacity: u8) -> [u8; 4] {
    let (opacity, rest) = (u32::from(opacity), 255 - u32::from(opacity));
    let mix = |above: u32, below: u8| ((above * opacity + u32::from(below) * rest + 127) / 255) as u8;
    let [red, green, blue] = colour.map(u32::from);
    [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), mix(255, below[3])]
}

/// The logarithm to base 2 of a number from 1 on: exact at powers of two and straight between them, so that every
/// machine finds the same.
fn log2(value: f64) -> f64 {
    let (mut whole, mut rest) = (0.0, value.max(1.0));
    while rest >= 2.0 {
        rest /= 2.0;
        whole += 1.0;
    }
    whole + rest - 1.0
}
