//! Settling coalitions of ten thousand pledges with conditions, and what it costs to join one.

use std::process::Command;

use anyhow::{Context, Result};
use serde_json::json;

use super::data::Size;
use super::sample::{median, millis};
use super::tools;
use super::workbench::{Bench, OURS};
use super::writes::make_tokens_ready;

/// As many as the data has.
const COALITIONS: u64 = 3;

pub fn run(bench: &mut Bench) -> Result<()> {
    let served = bench.serve(OURS)?;
    make_tokens_ready(bench, OURS, bench.next_pair)?;
    let fresh = Size::Full.fresh();
    let (mut joined, mut settled, mut backers) = (Vec::new(), Vec::new(), 0);
    for number in 1..=COALITIONS {
        let mut command = Command::new(bench.tools.path("settle"));
        let organization = fresh.first + bench.next_pair % fresh.count;
        command.args(["--port", &served.port.to_string(), "--project", &format!("covered-{number:04}")]);
        let said = tools::read_json(command.args(["--organization", &organization.to_string()]))?;
        let figure = |name: &str| said[name].as_u64().with_context(|| format!("the tool did not say {name}"));
        joined.push(figure("joined_us")?);
        settled.push(figure("settled_us")?);
        backers = figure("backers")?;
        bench.next_pair += 1;
        bench.acknowledged += 1;
    }
    bench.stop(served, "settling");
    let check = bench.check(OURS)?;
    let slowest = settled.iter().max().copied().unwrap_or(0);
    bench.say(format!(
        "settling a coalition of {backers} pledges with conditions: {} ms (slowest of {COALITIONS}: {}) {} < 1,000; \
         joining it: {} ms; {check}",
        millis(median(settled.iter().copied())),
        millis(slowest),
        if slowest < 1_000_000 { "✓" } else { "✗" },
        millis(median(joined.iter().copied())),
    ));
    bench.facts.insert("settle".to_owned(), json!({ "backers": backers, "joined_us": joined, "settled_us": settled }));
    Ok(())
}
