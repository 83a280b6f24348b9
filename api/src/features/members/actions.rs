//! Use cases of memberships.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::dto::{Member, MemberCan, MemberChange, NewMember};
use super::rules::{check_limit, loses_last_lead};
use super::store::{self, MemberRow};
use crate::db::{Tx, stored, stored_amount};
use crate::error::{Code, Error, OrMissing as _, Result};
use crate::features::organizations::store::{self as organizations, OrganizationRow};
use crate::features::people;
use crate::kernel::{Actor, Event, OrganizationId, Role, Slug, UserId};
use crate::policy::{self, OrganizationAction, Verdict};
use crate::version::Seen;

pub async fn list(conn: &mut AsyncPgConnection, actor: &Actor, slug: &Slug) -> Result<Vec<Member>> {
    let organization = organizations::find(conn, slug).await?.id();
    policy::organization(actor, OrganizationAction::SeePeople, Some(organization)).require()?;
    let rows = store::list(conn, organization).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.user_id).collect();
    let seen: HashMap<_, _> = people::store::last_seen(conn, &ids).await?.into_iter().collect();
    let leads: Vec<Uuid> = rows.iter().filter(|row| row.is_working_lead()).map(|row| row.user_id).collect();
    rows.into_iter()
        .map(|row| {
            let last_seen_at = seen.get(&row.user_id).copied().flatten();
            let other_leads = leads.iter().filter(|lead| **lead != row.user_id).count();
            view(actor, organization, row, last_seen_at, other_leads)
        })
        .collect()
}

/// Puts somebody in at once, without asking them; they are told.
pub async fn add(tx: &mut Tx, slug: &Slug, new: &NewMember) -> Result<Member> {
    let organization = lock(tx, slug, OrganizationAction::AddPeopleAtOnce).await?.id();
    let user = people::actions::find_or_create(tx, &new.email, new.name.as_ref().map(|name| name.as_str())).await?;
    let user = UserId::from(user.id);
    store::insert(tx, organization, user, new.role, new.limit).await?;
    let event = Event::MemberAdded { organization, user, role: new.role, limit: new.limit, by_invitation: false };
    tx.record(event).await?;
    show(tx, organization, user).await
}

pub async fn change(tx: &mut Tx, seen: Seen, slug: &Slug, user: UserId, change: &MemberChange) -> Result<Member> {
    let organization = lock(tx, slug, OrganizationAction::ManagePeople).await?.id();
    let row = store::find(tx.conn().await?, organization, user).await?.or_missing()?;
    seen.check(row.version)?;
    let before = (stored(Role::parse(&row.role))?, stored_amount(row.pledge_limit)?);
    let role = change.role.unwrap_or(before.0);
    // A limit ends with the role it belongs to.
    let kept = before.1.filter(|_| role == Role::Champion);
    let after = (role, change.limit.clone().apply(kept));
    check_limit(after.0, after.1).map_err(|invalid| Error::field("/pledge_limit", invalid))?;
    let other_leads = store::count_other_leads(tx.conn().await?, organization, user).await?;
    if binds(tx.actor()) && loses_last_lead(other_leads, before.0, Some(after.0)) {
        return Err(Error::new(Code::LastLead));
    }
    if after != before {
        store::update(tx, organization, user, after.0, after.1).await?;
        tx.record(Event::MemberChanged { organization, user, before, after }).await?;
    }
    show(tx, organization, user).await
}

/// Takes somebody out. Anybody may leave by themselves.
pub async fn remove(tx: &mut Tx, slug: &Slug, user: UserId) -> Result<()> {
    let organization = lock(tx, slug, removing(tx.actor(), user)).await?.id();
    let row = store::find(tx.conn().await?, organization, user).await?.or_missing()?;
    let role = stored(Role::parse(&row.role))?;
    let other_leads = store::count_other_leads(tx.conn().await?, organization, user).await?;
    removal(tx.actor(), organization, user, role, other_leads).require()?;
    take_out(tx, organization, user, role).await
}

/// Takes somebody out who leaves Cofund altogether; who may make them go was asked before.
pub async fn let_go(tx: &mut Tx, slug: &Slug, user: UserId) -> Result<()> {
    let organization = organizations::lock(tx, slug).await?.id();
    // Somebody may have taken them out meanwhile.
    let Some(row) = store::find(tx.conn().await?, organization, user).await? else { return Ok(()) };
    let role = stored(Role::parse(&row.role))?;
    let other_leads = store::count_other_leads(tx.conn().await?, organization, user).await?;
    if binds(tx.actor()) && loses_last_lead(other_leads, role, None) {
        return Err(Error::new(Code::LastLead));
    }
    take_out(tx, organization, user, role).await
}

async fn take_out(tx: &mut Tx, organization: OrganizationId, user: UserId, role: Role) -> Result<()> {
    store::delete(tx, organization, user).await?;
    tx.record(Event::MemberRemoved { organization, user, role }).await
}

/// The organisation, locked, for somebody who may do this to it.
pub async fn lock(tx: &mut Tx, slug: &Slug, action: OrganizationAction) -> Result<OrganizationRow> {
    let id = organizations::find(tx.conn().await?, slug).await?.id();
    policy::organization(tx.actor(), action, Some(id)).require()?;
    organizations::lock_by_id(tx, id).await
}

/// Leaving is one's own affair.
fn removing(actor: &Actor, user: UserId) -> OrganizationAction {
    let leaving = actor.person().is_some_and(|person| person.id == user);
    if leaving { OrganizationAction::Leave } else { OrganizationAction::ManagePeople }
}

/// Whether this person may be taken out now: what [`remove`] asks, and what `can.remove` says.
fn removal(actor: &Actor, organization: OrganizationId, user: UserId, role: Role, other_leads: usize) -> Verdict {
    match policy::organization(actor, removing(actor, user), Some(organization)) {
        Verdict::Allow if binds(actor) && loses_last_lead(other_leads, role, None) => Verdict::Deny(Code::LastLead),
        verdict => verdict,
    }
}

/// Whether the rule that a lead stays binds this actor. Staff may leave an organisation without one.
fn binds(actor: &Actor) -> bool {
    actor.person().is_some_and(|person| !person.acts_as_staff())
}

async fn show(tx: &mut Tx, organization: OrganizationId, user: UserId) -> Result<Member> {
    let row = store::find(tx.conn().await?, organization, user).await?.or_missing()?;
    let seen = people::store::last_seen(tx.conn().await?, &[user.as_uuid()]).await?;
    let other_leads = store::count_other_leads(tx.conn().await?, organization, user).await?;
    view(tx.actor(), organization, row, seen.into_iter().find_map(|(_, at)| at), other_leads)
}

fn view(
    actor: &Actor,
    organization: OrganizationId,
    row: MemberRow,
    last_seen_at: Option<DateTime<Utc>>,
    other_leads: usize,
) -> Result<Member> {
    let role = stored(Role::parse(&row.role))?;
    Ok(Member {
        user_id: row.user_id,
        name: row.name,
        email: row.email,
        role,
        pledge_limit: stored_amount(row.pledge_limit)?,
        joined_at: row.created_at,
        last_seen_at,
        disabled_at: row.disabled_at,
        version: row.version,
        can: MemberCan {
            change: policy::organization(actor, OrganizationAction::ManagePeople, Some(organization)).can(),
            remove: removal(actor, organization, row.user_id.into(), role, other_leads).can(),
        },
    })
}
