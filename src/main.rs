//! The `rodedraad` program.

fn main() {}
