//! What measures: the programs of `tests/bench`, and PostgreSQL's own `pgbench`.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process;
use crate::program;
use crate::state::State;

pub struct Tools {
    folder: PathBuf,
    /// Not every packaging of PostgreSQL brings it.
    pub pgbench: Option<PathBuf>,
}

impl Tools {
    /// Builds them, optimised as what they measure is.
    pub fn build(state: &State, postgres: &Path) -> Result<Tools> {
        build(state, "cofund-bench")?;
        // A folder on the path may hold links to some of the programs only: the others are where they lead to.
        let server = postgres.join("postgres").canonicalize().unwrap_or_default();
        let pgbench = server.with_file_name("pgbench");
        Ok(Tools { folder: release_folder()?, pgbench: pgbench.exists().then_some(pgbench) })
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

/// `cofund` as it is shipped.
pub fn build_program(state: &State) -> Result<PathBuf> {
    build(state, "cofund")?;
    Ok(release_folder()?.join("cofund"))
}

fn build(state: &State, package: &str) -> Result<()> {
    let status = process::run(program::cargo(state).args(["build", "--release", "--quiet", "--package", package]))?;
    ensure!(status.success(), "{package} does not build; cargo's messages are above");
    Ok(())
}

/// Beside the folder this program was built in.
fn release_folder() -> Result<PathBuf> {
    let this = std::env::current_exe().context("cannot find the folder this program was built in")?;
    let target = this.parent().and_then(Path::parent).context("this program lies in no target folder")?;
    Ok(target.join("release"))
}

/// What a tool printed last, which is JSON.
pub fn read_json(command: &mut Command) -> Result<serde_json::Value> {
    let said = process::read_unless_interrupted(command)?;
    let line = said.lines().last().unwrap_or_default();
    serde_json::from_str(line).with_context(|| format!("a tool said something that is not JSON: {line}"))
}
