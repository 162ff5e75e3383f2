//! What a user sees of the window: the state of the program, things by name, places in the pictures, counters.

use egui::accesskit::Role;
use egui::{Pos2, Rect};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;
use rodedraad::app::workspace::Workspace;
use rodedraad::model::Id;
use rodedraad::model::case::Item;
use rodedraad::model::view::ViewState;
use rodedraad::ui::app::App;

use super::{Found, Window, found_in, name_of};

impl Window {
    /// How the case was left: pins, what is hidden, colours.
    pub fn view(&self) -> ViewState {
        self.workspace().case().expect("a case is open").view().clone()
    }

    /// The state of the program.
    pub fn workspace(&self) -> &Workspace {
        self.harness.state().workspace()
    }

    /// The program.
    pub fn app(&self) -> &App {
        self.harness.state()
    }

    /// The harness below, for what has no verb of its own.
    pub fn harness(&mut self) -> &mut Harness<'static, App> {
        &mut self.harness
    }

    /// The title that was given to the window system.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Whether the program closed the window.
    pub fn was_closed(&self) -> bool {
        self.was_closed
    }

    /// What was put on the clipboard, newest last.
    pub fn copied(&self) -> &[String] {
        &self.copied
    }

    /// A message in the language of the window.
    pub fn word(&self, key: &str) -> String {
        self.workspace().words().get(key)
    }

    /// Names of the selected things, in order of their ids.
    pub fn selected(&self) -> Vec<String> {
        let case = self.workspace().case().expect("a case is open");
        let ids = self.workspace().selection().ids().iter();
        ids.map(|id| case.item(id.as_str()).map_or_else(|| id.to_string(), |item| item.name().to_owned())).collect()
    }

    /// Name of the thing whose details are shown.
    pub fn lead_name(&self) -> Option<String> {
        let case = self.workspace().case()?;
        Some(case.item(self.workspace().selection().lead()?.as_str())?.name().to_owned())
    }

    /// The id of the thing with this name.
    pub fn id_of(&self, name: &str) -> Id {
        let case = self.workspace().case().expect("a case is open");
        let entities = case.entities().iter().map(|entity| (&entity.id, &entity.name));
        let events = case.events().iter().map(|event| (&event.id, &event.title));
        let found = entities.chain(events).find(|(_, known)| *known == name);
        found.unwrap_or_else(|| panic!("nothing is called {name}")).0.clone()
    }

    /// Everything that a screen reader would find, from front to back of the tree.
    pub fn everything(&self) -> Vec<Found> {
        found_in(self.harness.root())
    }

    /// What has exactly this name.
    pub fn all(&self, name: &str) -> Vec<Found> {
        self.everything().into_iter().filter(|found| found.name == name).collect()
    }

    /// The first control or text with exactly this name.
    #[track_caller]
    pub fn get(&self, name: &str) -> Found {
        self.all(name).into_iter().next().unwrap_or_else(|| panic!("nothing is called {name:?}: {:#?}", self.names()))
    }

    /// The first control or text whose name begins like this.
    #[track_caller]
    pub fn get_starting(&self, start: &str) -> Found {
        let found = self.everything().into_iter().find(|found| found.name.starts_with(start));
        found.unwrap_or_else(|| panic!("nothing begins with {start:?}: {:#?}", self.names()))
    }

    /// Whether anything has exactly this name.
    pub fn shows(&self, name: &str) -> bool {
        !self.all(name).is_empty()
    }

    /// Whether anything has a name that begins like this.
    pub fn shows_starting(&self, start: &str) -> bool {
        self.names().iter().any(|name| name.starts_with(start))
    }

    /// All names.
    pub fn names(&self) -> Vec<String> {
        self.everything().into_iter().map(|found| found.name).filter(|name| !name.is_empty()).collect()
    }

    /// What has the keyboard.
    pub fn focused(&self) -> Option<Found> {
        self.everything().into_iter().find(|found| found.focused)
    }

    /// Everything under the same parent as what has this name: a panel, a view.
    #[track_caller]
    pub fn beside(&self, name: &str) -> Vec<Found> {
        let root = self.harness.root();
        let node =
            root.children_recursive().find(|node| name_of(node) == name && node.accesskit_node().role() == Role::Group);
        let node = node.unwrap_or_else(|| panic!("no group is called {name:?}: {:#?}", self.names()));
        found_in(node.parent().expect("a group stands in something"))
    }

    /// How a screen reader begins the sentence about this thing: its kind and its name.
    pub fn spoken(&self, id: &str) -> String {
        let case = self.workspace().case().expect("a case is open");
        let words = self.workspace().words();
        match case.item(id).unwrap_or_else(|| panic!("nothing has the id {id}")) {
            Item::Entity(entity) => format!("{} {}", words.kind(case, &entity.kind), entity.name),
            Item::Event(event) => {
                format!("{} {}", event.kind.clone().unwrap_or_else(|| words.get("kind-event")), event.title)
            }
            item => format!("{} {}", words.get("kind-source"), item.name()),
        }
    }

    /// The marks of this thing in a view, `network` or `timeline`.
    #[track_caller]
    pub fn marks(&self, view: &str, id: &str) -> Vec<Found> {
        let spoken = format!("{}, ", self.spoken(id));
        let all = self.beside(&self.word(&format!("pane-{view}")));
        all.into_iter().filter(|found| found.role == Role::Button && found.name.starts_with(&spoken)).collect()
    }

    /// Where a picture stands, `network` or `timeline`.
    #[track_caller]
    pub fn pane(&self, view: &str) -> Rect {
        let name = self.word(&format!("pane-{view}"));
        let found = self.all(&name).into_iter().find(|found| found.role == Role::Group);
        found.unwrap_or_else(|| panic!("no {view}")).rect
    }

    /// Where the node of this thing is in the network.
    #[track_caller]
    pub fn node(&self, name: &str) -> Pos2 {
        let marks = self.marks("network", self.id_of(name).as_str());
        marks.first().unwrap_or_else(|| panic!("{name} is not in the network")).rect.center()
    }

    /// What the details say, one text a line.
    #[track_caller]
    pub fn details_text(&self) -> String {
        let found = self.beside(&self.word("command-toggle-details"));
        found.into_iter().map(|found| found.name).filter(|name| !name.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// The number that the status line shows for this: `entities`, `possible`, `hidden`, …
    #[track_caller]
    pub fn status(&self, counter: &str) -> usize {
        let is_plain = matches!(counter, "entities" | "events" | "links");
        let key = if is_plain { format!("count-{counter}") } else { format!("status-{counter}") };
        let bottom = self.harness.ctx.content_rect().bottom() - 28.0;
        let line: Vec<_> = self.everything().into_iter().filter(|found| found.rect.top() >= bottom - 1.0).collect();
        let words = self.workspace().words();
        let matching = |number: usize| {
            let text = words.with(&key, &[("count", number.into())]);
            line.iter().any(|found| {
                found.name == text
                    || found.name.starts_with(&format!("{text}. "))
                    || found.name.starts_with(&format!("{text}: "))
            })
        };
        (0..10_000).find(|number| matching(*number)).unwrap_or_else(|| panic!("no counter {counter} in {line:#?}"))
    }
}
