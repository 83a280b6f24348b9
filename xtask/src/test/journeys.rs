//! People in a browser: the built pages, the real server, a database of its own, mails in a folder.

use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use rustix::process::Signal;

use super::bench::Bench;
use super::part::Outcome;
use super::{browser, count};
use crate::server::{self, Installation};
use crate::{node, pages, process, state};

/// Everything of one run, gone with the value.
struct Stage {
    folder: PathBuf,
}

impl Stage {
    /// In the system's folder for such things, because the browser puts a socket below it whose path must be short.
    fn set() -> Result<Stage> {
        let folder = std::env::temp_dir().join(format!("cofund-journeys-{}", std::process::id()));
        fs::create_dir(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        Ok(Stage { folder })
    }
}

impl Drop for Stage {
    /// A browser leads a group of its own and notices only after a moment that nobody drives it any more. Until then it
    /// would go on writing what we remove.
    fn drop(&mut self) {
        let end = Instant::now() + Duration::from_secs(5);
        while Instant::now() < end && !process::called_with(&self.folder).is_empty() {
            thread::sleep(Duration::from_millis(50));
        }
        for browser in process::called_with(&self.folder) {
            process::signal(browser, Signal::KILL);
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}

pub fn run(bench: &Bench) -> Result<Outcome> {
    super::web::install(bench)?;
    pages::build(&bench.state)?;
    let browser = browser::find_or_bring(bench)?;
    let stage = Stage::set()?;
    // Kept with the other logs: when a journey is red, the server's side of it tells why.
    let server_log = bench.state.path("logs/journeys-server.log");
    fs::write(&server_log, "")?;
    let installation = Installation {
        program: bench.program()?.clone(),
        database_url: database(bench)?,
        port: server::any_free_port()?,
        secret: state::random_hex()?,
        spa: pages::built(&bench.state),
        mails: stage.folder.join("mails"),
        log: Some(server_log.clone()),
    };
    installation.migrate()?;
    installation.fill_in_demo()?;
    let server = installation.serve().with_context(|| format!("its log is {}", server_log.display()))?;

    let mut command = node::npm();
    command.args(["run", "--silent", "e2e"]).current_dir(pages::frontend(&bench.state));
    command.env("COFUND_URL", server.url()).env("COFUND_MAIL_DIR", &installation.mails).env("CHROMIUM", &browser);
    let pictures = bench.state.path("logs/journeys");
    let _ = fs::remove_dir_all(&pictures);
    command.env("COFUND_SHOTS", pictures);
    // Whatever the browser leaves behind goes with the stage.
    command.env("TMPDIR", &stage.folder);
    let outcome = count::vitest(&bench.tool(&mut command)?);
    server.stop();
    if outcome.failed > 0 {
        bench.show(&server_log)?;
    }
    Ok(outcome)
}

fn database(bench: &Bench) -> Result<String> {
    let cluster = bench.cluster()?;
    cluster.create_database("cofund_journeys")?;
    Ok(cluster.url("cofund_journeys"))
}
