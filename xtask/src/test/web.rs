//! The parts that are the SPA's own npm scripts.

use anyhow::Result;
use serde_json::Value;

use super::bench::{Bench, Said};
use super::count;
use super::part::Outcome;
use crate::{node, pages};

pub fn install(bench: &Bench) -> Result<Outcome> {
    node::require()?;
    let packages = node::packages_of_frontend(&bench.state);
    for package in &packages {
        node::install(&bench.state, package)?;
    }
    Ok(Outcome::green(packages.len()))
}

pub fn lint(bench: &Bench) -> Result<Outcome> {
    Ok(Outcome::of(script(bench, "lint")?.success))
}

pub fn types(bench: &Bench) -> Result<Outcome> {
    Ok(Outcome::of(script(bench, "types")?.success))
}

pub fn words(bench: &Bench) -> Result<Outcome> {
    Ok(Outcome::of(script(bench, "i18n:check")?.success))
}

pub fn unit(bench: &Bench) -> Result<Outcome> {
    Ok(count::vitest(&script(bench, "test")?))
}

pub fn audit(bench: &Bench) -> Result<Outcome> {
    install(bench)?;
    let mut command = node::npm();
    command.args(["audit", "--omit=dev", "--json"]).current_dir(pages::frontend(&bench.state));
    Ok(judge_audit(&bench.tool(&mut command)?))
}

pub fn build(bench: &Bench) -> Result<Outcome> {
    install(bench)?;
    let said = bench.tool(&mut pages::build_command(&bench.state))?;
    if said.success {
        pages::remember(&bench.state)?;
    }
    Ok(Outcome::of(said.success))
}

/// Runs an npm script of `frontend/`, after seeing to its packages: a part may run alone.
fn script(bench: &Bench, name: &str) -> Result<Said> {
    install(bench)?;
    bench.tool(node::npm().args(["run", "--silent", name]).current_dir(pages::frontend(&bench.state)))
}

/// Not every registry answers audits; that says nothing about the packages.
fn judge_audit(said: &Said) -> Outcome {
    let start = said.text.find('{').unwrap_or(said.text.len());
    // npm may add warnings of its own before and after the document.
    let document = serde_json::Deserializer::from_str(&said.text[start..]).into_iter::<Value>().next();
    let found =
        document.and_then(Result::ok).and_then(|answer| answer["metadata"]["vulnerabilities"]["total"].as_u64());
    match found {
        Some(0) => Outcome::green(1),
        Some(holes) => Outcome { failed: usize::try_from(holes).unwrap_or(1), ..Outcome::default() },
        None => Outcome::green(0).noting("the registry answers no audits"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(text: &str) -> Outcome {
        judge_audit(&Said { success: false, text: text.to_owned() })
    }

    #[test]
    fn counts_holes() {
        assert_eq!(judged(r#"npm warn x {"metadata":1}"#).failed, 0);
        assert_eq!(judged(r#"{"auditReportVersion":2,"metadata":{"vulnerabilities":{"total":3}}}"#).failed, 3);
        assert_eq!(judged(r#"{"metadata":{"vulnerabilities":{"total":0}}} npm notice"#), Outcome::green(1));
    }

    #[test]
    fn a_registry_without_audits_is_not_red() {
        let outcome =
            judged(r#"npm warn audit 404 Not Found {"message":"not found","error":{"summary":"","detail":""}}"#);
        assert_eq!((outcome.failed, outcome.note.is_some()), (0, true));
    }
}
