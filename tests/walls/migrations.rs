//! Migrations go up and down, in the order of their names.

use std::fs;

use crate::source::root;

#[test]
fn each_has_a_way_up_and_down() {
    let mut names = Vec::new();
    for entry in fs::read_dir(root().join("migrations")).expect("the migrations") {
        let folder = entry.expect("an entry").path();
        if !folder.is_dir() {
            continue;
        }
        for file in ["up.sql", "down.sql"] {
            let text = fs::read_to_string(folder.join(file)).unwrap_or_default();
            let says = text.lines().any(|line| !line.trim().is_empty() && !line.trim_start().starts_with("--"));
            assert!(says, "{} lacks a {file}: write how to get there and how to come back", folder.display());
        }
        names.push(folder.file_name().expect("a name").to_string_lossy().into_owned());
    }
    assert!(names.len() >= 3, "the migrations are in migrations/");
    for name in names {
        assert!(is_named_well(&name), "{name}: call it YYYY-MM-DD-HHMMSS_verb_object");
    }
    for bad in
        ["2026-11-21_create_people", "2026-11-21-090000_people", "create_people", "2026-11-21-090000_Create_people"]
    {
        assert!(!is_named_well(bad), "the wall has fallen over: it lets {bad} through");
    }
}

fn is_named_well(name: &str) -> bool {
    let Some((time, words)) = name.split_once('_') else { return false };
    let time_is_one = time.len() == 17
        && time.char_indices().all(|(at, c)| if matches!(at, 4 | 7 | 10) { c == '-' } else { c.is_ascii_digit() });
    time_is_one
        && words.contains('_')
        && words.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}
