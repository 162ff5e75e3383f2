//! A disk in memory that fails when it is told to, and that can lose its power: then what was not waited for is there,
//! half there or gone, as the dice will have it.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use super::{Storage, folder_of};
use crate::file::tests::Dice;

/// When a call comes to grief. Calls are counted from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Never.
    None,
    /// This call fails, with that reason.
    Once(usize, io::ErrorKind),
    /// This call and all after it fail.
    From(usize, io::ErrorKind),
    /// At this call the power goes.
    Power(usize),
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Node {
    Folder,
    File(usize),
}

#[derive(Clone, Debug, Default)]
struct Inode {
    now: Vec<u8>,
    on_disk: Vec<u8>,
}

#[derive(Clone, Debug, Default)]
struct State {
    inodes: Vec<Inode>,
    names: BTreeMap<PathBuf, Node>,
    /// The names that the disk has.
    names_on_disk: BTreeMap<PathBuf, Node>,
}

/// The disk.
#[derive(Debug)]
pub struct Memory {
    state: RefCell<State>,
    locks: RefCell<BTreeSet<PathBuf>>,
    calls: Cell<usize>,
    fault: Cell<Fault>,
}

impl Memory {
    /// With one file, safe on the disk.
    pub fn with(path: &str, bytes: &[u8]) -> Self {
        let state = State {
            inodes: vec![Inode { now: bytes.to_vec(), on_disk: bytes.to_vec() }],
            names: BTreeMap::from([(PathBuf::from(path), Node::File(0))]),
            names_on_disk: BTreeMap::from([(PathBuf::from(path), Node::File(0))]),
        };
        Self::of(state)
    }

    fn of(state: State) -> Self {
        Self {
            state: RefCell::new(state),
            locks: RefCell::default(),
            calls: Cell::new(0),
            fault: Cell::new(Fault::None),
        }
    }

    /// From now on, calls counted anew.
    pub fn fail(&self, fault: Fault) {
        self.calls.set(0);
        self.fault.set(fault);
    }

    /// How many calls there were.
    pub fn calls(&self) -> usize {
        self.calls.get()
    }

    /// The disk as it is found when the power is back.
    #[must_use]
    pub(in crate::file) fn after_power_cut(&self, dice: &mut Dice) -> Self {
        let state = self.state.borrow();
        let mut after = State::default();
        let all: BTreeSet<&PathBuf> = state.names.keys().chain(state.names_on_disk.keys()).collect();
        for path in all {
            let (now, on_disk) = (state.names.get(path), state.names_on_disk.get(path));
            // Each name that was not waited for may have got to the disk or not.
            if let Some(node) = if dice.one_in(2) { now } else { on_disk } {
                after.names.insert(path.clone(), node.clone());
            }
        }
        // What stands in a folder that is not there is lost with it.
        let names = after.names.clone();
        after.names.retain(|path, _| {
            let mut above = path.ancestors().skip(1).filter(|folder| state.is_folder(folder));
            above.all(|folder| names.get(folder) == Some(&Node::Folder))
        });
        after.inodes = state.inodes.iter().map(|inode| inode.after_power_cut(dice)).collect();
        after.names_on_disk = after.names.clone();
        Self::of(after)
    }

    /// What a file holds.
    pub fn bytes(&self, path: &Path) -> Option<Vec<u8>> {
        let state = self.state.borrow();
        state.inode(path).map(|at| state.inodes[at].now.clone())
    }

    /// All names.
    pub fn names(&self) -> Vec<PathBuf> {
        self.state.borrow().names.keys().cloned().collect()
    }

    fn step(&self) -> io::Result<()> {
        let call = self.calls.get() + 1;
        self.calls.set(call);
        match self.fault.get() {
            Fault::Once(at, with) if call == at => Err(with.into()),
            Fault::From(at, with) if call >= at => Err(with.into()),
            Fault::Power(at) if call >= at => Err(io::Error::other("no power")),
            _ => Ok(()),
        }
    }

    /// Whether the power is gone: then nothing more gets anywhere.
    fn is_dead(&self) -> bool {
        matches!(self.fault.get(), Fault::Power(at) if self.calls.get() > at)
    }

    fn write_to(&self, at: usize, bytes: &[u8]) -> io::Result<()> {
        let failure = self.step();
        if !self.is_dead() {
            // A full disk takes what still fits.
            let taken = if failure.is_err() { bytes.len() / 2 } else { bytes.len() };
            self.state.borrow_mut().inodes[at].now.extend_from_slice(&bytes[..taken]);
        }
        failure
    }

    fn sync_inode(&self, at: usize) -> io::Result<()> {
        self.step()?;
        let inode = &mut self.state.borrow_mut().inodes[at];
        inode.on_disk = inode.now.clone();
        Ok(())
    }

    fn new_inode(&self) -> usize {
        let mut state = self.state.borrow_mut();
        state.inodes.push(Inode::default());
        state.inodes.len() - 1
    }
}

impl State {
    fn inode(&self, path: &Path) -> Option<usize> {
        match self.names.get(path)? {
            Node::File(at) => Some(*at),
            Node::Folder => None,
        }
    }

    fn is_folder(&self, path: &Path) -> bool {
        self.names.get(path) == Some(&Node::Folder) || self.names_on_disk.get(path) == Some(&Node::Folder)
    }
}

impl Inode {
    fn after_power_cut(&self, dice: &mut Dice) -> Self {
        let mut found = self.on_disk.clone();
        if let Some(more) = self.now.strip_prefix(self.on_disk.as_slice()) {
            // What was being added got there in part, and its end may be noise.
            let kept = dice.below(more.len() + 1);
            found.extend_from_slice(&more[..kept]);
            if kept > 0 && dice.one_in(3) {
                let last = found.len() - 1;
                found[last] ^= 0x55;
            }
        }
        Self { now: found.clone(), on_disk: found }
    }
}

impl Storage for Memory {
    type Lock = MemoryLock;
    type Temporary = usize;
    type Growing = usize;

    fn target(&self, path: &Path) -> io::Result<PathBuf> {
        self.step().map(|()| path.to_owned())
    }

    fn is_there(&self, path: &Path) -> bool {
        self.state.borrow().names.contains_key(path)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<MemoryLock>> {
        self.step()?;
        // Nobody else is here; that locks hold is tested on a real disk.
        self.locks.borrow_mut().insert(path.to_owned());
        Ok(Some(MemoryLock))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.step()?;
        self.bytes(path).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn create(&self, _: &Path) -> io::Result<usize> {
        self.step().map(|()| self.new_inode())
    }

    fn write(&self, file: &mut usize, bytes: &[u8]) -> io::Result<()> {
        self.write_to(*file, bytes)
    }

    fn permit(&self, _: &mut usize, _: &Path) -> io::Result<()> {
        self.step()
    }

    fn sync(&self, file: &mut usize) -> io::Result<()> {
        self.sync_inode(*file)
    }

    fn replace(&self, file: usize, target: &Path) -> io::Result<()> {
        self.step()?;
        self.state.borrow_mut().names.insert(target.to_owned(), Node::File(file));
        Ok(())
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        let state = &mut *self.state.borrow_mut();
        state.names_on_disk.retain(|path, _| folder_of(path) != folder);
        let here = state.names.iter().filter(|(path, _)| folder_of(path) == folder);
        state.names_on_disk.extend(here.map(|(path, node)| (path.clone(), node.clone())));
        Ok(())
    }

    fn make_folder(&self, folder: &Path, _: bool) -> io::Result<()> {
        self.step()?;
        self.state.borrow_mut().names.entry(folder.to_owned()).or_insert(Node::Folder);
        Ok(())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.step()?;
        Ok(self.names().into_iter().filter(|path| folder_of(path) == folder && path != folder).collect())
    }

    fn keep(&self, file: &Path, kept: &Path) -> io::Result<()> {
        self.step()?;
        let state = &mut *self.state.borrow_mut();
        let node = state.names.get(file).cloned().ok_or(io::ErrorKind::NotFound)?;
        state.names.insert(kept.to_owned(), node);
        Ok(())
    }

    fn remove(&self, file: &Path) -> io::Result<()> {
        self.step()?;
        self.state.borrow_mut().names.remove(file);
        Ok(())
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        self.state.borrow_mut().names.retain(|path, _| !path.starts_with(folder));
        Ok(())
    }

    fn grow(&self, path: &Path, length: u64) -> io::Result<usize> {
        self.step()?;
        let known = self.state.borrow().inode(path);
        let at = known.unwrap_or_else(|| self.new_inode());
        let state = &mut *self.state.borrow_mut();
        state.inodes[at].now.truncate(length as usize);
        state.names.insert(path.to_owned(), Node::File(at));
        Ok(at)
    }

    fn append(&self, file: &mut usize, bytes: &[u8]) -> io::Result<()> {
        self.write_to(*file, bytes)
    }

    fn sync_growing(&self, file: &mut usize) -> io::Result<()> {
        self.sync_inode(*file)
    }
}

/// A lock; nobody else is there.
#[derive(Debug)]
pub struct MemoryLock;
