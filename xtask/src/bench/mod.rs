//! `cargo xtask bench`: the program beside limits that are measured in the same run, on the same machine, in turns.
//!
//! What always holds: nothing is switched off to be fast (the log, metrics and limits are on, the database is durable);
//! every answer is looked at, and one that is wrong fails the run; after the writes the data still holds.

mod bare;
mod data;
mod load;
mod machine;
mod memory;
mod pages;
mod pgbench;
mod reads;
mod row;
mod sample;
mod served;
mod settle;
mod sizes;
mod start;
mod streams;
mod table;
mod tools;
mod visits;
mod workbench;
mod writes;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::Args as ClapArgs;
use serde_json::{Map, Value, json};

use crate::postgres;
use crate::state::{self, Locked, State};
use crate::step::Step;
use data::Size;
use load::Plan;
use served::Program;
use tools::Tools;
use workbench::{Bench, LIMITS, OURS, SMALL};

#[derive(ClapArgs)]
pub struct Args {
    /// 8 connections, 2 seconds, one round: to see whether something got much slower
    #[arg(long)]
    quick: bool,
    /// Measure only this; may be given several times
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// How long each measurement takes
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=600))]
    seconds: Option<u64>,
    /// This many connections; may be given several times
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=512))]
    connections: Vec<u64>,
    /// How often each measurement is taken; the median counts
    #[arg(long, value_name = "N")]
    rounds: Option<usize>,
    /// Measure this build of cofund and build none
    #[arg(long, value_name = "PATH")]
    program: Option<PathBuf>,
    /// Run it with this setting
    #[arg(long, value_name = "NAME=VALUE", value_parser = setting)]
    set: Vec<(String, String)>,
    /// Live streams that are open at once
    #[arg(long, value_name = "N", default_value_t = 1000)]
    streams: u64,
    /// Leave the databases of this run for a look at them
    #[arg(long)]
    keep: bool,
    /// Make the data anew
    #[arg(long)]
    fresh: bool,
}

type Part = (&'static str, fn(&mut Bench) -> Result<()>);

const PARTS: [Part; 8] = [
    ("start", start::run),
    ("reads", reads::run),
    ("pages", pages::run),
    ("writes", writes::run),
    ("settle", settle::run),
    ("streams", streams::run),
    ("sizes", sizes::run),
    ("visits", visits::run),
];

pub fn run(args: &Args) -> Result<ExitCode> {
    let parts = chosen(&args.only)?;
    let state = State::open()?;
    let Locked::Ours(_lock) = state.try_lock("bench.lock")? else { bail!("a bench runs already from this checkout") };
    let folder = state.path("bench");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let (cluster, binaries) = postgres::for_measuring(&state, args.fresh)?;
    let step = Step::quiet("Building what measures");
    let tools = Tools::build(&state, &binaries)?;
    step.done("built");
    let program = match &args.program {
        Some(path) => path.canonicalize().with_context(|| format!("there is no program at {}", path.display()))?,
        None => {
            let step = Step::quiet("Building the program");
            let program = tools::build_program(&state)?;
            step.done("built");
            program
        }
    };
    let program =
        Program { path: program, secret: state::random_hex()?, folder: folder.clone(), settings: args.set.clone() };
    let machine = machine::facts(&state, &cluster);
    let mut bench = Bench {
        state,
        cluster,
        tools,
        program,
        plan: plan(args),
        streams: args.streams,
        folder,
        rows: Vec::new(),
        notes: Vec::new(),
        facts: Map::from_iter([("machine".to_owned(), machine.clone())]),
        acknowledged: 0,
        next_pair: 0,
    };
    println!("{}", machine::line(&machine));
    let outcome = measure(&mut bench, &parts);
    if !args.keep {
        for name in [OURS, LIMITS, SMALL] {
            data::drop_database(&bench.cluster, name)?;
        }
    }
    outcome?;
    finish(&bench, args)
}

fn measure(bench: &mut Bench, parts: &[Part]) -> Result<()> {
    bench.database(Size::Full, OURS)?;
    for (name, part) in parts {
        println!("{name}");
        part(bench).with_context(|| format!("{name} cannot be measured"))?;
    }
    Ok(())
}

/// Prints it, and writes it down.
fn finish(bench: &Bench, args: &Args) -> Result<ExitCode> {
    print!("{}", table::whole(&bench.rows));
    println!();
    bench.notes.iter().for_each(|note| println!("{note}"));
    println!("{}", machine::line(&bench.facts["machine"]));
    if bench.tools.pgbench.is_none() {
        println!("This PostgreSQL came without pgbench: what goes through SQL has no limit beside it");
    }
    let rows: Vec<Value> = bench.rows.iter().map(row::Row::as_json).collect();
    let plan = &bench.plan;
    let settings: Map<String, Value> = args.set.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
    let all = json!({
        "rows": rows,
        "facts": bench.facts,
        "notes": bench.notes,
        "plan": { "connections": plan.connections, "seconds": plan.seconds, "rounds": plan.rounds },
        "settings": settings,
    });
    let file = bench.folder.join("latest.json");
    fs::write(&file, format!("{all:#}\n")).with_context(|| format!("cannot write {}", file.display()))?;
    println!("All of it: {}", file.display());
    if args.keep {
        println!("The databases {OURS} and {LIMITS} stay until the next run");
    }
    Ok(ExitCode::SUCCESS)
}

fn plan(args: &Args) -> Plan {
    let (connections, seconds, rounds) = if args.quick { (vec![8], 2, 1) } else { (vec![1, 8, 32], 5, 3) };
    Plan {
        connections: if args.connections.is_empty() { connections } else { args.connections.clone() },
        seconds: args.seconds.unwrap_or(seconds),
        rounds: args.rounds.unwrap_or(rounds).max(1),
    }
}

fn chosen(only: &[String]) -> Result<Vec<Part>> {
    if let Some(unknown) = only.iter().find(|name| PARTS.iter().all(|(part, _)| part != name)) {
        bail!("there is no part `{unknown}`; the parts are {}", PARTS.map(|(name, _)| name).join(", "));
    }
    Ok(PARTS.into_iter().filter(|(part, _)| only.is_empty() || only.iter().any(|name| name == part)).collect())
}

fn setting(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("a setting is NAME=VALUE")?;
    Ok((name.to_owned(), value.to_owned()))
}
