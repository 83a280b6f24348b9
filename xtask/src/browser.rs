//! Which Chromium there is on this machine.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

use crate::state::State;

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const ON_A_MAC: [&str; 2] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// The one that is named, else one that is there. None is no error; one that is named and missing is.
pub fn find(state: &State) -> Result<Option<PathBuf>> {
    if let Some(named) = std::env::var_os("CHROMIUM").filter(|named| !named.is_empty()).map(PathBuf::from) {
        ensure!(named.is_file(), "CHROMIUM names {}, which is not there", named.display());
        return Ok(Some(named));
    }
    Ok(find_unnamed(&downloads(state)))
}

/// Where playwright's own are put.
pub fn downloads(state: &State) -> PathBuf {
    state.path("tools/browsers")
}

fn find_unnamed(downloads: &Path) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = || {
        let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
        NAMES.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
    };
    let on_a_mac = || ON_A_MAC.iter().map(PathBuf::from).find(|file| file.is_file());
    on_path().or_else(on_a_mac).or_else(|| in_playwrights_caches(downloads))
}

/// Ours, and those that playwright fills for anybody.
fn in_playwrights_caches(downloads: &Path) -> Option<PathBuf> {
    let home = PathBuf::from(std::env::var_os("HOME").unwrap_or_default());
    [downloads.to_owned(), home.join(".cache/ms-playwright"), home.join("Library/Caches/ms-playwright")]
        .iter()
        .find_map(|cache| newest_in(cache))
}

/// `chromium-1234/chrome-linux64/chrome` and its relatives.
fn newest_in(cache: &Path) -> Option<PathBuf> {
    let mut versions: Vec<PathBuf> = fs::read_dir(cache).ok()?.flatten().map(|entry| entry.path()).collect();
    versions.sort();
    versions.iter().rev().find_map(|version| {
        fs::read_dir(version).ok()?.flatten().find_map(|entry| {
            let programs =
                ["chrome", "headless_shell", "chrome-headless-shell", "Chromium.app/Contents/MacOS/Chromium"];
            programs.iter().map(|name| entry.path().join(name)).find(|file| file.is_file())
        })
    })
}
