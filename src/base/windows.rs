//! What holds on Windows only. All of it stands here, so that the rest of the program is the same everywhere.

/// Whether the system brings a software renderer that its vendor keeps (WARP): then that one is preferred to ours.
pub const HAS_SYSTEM_SOFTWARE_RENDERER: bool = cfg!(windows);
