//! Use cases of logos.

use diesel_async::AsyncPgConnection;
use tokio::sync::Semaphore;

use super::dto::Organization;
use super::store::{self, OrganizationRow};
use super::{actions, logo};
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::kernel::{Actor, Event, Slug};
use crate::policy::{self, OrganizationAction};
use crate::secrets::short_digest;

/// The picture, and which one it is.
pub async fn get(conn: &mut AsyncPgConnection, slug: &Slug) -> Result<(Vec<u8>, Option<String>)> {
    store::logo(conn, slug).await
}

/// Errs unless the caller may set or remove it.
pub async fn require(conn: &mut AsyncPgConnection, actor: &Actor, slug: &Slug) -> Result<()> {
    let organization = store::find(conn, slug).await?.id();
    policy::organization(actor, OrganizationAction::EditProfile, Some(organization)).require()
}

/// The picture as it is kept. No transaction waits for it: a small file takes long when it unfolds into a large picture.
pub async fn reencode(sent: Vec<u8>) -> Result<Vec<u8>> {
    // The memory of two large pictures is enough to give away at a time.
    static TURNS: Semaphore = Semaphore::const_new(2);
    let turn = TURNS.acquire().await.map_err(Error::internal)?;
    let work = move || {
        let png = logo::reencode(&sent);
        // Here and not outside: the work goes on when the client hangs up.
        drop(turn);
        png
    };
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)?
}

pub async fn set(tx: &mut Tx, slug: &Slug, png: &[u8]) -> Result<Organization> {
    let actor = tx.actor().clone();
    require(tx.conn().await?, &actor, slug).await?;
    let mut row = store::lock(tx, slug).await?;
    row.logo_digest = Some(short_digest(png));
    store::put_logo(tx, row.id, png).await?;
    let row = changed(tx, &row).await?;
    actions::show_row(tx, row).await
}

/// Whether or not there is one: afterwards there is none.
pub async fn remove(tx: &mut Tx, slug: &Slug) -> Result<()> {
    let actor = tx.actor().clone();
    require(tx.conn().await?, &actor, slug).await?;
    let mut row = store::lock(tx, slug).await?;
    if row.logo_digest.take().is_some() {
        store::remove_logo(tx, row.id).await?;
        changed(tx, &row).await?;
    }
    Ok(())
}

async fn changed(tx: &mut Tx, row: &OrganizationRow) -> Result<OrganizationRow> {
    let row = store::update(tx, row).await?;
    tx.record(Event::OrganizationEdited { organization: row.id(), fields: vec!["logo"] }).await?;
    Ok(row)
}
