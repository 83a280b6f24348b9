//! `cargo xtask errors`: the list of error codes, as the program knows them.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::state::State;
use crate::{drift, program};

pub fn run() -> Result<ExitCode> {
    let state = State::open()?;
    let text = program::output(&program::build(&state)?, &["errors"])?;
    let path = committed(&state);
    fs::write(&path, drift::with_final_newline(&text)).with_context(|| format!("cannot write {}", path.display()))?;
    println!("Wrote {}", path.display());
    Ok(ExitCode::SUCCESS)
}

pub fn committed(state: &State) -> PathBuf {
    state.repository.join("docs/ERRORS.md")
}
