//! Node and npm: is there one that will do, and are the packages of a folder those of its lock file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::process;
use crate::state::{State, hash_of};

/// One clear sentence when Node or npm is missing or too old for Vite.
pub fn require() -> Result<()> {
    let said = process::read(Command::new("node").arg("--version"))
        .ok()
        .context("Node.js is missing; install Node.js 20.19 or newer (https://nodejs.org), which brings npm")?;
    ensure!(
        is_new_enough(&said),
        "Node.js {} is too old; install 20.19 or newer of 20, or 22.12 or newer (https://nodejs.org)",
        said.trim()
    );
    process::read(npm().arg("--version"))
        .ok()
        .context("npm is missing, though Node.js is there; install npm (Debian: apt-get install npm)")?;
    Ok(())
}

fn is_new_enough(said: &str) -> bool {
    let mut numbers = said.trim().trim_start_matches('v').split('.').map(|number| number.parse::<u32>().unwrap_or(0));
    let (major, minor) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    match major {
        20 => minor >= 19,
        22 => minor >= 12,
        // 21 was left before it got what Vite needs.
        _ => major > 22,
    }
}

pub fn npm() -> Command {
    let mut command = Command::new("npm");
    command.env("npm_config_audit", "false").env("npm_config_fund", "false").env("npm_config_update_notifier", "false");
    command
}

/// `npm ci`, unless what is installed already came from this lock file. Says whether there was anything to do.
pub fn install(state: &State, folder: &Path) -> Result<bool> {
    let _turn = state.lock("npm.lock")?;
    let lock_file = folder.join("package-lock.json");
    let lock = fs::read(&lock_file).with_context(|| format!("{} is missing", lock_file.display()))?;
    let wanted = format!("{:016x}", hash_of(&lock));
    let mark = folder.join("node_modules/.cofund-lock");
    if fs::read_to_string(&mark).is_ok_and(|found| found == wanted) {
        return Ok(false);
    }
    let log = state.path("npm.log");
    let _ = fs::remove_file(&log);
    let installed = process::run_into(npm().args(["ci", "--no-progress"]).current_dir(folder), &log)?;
    if !installed.success() {
        let said = fs::read_to_string(&log).unwrap_or_default();
        bail!(
            "npm could not install the packages of {}:\n{}\n(all of it: {})",
            folder.display(),
            complaint(&said),
            log.display()
        );
    }
    // In the folder it speaks of: who deletes that deletes the mark.
    fs::create_dir_all(folder.join("node_modules"))
        .and_then(|()| fs::write(&mark, wanted))
        .with_context(|| format!("cannot write {}", mark.display()))?;
    Ok(true)
}

/// The first lines that are npm's own error; after them it explains its options at length.
fn complaint(said: &str) -> String {
    let errors = said.lines().filter(|line| line.starts_with("npm error "));
    errors.take(8).collect::<Vec<&str>>().join("\n")
}

/// A tool of ours that lives on npm: its pinned packages from `xtask/<name>/`, installed in the state folder.
/// Returns its `node_modules`.
pub fn bring_tool(state: &State, name: &str) -> Result<PathBuf> {
    let (source, folder) = (state.repository.join("xtask").join(name), state.path("tools").join(name));
    fs::create_dir_all(&folder)?;
    for file in ["package.json", "package-lock.json"] {
        fs::copy(source.join(file), folder.join(file)).with_context(|| format!("xtask/{name}/{file} is missing"))?;
    }
    install(state, &folder)?;
    Ok(folder.join("node_modules"))
}

/// The folders of the SPA that have a lock file of their own: the pages, their journeys, the type generator.
pub fn packages_of_frontend(state: &State) -> Vec<PathBuf> {
    let mut found = Vec::new();
    collect_packages(&state.repository.join("frontend"), 2, &mut found);
    found.sort();
    found
}

fn collect_packages(folder: &Path, depth: u32, found: &mut Vec<PathBuf>) {
    if folder.join("package-lock.json").is_file() {
        found.push(folder.to_owned());
    }
    if depth == 0 {
        return;
    }
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        if entry.path().is_dir() && name != "node_modules" && name != "dist" {
            collect_packages(&entry.path(), depth - 1, found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_new_enough;

    #[test]
    fn takes_what_vite_takes() {
        for said in ["v20.19.0\n", "v20.20.2", "v22.12.0", "v23.0.0", "v24.1.0"] {
            assert!(is_new_enough(said), "{said}");
        }
        for said in ["v18.20.0", "v20.18.3", "v21.7.0", "v22.11.0", "", "command not found"] {
            assert!(!is_new_enough(said), "{said}");
        }
    }
}
