//! The limit of reads: `bare` with the very bytes that the program answered.

use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};

use super::served::Served;
use super::tools::Tools;
use crate::http_get::http_get;
use crate::process::{self, Group};
use crate::{interrupt, server};

pub struct Bare {
    process: Group,
    pub port: u16,
}

/// Asks the program for each of these once, and serves what it said.
pub fn like(served: &Served, tools: &Tools, folder: &std::path::Path, paths: &[String]) -> Result<Bare> {
    let mut answers = Map::new();
    for path in paths {
        interrupt::check()?;
        let answer = served.good(path)?;
        let content_type = answer.header("content-type").context("an answer without a content type")?;
        let kept = json!({ "content_type": content_type, "etag": answer.header("etag"), "body": answer.body });
        answers.insert(path.clone(), kept);
    }
    let file = folder.join("answers.json");
    fs::write(&file, Value::Object(answers).to_string()).with_context(|| format!("cannot write {}", file.display()))?;
    let port = server::any_free_port()?;
    let mut command = process::long_running(&tools.path("bare"), "TERM");
    command.arg("--port").arg(port.to_string()).arg("--answers").arg(&file).stdout(Stdio::null());
    let bare = Bare { process: Group::spawn(&mut command)?, port };
    let end = Instant::now() + Duration::from_secs(10);
    let first = paths.first().context("nothing to answer")?;
    while !http_get(port, first).is_ok_and(|answer| answer.status == 200) {
        ensure!(Instant::now() < end, "the bare server does not answer");
        interrupt::pause(Duration::from_millis(10))?;
    }
    Ok(bare)
}

impl Bare {
    pub fn stop(mut self) {
        self.process.stop();
    }
}
