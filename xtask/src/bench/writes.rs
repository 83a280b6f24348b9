//! Pledges, spread over a thousand projects and all on one, beside pgbench doing the same work statement by
//! statement and in one call. Afterwards the data must hold, and have what was acknowledged, no more and no less.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::data::{self, Size};
use super::load::{Pledging, Written};
use super::row::{Aim, Row};
use super::sample::Sample;
use super::served::Served;
use super::workbench::{Bench, LIMITS, OURS, spread_slugs};

const SPREAD: &str = "pledges, spread";
const STATEMENTS: &str = "pgbench, statements";
const CALL: &str = "pgbench, one call";
/// Beyond what any machine of today pledges in a second, so that there are always enough tokens made ready.
const MOST_A_SECOND: u64 = 6_000;

pub fn run(bench: &mut Bench) -> Result<()> {
    if bench.tools.pgbench.is_some() {
        bench.database(Size::Full, LIMITS)?;
        let file = bench.script("pledge_function.sql");
        let function = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        data::execute(&bench.cluster, LIMITS, &function)?;
    }
    let before = bench.pledges(OURS)?;
    let acknowledged = bench.acknowledged;
    data::execute(&bench.cluster, "postgres", "CHECKPOINT")?;
    let served = bench.serve(OURS)?;
    let mut limits = Limits { next: 0, turn: 0 };
    let connections = bench.plan.connections.clone();
    for &connections in &connections {
        let aim = Aim { ratio: 90, p99: 60_000 };
        measure(bench, &served, &mut limits, SPREAD, connections, &[STATEMENTS, CALL], aim)?;
    }
    for &connections in &connections {
        let aim = Aim { ratio: 100, p99: 60_000 };
        measure(bench, &served, &mut limits, "pledges, all on one", connections, &[CALL, STATEMENTS], aim)?;
    }
    bench.stop(served, "writes");
    let (added, acknowledged) = (bench.pledges(OURS)? - before, bench.acknowledged - acknowledged);
    ensure!(added == acknowledged, "{acknowledged} pledges were acknowledged, but {added} are there");
    let said = bench.check(OURS)?;
    bench.say(format!("{acknowledged} pledges acknowledged, as many are there; {said}"));
    bench.facts.insert("writes".to_owned(), json!({ "acknowledged": acknowledged, "added": added, "check": said }));
    Ok(())
}

/// Where the limits are in their own fresh pairs.
struct Limits {
    next: u64,
    /// How often the organisations came around: each time they meet other projects.
    turn: u64,
}

fn measure(
    bench: &mut Bench,
    served: &Served,
    limits: &mut Limits,
    name: &str,
    connections: u64,
    beside: &[&'static str],
    aim: Aim,
) -> Result<()> {
    let hot = name != SPREAD;
    let mut ours = Vec::new();
    let mut others: Vec<(&'static str, Vec<Sample>)> = beside.iter().map(|name| (*name, Vec::new())).collect();
    for round in 0..bench.plan.rounds {
        let projects = if hot { vec![hot_project(connections, round)] } else { spread_slugs() };
        let run = format!("{name}-{connections}-{round}");
        let slug = if hot { projects.first().cloned() } else { None };
        // Whoever comes right after much writing has a busier disk: every other round goes the other way around.
        let turned = round % 2 == 1;
        if !turned {
            ours.push(write(bench, served, connections, &projects, &run)?.sample);
        }
        let mut order: Vec<_> = others.iter_mut().collect();
        if turned {
            order.reverse();
        }
        for (how, samples) in order {
            samples.extend(limits.run(bench, how, connections, slug.clone())?);
        }
        if turned {
            ours.push(write(bench, served, connections, &projects, &run)?.sample);
        }
    }
    others.retain(|(_, samples)| !samples.is_empty());
    bench.add(Row { path: name.to_owned(), connections, ours, limits: others, aim: Some(aim) });
    Ok(())
}

/// A project of its own for each, so that every measurement begins with the same.
fn hot_project(connections: u64, round: usize) -> String {
    let first = match connections {
        0..=1 => 1,
        2..=8 => 11,
        _ => 21,
    };
    format!("hot-{:04}", first + round % 10)
}

fn write(bench: &mut Bench, served: &Served, connections: u64, projects: &[String], run: &str) -> Result<Written> {
    let fresh = Size::Full.fresh();
    let from = bench.next_pair;
    make_tokens_ready(bench, OURS, from)?;
    let run = run.replace(' ', "-");
    let pledging = Pledging { projects, first: fresh.first, organizations: fresh.count, from, run: &run };
    let written = bench.load().pledge(served.port, connections, &pledging)?;
    bench.next_pair = written.next;
    bench.acknowledged += written.acknowledged;
    Ok(written)
}

/// As if each client had just read the project it pledges to: a token notes its use once a minute, and in life the note
/// is made by that read.
pub fn make_tokens_ready(bench: &Bench, database: &str, from: u64) -> Result<()> {
    let fresh = if database == super::workbench::SMALL { Size::Small.fresh() } else { Size::Full.fresh() };
    let (first, all, count) = (fresh.first, fresh.count, MOST_A_SECOND * (bench.plan.seconds + 1));
    let sql = format!(
        "UPDATE access_tokens SET last_used_at = now() FROM generate_series({from}, {from} + {count}) AS n \
         WHERE digest = sha256(convert_to('cf_' || lpad(({first} + n % {all})::text, 43, '0'), 'UTF8'))"
    );
    data::execute(&bench.cluster, database, &sql)
}

impl Limits {
    fn run(&mut self, bench: &Bench, how: &str, connections: u64, hot: Option<String>) -> Result<Option<Sample>> {
        let Some(pgbench) = bench.pgbench() else { return Ok(None) };
        let script = if how == CALL { "pledge_call.sql" } else { "pledge_statements.sql" };
        let fresh = Size::Full.fresh();
        let room = MOST_A_SECOND * (bench.plan.seconds + 1);
        if self.next + room > fresh.count {
            (self.next, self.turn) = (0, self.turn + 1);
        }
        let variables = [
            ("first", (fresh.first + self.next).to_string()),
            ("clients", connections.to_string()),
            ("i", "0".to_owned()),
            ("turn", self.turn.to_string()),
            ("hot", hot.unwrap_or_else(|| "-".to_owned())),
        ];
        self.next += room;
        pgbench.run(LIMITS, &bench.script(script), connections, &variables, &bench.folder).map(Some)
    }
}
