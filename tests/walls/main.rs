//! The walls of the house.

fn main() {}
