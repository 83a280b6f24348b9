//! Reading the audit log.

use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::dto::{AuditActor, AuditEntry, AuditSubject, Filter};
use super::store;
use crate::error::Result;
use crate::kernel::{Actor, Page};
use crate::policy::{self, AdministrationAction};

pub async fn list(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    filter: &Filter<'_>,
    page: &Page<Uuid>,
) -> Result<(Vec<AuditEntry>, Option<Uuid>)> {
    policy::administration(actor, AdministrationAction::SeeAudit).require()?;
    let (rows, next) = page.cut(store::list(conn, filter, page).await?, |row| row.id);
    let subjects: Vec<Uuid> = rows.iter().map(|row| row.subject_id).collect();
    let labels = store::labels(conn, &subjects).await?;
    let entries = rows.into_iter().map(|row| AuditEntry {
        id: row.id,
        at: row.at,
        actor: AuditActor { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
        action: row.action,
        subject: AuditSubject {
            kind: row.subject_kind,
            id: row.subject_id,
            label: labels.get(&row.subject_id).cloned(),
        },
        organization: row.organization,
        detail: row.detail,
        request_id: row.request_id,
    });
    Ok((entries.collect(), next))
}
