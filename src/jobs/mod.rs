//! Work off the interface thread: named threads, queues, and a newer job that makes an older one stale. Takes any
//! [`workers::Work`]; what the jobs of the program are stands in `ui::work`. Knows no toolkit.

pub mod journal;
pub mod starts;
pub mod workers;
