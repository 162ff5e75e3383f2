//! Circles: events that are each after another, round to the first.
//!
//! Found as strongly connected components (Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on
//! Computing 1, 1972), without recursion, and told as the shortest circle through a constraint, by breadth first.

use std::collections::VecDeque;

use super::network::{Network, OWN, Rows};

/// At most so many circles are told of one group of events that all come after each other.
const MOST_TOLD: usize = 20;

/// A circle, and the constraints that cannot be used because of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circle {
    /// As one says it: each begins with the event with which the one before ended.
    pub constraints: Vec<u32>,
    /// These, and those that close circles with them that are not told.
    pub unused: Vec<u32>,
}

/// An edge of strict order: the earlier event, the later one.
struct Strict<'n> {
    network: &'n Network,
    /// Earlier and later event, constraint.
    steps: Vec<(u32, u32, u32)>,
    /// The step of each constraint; [`OWN`] for those that set no order.
    step_of: Vec<u32>,
    leaving: Rows,
}

/// All circles. Every constraint that lies on one stands in the `unused` of exactly one.
pub fn circles(network: &Network) -> Vec<Circle> {
    let steps: Vec<(u32, u32, u32)> = (network.edges.iter())
        .filter(|edge| edge.days.is_none() && edge.constraint != OWN)
        .map(|edge| (network.event_of[edge.from as usize], network.event_of[edge.to as usize], edge.constraint))
        .collect();
    let leaving = Rows::new(network.events.len(), steps.iter().map(|(from, ..)| *from));
    let mut step_of = vec![OWN; network.constraints.len()];
    for (at, (.., constraint)) in steps.iter().enumerate() {
        step_of[*constraint as usize] = at as u32;
    }
    let strict = Strict { network, steps, step_of, leaving };
    let group = strict.groups();
    let mut inside: Vec<(u32, u32)> = (strict.steps.iter())
        .filter(|(from, to, _)| group[*from as usize] == group[*to as usize])
        .map(|(from, _, constraint)| (group[*from as usize], *constraint))
        .collect();
    inside.sort_unstable_by_key(|(_, constraint)| *constraint);
    // Groups in the order of the first constraint of each.
    let mut circles: Vec<Circle> = Vec::new();
    let mut first = std::collections::HashMap::new();
    let mut told = vec![false; network.constraints.len()];
    for (group_of, constraint) in inside {
        let (circle, count) = first.entry(group_of).or_insert((circles.len(), 0));
        if told[constraint as usize] {
            continue;
        }
        if *count == MOST_TOLD {
            circles[*circle].unused.push(constraint);
            continue;
        }
        *count += 1;
        let constraints = strict.shortest(constraint, &group);
        let unused = constraints.iter().copied().filter(|one| !told[*one as usize]).collect();
        for one in &constraints {
            told[*one as usize] = true;
        }
        circles.push(Circle { constraints, unused });
    }
    circles
}

impl Strict<'_> {
    /// The group of each event: two events are in one where each comes after the other.
    fn groups(&self) -> Vec<u32> {
        const UNSEEN: u32 = u32::MAX;
        let count = self.network.events.len();
        let mut group = vec![UNSEEN; count];
        let (mut order, mut low) = (vec![UNSEEN; count], vec![UNSEEN; count]);
        let (mut next_order, mut next_group) = (0, 0);
        let mut stack = Vec::new();
        let mut calls: Vec<(u32, usize)> = Vec::new();
        for root in 0..count as u32 {
            if order[root as usize] != UNSEEN {
                continue;
            }
            calls.push((root, 0));
            while let Some((event, done)) = calls.pop() {
                let at = event as usize;
                if done == 0 {
                    (order[at], low[at]) = (next_order, next_order);
                    next_order += 1;
                    stack.push(event);
                }
                let steps = self.leaving.of(event);
                if done > 0 {
                    let child = self.steps[steps[done - 1] as usize].1;
                    if group[child as usize] == UNSEEN {
                        low[at] = low[at].min(low[child as usize]);
                    }
                }
                if let Some(step) = steps.get(done) {
                    calls.push((event, done + 1));
                    let child = self.steps[*step as usize].1;
                    if order[child as usize] == UNSEEN {
                        calls.push((child, 0));
                    }
                    continue;
                }
                if low[at] == order[at] {
                    while let Some(member) = stack.pop() {
                        group[member as usize] = next_group;
                        if member == event {
                            break;
                        }
                    }
                    next_group += 1;
                }
            }
        }
        group
    }

    /// The shortest circle through a constraint within its group, beginning with it.
    fn shortest(&self, constraint: u32, group: &[u32]) -> Vec<u32> {
        let Some((from, to, _)) = self.steps.get(self.step_of[constraint as usize] as usize) else { return Vec::new() };
        let mut came_by = std::collections::HashMap::from([(*to, None)]);
        let mut open = VecDeque::from([*to]);
        while let Some(event) = open.pop_front() {
            if event == *from {
                break;
            }
            for step in self.leaving.of(event) {
                let next = self.steps[*step as usize].1;
                if group[next as usize] == group[*from as usize] && !came_by.contains_key(&next) {
                    came_by.insert(next, Some(*step));
                    open.push_back(next);
                }
            }
        }
        let mut circle = vec![constraint];
        let mut event = *from;
        while let Some(Some(step)) = came_by.get(&event) {
            circle.push(self.steps[*step as usize].2);
            event = self.steps[*step as usize].0;
        }
        // "a before b, b before c", but "b after a, a after z".
        let is_said_of_the_earlier =
            self.network.constraints[constraint as usize].event as u32 == self.network.events[*from as usize];
        if is_said_of_the_earlier {
            circle[1..].reverse();
        }
        circle
    }
}
