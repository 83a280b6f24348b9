//! Use case: print a pledge as a letter.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use url::Url;

use super::actions::seen_by;
use super::letter::{Frame, render};
use super::rules::explain::Words;
use super::view;
use crate::db::stored;
use crate::error::Result;
use crate::features::organizations::store as organizations;
use crate::kernel::{Actor, Currency, PledgeId};

/// The letter as HTML that carries this style. Whoever may see the pledge may print it.
pub async fn letter(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    id: PledgeId,
    public_url: &Url,
    style: &str,
    now: DateTime<Utc>,
) -> Result<String> {
    let row = seen_by(conn, actor, id, now).await?;
    let required = match row.requires_org {
        Some(id) => Some(organizations::find_by_id(conn, id.into()).await?.name),
        None => None,
    };
    let pledge = view::view(conn, actor, row, now).await?;
    let words = Words(stored(Currency::parse(&pledge.currency))?);
    render(&pledge, &Frame { words, public_url, style, required, now })
}
