//! How soon people can read something: the built pages with the demo data, in a browser on a slow phone, at the first
//! visit and at the next.

use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use super::data;
use super::workbench::Bench;
use crate::{browser, node, pages, process, server};

const DATABASE: &str = "bench_visits";
const PAGES: [&str; 3] = ["/", "/projects/hubs-that-sleep", "/impact"];

pub fn run(bench: &mut Bench) -> Result<()> {
    let Some(browser) = browser::find(&bench.state)? else {
        bench.say("visits are not measured: there is no browser; install Chromium or set CHROMIUM to one".to_owned());
        return Ok(());
    };
    node::require()?;
    let frontend = pages::frontend(&bench.state);
    node::install(&bench.state, &frontend)?;
    pages::build(&bench.state)?;
    data::drop_database(&bench.cluster, DATABASE)?;
    bench.cluster.create_database(DATABASE)?;
    let url = bench.cluster.url(DATABASE);
    bench.program.read(&url, &["migrate"])?;
    bench.program.read(&url, &["seed", "--demo"])?;
    let built = pages::built(&bench.state).display().to_string();
    let mut program = bench.program.clone();
    program.settings.push(("COFUND_SPA_DIR".to_owned(), built));
    let served = program.serve(&url)?;
    let mut visits = Command::new("node");
    visits.current_dir(&frontend).arg("scripts/measure-visits.mjs").args(PAGES);
    visits.env("COFUND_URL", server::url(served.port)).env("CHROMIUM", browser);
    let said = process::read_unless_interrupted(&mut visits)?;
    served.stop();
    data::drop_database(&bench.cluster, DATABASE)?;
    let measured: Value = serde_json::from_str(&said).context("the visits cannot be read")?;
    for page in measured.as_array().context("the visits are no list")? {
        let visit = |which: &str| -> Result<String> {
            let of = |name: &str| page[which][name].as_u64().with_context(|| format!("a visit has no {name}"));
            let (first, largest, requests, kilobytes) =
                (of("first_ms")?, of("largest_ms")?, of("requests")?, of("kilobytes")?);
            Ok(format!("readable after {first} ms, whole after {largest} ms, {requests} requests, {kilobytes} kB"))
        };
        let path = page["path"].as_str().context("a visit has no path")?;
        bench.say(format!("{path} on a slow phone: {}; again: {}", visit("first")?, visit("second")?));
    }
    bench.facts.insert("visits".to_owned(), measured);
    Ok(())
}
