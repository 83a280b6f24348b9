//! Use cases of the queue.

use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::dto::{Delivery, DeliveryCan, DeliveryState};
use crate::db::Tx;
use crate::error::{OrMissing as _, Result};
use crate::kernel::{Actor, Event, OutboxId, Page};
use crate::outbox::{self, QueueRow, Summary};
use crate::policy::{self, AdministrationAction};

pub async fn list(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    page: &Page<Uuid>,
) -> Result<(Summary, Vec<Delivery>, Option<Uuid>)> {
    policy::administration(actor, AdministrationAction::SeeQueues).require()?;
    let summary = outbox::summary(conn).await?;
    let (rows, next) = page.cut(outbox::list(conn, page).await?, |row| row.id);
    Ok((summary, rows.into_iter().map(|row| view(actor, row)).collect(), next))
}

/// Tries a delivery again, now.
pub async fn retry(tx: &mut Tx, id: OutboxId) -> Result<Delivery> {
    policy::administration(tx.actor(), AdministrationAction::RetryDeliveries).require()?;
    outbox::find_for_update(tx.conn().await?, id).await?.or_missing()?;
    outbox::revive(tx, id).await?;
    tx.record(Event::DeliveryRetried { delivery: id.as_uuid() }).await?;
    let row = outbox::find_for_update(tx.conn().await?, id).await?.or_missing()?;
    Ok(view(tx.actor(), row))
}

fn view(actor: &Actor, row: QueueRow) -> Delivery {
    Delivery {
        id: row.id,
        kind: row.kind,
        state: if row.dead_at.is_some() { DeliveryState::Dead } else { DeliveryState::Waiting },
        created_at: row.created_at,
        next_attempt_at: row.next_attempt_at,
        attempts: row.attempts,
        last_error: row.last_error,
        can: DeliveryCan { retry: policy::administration(actor, AdministrationAction::RetryDeliveries).can() },
    }
}
