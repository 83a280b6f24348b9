//! Putting load on a server, and reading what came of it. One unexpected answer fails the run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::sample::Sample;
use super::tools::{self, Tools};

/// How long and how often.
#[derive(Clone)]
pub struct Plan {
    pub connections: Vec<u64>,
    pub seconds: u64,
    pub rounds: usize,
}

pub struct Load<'a> {
    pub tools: &'a Tools,
    pub folder: &'a Path,
    pub seconds: u64,
}

/// What is asked for.
pub struct Reading<'a> {
    pub paths: &'a [String],
    pub header: Option<String>,
    pub status: u16,
}

/// What was written.
pub struct Written {
    pub sample: Sample,
    pub acknowledged: u64,
    /// The first pair that is fresh after it.
    pub next: u64,
}

pub struct Pledging<'a> {
    pub projects: &'a [String],
    pub first: u64,
    pub organizations: u64,
    pub from: u64,
    pub run: &'a str,
}

impl Load<'_> {
    pub fn read(&self, port: u16, connections: u64, reading: &Reading<'_>) -> Result<Sample> {
        let mut command = self.command(port, connections);
        command.arg("read").arg("--paths").arg(self.lines("paths.txt", reading.paths)?);
        command.arg("--status").arg(reading.status.to_string());
        if let Some(header) = &reading.header {
            command.arg("--header").arg(header);
        }
        let said = self.run(&mut command)?;
        Sample::of_json(&said).context("the load said something else")
    }

    pub fn pledge(&self, port: u16, connections: u64, pledging: &Pledging<'_>) -> Result<Written> {
        let mut command = self.command(port, connections);
        command.arg("pledge").arg("--projects").arg(self.lines("projects.txt", pledging.projects)?);
        for (name, value) in
            [("--first", pledging.first), ("--organizations", pledging.organizations), ("--from", pledging.from)]
        {
            command.arg(name).arg(value.to_string());
        }
        let said = self.run(command.arg("--run").arg(pledging.run))?;
        let number = |name: &str| said[name].as_u64().with_context(|| format!("the load did not say {name}"));
        let sample = Sample::of_json(&said).context("the load said something else")?;
        Ok(Written { sample, acknowledged: number("acknowledged")?, next: number("next")? })
    }

    fn command(&self, port: u16, connections: u64) -> Command {
        let mut command = Command::new(self.tools.path("load"));
        command.args(["--port", &port.to_string(), "--connections", &connections.to_string()]);
        command.args(["--seconds", &self.seconds.to_string()]);
        command
    }

    fn run(&self, command: &mut Command) -> Result<Value> {
        let said = tools::read_json(command)?;
        let none = said["errors"].as_object().is_some_and(serde_json::Map::is_empty);
        ensure!(none, "some requests were not answered as they should be: {}", said["errors"]);
        ensure!(said["count"].as_u64().is_some_and(|count| count > 0), "nothing was answered");
        Ok(said)
    }

    fn lines(&self, name: &str, lines: &[String]) -> Result<PathBuf> {
        let file = self.folder.join(name);
        fs::write(&file, lines.join("\n")).with_context(|| format!("cannot write {}", file.display()))?;
        Ok(file)
    }
}
