//! Every code of the catalogue is provoked by some test: one that nobody can meet is no code.

use std::fs;
use std::path::{Path, PathBuf};

use cofund::error::Code;

/// Codes no test of the program from outside can bring about, and why.
const NOT_FROM_OUTSIDE: [(&str, &str); 6] = [
    ("internal", "a mistake of ours: a test that knew one would be its mending"),
    ("idempotency_in_flight", "a twin waits for its answer first; only a lock timeout answers like this"),
    ("conflict", "two transactions that the database cannot put in order; the locks leave none that a test could time"),
    ("last_admin", "only two administrators who remove each other in the same moment meet it"),
    ("unavailable", "the database is away, or every connection is taken"),
    ("no_terms_yet", "terms come with the schema, and are never taken away"),
];

fn sources(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).expect("a folder of tests") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, text);
        } else if path.extension().is_some_and(|ext| ext == "rs") && !path.ends_with("contract/codes.rs") {
            text.push_str(&fs::read_to_string(&path).expect("a test"));
        }
    }
}

#[test]
fn every_code_is_provoked_by_a_test() {
    let mut text = String::new();
    sources(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("it"), &mut text);
    let named = |code: &str| text.contains(&format!("\"{code}\""));
    let excused = |code: &str| NOT_FROM_OUTSIDE.iter().any(|(name, _)| *name == code);
    let missing: Vec<_> =
        Code::ALL.iter().map(|code| code.as_str()).filter(|code| !named(code) && !excused(code)).collect();
    assert!(missing.is_empty(), "no test in tests/it is refused with {missing:?}: write one in the feature's folder");
    for (code, _) in NOT_FROM_OUTSIDE {
        assert!(Code::ALL.iter().any(|known| known.as_str() == code), "{code} is no code any more");
    }
}
