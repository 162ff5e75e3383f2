//! Files as they are met: saved byte for byte, changed by others, unreadable, in any folder; windows of any size.

use std::path::{Path, PathBuf};

use egui::Key;
use rodedraad::app::command::Command;
use rodedraad::app::command_table::UiCommand;
use rodedraad::app::examples::Example;
use rodedraad::locale::Language;
use rodedraad::ui::app::Start;

use crate::harness::{LEMONT, Opening, Window, ctrl, ctrl_shift, open_example, plain};

/// A copy of the first example in a folder of its own.
fn copy() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.ron");
    std::fs::write(&path, LEMONT.text()).unwrap();
    (folder, path)
}

fn open(path: &Path) -> Window {
    Opening::of(Start::File(path.to_owned())).open()
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

#[track_caller]
fn type_path(window: &mut Window, path: &Path) {
    window.type_text(path.to_str().expect("the path is text"));
    window.press(plain(Key::Enter));
}

#[test]
fn saving_an_unchanged_case_elsewhere_writes_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    for example in [LEMONT, Example::LemontArgus(Language::Dutch), Example::CryptoPhones] {
        let path = folder.path().join(example.file_name());
        let mut window = Opening::of(Start::Example(example)).open();
        window.send(Command::SaveTo(path.clone()));
        assert_eq!(read(&path), example.text(), "{example:?}");
        assert_eq!(window.workspace().document().unwrap().path(), Some(path.as_path()));
        assert_eq!(window.workspace().settings().recent.first(), Some(&path));
        assert!(window.shows("saved"));
    }
}

#[test]
fn save_as_and_save_by_keyboard() {
    let (folder, path) = copy();
    let mut window = open(&path);
    window.press(plain(Key::E));
    let other = folder.path().join("other.ron");
    window.press(ctrl_shift(Key::S));
    let field = window.focused().expect("the field has the keyboard");
    assert_eq!(field.role, egui::accesskit::Role::TextInput);
    window.press(ctrl(Key::A));
    type_path(&mut window, &other);
    assert!(read(&other).contains("fold_events: true"));
    assert_eq!(read(&path), LEMONT.text(), "the first file is as it was");
    assert!(!window.title().starts_with('•'));

    window.press(plain(Key::E));
    assert!(window.title().starts_with('•'));
    window.press(ctrl(Key::S));
    assert_eq!(read(&other), LEMONT.text(), "back where it began, byte for byte");
    assert!(!window.title().starts_with('•'));
    let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| !name.to_string_lossy().contains("tmp")), "nothing is left behind: {names:?}");
}

#[test]
fn a_file_that_someone_else_changed_is_not_saved_over() {
    let (_folder, path) = copy();
    let mut window = open(&path);
    window.press(plain(Key::E));
    let theirs = LEMONT.text().replacen("title: \"Lemont", "title: \"Other Lemont", 1);
    std::fs::write(&path, &theirs).unwrap();

    window.press(ctrl(Key::S));
    assert_eq!(read(&path), theirs, "the file is untouched");
    assert!(window.shows("Not saved: the file was changed by someone else"), "{:#?}", window.names());
    assert!(window.shows(path.to_str().unwrap()) && window.shows("Properties of the case: title"));
    assert!(window.title().starts_with('•') && window.view().fold_events, "the work is still here");
    assert!(window.shows("Save as…"), "and there is a way out");

    // Choosing the same file by name is no way around it.
    window.send(Command::SaveTo(path.clone()));
    assert_eq!(read(&path), theirs);
}

#[test]
fn a_file_that_changed_on_disk_is_noticed_when_the_window_comes_to_the_front_and_read_again() {
    let (_folder, path) = copy();
    let mut window = open(&path);
    window.look_away_and_back();
    assert!(window.workspace().strip().is_none(), "nothing changed");

    let theirs = LEMONT.text().replacen("title: \"Lemont", "title: \"Other Lemont", 1);
    std::fs::write(&path, theirs).unwrap();
    window.look_away_and_back();
    let strip = window.get_starting(path.to_str().unwrap()).name;
    assert!(strip.contains("changed on disk"), "{strip}");
    assert_eq!(window.title(), "Lemont → Argus – Rode Draad", "what is shown is the older state");
    window.press_button("What differs?");
    assert!(window.shows("Properties of the case: title"), "{:#?}", window.names());
    window.press_button("Open the file on disk");
    assert_eq!(window.title(), "Other Lemont → Argus – Rode Draad");
    assert!(window.workspace().strip().is_none());
}

#[test]
fn reading_again_asks_before_it_drops_unsaved_work() {
    let (_folder, path) = copy();
    let mut window = open(&path);
    window.press(plain(Key::E));
    window.press(plain(Key::F5));
    assert!(window.shows("Reading the file again would lose them."), "{:#?}", window.names());
    window.press_button("Do not save");
    assert!(!window.view().fold_events);
    assert!(!window.title().starts_with('•'));
}

#[test]
fn a_file_that_is_gone_is_noticed_when_the_window_comes_to_the_front() {
    let (_folder, path) = copy();
    let mut window = open(&path);
    std::fs::remove_file(&path).unwrap();
    window.look_away_and_back();
    assert!(window.names().iter().any(|name| name.contains("is no longer there")), "{:#?}", window.names());
    assert!(window.shows("Save elsewhere…"));
}

#[test]
fn a_typed_path_to_a_file_that_is_there_is_asked_about_first() {
    let (folder, _) = copy();
    let other = folder.path().join("other.ron");
    std::fs::write(&other, "somebody's work").unwrap();
    let mut window = open_example();
    for replace in [false, true] {
        window.press(ctrl_shift(Key::S));
        window.press(ctrl(Key::A));
        type_path(&mut window, &other);
        assert!(window.shows("There is a file of this name already"), "{:#?}", window.names());
        assert_eq!(read(&other), "somebody's work");
        window.press_button(if replace { "Replace it" } else { "Cancel" });
        assert_eq!(window.workspace().modal(), None);
    }
    assert_eq!(read(&other), LEMONT.text());

    let picture = folder.path().join("picture.svg");
    std::fs::write(&picture, "somebody's picture").unwrap();
    window.send(Command::Ui(UiCommand::PictureOfNetwork));
    type_path(&mut window, &picture);
    assert!(window.shows("There is a file of this name already"));
    assert_eq!(read(&picture), "somebody's picture");
    window.press_button("Replace it");
    assert!(read(&picture).starts_with("<svg"));
}

#[test]
fn comments_are_asked_about_before_any_save_drops_them() {
    let (folder, path) = copy();
    let with_comment = format!("// seen by two\n{}", LEMONT.text());
    for key in [ctrl(Key::S), ctrl_shift(Key::S)] {
        std::fs::write(&path, &with_comment).unwrap();
        let mut window = open(&path);
        window.press(plain(Key::E));
        window.press(key);
        assert!(window.shows("This file has comments that a save would drop"), "{:#?}", window.names());
        window.press_button("Cancel");
        assert_eq!(read(&path), with_comment);
        window.press(key);
        window.press_button("Save without comments");
        assert!(read(&path).starts_with("Case(") && read(&path).contains("fold_events: true"));
    }

    // What waits for the save goes on after the detour of saving elsewhere.
    std::fs::write(&path, &with_comment).unwrap();
    let mut window = open(&path);
    window.press(plain(Key::E));
    assert!(!window.ask_to_close());
    window.press_button("Save");
    window.press_button("Save as…");
    let other = folder.path().join("without.ron");
    window.press(ctrl(Key::A));
    type_path(&mut window, &other);
    assert!(window.was_closed() && other.exists());
    assert_eq!(read(&path), with_comment);
}

#[test]
fn a_failed_save_says_once_what_happened() {
    let (folder, path) = copy();
    let mut window = open(&path);
    window.press(plain(Key::E));
    window.send(Command::SaveTo(folder.path().join("no such folder/case.ron")));
    let said = window.get_starting("Not saved").name;
    assert_eq!(said.matches("Not saved").count(), 1, "{said}");
    assert!(!said.contains("unchanged"), "nothing is claimed of a file that is not there: {said}");
}

#[test]
fn a_case_of_a_newer_program_says_that_it_is_read_only() {
    let (_folder, path) = copy();
    std::fs::write(&path, LEMONT.text().replacen("format: (1, 0)", "format: (2, 0)", 1)).unwrap();
    let mut window = open(&path);
    assert!(window.names().iter().any(|name| name.contains("read only here")), "{:#?}", window.names());
    window.press(plain(Key::E));
    window.press(ctrl(Key::S));
    assert!(!read(&path).contains("fold_events"), "it is not written over");
}

#[test]
fn a_file_that_vanished_is_told_and_the_work_kept() {
    let (_folder, path) = copy();
    let mut window = open(&path);
    window.press(plain(Key::E));
    std::fs::remove_file(&path).unwrap();
    window.press(ctrl(Key::S));
    let said = window.get_starting("Not saved").name;
    assert!(window.title().starts_with('•'), "{said}");
    assert!(!path.exists());
}

#[test]
fn paths_that_cannot_be_read_give_a_message_and_leave_the_open_case_open() {
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().join("empty.ron");
    std::fs::write(&empty, "").unwrap();
    let mut cases = vec![
        (folder.path().to_owned(), "A folder, not a file"),
        (folder.path().join("missing.ron"), "No such file"),
        (folder.path().join("missing/case.ron"), "No such file"),
        (empty, "The file is empty"),
    ];
    if let Some(locked) = locked(folder.path()) {
        cases.push((locked, "No permission to read it"));
    }
    let mut window = open_example();
    window.select("Argus");
    for (path, reason) in cases {
        window.press(ctrl_shift(Key::O));
        type_path(&mut window, &path);
        let strip = window.get_starting("Not opened: ").name;
        assert!(strip.contains(reason) && strip.contains(path.to_str().unwrap()), "{strip}");
        assert_eq!(window.title(), "Lemont → Argus – Rode Draad");
        assert_eq!(window.selected(), ["Argus"]);
        assert!(window.workspace().settings().recent.is_empty(), "what was not opened is not remembered");
    }
}

/// A file that nobody may read; none for a user whom nothing is denied.
#[cfg(unix)]
fn locked(folder: &Path) -> Option<PathBuf> {
    use std::os::unix::fs::PermissionsExt as _;
    let path = folder.join("locked.ron");
    std::fs::write(&path, LEMONT.text()).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    std::fs::read(&path).is_err().then_some(path)
}

#[cfg(not(unix))]
fn locked(_folder: &Path) -> Option<PathBuf> {
    None
}

#[test]
fn the_examples_open_from_any_folder() {
    let folder = tempfile::tempdir().unwrap();
    // They are built in: a program in an empty folder has them too.
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_rodedraad"))
        .args(["--language", "en", "stats", "lemont-argus.ron"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2), "there is no such file here");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for example in [LEMONT, Example::LemontArgus(Language::Dutch), Example::CryptoPhones] {
        assert_eq!(read(&root.join(example.file_name())), example.text(), "what is built in is what is in the folder");
    }
}

#[test]
fn pictures_are_saved_as_svg_and_png_and_no_other_ending_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = open_example();
    for (command, name, start) in [
        (UiCommand::PictureOfNetwork, "network.svg", &b"<svg"[..]),
        (UiCommand::PictureOfTimeline, "timeline.png", &b"\x89PNG"[..]),
    ] {
        let path = folder.path().join(name);
        window.send(Command::Ui(command));
        type_path(&mut window, &path);
        let bytes = std::fs::read(&path).unwrap();
        assert!(bytes.windows(start.len()).take(100).any(|window| window == start), "{name}");
        assert!(window.names().iter().any(|text| text.starts_with("Picture saved: ")), "{name}");
    }
    let path = folder.path().join("network.gif");
    window.send(Command::Ui(UiCommand::PictureOfNetwork));
    type_path(&mut window, &path);
    assert!(window.shows("No picture: the name must end in .svg or .png"), "{:#?}", window.names());
    assert!(!path.exists());
}

#[test]
fn row_42_windows_of_any_size_and_scale_are_drawn() {
    let mut window = open_example();
    window.select("Argus");
    for (width, height) in [(1.0, 1.0), (1.0, 900.0), (1600.0, 1.0), (240.0, 160.0), (7680.0, 4320.0), (1280.0, 720.0)]
    {
        window.resize(width, height);
        for key in [Key::K, Key::F] {
            window.press(ctrl(key));
            window.press(plain(Key::Escape));
        }
        assert_eq!(window.workspace().case().map(|case| case.entities().len()), Some(20), "{width}×{height}");
        window.select("Argus");
    }
    for scale in [0.5, 1.25, 1.5, 3.0] {
        let window = Opening::of(Start::Example(LEMONT)).scale(scale).open();
        assert!(!window.marks("network", "argus").is_empty(), "scale {scale}");
    }
    let mut welcome = Opening::of(Start::Welcome).size(1.0, 1.0).open();
    welcome.resize(7680.0, 4320.0);
    assert!(welcome.shows("Open a case or drop one here"));
}

const TABLE: &str = "12;Jan;Piet;belt\n3;Piet;Klaas;belt\n;Klaas;;\n";

#[test]
fn a_table_is_shown_before_anything_of_it_is_taken_over_and_becomes_unsaved_work() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("contacts.csv");
    std::fs::write(&path, TABLE).unwrap();
    let mut window = open_example();
    window.drop_file(&path);
    let open = window.title().to_owned();
    assert!(window.shows("The first row does not name source and target: columns count by place"));
    assert!(window.names().iter().any(|name| name.starts_with("3 rows become links") || name.starts_with("2 rows")));
    window.click("Cancel");
    assert_eq!(window.title(), open, "nothing was taken over");

    window.drop_file(&path);
    for (column, meaning) in
        [("Column 1", "Weight"), ("Column 2", "Source"), ("Column 3", "Target"), ("Column 4", "Relation")]
    {
        window.click(column);
        window.click(meaning);
    }
    assert!(window.names().iter().any(|name| name.contains("1 row cannot be taken")), "{:?}", window.names());
    window.click("Take over");
    let case = window.workspace().case().unwrap();
    assert_eq!((case.head().title.as_str(), case.entities().len(), case.links().len()), ("contacts", 3, 2));
    assert_eq!(case.links()[0].relation, "belt");
    assert!(window.workspace().document().unwrap().is_dirty(), "it is in no file yet");
    assert!(case.sources()[0].note.as_ref().unwrap().contains("line 3"));
    assert!(!window.ask_to_close(), "unsaved work is asked about");
}
