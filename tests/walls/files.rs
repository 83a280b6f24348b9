//! Files people can hold in their head, called after what they are about.

use crate::source::{self, Source};

const LONGEST: usize = 400;
const NAMELESS: [&str; 9] = ["util", "utils", "helper", "helpers", "common", "manager", "managers", "misc", "shared"];

fn all() -> Vec<Source> {
    ["api/src", "xtask/src", "tests/bench/src", "tests/src", "tests/it", "tests/walls"]
        .into_iter()
        .flat_map(source::below)
        .collect()
}

#[track_caller]
fn holds(wall: fn(&Source) -> Option<String>, invention: &Source) {
    assert!(wall(invention).is_some(), "the wall has fallen over: it lets {} through", invention.path);
    let breaches: Vec<String> = all().iter().filter_map(wall).collect();
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

#[test]
fn no_file_is_too_long_to_read() {
    fn wall(source: &Source) -> Option<String> {
        let lines = source.text.lines().count();
        let is_generated = source.path == "api/src/schema.rs";
        (lines > LONGEST && !is_generated).then(|| {
            format!("{} has {lines} lines, more than {LONGEST}: it is about more than one thing; split it", source.path)
        })
    }
    holds(wall, &Source::invented("api/src/long.rs", &"\n".repeat(LONGEST + 1)));
}

#[test]
fn every_file_begins_with_what_it_is_about() {
    fn wall(source: &Source) -> Option<String> {
        let is_generated = source.path == "api/src/schema.rs";
        // A table of contents of tests says it by their names.
        let only_lists = source.text.lines().all(|line| line.is_empty() || line.starts_with("mod "));
        (!source.text.starts_with("//! ") && !is_generated && !only_lists).then(|| {
            format!("{} does not begin with a `//!` comment: say what it is about and what always holds", source.path)
        })
    }
    holds(wall, &Source::invented("api/src/silent.rs", "use crate::app;\n"));
}

#[test]
fn names_say_what_is_inside() {
    fn wall(source: &Source) -> Option<String> {
        let mut parts = source.path.trim_end_matches(".rs").split('/').flat_map(|part| part.split('_'));
        let nameless = parts.find(|part| NAMELESS.contains(part))?;
        Some(format!("{}: `{nameless}` says nothing; call it after what it is about", source.path))
    }
    holds(wall, &Source::invented("api/src/http/utils.rs", "//! Things."));
}

#[test]
fn modules_inside_files_have_names_too() {
    fn wall(source: &Source) -> Option<String> {
        let mut modules = source
            .text
            .lines()
            .filter_map(|line| line.trim().strip_prefix("mod ").or(line.trim().strip_prefix("pub mod ")));
        let nameless = modules.find(|rest| NAMELESS.contains(&rest.trim_end_matches([';', '{', ' '])))?;
        Some(format!("{} has a module `{nameless}`: call it after what it is about", source.path))
    }
    holds(wall, &Source::invented("api/src/lib.rs", "//! X.\npub mod helpers;"));
}
