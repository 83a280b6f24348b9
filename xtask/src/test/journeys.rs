//! People in a browser: the built pages, the real server, a database of its own, mails in a folder.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::bench::Bench;
use super::part::Outcome;
use super::{browser, count};
use crate::server::{self, Server, Setup};
use crate::{node, pages, program, state};

/// Everything of one run, gone with the value.
struct Stage {
    folder: PathBuf,
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

pub fn run(bench: &Bench) -> Result<Outcome> {
    super::web::install(bench)?;
    pages::build(&bench.state)?;
    let browser = browser::find_or_bring(bench)?;
    let program = bench.program()?;
    let database_url = database(bench)?;
    program::run_quietly(program, &database_url, &["migrate"])?;
    program::run_quietly(program, &database_url, &["seed", "--demo"])?;

    let stage = Stage {
        folder: bench
            .state
            .path(&format!("journeys-{}", std::process::id())),
    };
    fs::create_dir_all(&stage.folder)
        .with_context(|| format!("cannot create {}", stage.folder.display()))?;
    let mails = stage.folder.join("mails");
    let server_log = bench.state.path("logs").join("journeys-server.log");
    let server = Server::start(&Setup {
        program,
        database_url: &database_url,
        port: server::any_free_port()?,
        secret: &state::random_hex()?,
        spa: pages::built(&bench.state),
        mails: mails.clone(),
        log: Some(server_log),
    })
    .context("its log is .cofund/logs/journeys-server.log")?;

    let mut command = node::npm();
    command
        .args(["run", "--silent", "e2e"])
        .current_dir(pages::frontend(&bench.state));
    command
        .env("COFUND_URL", server.url())
        .env("COFUND_MAIL_DIR", &mails)
        .env("CHROMIUM", &browser);
    // Whatever the browser leaves behind goes with the stage.
    command.env("TMPDIR", &stage.folder);
    let outcome = count::vitest(&bench.tool(&mut command)?);
    server.stop();
    Ok(outcome)
}

fn database(bench: &Bench) -> Result<String> {
    let cluster = bench.cluster()?;
    cluster.create_database("cofund_journeys")?;
    Ok(cluster.url("cofund_journeys"))
}
