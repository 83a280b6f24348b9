//! A `postmaster.pid` from before: of a server that still runs because its starter was killed, or of one that crashed.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use rustix::process::Signal;

use crate::interrupt;
use crate::process;

/// Afterwards no server works on `data` and no stale file keeps the next one from starting. The caller holds the lock of
/// the checkout, so a server that runs has lost its starter.
pub fn stop(data: &Path) -> Result<()> {
    let file = data.join("postmaster.pid");
    let Ok(text) = fs::read_to_string(&file) else {
        return Ok(());
    };
    let process: Option<u32> = text.lines().next().and_then(|line| line.trim().parse().ok());
    if let Some(process) = process.filter(|&process| works_on(process, data)) {
        end(process)?;
    }
    // The number may by now be somebody else's; PostgreSQL would take that one for a server and refuse to start.
    match fs::remove_file(&file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", file.display()))
        }
        _ => Ok(()),
    }
}

fn works_on(process: u32, data: &Path) -> bool {
    process::is_alive(process) && process::command_line(process).contains(&data.display().to_string())
}

fn end(process: u32) -> Result<()> {
    let end = Instant::now() + Duration::from_secs(15);
    // PostgreSQL's fast shutdown: open transactions are rolled back, everything is written.
    process::signal(process, Signal::INT);
    while process::is_alive(process) {
        if Instant::now() > end {
            bail!("a PostgreSQL of an earlier start (process {process}) does not stop");
        }
        interrupt::pause(Duration::from_millis(50))?;
    }
    Ok(())
}
