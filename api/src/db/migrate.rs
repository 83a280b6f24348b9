//! Bringing the schema up, and refusing to run on one that is behind.

use anyhow::{Context as _, anyhow, ensure};
use diesel::QueryableByName;
use diesel::sql_types::Text;
use diesel_async::{AsyncMigrationHarness, RunQueryDsl as _, SimpleAsyncConnection as _};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness as _, embed_migrations};

use super::connect::connect;
use crate::config::DatabaseSettings;

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("../migrations");

/// Any number; two programs that start at once take turns by it.
const TURN: i64 = 0x0063_6f66_756e_6421;

/// Runs what has not run yet; returns the names of what it ran.
pub async fn migrate(settings: &DatabaseSettings) -> anyhow::Result<Vec<String>> {
    let mut connection = connect(settings).await.context("cannot reach the database")?;
    connection
        .batch_execute(&format!("SET lock_timeout = 0; SET statement_timeout = 0; SELECT pg_advisory_lock({TURN})"))
        .await?;
    let mut harness = AsyncMigrationHarness::new(connection);
    let ran = tokio::task::block_in_place(|| {
        harness.run_pending_migrations(MIGRATIONS).map(|done| done.iter().map(ToString::to_string).collect())
    });
    // The lock ends with the connection.
    ran.map_err(|error| anyhow!("a migration failed: {error}"))
}

#[derive(QueryableByName)]
struct Applied {
    #[diesel(sql_type = Text)]
    version: String,
}

/// Errs if a migration this program needs has not run. One it does not know is a newer program's beside it, and fine.
pub async fn check_schema(connection: &mut diesel_async::AsyncPgConnection) -> anyhow::Result<()> {
    let applied: Vec<String> = diesel::sql_query("SELECT version FROM __diesel_schema_migrations")
        .load::<Applied>(connection)
        .await
        .map(|rows| rows.into_iter().map(|row| row.version).collect())
        .unwrap_or_default();
    let needed = diesel::migration::MigrationSource::<diesel::pg::Pg>::migrations(&MIGRATIONS)
        .map_err(|error| anyhow!("cannot read the migrations: {error}"))?;
    let missing = needed.iter().filter(|m| !applied.contains(&m.name().version().to_string())).count();
    ensure!(missing == 0, "the database lacks {missing} migrations: run `cofund migrate` first.");
    Ok(())
}
