//! What the benches share: cases of every size, and the middle of many measurements.

pub mod dice;
pub mod maker;

use std::time::Duration;

/// How large a case is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// The word for it.
    pub name: &'static str,
    /// Entities.
    pub entities: usize,
    /// Links.
    pub links: usize,
    /// Events.
    pub events: usize,
}

/// The scales that speed is judged at.
const SIZES: [Size; 3] = [
    Size { name: "S", entities: 20, links: 18, events: 9 },
    Size { name: "M", entities: 10_000, links: 50_000, events: 20_000 },
    Size { name: "L", entities: 70_000, links: 1_000_000, events: 1_000_000 },
];

/// The size that the command line asks for, `M` where it asks for none; S where nothing is to be measured, as when
/// the test runner merely looks whether the benches run.
pub fn wanted_size() -> Size {
    let asked = std::env::args().find_map(|word| SIZES.into_iter().find(|size| size.name == word));
    asked.unwrap_or(if is_measuring() { SIZES[1] } else { SIZES[0] })
}

/// Whether `cargo bench` runs this, and not the test runner.
pub fn is_measuring() -> bool {
    std::env::args().any(|word| word == "--bench")
}

/// The middle of some times.
pub fn median(times: &[Duration]) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

/// A time in milliseconds.
pub fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
