//! Files as text, and what their code refers to.

use std::fs;
use std::path::{Path, PathBuf};

pub struct Source {
    /// From the repository's root, such as `api/src/lib.rs`.
    pub path: String,
    pub text: String,
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the repository").to_owned()
}

/// The program's own files.
pub fn program() -> Vec<Source> {
    let all = below("api/src");
    assert!(all.len() > 100, "the program is in api/src");
    all
}

pub fn below(folder: &str) -> Vec<Source> {
    let (root, mut found) = (root(), Vec::new());
    collect(&root.join(folder), &mut |path| {
        if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(&root).expect("below the root").to_string_lossy().replace('\\', "/");
            found.push(Source { path: name, text: fs::read_to_string(path).expect("a text") });
        }
    });
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

fn collect(folder: &Path, found: &mut impl FnMut(&Path)) {
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("an entry").path();
        if path.is_dir() { collect(&path, found) } else { found(&path) }
    }
}

impl Source {
    pub fn invented(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// Without comments and without its unit tests, which may use what they like.
    pub fn code(&self) -> String {
        let tested = self.text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
        tested.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
    }

    /// `api/src/features/auth/mod.rs` is `features::auth`.
    pub fn module(&self) -> Vec<String> {
        let inside = self.path.strip_prefix("api/src/").unwrap_or(&self.path).trim_end_matches(".rs");
        let mut module: Vec<String> = inside.split('/').map(str::to_owned).collect();
        if matches!(module.last().map(String::as_str), Some("mod" | "lib" | "main")) {
            module.pop();
        }
        module
    }

    /// The file's own name, without its ending.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".rs")
    }

    /// Every path below `crate`, `super` or `self` that the code names, from the crate's root on.
    pub fn references(&self) -> Vec<Vec<String>> {
        let code = self.code();
        let mut found = Vec::new();
        for start in ["crate::", "super::", "self::"] {
            for (at, _) in code.match_indices(start) {
                // `pub(super)` has no path; `super::super` is read from its first step.
                if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':') {
                    continue;
                }
                let mut base = if start == "crate::" { Vec::new() } else { self.module() };
                if start == "super::" {
                    base.pop();
                }
                expand(&code[at + start.len()..], base, &mut found);
            }
        }
        found
    }
}

/// Reads `a::b`, or `{a, b::{c, d}}`, and returns what follows it.
fn expand<'a>(text: &'a str, mut path: Vec<String>, found: &mut Vec<Vec<String>>) -> &'a str {
    let mut rest = text;
    loop {
        if let Some(branches) = rest.strip_prefix('{') {
            return expand_each(branches, &path, found);
        }
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        match &rest[..end] {
            "" | "self" => {}
            "super" => drop(path.pop()),
            step => path.push(step.to_owned()),
        }
        rest = &rest[end..];
        match rest.strip_prefix("::") {
            Some(after) => rest = after,
            None => break,
        }
    }
    found.push(path);
    rest
}

fn expand_each<'a>(text: &'a str, path: &[String], found: &mut Vec<Vec<String>>) -> &'a str {
    let mut branches = text.trim_start();
    while !branches.is_empty() {
        if let Some(after) = branches.strip_prefix('}') {
            return after;
        }
        branches = expand(branches, path.to_vec(), found);
        // Past `as another_name`.
        let end = branches.find([',', '}']).unwrap_or(branches.len());
        branches = branches[end..].trim_start_matches(',').trim_start();
    }
    branches
}

#[test]
fn paths_are_read_as_the_compiler_reads_them() {
    let text = "use crate::features::{auth::{self, store as s}, people::rules::check};\nuse super::{dto, tokens::Row};\n\
        // use crate::comment;\nfn f() { crate::db::tx::run(super::super::mail::send()) }\n\
        #[cfg(test)]\nmod tests { use crate::only_in_tests; }";
    let mut found: Vec<String> = Source::invented("api/src/features/auth/actions.rs", text)
        .references()
        .into_iter()
        .map(|path| path.join("::"))
        .collect();
    found.sort_unstable();
    let expected = [
        "db::tx::run",
        "features::auth",
        "features::auth::dto",
        "features::auth::store",
        "features::auth::tokens::Row",
        "features::mail::send",
        "features::people::rules::check",
    ];
    assert_eq!(found, expected);
}
