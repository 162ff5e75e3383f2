//! Words: every text that a user reads, in Dutch and English, and dates in words.
