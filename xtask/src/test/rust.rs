//! The parts that are cargo's: formatting, lints and the Rust tests.

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
    let product = cargo_test(bench, &["--package", "cofund", "--lib", "--bins"])?;
    // In a run of their own: together with the product they would be compiled with other features, all anew.
    let commands = cargo_test(bench, &["--package", "xtask"])?;
    Ok(product.and(commands))
}

pub fn house(bench: &Bench) -> Result<Outcome> {
    cargo_test(bench, &["--package", "cofund-tests", "--test", "walls"])
}

pub fn http(bench: &Bench) -> Result<Outcome> {
    let program = bench.program()?;
    let url = bench.cluster()?.url("postgres");
    let mut command = bench.cargo();
    command.args(["test", "--package", "cofund-tests", "--test", "it", "--"]).args(&bench.extra);
    command.env("COFUND_TEST_DATABASE_URL", url).env("COFUND_BIN", program);
    Ok(count::cargo(&bench.tool(&mut command)?))
}

fn cargo_test(bench: &Bench, what: &[&str]) -> Result<Outcome> {
    let said = bench.tool(bench.cargo().args(["test", "--no-fail-fast"]).args(what).arg("--").args(&bench.extra))?;
    Ok(count::cargo(&said))
}
