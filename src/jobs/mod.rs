//! Work off the interface thread, and the disk. Closed lists of jobs and replies.

pub mod workers;
