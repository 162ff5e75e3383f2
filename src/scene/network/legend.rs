//! What solid, hatched and pale mean, in a free corner: only while a window is set. The same stands in the outline.

use emath::{Rect, Vec2, pos2, vec2};

use super::Network;
use crate::layout::network::labels::Lines;
use crate::scene::looks::plate;
use crate::scene::node::push_node;
use crate::scene::shape::Shape;
use crate::scene::text::TICK;
use crate::scene::{Anchor, Item, KindLook, NodeMarks, NodeState, Role, Scene};

const ROWS: [(NodeState, &str); 3] = [
    (NodeState::In, "legend-in-window"),
    (NodeState::Possible, "legend-possible"),
    (NodeState::Outside, "legend-outside"),
];
const ROW: f32 = 16.0;
/// From the edges of the view.
const ASIDE: f32 = 8.0;

/// Where it stands: the first corner where nothing is, the lower left before the others.
pub fn room(input: &Network<'_>, taken: &[Rect], lines: &Lines) -> Option<Rect> {
    if !input.has_window {
        return None;
    }
    let widest = ROWS.iter().map(|(_, key)| input.measure.width(&input.words.get(key), TICK)).fold(0.0, f32::max);
    let size = vec2(widest + 38.0, ROW * ROWS.len() as f32 + 8.0);
    let far = input.size - size - Vec2::splat(ASIDE);
    [(ASIDE, far.y), (far.x, far.y), (ASIDE, ASIDE), (far.x, ASIDE)]
        .map(|(x, y)| Rect::from_min_size(pos2(x, y), size))
        .into_iter()
        .filter(|room| room.left() >= ASIDE && room.top() >= ASIDE && lines.inside(*room, None) == 0.0)
        .find(|room| !taken.iter().any(|other| other.intersects(*room)))
}

/// Draws it.
pub fn push(scene: &mut Scene, input: &Network<'_>, room: Rect) {
    scene.items.push(Item::Rect { rect: room, radius: 3.0, fill: Some(plate()), stroke: None });
    let look = KindLook { shape: Shape::Circle, ..KindLook::event(false) };
    for (at, (state, key)) in ROWS.into_iter().enumerate() {
        let y = room.top() + 4.0 + ROW * (at as f32 + 0.5);
        push_node(&mut scene.items, look, pos2(room.left() + 12.0, y), 6.0, state, &NodeMarks::default());
        scene.items.push(Item::Text {
            at: pos2(room.left() + 26.0, y),
            anchor: Anchor::Left,
            text: input.words.get(key),
            style: TICK,
            ink: Role::Text3.into(),
            plate: None,
        });
    }
}
