//! The same on ten thousand pledges and on a million: what grows with the table shows here. Reads are of somebody who is
//! signed in, so that each asks the database.

use anyhow::Result;
use serde_json::json;

use super::data::Size;
use super::load::{Pledging, Reading};
use super::pages;
use super::reads;
use super::sample::{Sample, grouped, hundredths, millis};
use super::workbench::{Bench, OURS, SMALL, spread_slugs};
use super::writes::make_tokens_ready;

const CONNECTIONS: u64 = 8;

pub fn run(bench: &mut Bench) -> Result<()> {
    bench.database(Size::Small, SMALL)?;
    let small = measure(bench, SMALL, Size::Small)?;
    let full = measure(bench, OURS, Size::Full)?;
    let mut lines = Vec::new();
    for ((name, small), (_, full)) in small.iter().zip(&full) {
        let ratio = (100 * full.per_second).checked_div(small.per_second).unwrap_or(0);
        bench.say(format!(
            "{name}: {}/s (p50 {} ms) on 10,000 pledges, {}/s (p50 {} ms) on 1,000,000: {}",
            grouped(small.per_second),
            millis(small.p50),
            grouped(full.per_second),
            millis(full.p50),
            hundredths(ratio)
        ));
        let (small, full) = (small.as_json(), full.as_json());
        lines.push(
            json!({ "path": name, "connections": CONNECTIONS, "small": small, "full": full, "ratio_percent": ratio }),
        );
    }
    bench.facts.insert("sizes".to_owned(), json!(lines));
    Ok(())
}

fn measure(bench: &mut Bench, database: &str, size: Size) -> Result<Vec<(&'static str, Sample)>> {
    let served = bench.serve(database)?;
    reads::look_at(&served)?;
    pages::look_at(&served)?;
    let mut found = Vec::new();
    for (name, paths) in [
        ("list of 20 open", vec![reads::LIST.to_owned()]),
        ("one project", vec![reads::ONE.to_owned()]),
        ("one of 1,000 projects", reads::spread("")),
        ("progress of one of 1,000", reads::spread("/progress")),
        ("first page of pledges", vec![pages::FIRST.to_owned()]),
        ("first page of 1,000", reads::spread("/pledges?limit=20")),
    ] {
        let reading = Reading { paths: &paths, header: Some(reads::signed_in()), status: 200 };
        found.push((name, bench.load().read(served.port, CONNECTIONS, &reading)?));
    }
    let (from, fresh) = (if size == Size::Full { bench.next_pair } else { 0 }, size.fresh());
    make_tokens_ready(bench, database, from)?;
    let projects = spread_slugs();
    let pledging = Pledging { projects: &projects, first: fresh.first, organizations: fresh.count, from, run: "sizes" };
    let written = bench.load().pledge(served.port, CONNECTIONS, &pledging)?;
    if size == Size::Full {
        bench.next_pair = written.next;
    }
    found.push(("pledges, spread", written.sample));
    served.stop();
    Ok(found)
}
