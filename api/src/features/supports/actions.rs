//! Use cases of support: give it, end it, read it.
//!
//! The project is not locked: nothing that is counted in money follows from support, so it need not wait for pledges.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::dto::{NewSupport, Support, SupportCan, SupportCount};
use super::store::{self, WithOrganization};
use crate::db::{Tx, stored};
use crate::error::{Code, Error, Result};
use crate::features::organizations::rules::membership_active;
use crate::features::organizations::store as organizations;
use crate::features::pledges::view::link;
use crate::features::projects::view::find_seen;
use crate::kernel::{Actor, Event, FieldCode, Invalid, OrganizationId, Page, Slug, SupportId, SupportKind};
use crate::policy;

pub struct Listed {
    pub items: Vec<Support>,
    pub counts: Vec<SupportCount>,
    pub communities_served: i64,
    pub next: Option<Uuid>,
}

pub async fn give(tx: &mut Tx, slug: &Slug, new: &NewSupport) -> Result<Support> {
    let (actor, now) = (tx.actor().clone(), tx.now());
    let project = find_seen(tx.conn().await?, &actor, slug, now).await?;
    let organization = match organizations::find(tx.conn().await?, &new.organization).await {
        Err(error) if error.code == Code::NotFound => {
            let detail = format!("There is no organisation {}.", new.organization);
            return Err(Error::field("/organization", Invalid::new(FieldCode::NotAllowed, detail)));
        }
        found => found?,
    };
    let active = membership_active(organization.membership_starts, organization.membership_ends, now.date_naive());
    policy::give_support(&actor, organization.id(), active, &project.stage(now)?).require()?;
    let support = SupportId::new();
    let by = actor.person().map(|person| person.id);
    store::insert(tx, support, project.id(), organization.id(), new, by).await?;
    let (project, organization, kind) = (project.id(), organization.id(), new.kind);
    tx.record(Event::SupportGiven { support, project, organization, kind }).await?;
    let row = store::find(tx.conn().await?, support).await?;
    show(&actor, row)
}

pub async fn end(tx: &mut Tx, slug: &Slug, id: SupportId) -> Result<()> {
    let (actor, now) = (tx.actor().clone(), tx.now());
    let project = find_seen(tx.conn().await?, &actor, slug, now).await?;
    let row = store::lock_live(tx, project.id(), id).await?;
    let organization = OrganizationId::from(row.organization_id);
    policy::end_support(&actor, organization).require()?;
    store::end(tx, id).await?;
    tx.record(Event::SupportEnded { support: id, project: project.id(), organization }).await
}

pub async fn list(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    slug: &Slug,
    page: &Page<Uuid>,
    now: DateTime<Utc>,
) -> Result<Listed> {
    let project = find_seen(conn, actor, slug, now).await?;
    let rows = store::list(conn, project.id(), page).await?;
    let (rows, next) = page.cut(rows, |(row, _)| row.id);
    let items = rows.into_iter().map(|row| show(actor, row)).collect::<Result<_>>()?;
    let counted = store::counts(conn, project.id()).await?;
    let count = |kind: &SupportKind| counted.get(kind.as_str()).copied().unwrap_or_default();
    let counts = SupportKind::ALL.iter().map(|kind| SupportCount { kind: *kind, count: count(kind) }).collect();
    let id = project.id().as_uuid();
    let communities_served = store::totals(conn, &[id]).await?.get(&id).map_or(0, |totals| totals.communities_served);
    Ok(Listed { items, counts, communities_served, next })
}

fn show(actor: &Actor, (row, organization): WithOrganization) -> Result<Support> {
    let own =
        actor.person().is_some_and(|person| person.acts_as_staff() || person.role_in(organization.id()).is_some());
    Ok(Support {
        id: row.id,
        organization: link(&organization)?,
        kind: stored(SupportKind::parse(&row.kind))?,
        sentence: row.sentence.filter(|_| row.quote_consent || own),
        quote_consent: row.quote_consent,
        would_use: row.would_use,
        created_at: row.created_at,
        can: SupportCan { end: policy::end_support(actor, organization.id()).can() },
    })
}
