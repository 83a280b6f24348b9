//! `cargo xtask test`: every check the project has, one after the other. CI runs exactly this.
//!
//! What always holds: a red part does not keep the others from running, every red part says what to do, and what was
//! started or made for the run is gone at its end.

mod bench;
mod browser;
mod containers;
mod count;
mod deny;
mod generated;
mod journeys;
mod part;
mod report;
mod rust;
mod side_by_side;
mod single_file;
mod web;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, bail};
use clap::Args as ClapArgs;

use crate::interrupt::Interrupted;
use crate::state::State;
use bench::Bench;
use part::{Outcome, PARTS, Part};
use report::{Line, Verdict};

#[derive(ClapArgs)]
pub struct Args {
    /// Run only this part; may be given several times
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Show the parts and what each is about
    #[arg(long)]
    list: bool,
    /// For the Rust tests, for example a part of a test's name
    #[arg(last = true, value_name = "ARGUMENTS")]
    extra: Vec<String>,
}

pub fn run(args: &Args) -> Result<ExitCode> {
    if args.list {
        print!("{}", report::list(&PARTS));
        return Ok(ExitCode::SUCCESS);
    }
    let parts = chosen(&args.only)?;
    let mut bench = Bench::new(State::open()?, args.extra.clone())?;
    let mut lines: Vec<Line> = Vec::new();
    for part in parts {
        let line = run_part(part, &mut bench, &lines)?;
        lines.push(line);
    }
    drop(bench);
    print!("{}", report::summary(&lines));
    let all_green = lines.iter().all(|line| line.verdict == Verdict::Green);
    Ok(if all_green { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn chosen(only: &[String]) -> Result<Vec<&'static Part>> {
    if let Some(unknown) = only.iter().find(|name| PARTS.iter().all(|part| part.name != **name)) {
        let names: Vec<&str> = PARTS.iter().map(|part| part.name).collect();
        bail!("there is no part `{unknown}`; the parts are {}", names.join(", "));
    }
    Ok(PARTS.iter().filter(|part| only.is_empty() || only.iter().any(|name| name == part.name)).collect())
}

fn run_part(part: &'static Part, bench: &mut Bench, before: &[Line]) -> Result<Line> {
    let is_red = |name: &&&str| before.iter().any(|line| line.part.name == **name && line.verdict != Verdict::Green);
    if let Some(needed) = part.needs.iter().find(is_red) {
        let line = Line::not_run(part, format!("it needs {needed}"));
        println!("{}", line.spoken());
        return Ok(line);
    }
    report::announce(part);
    let started = Instant::now();
    bench.begin(part.name)?;
    let outcome = match (part.run)(bench) {
        // Whoever pressed Ctrl-C does not want the other parts either.
        Err(error) if error.is::<Interrupted>() => {
            println!("stopped");
            return Err(error);
        }
        Err(error) => Outcome::red(format!("{error:#}")),
        Ok(outcome) => outcome,
    };
    let line = Line::of(part, outcome, started.elapsed());
    println!("{}", line.spoken());
    if line.verdict == Verdict::Red {
        print!("{}", bench.log_tail());
    }
    Ok(line)
}
