//! `cargo xtask openapi`: the contract as the program states it, and the SPA's types made from it.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};

use crate::state::State;
use crate::step::Step;
use crate::{drift, node, pages, process, program};

pub fn run() -> Result<ExitCode> {
    let state = State::open()?;
    let text = program::output(&program::build(&state)?, &["openapi"])?;
    let path = committed(&state);
    fs::write(&path, drift::with_final_newline(&text)).with_context(|| format!("cannot write {}", path.display()))?;
    println!("Wrote {}", path.display());
    generate_types(&state)?;
    Ok(ExitCode::SUCCESS)
}

pub fn committed(state: &State) -> PathBuf {
    state.repository.join("openapi/openapi.json")
}

/// Someone who works on the API alone may have no Node; the `web-types` check will tell.
fn generate_types(state: &State) -> Result<()> {
    if let Err(reason) = node::require() {
        println!("The SPA's types were left as they are: {reason}");
        return Ok(());
    }
    for package in node::packages_of_frontend(state) {
        node::install(state, &package)?;
    }
    let step = Step::loud("Writing the SPA's types");
    let mut command = node::npm();
    command.args(["run", "--silent", "api:generate"]).current_dir(pages::frontend(state));
    ensure!(process::run(&mut command)?.success(), "the SPA's types could not be written; npm's messages are above");
    step.done("written");
    Ok(())
}
