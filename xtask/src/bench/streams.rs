//! Live streams: how soon all are told of a pledge, what one costs in memory, and what happens when the server is started
//! again and all come back at once.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use rustix::process::{Resource, getrlimit, setrlimit};
use serde_json::{Value, json};

use super::data::Size;
use super::sample::millis;
use super::workbench::{Bench, OURS};
use super::writes::make_tokens_ready;
use crate::interrupt;
use crate::process::{self, Group};

const PROJECT: &str = "hot-0040";
const LIMIT: Duration = Duration::from_secs(90);

pub fn run(bench: &mut Bench) -> Result<()> {
    raise_limit_of_files();
    let served = bench.serve(OURS)?;
    served.good(&format!("/api/v1/projects/{PROJECT}"))?;
    make_tokens_ready(bench, OURS, bench.next_pair)?;
    let before = served.memory();
    let log = bench.folder.join("streams.log");
    fs::write(&log, "").with_context(|| format!("cannot write {}", log.display()))?;
    let mut watching = watch(bench, served.port, &log)?;
    let open = phase(&mut watching, &log, "open")?;
    interrupt::pause(Duration::from_millis(500))?;
    let after = served.memory();
    let told = phase(&mut watching, &log, "told")?;
    bench.acknowledged += 1;
    let port = served.port;
    bench.stop(served, "streams");
    let served = bench.program.serve_on(&bench.cluster.url(OURS), port)?;
    let back = phase(&mut watching, &log, "back")?;
    bench.stop(served, "streams that came back");
    watching.stop();

    let streams = bench.streams;
    let each = before.zip(after).map(|(before, after)| after.saturating_sub(before) / streams);
    let time = |phase: &Value, name: &str| phase["micros"][name].as_u64().unwrap_or(0);
    let mark = |reached: bool| if reached { "✓" } else { "✗" };
    bench.say(format!(
        "one pledge reaches {streams} streams: p50 {} ms, p99 {} ms, all after {} ms {} < 1,000",
        millis(time(&told, "p50")),
        millis(time(&told, "p99")),
        millis(time(&told, "max")),
        mark(time(&told, "max") < 1_000_000)
    ));
    if let Some(each) = each {
        bench.say(format!("memory of a stream: {each} kB {} < 40", mark(each < 40)));
    }
    bench.say(format!(
        "the server started again: all {streams} are back {} ms after the first got through, {} were lost before",
        millis(time(&back, "max")),
        back["lost"]
    ));
    let facts = json!({ "streams": streams, "open": open, "told": told, "back": back, "kb_each": each });
    bench.facts.insert("streams".to_owned(), facts);
    Ok(())
}

fn watch(bench: &Bench, port: u16, log: &Path) -> Result<Group> {
    let mut command = Command::new(bench.tools.path("streams"));
    let fresh = Size::Full.fresh();
    let organization = fresh.first + bench.next_pair % fresh.count;
    command.args(["--project", PROJECT, "--port", &port.to_string(), "--streams", &bench.streams.to_string()]);
    command.args(["--organization", &organization.to_string()]);
    Group::spawn(process::into(&mut command, log)?)
}

/// Waits for what it says of a phase.
fn phase(watching: &mut Group, log: &Path, name: &str) -> Result<Value> {
    let end = Instant::now() + LIMIT;
    loop {
        let ended = watching.ended()?.is_some();
        let text = fs::read_to_string(log).unwrap_or_default();
        let mut lines = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        if let Some(said) = lines.find(|said| said["phase"] == name) {
            return Ok(said);
        }
        if ended || Instant::now() > end {
            bail!("the streams do not get as far as `{name}`: {}", text.trim());
        }
        interrupt::pause(Duration::from_millis(20))?;
    }
}

/// Each stream is an open file, here and in the server.
fn raise_limit_of_files() {
    let mut limit = getrlimit(Resource::Nofile);
    limit.current = limit.maximum;
    // Whoever may not is told by what fails then.
    let _ = setrlimit(Resource::Nofile, limit);
}
