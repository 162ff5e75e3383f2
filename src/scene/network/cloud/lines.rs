//! Lines that are counted pixel by pixel: how many cross each. After Wu's antialiased lines (1991), with counts in place of
//! colours. In whole numbers, so that no order of drawing changes the result.

/// Weight of one line on one pixel.
pub const WHOLE: u32 = 256;
/// Fixed point of positions: 16 bits behind the point.
const ONE: f64 = 65_536.0;
/// Positions are held within so many pixels: what lies further off is cut before.
const FAR: f32 = 1e6;

/// What was counted in a band: lines, and lines that are faded.
pub struct Space {
    width: usize,
    plain: Vec<u32>,
    faded: Vec<u32>,
}

impl Space {
    /// Room for bands of this width and height.
    pub fn new(width: usize, height: usize) -> Self {
        Self { width, plain: vec![0; width * height], faded: vec![0; width * height] }
    }

    /// Begins anew.
    pub fn clear(&mut self) {
        self.plain.fill(0);
        self.faded.fill(0);
    }

    /// Plain and faded lines of each pixel, row by row, in units of 1/[`WHOLE`] line.
    pub fn counts(&self) -> impl Iterator<Item = [u32; 2]> {
        self.plain.iter().zip(&self.faded).map(|(plain, faded)| [*plain, *faded])
    }
}

/// A line between two points, in pixels. One coordinate runs, the other follows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// It runs downwards more than sideways.
    is_steep: bool,
    is_faded: bool,
    /// First and last whole step of the coordinate that runs.
    first: i32,
    last: i32,
    /// The other coordinate at step 0, and how much it grows a step; in 1/65536 pixel.
    base: i64,
    slope: i64,
    /// First row of pixels that it touches, and the row after its last.
    top: i32,
    bottom: i32,
}

impl Segment {
    /// The part of a line that lies within a room of this width and height; none where nothing does.
    pub fn new(from: [f32; 2], to: [f32; 2], room: [f32; 2], is_faded: bool) -> Option<Self> {
        let sound = |at: [f32; 2]| at.map(|value| if value.is_finite() { value.clamp(-FAR, FAR) } else { 0.0 });
        let (from, to) = (sound(from), sound(to));
        let is_outside = |axis: usize| from[axis].max(to[axis]) < -1.0 || from[axis].min(to[axis]) > room[axis] + 1.0;
        if is_outside(0) || is_outside(1) {
            return None;
        }
        let is_steep = (to[1] - from[1]).abs() >= (to[0] - from[0]).abs();
        let (runs, follows) = if is_steep { (1, 0) } else { (0, 1) };
        let (start, end) = if from[runs] <= to[runs] { (from, to) } else { (to, from) };
        let slope = f64::from(end[follows] - start[follows]) / f64::from(end[runs] - start[runs]).max(1e-9);
        // Pixels are met in their middles.
        let middle = |value: f32| value - 0.5;
        let base = f64::from(middle(start[follows])) - slope * f64::from(middle(start[runs]));
        let at = |step: i32| base + slope * f64::from(step);
        let (mut first, mut last) = (middle(start[runs]).ceil().max(0.0) as i32, middle(end[runs]).floor() as i32);
        last = last.min(room[runs] as i32 - 1);
        // What follows must be within the room too.
        if slope.abs() > 1e-12 {
            let (low, high) = ((-1.0 - base) / slope, (f64::from(room[follows]) - base) / slope);
            first = first.max(low.min(high).ceil().max(-1.0) as i32);
            last = last.min(low.max(high).floor().min(f64::from(i32::MAX)) as i32);
        } else if !(-1.0..=f64::from(room[follows])).contains(&base) {
            return None;
        }
        if first > last {
            return None;
        }
        let (top, bottom) = if is_steep {
            (first, last + 1)
        } else {
            let (one, other) = (at(first), at(last));
            (one.min(other).floor() as i32 - 1, one.max(other).floor() as i32 + 3)
        };
        let (base, slope) = ((base * ONE).round() as i64, (slope * ONE).round() as i64);
        Some(Self { is_steep, is_faded, first, last, base, slope, top, bottom })
    }

    /// How many pixels it crosses.
    pub fn seen(&self) -> i32 {
        self.last - self.first + 1
    }

    /// Whether any of it lies in these rows.
    pub fn touches(&self, first: usize, end: usize) -> bool {
        self.top < end as i32 && self.bottom > first as i32
    }

    /// Counts it in the band of rows that begins at `top`.
    pub fn draw(&self, space: &mut Space, top: usize, height: usize) {
        let width = space.width;
        let counts = if self.is_faded { &mut space.faded } else { &mut space.plain };
        if self.is_steep {
            let (first, last) = (self.first.max(top as i32), self.last.min((top + height) as i32 - 1));
            for row in first..=last {
                let at = self.base + self.slope * i64::from(row);
                let column = (at >> 16) as i32;
                let share = ((at >> 8) & 0xff) as u32;
                let line = (row - top as i32) as usize * width;
                if let Some(count) = usize::try_from(column).ok().filter(|column| *column < width) {
                    counts[line + count] += WHOLE - share;
                }
                if let Some(count) = usize::try_from(column + 1).ok().filter(|column| *column < width) {
                    counts[line + count] += share;
                }
            }
            return;
        }
        let (first, last) = self.columns(top as i32, height as i32);
        for column in first..=last {
            let at = self.base + self.slope * i64::from(column);
            let row = (at >> 16) as i32 - top as i32;
            let share = ((at >> 8) & 0xff) as u32;
            if (0..height as i32).contains(&row) {
                counts[row as usize * width + column as usize] += WHOLE - share;
            }
            if (0..height as i32).contains(&(row + 1)) {
                counts[(row + 1) as usize * width + column as usize] += share;
            }
        }
    }

    /// The columns in which a flat line may touch a band; a few too many do no harm.
    fn columns(&self, top: i32, height: i32) -> (i32, i32) {
        if self.slope == 0 {
            return (self.first, self.last);
        }
        let at = |row: i32| ((i64::from(row) << 16) - self.base) / self.slope;
        let (one, other) = (at(top - 2), at(top + height + 2));
        let (low, high) = (one.min(other) - 1, one.max(other) + 1);
        let within = |value: i64| value.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32;
        (self.first.max(within(low)), self.last.min(within(high)))
    }
}
