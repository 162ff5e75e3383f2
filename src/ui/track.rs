//! Where something has been, to go back and forward in: a camera, the time window. A movement without a pause is one step.

/// A pause of so many seconds ends a movement.
const PAUSE: f64 = 0.6;
/// Places that are remembered.
const MOST: usize = 100;

/// Places, past and future.
#[derive(Clone, Debug)]
pub struct Track<T> {
    past: Vec<T>,
    future: Vec<T>,
    here: Option<T>,
    moved: f64,
}

impl<T> Default for Track<T> {
    fn default() -> Self {
        Self { past: Vec::new(), future: Vec::new(), here: None, moved: f64::NEG_INFINITY }
    }
}

impl<T: Clone + PartialEq> Track<T> {
    /// Tells where it is now, in every frame; `now` in seconds.
    pub fn note(&mut self, place: T, now: f64) {
        if self.here.as_ref() == Some(&place) {
            return;
        }
        let before = self.here.replace(place);
        if let Some(before) = before.filter(|_| now - self.moved > PAUSE) {
            self.past.push(before);
            self.future.clear();
            if self.past.len() > MOST {
                self.past.remove(0);
            }
        }
        self.moved = now;
    }

    /// The place before this one, or the one that was left by going back; nothing where there is none. What leads there
    /// from here is no step of its own.
    pub fn go(&mut self, forward: bool, now: f64) -> Option<T> {
        let (from, to) = if forward { (&mut self.future, &mut self.past) } else { (&mut self.past, &mut self.future) };
        let place = from.pop()?;
        to.extend(self.here.replace(place.clone()));
        self.moved = now;
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_movement_is_one_step_and_going_back_is_none() {
        let mut track = Track::default();
        for (place, now) in [(0, 0.0), (1, 5.0), (2, 5.1), (3, 5.2), (4, 9.0)] {
            track.note(place, now);
        }
        assert_eq!(track.go(false, 12.0), Some(3));
        // On the way there.
        track.note(35, 12.1);
        track.note(3, 12.2);
        assert_eq!(track.go(false, 20.0), Some(0), "from 0 to 3 was one movement");
        assert_eq!((track.go(false, 21.0), track.go(true, 22.0), track.go(true, 23.0)), (None, Some(3), Some(4)));
        assert_eq!(track.go(false, 24.0), Some(3));
        track.note(3, 25.0);
        track.note(9, 30.0);
        assert_eq!(track.go(true, 31.0), None, "another way was taken");
    }
}
