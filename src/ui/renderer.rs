//! Which renderer draws the window: a real graphics card if there is one, else OpenGL in software, which is the
//! quickest without one, else Vulkan in software.

use eframe::egui_wgpu::wgpu::{Backends, DeviceType, Instance, InstanceDescriptor};
use eframe::{NativeOptions, Renderer};

use crate::base::windows::HAS_SYSTEM_SOFTWARE_RENDERER;

/// A renderer that the user asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Choice {
    Wgpu,
    Glow,
}

impl Choice {
    /// The choice with this name: `wgpu` or `glow`.
    pub fn from_name(name: &str) -> Option<Self> {
        [("wgpu", Self::Wgpu), ("glow", Self::Glow)]
            .into_iter()
            .find(|(known, _)| *known == name)
            .map(|(_, choice)| choice)
    }
}

/// The renderers to try, best first.
pub fn to_try(choice: Option<Choice>) -> Vec<Renderer> {
    in_order(choice, has_adapter)
}

fn in_order(choice: Option<Choice>, has_adapter: impl FnOnce() -> bool) -> Vec<Renderer> {
    match choice {
        Some(Choice::Wgpu) => vec![Renderer::Wgpu],
        Some(Choice::Glow) => vec![Renderer::Glow],
        None if has_adapter() => vec![Renderer::Wgpu, Renderer::Glow],
        None => vec![Renderer::Glow, Renderer::Wgpu],
    }
}

/// Whether there is an adapter that is faster than OpenGL in software.
fn has_adapter() -> bool {
    let backends = Backends::PRIMARY;
    let mut descriptor = InstanceDescriptor::new_without_display_handle();
    descriptor.backends = backends;
    let adapters = pollster::block_on(Instance::new(descriptor).enumerate_adapters(backends));
    adapters.iter().any(|adapter| match adapter.get_info().device_type {
        DeviceType::DiscreteGpu | DeviceType::IntegratedGpu | DeviceType::VirtualGpu => true,
        DeviceType::Cpu => HAS_SYSTEM_SOFTWARE_RENDERER,
        DeviceType::Other => false,
    })
}

/// The options of the window under one renderer.
pub fn options(renderer: Renderer) -> NativeOptions {
    NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title("Rode Draad")
            .with_app_id("rodedraad")
            .with_inner_size([1280.0, 800.0])
            .with_min_inner_size([640.0, 400.0])
            .with_drag_and_drop(true),
        renderer,
        ..NativeOptions::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_41_without_a_graphics_card_every_renderer_is_still_tried_and_software_opengl_first() {
        assert_eq!(in_order(None, || true), [Renderer::Wgpu, Renderer::Glow]);
        assert_eq!(in_order(None, || false), [Renderer::Glow, Renderer::Wgpu]);
    }

    #[test]
    fn a_renderer_that_was_asked_for_is_the_only_one_that_is_tried() {
        for (name, renderer) in [("wgpu", Renderer::Wgpu), ("glow", Renderer::Glow)] {
            let asked = Choice::from_name(name);
            assert_eq!(in_order(asked, || panic!("nobody looks for another")), [renderer], "{name}");
        }
        assert_eq!(Choice::from_name("vulkan"), None);
    }
}
