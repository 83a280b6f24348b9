//! One file that serves everything: built with the pages inside, started in an empty folder with what it cannot guess.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use rustix::process::Signal;

use super::bench::Bench;
use super::part::Outcome;
use crate::http_get::http_get;
use crate::process::{self, Group};
use crate::{interrupt, program, server, state};

const DATABASE: &str = "cofund_single_file";
const START_LIMIT: Duration = Duration::from_secs(30);

/// A folder with nothing in it but the program, gone with the value.
struct Folder(PathBuf);

impl Folder {
    fn with_program() -> Result<Folder> {
        let folder = Folder(std::env::temp_dir().join(format!("cofund-single-file-{}", std::process::id())));
        fs::create_dir(&folder.0).with_context(|| format!("cannot create {}", folder.0.display()))?;
        fs::copy(program::path()?, folder.program()).context("cannot copy the program")?;
        Ok(folder)
    }

    fn program(&self) -> PathBuf {
        self.0.join("cofund")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub fn run(bench: &Bench) -> Result<Outcome> {
    let built = bench.tool(bench.cargo().args(["build", "--package", "cofund", "--features", "embed-spa"]))?;
    if !built.success {
        return Ok(Outcome::of(false));
    }
    let folder = Folder::with_program()?;
    let (cluster, port, secret) = (bench.cluster()?, server::any_free_port()?, state::random_hex()?);
    cluster.create_database(DATABASE)?;
    let told = |arguments: &[&str]| {
        let mut command = Command::new(folder.program());
        command.args(arguments).current_dir(&folder.0).env_clear();
        command.env("DATABASE_URL", cluster.url(DATABASE)).env("COFUND_SECRET", &secret);
        // Nobody is written to, so nobody need be there.
        command.env("SMTP_URL", "smtp://127.0.0.1:9").env("COFUND_BIND", format!("127.0.0.1:{port}"));
        command
    };
    ensure!(bench.tool(&mut told(&["migrate"]))?.success, "`cofund migrate` failed");
    let log = bench.state.path("logs/single-file-server.log");
    fs::write(&log, "")?;
    let mut command = told(&["serve"]);
    let mut server =
        Group::spawn_stopped_by(process::into(&mut command, &log)?, Signal::TERM, Duration::from_secs(15))?;
    let outcome = wait_until_ready(port).and_then(|()| look_at(port));
    server.stop();
    if outcome.is_err() {
        bench.show(&log)?;
    }
    let left = fs::read_dir(&folder.0)?.count();
    ensure!(left == 1, "the program wrote {} files beside itself", left - 1);
    outcome
}

fn wait_until_ready(port: u16) -> Result<()> {
    let end = Instant::now() + START_LIMIT;
    while !http_get(port, "/healthz/ready").is_ok_and(|answer| answer.status == 200) {
        ensure!(Instant::now() < end, "it was not ready within {START_LIMIT:?}");
        interrupt::pause(Duration::from_millis(30))?;
    }
    Ok(())
}

/// A page with its words, the script it names, a page that only the script draws, the API, and its documentation.
fn look_at(port: u16) -> Result<Outcome> {
    let page = http_get(port, "/")?;
    ensure!(page.status == 200 && page.body.contains("first-answers"), "the roadmap did not come filled");
    let script = page.body.split('"').find(|word| word.starts_with("/assets/") && word.ends_with(".js"));
    let script = script.context("the roadmap names no script")?;
    let asked = [script, "/first-paint.js", "/favicon.svg", "/sign-in", "/api/v1/projects", "/docs/", "/robots.txt"];
    for path in asked {
        let answer = http_get(port, path)?;
        if answer.status != 200 || answer.body.is_empty() {
            bail!("{path} answered {}", answer.status);
        }
    }
    for path in ["/assets/not-there.js", "/index.html.bak", "/../Cargo.toml", "/.vite/manifest.json"] {
        let answer = http_get(port, path)?;
        ensure!(!answer.body.contains("[package]") && !answer.body.contains("\"isEntry\""), "{path} was served");
    }
    ensure!(http_get(port, "/assets/not-there.js")?.status == 404, "a script that is not there is a page");
    Ok(Outcome::green(asked.len() + 1))
}
