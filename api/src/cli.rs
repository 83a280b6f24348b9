//! The command line: one program, and what it can be told to do.

use std::process::ExitCode;

use chrono::TimeDelta;
use clap::{Parser, Subcommand};

use crate::check;
use crate::config::{
    CommonSettings, DatabaseSettings, MailSettings, ServeSettings, StoreSettings, WorkerSettings, environment,
    parse_email, providers,
};
use crate::db::{Cause, Db, Tx, check_schema, migrate};
use crate::error::{Code, Error};
use crate::features::auth::dto::NewToken;
use crate::features::auth::token_actions;
use crate::features::people::dto::NewUser;
use crate::features::{ledger, people};
use crate::http::docs;
use crate::kernel::{Clock, Email, Scopes, Slug, Text};
use crate::mail::Mailer;
use crate::worker::Worker;
use crate::{demo, openapi, server, stop, telemetry};

/// The co-funding marketplace of 2i2c.
///
/// All settings come from the environment; each command's `--help` describes those it reads.
#[derive(Parser)]
#[command(name = "cofund", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Answer requests, and do the worker's work beside it
    #[command(after_help = environment::help::<ServeSettings>() + providers::HELP)]
    Serve {
        /// Leave the worker's work to other processes
        #[arg(long)]
        no_worker: bool,
    },
    /// Do only the worker's work: send what is due
    #[command(after_help = environment::help::<WorkerSettings>())]
    Worker,
    /// Bring the database's schema up
    #[command(after_help = environment::help::<StoreSettings>())]
    Migrate,
    /// Fill a fresh database with invented people, organisations and projects
    #[command(after_help = environment::help::<StoreSettings>())]
    Seed {
        /// Invented data that shows what the product does
        #[arg(long, required = true)]
        demo: bool,
    },
    /// Print the API's contract (OpenAPI 3.1)
    Openapi,
    /// Print the page of errors (Markdown)
    Errors,
    /// Manage people
    User {
        #[command(subcommand)]
        command: UserCommand,
    },
    /// Manage access tokens
    Token {
        #[command(subcommand)]
        command: TokenCommand,
    },
    /// Look after the ledger
    Ledger {
        #[command(subcommand)]
        command: LedgerCommand,
    },
    /// Look at everything that must always hold, over the whole database
    #[command(after_help = environment::help::<StoreSettings>())]
    Check,
}

#[derive(Subcommand)]
enum UserCommand {
    /// Make an account
    #[command(after_help = environment::help::<StoreSettings>())]
    Create {
        #[arg(long, value_parser = parse_email)]
        email: Email,
        /// Without one, what stands before the @
        #[arg(long)]
        name: Option<String>,
        /// May do what staff do
        #[arg(long)]
        staff: bool,
        /// May make staff and read the audit log; is staff
        #[arg(long)]
        admin: bool,
    },
}

#[derive(Subcommand)]
enum TokenCommand {
    /// Make a personal access token and print it, this once
    #[command(after_help = environment::help::<StoreSettings>())]
    Create {
        /// Whose token it is
        #[arg(long, value_parser = parse_email)]
        email: Email,
        /// What it is for
        #[arg(long)]
        name: String,
        /// What it may do; may be given several times
        #[arg(long = "scope", required = true)]
        scopes: Vec<String>,
        /// For how many days it holds
        #[arg(long, default_value_t = 90)]
        days: u16,
    },
}

#[derive(Subcommand)]
enum LedgerCommand {
    /// Check that lines, hashes, heads and totals agree; a line for each project
    #[command(after_help = environment::help::<StoreSettings>())]
    Verify {
        /// Only this one (a slug)
        #[arg(long)]
        project: Option<String>,
    },
}

pub fn run() -> ExitCode {
    let _lines = telemetry::Flush;
    match dispatch(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cofund: {}", sentence(&error));
            ExitCode::FAILURE
        }
    }
}

/// A refusal in the words of the catalogue, with what is wrong with each value; anything else as it is.
fn sentence(error: &anyhow::Error) -> String {
    let Some(refusal) = error.downcast_ref::<Error>() else { return format!("{error:#}") };
    let why = match (refusal.cause(), refusal.fields.as_slice()) {
        (Some(cause), _) => format!("{cause:#}"),
        (None, []) => refusal.detail.as_deref().unwrap_or(refusal.code.advice()).to_owned(),
        (None, fields) => fields.iter().map(|field| field.detail.as_str()).collect::<Vec<_>>().join(" "),
    };
    format!("{}: {why}", refusal.code.title())
}

fn dispatch(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Serve { no_worker } => {
            let ServeSettings { common, web, mail } = environment::read()?;
            telemetry::start_logging(common.log);
            actix_web::rt::System::new().block_on(server::serve(common, web, mail, !no_worker))
        }
        Command::Worker => {
            let WorkerSettings { common, mail } = environment::read()?;
            telemetry::start_logging(common.log);
            actix_web::rt::System::new().block_on(run_worker(common, mail))
        }
        Command::Migrate => {
            for name in runtime()?.block_on(migrate(&database()?))? {
                println!("ran {name}");
            }
            Ok(())
        }
        Command::Seed { demo: _ } => runtime()?.block_on(demo::seed(&database()?)),
        Command::Openapi => {
            print!("{}", openapi::render());
            Ok(())
        }
        Command::Errors => {
            print!("{}", docs::errors_page());
            Ok(())
        }
        Command::User { command } => runtime()?.block_on(create_user(command)),
        Command::Token { command } => runtime()?.block_on(create_token(command)),
        Command::Ledger { command: LedgerCommand::Verify { project } } => runtime()?.block_on(verify_ledger(project)),
        Command::Check => runtime()?.block_on(check_everything()),
    }
}

fn database() -> anyhow::Result<DatabaseSettings> {
    environment::read().map(|StoreSettings { database }| database)
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Runtime::new()
}

async fn run_worker(common: CommonSettings, mail: MailSettings) -> anyhow::Result<()> {
    let db = Db::new(&common.database, Clock::Database)?;
    check_schema(&mut *db.read().await?).await?;
    let worker = Worker {
        db,
        keys: common.keys()?,
        public_url: common.public_url.clone(),
        mailer: Mailer::new(&mail.route(&common, None)?, &mail.mail_from)?,
        keep: common.keep(),
    };
    let (stop, stopped) = tokio::sync::watch::channel(false);
    tokio::join!(worker.run(stopped), async {
        stop::told_to_stop().await;
        stop.send_replace(true);
    });
    Ok(())
}

async fn check_everything() -> anyhow::Result<()> {
    let db = Db::new(&database()?, Clock::Database)?;
    let mut wrong = 0;
    check::run(&db, |finding| {
        println!("{} {}", if finding.contradictions.is_empty() { "holds" } else { "WRONG" }, finding.sentence);
        for contradiction in &finding.contradictions {
            println!("      {contradiction}");
        }
        wrong += usize::from(!finding.contradictions.is_empty());
    })
    .await?;
    anyhow::ensure!(wrong == 0, "{wrong} of these do not hold.");
    Ok(())
}

async fn create_user(command: UserCommand) -> anyhow::Result<()> {
    let UserCommand::Create { email, name, staff, admin } = command;
    let name = name
        .map(|name| Text::line(&name))
        .transpose()
        .map_err(|invalid| anyhow::anyhow!("--name: {}", invalid.detail))?;
    let new = NewUser { email, name, staff: staff || admin, admin };
    let db = Db::new(&database()?, Clock::Database)?;
    let create = async |tx: &mut Tx| people::admin_actions::create(tx, &new).await;
    let user = db.write(&Cause::command_line(), create).await?;
    println!("{} is known; they sign in with a link by mail.", user.email);
    Ok(())
}

async fn create_token(command: TokenCommand) -> anyhow::Result<()> {
    let TokenCommand::Create { email, name, scopes, days } = command;
    let wrong = |name: &str, invalid: crate::kernel::Invalid| anyhow::anyhow!("--{name}: {}", invalid.detail);
    let db = Db::new(&database()?, Clock::Database)?;
    let new = NewToken {
        name: Text::line(&name).map_err(|invalid| wrong("name", invalid))?,
        scopes: Scopes::parse(&scopes).map_err(|invalid| wrong("scope", invalid))?,
        expires_at: db.now() + TimeDelta::days(i64::from(days)),
    };
    let create = async |tx: &mut Tx| {
        let person = people::store::find_by_email(tx.conn().await?, &email).await?;
        let Some(person) = person else { return Ok(None) };
        token_actions::create_for(tx, person.id.into(), &new).await.map(Some)
    };
    match db.write(&Cause::command_line(), create).await? {
        Some(created) => println!("{}", created.token),
        None => anyhow::bail!("nobody has the address {email}; `cofund user create --email {email}` makes an account."),
    }
    Ok(())
}

async fn verify_ledger(project: Option<String>) -> anyhow::Result<()> {
    let slug = project.as_deref().map(Slug::parse).transpose();
    let slug = slug.map_err(|invalid| anyhow::anyhow!("--project: {}", invalid.detail))?;
    let db = Db::new(&database()?, Clock::Database)?;
    let mut faulty = 0;
    let verified = ledger::verify_actions::verify(&db, slug.as_ref(), |checked| match checked.outcome {
        Ok(head) => println!("{}: {} lines hold, head {}", checked.project, head.seq, head.hash),
        Err(fault) => {
            faulty += 1;
            println!("{}: {fault}", checked.project);
        }
    });
    match (verified.await, slug) {
        (Err(error), Some(slug)) if error.code == Code::NotFound => anyhow::bail!("there is no project {slug}."),
        (outcome, _) => outcome?,
    }
    anyhow::ensure!(faulty == 0, "the ledger does not hold in {faulty} of the projects.");
    Ok(())
}
