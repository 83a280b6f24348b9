//! Use cases of the terms.

use diesel_async::AsyncPgConnection;

use super::dto::{NewTerms, Terms};
use super::rules;
use super::store::{self, TermsRow};
use crate::db::Tx;
use crate::error::{OrMissing as _, Result};
use crate::kernel::{Actor, Event, TermsId, TermsVersion, markdown};
use crate::policy::{self, AdministrationAction};

/// What a pledge made now would accept.
pub async fn get_current(conn: &mut AsyncPgConnection) -> Result<Terms> {
    store::current(conn).await?.or_missing().map(view)
}

pub async fn get(conn: &mut AsyncPgConnection, version: &TermsVersion) -> Result<Terms> {
    store::find(conn, version).await.map(view)
}

pub async fn list_all(conn: &mut AsyncPgConnection, actor: &Actor) -> Result<Vec<Terms>> {
    policy::administration(actor, AdministrationAction::PublishTerms).require()?;
    Ok(store::list(conn).await?.into_iter().map(view).collect())
}

pub async fn publish(tx: &mut Tx, new: &NewTerms) -> Result<Terms> {
    policy::administration(tx.actor(), AdministrationAction::PublishTerms).require()?;
    let current = store::current(tx.conn().await?).await?.map(|row| row.published_at);
    let (terms, published_at) = (TermsId::new(), rules::published_at(tx.now(), current));
    let row = store::insert(tx, terms, new, published_at).await?;
    tx.record(Event::TermsPublished { terms, version: new.version.clone() }).await?;
    Ok(view(row))
}

fn view(row: TermsRow) -> Terms {
    Terms {
        version: row.version,
        title: row.title,
        body_html: markdown::to_html(&row.body),
        body: row.body,
        published_at: row.published_at,
    }
}
