//! A sound file with a thousand things wrong in it, of as many kinds as one can make in a text.

/// How many things are put wrong in a text; fewer where it has fewer links.
pub const FAULTS: usize = 1_000;

/// What one link may be given instead of one of its lines: the field, and what stands there then; `{}` is the value
/// that was there. Most make one finding each.
const EDITS: [(&str, &str); 12] = [
    ("to", "to: \"{}-gone\","),
    ("from", "from: \"nobody at all\","),
    ("when", "when: \"2021-13-45\","),
    ("when", "when: \"in the spring\","),
    ("when", "when: \"2021-03-09/2020-01-01\","),
    ("when", ""),
    ("id", "id: \"link-0\","),
    ("relation", "relation: 5,"),
    ("relation", "relation: \"{}\", colour: \"red\","),
    ("relation", "relation: \"{}\", strength: Certain,"),
    ("relation", "relation: \"{}\", relation: \"twice\","),
    ("relation", ""),
];

/// The text with faults put in at even distances, all of them in links.
pub fn with_faults(text: &str, links: usize) -> String {
    let every = (links / FAULTS).max(2);
    let mut faulty = String::with_capacity(text.len() + 64 * FAULTS);
    let mut link = None;
    let mut number = 0;
    for line in text.lines() {
        let edit = link.map(|at: usize| EDITS[at % EDITS.len()]);
        if line == "        Link(" {
            number += 1;
            // The first link stays sound: others take its id.
            link = (number % every == 0 && number / every <= FAULTS).then_some(number / every);
        } else if line == "        )," {
            link = None;
        } else if let Some((field, instead)) = edit
            && let Some(value) = line.trim_start().strip_prefix(field).and_then(|rest| rest.strip_prefix(": "))
            && line.starts_with("            ")
            && !line.starts_with("             ")
        {
            let value = value.trim_end_matches(',').trim_matches('"');
            faulty.push_str("            ");
            faulty.push_str(&instead.replace("{}", value));
            faulty.push('\n');
            continue;
        }
        faulty.push_str(line);
        faulty.push('\n');
    }
    faulty
}
