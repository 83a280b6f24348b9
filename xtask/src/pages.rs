//! The SPA's build, redone only when what it is made from has changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::node;
use crate::process;
use crate::state::{State, hash_of};

/// Folders of `frontend/` that no build reads.
const NOT_SOURCES: [&str; 6] = ["node_modules", "dist", "e2e", "coverage", "test-results", "playwright-report"];

/// Says whether there was anything to build.
pub fn build(state: &State) -> Result<bool> {
    if is_current(state)? {
        return Ok(false);
    }
    let log = state.path("pages.log");
    let _ = fs::remove_file(&log);
    if !process::run_into(&mut build_command(state), &log)?.success() {
        bail!("the pages do not build:\n{}", fs::read_to_string(&log).unwrap_or_default().trim_end());
    }
    remember(state)?;
    Ok(true)
}

pub fn build_command(state: &State) -> Command {
    let mut command = node::npm();
    command.args(["run", "build"]).current_dir(frontend(state));
    command
}

/// What was just built belongs to the sources as they are.
pub fn remember(state: &State) -> Result<()> {
    Ok(fs::write(mark(state), fingerprint(&frontend(state))?)?)
}

fn is_current(state: &State) -> Result<bool> {
    if !built(state).join("index.html").exists() {
        return Ok(false);
    }
    let fingerprint = fingerprint(&frontend(state))?;
    Ok(fs::read_to_string(mark(state)).is_ok_and(|found| found == fingerprint))
}

fn mark(state: &State) -> PathBuf {
    state.path("pages.fingerprint")
}

pub fn frontend(state: &State) -> PathBuf {
    state.repository.join("frontend")
}

pub fn built(state: &State) -> PathBuf {
    frontend(state).join("dist")
}

/// Names and contents, because a checkout changes times without changing anything and the reverse.
fn fingerprint(frontend: &Path) -> Result<String> {
    let mut files = Vec::new();
    collect(frontend, &mut files)?;
    files.sort();
    let mut parts = Vec::with_capacity(files.len());
    for file in files {
        let content = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        parts.push((file, hash_of(&content)));
    }
    Ok(format!("{:016x}", hash_of(&parts)))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_file() {
            files.push(entry.path());
        } else if kind.is_dir() && !NOT_SOURCES.iter().any(|name| entry.file_name() == *name) {
            collect(&entry.path(), files)?;
        }
    }
    Ok(())
}
