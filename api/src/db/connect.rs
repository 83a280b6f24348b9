//! Opening connections: with TLS where the address asks for it, and with bounds on how long anything may take.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use diesel::{ConnectionError, ConnectionResult};
use diesel_async::pooled_connection::{ManagerConfig, RecyclingMethod};
use diesel_async::{AsyncPgConnection, SimpleAsyncConnection as _};
use futures_util::FutureExt as _;
use rustls::{ClientConfig, RootCertStore};
use secrecy::ExposeSecret as _;
use tokio_postgres::NoTls;
use tokio_postgres::config::SslMode;
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::config::DatabaseSettings;

pub fn manager_config(settings: &DatabaseSettings) -> anyhow::Result<ManagerConfig<AsyncPgConnection>> {
    parse(settings)?;
    let settings = settings.clone();
    let mut config = ManagerConfig::default();
    // Whether a transaction is still open is asked anyway; a round trip before each use would only cost time.
    config.recycling_method = RecyclingMethod::Fast;
    config.custom_setup = Box::new(move |_| {
        let settings = settings.clone();
        async move { connect(&settings).await }.boxed()
    });
    Ok(config)
}

/// One connection, set up as every connection of the program is.
pub async fn connect(settings: &DatabaseSettings) -> ConnectionResult<AsyncPgConnection> {
    let config = parse(settings).map_err(|error| ConnectionError::InvalidConnectionUrl(format!("{error:#}")))?;
    let bad = |error: tokio_postgres::Error| ConnectionError::BadConnection(describe(&error));
    let mut connection = if config.get_ssl_mode() == SslMode::Disable {
        let (client, connection) = config.connect(NoTls).await.map_err(bad)?;
        AsyncPgConnection::try_from_client_and_connection(client, connection).await?
    } else {
        let (client, connection) = config.connect(MakeRustlsConnect::new(tls())).await.map_err(bad)?;
        AsyncPgConnection::try_from_client_and_connection(client, connection).await?
    };
    // A forgotten transaction holds locks: the server ends it.
    let bounds = format!(
        "SET statement_timeout = {}; SET lock_timeout = {}; SET idle_in_transaction_session_timeout = {}; SET TIME ZONE 'UTC'",
        settings.statement_timeout.as_millis(),
        settings.lock_timeout.as_millis(),
        2 * settings.statement_timeout.as_millis(),
    );
    connection.batch_execute(&bounds).await.map_err(ConnectionError::CouldntSetupConfiguration)?;
    Ok(connection)
}

fn parse(settings: &DatabaseSettings) -> anyhow::Result<tokio_postgres::Config> {
    // The parser's own message repeats what it was given, password and all.
    let mut config: tokio_postgres::Config = settings
        .database_url
        .expose_secret()
        .parse()
        .ok()
        .context("DATABASE_URL is no PostgreSQL address, such as postgres://user:password@host/database.")?;
    config.application_name("cofund").connect_timeout(Duration::from_secs(5));
    // A connection that is dead and does not say so must not hold up who waits behind it.
    config.tcp_user_timeout(Duration::from_secs(15)).keepalives_idle(Duration::from_secs(15));
    Ok(config)
}

/// Certificates are checked against the system's roots, or against those in the file `SSL_CERT_FILE` names.
fn tls() -> ClientConfig {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("the provider knows TLS 1.2 and 1.3")
        .with_root_certificates(roots)
        .with_no_client_auth()
}

fn describe(error: &tokio_postgres::Error) -> String {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}
