//! `cofund serve` with everything it needs to know, until it is ready; for `up` and for the browser journeys.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::http_get::{Answer, http_get};
use crate::interrupt;
use crate::process::Group;

const START_LIMIT: Duration = Duration::from_secs(60);

pub struct Setup<'a> {
    pub program: &'a Path,
    pub database_url: &'a str,
    pub port: u16,
    pub secret: &'a str,
    pub spa: PathBuf,
    pub mails: PathBuf,
    /// Where its log goes; to the terminal without one.
    pub log: Option<PathBuf>,
}

pub struct Server {
    process: Group,
    port: u16,
}

impl Server {
    /// Returns when the server says that it is ready.
    pub fn start(setup: &Setup) -> Result<Server> {
        fs::create_dir_all(&setup.mails)
            .with_context(|| format!("cannot create {}", setup.mails.display()))?;
        let mut command = Command::new(setup.program);
        command
            .arg("serve")
            .env("COFUND_DEV", "true")
            .env("DATABASE_URL", setup.database_url)
            .env("COFUND_BIND", format!("127.0.0.1:{}", setup.port))
            .env("COFUND_PUBLIC_URL", url(setup.port))
            .env("COFUND_SECRET", setup.secret)
            .env("COFUND_SPA_DIR", &setup.spa)
            .env("COFUND_MAIL_DIR", &setup.mails);
        if let Some(path) = &setup.log {
            let log =
                File::create(path).with_context(|| format!("cannot write {}", path.display()))?;
            command
                .stdout(Stdio::from(log.try_clone()?))
                .stderr(Stdio::from(log));
        }
        let mut server = Server {
            process: Group::spawn(&mut command)?,
            port: setup.port,
        };
        server.wait_until_ready()?;
        Ok(server)
    }

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
                    Ok(answer) => bail!(
                        "the server was not ready within {START_LIMIT:?}: {} {}",
                        answer.status,
                        answer.body
                    ),
                    Err(error) => {
                        return Err(error
                            .context(format!("the server was not ready within {START_LIMIT:?}")));
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
    let listener =
        TcpListener::bind(("127.0.0.1", 0)).context("there is no free port on 127.0.0.1")?;
    Ok(listener.local_addr()?.port())
}
