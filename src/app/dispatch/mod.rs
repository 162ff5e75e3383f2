//! The one place that changes the state of the program.

use std::sync::Arc;

use super::command::{Command, Select, UnsavedAnswer};
use super::command_table::UiCommand;
use super::document::{Document, Origin, Replacing};
use super::effect::{Effect, ViewRequest};
use super::selection::Selection;
use super::settings::ThemeChoice;
use super::workspace::{Modal, Notice, Pending, Strip, Workspace, Written};
use crate::locale::{Language, Words};
use crate::model::Id;

mod commands;
mod delete;
mod files;
mod forms;
mod groups;
mod lanes;
mod merge;
mod safety;
mod time;

/// Selections that Alt+Left can return to.
const MOST_SELECTIONS: usize = 100;

impl Workspace {
    /// Carries out a command. What it asks of the outside world is added to `effects`.
    pub fn dispatch(&mut self, command: Command, effects: &mut Vec<Effect>) {
        match command {
            Command::Ui(command) => self.run(command, effects),
            Command::Select(select) => self.select(select),
            Command::GoTo(id) => {
                self.select(Select::Only(id.clone()));
                effects.push(Effect::View(ViewRequest::Reveal(id)));
            }
            Command::Hover(id) => self.hovered = id,
            Command::Edit(label, edit) => {
                if let Some(document) = &mut self.document
                    && let Err(error) = document.edit(label, &edit)
                {
                    self.notify(Notice::with("notice-edit-refused", "reason", error.to_string()));
                }
            }
            Command::Begin(label) => self.with_document(|document| document.begin(label)),
            Command::End => self.with_document(Document::end),
            Command::Abort => self.with_document(Document::abort),
            Command::Window(window) => self.set_window(window),
            Command::Tick(steps) => self.tick(steps),
            Command::Clock(clock) => self.set_clock(clock, effects),
            Command::ReadByClock(asked, timed) => self.read_by_clock(asked, *timed, effects),
            Command::Playback { step, speed } => {
                self.playback.step = step;
                self.playback.speed = speed.clamp(0.5, 60.0);
            }
            Command::OpenPath(_)
            | Command::OpenExample(_)
            | Command::CancelOpen
            | Command::Opened(_)
            | Command::EdgeListRead(_)
            | Command::ReadEdgeListAs(_)
            | Command::TakeEdgeList
            | Command::OpenFailed(..)
            | Command::SaveTo(_)
            | Command::SaveToTyped(_)
            | Command::SaveAbandoned
            | Command::Saved { .. }
            | Command::ChangedOnDisk(_)
            | Command::GoneFromDisk(_)
            | Command::CloseRequested
            | Command::Unsaved(_)
            | Command::Focused => self.file_command(command, effects),
            Command::PictureTo(picture, path) => {
                self.modal = None;
                effects.push(Effect::WritePicture(picture, path, Replacing::Anything));
            }
            Command::PictureToTyped(picture, path) => {
                self.modal = None;
                effects.push(Effect::WritePicture(picture, path, Replacing::Nothing));
            }
            Command::Show(modal) => self.modal = Some(modal),
            Command::Escape => self.escape(),
            Command::CloseModal => self.close_modal(),
            Command::Language(language) => self.set_language(language),
            Command::Theme(theme) => self.settings.theme = theme,
            Command::Table(sheet, shown) => {
                self.settings.tables.insert(sheet, shown);
            }
            Command::Copy(text) => {
                self.notify(Notice::with("notice-copied", "text", text.clone()));
                effects.push(Effect::Copy(text));
            }
            Command::Paste(text) => self.paste(&text),
            Command::Notify(notice) => self.notify(notice),
            Command::ShowStrip(strip) => self.strip = Some(*strip),
            Command::DismissStrip => self.strip = None,
            Command::JumpTo(done) => self.with_document(|document| document.jump_to(done)),
            Command::TakeForm(of, form) => self.take_form(&of, &form, effects),
            Command::TakeBulk(form) => self.take_bulk(&form),
            Command::TakeProperties(form) => self.take_properties(&form),
            Command::MergeSelection => self.merge_selection(),
            Command::DeleteSelection => self.delete_selection(),
            Command::FoldCommunities(generation, communities) => self.fold_communities(generation, communities),
            Command::News(news) => self.hear(news, effects),
            Command::Wish(wish) => self.grant(wish, effects),
            Command::View(request) => effects.push(Effect::View(request)),
            Command::Effect(effect) => effects.push(*effect),
        }
        self.note_edits(effects);
        self.refresh();
    }

    /// Brings worked-out values up to date. Also called once before the first frame.
    pub fn refresh(&mut self) {
        if let Some(document) = &mut self.document {
            let made = (document.take_prepared(), self.timed.take().map(|timed| *timed));
            let asked = (self.window, self.window_rule, self.clock);
            let before = self.derived.content();
            Arc::make_mut(&mut self.derived).refresh(document.case(), self.generation, asked, made);
            let case = document.case();
            if self.derived.content() != before {
                self.selection.retain(|id| case.item(id.as_str()).is_some());
            }
            let focus = self.focus.take();
            self.focus = focus.and_then(|focus| focus.refreshed(case, self.generation, &self.derived));
        }
    }

    fn with_document(&mut self, change: impl FnOnce(&mut Document)) {
        if let Some(document) = &mut self.document {
            change(document);
        }
    }

    fn notify(&mut self, notice: Notice) {
        self.notice = Some(notice);
        self.notices_given += 1;
    }

    fn select(&mut self, select: Select) {
        let mut selection = self.selection.clone();
        match select {
            Select::Only(id) => selection = Selection::only(id),
            Select::Toggle(id) => selection.toggle(id),
            Select::Many(ids) => selection = Selection::many(ids),
            Select::Add(ids) => {
                for id in ids {
                    if !selection.contains(&id) {
                        selection.toggle(id);
                    }
                }
            }
            Select::Nothing => selection = Selection::default(),
        }
        if selection != self.selection {
            self.past.push(std::mem::replace(&mut self.selection, selection));
            if self.past.len() > MOST_SELECTIONS {
                self.past.remove(0);
            }
            self.future.clear();
        }
    }

    fn close_modal(&mut self) {
        self.modal = None;
        self.pending = None;
        self.edge_list = None;
    }

    /// Esc closes what is open, then looks at all again, then clears the selection, then the window.
    fn escape(&mut self) {
        if self.modal.is_some() {
            self.close_modal();
        } else if self.focus.is_some() {
            self.focus = None;
        } else if !self.selection.is_empty() {
            self.select(Select::Nothing);
        } else {
            self.set_window(None);
        }
    }

    fn set_language(&mut self, language: Language) {
        self.settings.language = Some(language.code().to_owned());
        self.words = Words::new(language).with_clocks(self.settings.clocks);
    }

    fn set_theme(&mut self, theme: ThemeChoice) {
        self.settings.theme = theme;
    }

    /// The name of a thing, for labels and messages.
    fn name_of(&self, id: &Id) -> String {
        self.case()
            .and_then(|case| case.item(id.as_str()))
            .map_or_else(|| id.to_string(), |item| item.name().to_owned())
    }
}
