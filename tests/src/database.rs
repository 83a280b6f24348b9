//! A database of its own for each test, copied from a template that is migrated once for each run.

use std::sync::OnceLock;

use cofund::config::DatabaseSettings;
use tokio_postgres::{Client, NoTls};
use uuid::Uuid;

pub struct Database {
    pub name: String,
    pub url: String,
    pub client: Client,
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

/// The name of this run's template. The first test to need it makes it; the others wait.
fn template() -> &'static str {
    static TEMPLATE: OnceLock<String> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let name = format!("cofund_template_{}", std::process::id());
        let made = name.clone();
        // A thread of its own: whoever waits here is inside another runtime.
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Runtime::new().expect("a runtime");
            runtime.block_on(async {
                let server = server();
                let client = connect(&server).await;
                client.batch_execute(&format!("DROP DATABASE IF EXISTS {made}")).await.expect("room for a template");
                client.batch_execute(&format!("CREATE DATABASE {made}")).await.expect("room for a template");
                cofund::db::migrate(&settings(&with_name(&server, &made))).await.expect("the migrations run");
            });
        })
        .join()
        .expect("the template is made");
        name
    })
}

impl Database {
    pub async fn create() -> Self {
        let template = template();
        let server = server();
        let name = format!("cofund_test_{}", Uuid::now_v7().simple());
        let admin = connect(&server).await;
        admin
            .batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {template}"))
            .await
            .expect("a copy of the template");
        let url = with_name(&server, &name);
        let client = connect(&url).await;
        Self { name, url, client }
    }

    pub async fn drop(self) {
        drop(self.client);
        let admin = connect(&server()).await;
        admin.batch_execute(&format!("DROP DATABASE {} WITH (FORCE)", self.name)).await.expect("the database goes");
    }
}
