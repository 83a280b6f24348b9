//! The SPA's build, redone only when what it is made from has changed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::node;
use crate::process;
use crate::state::{State, hash_of};

/// Folders of `frontend/` that no build reads.
const NOT_SOURCES: [&str; 6] = [
    "node_modules",
    "dist",
    "e2e",
    "coverage",
    "test-results",
    "playwright-report",
];

/// Says whether there was anything to build.
pub fn build(state: &State) -> Result<bool> {
    let frontend = frontend(state);
    let mark = state.path("pages.fingerprint");
    let fingerprint = fingerprint(&frontend)?;
    let is_current = fs::read_to_string(&mark).is_ok_and(|found| found == fingerprint);
    if is_current && built(state).join("index.html").exists() {
        return Ok(false);
    }
    let log = state.path("pages.log");
    let _ = fs::remove_file(&log);
    if !process::run_into(
        node::npm().args(["run", "build"]).current_dir(&frontend),
        &log,
    )?
    .success()
    {
        bail!(
            "the pages do not build:\n{}",
            fs::read_to_string(&log).unwrap_or_default().trim_end()
        );
    }
    fs::write(&mark, fingerprint)?;
    Ok(true)
}

/// The next [`build`] builds whatever it finds.
pub fn forget(state: &State) {
    let _ = fs::remove_file(state.path("pages.fingerprint"));
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
    for entry in
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?
    {
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
