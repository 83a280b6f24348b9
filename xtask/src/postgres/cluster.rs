//! One private cluster: made, started, stopped.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::time::{Duration, Instant};

use ::postgres::{Client, Config, NoTls};
use anyhow::{Context, Result, bail};
use rustix::process::Signal;

use super::binaries::Binaries;
use super::owner::Owner;
use crate::interrupt;
use crate::process::{self, Group};
use crate::state;

const SUPERUSER: &str = "cofund";
const START_LIMIT: Duration = Duration::from_secs(60);

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Care {
    /// Data survives a crash and stays for the next start.
    Keep,
    /// The same, with as much memory and room for its log as somebody would give it who runs Cofund for many.
    Measure,
    /// Nothing is synced to disk and everything is removed at the end.
    ThrowAway,
}

/// Measuring is done with full durability; these are the settings that anybody raises on a machine of their own. A cache
/// that does not hold all the data, but what is asked for often; no checkpoint in the middle of a measurement.
const MEASURE: [&str; 6] = [
    "shared_buffers=1GB",
    "max_wal_size=4GB",
    // Files of the log are used again and not made anew, as they are on a server that has run for a while.
    "min_wal_size=4GB",
    "checkpoint_timeout=15min",
    "max_connections=200",
    "effective_cache_size=4GB",
];

pub struct Cluster {
    server: Group,
    folder: PathBuf,
    port: u16,
    password: String,
    care: Care,
}

impl Cluster {
    pub fn start(binaries: &Binaries, owner: &Owner, folder: PathBuf, care: Care) -> Result<Cluster> {
        let started = start_in(binaries, owner, &folder, care);
        if started.is_err() && care == Care::ThrowAway {
            let _ = fs::remove_dir_all(&folder);
        }
        started
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    pub fn url(&self, database: &str) -> String {
        // The password is hexadecimal, so nothing needs escaping.
        format!("postgres://{SUPERUSER}:{}@127.0.0.1:{}/{database}", self.password, self.port)
    }

    pub fn connect(&self, database: &str) -> Result<Client> {
        let mut config = Config::new();
        config.host("127.0.0.1").port(self.port).user(SUPERUSER).password(&self.password).dbname(database);
        config.connect_timeout(Duration::from_secs(5));
        config.connect(NoTls).with_context(|| format!("cannot connect to the database {database}"))
    }

    /// Makes the database unless it is there.
    pub fn create_database(&self, name: &str) -> Result<()> {
        let mut client = self.connect("postgres")?;
        let there = client.query_opt("SELECT 1 FROM pg_database WHERE datname = $1", &[&name])?.is_some();
        if !there {
            client.batch_execute(&format!("CREATE DATABASE \"{name}\""))?;
        }
        Ok(())
    }

    /// For PostgreSQL's own tools.
    pub fn client_settings(&self) -> [(&'static str, String); 4] {
        [
            ("PGHOST", "127.0.0.1".to_owned()),
            ("PGPORT", self.port.to_string()),
            ("PGUSER", SUPERUSER.to_owned()),
            ("PGPASSWORD", self.password.clone()),
        ]
    }

    /// A database that holds what another does, which nobody is connected to.
    pub fn copy_database(&self, from: &str, to: &str) -> Result<()> {
        self.connect("postgres")?.batch_execute(&format!("CREATE DATABASE \"{to}\" TEMPLATE \"{from}\""))?;
        Ok(())
    }

    pub fn ended(&mut self) -> Result<Option<ExitStatus>> {
        self.server.ended()
    }

    pub fn last_words(&self) -> String {
        last_words(&self.folder)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.server.stop();
        if self.care == Care::ThrowAway {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

/// Throws the data away; password and port go with it.
pub fn erase(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.with_context(|| format!("cannot remove {}", path.display()))?;
    }
    Ok(())
}

fn start_in(binaries: &Binaries, owner: &Owner, folder: &Path, care: Care) -> Result<Cluster> {
    let password = password(owner, folder)?;
    if !folder.join("data").exists() {
        make(binaries, owner, folder, care)?;
    }
    // Between choosing a free port and taking it somebody else may be faster.
    for _ in 0..3 {
        let port = free_port(folder)?;
        let server = launch(binaries, owner, folder, care, port)?;
        let mut cluster =
            Cluster { server, folder: folder.to_owned(), port, password: password.clone(), care: Care::Keep };
        if wait_until_ready(&mut cluster)? {
            cluster.care = care;
            return Ok(cluster);
        }
        if !cluster.last_words().contains("could not bind") {
            bail!("PostgreSQL did not start:\n{}", cluster.last_words());
        }
        let _ = fs::remove_file(folder.join("port"));
    }
    bail!("PostgreSQL found no free port on 127.0.0.1")
}

fn password(owner: &Owner, folder: &Path) -> Result<String> {
    let path = folder.join("password");
    if let Ok(found) = fs::read_to_string(&path) {
        return Ok(found.trim().to_owned());
    }
    let made = state::random_hex()?;
    state::write_private(&path, &made)?;
    owner.give(&path)?;
    Ok(made)
}

/// Makes the cluster beside its place and moves it there, so that a half-made one is never taken for a whole one.
fn make(binaries: &Binaries, owner: &Owner, folder: &Path, care: Care) -> Result<()> {
    let unfinished = folder.join("unfinished");
    let attempt = |locale: &str| -> Result<String> {
        let _ = fs::remove_dir_all(&unfinished);
        let mut command = owner.command(binaries.folder.join("initdb"));
        command.arg("-D").arg(&unfinished).args([
            "-U",
            SUPERUSER,
            "-E",
            "UTF8",
            "-A",
            "scram-sha-256",
            "--no-instructions",
        ]);
        command.arg(format!("--locale={locale}")).arg(format!("--pwfile={}", folder.join("password").display()));
        if care == Care::ThrowAway {
            command.arg("--no-sync");
        }
        process::read(&mut command)
    };
    let locale = if cfg!(target_os = "macos") { "en_US.UTF-8" } else { "C.UTF-8" };
    // Some minimal systems know no locale but C.
    attempt(locale).or_else(|_| attempt("C")).context("PostgreSQL could not make its data folder")?;
    fs::rename(&unfinished, folder.join("data"))?;
    Ok(())
}

/// The port of the last time if it is free, so that a database tool keeps working; else any.
fn free_port(folder: &Path) -> Result<u16> {
    let path = folder.join("port");
    let last = fs::read_to_string(&path).ok().and_then(|text| text.trim().parse().ok());
    let listener = last
        .and_then(|port: u16| TcpListener::bind(("127.0.0.1", port)).ok())
        .map_or_else(|| TcpListener::bind(("127.0.0.1", 0)), Ok)
        .context("there is no free port on 127.0.0.1")?;
    let port = listener.local_addr()?.port();
    state::write_private(&path, &port.to_string())?;
    Ok(port)
}

fn launch(binaries: &Binaries, owner: &Owner, folder: &Path, care: Care, port: u16) -> Result<Group> {
    let log = File::create(folder.join("log"))?;
    let mut command = owner.runs(process::long_running(&binaries.folder.join("postgres"), "INT"));
    command.arg("-D").arg(folder.join("data"));
    let mut set = |setting: &str| {
        command.args(["-c", setting]);
    };
    set(&format!("port={port}"));
    set("listen_addresses=127.0.0.1");
    // No socket: its path may be at most 107 bytes long, and a checkout can lie deeper than that.
    set("unix_socket_directories=");
    set("logging_collector=off");
    set("log_destination=stderr");
    if care == Care::Measure {
        MEASURE.into_iter().for_each(&mut set);
    }
    if care == Care::ThrowAway {
        set("fsync=off");
        set("synchronous_commit=off");
        set("full_page_writes=off");
        set("max_connections=300");
    }
    command.stdout(Stdio::from(log.try_clone()?)).stderr(Stdio::from(log));
    // SIGINT rolls open transactions back and writes everything; SIGQUIT just ends, which is enough for a throwaway.
    let stop_signal = if care == Care::ThrowAway { Signal::QUIT } else { Signal::INT };
    Group::spawn_stopped_by(&mut command, stop_signal, Duration::from_secs(20))
}

/// `false`: it ended by itself.
fn wait_until_ready(cluster: &mut Cluster) -> Result<bool> {
    let end = Instant::now() + START_LIMIT;
    loop {
        if cluster.ended()?.is_some() {
            return Ok(false);
        }
        match cluster.connect("postgres") {
            Ok(_) => return Ok(true),
            Err(error) if Instant::now() > end => {
                let words = cluster.last_words();
                return Err(error.context(format!("PostgreSQL was not ready within {START_LIMIT:?}:\n{words}")));
            }
            Err(_) => interrupt::pause(Duration::from_millis(50))?,
        }
    }
}

fn last_words(folder: &Path) -> String {
    let log = fs::read_to_string(folder.join("log")).unwrap_or_default();
    let lines: Vec<&str> = log.lines().collect();
    lines[lines.len().saturating_sub(8)..].join("\n")
}
