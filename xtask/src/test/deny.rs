//! cargo-deny: licences, bans, sources, and the advisories as far as their database can be reached.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use anyhow::{Result, bail};

use super::bench::Bench;
use super::part::Outcome;
use crate::process;

/// Older ones cannot read what cargo says of itself today.
const VERSION: &str = "0.20.2";

pub fn run(bench: &Bench) -> Result<Outcome> {
    let tool = bring(bench)?;
    let settled = bench.tool(deny(bench, &tool).args(["check", "licenses", "bans", "sources"]))?;
    let outcome = Outcome { passed: if settled.success { 3 } else { 2 }, ..Outcome::of(settled.success) };
    // The advisories are a git repository that not every network lets through.
    let fetched = bench.tool_within(Duration::from_secs(120), deny(bench, &tool).args(["fetch", "db"]))?;
    if !fetched.success {
        return Ok(outcome.noting("the advisory database could not be reached"));
    }
    let advisories = bench.tool(deny(bench, &tool).args(["check", "--disable-fetch", "advisories"]))?;
    Ok(outcome.and(Outcome::of(advisories.success)))
}

fn deny(bench: &Bench, tool: &PathBuf) -> Command {
    let mut command = Command::new(tool);
    command.current_dir(&bench.state.repository);
    command
}

/// An installed one of exactly this version, or our own, compiled once.
fn bring(bench: &Bench) -> Result<PathBuf> {
    let root = bench.state.path("tools/cargo-deny");
    let ours = root.join("bin/cargo-deny");
    for tool in [PathBuf::from("cargo-deny"), ours.clone()] {
        let said = process::read(Command::new(&tool).arg("--version")).unwrap_or_default();
        if said.split_whitespace().nth(1) == Some(VERSION) {
            return Ok(tool);
        }
    }
    let mut command = bench.cargo();
    command.args(["install", "cargo-deny", "--version", VERSION, "--locked", "--force"]);
    // Unoptimised: it runs for seconds and would otherwise compile for minutes.
    command.args(["--debug", "--config", "profile.dev.debug=false", "--no-default-features"]);
    command.arg("--root").arg(&root).arg("--target-dir").arg(root.join("target"));
    let installed = bench.tool(&mut command)?;
    let _ = std::fs::remove_dir_all(root.join("target"));
    if !installed.success {
        bail!(
            "cargo-deny could not be installed; try `cargo install cargo-deny --version {VERSION} --locked` yourself"
        );
    }
    Ok(ours)
}
