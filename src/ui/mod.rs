//! Pixels and pointers: the window, its panels and views.
