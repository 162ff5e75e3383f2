//! A graphics device that is lost, as when its driver is replaced or a remote desktop changes hands: the window is opened
//! again with all that it held, under another renderer if it must be.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use eframe::CreationContext;
use eframe::egui_wgpu::wgpu::{Device, PollType};
use egui::Context;

use super::safety::Safety;
use super::shell::Shell;
use crate::app::workspace::Workspace;

/// What a window held when its device was lost.
#[derive(Debug)]
pub struct Rescued {
    /// The state of the program: the open case with its unsaved work, selection, window.
    pub workspace: Workspace,
    /// Panes, cameras, what was typed.
    pub shell: Shell,
    /// The journal, which goes on, and the file that is held.
    pub safety: Safety,
}

/// Where a window leaves what it held, for the next.
pub type Rescue = Rc<RefCell<Option<Rescued>>>;

/// Hears when the device is lost.
#[derive(Debug, Default)]
pub struct Watch {
    is_lost: Arc<AtomicBool>,
    device: Option<Device>,
    /// For trying: the device is destroyed after this time.
    end: Option<(Device, Instant, Duration)>,
}

impl Watch {
    /// Watches the device of a window. `after`: for trying, it is destroyed then.
    pub fn new(cx: &CreationContext<'_>, after: Option<Duration>) -> Self {
        let Some(state) = &cx.wgpu_render_state else { return Self::default() };
        let is_lost = Arc::new(AtomicBool::new(false));
        let (flag, ctx) = (Arc::clone(&is_lost), cx.egui_ctx.clone());
        state.device.set_device_lost_callback(move |_, _| {
            flag.store(true, Ordering::Relaxed);
            ctx.request_repaint();
        });
        let device = Some(state.device.clone());
        let end = after.map(|after| (state.device.clone(), Instant::now(), after));
        Self { is_lost, device, end }
    }

    /// For trying: as if the device were lost now.
    pub fn lose(&self) {
        self.is_lost.store(true, Ordering::Relaxed);
    }

    /// Whether it is lost. To be asked in every frame.
    pub fn is_lost(&mut self, ctx: &Context) -> bool {
        if let Some((_, since, after)) = &self.end {
            ctx.request_repaint_after(after.saturating_sub(since.elapsed()));
        }
        if let Some((device, ..)) = self.end.take_if(|(_, since, after)| since.elapsed() >= *after) {
            device.destroy();
        }
        self.is_lost.load(Ordering::Relaxed)
    }

    /// Whether it is lost, though nobody may have been told yet.
    pub fn was_lost(&self) -> bool {
        if let Some(device) = &self.device {
            // What is lost is told when the device is asked for news; that may fail, since it is lost.
            let _ = device.poll(PollType::Poll);
        }
        self.is_lost.load(Ordering::Relaxed)
    }
}
