//! What holds on Windows only. All of it stands here, so that the rest of the program is the same everywhere.

/// Whether the system brings a software renderer that its vendor keeps (WARP): then that one is preferred to ours.
pub const HAS_SYSTEM_SOFTWARE_RENDERER: bool = cfg!(windows);

/// Whether the system refuses since another program, say a virus scanner, has the file open for a moment: a sharing
/// violation (32), a lock violation (33), or access denied (5), which is said where a file that is open is replaced. It is
/// said of a file without permission, too; asking again then only takes longer.
pub fn is_held_by_another_program(error: &std::io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}
