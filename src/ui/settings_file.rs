//! The settings on disk, in the user's own folder. A file that cannot be read is kept aside and told about.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use crate::app::settings::Settings;

/// Where settings are kept; nowhere for tests and for users without a home.
#[derive(Clone, Debug, Default)]
pub struct Store {
    path: Option<PathBuf>,
}

impl Store {
    /// The user's own.
    pub fn of_user() -> Self {
        let folders = directories::ProjectDirs::from("", "", "rodedraad");
        Self { path: folders.map(|folders| folders.config_dir().join("settings.json")) }
    }

    /// A file of the caller's choosing.
    pub fn at(path: PathBuf) -> Self {
        Self { path: Some(path) }
    }

    /// The settings, and where a damaged file was kept aside.
    pub fn load(&self) -> (Settings, Option<PathBuf>) {
        let Some(text) = self.path.as_ref().and_then(|path| fs::read_to_string(path).ok()) else {
            return (Settings::default(), None);
        };
        match (Settings::from_text(&text), &self.path) {
            (None, Some(path)) => {
                let aside = path.with_extension("damaged.json");
                let kept = fs::rename(path, &aside).is_ok().then_some(aside);
                (Settings::default(), kept)
            }
            (settings, _) => (settings.unwrap_or_default(), None),
        }
    }

    /// Writes the settings. They are a comfort: a failure is no reason to stop the user.
    pub fn save(&self, settings: &Settings) -> bool {
        self.try_save(settings).is_some()
    }

    fn try_save(&self, settings: &Settings) -> Option<()> {
        let path = self.path.as_ref()?;
        let folder = path.parent()?;
        fs::create_dir_all(folder).ok()?;
        let mut file = tempfile::NamedTempFile::new_in(folder).ok()?;
        file.write_all(settings.to_text().as_bytes()).ok()?;
        file.as_file().sync_all().ok()?;
        file.persist(path).ok()?;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_37_a_damaged_settings_file_is_kept_aside_and_told_about() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        fs::write(&path, "{ not settings").unwrap();
        let store = Store::at(path.clone());
        let (settings, aside) = store.load();
        assert_eq!(settings, Settings::default());
        assert_eq!(fs::read_to_string(aside.unwrap()).unwrap(), "{ not settings");
        assert!(store.save(&settings));
        assert_eq!(store.load(), (settings, None));
    }
}
