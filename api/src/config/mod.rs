//! All configuration: the environment, read once. `--help` documents every name; a wrong value stops the start.

pub mod environment;
pub mod providers;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, bail, ensure};
use chrono::TimeDelta;
use ipnet::IpNet;
use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

use crate::kernel::{Currency, Email};
use crate::mail::parse_sender;
use crate::secrets::Keys;

/// What `cofund serve` reads.
#[derive(Debug, clap::Parser)]
pub struct ServeSettings {
    #[command(flatten)]
    pub common: CommonSettings,
    #[command(flatten)]
    pub web: WebSettings,
    #[command(flatten)]
    pub mail: MailSettings,
}

/// What `cofund worker` reads.
#[derive(Debug, clap::Parser)]
pub struct WorkerSettings {
    #[command(flatten)]
    pub common: CommonSettings,
    #[command(flatten)]
    pub mail: MailSettings,
}

/// What commands read that only touch the database.
#[derive(Debug, clap::Parser)]
pub struct StoreSettings {
    #[command(flatten)]
    pub database: DatabaseSettings,
}

/// Where the rows are.
#[derive(Clone, Debug, clap::Args)]
pub struct DatabaseSettings {
    /// PostgreSQL, such as postgres://cofund:…@db.example/cofund?sslmode=require
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    pub database_url: SecretString,

    /// Connections kept by this process at most
    #[arg(long, env = "COFUND_DATABASE_CONNECTIONS", default_value_t = 16)]
    pub database_connections: usize,

    /// How long one statement may take, in seconds
    #[arg(long, env = "COFUND_STATEMENT_TIMEOUT", default_value = "10", value_parser = seconds)]
    pub statement_timeout: Duration,

    /// How long to wait for somebody else's lock, in seconds
    #[arg(long, env = "COFUND_LOCK_TIMEOUT", default_value = "5", value_parser = seconds)]
    pub lock_timeout: Duration,
}

/// What every part that touches people needs.
#[derive(Clone, Debug, clap::Args)]
pub struct CommonSettings {
    #[command(flatten)]
    pub database: DatabaseSettings,

    /// Where people reach this: scheme, host and port, without a path
    #[arg(long, env = "COFUND_PUBLIC_URL", default_value = "http://127.0.0.1:8080", value_parser = origin)]
    pub public_url: Url,

    /// At least 32 characters nobody can guess; sessions, links and stored answers are sealed with it
    #[arg(long, env = "COFUND_SECRET", hide_env_values = true)]
    pub secret: Option<SecretString>,

    /// A file of secrets, one a line, instead of COFUND_SECRET: the first makes, all of them verify (for rotation)
    #[arg(long, env = "COFUND_SECRET_FILE", conflicts_with = "secret")]
    pub secret_file: Option<PathBuf>,

    /// The settlement currency, as an ISO 4217 code with two decimals
    #[arg(long, env = "COFUND_CURRENCY", default_value = "USD", value_parser = |s: &str| Currency::parse(s).map_err(|e| e.detail))]
    pub currency: Currency,

    /// Development: mails become files and are shown on a page. Works only on loopback
    #[arg(long, env = "COFUND_DEV", default_value_t = false, action = clap::ArgAction::Set)]
    pub dev: bool,

    /// Days for which ended sessions, revoked tokens, old invitations and mails are kept
    #[arg(long, env = "COFUND_KEEP_DAYS", default_value_t = 90, value_parser = clap::value_parser!(u16).range(7..=3650))]
    pub keep_days: u16,

    /// How log lines look
    #[arg(long, env = "COFUND_LOG", default_value = "json")]
    pub log: LogFormat,
}

/// What sends mail.
#[derive(Clone, Debug, clap::Args)]
pub struct MailSettings {
    /// The mail server, such as smtps://user:…@mail.example or smtp://mail.example:587?tls=required
    #[arg(long, env = "SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<SecretString>,

    /// Whom mails come from
    #[arg(long, env = "COFUND_MAIL_FROM", default_value = "Cofund <cofund@localhost.localdomain>")]
    pub mail_from: String,

    /// Development: the folder mails are written to
    #[arg(long, env = "COFUND_MAIL_DIR", default_value = "mails")]
    pub mail_dir: PathBuf,
}

/// What answers requests.
#[derive(Clone, Debug, clap::Args)]
pub struct WebSettings {
    /// The address to listen on
    #[arg(long, env = "COFUND_BIND", default_value = "127.0.0.1:8080")]
    pub bind: SocketAddr,

    /// An address of its own for Prometheus metrics; none without
    #[arg(long, env = "COFUND_METRICS_BIND")]
    pub metrics_bind: Option<SocketAddr>,

    /// A folder with the built pages, served beside the API instead of those the program may bring
    #[arg(long, env = "COFUND_SPA_DIR")]
    pub spa_dir: Option<PathBuf>,

    /// Where people write who want to take part; the pages say so
    #[arg(long, env = "COFUND_CONTACT", default_value = "hello@2i2c.org", value_parser = |s: &str| Email::parse(s).map_err(|e| e.detail))]
    pub contact: Email,

    /// Further origins whose pages may use the API with a session, comma-separated (the same site as the public URL)
    #[arg(long, env = "COFUND_SPA_ORIGINS", value_delimiter = ',', value_parser = origin)]
    pub spa_origins: Vec<Url>,

    /// Networks of proxies whose X-Forwarded-For is believed, comma-separated
    #[arg(long, env = "COFUND_TRUSTED_PROXIES", value_delimiter = ',')]
    pub trusted_proxies: Vec<IpNet>,

    /// Threads that answer requests
    #[arg(long, env = "COFUND_THREADS")]
    pub threads: Option<usize>,

    /// How long requests under way may take to finish at a stop, in seconds
    #[arg(long, env = "COFUND_STOP_TIMEOUT", default_value = "10", value_parser = seconds)]
    pub stop_timeout: Duration,

    #[command(flatten)]
    pub limits: LimitSettings,
}

impl WebSettings {
    /// Threads that answer requests: one for each processor, unless it is said.
    pub fn threads(&self) -> usize {
        self.threads.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, std::num::NonZero::get))
    }
}

/// How much one caller may ask for.
#[derive(Clone, Debug, clap::Args)]
pub struct LimitSettings {
    /// Requests a minute of one signed-in person
    #[arg(long, env = "COFUND_LIMIT_PERSON", default_value_t = 1200)]
    pub limit_person: u32,

    /// Requests a minute of one address that is not signed in
    #[arg(long, env = "COFUND_LIMIT_ADDRESS", default_value_t = 1200)]
    pub limit_address: u32,

    /// Mails an hour that one address on the network may cause
    #[arg(long, env = "COFUND_LIMIT_MAIL_SENDER", default_value_t = 30)]
    pub limit_mail_sender: u32,

    /// Mails an hour that one mailbox may be sent by asking
    #[arg(long, env = "COFUND_LIMIT_MAILBOX", default_value_t = 6)]
    pub limit_mailbox: u32,

    /// Questions to `simulate` a minute, for each address, from people who are not signed in
    #[arg(long, env = "COFUND_LIMIT_QUESTIONS", default_value_t = 30)]
    pub limit_questions: u32,

    /// Live streams that one signed-in person, or one address that is not signed in, may have open at once
    #[arg(long, env = "COFUND_LIMIT_STREAMS_EACH", default_value_t = 100)]
    pub limit_streams_each: usize,

    /// Live streams that this process keeps open at once
    #[arg(long, env = "COFUND_LIMIT_STREAMS", default_value_t = 10000)]
    pub limit_streams: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum LogFormat {
    Json,
    Pretty,
}

/// Where mails go.
#[derive(Clone, Debug)]
pub enum MailRoute {
    Smtp(SecretString),
    Folder(PathBuf),
}

impl CommonSettings {
    /// Every secret this program derives is derived from these.
    pub fn keys(&self) -> anyhow::Result<Keys> {
        let lines = match (&self.secret, &self.secret_file) {
            (Some(secret), _) => secret.expose_secret().to_owned(),
            (None, Some(file)) => std::fs::read_to_string(file)
                .with_context(|| format!("COFUND_SECRET_FILE: cannot read {}", file.display()))?,
            // A development secret dies with the process, and with it the sessions it made.
            (None, None) if self.dev => crate::secrets::random_text(),
            (None, None) => {
                bail!("COFUND_SECRET (or COFUND_SECRET_FILE) is required; `openssl rand -hex 32` makes one.")
            }
        };
        Keys::from_lines(&lines)
    }

    pub fn keep(&self) -> TimeDelta {
        TimeDelta::days(self.keep_days.into())
    }

    /// Development shows mails to whoever asks, so nobody else may be able to ask.
    fn check_dev(&self, bind: Option<SocketAddr>) -> anyhow::Result<()> {
        if !self.dev {
            return Ok(());
        }
        if let Some(bind) = bind {
            ensure!(
                bind.ip().is_loopback(),
                "COFUND_DEV=true needs a loopback COFUND_BIND such as 127.0.0.1:8080, not {bind}."
            );
        }
        ensure!(
            is_loopback(&self.public_url),
            "COFUND_DEV=true needs a loopback COFUND_PUBLIC_URL such as http://127.0.0.1:8080, not {}.",
            self.public_url
        );
        Ok(())
    }
}

impl MailSettings {
    pub fn route(&self, common: &CommonSettings, bind: Option<SocketAddr>) -> anyhow::Result<MailRoute> {
        common.check_dev(bind)?;
        parse_sender(&self.mail_from).context("COFUND_MAIL_FROM is no mail address")?;
        match &self.smtp_url {
            Some(url) => Ok(MailRoute::Smtp(url.clone())),
            None if common.dev => Ok(MailRoute::Folder(self.mail_dir.clone())),
            None => bail!("SMTP_URL is required (or COFUND_DEV=true, for mails as files)."),
        }
    }
}

pub fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
        Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
        Some(url::Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

fn seconds(text: &str) -> Result<Duration, String> {
    match text.parse::<u64>() {
        Ok(seconds @ 1..=3600) => Ok(Duration::from_secs(seconds)),
        _ => Err("whole seconds from 1 to 3600".into()),
    }
}

fn origin(text: &str) -> Result<Url, String> {
    let url: Url = text.parse().map_err(|_| "an address such as https://cofund.example".to_owned())?;
    let plain = matches!(url.scheme(), "http" | "https")
        && url.path() == "/"
        && url.query().is_none()
        && url.username().is_empty();
    if plain { Ok(url) } else { Err("scheme, host and port, without a path, such as https://cofund.example".into()) }
}

/// So that a mailbox in the configuration is checked like one from the wire.
pub fn parse_email(text: &str) -> Result<Email, String> {
    Email::parse(text).map_err(|invalid| invalid.detail)
}
