//! How well two colours tell apart as text and ground: relative luminance and contrast ratio of WCAG 2.

/// One sRGB channel, made linear.
pub(crate) fn linear(channel: u8) -> f32 {
    let value = f32::from(channel) / 255.0;
    if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

/// Contrast ratio of two colours, 1 to 21.
pub fn contrast(one: [u8; 3], other: [u8; 3]) -> f32 {
    let luminance = |[red, green, blue]: [u8; 3]| 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

#[cfg(test)]
mod tests {
    use super::contrast;

    #[test]
    fn black_on_white_is_21_and_order_does_not_matter() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-3);
        assert!((contrast([255; 3], [0; 3]) - 21.0).abs() < 1e-3);
        assert!((contrast([90, 20, 7], [90, 20, 7]) - 1.0).abs() < 1e-6);
    }
}
