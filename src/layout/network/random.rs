//! Chance that is the same everywhere.

/// Knuth's MMIX linear congruential generator; the upper bits are used.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        let mut random = Self(seed ^ 0x9e37_79b9_7f4a_7c15);
        random.next();
        random
    }

    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as u32
    }

    /// From -1 to 1.
    pub fn unit(&mut self) -> f64 {
        f64::from(self.next()) / f64::from(1_u32 << 30) - 1.0
    }

    /// From 0 to below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        self.next() as usize % count.max(1)
    }

    /// Puts items in a random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last + 1);
            items.swap(last, other);
        }
    }
}

/// Points on a sunflower: `count` of them, evenly spread, `spacing` apart. The turn from one to the next is the golden
/// angle, as a product of unit vectors so that no sine is needed.
pub fn sunflower(count: usize, spacing: f64) -> Vec<super::Point> {
    const GOLDEN: [f64; 2] = [-0.737_368_878_078_319_9, 0.675_490_294_261_523_7];
    let mut turn = [1.0_f64, 0.0];
    (0..count)
        .map(|at| {
            let radius = spacing * (at as f64 + 0.5).sqrt();
            let point = [radius * turn[0], radius * turn[1]];
            let next = [turn[0] * GOLDEN[0] - turn[1] * GOLDEN[1], turn[0] * GOLDEN[1] + turn[1] * GOLDEN[0]];
            let length = (next[0] * next[0] + next[1] * next[1]).sqrt();
            turn = [next[0] / length, next[1] / length];
            point
        })
        .collect()
}
