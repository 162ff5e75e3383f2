//! The state machine: what is open, selected, hidden and in the window. Knows no toolkit and does no input or output.
