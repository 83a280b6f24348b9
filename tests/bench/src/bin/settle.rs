//! A large coalition, covered already: one more joins it, so that everybody's share falls, and staff settle it.

use std::time::Instant;

use anyhow::{Result, ensure};
use clap::Parser;
use cofund_bench::http::{self, Connection};
use cofund_bench::pledging::{Pairs, bearer};
use serde_json::{Value, json};

#[derive(Parser)]
struct Args {
    #[arg(long)]
    port: u16,
    /// Its slug
    #[arg(long)]
    project: String,
    /// The organisation that joins
    #[arg(long)]
    organization: u64,
}

/// The number of staff's token (`tests/bench/sql/data/2_people.sql`).
const STAFF: u64 = 0;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let Args { port, project, organization } = Args::parse();
    let mut server = Connection::open(port).await?;
    let pair = Pairs {
        first: organization,
        organizations: 1,
        projects: vec![project.clone()],
        from: 0,
        run: "settle".to_owned(),
    };
    let joins = pair.request(port, 0).unwrap_or_default();
    let (joined, _) = timed(&mut server, &joins, 201).await?;

    let path = format!("/api/v1/projects/{project}");
    let (_, seen) = timed(&mut server, &http::get(port, &path, &[bearer(STAFF)]), 200).await?;
    ensure!(seen["covered"] == true, "{project} is not covered");
    let settles = format!(
        "POST {path}/settle HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\n{}\r\nidempotency-key: settle-{project}\r\n\
         if-match: \"{}\"\r\ncontent-length: 0\r\n\r\n",
        bearer(STAFF),
        seen["version"]
    );
    let (settled, after) = timed(&mut server, settles.as_bytes(), 200).await?;
    ensure!(after["funding"] == "funded", "{project} is {}", after["funding"]);
    println!("{}", json!({ "backers": after["backers"], "joined_us": joined, "settled_us": settled }));
    Ok(())
}

/// An answer that must have this status, and how many microseconds it took.
async fn timed(server: &mut Connection, request: &[u8], status: u16) -> Result<(u64, Value)> {
    let asked = Instant::now();
    let answer = server.ask(request).await?;
    let took = u64::try_from(asked.elapsed().as_micros())?;
    let body = server.body(&answer);
    ensure!(answer.status == status, "{}: {}", answer.status, String::from_utf8_lossy(body));
    Ok((took, serde_json::from_slice(body)?))
}
