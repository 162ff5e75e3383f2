//! Names for the things of a case. An [`Id`] is the user's own readable word and means the same thing for ever; a
//! position in a list or a graph never leaves the module that owns it.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

/// A readable name of one source, entity, event, link or story; compared byte for byte. Cheap to clone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

/// What belongs to each id, with a hash that is quicker than the usual one: after each edit that adds or takes away, all
/// ids of a case are hashed anew.
pub type IdMap<V> = HashMap<Id, V, foldhash::fast::RandomState>;

impl Id {
    /// Where the word lies in memory: alike for ids that were cloned from each other, as all that a reading gives one
    /// word are. Equal ids may lie elsewhere.
    pub fn address(&self) -> usize {
        self.0.as_ptr() as usize
    }

    /// The word itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self(Arc::from(text))
    }
}

impl From<String> for Id {
    fn from(text: String) -> Self {
        Self(Arc::from(text))
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "`{}`", self.0)
    }
}
