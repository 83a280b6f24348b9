//! Lists and projects, beside a bare server with the same bytes; and "nothing changed" on both.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::bare;
use super::load::Reading;
use super::row::{Aim, Row};
use super::served::Served;
use super::workbench::{Bench, OURS, spread_slugs};

pub const LIST: &str = "/api/v1/projects?funding=open&limit=20";
pub const ONE: &str = "/api/v1/projects/large";
pub const PROGRESS: &str = "/api/v1/projects/large/progress";

const READ: Aim = Aim { ratio: 40, p99: 10_000 };
const UNCHANGED: Aim = Aim { ratio: 50, p99: 10_000 };

/// The header of somebody who is signed in, for whom nothing is kept: what is read is asked of the database each time.
pub fn signed_in() -> String {
    format!("authorization: Bearer cf_{:043}", 1)
}

pub fn spread(rest: &str) -> Vec<String> {
    spread_slugs().iter().map(|slug| format!("/api/v1/projects/{slug}{rest}")).collect()
}

/// Whether each path says what it should.
pub fn look_at(served: &Served) -> Result<()> {
    let list: Value = serde_json::from_str(&served.good(LIST)?.body)?;
    let items = list["items"].as_array().context("the list has no items")?;
    ensure!(items.len() == 20, "the list has {} projects, not 20", items.len());
    ensure!(items.iter().all(|item| item["slug"].is_string()), "a project in the list has no slug");
    let one: Value = serde_json::from_str(&served.good(ONE)?.body)?;
    ensure!(one["slug"] == "large", "the project is another one");
    let progress: Value = serde_json::from_str(&served.good(PROGRESS)?.body)?;
    ensure!(progress.is_object(), "progress is no object");
    Ok(())
}

pub fn run(bench: &mut Bench) -> Result<()> {
    let served = bench.serve(OURS)?;
    look_at(&served)?;
    for (name, paths) in [
        ("list of 20 open", vec![LIST.to_owned()]),
        ("one project", vec![ONE.to_owned()]),
        ("its progress", vec![PROGRESS.to_owned()]),
        ("one of 1,000 projects", spread("")),
        ("progress of one of 1,000", spread("/progress")),
    ] {
        beside_bare(bench, &served, name, &paths, None)?;
    }
    gzip(bench, &served)?;
    for (name, path) in
        [("list unchanged, 304", LIST), ("project unchanged, 304", ONE), ("progress unchanged, 304", PROGRESS)]
    {
        match served.good(path)?.header("etag") {
            Some(etag) => {
                let header = format!("if-none-match: {etag}");
                beside_bare(bench, &served, name, &[path.to_owned()], Some(header))?;
            }
            None => bench.say(format!("{name}: no ETag")),
        }
    }
    bench.stop(served, "reads");
    Ok(())
}

/// With a header that says what is known already, the expected answer is 304.
fn beside_bare(bench: &mut Bench, served: &Served, name: &str, paths: &[String], known: Option<String>) -> Result<()> {
    let bare = bare::like(served, &bench.tools, &bench.folder, paths)?;
    let (status, aim) = if known.is_some() { (304, UNCHANGED) } else { (200, READ) };
    let reading = Reading { paths, header: known, status };
    for &connections in &bench.plan.connections.clone() {
        let (mut ours, mut limit) = (Vec::new(), Vec::new());
        for _ in 0..bench.plan.rounds {
            ours.push(bench.load().read(served.port, connections, &reading)?);
            limit.push(bench.load().read(bare.port, connections, &reading)?);
        }
        let (path, limits) = (name.to_owned(), vec![("bare", limit)]);
        bench.add(Row { path, connections, ours, limits, aim: Some(aim) });
    }
    bare.stop();
    Ok(())
}

fn gzip(bench: &mut Bench, served: &Served) -> Result<()> {
    let reading = Reading { paths: &[LIST.to_owned()], header: Some("accept-encoding: gzip".to_owned()), status: 200 };
    for &connections in &bench.plan.connections.clone() {
        let rounds = 0..bench.plan.rounds;
        let ours = rounds.map(|_| bench.load().read(served.port, connections, &reading)).collect::<Result<_>>()?;
        bench.add(Row { path: "list of 20 open, gzip".to_owned(), connections, ours, limits: Vec::new(), aim: None });
    }
    Ok(())
}
