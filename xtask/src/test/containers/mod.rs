//! What people run from containers, without an engine to run them in: the files that say how images are built and put
//! together, and the proxy of the frontend's image, which is asked for real.

mod compose;
mod files;
mod nginx;
mod proxy;

use std::path::PathBuf;

use anyhow::Result;

use super::bench::Bench;
use super::part::Outcome;
use crate::node;

pub fn run(bench: &Bench) -> Result<Outcome> {
    super::web::install(bench)?;
    let tools = node::bring_tool(&bench.state, "containers")?.join(".bin");
    let stage = Stage::set()?;
    let composed = compose::read(&bench.state, &tools)?;
    let files = files::check(bench, &tools, &stage.0, &composed)?;
    // Of what is wrong there, the program and the proxy would only complain less clearly.
    if files.failed > 0 {
        return Ok(files);
    }
    Ok(files.and(proxy::check(bench, &stage.0, &composed)?))
}

/// A folder for everything of one run, gone with the value. In the system's place for such things: a proxy that is
/// started as root reads it as somebody else.
struct Stage(PathBuf);

impl Stage {
    fn set() -> Result<Stage> {
        let folder = std::env::temp_dir().join(format!("cofund-containers-{}", std::process::id()));
        std::fs::create_dir(&folder)?;
        Ok(Stage(folder))
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
