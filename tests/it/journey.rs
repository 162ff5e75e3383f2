//! A newcomer's way through the second example, without a pointer, by accessible names alone.

use egui::accesskit::Role;
use egui::{Key, Modifiers};

use crate::harness::{ctrl, open_crypto_phones, plain, span};

#[test]
fn from_a_name_to_the_contested_number_to_the_passage_behind_it_without_a_pointer() {
    let mut window = open_crypto_phones();
    let before = ["possible", "outside", "undated"].map(|counter| window.status(counter));
    assert_eq!(before[..2], [0, 0], "no window, so nothing is possible or outside");
    assert!(window.status("contested") > 0);

    // Find it.
    window.press(ctrl(Key::F));
    window.type_text("sky ecc");
    window.press(plain(Key::Enter));
    assert_eq!(window.lead_name().as_deref(), Some("Sky ECC"));
    assert_eq!(window.workspace().modal(), None, "what was open is closed");

    // Read what sources say of the number of users, side by side, with the place in the source behind each.
    let details = window.details_text();
    let lines: Vec<&str> = details.lines().collect();
    let users = lines.iter().position(|line| *line == "Users").expect("the attribute");
    assert!(lines[users + 1].contains("claims, none merged"), "marked as contested: {}", lines[users + 1]);
    for claim in ["some 70,000 users", "about 170,000 people", "some 171,000 phones in circulation"] {
        assert!(lines.contains(&claim), "{claim} in {details}");
    }
    assert!(details.contains("¶3.s8"), "the locator: {details}");

    // Go to the passage behind the number that the press release gives, by Tab and Enter.
    while window.focused().is_none_or(|found| found.name != "Details") {
        window.press(plain(Key::F6));
    }
    for _ in 0..60 {
        window.tab();
        if window.focused().is_some_and(|found| found.name.contains("¶3.s8")) {
            break;
        }
    }
    window.press(plain(Key::Enter));
    assert_eq!(window.lead_name().as_deref(), Some("Nieuwe klap voor georganiseerde misdaad"));
    let standing = window.details_text();
    let row = standing.lines().find(|line| line.starts_with("Platform Sky ECC, ")).expect("Sky ECC stands on it");
    assert_eq!(row.matches("¶3.s8").count(), 1, "each passage once: {row}");
    window.press((Modifiers::ALT, Key::ArrowLeft));
    assert_eq!(window.lead_name().as_deref(), Some("Sky ECC"));

    // Narrow time.
    window.press(ctrl(Key::T));
    let field = window.focused().expect("the field has the keyboard");
    assert_eq!(field.role, Role::TextInput);
    window.type_text("2021-02/2021-03");
    window.press(plain(Key::Enter));
    assert_eq!(window.workspace().window(), Some(span("2021-02/2021-03")));
    assert_eq!(window.lead_name().as_deref(), Some("Sky ECC"), "the selection stays");

    // Read the counters: as many things as before, now divided over four answers.
    let after = ["possible", "outside", "undated"].map(|counter| window.status(counter));
    assert!(after[0] > 0 && after[1] > 0, "{before:?}, then {after:?}");
    assert_eq!(after[2], before[2], "the window does not touch what has no date");
    let tally = window.workspace().derived().answers.tally();
    assert_eq!(after, [tally.possible, tally.out, tally.undated]);
    let all = ["entities", "events", "links"].map(|counter| window.status(counter)).iter().sum::<usize>();
    assert_eq!(tally.certain + after.iter().sum::<usize>(), all);
    assert!(window.names().iter().any(|name| name.contains("1 Feb 2021") && name.contains("31 Mar 2021")));
}
