//! The bundled typefaces, IBM Plex (SIL Open Font License 1.1), unchanged. The one place where they enter the program.

/// Plex Sans, regular.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/IBMPlexSans_400Regular.ttf");
/// Plex Sans, medium.
pub const MEDIUM: &[u8] = include_bytes!("../../assets/fonts/IBMPlexSans_500Medium.ttf");
/// Plex Sans, semi-bold.
pub const SEMI_BOLD: &[u8] = include_bytes!("../../assets/fonts/IBMPlexSans_600SemiBold.ttf");
/// Plex Mono, regular.
pub const MONO: &[u8] = include_bytes!("../../assets/fonts/IBMPlexMono_400Regular.ttf");
/// The licence, to be shown beside them.
pub const LICENCE: &str = include_str!("../../assets/fonts/LICENSE-OFL.txt");
