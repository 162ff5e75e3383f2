//! Commands on the lanes of the timeline.

use super::{Command, Effect, Id, Notice, UiCommand, ViewRequest, Workspace};
use crate::app::history::Label;
use crate::app::settings::COUNTS_FROM;
use crate::model::edit::Edit;
use crate::model::view::LaneView;

impl Workspace {
    pub(super) fn run_lanes(&mut self, command: UiCommand, effects: &mut Vec<Effect>) {
        let word = |word: &str| Some(word.to_owned());
        match command {
            UiCommand::LanesByEntity => self.change_lanes("edit-lanes-group", |lanes| lanes.groups = None),
            UiCommand::LanesByKind => self.change_lanes("edit-lanes-group", |lanes| lanes.groups = word("kind")),
            UiCommand::LanesByInvestigation => {
                self.change_lanes("edit-lanes-group", |lanes| lanes.groups = word("investigation"));
            }
            UiCommand::LanesByTag => self.change_lanes("edit-lanes-group", |lanes| lanes.groups = word("tag")),
            UiCommand::LanesFirst => self.change_lanes("edit-lanes-sort", |lanes| lanes.sort = None),
            UiCommand::LanesName => self.change_lanes("edit-lanes-sort", |lanes| lanes.sort = word("name")),
            UiCommand::LanesConnection => {
                self.change_lanes("edit-lanes-sort", |lanes| lanes.sort = word("connection"));
            }
            UiCommand::LanesReset => self.change_lanes("edit-lanes-reset", |lanes| {
                lanes.order.clear();
                lanes.pins.clear();
            }),
            UiCommand::GroupsUnfold => self.change_lanes("edit-groups-unfold", |lanes| lanes.folds.clear()),
            UiCommand::GroupsFold => effects.push(Effect::View(ViewRequest::FoldGroups)),
            UiCommand::LanePin => self.pin_lanes(),
            UiCommand::LaneUp => effects.push(Effect::View(ViewRequest::MoveLane(true))),
            UiCommand::LaneDown => effects.push(Effect::View(ViewRequest::MoveLane(false))),
            UiCommand::CountsSooner => self.counts_from(false),
            _ => self.counts_from(true),
        }
    }

    /// Changes how lanes stand, in one step that can be undone.
    fn change_lanes(&mut self, key: &'static str, change: impl FnOnce(&mut LaneView)) {
        let Some(case) = self.case() else { return };
        let mut lanes = case.view().lanes.clone();
        change(&mut lanes);
        self.edit_all(&Label { key, name: String::new() }, [Edit::Lanes(Box::new(lanes))]);
    }

    /// Puts the lanes of the selected entities on top, or where they all are there, back.
    fn pin_lanes(&mut self) {
        let Some(case) = self.case() else { return };
        let selected: Vec<Id> = self.selected_entities().cloned().collect();
        let pins = &case.view().lanes.pins;
        let all_pinned = selected.iter().all(|id| pins.contains(id));
        let key = if all_pinned { "edit-lane-unpin" } else { "edit-lane-pin" };
        self.change_lanes(key, |lanes| {
            if all_pinned {
                lanes.pins.retain(|id| !selected.contains(id));
            } else {
                for id in selected {
                    if !lanes.pins.contains(&id) {
                        lanes.pins.push(id);
                    }
                }
            }
        });
    }

    /// Lanes show counts from more, or fewer, things on.
    fn counts_from(&mut self, later: bool) {
        let now = self.settings.counts_from;
        let next = if later {
            COUNTS_FROM.into_iter().find(|count| *count > now)
        } else {
            COUNTS_FROM.into_iter().rev().find(|count| *count < now)
        };
        self.settings.counts_from = next.unwrap_or(now);
        let count = self.settings.counts_from.to_string();
        let mut effects = Vec::new();
        self.dispatch(Command::Notify(Notice::with("notice-counts-from", "count", count)), &mut effects);
    }
}
