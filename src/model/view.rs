//! How a case was left: what is pinned, hidden and coloured. Saved in the file.

use std::collections::{BTreeMap, BTreeSet};

use super::Id;
use super::kind::Colour;
use super::link::Strength;
use super::source::Extra;

/// The part of the picture that belongs to the case and not to the program.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ViewState {
    /// Chosen layout of the network.
    pub layout: Option<String>,
    /// Pinned nodes: points in the network's plane, in points at zoom 1, y down; finite.
    pub pins: BTreeMap<Id, (f64, f64)>,
    /// Things hidden by hand.
    pub hidden: BTreeSet<Id>,
    /// Kinds hidden through the legend; `event` hides events.
    pub hidden_kinds: BTreeSet<String>,
    /// Links of these strengths are hidden through the legend.
    pub hidden_strengths: BTreeSet<Strength>,
    /// Colours chosen by hand.
    pub colours: BTreeMap<Id, Colour>,
    /// Styling rules; the first that matches counts.
    pub rules: Vec<Rule>,
    /// The attribute whose numbers make nodes larger; none: the number of ties does.
    pub size_by: Option<String>,
    /// The attribute whose numbers make links wider; none: all are alike.
    pub width_by: Option<String>,
    /// Groups that the network draws as one thing each.
    pub groups: Vec<Group>,
    /// How the lanes of the timeline stand.
    pub lanes: LaneView,
    /// Events are folded into the ties of their participants.
    pub fold_events: bool,
    /// Unknown fields, kept as their text.
    pub extra: Vec<Extra>,
}

/// How the lanes of the timeline stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LaneView {
    /// Order of lanes chosen by hand.
    pub order: Vec<Id>,
    /// Lanes on top, first to last.
    pub pins: Vec<Id>,
    /// How lanes are grouped: `kind`, `investigation`, `tag`; none or another word: not.
    pub groups: Option<String>,
    /// How lanes are sorted: `name`, `connection`; none or another word: by the first time that is known.
    pub sort: Option<String>,
    /// Folded groups, by words such as `kind:platform`.
    pub folds: BTreeSet<String>,
}

/// The part of the looks of a case that is changed in one step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Looks {
    /// [`ViewState::rules`].
    pub rules: Vec<Rule>,
    /// [`ViewState::size_by`].
    pub size_by: Option<String>,
    /// [`ViewState::width_by`].
    pub width_by: Option<String>,
}

/// A styling rule: what matches all of its conditions gets the colour; one without conditions matches nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Kind that matches; none: any.
    pub kind: Option<String>,
    /// Tag that matches; none: any.
    pub tag: Option<String>,
    /// Attribute of which something must be claimed; none: of any or none.
    pub attribute: Option<String>,
    /// What must be claimed of it; none: anything.
    pub value: Option<String>,
    /// The least number that must be claimed of it; finite. None: any.
    pub least: Option<f64>,
    /// The colour.
    pub colour: Option<Colour>,
    /// Unknown fields, kept as their text.
    pub extra: Vec<Extra>,
}

/// Things that the network draws as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its own id; nothing else in the case has it.
    pub id: Id,
    /// Its name as shown.
    pub name: String,
    /// Who is in it, by a rule: `kind:platform`, `country:netherlands`; none: [`Self::members`].
    pub by: Option<String>,
    /// Who is in it, one by one.
    pub members: Vec<Id>,
    /// Where it is pinned: a point of the network's plane, as in [`ViewState::pins`].
    pub at: Option<(f64, f64)>,
    /// Unknown fields, kept as their text.
    pub extra: Vec<Extra>,
}
