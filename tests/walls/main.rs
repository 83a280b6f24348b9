//! The walls of the house: what a file may touch, read from its text. No program and no database are needed.
//!
//! Each wall finds what goes through it, says what to do, and is shown something invented that goes through it, so that
//! a wall that has fallen over is noticed, too.

mod crates;
mod files;
mod layers;
mod migrations;
mod source;

use source::Source;

/// Nothing in the house goes through this wall, and these inventions do.
#[track_caller]
fn holds(wall: fn(&Source) -> Vec<String>, inventions: &[(&str, &str)]) {
    for (path, text) in inventions {
        let invented = Source::invented(path, text);
        assert!(!wall(&invented).is_empty(), "the wall has fallen over: it lets {path} through with\n{text}");
    }
    let breaches: Vec<String> = source::program().iter().flat_map(wall).collect();
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}
