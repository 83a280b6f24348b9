//! Use cases of one's own account.

use diesel_async::AsyncPgConnection;

use super::dto::{Me, MeCan, Membership, ProfileChange};
use super::store::{self, MembershipRow, UserRow};
use crate::db::{Tx, stored, stored_amount};
use crate::error::{Code, Error, Result};
use crate::features::organizations::dto::{OrganizationKind, OrganizationLink};
use crate::features::organizations::logo;
use crate::kernel::{Actor, Email, Event, Language, Role, UserId};
use crate::policy::{self, AccountAction, AdministrationAction};
use crate::version::Seen;

pub async fn get_me(conn: &mut AsyncPgConnection, actor: &Actor) -> Result<Me> {
    let person = actor.person().ok_or_else(|| Error::new(Code::Unauthenticated))?;
    policy::account(actor, AccountAction::See).require()?;
    let row = store::find(conn, person.id).await?;
    view(conn, actor, row).await
}

pub async fn edit_me(tx: &mut Tx, seen: Seen, change: &ProfileChange) -> Result<Me> {
    let actor = tx.actor().clone();
    policy::account(&actor, AccountAction::Change).require()?;
    let person = actor.person().ok_or_else(|| Error::new(Code::Unauthenticated))?;
    let mut row = store::lock(tx, person.id).await?;
    seen.check(row.version)?;
    let mut fields = Vec::new();
    if let Some(name) = &change.name {
        row.name = name.as_str().to_owned();
        fields.push("name");
    }
    if let Some(language) = change.language.named() {
        row.language = language.map(|language| language.as_str().to_owned());
        fields.push("language");
    }
    if let Some(zone) = change.time_zone.named() {
        row.time_zone = zone.map(|zone| zone.name().to_owned());
        fields.push("time_zone");
    }
    if !fields.is_empty() {
        row = store::update(tx, &row).await?;
        tx.record(Event::UserEdited { user: person.id, fields }).await?;
    }
    view(tx.conn().await?, &actor, row).await
}

async fn view(conn: &mut AsyncPgConnection, actor: &Actor, row: UserRow) -> Result<Me> {
    let memberships = store::memberships_of(conn, &[row.id]).await?;
    Ok(Me {
        id: row.id,
        email: row.email,
        name: row.name,
        language: row.language.map(|text| stored(Language::parse(&text))).transpose()?,
        time_zone: row.time_zone,
        staff: row.staff,
        admin: row.admin,
        memberships: memberships.into_iter().map(membership).collect::<Result<_>>()?,
        created_at: row.created_at,
        version: row.version,
        can: MeCan {
            edit: policy::account(actor, AccountAction::Change).can(),
            create_token: policy::account(actor, AccountAction::Change).can(),
            see_staff_pages: policy::administration(actor, AdministrationAction::SeeStaffPages).can(),
            see_audit: policy::administration(actor, AdministrationAction::SeeAudit).can(),
        },
    })
}

pub fn membership(row: MembershipRow) -> Result<Membership> {
    Ok(Membership {
        organization: OrganizationLink {
            logo_url: logo::url(&row.slug, row.logo_digest.as_deref()),
            slug: row.slug,
            name: row.name,
            kind: stored(OrganizationKind::parse(&row.kind))?,
        },
        role: stored(Role::parse(&row.role))?,
        pledge_limit: stored_amount(row.pledge_limit)?,
    })
}

/// Somebody by address, made if need be: for those who are put into an organisation or invited to one.
pub async fn find_or_create(tx: &mut Tx, email: &Email, name: Option<&str>) -> Result<UserRow> {
    match store::find_by_email(tx.conn().await?, email).await? {
        Some(row) => Ok(row),
        None => create(tx, email, name).await,
    }
}

/// Somebody nobody knew a moment ago.
pub async fn create(tx: &mut Tx, email: &Email, name: Option<&str>) -> Result<UserRow> {
    let id = UserId::new();
    let inserted = store::insert(tx, id, email, name.unwrap_or(email.local_part()), false, false).await;
    // Somebody else made the account just now: the transaction runs again and finds it.
    let row =
        inserted.map_err(|error| if error.code == Code::EmailTaken { Error::new(Code::Conflict) } else { error })?;
    tx.record(Event::UserCreated { user: id, staff: false, admin: false }).await?;
    Ok(row)
}
