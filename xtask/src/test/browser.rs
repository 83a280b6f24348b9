//! A Chromium for the journeys: one that is there, Debian's package as root, or playwright's own download.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};

use super::bench::Bench;
use crate::{browser, pages};

const DOWNLOAD_LIMIT: Duration = Duration::from_secs(300);

pub fn find_or_bring(bench: &Bench) -> Result<PathBuf> {
    if let Some(found) = browser::find(&bench.state)? {
        return Ok(found);
    }
    bring_from_debian(bench)?;
    if let Some(found) = browser::find(&bench.state)? {
        return Ok(found);
    }
    bring_from_playwright(bench)?;
    browser::find(&bench.state)?
        .context("there is no browser; install Chromium (Debian: sudo apt-get install chromium) or set CHROMIUM to one")
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
fn bring_from_playwright(bench: &Bench) -> Result<()> {
    let playwright = pages::frontend(&bench.state).join("node_modules/.bin/playwright-core");
    if !playwright.exists() {
        return Ok(());
    }
    let mut command = Command::new(playwright);
    command.args(["install", "chromium"]).env("PLAYWRIGHT_BROWSERS_PATH", browser::downloads(&bench.state));
    bench.tool_within(DOWNLOAD_LIMIT, &mut command).map(drop)
}
