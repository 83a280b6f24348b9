//! Use cases of tiers.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;

use super::dto::{NewTier, Tier, TierCan, TierChange};
use super::store::{self, TierRow};
use crate::db::{Tx, stored_amount};
use crate::error::Result;
use crate::kernel::{Actor, Amount, Currency, Event, Slug, TierId};
use crate::policy::{self, AdministrationAction};
use crate::version::Seen;

/// What is on offer, for everybody.
pub async fn list(conn: &mut AsyncPgConnection, actor: &Actor) -> Result<Vec<Tier>> {
    store::list(conn, false).await?.into_iter().map(|row| view(actor, row)).collect()
}

/// All there ever were, for staff.
pub async fn list_all(conn: &mut AsyncPgConnection, actor: &Actor) -> Result<Vec<Tier>> {
    policy::administration(actor, AdministrationAction::EditTiers).require()?;
    store::list(conn, true).await?.into_iter().map(|row| view(actor, row)).collect()
}

pub async fn create(tx: &mut Tx, new: &NewTier, currency: Currency) -> Result<Tier> {
    policy::administration(tx.actor(), AdministrationAction::EditTiers).require()?;
    let tier = TierId::new();
    let row = store::insert(tx, tier, new, currency).await?;
    tx.record(Event::TierCreated { tier }).await?;
    view(tx.actor(), row)
}

pub async fn edit(tx: &mut Tx, seen: Seen, slug: &Slug, change: &TierChange) -> Result<Tier> {
    policy::administration(tx.actor(), AdministrationAction::EditTiers).require()?;
    let mut row = store::lock(tx, slug).await?;
    seen.check(row.version)?;
    let fields = apply(&mut row, change, tx.now());
    if !fields.is_empty() {
        row = store::update(tx, &row).await?;
        tx.record(Event::TierEdited { tier: row.id.into(), fields }).await?;
    }
    view(tx.actor(), row)
}

/// Changes the row; says which fields the change named.
fn apply(row: &mut TierRow, change: &TierChange, now: DateTime<Utc>) -> Vec<&'static str> {
    let mut fields = Vec::new();
    if let Some(name) = &change.name {
        row.name = name.as_str().to_owned();
        fields.push("name");
    }
    if let Some(price) = change.price.named() {
        row.price = price.copied().map(Amount::to_decimal);
        fields.push("price");
    }
    if let Some(summary) = &change.summary {
        row.summary = summary.as_str().to_owned();
        fields.push("summary");
    }
    if let Some(offers) = &change.offers {
        row.offers = offers.iter().map(|offer| offer.as_str().to_owned()).collect();
        fields.push("offers");
    }
    if let Some(early_look) = change.early_look {
        row.early_look = early_look;
        fields.push("early_look");
    }
    if let Some(quarterly_report) = change.quarterly_report {
        row.quarterly_report = quarterly_report;
        fields.push("quarterly_report");
    }
    if let Some(position) = change.position {
        row.position = position;
        fields.push("position");
    }
    if let Some(archived) = change.archived {
        row.archived_at = archived.then(|| row.archived_at.unwrap_or(now));
        fields.push("archived");
    }
    fields
}

fn view(actor: &Actor, row: TierRow) -> Result<Tier> {
    Ok(Tier {
        slug: row.slug,
        name: row.name,
        price: stored_amount(row.price)?,
        currency: row.currency,
        summary: row.summary,
        offers: row.offers,
        early_look: row.early_look,
        quarterly_report: row.quarterly_report,
        position: row.position,
        archived: row.archived_at.is_some(),
        version: row.version,
        can: TierCan { edit: policy::administration(actor, AdministrationAction::EditTiers).can() },
    })
}
