//! A database of its own for each test, copied from a template that is migrated once for each run.
//!
//! A test that ends well drops its database. What else a run leaves behind (its template, the databases of tests that
//! failed) the next run removes: while a run lives it holds the advisory lock of its number, and its databases carry
//! that number in their names.

use std::net::{SocketAddr, ToSocketAddrs as _};
use std::sync::{OnceLock, mpsc};

use cofund::config::DatabaseSettings;
use cofund::db::Db;
use tokio_postgres::{Client, NoTls};
use uuid::Uuid;

/// The first key of the advisory locks of runs; the second is the run's number.
const RUNS: i32 = 0x636f_6675;
const PREFIX: &str = "cofund_run_";

pub struct Database {
    pub name: String,
    pub url: String,
    pub(crate) client: Client,
    /// The program that uses it, if one does in this process.
    program: OnceLock<Db>,
}

fn server() -> String {
    std::env::var("COFUND_TEST_DATABASE_URL").expect(
        "COFUND_TEST_DATABASE_URL must name a PostgreSQL whose databases may come and go; `cargo xtask test --only http` brings one",
    )
}

pub async fn connect(url: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.expect("the test PostgreSQL answers");
    tokio::spawn(connection);
    client
}

fn with_name(server: &str, name: &str) -> String {
    let mut url: reqwest::Url = server.parse().expect("COFUND_TEST_DATABASE_URL is an address");
    url.set_path(name);
    url.into()
}

pub fn settings(url: &str) -> DatabaseSettings {
    use clap::Parser as _;
    #[derive(clap::Parser)]
    struct Settings {
        #[command(flatten)]
        database: DatabaseSettings,
    }
    Settings::parse_from(["tests", "--database-url", url]).database
}

/// What the names of this run's databases begin with. The first test to need it makes the template; the others wait.
fn run() -> &'static str {
    static RUN: OnceLock<String> = OnceLock::new();
    RUN.get_or_init(|| {
        let server = server();
        let (tell, told) = mpsc::channel();
        // A thread of its own: whoever waits here is inside another runtime, and the lock lasts as long as the run.
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Runtime::new().expect("a runtime");
            runtime.block_on(async {
                let keeper = connect(&server).await;
                let run = begin(&keeper).await;
                let template = template_of(&run);
                keeper.batch_execute(&format!("CREATE DATABASE {template}")).await.expect("room for a template");
                cofund::db::migrate(&settings(&with_name(&server, &template))).await.expect("the migrations run");
                tell.send(run).expect("somebody waits");
                std::future::pending::<()>().await
            });
        });
        told.recv().expect("the template is made")
    })
}

fn template_of(run: &str) -> String {
    format!("{run}template")
}

/// Takes a number, and removes what runs that are over have left.
async fn begin(keeper: &Client) -> String {
    let number = i32::try_from(Uuid::now_v7().as_u128() & 0x7fff_ffff).expect("31 bits");
    keeper.execute("SELECT pg_advisory_lock($1, $2)", &[&RUNS, &number]).await.expect("a lock");
    let sql = "SELECT datname FROM pg_database WHERE starts_with(datname, $1)";
    for row in keeper.query(sql, &[&PREFIX]).await.expect(sql) {
        let name: String = row.get(0);
        let Some(of) = name[PREFIX.len()..].split('_').next().and_then(|of| of.parse::<i32>().ok()) else { continue };
        let locked = keeper.query_one("SELECT pg_try_advisory_lock($1, $2)", &[&RUNS, &of]).await.expect("an answer");
        if of != number && locked.get::<_, bool>(0) {
            // It may be gone: two runs that begin at once both look.
            let _ = keeper.batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
            keeper.execute("SELECT pg_advisory_unlock($1, $2)", &[&RUNS, &of]).await.expect("an answer");
        }
    }
    format!("{PREFIX}{number}_")
}

impl Database {
    /// Migrated and empty.
    pub async fn create() -> Self {
        Self::copy(&template_of(run())).await
    }

    /// Without even a schema.
    pub async fn create_bare() -> Self {
        Self::copy("template0").await
    }

    async fn copy(template: &str) -> Self {
        let server = server();
        let name = format!("{}{}", run(), Uuid::now_v7().simple());
        let admin = connect(&server).await;
        admin.batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {template}")).await.expect("a copy");
        let url = with_name(&server, &name);
        let client = connect(&url).await;
        Self { name, url, client, program: OnceLock::new() }
    }

    /// To change something behind the program's back, which hears of it as if another process had done so.
    pub fn client(&self) -> &Client {
        if let Some(program) = self.program.get() {
            program.changes().note_everything();
        }
        &self.client
    }

    pub(crate) fn is_used_by(&self, program: Db) {
        let _ = self.program.set(program);
    }

    /// Where its server listens.
    pub fn address(&self) -> SocketAddr {
        let url: reqwest::Url = self.url.parse().expect("an address");
        let (host, port) = (url.host_str().expect("a host"), url.port().unwrap_or(5432));
        (host, port).to_socket_addrs().expect("a known host").next().expect("an address")
    }

    /// The same database, reached at another address.
    pub fn url_at(&self, address: SocketAddr) -> String {
        let mut url: reqwest::Url = self.url.parse().expect("an address");
        url.set_host(Some(&address.ip().to_string())).expect("a host");
        url.set_port(Some(address.port())).expect("a port");
        url.into()
    }

    pub async fn drop(self) {
        drop(self.client);
        let admin = connect(&server()).await;
        admin.batch_execute(&format!("DROP DATABASE {} WITH (FORCE)", self.name)).await.expect("the database goes");
    }
}
