//! A Chromium for the journeys: one that is there, Debian's package as root, or playwright's own download.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, ensure};

use super::bench::Bench;
use crate::pages;

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const ON_A_MAC: [&str; 2] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const DOWNLOAD_LIMIT: Duration = Duration::from_secs(300);

pub fn find_or_bring(bench: &Bench) -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM").filter(|named| !named.is_empty()).map(PathBuf::from) {
        ensure!(named.is_file(), "CHROMIUM names {}, which is not there", named.display());
        return Ok(named);
    }
    let downloads = bench.state.path("tools/browsers");
    if let Some(found) = find(&downloads) {
        return Ok(found);
    }
    bring_from_debian(bench)?;
    if let Some(found) = find(&downloads) {
        return Ok(found);
    }
    bring_from_playwright(bench, &downloads)?;
    find(&downloads)
        .context("there is no browser; install Chromium (Debian: sudo apt-get install chromium) or set CHROMIUM to one")
}

fn find(downloads: &Path) -> Option<PathBuf> {
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

fn bring_from_debian(bench: &Bench) -> Result<()> {
    let is_root = rustix::process::geteuid().is_root();
    if !is_root || !Path::new("/usr/bin/apt-get").exists() {
        return Ok(());
    }
    let install = || {
        let mut command = Command::new("/usr/bin/apt-get");
        command
            .args(["install", "--yes", "--no-install-recommends", "chromium"])
            .env("DEBIAN_FRONTEND", "noninteractive");
        bench.tool(&mut command)
    };
    if !install()?.success && bench.tool(Command::new("/usr/bin/apt-get").arg("update"))?.success {
        install()?;
    }
    Ok(())
}

/// Goes through where the network allows it; if not, the caller says so.
fn bring_from_playwright(bench: &Bench, downloads: &Path) -> Result<()> {
    let playwright = pages::frontend(&bench.state).join("node_modules/.bin/playwright-core");
    if !playwright.exists() {
        return Ok(());
    }
    let mut command = Command::new(playwright);
    command.args(["install", "chromium"]).env("PLAYWRIGHT_BROWSERS_PATH", downloads);
    bench.tool_within(DOWNLOAD_LIMIT, &mut command).map(drop)
}
