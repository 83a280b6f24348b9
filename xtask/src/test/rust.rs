//! The parts that are cargo's: formatting, lints and the Rust tests.

use std::process::Command;

use anyhow::Result;

use super::bench::Bench;
use super::count;
use super::part::Outcome;

pub fn fmt(bench: &Bench) -> Result<Outcome> {
    let said = bench.tool(bench.cargo().args(["fmt", "--all", "--", "--check", "--color", "never"]))?;
    Ok(Outcome::of(said.success))
}

pub fn clippy(bench: &Bench) -> Result<Outcome> {
    let said = bench.tool(bench.cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    Ok(Outcome::of(said.success))
}

pub fn unit(bench: &Bench) -> Result<Outcome> {
    let product = cargo_test(bench, &["--package", "cofund", "--package", "cofund-bench", "--lib", "--bins"])?;
    // In a run of their own: together with the product they would be compiled with other features, all anew.
    let commands = cargo_test(bench, &["--package", "xtask"])?;
    Ok(product.and(commands))
}

pub fn house(bench: &Bench) -> Result<Outcome> {
    cargo_test(bench, &["--package", "cofund-tests", "--test", "walls"])
}

pub fn http(bench: &Bench) -> Result<Outcome> {
    let program = bench.program()?;
    let mut command = bench.cargo();
    command.args(["test", "--package", "cofund-tests", "--test", "it"]);
    command.env("COFUND_TEST_DATABASE_URL", bench.cluster()?.url("postgres")).env("COFUND_BIN", program);
    // They wait for the database and for each other far more than they compute.
    if std::env::var_os("RUST_TEST_THREADS").is_none() {
        command.env("RUST_TEST_THREADS", "4");
    }
    run(bench, command)
}

fn cargo_test(bench: &Bench, what: &[&str]) -> Result<Outcome> {
    let mut command = bench.cargo();
    command.args(["test", "--no-fail-fast"]).args(what);
    run(bench, command)
}

fn run(bench: &Bench, mut command: Command) -> Result<Outcome> {
    let outcome = count::cargo(&bench.tool(command.arg("--").args(&bench.extra))?);
    // Without a filter there is always something to run; a target that lost its tests must not look green.
    if outcome.passed + outcome.failed == 0 && bench.extra.is_empty() {
        return Ok(Outcome::red("no test ran; see the [[test]] lines of the package's Cargo.toml".to_owned()));
    }
    Ok(outcome)
}
