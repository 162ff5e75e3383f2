//! A large network: its columns and its drawing are made by jobs; the drawing is moved and scaled until the next is there.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Pos2, Rect, Ui, Vec2};

use super::Drag;
use crate::analysis::folds::Folds;
use crate::app::focus::FocusKey;
use crate::base::parallel::threads;
use crate::layout::network::Layout;
use crate::layout::network::camera::Camera;
use crate::model::answers::Answers;
use crate::model::{Case, Id};
use crate::scene::network::cloud::{Cloud, CloudRequest, LeftOut, MARGIN};
use crate::scene::network::fold;
use crate::scene::network::part::{Part, sharp};
use crate::scene::network::plane::{Plane, folds_events, is_large};
use crate::scene::network::{fit, fit_plane};
use crate::scene::theme::ThemeName;
use crate::ui::cx::ViewCx;
use crate::ui::work::{Job, LayoutKey};

/// A hand that has been still for so long, in seconds, is at rest: the picture is drawn anew.
const REST: f64 = 0.12;
/// It is drawn anew at once where it covers less than this share of the view.
const LEAST_COVERED: f32 = 0.6;
/// With more ties than this, the one under a pointer is looked for only when it is clicked.
const MOST_HOVERED: usize = 150_000;

/// What the columns were made from: the layout, and the numbers of what is in the case and how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaneKey {
    layout: LayoutKey,
    content: u64,
    looks: u64,
}

/// Everything that a drawing depends on.
#[derive(Clone, Debug, PartialEq)]
struct CloudKey {
    plane: u64,
    answers: *const Answers,
    camera: Camera,
    size: Vec2,
    pixels: f32,
    theme: ThemeName,
    near: Option<FocusKey>,
}

// The pointer is compared and never followed; what it points to is held beside it.
impl CloudKey {
    /// Whether only the camera or the size differ.
    fn differs_in_view_only(&self, other: &Self) -> bool {
        let Self { camera, size, .. } = other.clone();
        Self { camera, size, ..self.clone() } == *other
    }
}

/// Columns and drawing.
#[derive(Default)]
pub struct Large {
    is_on: bool,
    plane: Option<Arc<Plane>>,
    plane_key: Option<PlaneKey>,
    asked: Option<PlaneKey>,
    /// Numbers the planes: new with each, and with each change of pins.
    plane_number: u64,
    pins: u64,
    cloud: Option<Cloud>,
    drawn: Option<(CloudKey, Arc<Answers>)>,
    under_way: Option<(u64, CloudKey, Arc<Answers>)>,
    cloud_number: u64,
    /// What is drawn one by one until there is a drawing.
    first: Arc<LeftOut>,
    moved: Option<(Camera, Vec2, f64)>,
    job: Option<Job>,
}

impl std::fmt::Debug for Large {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Large")
            .field("is_on", &self.is_on)
            .field("number", &self.number())
            .finish_non_exhaustive()
    }
}

impl Large {
    /// Whether the network is drawn as pixels.
    pub fn is_on(&self) -> bool {
        self.is_on
    }

    /// Whether a hand moves a large network.
    pub(super) fn is_moving(&self, drag: &Drag) -> bool {
        self.is_on && matches!(drag, Drag::Pan)
    }

    /// Whether the columns are not there yet.
    pub fn is_awaited(&self) -> bool {
        self.is_on && self.plane.is_none()
    }

    /// The columns of a large network.
    pub fn plane(&self) -> Option<&Arc<Plane>> {
        self.plane.as_ref().filter(|_| self.is_on)
    }

    /// Drawings are no more: they are made again.
    pub fn forget_drawings(&mut self) {
        (self.cloud, self.drawn, self.under_way, self.job) = (None, None, None, None);
        // A job of the columns may have been under way.
        self.asked = self.plane_key;
    }

    /// The job that is due.
    pub fn job(&mut self) -> Option<Job> {
        self.job.take()
    }

    /// Numbers of columns and drawing: others, and the picture must be made anew.
    pub fn number(&self) -> (u64, u64) {
        (self.plane_number, if self.drawn.is_some() { self.cloud_number } else { 0 })
    }

    /// Sees to it that the columns are those of the case.
    pub fn update(&mut self, cx: &ViewCx<'_>, layout: &Arc<Layout>, asked: Option<LayoutKey>) {
        let (Some(document), Some(asked)) = (cx.workspace.document(), asked) else { return };
        let case = document.case();
        self.is_on = is_large(case);
        if !self.is_on {
            *self = Self::default();
            return;
        }
        let revision = case.revision();
        if self.plane_key.is_some_and(|key| key.layout.generation != asked.generation) {
            // Another case: nothing of the one before is to be seen.
            *self = Self {
                is_on: true,
                plane_number: self.plane_number,
                cloud_number: self.cloud_number,
                ..Self::default()
            };
        }
        let key = PlaneKey { layout: asked, content: revision.content, looks: revision.looks };
        if self.asked != Some(key) && self.job.is_none() {
            self.asked = Some(key);
            let visibility = cx.derived().visibility.clone();
            self.job = Some(Job::Plane(key, document.shared_case(), Arc::clone(layout), visibility));
        }
        if self.pins != revision.places
            && let Some(plane) = &self.plane
        {
            self.pins = revision.places;
            self.plane = Some(Arc::new(Plane::clone(plane).with_pins(case)));
            self.plane_number += 1;
        }
    }

    /// The columns are made.
    pub fn made(&mut self, key: PlaneKey, plane: Arc<Plane>) {
        if self.asked == Some(key) {
            self.plane = Some(plane);
            self.plane_key = Some(key);
            self.plane_number += 1;
            // Pins may have changed meanwhile: they are read once more.
            self.pins = u64::MAX;
            self.moved = None;
        }
    }

    /// A layout takes the place of another: columns that were made from that one must be made anew.
    pub fn forget_layout(&mut self) {
        self.asked = None;
    }

    /// A drawing is made.
    pub fn drawn(&mut self, number: u64, cloud: Cloud) {
        if let Some((_, key, answers)) = self.under_way.take_if(|(under_way, ..)| *under_way == number) {
            self.cloud = Some(cloud);
            self.drawn = Some((key, answers));
            self.cloud_number = number;
        }
    }

    /// Asks for a drawing where the hand rests, or where the one at hand shows too little or something else.
    pub fn aim(&mut self, ui: &Ui, cx: &ViewCx<'_>, camera: Camera, size: Vec2, pixels: f32) {
        let (true, Some(plane)) = (self.is_on, self.plane.clone()) else { return };
        let answers = &cx.derived().answers;
        let key = CloudKey {
            plane: self.plane_number,
            answers: Arc::as_ptr(answers),
            camera,
            size,
            pixels,
            theme: cx.theme.name,
            near: cx.workspace.focus().map(|focus| focus.key().clone()),
        };
        let now = ui.input(|input| input.time);
        let since = match self.moved {
            Some((known, known_size, since)) if known == camera && known_size == size => since,
            _ => now,
        };
        let is_first = self.moved.is_none();
        self.moved = Some((camera, size, since));
        if self.drawn.as_ref().is_some_and(|(drawn, _)| *drawn == key) || self.under_way.is_some() || self.job.is_some()
        {
            return;
        }
        let only_moved = self.drawn.as_ref().is_some_and(|(drawn, _)| drawn.differs_in_view_only(&key));
        let covers = self.cloud.as_ref().is_some_and(|cloud| cloud.covered(camera, size) >= LEAST_COVERED);
        let left = since + REST - now;
        if only_moved && covers && !is_first && left > 0.0 {
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
            return;
        }
        let near = cx.workspace.focus().map(|focus| |id: &Id| focus.reach().contains(id));
        let near = near.as_ref().map(|near| near as &dyn Fn(&Id) -> bool);
        let left_out = Arc::new(sharp(&plane, camera, size, near));
        self.first = Arc::clone(&left_out);
        let request = CloudRequest {
            plane,
            answers: Arc::clone(answers),
            camera,
            size,
            margin: MARGIN,
            scale: pixels,
            most_side: ui.input(|input| input.max_texture_side) as u32,
            left_out,
            theme: cx.theme,
            threads: threads(),
        };
        let number = self.cloud_number.max(self.under_way.as_ref().map_or(0, |(number, ..)| *number)) + 1;
        self.under_way = Some((number, key, Arc::clone(answers)));
        self.job = Some(Job::Cloud(number, Box::new(request)));
    }

    /// What is drawn one by one, and the drawing below.
    pub fn part(&self) -> Option<Part<'_>> {
        let plane = self.plane()?;
        let sharp = self.cloud.as_ref().map_or(&*self.first, |cloud| &*cloud.left_out);
        Some(Part { plane, cloud: self.cloud.as_ref(), sharp })
    }

    /// The thing at a point: a node, else what is drawn there one by one, else a tie.
    pub fn pick(
        &self,
        cx: &ViewCx<'_>,
        at: Pos2,
        camera: Camera,
        size: Vec2,
        sharp: Option<&Id>,
        closely: bool,
    ) -> Option<Id> {
        let plane = self.plane()?;
        if let Some(node) = plane.pick(at, camera, size) {
            return plane.ids.get(node as usize).cloned();
        }
        if sharp.is_some() || !(closely || plane.ends.len() <= MOST_HOVERED) {
            return sharp.cloned();
        }
        let tie = plane.ties[plane.pick_tie(at, camera, size)? as usize];
        Some(cx.case()?.at(tie)?.id().clone())
    }

    /// All ties for which the one of this link or event stands, where it leads into a folded group.
    pub fn behind(&self, case: &Case, id: &Id) -> Option<Vec<Id>> {
        let plane = self.plane()?;
        let tie = plane.ties_for(case.place(id.as_str())?).next()?;
        (plane.merged(tie) > 1).then(|| plane.behind(case, tie))
    }

    /// The nodes in view with centre and radius, if the network is large.
    pub fn nodes_in_view(&self, camera: Camera, size: Vec2) -> Option<Vec<(Id, Pos2, f32)>> {
        let plane = self.plane()?;
        let area = Rect::from_two_pos(camera.to_plane(Pos2::ZERO, size), camera.to_plane(size.to_pos2(), size));
        let mut nodes = plane.nodes_in(area, usize::MAX);
        nodes.sort_unstable();
        let node = |at: u32| {
            let centre = camera.to_view(plane.at[at as usize], size);
            (plane.ids[at as usize].clone(), centre, plane.radius(at, camera))
        };
        Some(nodes.into_iter().map(node).collect())
    }
}

/// Where the nodes are, however many.
pub enum Ground<'a> {
    /// Few: by the layout, with what is pinned.
    Small(Layout, Arc<Folds>),
    /// Many.
    Large(&'a Plane),
}

impl<'a> Ground<'a> {
    /// The nodes of the open case; none before they are arranged.
    pub fn new(layout: Option<&Layout>, plane: Option<&'a Arc<Plane>>, cx: &ViewCx<'_>) -> Option<Self> {
        if let Some(plane) = plane {
            return Some(Self::Large(plane));
        }
        let mut layout = layout?.clone();
        for (id, position) in layout.ids.iter().zip(&mut layout.positions) {
            let case = cx.case()?;
            if let Some(pin) = cx.derived().folds.group(id).and_then(|group| fold::pin(case, group)) {
                *position = pin;
            } else if let Some((x, y)) = case.view().pins.get(id) {
                *position = Pos2::new(*x as f32, *y as f32);
            }
        }
        Some(Self::Small(layout, Arc::clone(&cx.derived().folds)))
    }

    /// Where a node is.
    pub fn place(&self, id: &Id) -> Option<Pos2> {
        match self {
            Self::Small(layout, folds) => {
                let id = folds.node(id);
                layout.ids.iter().position(|known| known == id).and_then(|at| layout.positions.get(at).copied())
            }
            Self::Large(plane) => plane.position(id).map(|node| plane.at[node as usize]),
        }
    }

    /// The camera that shows everything that is not hidden.
    pub fn whole(&self, cx: &ViewCx<'_>, size: Vec2) -> Camera {
        match (self, cx.case()) {
            (Self::Small(layout, _), Some(case)) => {
                let (hidden, folded) = (&cx.derived().visibility, folds_events(case));
                fit(layout, &|id| !(hidden.is_hidden(id) || folded && case.event(id.as_str()).is_some()), size)
            }
            (Self::Small(..), None) => Camera::default(),
            (Self::Large(plane), _) => fit_plane(plane, None, size),
        }
    }

    /// Whether single things are drawn, all of them.
    pub fn is_small(&self) -> bool {
        matches!(self, Self::Small(..))
    }

    /// The camera that shows these nodes.
    pub fn fitting(&self, ids: &BTreeSet<Id>, size: Vec2) -> Camera {
        match self {
            Self::Small(layout, _) => fit(layout, &|id| ids.contains(id), size),
            Self::Large(plane) => {
                let nodes: Vec<u32> = ids.iter().filter_map(|id| plane.position(id)).collect();
                fit_plane(plane, Some(&nodes), size)
            }
        }
    }

    /// The magnification at which single things are read.
    pub fn usual_zoom(&self) -> f32 {
        match self {
            Self::Small(..) => 0.7,
            Self::Large(plane) => plane.reading_zoom(),
        }
    }
}
