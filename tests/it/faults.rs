//! Faults that a program of this kind meets sooner or later, by their numbers in `tests/faults.md`: those that show only in
//! the whole window or the whole program.

use std::fs;
use std::path::Path;

use egui::Key;
use rodedraad::analysis::adjacency::Adjacency;
use rodedraad::analysis::communities::communities;
use rodedraad::analysis::components::components;
use rodedraad::analysis::paths::shortest;
use rodedraad::app::command::Command;
use rodedraad::app::command_table::UiCommand;
use rodedraad::app::effect::Picture;
use rodedraad::app::workspace::Modal;
use rodedraad::base::cancel::Cancel;
use rodedraad::file;
use rodedraad::ui::app::Start;
use rodedraad::ui::device::Rescue;

use crate::harness::{LEMONT, Opening, Window, ctrl, open_example, plain};
use crate::safety::{after_crash, folders, make, open};

fn delete(window: &mut Window, name: &str) {
    window.select(name);
    window.press(plain(Key::Delete));
    window.press_button("Delete");
}

/// The graph library gives a new node the number of one that was deleted.
#[test]
fn row_17_what_was_deleted_is_not_taken_for_what_is_new() {
    let mut window = open_example();
    let argus = window.node("Argus");
    window.drag(argus, argus + egui::vec2(36.0, -20.0));
    let pinned = window.view().pins.clone();
    let before = file::write(window.workspace().case().unwrap());
    delete(&mut window, "Argus");
    assert!(window.selected().is_empty(), "{:?}", window.selected());
    make(&mut window, "Stranger");
    assert_eq!(window.selected(), ["Stranger"]);
    assert!(window.view().pins.is_empty(), "the pin went with what it held");
    window.press(ctrl(Key::Z));
    assert!(window.selected().is_empty(), "{:?}", window.selected());
    window.press(ctrl(Key::Z));
    assert_eq!((file::write(window.workspace().case().unwrap()), window.view().pins), (before, pinned));
    assert!(!window.selected().contains(&"Stranger".to_owned()));
}

/// The graph library counts on numbers without gaps, which it does not have after a deletion.
#[test]
fn row_18_questions_about_a_case_after_deletions_are_answered_as_if_it_had_just_been_read() {
    let mut window = open_example();
    for name in ["EncroChat", "Belgium", "Lemont"] {
        delete(&mut window, name);
    }
    let case = window.workspace().case().unwrap();
    let read = file::read(file::write(case).as_bytes()).unwrap().case;
    let [now, fresh] = [case, &read].map(|case| {
        let snapshot = case.graph().snapshot();
        let adjacency = Adjacency::new(&snapshot);
        let ids = &snapshot.ids;
        let ways: Vec<_> = ids.iter().map(|id| shortest(&adjacency, &ids[0], id)).collect();
        let found = communities(ids.len(), &snapshot.ends, &Cancel::default());
        (ids.clone(), components(&adjacency), ways, found)
    });
    assert!(now.0.len() > 10 && now.2.iter().flatten().count() > 5, "there is something to ask about");
    assert_eq!(now, fresh);
}

/// A share that is gone, as a stick that was pulled out: the folder is not there any more.
#[test]
fn row_30_a_place_that_is_gone_or_read_only_offers_another_and_the_journal_goes_on() {
    for is_gone in [true, false] {
        let (folder, path, data) = folders();
        let share = folder.path().join("share");
        fs::create_dir(&share).unwrap();
        let shared = share.join("case.ron");
        fs::rename(&path, &shared).unwrap();
        let mut window = open(&shared, &data);
        if is_gone {
            fs::remove_dir_all(&share).unwrap();
        } else {
            let mut permissions = shared.metadata().unwrap().permissions();
            permissions.set_readonly(true);
            fs::set_permissions(&shared, permissions).unwrap();
        }
        make(&mut window, "First");
        window.press(ctrl(Key::S));
        let said = window.get_starting("Not saved: ").name;
        assert_eq!(said.contains("no longer there"), is_gone, "{said}");
        assert_eq!(said.contains("no permission"), !is_gone, "{said}");
        make(&mut window, "Second");
        assert!(window.shows_starting("not saved, in journal "), "{:#?}", window.names());

        window.press_button("Save elsewhere…");
        let other = folder.path().join("other.ron");
        window.press(ctrl(Key::A));
        window.type_text(other.to_str().unwrap());
        window.press(plain(Key::Enter));
        let saved = file::read(&fs::read(&other).unwrap()).unwrap().case;
        assert!(saved.entity("first").is_some() && saved.entity("second").is_some());
        assert!(!window.workspace().document().unwrap().is_dirty());
    }
}

#[test]
fn row_40_a_window_that_loses_its_graphics_device_goes_on_in_another_with_all_that_it_held() {
    let (_folder, path, data) = folders();
    let rescue = Rescue::default();
    let mut window = Opening::of(Start::File(path.clone())).data(&data).rescue(&rescue).open();
    make(&mut window, "Nieuwe persoon");
    window.narrow("2020/2021");
    window.select("Argus");
    window.app().lose_device();
    window.frame([]);
    assert!(window.was_closed() && rescue.borrow().is_some());
    drop(window);

    let mut window = Opening::of(Start::Welcome).rescue(&rescue).open();
    assert_eq!(window.lead_name().as_deref(), Some("Argus"));
    assert_eq!(window.workspace().window(), Some(crate::harness::span("2020/2021")));
    assert!(window.names().iter().any(|name| name.contains("graphics")), "it is told: {:#?}", window.names());
    assert!(window.shows_starting("not saved, in journal "), "{:#?}", window.names());
    window.press(ctrl(Key::Z));
    assert!(window.workspace().case().unwrap().entity("nieuwe-persoon").is_none(), "steps can be taken back");
    window.press(ctrl(Key::Y));
    window.press(ctrl(Key::S));
    assert!(fs::read_to_string(&path).unwrap().contains("Nieuwe persoon"));
}

/// As over a connection without a screen.
#[cfg(target_os = "linux")]
#[test]
fn row_41_where_no_window_can_be_opened_that_is_said_and_the_command_line_named() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_rodedraad"))
        .args(["--language", "en"])
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .envs([("HOME", home), ("XDG_DATA_HOME", home), ("XDG_CONFIG_HOME", home)])
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("rodedraad: ") && said.contains("rodedraad --help"), "{said}");
    assert!(!said.contains("panicked"), "{said}");
}

/// The harness looks for two things with one id in each picture that it draws.
#[test]
fn row_43_things_of_one_name_are_told_apart_in_every_list() {
    let mut window = open_example();
    for _ in 0..3 {
        make(&mut window, "Argus");
    }
    window.press(plain(Key::F7));
    window.press(ctrl(Key::F));
    window.type_text("Argus");
    window.press(plain(Key::Escape));
    window.send(Command::Ui(UiCommand::History));
    assert!(window.workspace().modal().is_some());
    window.press(plain(Key::Escape));
    let argus = window.workspace().case().unwrap().entities().iter().filter(|entity| entity.name == "Argus").count();
    assert_eq!(argus, 4);
}

const FOREIGN: &str = "表 مرحبا שלום 🜁";

#[test]
fn row_46_letters_of_any_script_are_copied_and_saved_as_they_are() {
    let (_folder, path, data) = folders();
    let mut window = open(&path, &data);
    // The harness gives up at a letter without a shape; the program draws a box.
    window.harness().ctx.set_missing_glyph_policy(egui::MissingGlyphPolicy::Tofu);
    make(&mut window, FOREIGN);
    window.send(Command::Ui(UiCommand::CopyName));
    assert_eq!(window.copied(), [FOREIGN]);
    window.press(ctrl(Key::S));
    assert!(fs::read_to_string(&path).unwrap().contains(FOREIGN));
    let other = path.with_file_name("other.ron");
    fs::copy(&path, &other).unwrap();
    window.send(Command::OpenPath(other));
    let told = window.workspace().notice().map(|(notice, _)| notice.text(window.workspace().words()));
    assert!(told.as_ref().is_some_and(|told| told.starts_with("1 name has letters that no typeface")), "{told:?}");
}

/// The system ends programs that do not close, and waits for no answer to a question.
#[test]
fn row_47_what_is_unsaved_when_the_user_logs_off_is_in_the_journal_before_anything_is_asked() {
    let (folder, path, data) = folders();
    let mut window = open(&path, &data);
    make(&mut window, "Nieuwe persoon");
    assert!(!window.ask_to_close(), "it asks first");
    assert!(matches!(window.workspace().modal(), Some(Modal::Unsaved(_))), "{:?}", window.workspace().modal());
    let after = after_crash(&data, folder.path());
    drop(window);
    let mut window = open(&path, &after);
    window.press_button("Open recovered work");
    assert!(window.workspace().case().unwrap().entity("nieuwe-persoon").is_some());
}

/// A name that is no text in any encoding, as old archives bring them.
#[cfg(unix)]
#[test]
fn row_49_a_file_whose_name_is_no_text_is_opened_edited_and_saved() {
    use std::os::unix::ffi::OsStrExt as _;
    let (folder, path, data) = folders();
    let odd = folder.path().join(std::ffi::OsStr::from_bytes(b"dossier-\xff.ron"));
    fs::rename(&path, &odd).unwrap();
    let mut window = open(&odd, &data);
    make(&mut window, "Nieuwe persoon");
    assert!(window.shows_starting("not saved, in journal "), "{:#?}", window.names());
    let after = after_crash(&data, folder.path());
    window.press(ctrl(Key::S));
    assert!(fs::read_to_string(&odd).unwrap().contains("Nieuwe persoon"));
    let settings = window.workspace().settings().to_text();
    assert!(settings.contains("theme"), "its path does not cost the settings: {settings:?}");
    drop(window);
    let mut window = open(&odd, &after);
    window.press_button("Open recovered work");
    assert!(window.workspace().case().unwrap().entity("nieuwe-persoon").is_some());
}

#[test]
fn row_49_a_name_that_is_too_long_is_refused_in_words() {
    let (folder, path, data) = folders();
    let mut window = open(&path, &data);
    let long = folder.path().join(format!("{}.ron", "x".repeat(300)));
    window.send(Command::SaveTo(long));
    let said = window.get_starting("Not saved: ").name;
    assert!(said.to_lowercase().contains("name too long"), "{said}");
    for name in ["CON.ron", "dossier.", " dossier .ron", "d'o\"s?s*i|er.ron"] {
        let path = folder.path().join(name);
        window.send(Command::SaveTo(path.clone()));
        let is_saved = fs::read_to_string(&path).is_ok_and(|text| text == LEMONT.text());
        assert!(is_saved || window.shows_starting("Not saved: "), "{name}: {:#?}", window.names());
    }
}

#[test]
fn row_50_what_is_made_of_a_case_never_takes_its_place() {
    let (folder, path, _) = folders();
    let svg = folder.path().join("case.svg");
    fs::rename(&path, &svg).unwrap();
    let mut window = Opening::of(Start::File(svg.clone())).open();
    let roundabout = folder.path().join("journals").join("..").join("case.svg");
    fs::create_dir(folder.path().join("journals")).unwrap();
    for to in [&svg, &roundabout] {
        window.send(Command::PictureTo(Picture::Network, to.clone()));
        assert!(window.shows_starting("Not saved: this is the file that was read"), "{:#?}", window.names());
        assert_eq!(fs::read_to_string(&svg).unwrap(), LEMONT.text());
    }
    let link = folder.path().join("link.svg");
    let is_linked = link_to(&svg, &link);
    for output in [svg.clone(), roundabout].into_iter().chain(is_linked.then_some(link)) {
        let (svg, output) = (svg.to_str().unwrap(), output.to_str().unwrap());
        for command in [&["render", "--view", "network"][..], &["layout"]] {
            let outcome = crate::examples::run(&[command, &[svg, "-o", output, "--language", "en"]].concat());
            assert_eq!(outcome.code, 2, "{}", outcome.said);
            assert!(outcome.complaints.contains("this is the file that was read"), "{}", outcome.complaints);
            assert_eq!(fs::read_to_string(svg).unwrap(), LEMONT.text());
        }
    }
}

#[cfg(unix)]
fn link_to(original: &Path, link: &Path) -> bool {
    std::os::unix::fs::symlink(original, link).is_ok()
}

#[cfg(not(unix))]
fn link_to(_: &Path, _: &Path) -> bool {
    false
}
