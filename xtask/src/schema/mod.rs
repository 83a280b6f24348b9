//! `cargo xtask schema`: diesel's picture of the tables, read from a database that the migrations have just made.
//!
//! Diesel's own program does this too, but needs libpq; nothing else here does.

mod introspect;
mod print;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::postgres::{self, Cluster};
use crate::state::State;
use crate::step::Step;
use crate::{process, program};

pub fn run() -> Result<ExitCode> {
    let state = State::open()?;
    let program = program::build(&state)?;
    let step = Step::quiet("Starting a throwaway PostgreSQL");
    let cluster = postgres::for_tests(&state)?;
    step.done("started");
    let path = committed(&state);
    fs::write(&path, generate(&state, &program, &cluster)?)
        .with_context(|| format!("cannot write {}", path.display()))?;
    println!("Wrote {}", path.display());
    Ok(ExitCode::SUCCESS)
}

pub fn committed(state: &State) -> PathBuf {
    state.repository.join("api/src/schema.rs")
}

/// Migrates an empty database and describes what came out, formatted as `cargo fmt` would.
pub fn generate(state: &State, program: &Path, cluster: &Cluster) -> Result<String> {
    let database = "cofund_schema";
    cluster.create_database(database)?;
    program::migrate(program, &cluster.url(database))?;
    let tables = introspect::tables(&mut cluster.connect(database)?)?;
    format(state, &print::schema(&tables)?)
}

/// rustfmt works on files, so the text gets one for a moment.
fn format(state: &State, text: &str) -> Result<String> {
    let path = state.path("schema.rs");
    fs::write(&path, text)?;
    let formatted =
        process::read(Command::new("rustfmt").args(["--edition", "2024"]).arg(&path).current_dir(&state.repository))
            .and_then(|_| Ok(fs::read_to_string(&path)?));
    fs::remove_file(&path)?;
    formatted
}
