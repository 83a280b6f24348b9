//! What all parts of a run share, and what they add to.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value};

use super::data::{self, Size};
use super::load::{Load, Plan};
use super::pgbench::Pgbench;
use super::row::Row;
use super::served::{Program, Served};
use super::tools::Tools;
use crate::postgres::Cluster;
use crate::state::State;

/// The copies a run works on.
pub const OURS: &str = "bench_ours";
pub const LIMITS: &str = "bench_limits";
pub const SMALL: &str = "bench_ours_small";

pub struct Bench {
    pub state: State,
    pub cluster: Cluster,
    pub tools: Tools,
    pub program: Program,
    pub plan: Plan,
    pub streams: u64,
    /// What a run leaves behind.
    pub folder: PathBuf,
    pub rows: Vec<Row>,
    /// Everything that is no row: a sentence for people, and for machines.
    pub notes: Vec<String>,
    pub facts: Map<String, Value>,
    /// Pledges that were acknowledged on the full data.
    pub acknowledged: u64,
    /// The first pair of organisation and project that nobody used yet.
    pub next_pair: u64,
}

impl Bench {
    /// The database of this name and size, made ready for this program.
    pub fn database(&self, size: Size, name: &str) -> Result<()> {
        let template = data::template(&self.state, &self.cluster, &self.program.path, size)?;
        data::copy(&self.cluster, &template, name)?;
        // The template may have been made by another build.
        self.program.read(&self.cluster.url(name), &["migrate"]).map(drop)
    }

    pub fn serve(&self, database: &str) -> Result<Served> {
        self.program.serve(&self.cluster.url(database))
    }

    pub fn load(&self) -> Load<'_> {
        Load { tools: &self.tools, folder: &self.folder, seconds: self.plan.seconds }
    }

    pub fn pgbench(&self) -> Option<Pgbench<'_>> {
        let program = self.tools.pgbench.as_deref()?;
        Some(Pgbench { program, cluster: &self.cluster, seconds: self.plan.seconds })
    }

    pub fn script(&self, name: &str) -> PathBuf {
        self.state.repository.join("tests/bench/sql").join(name)
    }

    pub fn say(&mut self, sentence: String) {
        println!("  {sentence}");
        self.notes.push(sentence);
    }

    pub fn add(&mut self, row: Row) {
        println!("  {}", super::table::spoken(&row));
        self.rows.push(row);
    }

    /// Ends a server, and notes the most it held.
    pub fn stop(&mut self, served: Served, part: &str) {
        if let Some(peak) = served.peak_memory() {
            self.say(format!("memory at most, {part}: {} MB", peak / 1024));
            self.facts.insert(format!("peak_memory_kb_{part}"), Value::from(peak));
        }
        served.stop();
    }

    /// How many pledges a database holds.
    pub fn pledges(&self, database: &str) -> Result<u64> {
        let row = self.cluster.connect(database)?.query_one("SELECT count(*) FROM pledges", &[])?;
        u64::try_from(row.get::<_, i64>(0)).context("a count is not negative")
    }

    /// `cofund check`, which must find nothing.
    pub fn check(&self, database: &str) -> Result<String> {
        let said = self.program.read(&self.cluster.url(database), &["check"])?;
        let wrong: Vec<&str> = said.lines().filter(|line| !line.starts_with("holds ")).collect();
        ensure!(wrong.is_empty(), "cofund check: {}", wrong.join("; "));
        Ok(format!("cofund check: {} sentences hold", said.lines().count()))
    }
}

/// The thousand projects that writes are spread over, and reads.
pub fn spread_slugs() -> Vec<String> {
    (1..=1000).map(|number| format!("spread-{number:04}")).collect()
}
