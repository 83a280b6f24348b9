//! The development commands of Cofund: `cargo xtask <command>`, one small file each.
//!
//! What always holds: a command needs nothing but Rust, Node and a C compiler, leaves no process behind however it
//! ends, and says in one sentence what is missing. State lives in `.cofund/`, never in the working tree.

mod bench;
mod browser;
mod drift;
mod errors;
mod http_get;
mod interrupt;
mod node;
mod openapi;
mod pages;
mod postgres;
mod process;
mod program;
mod schema;
mod server;
mod state;
mod step;
mod test;
mod up;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[cfg(not(unix))]
compile_error!("cargo xtask runs on Linux and macOS; on Windows use it inside WSL");

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about = "The development commands of Cofund")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Start everything on this machine: database, API, pages, demo people
    Up(up::Args),
    /// Run every check the project has; CI runs exactly this
    Test(test::Args),
    /// Measure the program against limits measured beside it
    Bench(bench::Args),
    /// Write openapi/openapi.json and the SPA's types anew
    Openapi,
    /// Write api/src/schema.rs anew from the migrations
    Schema,
    /// Write docs/ERRORS.md anew
    Errors,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = interrupt::listen().and_then(|()| match cli.command {
        Command::Up(args) => up::run(&args),
        Command::Test(args) => test::run(&args),
        Command::Bench(args) => bench::run(&args),
        Command::Openapi => openapi::run(),
        Command::Schema => schema::run(),
        Command::Errors => errors::run(),
    });
    match outcome {
        Ok(code) => code,
        Err(error) if error.is::<interrupt::Interrupted>() => ExitCode::from(130),
        // `{:#}` and not `{:?}`: a newcomer gets a sentence, not a backtrace.
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
