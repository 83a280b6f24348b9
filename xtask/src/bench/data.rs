//! The data: made once by SQL, kept as a template, copied for each run.
//!
//! A template's name says what it was made from, so what is found is always right; one that is half made has another name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};

use crate::postgres::Cluster;
use crate::state::{State, hash_of};
use crate::step::Step;
use crate::{interrupt, program};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// 10,000 pledges.
    Small,
    /// 10,000 projects, 1,000,000 pledges, 340,000 organisations.
    Full,
}

/// Of each size: two builds with different schemas can be held against each other without making the data each time.
const TEMPLATES: usize = 2;

/// Organisations that have not pledged yet: the first, and how many. `tests/bench/sql/data/1_shape.sql` says the same.
pub struct Fresh {
    pub first: u64,
    pub count: u64,
}

impl Size {
    pub fn word(self) -> &'static str {
        match self {
            Size::Small => "small",
            Size::Full => "full",
        }
    }

    pub fn fresh(self) -> Fresh {
        match self {
            Size::Small => Fresh { first: 5_001, count: 60_000 },
            Size::Full => Fresh { first: 100_001, count: 240_000 },
        }
    }
}

/// The name of the template of this size, which is made if it is not there.
pub fn template(state: &State, cluster: &Cluster, program: &Path, size: Size) -> Result<String> {
    let scripts = scripts(&state.repository.join("tests/bench/sql/data"))?;
    let migrations = migrations(state, &applied(cluster, program)?)?;
    let prefix = format!("bench_{}_", size.word());
    let name = format!("{prefix}{:016x}", hash_of(&(&scripts, &migrations)));
    let mut admin = cluster.connect("postgres")?;
    let like = format!("{prefix}%");
    let query = "SELECT datname::text FROM pg_database WHERE datname LIKE $1 ORDER BY oid DESC";
    let found = admin.query(query, &[&like])?;
    let found: Vec<String> = found.iter().map(|row| row.get(0)).collect();
    if found.contains(&name) {
        return Ok(name);
    }
    for old in found.iter().skip(TEMPLATES - 1) {
        drop_database(cluster, old)?;
    }
    let unfinished = format!("{prefix}unfinished");
    drop_database(cluster, &unfinished)?;
    cluster.create_database(&unfinished)?;
    program::migrate(program, &cluster.url(&unfinished))?;
    for (file, sql) in &scripts {
        let step = Step::quiet(&format!("Making the {} data: {file}", size.word()));
        execute(cluster, &unfinished, &format!("{}{sql}", settings(size)))?;
        step.done("made");
    }
    let step = Step::quiet(&format!("Making the {} data: vacuum", size.word()));
    execute(cluster, &unfinished, "VACUUM ANALYZE")?;
    admin.batch_execute(&format!("CHECKPOINT; ALTER DATABASE \"{unfinished}\" RENAME TO \"{name}\""))?;
    step.done("made");
    Ok(name)
}

/// Triggers and foreign keys look at each row; the data is right by itself, and `cofund check` says so at the end.
fn settings(size: Size) -> String {
    format!(
        "SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '256MB'; \
         SET client_min_messages = warning; SET bench.size = '{}';\n",
        size.word()
    )
}

/// A copy of the template under this name, whatever had it before.
pub fn copy(cluster: &Cluster, template: &str, name: &str) -> Result<()> {
    drop_database(cluster, name)?;
    let step = Step::quiet(&format!("Copying the data to {name}"));
    // File by file: a copy through the log would be several times the work, and leave the log full.
    execute(cluster, "postgres", &format!("CREATE DATABASE \"{name}\" TEMPLATE \"{template}\" STRATEGY = FILE_COPY"))?;
    step.done("copied");
    Ok(())
}

pub fn drop_database(cluster: &Cluster, name: &str) -> Result<()> {
    execute(cluster, "postgres", &format!("DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)"))
}

/// Runs statements that may take minutes, and takes them back when somebody presses Ctrl-C.
pub fn execute(cluster: &Cluster, database: &str, sql: &str) -> Result<()> {
    let mut client = cluster.connect(database)?;
    let cancel = client.cancel_token();
    thread::scope(|scope| {
        let work = scope.spawn(move || client.batch_execute(sql));
        while !work.is_finished() {
            if interrupt::check().is_err() {
                let _ = cancel.cancel_query(postgres::NoTls);
            }
            thread::sleep(Duration::from_millis(20));
        }
        let done = work.join().map_err(|_| anyhow!("the statements ended in a panic"))?;
        interrupt::check()?;
        done.with_context(|| format!("PostgreSQL refused: {}", sql.chars().take(120).collect::<String>()))
    })
}

fn scripts(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut scripts = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "sql") {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            scripts.insert(name, text);
        }
    }
    Ok(scripts)
}

/// The migrations this build of the program brings: the tree may be ahead of it, or behind.
fn applied(cluster: &Cluster, program: &Path) -> Result<BTreeSet<String>> {
    let empty = "bench_empty";
    drop_database(cluster, empty)?;
    cluster.create_database(empty)?;
    program::migrate(program, &cluster.url(empty))?;
    let rows = cluster.connect(empty)?.query("SELECT version FROM __diesel_schema_migrations", &[])?;
    drop_database(cluster, empty)?;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}

/// Their numbers, and what those of the tree say that have them.
fn migrations(state: &State, applied: &BTreeSet<String>) -> Result<BTreeMap<String, BTreeMap<String, String>>> {
    let mut all: BTreeMap<_, _> = applied.iter().map(|number| (number.clone(), BTreeMap::new())).collect();
    for entry in fs::read_dir(state.repository.join("migrations"))? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let number: String = name.split('_').next().unwrap_or_default().replace('-', "");
        if let Some(found) = all.get_mut(&number) {
            *found = scripts(&path)?;
        }
    }
    Ok(all)
}
