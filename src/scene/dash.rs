//! Broken lines, piece by piece: only what is seen is made, and the pattern stays put when the view moves.

use emath::{Pos2, Rect, Vec2};

/// The visible stretches of a line, each with how far along the whole line it begins.
fn stretches(points: &[Pos2], room: Rect) -> Vec<(Pos2, Vec2, f64, f64)> {
    let mut found = Vec::new();
    let mut gone = 0.0;
    for ends in points.windows(2) {
        let length = ends[0].distance(ends[1]);
        if let Some((start, end)) = shares_inside(ends[0], ends[1], room) {
            let along = (ends[1] - ends[0]) / length;
            let (start, end) = (start * length, end * length);
            found.push((ends[0] + along * start, along, gone + f64::from(start), gone + f64::from(end)));
        }
        gone += f64::from(length);
    }
    found
}

/// The visible dashes of a line; a dash round a corner is one.
pub fn dashes(points: &[Pos2], on: f32, pitch: f32, room: Rect) -> Vec<Vec<Pos2>> {
    let (on, pitch) = (f64::from(on), f64::from(pitch));
    let mut dashes: Vec<Vec<Pos2>> = Vec::new();
    // Where the last dash ends, along the line.
    let mut until = f64::MIN;
    for (from, along, start, end) in stretches(points, room) {
        let mut begin = (start / pitch).floor() * pitch;
        while begin < end {
            let (left, right) = (begin.max(start), (begin + on).min(end));
            if left < right {
                let at = |place: f64| from + along * (place - start) as f32;
                match dashes.last_mut().filter(|_| begin < start && until >= left) {
                    Some(dash) => dash.push(at(right)),
                    None => dashes.push(vec![at(left), at(right)]),
                }
                until = right;
            }
            begin += pitch;
        }
    }
    dashes
}

/// The visible dots of a line.
pub fn dots(points: &[Pos2], pitch: f32, room: Rect) -> Vec<Pos2> {
    let pitch = f64::from(pitch);
    stretches(points, room)
        .into_iter()
        .flat_map(|(from, along, start, end)| {
            let first = (start / pitch).ceil() as i64;
            let places = (first..).map(move |step| step as f64 * pitch).take_while(move |place| *place < end);
            places.map(move |place| from + along * (place - start) as f32)
        })
        .collect()
}

/// Which share of a segment lies in a rectangle.
fn shares_inside(from: Pos2, to: Pos2, room: Rect) -> Option<(f32, f32)> {
    let along = to - from;
    let (mut start, mut end) = (0.0_f32, 1.0_f32);
    for (at, step, least, most) in
        [(from.x, along.x, room.left(), room.right()), (from.y, along.y, room.top(), room.bottom())]
    {
        if step == 0.0 {
            if at < least || at > most {
                return None;
            }
            continue;
        }
        let (one, other) = ((least - at) / step, (most - at) / step);
        start = start.max(one.min(other));
        end = end.min(one.max(other));
    }
    (start < end).then_some((start, end))
}

#[cfg(test)]
mod tests {
    use emath::{pos2, vec2};

    use super::*;

    #[test]
    fn dashes_stay_put_when_the_view_moves_and_go_round_corners() {
        let room = Rect::from_min_size(Pos2::ZERO, vec2(30.0, 10.0));
        let dash = |from: f32, to: f32| vec![pos2(from, 5.0), pos2(to, 5.0)];
        let line = [pos2(-25.0, 5.0), pos2(500.0, 5.0)];
        assert_eq!(
            dashes(&line, 7.0, 10.0, room),
            [dash(0.0, 2.0), dash(5.0, 12.0), dash(15.0, 22.0), dash(25.0, 30.0)]
        );
        assert_eq!(dots(&line, 10.0, room), [pos2(5.0, 5.0), pos2(15.0, 5.0), pos2(25.0, 5.0)]);
        let bent = [pos2(0.0, 5.0), pos2(14.0, 5.0), pos2(14.0, 9.0)];
        assert_eq!(
            dashes(&bent, 7.0, 10.0, room),
            [dash(0.0, 7.0), vec![pos2(10.0, 5.0), pos2(14.0, 5.0), pos2(14.0, 8.0)]]
        );
    }
}
