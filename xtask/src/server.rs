//! One installation of Cofund on this machine: what all commands of the program have to know, and its server; for `up` and
//! for the browser journeys.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, IsTerminal};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Command, ExitStatus};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use rustix::process::Signal;

use crate::http_get::{Answer, http_get};
use crate::interrupt;
use crate::process::{self, Group};

const START_LIMIT: Duration = Duration::from_secs(60);

#[derive(Clone)]
pub struct Installation {
    pub program: PathBuf,
    pub database_url: String,
    pub port: u16,
    pub secret: String,
    pub spa: PathBuf,
    pub mails: PathBuf,
    /// The port on which somebody may vouch for people (`e2e/identity-provider.ts`), if anybody may.
    pub provider: Option<u16>,
    /// Where everything it says goes; to the terminal without one.
    pub log: Option<PathBuf>,
}

impl Installation {
    pub fn migrate(&self) -> Result<()> {
        self.run(&["migrate"])
    }

    pub fn fill_in_demo(&self) -> Result<()> {
        self.run(&["seed", "--demo"])
    }

    /// Returns when the server says that it is ready.
    pub fn serve(&self) -> Result<Server> {
        fs::create_dir_all(&self.mails).with_context(|| format!("cannot create {}", self.mails.display()))?;
        let process = Group::spawn_stopped_by(&mut self.command(&["serve"])?, Signal::TERM, Duration::from_secs(15))?;
        let mut server = Server { process, port: self.port };
        server.wait_until_ready()?;
        Ok(server)
    }

    fn run(&self, arguments: &[&str]) -> Result<()> {
        let status = process::run(&mut self.command(arguments)?)?;
        if !status.success() {
            let said = self.log.as_ref().and_then(|log| fs::read_to_string(log).ok());
            let said = said.unwrap_or_else(|| "what it said is above".to_owned());
            bail!("`cofund {}` failed; {}", arguments.join(" "), said.trim_end());
        }
        Ok(())
    }

    fn command(&self, arguments: &[&str]) -> Result<Command> {
        let mut command = process::long_running(&self.program, "TERM");
        if let Some(path) = &self.log {
            // What is written down should not depend on who runs it; at the terminal, people may set what they like.
            for (name, _) in std::env::vars_os().filter(|(name, _)| is_a_setting(name)) {
                command.env_remove(name);
            }
            // A browser asks for hundreds of things; only what went wrong is worth reading afterwards.
            command.env("RUST_LOG", "warn");
            process::into(&mut command, path)?;
        }
        if self.log.is_some() || !io::stdout().is_terminal() {
            command.env("NO_COLOR", "1");
        }
        // Pages hold streams open; whoever pressed Ctrl-C should not wait for them.
        for (name, value) in [("COFUND_LOG", "pretty"), ("COFUND_STOP_TIMEOUT", "2")] {
            if std::env::var_os(name).is_none() || self.log.is_some() {
                command.env(name, value);
            }
        }
        if let Some(port) = self.provider {
            command.env("COFUND_OIDC_CAMPUS_ISSUER", url(port));
            command.env("COFUND_OIDC_CAMPUS_CLIENT_ID", "cofund").env("COFUND_OIDC_CAMPUS_CLIENT_SECRET", "hush");
        }
        command
            .args(arguments)
            .env("COFUND_DEV", "true")
            .env("DATABASE_URL", &self.database_url)
            .env("COFUND_BIND", format!("127.0.0.1:{}", self.port))
            .env("COFUND_PUBLIC_URL", url(self.port))
            .env("COFUND_SECRET", &self.secret)
            .env("COFUND_SPA_DIR", &self.spa)
            .env("COFUND_MAIL_DIR", &self.mails);
        Ok(command)
    }
}

fn is_a_setting(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    name.starts_with(b"COFUND_") || name == b"SMTP_URL"
}

pub struct Server {
    process: Group,
    port: u16,
}

impl Server {
    pub fn url(&self) -> String {
        url(self.port)
    }

    pub fn get(&self, path: &str) -> Result<Answer> {
        http_get(self.port, path)
    }

    pub fn ended(&mut self) -> Result<Option<ExitStatus>> {
        self.process.ended()
    }

    pub fn stop(mut self) {
        self.process.stop();
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        let end = Instant::now() + START_LIMIT;
        loop {
            if let Some(status) = self.ended()? {
                bail!("the server stopped before it was ready ({status})");
            }
            let answer = self.get("/healthz/ready");
            if answer.as_ref().is_ok_and(|answer| answer.status == 200) {
                return Ok(());
            }
            if Instant::now() > end {
                match answer {
                    Ok(answer) => {
                        bail!("the server was not ready within {START_LIMIT:?}: {} {}", answer.status, answer.body)
                    }
                    Err(error) => {
                        return Err(error.context(format!("the server was not ready within {START_LIMIT:?}")));
                    }
                }
            }
            interrupt::pause(Duration::from_millis(30))?;
        }
    }
}

pub fn url(port: u16) -> String {
    format!("http://127.0.0.1:{port}")
}

pub fn is_free(port: u16) -> bool {
    TcpListener::bind(("127.0.0.1", port)).is_ok()
}

pub fn any_free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).context("there is no free port on 127.0.0.1")?;
    Ok(listener.local_addr()?.port())
}
