//! Use cases of logos.

use diesel_async::AsyncPgConnection;

use super::dto::Organization;
use super::store::{self, OrganizationRow};
use super::{actions, logo};
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::kernel::{Event, Slug};
use crate::policy::{self, OrganizationAction};
use crate::secrets::short_digest;

/// The picture, and which one it is.
pub async fn get(conn: &mut AsyncPgConnection, slug: &Slug) -> Result<(Vec<u8>, Option<String>)> {
    store::logo(conn, slug).await
}

pub async fn set(tx: &mut Tx, slug: &Slug, picture: &[u8]) -> Result<Organization> {
    require(tx, slug).await?;
    let sent = picture.to_vec();
    // Decoding takes time that other requests should not wait for.
    let png = tokio::task::spawn_blocking(move || logo::reencode(&sent)).await.map_err(Error::internal)??;
    let mut row = store::lock(tx, slug).await?;
    row.logo_digest = Some(short_digest(&png));
    store::put_logo(tx, row.id, &png).await?;
    let row = changed(tx, &row).await?;
    actions::show_row(tx, row).await
}

/// Whether or not there is one: afterwards there is none.
pub async fn remove(tx: &mut Tx, slug: &Slug) -> Result<()> {
    require(tx, slug).await?;
    let mut row = store::lock(tx, slug).await?;
    if row.logo_digest.take().is_some() {
        store::remove_logo(tx, row.id).await?;
        changed(tx, &row).await?;
    }
    Ok(())
}

async fn require(tx: &mut Tx, slug: &Slug) -> Result<()> {
    let organization = store::find(tx.conn(), slug).await?.id();
    policy::organization(tx.actor(), OrganizationAction::EditProfile, Some(organization)).require()
}

async fn changed(tx: &mut Tx, row: &OrganizationRow) -> Result<OrganizationRow> {
    let row = store::update(tx, row).await?;
    tx.record(Event::OrganizationEdited { organization: row.id(), fields: vec!["logo"] }).await?;
    Ok(row)
}
