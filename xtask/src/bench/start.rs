//! How long the program takes to be ready on a migrated database, and what it holds in memory while it does nothing.

use std::time::Duration;

use anyhow::Result;
use serde_json::json;

use super::sample::{median, millis};
use super::workbench::{Bench, OURS};
use crate::interrupt;

const STARTS: usize = 5;

pub fn run(bench: &mut Bench) -> Result<()> {
    let mut micros = Vec::new();
    let mut idle = None;
    for _ in 0..STARTS {
        let served = bench.serve(OURS)?;
        micros.push(u64::try_from(served.ready_after.as_micros()).unwrap_or(u64::MAX));
        interrupt::pause(Duration::from_millis(500))?;
        idle = served.memory().or(idle);
        served.stop();
    }
    let (start, slowest) = (median(micros.iter().copied()), micros.iter().max().copied().unwrap_or(0));
    let mark = |reached: bool| if reached { "✓" } else { "✗" };
    bench.say(format!(
        "start to ready: {} ms (slowest of {STARTS}: {}) {} ≤ 300",
        millis(start),
        millis(slowest),
        mark(start <= 300_000)
    ));
    if let Some(idle) = idle {
        bench.say(format!("memory idle: {} MB {} ≤ 40", idle / 1024, mark(idle <= 40 * 1024)));
    }
    bench.facts.insert("start".to_owned(), json!({ "ready_us": micros, "idle_memory_kb": idle }));
    Ok(())
}
