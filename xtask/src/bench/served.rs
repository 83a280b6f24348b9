//! The program under measurement, running as it does in production: log lines, metrics and limits on. Limits are so high
//! that they count and never refuse.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use rustix::process::Signal;

use super::memory;
use crate::http_get::{Answer, http_get};
use crate::process::{self, Group};
use crate::{interrupt, server};

const START_LIMIT: Duration = Duration::from_secs(30);
const NEVER: &str = "1000000000";

/// What every start of the program needs.
#[derive(Clone)]
pub struct Program {
    pub path: PathBuf,
    pub secret: String,
    /// Where it runs and its log lines go.
    pub folder: PathBuf,
    /// What somebody wants to try, as names and values of settings.
    pub settings: Vec<(String, String)>,
}

pub struct Served {
    process: Group,
    pub port: u16,
    /// From being started to the first time it says that it is ready.
    pub ready_after: Duration,
}

impl Program {
    fn command(&self, database_url: &str) -> Command {
        let mut command = process::long_running(&self.path, "TERM");
        command.env_clear().current_dir(&self.folder);
        command.env("DATABASE_URL", database_url).env("COFUND_SECRET", &self.secret);
        command
    }

    /// A command of the program; what it printed.
    pub fn read(&self, database_url: &str, arguments: &[&str]) -> Result<String> {
        let mut command = self.command(database_url);
        // Over a million pledges a look takes its time.
        process::read_unless_interrupted(command.env("COFUND_STATEMENT_TIMEOUT", "3600").args(arguments))
    }

    /// Starts it, and returns when it is ready.
    pub fn serve(&self, database_url: &str) -> Result<Served> {
        self.serve_on(database_url, server::any_free_port()?)
    }

    pub fn serve_on(&self, database_url: &str, port: u16) -> Result<Served> {
        let metrics = server::any_free_port()?;
        let mut command = self.command(database_url);
        command.args(["serve", "--no-worker"]);
        command.env("COFUND_BIND", format!("127.0.0.1:{port}")).env("COFUND_PUBLIC_URL", server::url(port));
        command.env("COFUND_METRICS_BIND", format!("127.0.0.1:{metrics}"));
        // Nobody is written to, so nobody need be there.
        command.env("SMTP_URL", "smtp://127.0.0.1:9");
        for limit in ["PERSON", "ADDRESS", "QUESTIONS", "STREAMS", "STREAMS_EACH"] {
            command.env(format!("COFUND_LIMIT_{limit}"), NEVER);
        }
        command.envs(self.settings.iter().map(|(name, value)| (name, value)));
        let log = self.folder.join("serve.log");
        let file = File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;
        command.stdout(Stdio::from(file.try_clone()?)).stderr(Stdio::from(file));
        let started = Instant::now();
        let process = Group::spawn_stopped_by(&mut command, Signal::TERM, Duration::from_secs(20))?;
        let mut served = Served { process, port, ready_after: Duration::ZERO };
        while !served.get("/healthz/ready").is_ok_and(|answer| answer.status == 200) {
            if served.process.ended()?.is_some() || started.elapsed() > START_LIMIT {
                let said = fs::read_to_string(&log).unwrap_or_default();
                bail!("the program does not become ready; it said:\n{}", said.trim_end());
            }
            interrupt::check()?;
            std::thread::sleep(Duration::from_millis(2));
        }
        served.ready_after = started.elapsed();
        Ok(served)
    }
}

impl Served {
    pub fn get(&self, path: &str) -> Result<Answer> {
        http_get(self.port, path)
    }

    /// An answer that must be there.
    pub fn good(&self, path: &str) -> Result<Answer> {
        let answer = self.get(path)?;
        ensure!(answer.status == 200, "{path} answered {}: {}", answer.status, answer.body);
        Ok(answer)
    }

    /// What it holds in memory now, in kB.
    pub fn memory(&self) -> Option<u64> {
        memory::now(self.process.id())
    }

    /// The most it ever held, in kB.
    pub fn peak_memory(&self) -> Option<u64> {
        memory::peak(self.process.id())
    }

    pub fn stop(mut self) {
        self.process.stop();
    }
}
