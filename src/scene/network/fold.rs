//! A folded group as a node: what of it is seen, how it stands in the window, how much it stands out.

use emath::Pos2;

use super::Network;
use super::gather::{Node, radius};
use crate::analysis::folds::Folded;
use crate::model::answers::Answers;
use crate::model::claim::Nature;
use crate::model::time::Answer;
use crate::model::{Case, Id};
use crate::scene::{KindLook, Level, Light, NodeState};

/// The kind whose look groups of several kinds have.
const GROUP: &str = "group";

/// How a group looks: as its members where they are of one kind.
pub fn look(case: &Case, group: &Folded) -> KindLook {
    KindLook::of_word(group.kind.as_deref().unwrap_or(GROUP), &case.head().kinds)
}

/// How a group stands in the window: as the best of its members.
pub fn state<'a>(answers: &Answers, members: impl Iterator<Item = &'a Id>) -> NodeState {
    let mut state = NodeState::Outside;
    for id in members {
        match answers.of(id.as_str()) {
            Answer::Certain | Answer::Undated => return NodeState::In,
            Answer::Possible => state = NodeState::Possible,
            Answer::Out => {}
        }
    }
    state
}

/// Ties that lead out of a group.
pub fn ties(case: &Case, group: &Folded) -> usize {
    let all: usize = group.members.iter().map(|id| case.graph().degree(id.as_str())).sum();
    all.saturating_sub(2 * group.inside)
}

/// Where a pinned group stands.
pub fn pin(case: &Case, group: &Folded) -> Option<Pos2> {
    let (x, y) = case.view().groups.iter().find(|known| known.id == group.id)?.at?;
    Some(Pos2::new(x as f32, y as f32))
}

/// What lights up when a group is pointed at: what any of its members is tied to.
pub fn light(case: &Case, group: &Folded) -> Light {
    let lit = (group.members.iter())
        .flat_map(|id| case.graph().neighbours(id.as_str()))
        .flat_map(|tied| [tied.id.clone(), tied.tie.item().clone()])
        .take(MOST_LIT);
    Light::of(group.id.clone(), lit.collect())
}

/// So many ties of a group are lit.
const MOST_LIT: usize = 2_000;

/// The node of a group, in the middle of the view and as large as its ties make it; none where all of it is hidden.
pub fn node<'a>(input: &Network<'a>, light: &Light, group: &'a Folded) -> Option<Node<'a>> {
    let emphasis = &input.emphasis;
    let seen = || group.members.iter().filter(|id| !(emphasis.hidden)(id));
    let count = seen().count();
    if count == 0 {
        return None;
    }
    let any = |is_so: &dyn Fn(&Id) -> bool| seen().any(is_so);
    let is_beyond = !any(&|id| !emphasis.is_beyond(id));
    let is_hovered = emphasis.hovered.is_some_and(|hovered| *hovered == group.id || group.members.contains(hovered));
    let level = if any(&|id| emphasis.selected.contains(id)) {
        Level::Selected
    } else if is_hovered {
        Level::Hovered
    } else if any(&|id| light.reaches(id)) {
        Level::Lit
    } else if light.is_on() || is_beyond {
        Level::Dimmed
    } else {
        Level::Plain
    };
    let ties = ties(input.case, group);
    Some(Node {
        id: &group.id,
        name: &group.name,
        aliases: &[],
        look: look(input.case, group),
        code: None,
        centre: Pos2::ZERO,
        radius: radius(ties, false),
        ties,
        state: state(emphasis.answers, seen()),
        level,
        is_event: false,
        is_focused: any(&|id| emphasis.focused == Some(id)),
        is_pinned: pin(input.case, group).is_some(),
        is_unsourced: false,
        is_beyond,
        nature: Nature::Fact,
        folded: Some(input.words.number(count as i64)),
    })
}
