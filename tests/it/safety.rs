//! Nothing that was done is lost: recovered after a crash, compared before it is written over, kept in earlier versions.

use std::fs;
use std::path::{Path, PathBuf};

use egui::Key;
use rodedraad::app::command_table::UiCommand;
use rodedraad::app::workspace::Modal;
use rodedraad::file::hold::{self, Asked, Holder};
use rodedraad::locale::Language;
use rodedraad::ui::app::Start;

use crate::harness::{LEMONT, Opening, Window, ctrl, open_example, plain};

/// A copy of the first example, and a folder for journals.
pub fn folders() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.ron");
    fs::write(&path, LEMONT.text()).unwrap();
    let data = folder.path().join("data");
    (folder, path, data)
}

pub fn open(path: &Path, data: &Path) -> Window {
    Opening::of(Start::File(path.to_owned())).data(data).open()
}

/// The folder of journals as a crash now would leave it.
pub fn after_crash(data: &Path, folder: &Path) -> PathBuf {
    let after = folder.join("after");
    for journal in fs::read_dir(data.join("journals")).unwrap() {
        let journal = journal.unwrap();
        let copy = after.join("journals").join(journal.file_name());
        fs::create_dir_all(&copy).unwrap();
        for file in fs::read_dir(journal.path()).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), copy.join(file.file_name())).unwrap();
        }
    }
    after
}

fn journals(data: &Path) -> usize {
    fs::read_dir(data.join("journals")).map_or(0, Iterator::count)
}

/// Makes an entity by the form.
pub fn make(window: &mut Window, name: &str) {
    window.press(ctrl(Key::N));
    window.type_text(name);
    window.press(plain(Key::Enter));
}

#[test]
fn work_that_a_crash_left_is_offered_with_what_it_has_more_and_opens_as_unsaved() {
    let (folder, path, data) = folders();
    let mut window = open(&path, &data);
    assert_eq!(journals(&data), 0, "looking writes nothing");
    make(&mut window, "Nieuwe persoon");
    assert!(window.shows_starting("not saved, in journal "), "{:#?}", window.names());
    let after = after_crash(&data, folder.path());
    drop(window);

    let mut window = open(&path, &after);
    assert_eq!(window.workspace().modal(), Some(&Modal::Recovery));
    assert!(window.shows("Work that was not saved") && window.shows("1 added"), "{:#?}", window.names());
    assert!(window.shows("Added: entity “Nieuwe persoon”"));
    window.press_button("Open recovered work");
    let document = window.workspace().document().unwrap();
    assert_eq!(document.path(), Some(path.as_path()), "the file is as the program knew it");
    assert!(document.is_dirty() && document.case().entity("nieuwe-persoon").is_some());
    assert_eq!(fs::read_to_string(&path).unwrap(), LEMONT.text(), "nothing is written before the user saves");

    // A second crash loses neither what was recovered nor what was done since.
    make(&mut window, "Nog een");
    let (second, journals_now) = (tempfile::tempdir().unwrap(), journals(&after));
    let again = after_crash(&after, second.path());
    assert_eq!(journals_now, 1, "the journal goes on");
    drop(window);
    let mut window = open(&path, &again);
    assert!(window.shows("2 added"), "{:#?}", window.names());
    window.press_button("Open recovered work");
    window.press(ctrl(Key::S));
    assert!(fs::read_to_string(&path).unwrap().contains("Nog een"));
    assert_eq!(journals(&again), 0, "what is saved needs no journal");
}

#[test]
fn recovered_work_does_not_belong_to_a_file_that_somebody_wrote_since() {
    let (folder, path, data) = folders();
    let mut window = open(&path, &data);
    make(&mut window, "Nieuwe persoon");
    let after = after_crash(&data, folder.path());
    drop(window);
    let theirs = LEMONT.text().replace("title: \"Lemont → Argus\"", "title: \"Theirs\"");
    assert_ne!(theirs, LEMONT.text());
    fs::write(&path, &theirs).unwrap();
    let mut window = open(&path, &after);
    window.press_button("Open recovered work");
    let document = window.workspace().document().unwrap();
    assert_eq!(document.path(), None, "it is in no file, and saving asks for a place");
    assert!(document.case().entity("nieuwe-persoon").is_some());
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
}

#[test]
fn work_that_stands_in_its_file_is_not_offered_and_work_that_is_not_wanted_can_be_put_away() {
    let (folder, path, data) = folders();
    let mut window = open(&path, &data);
    make(&mut window, "Nieuwe persoon");
    let after = after_crash(&data, folder.path());
    let unsaved = after_crash(&data, &folder.path().join("second"));
    window.press(ctrl(Key::S));
    assert_eq!(journals(&data), 0);
    drop(window);
    let window = open(&path, &after);
    assert_eq!((window.workspace().modal(), journals(&after)), (None, 0), "the file has it all");
    drop(window);
    fs::write(&path, LEMONT.text()).unwrap();
    let mut window = open(&path, &unsaved);
    window.press_button("Delete for good");
    assert_eq!(journals(&unsaved), 1, "it is asked for twice");
    window.press_button("Really delete for good");
    assert_eq!((window.workspace().modal(), journals(&unsaved)), (None, 0));
}

#[test]
fn unsaved_work_that_the_user_gave_up_is_not_kept() {
    let (_folder, path, data) = folders();
    let mut window = open(&path, &data);
    make(&mut window, "Nieuwe persoon");
    assert_eq!(journals(&data), 1);
    window.press(ctrl(Key::W));
    window.press_button("Do not save");
    assert_eq!(journals(&data), 0);
}

#[test]
fn row_39_after_a_panic_in_a_view_the_journal_has_every_edit() {
    let (folder, path, data) = folders();
    let mut window = open(&path, &data);
    for name in ["Een", "Twee", "Drie"] {
        make(&mut window, name);
    }
    // The window falls while a panic unwinds.
    let fall = std::panic::catch_unwind(std::panic::AssertUnwindSafe(move || {
        let _window = window;
        std::panic::resume_unwind(Box::new("a view"));
    }));
    assert!(fall.is_err());
    let window = open(&path, &data);
    assert!(window.shows("3 added"), "{:#?}", window.names());
    drop(folder);
}

#[test]
fn row_32_a_file_that_somebody_changed_is_compared_before_it_is_written_over() {
    let (_folder, path, data) = folders();
    let mut window = open(&path, &data);
    make(&mut window, "Mijn persoon");
    let theirs = LEMONT.text().replace("title: \"Lemont → Argus\"", "title: \"Theirs\"");
    fs::write(&path, &theirs).unwrap();
    window.press(ctrl(Key::S));
    assert!(window.shows("Not saved: the file was changed by someone else"), "{:#?}", window.names());
    assert!(window.shows("Added: entity “Mijn persoon”") && window.shows("Properties of the case: title"));
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs, "nothing was written");
    window.press_button("Cancel");
    assert!(window.workspace().document().unwrap().is_dirty());

    window.press(ctrl(Key::S));
    // While the difference is read, somebody writes again: what was not shown is not written over.
    fs::write(&path, theirs.replace("Theirs", "Theirs again")).unwrap();
    window.press_button("Save over it");
    assert!(window.shows("Not saved: the file was changed by someone else"), "{:#?}", window.names());
    window.press_button("Save over it");
    assert!(fs::read_to_string(&path).unwrap().contains("Mijn persoon"));
    assert!(!window.workspace().document().unwrap().is_dirty());
    // What they had is an earlier version.
    window.run(UiCommand::Versions);
    assert_eq!(window.workspace().versions().len(), 1, "{:#?}", window.names());
    window.press_button("Open as a copy (1)");
    let document = window.workspace().document().unwrap();
    assert_eq!((document.case().head().title.as_str(), document.path()), ("Theirs again", None));
}

#[test]
fn what_an_earlier_version_had_is_told_in_words() {
    let (_folder, path, data) = folders();
    let mut window = Opening::of(Start::File(path.clone())).language(Language::Dutch).data(&data).open();
    make(&mut window, "Een");
    window.press(ctrl(Key::S));
    make(&mut window, "Twee");
    window.press(ctrl(Key::S));
    window.run(UiCommand::Versions);
    assert!(window.shows("Eerdere versies"));
    assert_eq!(window.workspace().versions().len(), 2);
    window.press_button("Wat verschilt? (1)");
    assert!(window.shows("2 erbij"), "{:#?}", window.names());
    window.press_button("Terug naar de lijst");
    assert!(window.shows("Eerdere versies"));
}

#[test]
fn row_33_a_case_that_somebody_has_open_is_read_only_and_says_who_and_since_when() {
    let (_folder, path, data) = folders();
    let me = Holder { user: "anna".into(), machine: "pc-7".into(), since: "2026-11-27 09:00 UTC".into() };
    let Asked::Ours(held) = hold::hold(&path, &me, false) else { panic!("it is free") };
    let mut window = open(&path, &data);
    assert!(
        window.shows_starting("anna on pc-7 has this case open since 2026-11-27 09:00 UTC"),
        "{:#?}",
        window.names()
    );
    assert!(window.shows("read only"));
    make(&mut window, "Mijn persoon");
    window.press(ctrl(Key::S));
    assert_eq!(window.workspace().modal(), Some(&Modal::SaveByPath), "saving asks for another place");
    drop((window, held));

    // Its machine is gone: nobody can tell whether anna still works on it.
    fs::write(path.with_file_name("case.ron.rodedraad-open"), "(user:\"anna\",machine:\"pc-7\",since:\"2026\")")
        .unwrap();
    let mut window = open(&path, &data);
    assert!(window.shows_starting("anna on pc-7 opened this case on 2026"), "{:#?}", window.names());
    window.press_button("Take over");
    assert!(!window.workspace().document().unwrap().is_read_only());
    drop(window);
}

#[test]
fn a_journal_that_cannot_be_written_is_told_and_the_work_goes_on() {
    let (folder, path, _) = folders();
    // A file where the folder should be.
    let data = folder.path().join("no-folder");
    fs::write(&data, "in the way").unwrap();
    let mut window = open(&path, &data);
    make(&mut window, "Mijn persoon");
    assert!(window.shows_starting("The recovery journal cannot be written"), "{:#?}", window.names());
    assert!(window.shows("not saved, not in journal"));
    fs::remove_file(&data).unwrap();
    make(&mut window, "Tweede persoon");
    assert!(window.shows_starting("not saved, in journal "), "it begins anew with all there is: {:#?}", window.names());
    let after = after_crash(&data, folder.path());
    drop(window);
    let window = open(&path, &after);
    assert!(window.shows("2 added"), "{:#?}", window.names());
}

#[test]
fn row_36_a_careful_start_offers_recovered_work_only_when_asked() {
    let (folder, path, data) = folders();
    let mut window = open(&path, &data);
    make(&mut window, "Nieuwe persoon");
    let after = after_crash(&data, folder.path());
    drop(window);
    fs::write(after.join("starts"), "2").unwrap();
    let mut window = open(&path, &after);
    assert_eq!(window.workspace().modal(), None);
    assert!(window.shows_starting("The program did not start well twice"), "{:#?}", window.names());
    window.press_button("Recovered work…");
    assert!(window.shows("Added: entity “Nieuwe persoon”"));
    assert_eq!(fs::read_to_string(after.join("starts")).unwrap(), "0", "this start went well");
}

#[test]
fn a_new_case_is_kept_from_its_first_edit() {
    let (folder, _, data) = folders();
    let mut window = Opening::of(Start::Welcome).data(&data).open();
    window.press_button("New case");
    assert!(!window.workspace().document().unwrap().is_dirty(), "nothing could be lost yet");
    make(&mut window, "Eerste persoon");
    let after = after_crash(&data, folder.path());
    drop(window);
    let mut window = Opening::of(Start::Welcome).data(&after).open();
    window.press_button("Open recovered work");
    assert!(window.workspace().case().unwrap().entity("eerste-persoon").is_some());
    drop(open_example());
}
