//! Pages of a project's pledges, beside pgbench with the query that finds them.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::load::Reading;
use super::reads::{signed_in, spread};
use super::row::{Aim, Row};
use super::served::Served;
use super::workbench::{Bench, OURS};

pub const FIRST: &str = "/api/v1/projects/large/pledges?limit=20";
const AIM: Aim = Aim { ratio: 30, p99: 10_000 };
/// Public pledges before the page that is deep in.
const DEEP: usize = 90_000;

pub fn look_at(served: &Served) -> Result<()> {
    let page: Value = serde_json::from_str(&served.good(FIRST)?.body)?;
    ensure!(page["items"].as_array().is_some_and(|items| items.len() == 20), "the page has not 20 pledges");
    Ok(())
}

pub fn run(bench: &mut Bench) -> Result<()> {
    let served = bench.serve(OURS)?;
    look_at(&served)?;
    let (deep, place) = deep_page(bench, &served)?;
    let project = project_id(bench)?;
    let at = |place: i32| vec![("project", project.clone()), ("after", place.to_string())];
    let (first, deep, spread) = (vec![FIRST.to_owned()], vec![deep], spread("/pledges?limit=20"));
    for (name, paths, script, variables) in [
        ("first page of pledges", &first, "pledges_page.sql", at(0)),
        ("page after 90,000", &deep, "pledges_page.sql", at(place)),
        ("first page of 1,000", &spread, "pledges_page_spread.sql", Vec::new()),
    ] {
        let kept = Reading { paths, header: None, status: 200 };
        beside_pgbench(bench, &served, name.to_owned(), &kept, script, &variables)?;
        let asked = Reading { paths, header: Some(signed_in()), status: 200 };
        beside_pgbench(bench, &served, format!("{name}, signed in"), &asked, script, &variables)?;
    }
    bench.stop(served, "pages");
    Ok(())
}

fn beside_pgbench(
    bench: &mut Bench,
    served: &Served,
    name: String,
    reading: &Reading<'_>,
    script: &str,
    variables: &[(&str, String)],
) -> Result<()> {
    for &connections in &bench.plan.connections.clone() {
        let (mut ours, mut limit) = (Vec::new(), Vec::new());
        for _ in 0..bench.plan.rounds {
            ours.push(bench.load().read(served.port, connections, reading)?);
            if let Some(pgbench) = bench.pgbench() {
                let script = bench.script(script);
                limit.push(pgbench.run(OURS, &script, connections, variables, &bench.folder)?);
            }
        }
        let limits = if limit.is_empty() { Vec::new() } else { vec![("pgbench, query", limit)] };
        bench.add(Row { path: name.clone(), connections, ours, limits, aim: Some(AIM) });
    }
    Ok(())
}

/// Walks there by the cursors it is given, a hundred at a time; and at which place that page begins.
fn deep_page(bench: &Bench, served: &Served) -> Result<(String, i32)> {
    let list = "/api/v1/projects/large/pledges";
    let mut path = format!("{list}?limit=100");
    let mut seen = 0;
    loop {
        crate::interrupt::check()?;
        let page: Value = serde_json::from_str(&served.good(&path)?.body)?;
        seen += page["items"].as_array().map_or(0, Vec::len);
        let cursor = page["next_cursor"].as_str().context("the list ends before the page that is deep in it")?;
        if seen >= DEEP {
            let last = page["items"].as_array().and_then(|items| items.last()).and_then(|last| last["id"].as_str());
            return Ok((format!("{list}?limit=20&cursor={cursor}"), place(bench, last.unwrap_or_default())?));
        }
        path = format!("{list}?limit=100&cursor={cursor}");
    }
}

fn place(bench: &Bench, pledge: &str) -> Result<i32> {
    let query = "SELECT place FROM pledges WHERE id = $1::text::uuid";
    Ok(bench.cluster.connect(OURS)?.query_one(query, &[&pledge])?.get(0))
}

fn project_id(bench: &Bench) -> Result<String> {
    let query = "SELECT id::text FROM projects WHERE slug = 'large'";
    Ok(bench.cluster.connect(OURS)?.query_one(query, &[])?.get(0))
}
