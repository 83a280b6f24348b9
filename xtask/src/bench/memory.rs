//! What a process holds in memory, in kB: as the kernel says it on Linux, by `ps` elsewhere.

use std::fs;
use std::process::Command;

use crate::process;

pub fn now(process: u32) -> Option<u64> {
    status(process, "VmRSS:").or_else(|| {
        process::read(Command::new("ps").args(["-o", "rss=", "-p", &process.to_string()])).ok()?.trim().parse().ok()
    })
}

/// The most it ever held. Where nobody keeps that, what it holds now.
pub fn peak(process: u32) -> Option<u64> {
    status(process, "VmHWM:").or_else(|| now(process))
}

fn status(process: u32, name: &str) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    text.lines().find_map(|line| line.strip_prefix(name)?.split_whitespace().next()?.parse().ok())
}
