//! Making things and changing them by a form, many at once, and as copies.

use std::collections::BTreeSet;

use super::{Effect, Modal, Notice, Select, ViewRequest, Workspace};
use crate::app::form::{BulkForm, CiteForm, Form, FormOf, PropertiesForm, free_id_besides};
use crate::app::history::Label;
use crate::app::pasting::{copied, pasted};
use crate::model::case::Item;
use crate::model::change::Change;
use crate::model::edit::Edit;
use crate::model::kind::BuiltInKind;
use crate::model::piece::Piece;
use crate::model::{Case, Id};

impl Workspace {
    /// The two ends of a link that is to be made: to the one that was selected last; as far as they are selected.
    fn link_ends(&self) -> (Option<Id>, Option<Id>) {
        let Some(case) = self.case() else { return (None, None) };
        let is_node = |id: &&Id| case.entity(id.as_str()).is_some() || case.event(id.as_str()).is_some();
        let nodes: Vec<&Id> = self.selection.ids().iter().filter(is_node).collect();
        let lead = self.selection.lead().filter(is_node);
        match (nodes.len(), lead) {
            (1, lead) => (lead.cloned(), None),
            (2, Some(lead)) => (nodes.into_iter().find(|id| *id != lead).cloned(), Some(lead.clone())),
            _ => (None, None),
        }
    }

    /// Opens the form for a new link between the two selected things.
    pub(super) fn new_link(&mut self) {
        let (from, to) = self.link_ends();
        self.modal = Some(Modal::Form(FormOf::NewLink(from, to)));
    }

    /// Opens the form for a new event in which the selected entities take part.
    pub(super) fn new_event(&mut self) {
        let participants = self.selected_entities().cloned().collect();
        self.modal = Some(Modal::Form(FormOf::NewEvent(participants, String::new())));
    }

    /// Opens the form of the selected thing, or the one for all that is selected.
    pub(super) fn change_selection(&mut self) {
        self.modal = match (self.selection.len(), self.selection.lead()) {
            (1, Some(lead)) => Some(Modal::Form(FormOf::Change(lead.clone()))),
            (0, _) => None,
            _ => Some(Modal::Bulk),
        };
    }

    /// The fields of a form as they are at first. New things are cited to the source that was cited last; a new entity is of
    /// the kind of the last one.
    pub fn first_form(&self, of: &FormOf) -> Form {
        let Some(case) = self.case() else { return Form::default() };
        let mut form = Form::new(case, of);
        if form.is_new && *of != FormOf::NewSource {
            form.cites.push(self.first_cite(case));
        }
        if *of == FormOf::NewEntity {
            form.kind = self.kind_of_new(case);
        }
        form
    }

    /// A new citation as it is at first: of the source that was cited last, or of the only one.
    pub fn first_cite(&self, case: &Case) -> CiteForm {
        let only = if let [only] = case.sources() { Some(&only.id) } else { None };
        let last = self.last_source.as_ref().filter(|id| case.source(id.as_str()).is_some());
        last.or(only).map(|id| CiteForm::of_source(case, id)).unwrap_or_default()
    }

    /// The kind that a new entity has unless another is chosen: that of the last one.
    pub fn kind_of_new(&self, case: &Case) -> String {
        let is_known = |kind: &&String| {
            BuiltInKind::ALL.iter().any(|known| known.word() == kind.as_str())
                || case.head().kinds.iter().any(|known| known.id == **kind)
        };
        self.last_kind.as_ref().filter(is_known).cloned().unwrap_or_else(|| BuiltInKind::Person.word().to_owned())
    }

    /// Takes what was typed: one step, and the thing is selected.
    pub(super) fn take_form(&mut self, of: &FormOf, form: &Form, effects: &mut Vec<Effect>) {
        let Some(case) = self.case() else { return };
        let Ok(pieces) = form.pieces(case, of) else {
            self.notify(Notice::new("notice-form-refused"));
            return;
        };
        self.modal = None;
        let (id, name) = (pieces.main.id().clone(), pieces.main.item().name().to_owned());
        let mut latest = pieces.newcomers.iter().chain(std::iter::once(&pieces.main)).rev();
        let kind = latest.find_map(|piece| if let Piece::Entity(one) = piece { Some(one.kind.clone()) } else { None });
        self.last_kind = kind.or(self.last_kind.take());
        match pieces.main.item() {
            Item::Source(source) => self.last_source = Some(source.id.clone()),
            item => {
                if let Some(cite) = item.cites().last() {
                    self.last_source = Some(cite.source.clone());
                }
            }
        }
        let key = if matches!(of, FormOf::Change(_)) { "edit-change" } else { "edit-new" };
        self.edit_all(&Label { key, name }, [Edit::Change(Box::new(Change::put(pieces.all())))]);
        self.select(Select::Only(id.clone()));
        effects.push(Effect::View(ViewRequest::Reveal(id)));
    }

    /// Changes all that is selected, in one step.
    pub(super) fn take_bulk(&mut self, form: &BulkForm) {
        let Some(case) = self.case() else { return };
        let Ok(bulk) = form.bulk(case, self.selection.ids()) else {
            self.notify(Notice::new("notice-form-refused"));
            return;
        };
        self.modal = None;
        let name = self.selection_name();
        self.edit_all(&Label { key: "edit-change", name }, [Edit::Change(Box::new(bulk.change))]);
        self.notify(Notice::with("notice-changed", "count", bulk.count.to_string()));
    }

    /// Changes what is said of the case as a whole.
    pub(super) fn take_properties(&mut self, form: &PropertiesForm) {
        let Some(case) = self.case() else { return };
        let Ok(head) = form.head(case) else {
            self.notify(Notice::new("notice-form-refused"));
            return;
        };
        self.modal = None;
        let label = Label { key: "edit-properties", name: String::new() };
        self.edit_all(&label, [Edit::Head(Box::new(head))]);
    }

    /// Makes copies of what is selected; the copies are selected. Links of copies stay with what they ended at.
    pub(super) fn duplicate(&mut self) {
        let Some(case) = self.case() else { return };
        let mark = self.words.get("copy-mark");
        let mut pieces: Vec<Piece> = Vec::new();
        let mut taken = BTreeSet::new();
        for item in self.selection.ids().iter().filter_map(|id| case.item(id.as_str())) {
            let mut piece = Piece::from(item);
            let name = match item {
                Item::Link(_) => item.name().to_owned(),
                _ => format!("{} {mark}", item.name()),
            };
            // Two copies must not get one id.
            let id = free_id_besides(case, &name, &taken);
            taken.insert(id.clone());
            piece.rename(id, name);
            pieces.push(piece);
        }
        if pieces.is_empty() {
            return;
        }
        let ids = pieces.iter().map(|piece| piece.id().clone()).collect();
        let label = Label { key: "edit-duplicate", name: self.selection_name() };
        self.edit_all(&label, [Edit::Change(Box::new(Change::put(pieces)))]);
        self.select(Select::Many(ids));
    }

    /// Puts what is selected on the clipboard, with its sources and the links between.
    pub(super) fn copy(&mut self, effects: &mut Vec<Effect>) {
        let Some(case) = self.case() else { return };
        effects.push(Effect::Copy(copied(case, self.selection.ids())));
        self.notify(Notice::with("notice-copied-things", "count", self.selection.len().to_string()));
    }

    /// Puts in what is on the clipboard: one step, and it is selected.
    pub(super) fn paste(&mut self, text: &str) {
        let Some(case) = self.case() else { return };
        let Some(pasted) = pasted(case, text) else {
            self.notify(Notice::new("notice-nothing-to-paste"));
            return;
        };
        let count = pasted.ids.len();
        if count > 0 {
            let label = Label { key: "edit-paste", name: count.to_string() };
            self.edit_all(&label, [Edit::Change(Box::new(pasted.change))]);
            self.select(Select::Many(pasted.ids));
        }
        let mut notice = Notice::with("notice-pasted", "count", count.to_string());
        let more = [("known", pasted.known), ("left", pasted.left_out)];
        notice.args.extend(more.map(|(name, count)| (name, count.to_string())));
        self.notify(notice);
    }
}
