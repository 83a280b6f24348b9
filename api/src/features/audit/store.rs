//! The SQL of the audit log.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::Value;
use uuid::Uuid;

use super::dto::Filter;
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::kernel::{Actor, AuditId, Event, Page, Via};
use crate::schema::{audit_log, organizations, terms, tiers, topics, users};

pub fn append(tx: &mut Tx, event: &Event) {
    let (kind, actor) = match tx.actor() {
        Actor::Person(person) => match person.via {
            Via::Session(_) => ("session", Some(person.id.as_uuid())),
            Via::Token(..) => ("token", Some(person.id.as_uuid())),
        },
        Actor::CommandLine => ("command_line", None),
        Actor::Public => ("program", None),
    };
    let subject = event.subject();
    let (now, request_id) = (tx.now(), tx.request_id().map(str::to_owned));
    let line = diesel::insert_into(audit_log::table).values((
        audit_log::id.eq(AuditId::new().as_uuid()),
        audit_log::at.eq(now),
        audit_log::actor_kind.eq(kind),
        audit_log::actor_id.eq(actor),
        audit_log::action.eq(event.name()),
        audit_log::subject_kind.eq(subject.kind),
        audit_log::subject_id.eq(subject.id),
        audit_log::organization_id.eq(event.organization().map(|id| id.as_uuid())),
        audit_log::detail.eq(event.detail()),
        audit_log::request_id.eq(request_id),
    ));
    tx.write(line);
}

#[derive(Queryable)]
pub struct AuditRow {
    pub id: Uuid,
    pub at: DateTime<Utc>,
    pub actor_kind: String,
    pub actor_id: Option<Uuid>,
    pub actor_name: Option<String>,
    pub action: String,
    pub subject_kind: String,
    pub subject_id: Uuid,
    pub organization: Option<String>,
    pub detail: Value,
    pub request_id: Option<String>,
}

/// The newest first.
pub async fn list(conn: &mut AsyncPgConnection, filter: &Filter<'_>, page: &Page<Uuid>) -> Result<Vec<AuditRow>> {
    let mut query = audit_log::table
        .left_join(users::table)
        .left_join(organizations::table)
        .select((
            audit_log::id,
            audit_log::at,
            audit_log::actor_kind,
            audit_log::actor_id,
            users::name.nullable(),
            audit_log::action,
            audit_log::subject_kind,
            audit_log::subject_id,
            organizations::slug.nullable(),
            audit_log::detail,
            audit_log::request_id,
        ))
        .order(audit_log::id.desc())
        .limit(page.fetch())
        .into_boxed();
    if let Some(action) = filter.action {
        query = query.filter(audit_log::action.eq(action));
    }
    if let Some(slug) = filter.organization {
        query = query.filter(organizations::slug.eq(slug));
    }
    if let Some(actor) = filter.actor {
        query = query.filter(audit_log::actor_id.eq(actor));
    }
    if let Some(subject) = filter.subject {
        query = query.filter(audit_log::subject_id.eq(subject));
    }
    if let Some(after) = page.after {
        query = query.filter(audit_log::id.lt(after));
    }
    query.load(conn).await.map_err(Error::from)
}

/// What the subjects are called today: one query for each kind of thing.
pub async fn labels(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> Result<HashMap<Uuid, String>> {
    let mut labels: Vec<(Uuid, String)> =
        users::table.filter(users::id.eq_any(ids)).select((users::id, users::name)).load(conn).await?;
    labels.extend(
        organizations::table
            .filter(organizations::id.eq_any(ids))
            .select((organizations::id, organizations::name))
            .load::<(Uuid, String)>(conn)
            .await?,
    );
    let of_tiers = tiers::table.filter(tiers::id.eq_any(ids)).select((tiers::id, tiers::name));
    labels.extend(of_tiers.load::<(Uuid, String)>(conn).await?);
    let of_topics = topics::table.filter(topics::id.eq_any(ids)).select((topics::id, topics::name));
    labels.extend(of_topics.load::<(Uuid, String)>(conn).await?);
    let of_terms = terms::table.filter(terms::id.eq_any(ids)).select((terms::id, terms::version));
    labels.extend(of_terms.load::<(Uuid, String)>(conn).await?);
    Ok(labels.into_iter().collect())
}
