//! Rows and labels: what must hold for any lane.
