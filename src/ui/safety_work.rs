//! The work of the jobs that guard what the user did.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use super::work::{document, refusal};
use crate::analysis::changes::{Changes, changes};
use crate::app::command::Command;
use crate::app::document::{Document, Origin};
use crate::app::safety::{Comparing, Difference, EarlierVersion, LeftWork};
use crate::file;
use crate::file::journal::{self, Left, RecoverError, Recovered};
use crate::file::save::{Disk, Fingerprint, load_file, versions as saved_versions};
use crate::locale::{Words, storage};
use crate::model::Case;

/// Journals that nobody writes, with what is in them. One whose work stands in its file as it is, is not needed any more.
pub fn find_left(journals: &Path) -> Vec<(Left<Disk>, LeftWork)> {
    let left = journal::left(&Disk, journals).unwrap_or_default();
    left.into_iter().filter_map(looked_at).collect()
}

fn looked_at(left: Left<Disk>) -> Option<(Left<Disk>, LeftWork)> {
    let belongs = journal::belongs(&left.records).unwrap_or_default();
    let folder = left.folder.clone();
    let work = match journal::recover(&Disk, &left) {
        Ok(recovered) => {
            let path = file_of(&recovered);
            let on_disk = path.as_deref().and_then(|path| load_file(path).ok()).and_then(|(bytes, _)| {
                let opened = file::read(&bytes).ok()?;
                Some(changes(&opened.case, &recovered.opened.case))
            });
            // An unsaved case in which nothing was done is no loss either, but what it was made of may be.
            if on_disk.as_ref().is_some_and(Changes::is_empty) && recovered.lost == 0 {
                let _ = journal::discard(&Disk, &folder);
                return None;
            }
            LeftWork {
                folder,
                title: recovered.opened.case.head().title.clone(),
                path,
                last: recovered.last,
                edits: recovered.edits,
                lost: recovered.lost,
                changes: on_disk.map(Arc::new),
                error: None,
            }
        }
        Err(error) => LeftWork {
            folder,
            title: belongs.title,
            path: belongs.file.map(|(path, _)| path),
            last: None,
            edits: 0,
            lost: left.records.lost,
            changes: None,
            error: Some(match error {
                RecoverError::Unreadable => "recovery-unreadable",
                RecoverError::NoBase => "recovery-no-base",
            }),
        },
    };
    Some((left, work))
}

fn file_of(recovered: &Recovered) -> Option<PathBuf> {
    let saved = recovered.saved.as_ref().map(|(path, _)| path.clone());
    saved.or_else(|| recovered.belongs.file.as_ref().map(|(path, _)| path.clone()))
}

/// The case that a journal makes. It belongs to its file only where that still holds what the program knew of it.
pub fn recovered(left: &Left<Disk>) -> Option<Document> {
    let recovered = journal::recover(&Disk, left).ok()?;
    let known = recovered.saved.clone().or_else(|| recovered.belongs.file.clone());
    let still = known.filter(|(path, fingerprint)| load_file(path).is_ok_and(|(_, now)| now == *fingerprint));
    let origin = match still {
        Some((path, fingerprint)) => Origin::File(path, fingerprint),
        None => Origin::New(copy_name(Path::new(&recovered.belongs.name))),
    };
    Some(document(recovered.opened, origin).recovered())
}

/// `case.ron` becomes `case-2.ron`: a name that invites nobody to save over the file.
fn copy_name(path: &Path) -> String {
    let stem = path.file_stem().map_or_else(|| "case".into(), |stem| stem.to_string_lossy());
    format!("{stem}-2.ron")
}

/// What differs between a file and the open case.
pub fn compare(comparing: Comparing, path: PathBuf, case: &Case, words: &Words) -> Difference {
    let read = load_file(&path).map_err(|error| storage::load_error(&error, words));
    let fingerprint = read.as_ref().ok().map(|(_, fingerprint): &(Vec<u8>, Fingerprint)| *fingerprint);
    let changes = read.and_then(|(bytes, _)| {
        let opened = file::read(&bytes).map_err(|refused| refusal(&refused, words))?;
        Ok(Arc::new(changes(&opened.case, case)))
    });
    Difference { comparing, path, fingerprint, changes }
}

/// The earlier versions of a file.
pub fn versions(path: &Path) -> Vec<EarlierVersion> {
    let found = saved_versions::versions(&Disk, path).unwrap_or_default();
    let told = found.into_iter().map(|version| {
        let since = version.saved.and_then(|saved| saved.duration_since(UNIX_EPOCH).ok());
        let saved = since.map(|since| since.as_millis() as i64);
        EarlierVersion { path: version.path, number: version.number, saved, bytes: version.bytes }
    });
    told.collect()
}

/// What was opened as a case of its own, which is saved elsewhere.
pub fn as_copy(opened: Command) -> Command {
    match opened {
        Command::Opened(document) => {
            let folder = document.path().and_then(Path::parent).map(Path::to_owned).unwrap_or_default();
            // `case.ron.versions` holds the versions of `case.ron`.
            let name = copy_name(Path::new(&folder.file_stem().unwrap_or_default()));
            Command::Opened(Box::new(document.as_copy(name)))
        }
        other => other,
    }
}
