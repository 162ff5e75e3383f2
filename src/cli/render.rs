//! `rodedraad render`: a picture without a window and without a graphics card.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, ValueEnum};
use emath::{Vec2, vec2};

use super::check::line;
use super::{FINDINGS, FINE, Outcome, asked_window, load};
use crate::analysis::folds::Folds;
use crate::app::visibility::{Visibility, set_aside};
use crate::base::cancel::Cancel;
use crate::base::parallel::threads;
use crate::export::raster::MAX_SIDE;
use crate::export::{Caption, Format, picture, stacked};
use crate::file::save::{Disk, Replacing, is_same_file, save_file};
use crate::layout::font::FontMeasure;
use crate::layout::network::{Layout, arrange};
use crate::layout::timeline::{CutThreshold, Stage, lanes};
use crate::locale::findings::{advice, message};
use crate::locale::{Words, storage};
use crate::model::answers::Answers;
use crate::model::coverage::Coverage;
use crate::model::dates::Dates;
use crate::model::finding::Severity;
use crate::model::time::Span;
use crate::model::time_index::TimeIndex;
use crate::model::{Case, Id};
use crate::scene::network::cloud::{Cloud, CloudRequest, cloud};
use crate::scene::network::part::{Part, sharp};
use crate::scene::network::plane::{Plane, folds_events, is_large};
use crate::scene::network::{Network, fit, fit_plane, network, request::request};
use crate::scene::styles::Scale;
use crate::scene::timeline::{
    GUTTER, Timeline, TimelineView, choice, cuts, fit_axis, request as lanes_request, timeline,
};
use crate::scene::{Emphasis, Scene, Theme};

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum View {
    /// Who is tied to whom.
    Network,
    /// What happened when.
    Timeline,
    /// The network above the timeline, as in the window.
    Both,
}

/// The arguments.
#[derive(Clone, Debug, Args)]
pub struct Render {
    /// The case.
    pub case: PathBuf,
    /// What to draw.
    #[arg(long, value_enum)]
    pub view: View,
    /// Width and height in points.
    #[arg(long, default_value = "1600x900", value_parser = size, value_name = "WxH")]
    pub size: (u32, u32),
    /// Colours.
    #[arg(long, default_value = "light", value_parser = ["light", "dark", "projector"])]
    pub theme: String,
    /// Time window: what lies outside is pale. EDTF or words, for example "mid Feb 2021".
    #[arg(long, value_name = "SPAN")]
    pub window: Option<String>,
    /// Pixels per point of a PNG.
    #[arg(long, default_value_t = 1.0)]
    pub scale: f32,
    /// Where to: a name ending in .svg or .png.
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
}

/// Largest side in points: no paper and no screen needs more.
const LARGEST: u32 = 20_000;

fn size(text: &str) -> Result<(u32, u32), String> {
    let (width, height) = text.split_once('x').ok_or_else(|| "WxH, for example 1600x900".to_owned())?;
    let side = |text: &str| match text.parse::<u32>() {
        Ok(side @ 100..=LARGEST) => Ok(side),
        _ => Err(format!("each side from 100 to {LARGEST}")),
    };
    Ok((side(width)?, side(height)?))
}

impl Render {
    pub(super) fn run(&self, words: &Words) -> Outcome {
        match self.try_run(words) {
            Ok(outcome) | Err(outcome) => outcome,
        }
    }

    fn try_run(&self, words: &Words) -> Result<Outcome, Outcome> {
        let shown = self.output.display();
        let format = Format::of(&self.output)
            .ok_or_else(|| Outcome::failed(format!("{shown}: {}", words.get("picture-ending"))))?;
        if is_same_file(&self.case, &self.output) {
            return Err(Outcome::failed(format!("{shown}: {}", words.get("output-is-input"))));
        }
        let (bytes, _) = load(&self.case, words)?;
        let opened = crate::file::read(&bytes).map_err(|refused| {
            let finding = &refused.finding;
            let place = format!("{}:{}:{}", self.case.display(), finding.place.line, finding.place.column);
            Outcome::failed(format!("{place}: {} {}", message(finding, words), advice(finding, words)))
        })?;
        drop(bytes);
        let errors: Vec<_> = opened.findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
        let case = opened.case;
        let window = match &self.window {
            None => None,
            Some(asked) => Some(asked_window(asked, &case, words)?.when.outer()),
        };
        let size = vec2(self.size.0 as f32, self.size.1 as f32);
        let theme = match self.theme.as_str() {
            "dark" => Theme::dark(),
            "projector" => Theme::projector(),
            _ => Theme::light(),
        };
        let sheet = Sheet { size, scale: self.scale, theme };
        let scene = scene(&case, self.view, sheet, window, words);
        let caption = caption(&case, &scene, window, words);
        let picture = picture(&scene, theme, &caption, format, self.scale)
            .map_err(|error| Outcome::failed(format!("{shown}: {error}")))?;
        save_file(&Disk, &self.output, &picture.bytes, Replacing::Anything, 0)
            .map_err(|error| Outcome::failed(format!("{shown}: {}", storage::save_error(&error, words))))?;
        let mut outcome = Outcome { code: if errors.is_empty() { FINE } else { FINDINGS }, ..Outcome::default() };
        for finding in errors {
            outcome.complain(&line(&self.case, finding, words));
        }
        if picture.missing_glyphs > 0 {
            let count = [("count", picture.missing_glyphs.into())];
            outcome.complain(&format!("{shown}: {}", words.with("notice-missing-letters", &count)));
        }
        // The process ends here: letting go of a million things one by one takes longer than drawing them.
        std::mem::forget(case);
        Ok(outcome)
    }
}

/// The network's share of the height where both are drawn, as in the window.
const NETWORK_SHARE: f32 = 0.48;

/// What a picture is drawn on.
#[derive(Clone, Copy)]
pub struct Sheet {
    /// Width and height in points.
    pub size: Vec2,
    /// Pixels per point of what is drawn as pixels: large networks.
    pub scale: f32,
    /// Colours of what is drawn as pixels.
    pub theme: &'static Theme,
}

impl From<Vec2> for Sheet {
    fn from(size: Vec2) -> Self {
        Self { size, scale: 1.0, theme: Theme::light() }
    }
}

/// The picture of a case as it is opened: nothing selected, everything fitted.
pub fn scene(case: &Case, view: View, sheet: impl Into<Sheet>, window: Option<Span>, words: &Words) -> Scene {
    let sheet = sheet.into();
    let size = sheet.size;
    let index = Arc::new(TimeIndex::new(case, &Dates::default()));
    let answers = Answers::of_index(&index, window);
    let visibility = Visibility::new(case);
    let hidden = |id: &Id| visibility.is_hidden(id);
    let selected = BTreeSet::new();
    let emphasis = Emphasis {
        answers: &answers,
        selected: &selected,
        hovered: None,
        focused: None,
        hidden: &hidden,
        neighbourhood: None,
    };
    match view {
        View::Network => network_scene(case, sheet, window, &emphasis, words),
        View::Timeline => timeline_scene(case, &index, size, window, &emphasis, words),
        View::Both => {
            let upper = vec2(size.x, (size.y * NETWORK_SHARE).round());
            stacked(
                network_scene(case, Sheet { size: upper, ..sheet }, window, &emphasis, words),
                timeline_scene(case, &index, size - vec2(0.0, upper.y), window, &emphasis, words),
            )
        }
    }
}

fn network_scene(case: &Case, sheet: Sheet, window: Option<Span>, emphasis: &Emphasis<'_>, words: &Words) -> Scene {
    let size = sheet.size;
    let request = request(case, &|_| false, None, &FontMeasure);
    let layout = arrange(&request, &Cancel::default()).unwrap_or_default();
    let folded = folds_events(case);
    let visible = |id: &Id| !((emphasis.hidden)(id) || folded && case.event(id.as_str()).is_some());
    let cloud = is_large(case).then(|| drawn(case, &layout, sheet, emphasis));
    let part = cloud.as_ref().map(|(plane, cloud)| Part { plane, cloud: Some(cloud), sharp: &cloud.left_out });
    network(&Network {
        case,
        layout: &layout,
        folds: &Folds::new(case),
        widths: Scale::of_links(case).as_ref(),
        part,
        camera: cloud.as_ref().map_or_else(|| fit(&layout, &visible, size), |(_, cloud)| cloud.camera),
        size,
        emphasis: *emphasis,
        has_window: window.is_some(),
        shown: &BTreeSet::new(),
        dragged: &[],
        measure: &FontMeasure,
        words,
    })
    .scene
}

/// A large network as pixels, as the window draws it when the hand rests.
fn drawn(case: &Case, layout: &Layout, sheet: Sheet, emphasis: &Emphasis<'_>) -> (Arc<Plane>, Cloud) {
    let plane = Arc::new(Plane::new(case, layout, emphasis.hidden));
    let camera = fit_plane(&plane, None, sheet.size);
    let left_out = Arc::new(sharp(&plane, camera, sheet.size, None));
    let request = CloudRequest {
        plane: Arc::clone(&plane),
        answers: Arc::new(emphasis.answers.clone()),
        camera,
        size: sheet.size,
        margin: 0.0,
        scale: sheet.scale,
        most_side: MAX_SIDE,
        left_out,
        theme: sheet.theme,
        threads: threads(),
    };
    let cloud = cloud(&request, &Cancel::default()).unwrap_or_default();
    (plane, cloud)
}

fn timeline_scene(
    case: &Case,
    index: &Arc<TimeIndex>,
    size: Vec2,
    window: Option<Span>,
    emphasis: &Emphasis<'_>,
    words: &Words,
) -> Scene {
    let dates = Dates::default();
    let lanes = lanes(lanes_request(case, index, emphasis, &choice(case)));
    let cuts = cuts(case, &dates, &lanes, window, emphasis.selected, Some(CutThreshold::default()));
    let axis = fit_axis(&lanes, cuts, size.x, GUTTER);
    let view = TimelineView { window, ..TimelineView::plain(size, axis, &case.calendar().zone) };
    let input = Timeline {
        case,
        dates: &dates,
        lanes: &lanes,
        coverage: &Coverage::new(case),
        view: &view,
        emphasis,
        measure: &FontMeasure,
        words,
    };
    timeline(&input, &mut Stage::default()).scene
}

/// What the picture says of itself: window, what is hidden and what found no room.
pub fn caption(case: &Case, scene: &Scene, window: Option<Span>, words: &Words) -> Caption {
    let mut lines = Vec::new();
    if let Some(window) = window {
        lines.push(format!("{}: {}", words.get("window-label"), words.span(window, &case.calendar().zone)));
    }
    lines.extend(Visibility::new(case).sentence(words));
    lines.extend(set_aside(case, words));
    let omissions = scene.omissions.iter().map(|(key, count)| words.with(key, &[("count", (*count).into())]));
    let omissions: Vec<String> = omissions.collect();
    if !omissions.is_empty() {
        lines.push(omissions.join(" · "));
    }
    if case.head().example {
        lines.push(words.get("example-case"));
    }
    Caption { title: case.head().title.clone(), lines }
}
