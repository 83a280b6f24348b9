//! What was measured on what: without it no number means anything.

use std::fs;
use std::process::Command;
use std::thread;

use serde_json::{Value, json};

use crate::postgres::Cluster;
use crate::process;
use crate::state::State;

pub fn facts(state: &State, cluster: &Cluster) -> Value {
    json!({
        "cores": thread::available_parallelism().map_or(0, usize::from),
        "cpu": cpu(),
        "kernel": said(Command::new("uname").args(["-sr"])),
        "postgresql": postgresql(cluster),
        "commit": commit(state),
    })
}

pub fn line(facts: &Value) -> String {
    let word = |name: &str| facts[name].as_str().unwrap_or("unknown").to_owned();
    format!(
        "{} cores of {}, {}, PostgreSQL {}, commit {}",
        facts["cores"],
        word("cpu"),
        word("kernel"),
        word("postgresql"),
        word("commit")
    )
}

fn cpu() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let named = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':').map(|(_, name)| name));
    named.map_or_else(
        || said(Command::new("sysctl").args(["-n", "machdep.cpu.brand_string"])),
        |name| name.trim().to_owned(),
    )
}

fn postgresql(cluster: &Cluster) -> String {
    let query = || cluster.connect("postgres")?.query_one("SHOW server_version", &[]).map_err(anyhow::Error::from);
    query().map_or_else(|_| "unknown".to_owned(), |row| row.get(0))
}

fn commit(state: &State) -> String {
    let git = |arguments: &[&str]| said(Command::new("git").arg("-C").arg(&state.repository).args(arguments));
    let changed = if git(&["status", "--porcelain", "--", "api", "migrations"]).is_empty() { "" } else { ", changed" };
    format!("{}{changed}", git(&["rev-parse", "--short", "HEAD"]))
}

fn said(command: &mut Command) -> String {
    process::read(command).unwrap_or_default().trim().to_owned()
}
