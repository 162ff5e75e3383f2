//! The promises of the palette, computed from its values: contrast, and distance for colour-blind eyes.

use super::*;
use crate::scene::contrast::linear;

/// What the palette is seen with: normal eyes and three kinds of colour blindness.
///
/// Machado, Oliveira, Fernandes (2009), severity 1.0, in linear RGB.
const EYES: [(&str, [[f64; 3]; 3]); 4] = [
    ("normal", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "deuteranopia",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    ),
    (
        "protanopia",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "tritanopia",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ),
];

/// Least distances that the kinds and the thread keep: `OKLab` × 100 and CIEDE2000, for the eyes above.
const DISTANCES: [(ThemeName, [(f64, f64); 4]); 3] = [
    (ThemeName::Light, [(8.7, 12.9), (7.4, 9.5), (7.3, 8.2), (7.6, 9.4)]),
    (ThemeName::Dark, [(8.1, 10.5), (6.5, 7.8), (6.6, 7.9), (6.5, 8.2)]),
    (ThemeName::Projector, [(8.4, 13.5), (6.3, 6.1), (6.5, 7.2), (6.2, 7.2)]),
];

fn times(matrix: [[f64; 3]; 3], [x, y, z]: [f64; 3]) -> [f64; 3] {
    matrix.map(|[a, b, c]| a * x + b * y + c * z)
}

/// Linear RGB as these eyes see it.
fn seen(value: [u8; 3], eyes: [[f64; 3]; 3]) -> [f64; 3] {
    times(eyes, value.map(|channel| f64::from(linear(channel)))).map(|channel| channel.clamp(0.0, 1.0))
}

fn oklab(rgb: [f64; 3]) -> [f64; 3] {
    let cone = times(
        [
            [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
            [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
            [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
        ],
        rgb,
    )
    .map(f64::cbrt);
    times(
        [
            [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
            [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
            [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
        ],
        cone,
    )
}

/// CIE Lab under D65.
fn lab(rgb: [f64; 3]) -> [f64; 3] {
    let xyz = times(
        [
            [0.412_456_4, 0.357_576_1, 0.180_437_5],
            [0.212_672_9, 0.715_152_2, 0.072_175_0],
            [0.019_333_9, 0.119_192_0, 0.950_304_1],
        ],
        rgb,
    );
    let curve = |value: f64| {
        if value > 216.0 / 24389.0 { value.cbrt() } else { (24389.0 / 27.0 * value + 16.0) / 116.0 }
    };
    let [x, y, z] = [xyz[0] / 0.950_47, xyz[1], xyz[2] / 1.088_83].map(curve);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn oklab_distance(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (oklab(one), oklab(other));
    100.0 * (0..3).map(|at| (one[at] - other[at]).powi(2)).sum::<f64>().sqrt()
}

/// CIEDE2000 between two Lab colours, as in Sharma, Wu, Dalal (2005).
fn ciede2000([l1, a1, b1]: [f64; 3], [l2, a2, b2]: [f64; 3]) -> f64 {
    let seventh = |chroma: f64| (chroma.powi(7) / (chroma.powi(7) + 25f64.powi(7))).sqrt();
    let grey = 0.5 * (1.0 - seventh(f64::midpoint(a1.hypot(b1), a2.hypot(b2))));
    let polar = |a: f64, b: f64| {
        let a = a * (1.0 + grey);
        (a.hypot(b), b.atan2(a).to_degrees().rem_euclid(360.0))
    };
    let ((c1, h1), (c2, h2)) = (polar(a1, b1), polar(a2, b2));
    let grey_pair = c1 * c2 == 0.0;
    let turn = match h2 - h1 {
        _ if grey_pair => 0.0,
        turn if turn > 180.0 => turn - 360.0,
        turn if turn < -180.0 => turn + 360.0,
        turn => turn,
    };
    let hue_step = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin();
    let hue = match h1 + h2 {
        sum if grey_pair => sum,
        sum if (h1 - h2).abs() <= 180.0 => sum / 2.0,
        sum if sum < 360.0 => f64::midpoint(sum, 360.0),
        sum => f64::midpoint(sum, -360.0),
    };
    let (light, chroma) = (f64::midpoint(l1, l2), f64::midpoint(c1, c2));
    let cosine = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cosine(hue - 30.0) + 0.24 * cosine(2.0 * hue) + 0.32 * cosine(3.0 * hue + 6.0)
        - 0.20 * cosine(4.0 * hue - 63.0);
    let off = (light - 50.0).powi(2);
    let l = (l2 - l1) / (1.0 + 0.015 * off / (20.0 + off).sqrt());
    let c = (c2 - c1) / (1.0 + 0.045 * chroma);
    let h = hue_step / (1.0 + 0.015 * chroma * t);
    let twist = -2.0 * seventh(chroma) * (60.0 * (-((hue - 275.0) / 25.0).powi(2)).exp()).to_radians().sin();
    (l * l + c * c + h * h + twist * c * h).sqrt()
}

fn themes() -> impl Iterator<Item = &'static Theme> {
    ThemeName::ALL.into_iter().map(ThemeName::theme)
}

fn kinds() -> impl Iterator<Item = Role> {
    BuiltInKind::ALL.into_iter().map(Role::Kind).chain([Role::Event])
}

fn ratio(theme: &Theme, one: Role, other: Role) -> f32 {
    contrast(theme.value(one), theme.value(other))
}

/// Least distances among some roles, for some eyes.
fn least(theme: &Theme, roles: &[Role], eyes: [[f64; 3]; 3]) -> (f64, f64) {
    let colours: Vec<[f64; 3]> = roles.iter().map(|role| seen(theme.value(*role), eyes)).collect();
    let mut least = (f64::MAX, f64::MAX);
    for (at, one) in colours.iter().enumerate() {
        for other in &colours[at + 1..] {
            least.0 = least.0.min(oklab_distance(*one, *other));
            least.1 = least.1.min(ciede2000(lab(*one), lab(*other)));
        }
    }
    least
}

#[test]
fn ciede2000_agrees_with_its_published_pairs() {
    for (one, other, expected) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([50.0, -1.0, 2.0], [50.0, 0.0, 0.0], 2.3669),
        ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
    ] {
        assert!((ciede2000(one, other) - expected).abs() < 1e-4, "{one:?} {other:?}");
    }
}

#[test]
fn text_is_legible_on_every_ground() {
    for theme in themes() {
        for ground in [Role::Canvas, Role::Panel, Role::HoverFill, Role::SelectedFill] {
            for ink in [Role::Text1, Role::Text2, Role::Text3, Role::Thread, Role::Warning, Role::Error] {
                let least = if ink == Role::Text1 { 12.8 } else { 4.6 };
                let found = ratio(theme, ink, ground);
                assert!(found >= least - 0.1, "{:?}: {ink:?} on {ground:?} is {found:.2}", theme.name);
            }
        }
    }
}

#[test]
fn what_is_faded_can_still_be_read() {
    for theme in themes() {
        let least = if theme.name == ThemeName::Projector { 3.9 } else { 3.1 };
        for ground in [Role::Canvas, Role::OutsideWindow] {
            let found = ratio(theme, Role::FadedText, ground);
            assert!(found >= least - 0.1, "{:?}: faded text on {ground:?} is {found:.2}", theme.name);
        }
        let found = ratio(theme, Role::ControlBorder, Role::Panel);
        assert!(found >= 3.1 - 0.1, "{:?}: control border is {found:.2}", theme.name);
    }
}

#[test]
fn kinds_stand_out_from_the_canvas_and_icons_from_kinds() {
    for theme in themes() {
        let least = match theme.name {
            ThemeName::Light => 3.3,
            ThemeName::Dark => 4.7,
            ThemeName::Projector => 4.5,
        };
        for kind in kinds() {
            for ground in [Role::Canvas, Role::OnKind] {
                let found = ratio(theme, kind, ground);
                assert!(found >= least - 0.1, "{:?}: {kind:?} against {ground:?} is {found:.2}", theme.name);
            }
        }
    }
}

#[test]
fn kinds_and_thread_differ_for_all_eyes() {
    let roles: Vec<Role> = kinds().chain([Role::Thread]).collect();
    assert_eq!(roles.len() * (roles.len() - 1) / 2, 78);
    for (name, promised) in DISTANCES {
        for ((eyes, matrix), (oklab, ciede)) in EYES.into_iter().zip(promised) {
            let found = least(name.theme(), &roles, matrix);
            let near = |found: f64, promised: f64| found >= promised - 0.1;
            assert!(
                near(found.0, oklab) && near(found.1, ciede),
                "{name:?}, {eyes}: {:.2} / {:.2}, promised {oklab} / {ciede}",
                found.0,
                found.1
            );
        }
    }
}

#[test]
fn thread_warning_and_error_differ_for_all_eyes() {
    for theme in themes() {
        for (eyes, matrix) in EYES {
            let (oklab, _) = least(theme, &[Role::Thread, Role::Warning, Role::Error], matrix);
            assert!(oklab >= 5.7 - 0.1, "{:?}, {eyes}: {oklab:.2}", theme.name);
        }
    }
}

#[test]
fn strength_mixes_with_canvas_and_alpha_is_kept_apart() {
    let theme = Theme::dark();
    let thread = Ink::new(Role::Thread);
    assert_eq!(theme.resolve(thread), [0xFF, 0x59, 0x64, 255]);
    assert_eq!(theme.resolve(thread.strength(0.0)), [0x10, 0x13, 0x17, 255]);
    assert_eq!(theme.resolve(thread.strength(0.5).alpha(0.5)), [0x88, 0x36, 0x3E, 128]);
    assert_eq!(theme.resolve(thread.strength(7.0).alpha(-1.0))[3], 0);
}

#[test]
fn what_is_written_on_a_chosen_colour_is_legible() {
    for theme in themes() {
        for level in 0..=255u8 {
            let ground = Colour([level, 255 - level, level / 2]);
            assert!(contrast(theme.value(Role::OnChosen(ground)), ground.0) >= 4.0);
        }
    }
}
