//! The program under test, started in this process on a port of its own.

use std::cell::{Cell, RefCell};
use std::net::TcpListener;

use chrono::{TimeDelta, Utc};
use clap::Parser as _;
use cofund::app::{App, State};
use cofund::config::providers::{self, Provider};
use cofund::config::{CommonSettings, MailRoute, MailSettings, WebSettings};
use cofund::db::{Cause, Db, Tx};
use cofund::features::identities::Providers;
use cofund::features::people;
use cofund::features::people::dto::CreateUser;
use cofund::kernel::{Clock, Event, SetClock};
use cofund::mail::Mailer;
use cofund::worker::Worker;
use futures_util::future::join_all;
use serde_json::json;
use tempfile::TempDir;

use crate::cable::Cable;
use crate::database::{Database, settings};
use crate::identity_provider::IdentityProvider;
use crate::mailbox::{Mail, Mailbox};
use crate::person::Person;
use crate::{Answer, invariants};

const SECRET: &str = "a secret for tests, and for nothing else";

#[derive(clap::Parser)]
struct Settings {
    #[command(flatten)]
    common: CommonSettings,
    #[command(flatten)]
    web: WebSettings,
    #[command(flatten)]
    mail: MailSettings,
}

pub struct TestApp {
    pub url: String,
    /// Stands still until a test moves it.
    pub clock: SetClock,
    /// For looking behind the curtain; acting goes over HTTP.
    pub database: Database,
    pub(crate) worker: Worker,
    mailbox: Mailbox,
    client: reqwest::Client,
    people: Cell<u32>,
    staff: RefCell<Option<Person>>,
    expected_dead: Cell<i64>,
    _mails: TempDir,
}

/// Runs a test on a program of its own.
pub fn test(body: impl AsyncFn(&TestApp)) {
    test_with(&[], body);
}

/// The same, with settings such as `["--limit-mailbox", "2"]`.
pub fn test_with(arguments: &[&str], body: impl AsyncFn(&TestApp)) {
    actix_web::rt::System::new().block_on(async {
        let (app, server) = TestApp::start(arguments).await;
        body(&app).await;
        app.end(server).await;
    });
}

/// The same, with somebody who vouches for people; `settings` is what the program's environment says of it.
pub fn test_with_providers(
    settings: impl Fn(&IdentityProvider) -> Vec<(String, String)>,
    body: impl AsyncFn(&TestApp, &IdentityProvider),
) {
    actix_web::rt::System::new().block_on(async {
        let provider = IdentityProvider::start();
        let providers = providers::read(settings(&provider).into_iter()).expect("the settings are good");
        let database = Database::create().await;
        let url = database.url.clone();
        let (app, server) = TestApp::start_on(database, &url, &[], providers).await;
        body(&app, &provider).await;
        app.end(server).await;
    });
}

/// The same, and the test may cut the program off from its database.
pub fn test_with_cable(body: impl AsyncFn(&TestApp, &Cable)) {
    actix_web::rt::System::new().block_on(async {
        let database = Database::create().await;
        let cable = Cable::lay(database.address()).await;
        let url = database.url_at(cable.address);
        let (app, server) = TestApp::start_on(database, &url, &[], Vec::new()).await;
        body(&app, &cable).await;
        app.end(server).await;
    });
}

impl TestApp {
    async fn start(arguments: &[&str]) -> (Self, actix_web::dev::ServerHandle) {
        let database = Database::create().await;
        let url = database.url.clone();
        Self::start_on(database, &url, arguments, Vec::new()).await
    }

    /// `database_url` leads to the database, perhaps on a way of its own.
    async fn start_on(
        database: Database,
        database_url: &str,
        arguments: &[&str],
        providers: Vec<Provider>,
    ) -> (Self, actix_web::dev::ServerHandle) {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("it has an address"));
        let mut all = vec!["tests", "--database-url", database_url, "--public-url", &url, "--secret", SECRET];
        // Tests ask for far more mails than anybody: the limits have tests of their own.
        all.extend(["--limit-mail-sender", "100000", "--limit-mailbox", "100000", "--limit-address", "1000000"]);
        all.extend(["--limit-questions", "1000000"]);
        all.extend(["--limit-person", "1000000", "--threads", "2", "--database-connections", "32"]);
        // What a test says itself comes last and wins.
        all.extend(arguments);
        let Settings { common, web, mail } = Settings::parse_from(overriding(&all));
        let (clock, set_clock) = Clock::set_to(now());
        let db = Db::new(&settings(database_url), clock).expect("the pool is made");
        database.is_used_by(db.clone());
        let mails = tempfile::tempdir().expect("a folder for mails");
        let keys = common.keys().expect("the secret is good");
        // Mails are files unless a test brings a mail server.
        let route = mail.smtp_url.map_or_else(|| MailRoute::Folder(mails.path().to_owned()), MailRoute::Smtp);
        let worker = Worker {
            db: db.clone(),
            keys: keys.clone(),
            public_url: common.public_url.clone(),
            mailer: Mailer::new(&route, "Cofund <cofund@cofund.example>").expect("a mailer"),
            keep: common.keep(),
        };
        let providers = Providers::new(providers).expect("a line to them");
        let state = State::new(App::new(&common, &web, keys, db, providers, None));
        let server = cofund::server::start(state, listener, &web).expect("the server starts");
        let handle = server.handle();
        actix_web::rt::spawn(server);
        let app = Self {
            url,
            clock: set_clock,
            database,
            worker,
            mailbox: Mailbox::new(mails.path()),
            client: Person::client(),
            people: Cell::new(0),
            staff: RefCell::new(None),
            expected_dead: Cell::new(0),
            _mails: mails,
        };
        (app, handle)
    }

    async fn end(self, server: actix_web::dev::ServerHandle) {
        self.deliver().await;
        invariants::check(&self).await;
        server.stop(false).await;
        self.database.drop().await;
    }

    /// Nobody in particular: a browser that is not signed in.
    pub fn public(&self) -> Person {
        Person::public(&self.url, &self.client)
    }

    /// An address nobody has used yet.
    pub fn new_address(&self) -> String {
        self.people.set(self.people.get() + 1);
        format!("person-{}@people.example", self.people.get())
    }

    /// Somebody with an account and nothing else, signed in.
    pub async fn person(&self) -> Person {
        let email = self.new_address();
        self.create(&email, false, false).await;
        self.sign_in(&email).await
    }

    /// A member of staff, signed in.
    pub async fn new_staff(&self) -> Person {
        let email = self.new_address();
        self.create(&email, true, false).await;
        self.sign_in(&email).await
    }

    pub async fn admin(&self) -> Person {
        let email = self.new_address();
        self.create(&email, true, true).await;
        self.sign_in(&email).await
    }

    /// The member of staff who does what a test does not care who does.
    pub async fn staff(&self) -> Person {
        let there = self.staff.borrow().clone();
        match there {
            Some(staff) => staff,
            None => {
                let staff = self.new_staff().await;
                self.staff.replace(Some(staff.clone()));
                staff
            }
        }
    }

    /// The invented organisations, people and projects, as the command line makes them.
    pub async fn fill_in_demo(&self) {
        cofund::demo::seed(&settings(&self.database.url)).await.expect("the demo data fits");
    }

    /// An account, as the command line makes one.
    pub async fn create(&self, email: &str, staff: bool, admin: bool) {
        let new = CreateUser { email: email.to_owned(), name: Some(name_of(email)), staff, admin };
        let new = new.parse().expect("a good account");
        let create = async |tx: &mut Tx| people::admin_actions::create(tx, &new).await;
        self.worker.db.write(&Cause::command_line(), create).await.expect("an account");
    }

    /// Says the same thing so many times, in one transaction.
    pub async fn record_often(&self, event: Event, times: usize) {
        let often = async |tx: &mut Tx| {
            for _ in 0..times {
                tx.record(event.clone()).await?;
            }
            Ok(())
        };
        self.worker.db.write(&Cause::command_line(), often).await.expect("they are written");
    }

    /// Signs in as people do: asks for a link, reads the mail, follows it.
    pub async fn sign_in(&self, email: &str) -> Person {
        let token = self.mail_link(email).await;
        let mut person = self.public();
        person.post("/auth/magic-links/redeem", json!({ "token": token })).await.is(200).keep_session(&mut person);
        person
    }

    /// The token of a fresh link for this address.
    pub async fn mail_link(&self, email: &str) -> String {
        self.public().post("/auth/magic-links", json!({ "email": email })).await.is(202);
        // Other mails to them may come in the same moment.
        let is_it = |mail: &Mail| mail.to == email && mail.text.contains("/sign-in/confirm#");
        let mail = self.mails().await.into_iter().rfind(is_it).expect("a mail with a link");
        mail.token()
    }

    /// An active member organisation; its slug.
    pub async fn organization(&self, name: &str) -> String {
        let new = json!({ "name": name, "kind": "member", "membership_starts": "2020-01-01" });
        let answer = self.staff().await.post("/organizations", new).await;
        answer.is(201)["slug"].as_str().expect("a slug").to_owned()
    }

    /// Somebody with this role in the organisation, signed in.
    pub async fn member(&self, organization: &str, role: &str) -> Person {
        let email = self.new_address();
        let new = json!({ "email": email, "name": name_of(&email), "role": role });
        self.staff().await.post(&format!("/organizations/{organization}/members"), new).await.is(201);
        self.sign_in(&email).await
    }

    pub async fn lead_of(&self, organization: &str) -> Person {
        self.member(organization, "lead").await
    }

    /// A program of this person's, with a token of these scopes.
    pub async fn program_of(&self, person: &Person, scopes: &[&str]) -> Person {
        let expires_at = (self.clock.now() + TimeDelta::days(90)).to_rfc3339();
        let new = json!({ "name": "A program", "scopes": scopes, "expires_at": expires_at });
        let answer = person.post("/me/tokens", new).await;
        person.with_token(answer.is(201)["token"].as_str().expect("the token"))
    }

    /// Lets the worker do what is due.
    pub async fn deliver(&self) {
        self.note_dates().await;
        while self.worker.work_once().await.expect("the worker works") {}
    }

    /// Lets the worker look once at what dates have decided; how many projects that concerned.
    pub async fn note_dates(&self) -> usize {
        self.worker.note_dates().await.expect("the worker works")
    }

    /// Lets the worker remove what nobody needs any more; how many rows.
    pub async fn purge(&self) -> usize {
        self.worker.purge().await
    }

    /// The same by several workers at the same moment.
    pub async fn race_to_note_dates(&self, workers: usize) -> usize {
        let noted = join_all((0..workers).map(|_| self.note_dates())).await;
        noted.into_iter().sum()
    }

    /// Mails that came since the last look, oldest first.
    pub async fn mails(&self) -> Vec<Mail> {
        self.deliver().await;
        self.mailbox.take_new()
    }

    /// What `cofund check` looks at.
    pub async fn holds_together(&self) {
        let mut wrong = Vec::new();
        let tell = |finding: cofund::check::Finding| {
            if !finding.contradictions.is_empty() {
                wrong.push(format!("{}: {}", finding.sentence, finding.contradictions.join("; ")));
            }
        };
        cofund::check::run(&self.worker.db, tell).await.expect("everything can be looked at");
        assert!(wrong.is_empty(), "these do not hold: {wrong:#?}");
    }

    pub fn advance(&self, by: TimeDelta) {
        self.clock.advance(by);
    }

    /// For a test in which deliveries are given up on purpose.
    pub fn expect_dead_letters(&self, count: i64) {
        self.expected_dead.set(count);
    }
    pub(crate) fn expected_dead_letters(&self) -> i64 {
        self.expected_dead.get()
    }
}

fn name_of(email: &str) -> String {
    let local = email.split('@').next().unwrap_or(email);
    local[..1].to_uppercase() + &local[1..].replace('-', " ")
}

/// Real time, to the second, so that what a test writes into an address compares equal.
#[expect(clippy::disallowed_methods, reason = "a test begins now")]
fn now() -> chrono::DateTime<Utc> {
    chrono::SubsecRound::trunc_subsecs(Utc::now(), 0)
}

/// Of an argument that is given twice the last counts.
fn overriding<'a>(all: &[&'a str]) -> Vec<&'a str> {
    let mut kept: Vec<&str> = vec![all[0]];
    for pair in all[1..].chunks(2) {
        if let Some(at) = kept.iter().position(|there| *there == pair[0]) {
            kept[at + 1] = pair[1];
        } else {
            kept.extend(pair);
        }
    }
    kept
}

impl Answer {
    /// Takes over the session that this answer began.
    pub fn keep_session(&self, person: &mut Person) {
        person.keep(self);
    }
}
