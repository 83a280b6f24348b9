//! The proxy of the frontend's image, started by the image's own script, before the program with the settings that the
//! compose file gives it. `frontend/e2e/proxy.test.ts` asks it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::compose::{Composed, PUBLIC_URL};
use super::nginx;
use crate::http_get::http_get;
use crate::process::{self, Group};
use crate::server::{any_free_port, url};
use crate::test::bench::Bench;
use crate::test::count;
use crate::test::part::Outcome;
use crate::{interrupt, pages};

const START_LIMIT: Duration = Duration::from_secs(30);
const DATABASE: &str = "cofund_containers";
/// Requests a minute of one address: few enough to see who is counted as whom.
const LIMIT: &str = "120";
/// Nothing listens there on any machine of our days.
const NOBODYS_PORT: u16 = 1;

pub fn check(bench: &Bench, stage: &Path, composed: &Composed) -> Result<Outcome> {
    pages::build(&bench.state)?;
    let proxies = Proxies {
        scripts: bench.state.repository.join("frontend/nginx"),
        nginx: nginx::find_or_bring(bench)?,
        settings: composed.environment("frontend")?,
        stage: stage.to_owned(),
        log: bench.state.path("logs/containers-proxy.log"),
    };
    fs::write(&proxies.log, "")?;
    proxies.lay_out(&pages::built(&bench.state))?;

    bench.cluster()?.create_database(DATABASE)?;
    let api = Api::of(bench, composed)?;
    api.run(&["migrate"])?;
    api.run(&["seed", "--demo"])?;
    let token = api.token()?;
    let serving = api.serve()?;
    let one = proxies.start("one", api.port, "")?;
    let second = proxies.start("second", api.port, "127.0.0.1/32")?;
    let alone = proxies.start("alone", NOBODYS_PORT, "")?;

    let frontend = pages::frontend(&bench.state);
    let mut command = Command::new(frontend.join("node_modules/.bin/vitest"));
    command.args(["run", "--config", "vitest.proxy.config.ts"]).current_dir(&frontend);
    command.env("COFUND_API_URL", url(api.port)).env("COFUND_PROXY_URL", url(one.port));
    command.env("COFUND_SECOND_PROXY_URL", url(second.port)).env("COFUND_ALONE_URL", url(alone.port));
    command.env("COFUND_PAGES", pages::built(&bench.state)).env("COFUND_LIMIT_ADDRESS", LIMIT);
    command.env("COFUND_PUBLIC_URL", PUBLIC_URL).env("COFUND_TOKEN", token.trim());
    let outcome = count::vitest(&bench.tool(&mut command)?);
    drop((one, second, alone, serving));
    if outcome.failed > 0 {
        bench.show(&proxies.log)?;
        bench.show(&api.log)?;
    }
    Ok(outcome)
}

/// Something that listens, and ends with the value.
struct Running {
    port: u16,
    process: Group,
}

impl Running {
    /// Returns when it answers.
    fn once(mut self, path: &str, log: &Path) -> Result<Running> {
        let end = Instant::now() + START_LIMIT;
        while !http_get(self.port, path).is_ok_and(|answer| answer.status == 200) {
            if self.process.ended()?.is_some() || Instant::now() > end {
                let said = fs::read_to_string(log).unwrap_or_default();
                bail!("nothing answers to {path}; the last that was said: {}", said.lines().last().unwrap_or_default());
            }
            interrupt::pause(Duration::from_millis(30))?;
        }
        Ok(self)
    }
}

/// The program as the service `api` runs it.
struct Api {
    program: PathBuf,
    settings: BTreeMap<String, String>,
    port: u16,
    log: PathBuf,
}

impl Api {
    /// Other than in its container are only places: of the database, the pages, and who its proxy is.
    fn of(bench: &Bench, composed: &Composed) -> Result<Api> {
        let mut settings = composed.environment("api")?;
        let port = any_free_port()?;
        let trusted = settings.get("COFUND_TRUSTED_PROXIES").context("the API must believe its proxy")?;
        settings.insert("COFUND_TRUSTED_PROXIES".to_owned(), format!("{trusted},127.0.0.1/32"));
        settings.insert("DATABASE_URL".to_owned(), bench.cluster()?.url(DATABASE));
        settings.insert("COFUND_BIND".to_owned(), format!("127.0.0.1:{port}"));
        settings.insert("COFUND_SPA_DIR".to_owned(), pages::built(&bench.state).display().to_string());
        settings.insert("COFUND_LIMIT_ADDRESS".to_owned(), LIMIT.to_owned());
        let log = bench.state.path("logs/containers-api.log");
        fs::write(&log, "")?;
        Ok(Api { program: bench.program()?.clone(), settings, port, log })
    }

    fn run(&self, arguments: &[&str]) -> Result<()> {
        if !process::run(process::into(&mut self.command(arguments), &self.log)?)?.success() {
            let said = fs::read_to_string(&self.log).unwrap_or_default();
            bail!("`cofund {}` fails with the settings of the compose file: {}", arguments.join(" "), said.trim_end());
        }
        Ok(())
    }

    /// For one of the staff in the demo data.
    fn token(&self) -> Result<String> {
        let whose = ["--email", "ivo@cofund.example", "--name", "containers", "--scope", "staff"];
        process::read(self.command(&["token", "create"]).args(whose))
    }

    fn serve(&self) -> Result<Running> {
        let process = Group::spawn(process::into(&mut self.command(&["serve", "--no-worker"]), &self.log)?)?;
        Running { port: self.port, process }.once("/healthz/ready", &self.log)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = process::long_running(&self.program, "TERM");
        alone_with(&mut command, &self.settings).args(arguments);
        command
    }
}

struct Proxies {
    scripts: PathBuf,
    nginx: PathBuf,
    settings: BTreeMap<String, String>,
    stage: PathBuf,
    log: PathBuf,
}

impl Proxies {
    /// The pages' files as the image has them.
    fn lay_out(&self, built: &Path) -> Result<()> {
        process::read(Command::new("cp").arg("-R").arg(built).arg(self.pages()))?;
        let mut compress = Command::new("sh");
        process::read(compress.arg(self.scripts.join("precompress.sh")).arg(self.pages()))?;
        Ok(())
    }

    fn pages(&self) -> PathBuf {
        self.stage.join("pages")
    }

    fn start(&self, name: &str, api: u16, network: &str) -> Result<Running> {
        let port = any_free_port()?;
        let mut command = process::long_running(Path::new("sh"), "TERM");
        alone_with(&mut command, &self.settings).arg(self.scripts.join("start.sh"));
        command.env("API_ADDRESS", format!("127.0.0.1:{api}")).env("PROXY_NETWORK", network);
        command.env("LISTEN", format!("127.0.0.1:{port}")).env("PAGES", self.pages());
        command.env("RUN_FOLDER", self.stage.join(name)).env("NGINX_PROGRAM", &self.nginx);
        let process = Group::spawn(process::into(&mut command, &self.log)?)?;
        Running { port, process }.once("/favicon.svg", &self.log)
    }
}

/// In a container there is nothing but what was said.
fn alone_with<'a>(command: &'a mut Command, settings: &BTreeMap<String, String>) -> &'a mut Command {
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default()).envs(settings)
}
