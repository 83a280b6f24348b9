//! People in a browser: the built pages, the real server, and for each file of journeys a database with the demo data
//! and a folder of mails.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use rustix::process::Signal;

use super::bench::{self, Bench, Said};
use super::part::Outcome;
use super::side_by_side::side_by_side;
use super::{browser, count};
use crate::server::{self, Installation};
use crate::{node, pages, process, state};

/// Everything of one run, gone with the value.
struct Stage {
    folder: PathBuf,
}

impl Stage {
    /// In the system's folder for such things, because the browser puts a socket below it whose path must be short.
    fn set() -> Result<Stage> {
        let folder = std::env::temp_dir().join(format!("cofund-journeys-{}", std::process::id()));
        fs::create_dir(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        Ok(Stage { folder })
    }
}

impl Drop for Stage {
    /// A browser leads a group of its own and notices only after a moment that nobody drives it any more. Until then it
    /// would go on writing what we remove.
    fn drop(&mut self) {
        let end = Instant::now() + Duration::from_secs(5);
        while Instant::now() < end && !process::called_with(&self.folder).is_empty() {
            thread::sleep(Duration::from_millis(50));
        }
        for browser in process::called_with(&self.folder) {
            process::signal(browser, Signal::KILL);
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The demo data, which each file of journeys gets a copy of: none finds what another left behind.
const MODEL: &str = "cofund_demo";

pub fn run(bench: &Bench) -> Result<Outcome> {
    super::web::install(bench)?;
    pages::build(&bench.state)?;
    let browser = browser::find_or_bring(bench)?;
    let stage = Stage::set()?;
    let log = bench.state.path("logs/journeys-server.log");
    fs::write(&log, "")?;
    let pictures = bench.state.path("logs/journeys");
    let _ = fs::remove_dir_all(&pictures);

    let cluster = bench.cluster()?;
    cluster.create_database(MODEL)?;
    let model = Installation {
        program: bench.program()?.clone(),
        database_url: cluster.url(MODEL),
        port: server::any_free_port()?,
        secret: state::random_hex()?,
        spa: pages::built(&bench.state),
        mails: stage.folder.join("mails"),
        provider: Some(server::any_free_port()?),
        log: Some(log.clone()),
    };
    model.migrate()?;
    model.fill_in_demo()?;

    let mut journeys = Vec::new();
    for (number, file) in files(&pages::frontend(&bench.state))?.into_iter().enumerate() {
        let database = format!("cofund_journeys_{number}");
        cluster.copy_database(MODEL, &database)?;
        let installation = Installation {
            database_url: cluster.url(&database),
            mails: stage.folder.join(&database),
            log: Some(stage.folder.join(format!("{database}-server.log"))),
            ..model.clone()
        };
        let said = stage.folder.join(format!("{database}.log"));
        let heard = installation.log.clone().unwrap_or_default();
        journeys.push(Journey { file, installation, said, heard });
    }
    let frontend = pages::frontend(&bench.state);
    let travel = |journey: &Journey| journey.travel(&frontend, &browser, &pictures, &stage.folder);
    let mut outcome = Outcome::default();
    for (journey, said) in side_by_side(journeys, LANES, travel)? {
        let one = count::vitest(&said);
        if one.failed > 0 {
            bench.show(&journey.said)?;
            bench.show(&journey.heard)?;
        }
        outcome = outcome.and(one);
    }
    Ok(outcome)
}

/// How many go at once. A journey waits for its browser more than it computes; a third would only be in the way.
const LANES: usize = 2;

/// One file of journeys, on an installation of its own.
struct Journey {
    file: PathBuf,
    installation: Installation,
    /// Where what it says goes, and what its server says: when it is red, the server's side of it tells why.
    said: PathBuf,
    heard: PathBuf,
}

impl Journey {
    fn travel(&self, frontend: &Path, browser: &Path, pictures: &Path, folder: &Path) -> Result<Said> {
        // Chosen just before they are used: another lane chooses, too.
        let (port, provider) = (server::any_free_port()?, Some(server::any_free_port()?));
        let installation = Installation { port, provider, ..self.installation.clone() };
        fs::write(&self.heard, "")?;
        let server = installation.serve().with_context(|| fs::read_to_string(&self.heard).unwrap_or_default())?;
        let mut command = node::npm();
        command.args(["run", "--silent", "e2e", "--"]).arg(&self.file).current_dir(frontend);
        command.env("COFUND_URL", server.url()).env("COFUND_MAIL_DIR", &self.installation.mails);
        command.env("COFUND_SHOTS", pictures).env("CHROMIUM", browser);
        command.env("COFUND_PROVIDER_PORT", installation.provider.unwrap_or_default().to_string());
        // Whatever the browser leaves behind goes with the stage.
        command.env("TMPDIR", folder);
        let success = process::run_into(bench::plain(&mut command), &self.said)?.success();
        server.stop();
        Ok(Said { success, text: fs::read_to_string(&self.said).unwrap_or_default() })
    }
}

/// Relative to the pages' folder, by name.
fn files(frontend: &Path) -> Result<Vec<PathBuf>> {
    let folder = frontend.join("e2e");
    let names = fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files: Vec<PathBuf> = names
        .filter_map(|entry| Some(entry.ok()?.file_name()))
        .filter(|name| name.to_string_lossy().ends_with(".journey.ts"))
        .map(|name| Path::new("e2e").join(name))
        .collect();
    files.sort();
    Ok(files)
}
