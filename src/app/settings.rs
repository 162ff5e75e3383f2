//! What the program remembers between two starts. Holds nothing from any case but the paths of recent files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize, Serializer};

use super::table::{Sheet, Shown};
use crate::layout::timeline::CutThreshold;
use crate::locale::{Clocks, Language};

/// Which theme is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ThemeChoice {
    Light,
    Dark,
    #[default]
    System,
}

/// What is remembered. Fields that are missing in the file get their defaults.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Version of this record.
    pub version: u32,
    /// `en`, `nl`, or none: that of the system.
    pub language: Option<String>,
    /// Theme.
    pub theme: ThemeChoice,
    /// Text size in percent, 80 to 200.
    pub text_percent: u16,
    /// Files that were open, newest first.
    #[serde(serialize_with = "paths_that_are_text")]
    pub recent: Vec<PathBuf>,
    /// Arrangement of the panes, in the words of the pane library; ignored where it cannot be read.
    pub panes: Option<String>,
    /// Whether the outline is shown.
    pub outline: bool,
    /// Whether the details are shown.
    pub details: bool,
    /// From more things than this in view a lane shows counts instead of marks.
    pub counts_from: usize,
    /// Whether the timeline leaves out empty time; else it is at true scale.
    pub cuts: bool,
    /// How long empty time must be to be left out.
    pub cut_threshold: CutThreshold,
    /// In which zone times on the clock are shown.
    pub clocks: Clocks,
    /// Earlier versions of a file that are kept when it is saved.
    pub versions: usize,
    /// How each table was left.
    pub tables: BTreeMap<Sheet, Shown>,
}

/// What [`Settings::counts_from`] can be.
pub const COUNTS_FROM: [usize; 7] = [25, 50, 100, 200, 400, 800, 1_600];

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: 1,
            language: None,
            theme: ThemeChoice::default(),
            text_percent: 100,
            recent: Vec::new(),
            panes: None,
            outline: true,
            details: true,
            counts_from: 100,
            cuts: true,
            cut_threshold: CutThreshold::default(),
            clocks: Clocks::default(),
            versions: 10,
            tables: BTreeMap::new(),
        }
    }
}

/// Recent files that are kept.
const MOST_RECENT: usize = 10;

/// Text sizes that Ctrl+plus and Ctrl+minus walk through, in percent.
pub const TEXT_SIZES: [u16; 9] = [80, 90, 100, 110, 125, 140, 150, 175, 200];

impl Settings {
    /// The language of the interface.
    pub fn language(&self) -> Language {
        self.language.as_deref().and_then(Language::from_code).unwrap_or_else(Language::of_system)
    }

    /// How long empty time must be to be left out; none at true scale.
    pub fn cut_threshold(&self) -> Option<CutThreshold> {
        self.cuts.then_some(self.cut_threshold)
    }

    /// How a table was left.
    pub fn table(&self, sheet: Sheet) -> Shown {
        self.tables.get(&sheet).cloned().unwrap_or_default()
    }

    /// Puts a file at the head of the recent ones.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(MOST_RECENT);
    }

    /// The next text size up or down.
    pub fn step_text(&mut self, up: bool) {
        let next = if up {
            TEXT_SIZES.into_iter().find(|size| *size > self.text_percent)
        } else {
            TEXT_SIZES.into_iter().rev().find(|size| *size < self.text_percent)
        };
        self.text_percent = next.unwrap_or(self.text_percent.clamp(80, 200));
    }

    /// Reads the record; nothing if it cannot be read.
    pub fn from_text(text: &str) -> Option<Self> {
        let settings: Self = serde_json::from_str(text).ok()?;
        let counts_from = settings.counts_from.clamp(COUNTS_FROM[0], COUNTS_FROM[COUNTS_FROM.len() - 1]);
        Some(Self { text_percent: settings.text_percent.clamp(80, 200), counts_from, ..settings })
    }

    /// Writes the record.
    pub fn to_text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// A path that is no text cannot be written down here; it must not cost all the other settings.
fn paths_that_are_text<S: Serializer>(paths: &[PathBuf], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(paths.iter().filter_map(|path| path.to_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_of_another_version_still_gives_what_it_can() {
        let settings = Settings::from_text(r#"{"theme":"Dark","unknown":1}"#).unwrap();
        assert_eq!((settings.theme, settings.text_percent), (ThemeChoice::Dark, 100));
        assert_eq!(Settings::from_text("{"), None);
        assert_eq!(Settings::from_text(&settings.to_text()), Some(settings));
    }

    #[test]
    fn text_size_stays_between_80_and_200_percent() {
        let mut settings = Settings::default();
        for _ in 0..20 {
            settings.step_text(true);
        }
        assert_eq!(settings.text_percent, 200);
        for _ in 0..20 {
            settings.step_text(false);
        }
        assert_eq!(settings.text_percent, 80);
    }

    #[test]
    fn recent_files_hold_each_path_once_newest_first() {
        let mut settings = Settings::default();
        for name in ["a", "b", "a"] {
            settings.remember(Path::new(name));
        }
        assert_eq!(settings.recent, ["a", "b"].map(PathBuf::from));
    }
}
