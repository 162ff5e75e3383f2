//! Text to case and back. Pure but for `save`, which owns the save protocol: bytes in, findings and a case out.
