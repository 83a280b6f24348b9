//! The files that are generated and committed: each must still be what would be generated now.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::bench::Bench;
use super::part::Outcome;
use crate::{drift, errors as error_list, node, openapi as contract, program, schema as tables};

pub fn schema(bench: &Bench) -> Result<Outcome> {
    let program = bench.program()?;
    let generated = tables::generate(&bench.state, program, bench.cluster()?)?;
    compare(&tables::committed(&bench.state), &generated, "cargo xtask schema")
}

pub fn openapi(bench: &Bench) -> Result<Outcome> {
    let generated = program::output(bench.program()?, &["openapi"])?;
    let path = contract::committed(&bench.state);
    let drifted = compare(&path, &generated, "cargo xtask openapi")?;
    Ok(drifted.and(lint(bench, &path)?))
}

pub fn errors(bench: &Bench) -> Result<Outcome> {
    let generated = program::output(bench.program()?, &["errors"])?;
    compare(&error_list::committed(&bench.state), &generated, "cargo xtask errors")
}

fn lint(bench: &Bench, path: &Path) -> Result<Outcome> {
    node::require()?;
    let packages = node::bring_tool(&bench.state, "contract")?;
    let mut command = Command::new(packages.join(".bin/redocly"));
    command.args(["lint", "--config"]).arg(bench.state.repository.join("xtask/contract/redocly.yaml")).arg(path);
    command.env("REDOCLY_TELEMETRY", "off").env("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    let said = bench.tool(&mut command)?;
    let mut outcome = Outcome::of(said.success);
    if !said.success {
        outcome.reason =
            Some("mend the contract where redocly points above (the utoipa attributes in the code)".to_owned());
    }
    Ok(outcome)
}

fn compare(path: &Path, generated: &str, command: &str) -> Result<Outcome> {
    let committed =
        fs::read_to_string(path).with_context(|| format!("{} is missing; run `{command}`", path.display()))?;
    Ok(match drift::between(&committed, generated) {
        None => Outcome::green(1),
        Some(place) => {
            Outcome::red(format!("run `{command}` and commit the result; the first difference is at {place}"))
        }
    })
}
