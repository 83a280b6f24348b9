//! What the parts of a run share: the log of the current part, the program, one throwaway PostgreSQL.

use std::cell::OnceCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, ensure};

use crate::postgres::{self, Cluster};
use crate::process::{self, Group};
use crate::program;
use crate::state::State;

/// Enough for a failing test and its neighbours; the whole log stays in the state folder.
const TAIL_LINES: usize = 300;

pub struct Bench {
    pub state: State,
    /// What the user gave after `--`.
    pub extra: Vec<String>,
    log: PathBuf,
    program: OnceCell<PathBuf>,
    cluster: OnceCell<Cluster>,
}

/// What a tool said, and whether it was content.
pub struct Said {
    pub success: bool,
    pub text: String,
}

impl Bench {
    pub fn new(state: State, extra: Vec<String>) -> Result<Bench> {
        let logs = state.path("logs");
        fs::create_dir_all(&logs).with_context(|| format!("cannot create {}", logs.display()))?;
        Ok(Bench { log: logs.join("test.log"), state, extra, program: OnceCell::new(), cluster: OnceCell::new() })
    }

    pub fn begin(&mut self, part: &str) -> Result<()> {
        self.log = self.state.path("logs").join(format!("{part}.log"));
        fs::write(&self.log, "").with_context(|| format!("cannot write {}", self.log.display()))
    }

    /// Runs a tool, its output into the part's log.
    pub fn tool(&self, command: &mut Command) -> Result<Said> {
        let before = self.log_text().len();
        let success = process::run_into(plain(command), &self.log)?.success();
        Ok(Said { success, text: self.log_text().split_off(before) })
    }

    /// Like [`Bench::tool`] for what may hang on a network; out of time counts as failed.
    pub fn tool_within(&self, limit: Duration, command: &mut Command) -> Result<Said> {
        let before = self.log_text().len();
        let group = Group::spawn(process::into(plain(command), &self.log)?)?;
        let success = group.wait_at_most(limit)?.is_some_and(|status| status.success());
        Ok(Said { success, text: self.log_text().split_off(before) })
    }

    pub fn cargo(&self) -> Command {
        program::cargo(&self.state)
    }

    /// `cofund`, built once a run.
    pub fn program(&self) -> Result<&PathBuf> {
        if self.program.get().is_none() {
            let built = self.tool(self.cargo().args(["build", "--package", "cofund"]))?;
            ensure!(built.success, "the API does not build; cargo's messages are above");
            let _ = self.program.set(program::path()?);
        }
        self.program.get().context("it was just built")
    }

    /// Started for the first part that needs it, removed with the bench.
    pub fn cluster(&self) -> Result<&Cluster> {
        if self.cluster.get().is_none() {
            let _ = self.cluster.set(postgres::for_tests(&self.state)?);
        }
        self.cluster.get().context("it was just started")
    }

    /// Adds the end of another program's log to the part's own.
    pub fn show(&self, other: &Path) -> Result<()> {
        let said = fs::read(other).unwrap_or_default();
        let said = format!("\nThe end of {}:\n{}", other.display(), tail(&String::from_utf8_lossy(&said), 60));
        fs::write(&self.log, self.log_text() + &said).context("cannot write the log")
    }

    pub fn log_tail(&self) -> String {
        let tail = tail(&self.log_text(), TAIL_LINES);
        tail.lines().map(|line| format!("    {line}\n")).collect()
    }

    fn log_text(&self) -> String {
        // Tools print what they like; a byte that is no UTF-8 must not lose the rest.
        String::from_utf8_lossy(&fs::read(&self.log).unwrap_or_default()).into_owned()
    }
}

/// Output that can be read and counted: no colours, no progress bars; and no file written beside the tests.
pub fn plain(command: &mut Command) -> &mut Command {
    command
        .env("NO_COLOR", "1")
        .env_remove("FORCE_COLOR")
        .env("CARGO_TERM_COLOR", "never")
        .env("CARGO_TERM_PROGRESS_WHEN", "never")
        .env("INSTA_UPDATE", "no")
}

fn tail(text: &str, most: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let skipped = lines.len().saturating_sub(most);
    let hint = if skipped > 0 { format!("… {skipped} lines before\n") } else { String::new() };
    hint + &lines[skipped..].join("\n")
}
