//! How each kind of date is drawn.
