//! Finding things and commands by their words: one field, one list, the keyboard alone is enough.

use egui::{
    Area, CornerRadius, FontFamily, FontId, Frame, Id as EguiId, Key, Margin, Modifiers, Order, Rect, Role as Access,
    ScrollArea, Sense, Stroke, TextEdit, Ui, Vec2, WidgetInfo, vec2,
};

use super::cx::ViewCx;
use super::{menu_bar, naming};
use crate::app::command::Command;
use crate::app::command_table::UiCommand;
use crate::app::search::Match;
use crate::base::text::fold;
use crate::model::case::Place;
use crate::scene::Role;

/// What was typed, and which line of the list is chosen.
#[derive(Clone, Debug, Default)]
pub struct PaletteState {
    text: String,
    chosen: usize,
    is_open: bool,
    answer: Option<(String, u64, Vec<Entry>)>,
    /// How many things were found, and how many of them are hidden.
    found: (usize, usize),
}

#[derive(Clone, Debug)]
enum Entry {
    Thing(Match),
    Command(UiCommand),
}

const WIDTH: f32 = 560.0;
const ROW: f32 = 28.0;
/// Rows that are built; more are counted.
const MOST_ROWS: usize = 200;

/// Draws the palette over the window. `commands_first`: the list starts with commands.
pub fn palette_ui(ui: &Ui, cx: &ViewCx<'_>, state: &mut PaletteState, commands_first: bool) {
    let ctx = ui.ctx().clone();
    if !state.is_open {
        *state = PaletteState { is_open: true, ..PaletteState::default() };
    }
    let screen = ctx.content_rect();
    let width = WIDTH.min(screen.width() - 32.0);
    let at = egui::pos2(screen.center().x - width / 2.0, screen.top() + 44.0);
    let escape = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    let down = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
    let up = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowUp));
    let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let area = Area::new(EguiId::unique("palette")).order(Order::Foreground).fixed_pos(at).show(&ctx, |ui| {
        let frame = Frame::popup(ui.style()).inner_margin(Margin::same(8));
        frame.show(ui, |ui| {
            ui.set_width((width - 16.0).max(0.0));
            let hint = cx.text(if commands_first { "palette-hint-commands" } else { "palette-hint-find" });
            let field = TextEdit::singleline(&mut state.text).hint_text(&hint).desired_width(f32::INFINITY);
            let response = ui.add(field);
            response.widget_info(|| WidgetInfo::labeled(Access::TextInput, true, &hint));
            response.request_focus();
            if response.changed() {
                state.chosen = 0;
            }
            let entries = entries(cx, state, commands_first);
            if !entries.is_empty() {
                state.chosen = (state.chosen + usize::from(down) + (entries.len() - usize::from(up))) % entries.len();
            }
            list_ui(ui, cx, state, &entries, down || up);
            if enter && let Some(entry) = entries.get(state.chosen) {
                choose(cx, entry);
            }
        });
    });
    let outside = ctx.input(|input| input.pointer.any_click())
        && ctx.input(|input| input.pointer.interact_pos()).is_some_and(|at| !area.response.rect.contains(at));
    if escape || (outside && state.answer.is_some()) {
        cx.send(Command::CloseModal);
    }
}

/// Forgets what was typed, so that the next time starts empty.
pub fn closed(state: &mut PaletteState) {
    if state.is_open {
        *state = PaletteState::default();
    }
}

fn entries(cx: &ViewCx<'_>, state: &mut PaletteState, commands_first: bool) -> Vec<Entry> {
    let generation = cx.workspace.generation();
    if let Some((text, known, entries)) = &state.answer
        && *text == state.text
        && *known == generation
    {
        return entries.clone();
    }
    let question = fold(&state.text);
    let words: Vec<&str> = question.split_whitespace().collect();
    let commands = UiCommand::ALL.iter().copied().filter(|command| {
        let name = fold(&cx.text(command.key()));
        command.available(cx.workspace) && words.iter().all(|word| name.contains(word))
    });
    let commands: Vec<Entry> = commands.map(Entry::Command).collect();
    let found = cx.case().map(|case| cx.derived().search.find(case, &state.text)).unwrap_or_default();
    state.found = (found.places.len(), hidden(cx, &found.places));
    let things: Vec<Entry> = found.best.into_iter().map(Entry::Thing).collect();
    let show_commands = commands_first || !words.is_empty();
    let mut entries = Vec::new();
    if commands_first {
        entries.extend(commands);
        entries.extend(things);
    } else {
        entries.extend(things);
        if show_commands {
            entries.extend(commands);
        }
    }
    state.answer = Some((state.text.clone(), generation, entries.clone()));
    entries
}

/// How many of these are hidden.
fn hidden(cx: &ViewCx<'_>, places: &[Place]) -> usize {
    let (Some(case), visibility) = (cx.case(), &cx.derived().visibility) else { return 0 };
    if visibility.hidden().is_empty() {
        return 0;
    }
    places.iter().filter_map(|place| case.at(*place)).filter(|item| visibility.is_hidden(item.id())).count()
}

fn list_ui(ui: &mut Ui, cx: &ViewCx<'_>, state: &mut PaletteState, entries: &[Entry], moved: bool) {
    ui.add_space(4.0);
    let (things, hidden) = state.found;
    if !state.text.trim().is_empty() {
        let found = [("count", things.into()), ("hidden", hidden.into())];
        ui.label(
            egui::RichText::new(cx.words().with("palette-found", &found)).size(11.5).color(cx.colour(Role::Text3)),
        );
        if things == 0
            && let Some(near) = cx.case().and_then(|case| cx.derived().search.suggestion(case, &state.text))
        {
            let near = near.to_owned();
            if ui.link(cx.words().with("palette-did-you-mean", &[("name", near.as_str().into())])).clicked() {
                state.text = near;
            }
        }
    }
    let height = (ui.ctx().content_rect().height() - 180.0).clamp(ROW, 12.0 * ROW);
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (at, entry) in entries.iter().take(MOST_ROWS).enumerate() {
            let response = row_ui(ui, cx, entry, at == state.chosen);
            if response.clicked() {
                choose(cx, entry);
            }
            if at == state.chosen && moved {
                response.scroll_to_me(None);
            }
        }
        let told = entries.iter().filter(|entry| matches!(entry, Entry::Thing(_))).count();
        let more = things - told + entries.len().saturating_sub(MOST_ROWS);
        if more > 0 {
            ui.label(cx.words().with("palette-more", &[("count", more.into())]));
        }
    });
}

fn row_ui(ui: &mut Ui, cx: &ViewCx<'_>, entry: &Entry, chosen: bool) -> egui::Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let (left, middle, right) = match entry {
        Entry::Command(command) => (
            menu_bar::name(cx, *command),
            cx.text(command.menu().key()),
            command.chords().first().map(ToString::to_string).unwrap_or_default(),
        ),
        Entry::Thing(hit) => thing_texts(cx, hit),
    };
    response.widget_info(|| WidgetInfo::selected(Access::Button, true, chosen, format!("{left}, {middle} {right}")));
    if ui.is_rect_visible(rect) {
        let fill = if chosen { Some(Role::SelectedFill) } else { response.hovered().then_some(Role::HoverFill) };
        if let Some(fill) = fill {
            ui.painter().rect_filled(rect, CornerRadius::same(4), cx.colour(fill));
        }
        if chosen {
            let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
            ui.painter().rect_filled(bar, CornerRadius::ZERO, cx.colour(Role::Thread));
        }
        let name_font = FontId::new(13.0, FontFamily::Name("Plex Medium".into()));
        let fine = FontId::new(11.5, FontFamily::Proportional);
        let right_galley = ui.painter().layout_no_wrap(right, fine.clone(), cx.colour(Role::Text3));
        let room = rect.width() - right_galley.size().x - 36.0;
        let left_galley = elided(ui, &left, name_font, cx.colour(Role::Text1), room);
        let used = left_galley.size().x;
        let clip = rect.shrink2(Vec2::new(12.0, 0.0));
        let right_at = egui::pos2(clip.right() - right_galley.size().x, rect.center().y - right_galley.size().y / 2.0);
        ui.painter().galley(right_at, right_galley, cx.colour(Role::Text3));
        let left_at = egui::pos2(clip.left(), rect.center().y - left_galley.size().y / 2.0);
        ui.painter().galley(left_at, left_galley, cx.colour(Role::Text1));
        if room - used > 60.0 {
            let middle_galley = elided(ui, &middle, fine, cx.colour(Role::Text3), room - used - 12.0);
            let at = egui::pos2(clip.left() + used + 10.0, rect.center().y - middle_galley.size().y / 2.0);
            ui.painter().galley(at, middle_galley, cx.colour(Role::Text3));
        }
    }
    response
}

/// Name, where the words stand, and kind.
fn thing_texts(cx: &ViewCx<'_>, hit: &Match) -> (String, String, String) {
    let Some(item) = cx.case().and_then(|case| case.item(hit.id.as_str())) else {
        return (hit.text.clone(), String::new(), String::new());
    };
    let name = cx.case().map_or_else(|| item.name().to_owned(), |case| naming::title(case, item));
    let context =
        if hit.text == item.name() { String::new() } else { format!("{}: {}", cx.text(hit.field.key()), hit.text) };
    let mut kind = cx.case().map(|case| naming::kind(cx.words(), case, item)).unwrap_or_default();
    if let Some(reason) = cx.derived().visibility.reason(&hit.id) {
        kind = format!("{kind} · {} {}", cx.text("hidden"), cx.text(reason.key()));
    }
    (name, context, kind)
}

/// One line of text that ends in an ellipsis where there is no more room.
pub fn elided(ui: &Ui, text: &str, font: FontId, colour: egui::Color32, width: f32) -> std::sync::Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, colour);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(8.0));
    ui.painter().layout_job(job)
}

fn choose(cx: &ViewCx<'_>, entry: &Entry) {
    cx.send(Command::CloseModal);
    match entry {
        Entry::Command(command) => cx.run(*command),
        Entry::Thing(hit) => cx.send(Command::GoTo(hit.id.clone())),
    }
}

/// A line across, as between groups of a menu.
pub fn hairline(ui: &mut Ui, cx: &ViewCx<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, cx.colour(Role::Hairline)));
}
