//! What the whole window looks like, to the pixel, drawn by a software Vulkan driver.
//!
//! After a wanted change: `UPDATE_SNAPSHOTS=1 cargo test --test it pictures`, look at the pictures, commit them.
//! Where there is no driver the tests say so and prove nothing; with `RODEDRAAD_IMAGE_TESTS=required` they fail instead.

use rodedraad::app::examples::Example;
use rodedraad::app::settings::ThemeChoice;
use rodedraad::locale::Language;
use rodedraad::ui::app::Start;

use crate::harness::{LEMONT, Opening, Window};

/// Whether pictures can be drawn here: the program's own tests need a device only for this.
fn can_draw() -> bool {
    let probe = std::panic::catch_unwind(|| {
        egui_kittest::wgpu::create_render_state(
            egui_kittest::wgpu::default_wgpu_setup(),
            eframe::egui_wgpu::RendererOptions::PREDICTABLE,
        )
        .adapter
        .get_info()
    });
    let reason = match probe {
        Ok(adapter) if adapter.device_type == eframe::wgpu::DeviceType::Cpu => return true,
        Ok(adapter) => format!("{} is not a software driver: every card draws a little differently", adapter.name),
        Err(_) => "there is no Vulkan driver (Debian: mesa-vulkan-drivers)".to_owned(),
    };
    let required = std::env::var("RODEDRAAD_IMAGE_TESTS").is_ok_and(|value| value == "required");
    assert!(!required, "RODEDRAAD_IMAGE_TESTS=required, but {reason}");
    println!("not compared: {reason}");
    false
}

fn compare(open: impl FnOnce() -> Window, name: &str) {
    if can_draw() {
        let mut window = open();
        window.take_pointer_away();
        window.harness().snapshot(name);
    }
}

#[test]
fn light() {
    compare(|| Opening::of(Start::Example(LEMONT)).open(), "light");
}

#[test]
fn dark() {
    compare(|| Opening::of(Start::Example(LEMONT)).theme(ThemeChoice::Dark).open(), "dark");
}

#[test]
fn selected_and_narrowed() {
    let open = || {
        let mut window = Opening::of(Start::Example(LEMONT)).open();
        window.narrow("2021-02/2021-03-09");
        window.select("Argus");
        window
    };
    compare(open, "selected");
}

#[test]
fn dutch() {
    let start = Start::Example(Example::LemontArgus(Language::Dutch));
    compare(|| Opening::of(start).language(Language::Dutch).open(), "dutch");
}
