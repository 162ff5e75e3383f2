//! Who has a case open: a file beside it that says who, where and since when, and a lock that the system takes away when
//! the program that holds it ends.
//!
//! The text and the lock are two files, as some systems let nobody read what is locked. On one machine the lock tells
//! surely whether the other program lives. From another machine, over a network drive, it may not; then only a person
//! can say so.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::storage::{Disk, Storage as _};

/// Who has a case open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// Name of the user.
    pub user: String,
    /// Name of the machine.
    pub machine: String,
    /// Since when, as ISO 8601 in UTC.
    pub since: String,
}

/// A case that is held open; given back when dropped.
#[derive(Debug)]
pub struct Hold {
    text: PathBuf,
    /// Dropped after the text is gone.
    _lock: <Disk as super::storage::Storage>::Lock,
}

impl Drop for Hold {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.text);
    }
}

/// What came of asking for a case.
#[derive(Debug)]
pub enum Asked {
    /// It is ours.
    Ours(Hold),
    /// Somebody has it. `lives`: the program that holds it surely runs; otherwise nobody can tell.
    Theirs {
        /// Who.
        holder: Holder,
        /// Whether the program surely runs.
        lives: bool,
    },
    /// Nothing can be written beside it, so nobody can hold it.
    Nobodys(io::ErrorKind),
}

fn beside(case: &Path, ending: &str) -> PathBuf {
    let mut name = case.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    case.with_file_name(name)
}

/// Asks for a case. `take_over`: also where the holder's program may run on another machine.
pub fn hold(case: &Path, me: &Holder, take_over: bool) -> Asked {
    let case = Disk.target(case).unwrap_or_else(|_| case.to_owned());
    let text = beside(&case, ".rodedraad-open");
    let before = fs::read(&text).ok().map(|bytes| {
        // What cannot be read was written by somebody too.
        std::str::from_utf8(&bytes).ok().and_then(|text| ron::from_str(text).ok()).unwrap_or_default()
    });
    let lock = match Disk.lock(&beside(&case, ".rodedraad-open-lock")) {
        Ok(Some(lock)) => lock,
        Ok(None) => return Asked::Theirs { holder: before.unwrap_or_default(), lives: true },
        Err(error) => return Asked::Nobodys(error.kind()),
    };
    if let Some(holder) = before.filter(|holder: &Holder| !take_over && holder.machine != me.machine) {
        return Asked::Theirs { holder, lives: false };
    }
    match write(&text, me) {
        Ok(()) => Asked::Ours(Hold { text, _lock: lock }),
        Err(error) => Asked::Nobodys(error.kind()),
    }
}

fn write(path: &Path, holder: &Holder) -> io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(ron::to_string(holder).unwrap_or_default().as_bytes())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holder(user: &str, machine: &str) -> Holder {
        Holder { user: user.to_owned(), machine: machine.to_owned(), since: "2026-11-27T09:00:00Z".to_owned() }
    }

    #[test]
    fn row_33_the_second_is_told_who_has_it_and_since_when() {
        let folder = tempfile::tempdir().unwrap();
        let case = folder.path().join("case.ron");
        fs::write(&case, "Case()").unwrap();
        let Asked::Ours(first) = hold(&case, &holder("anna", "pc-1"), false) else { panic!("it is free") };
        for take_over in [false, true] {
            let Asked::Theirs { holder: by, lives } = hold(&case, &holder("bert", "pc-1"), take_over) else {
                panic!("a program that runs is never robbed")
            };
            assert_eq!((by, lives), (holder("anna", "pc-1"), true));
        }
        drop(first);
        let Asked::Ours(second) = hold(&case, &holder("bert", "pc-1"), false) else { panic!("given back") };
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
        drop(second);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside the case");
    }

    #[test]
    fn row_33_what_a_dead_program_left_is_taken_over_here_and_asked_about_from_elsewhere() {
        let folder = tempfile::tempdir().unwrap();
        let case = folder.path().join("case.ron");
        fs::write(&case, "Case()").unwrap();
        let text = beside(&case, ".rodedraad-open");
        write(&text, &holder("anna", "pc-1")).unwrap();
        let asked = hold(&case, &holder("bert", "pc-2"), false);
        assert!(matches!(asked, Asked::Theirs { lives: false, .. }), "{asked:?}");
        drop(asked);
        let asked = hold(&case, &holder("anna", "pc-1"), false);
        assert!(matches!(asked, Asked::Ours(_)), "the lock of a dead program of this machine is free: {asked:?}");
        drop(asked);
        fs::write(&text, "no holder").unwrap();
        assert!(matches!(hold(&case, &holder("bert", "pc-2"), true), Asked::Ours(_)), "knowingly");
    }

    #[test]
    fn where_nothing_can_be_written_nobody_holds() {
        let asked = hold(Path::new("/proc/self/status"), &holder("anna", "pc-1"), false);
        assert!(cfg!(not(target_os = "linux")) || matches!(asked, Asked::Nobodys(_)), "{asked:?}");
    }
}
