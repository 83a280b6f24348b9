//! The parts in the order they run: cheap and telling first, the browser last.

use anyhow::Result;

use super::bench::Bench;
use super::{containers, deny, generated, journeys, rust, single_file, web};

pub struct Part {
    pub name: &'static str,
    pub about: &'static str,
    /// What to do when it is red and has not said so itself.
    pub remedy: &'static str,
    /// Parts without whose success this one can say nothing.
    pub needs: &'static [&'static str],
    pub run: fn(&Bench) -> Result<Outcome>,
}

/// How many checks (or tests) went which way, and what else a reader should know.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub passed: usize,
    pub failed: usize,
    /// Not an error, but not to be overlooked: something could not be asked.
    pub note: Option<String>,
    /// What to do, when that is clearer than the part's own remedy.
    pub reason: Option<String>,
}

impl Outcome {
    pub fn green(passed: usize) -> Outcome {
        Outcome { passed, ..Outcome::default() }
    }

    pub fn red(reason: String) -> Outcome {
        Outcome { failed: 1, reason: Some(reason), ..Outcome::default() }
    }

    /// One check that is what it is.
    pub fn of(success: bool) -> Outcome {
        Outcome { passed: usize::from(success), failed: usize::from(!success), ..Outcome::default() }
    }

    pub fn and(self, other: Outcome) -> Outcome {
        let join = |left: Option<String>, right: Option<String>| match (left, right) {
            (Some(left), Some(right)) => Some(format!("{left}; {right}")),
            (left, right) => left.or(right),
        };
        Outcome {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            note: join(self.note, other.note),
            reason: join(self.reason, other.reason),
        }
    }

    pub fn noting(self, note: &str) -> Outcome {
        Outcome { note: Some(note.to_owned()), ..self }
    }
}

pub const PARTS: [Part; 19] = [
    Part { name: "fmt", about: "Rust code is formatted", remedy: "run `cargo fmt --all`", needs: &[], run: rust::fmt },
    Part {
        name: "clippy",
        about: "no compiler or clippy warning in any Rust code",
        remedy: "follow the messages above",
        needs: &[],
        run: rust::clippy,
    },
    Part {
        name: "deny",
        about: "licences, bans, sources and known holes of the crates",
        remedy: "replace the crate named above, or explain it in deny.toml",
        needs: &[],
        run: deny::run,
    },
    Part {
        name: "unit",
        about: "rules and other pure code, property tests included",
        remedy: "read the failures above",
        needs: &[],
        run: rust::unit,
    },
    Part {
        name: "house",
        about: "the walls between the modules",
        remedy: "move the code, or the `use` line, to where it belongs: docs/ARCHITECTURE.md",
        needs: &[],
        run: rust::house,
    },
    Part {
        name: "http",
        about: "the API over HTTP against a real PostgreSQL",
        remedy: "read the failures above; one test alone: cargo xtask test --only http -- NAME",
        needs: &[],
        run: rust::http,
    },
    Part {
        name: "schema",
        about: "api/src/schema.rs is what the migrations make",
        remedy: "run `cargo xtask schema` and commit the result",
        needs: &[],
        run: generated::schema,
    },
    Part {
        name: "openapi",
        about: "openapi/openapi.json is what the program says, and a good contract",
        remedy: "run `cargo xtask openapi` and commit the result; mend what redocly names above",
        needs: &[],
        run: generated::openapi,
    },
    Part {
        name: "errors",
        about: "docs/ERRORS.md is what the program says",
        remedy: "run `cargo xtask errors` and commit the result",
        needs: &[],
        run: generated::errors,
    },
    Part {
        name: "web-install",
        about: "the pages' packages can be installed from their lock files",
        remedy: "run `npm install` in the folder named above and commit its lock file",
        needs: &[],
        run: web::install,
    },
    Part {
        name: "web-lint",
        about: "TypeScript is formatted, linted, and keeps its walls",
        remedy: "run `npm run format` in frontend/ and mend the rest",
        needs: &["web-install"],
        run: web::lint,
    },
    Part {
        name: "web-types",
        about: "the SPA's types fit the contract and each other",
        remedy: "run `cargo xtask openapi`, commit the types, mend what tsc names above",
        needs: &["web-install"],
        run: web::types,
    },
    Part {
        name: "web-words",
        about: "every sentence has its translations",
        remedy: "run `npm run i18n:extract` in frontend/ and translate what is new",
        needs: &["web-install"],
        run: web::words,
    },
    Part {
        name: "web-unit",
        about: "the pages' unit tests",
        remedy: "read the failures above",
        needs: &["web-install"],
        run: web::unit,
    },
    Part {
        name: "web-audit",
        about: "known holes of the packages the pages ship",
        remedy: "update the package named above",
        needs: &["web-install"],
        run: web::audit,
    },
    Part {
        name: "web-build",
        about: "the pages build and stay small",
        remedy: "read the failures above",
        needs: &["web-install"],
        run: web::build,
    },
    Part {
        name: "containers",
        about: "how images are built and put together, and the proxy in front",
        remedy: "read the failures above; what the proxy and the API said is in .cofund/logs/containers-*.log",
        needs: &["web-install", "web-build"],
        run: containers::run,
    },
    Part {
        name: "journeys",
        about: "people in a browser, against everything real",
        remedy: "read the failures above; pictures of the pages are in .cofund/logs/journeys/",
        needs: &["web-install", "web-build"],
        run: journeys::run,
    },
    Part {
        name: "single-file",
        about: "one file with the pages inside serves everything, from an empty folder",
        remedy: "read the failures above; what it said is in .cofund/logs/single-file-server.log",
        needs: &["web-install", "web-build"],
        run: single_file::run,
    },
];
