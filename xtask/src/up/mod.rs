//! `cargo xtask up`: from a fresh clone to a running Cofund with one command.
//!
//! What always holds: when this command ends, however it ends, the server and its PostgreSQL have ended too. Development
//! data stays until `--fresh`.

mod welcome;

use std::fs;
use std::io::{self, Write};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use clap::Args as ClapArgs;

use crate::postgres::{self, Database};
use crate::server::{self, Installation, Server};
use crate::state::{Locked, State};
use crate::step::Step;
use crate::{interrupt, node, pages, program};

#[derive(ClapArgs)]
pub struct Args {
    /// Throw the development data away first
    #[arg(long)]
    fresh: bool,
    /// Port of the pages and the API
    #[arg(long, default_value_t = 8080, value_parser = clap::value_parser!(u16).range(1..))]
    port: u16,
}

pub fn run(args: &Args) -> Result<ExitCode> {
    node::require()?;
    program::require_c_compiler()?;
    let state = State::open()?;
    let mut lock = match state.try_lock("up.lock")? {
        Locked::Ours(lock) => lock,
        Locked::Theirs(url) => {
            bail!("Cofund is already up from this checkout, at {url}; stop that one with Ctrl-C first")
        }
    };
    let address = server::url(args.port);
    lock.leave_note(&address)?;
    ensure!(
        server::is_free(args.port),
        "port {} is taken by another program; choose another, for example `cargo xtask up --port {}`",
        args.port,
        args.port.checked_add(1).unwrap_or(8081)
    );

    let step = Step::quiet("Installing the pages' packages");
    let changed = node::install(&state, &pages::frontend(&state))?;
    step.done(if changed { "installed" } else { "there already" });
    let step = Step::quiet("Building the pages");
    let changed = pages::build(&state)?;
    step.done(if changed { "built" } else { "there already" });
    let step = Step::loud("Building the API");
    let program = program::build(&state)?;
    step.done("built");

    let mails = state.path("mails");
    let mut database = postgres::for_development(&state, args.fresh)?;
    if args.fresh && mails.exists() {
        fs::remove_dir_all(&mails).context("cannot remove the mails of last time")?;
    }
    let installation = Installation {
        program,
        database_url: database.url(),
        port: args.port,
        secret: state.secret("secret")?,
        spa: pages::built(&state),
        mails,
        provider: None,
        log: None,
    };
    let step = Step::loud("Migrating and filling in demo data");
    installation.migrate()?;
    installation.fill_in_demo()?;
    step.done("ready");
    let step = Step::loud("Starting the server");
    let server = installation.serve()?;
    step.done("started");
    print!("{}", welcome::page(&address, &server.get("/dev/people.json")?.body));

    stay(server, &mut database)
}

/// Until somebody stops us or one of the two dies. The server goes first, so that its last writes find a database.
fn stay(mut server: Server, database: &mut Database) -> Result<ExitCode> {
    while interrupt::pause(Duration::from_millis(200)).is_ok() {
        if let Some(status) = server.ended()? {
            bail!("the server ended by itself ({status}); what it said last is above");
        }
        if let Database::Ours(cluster) = database
            && let Some(status) = cluster.ended()?
        {
            let words = cluster.last_words();
            server.stop();
            bail!("PostgreSQL ended by itself ({status}):\n{words}");
        }
    }
    // Not println: after a hang-up there is no terminal, and that is no reason to panic.
    let _ = writeln!(io::stdout(), "\nStopping");
    server.stop();
    Ok(ExitCode::SUCCESS)
}
