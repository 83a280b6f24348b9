//! Use cases: take along what is known of somebody, and forget them.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;

use super::dto::PersonalData;
use super::rules::Pseudonym;
use super::{erasure_store, store};
use crate::db::{Tx, stored};
use crate::error::{Code, Error, Result};
use crate::features::members::actions as members;
use crate::features::people::rules::{Standing, loses_last_admin};
use crate::features::people::store::{self as people, UserRow};
use crate::kernel::{Actor, Email, Event, FieldCode, Invalid, Slug, UserId};
use crate::outbox;
use crate::policy::{self, AccountAction, AdministrationAction, UserAction};

/// Whose data it may be: one's own, for somebody who is there in person.
pub fn own(actor: &Actor) -> Result<UserId> {
    policy::account(actor, AccountAction::Change).require()?;
    actor.person().map(|person| person.id).ok_or_else(|| Error::new(Code::Unauthenticated))
}

pub async fn download_own(conn: &mut AsyncPgConnection, actor: &Actor, now: DateTime<Utc>) -> Result<PersonalData> {
    store::all_of(conn, own(actor)?, now).await
}

/// For somebody who asked staff for it.
pub async fn download_of(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    user: UserId,
    now: DateTime<Utc>,
) -> Result<PersonalData> {
    policy::administration(actor, AdministrationAction::SeeUsers).require()?;
    let row = people::find(conn, user).await?;
    policy::user(actor, UserAction::DownloadData, &row.account()).require()?;
    store::all_of(conn, user, now).await
}

pub async fn erase_own(tx: &mut Tx, confirmed: &Email) -> Result<()> {
    let user = own(tx.actor())?;
    erase(tx, user, confirmed, |_, _| Ok(())).await
}

/// For somebody who asked staff for it.
pub async fn erase_other(tx: &mut Tx, user: UserId, confirmed: &Email) -> Result<()> {
    policy::administration(tx.actor(), AdministrationAction::SeeUsers).require()?;
    let may = |actor: &Actor, row: &UserRow| policy::user(actor, UserAction::Erase, &row.account()).require();
    erase(tx, user, confirmed, may).await
}

async fn erase(
    tx: &mut Tx,
    user: UserId,
    confirmed: &Email,
    may: impl Fn(&Actor, &UserRow) -> Result<()>,
) -> Result<()> {
    let working_admins = people::lock_working_admins(tx).await?;
    // Whoever adds something to this person is done by now, or waits, and then finds nobody.
    let row = people::lock(tx, user).await?;
    may(tx.actor(), &row)?;
    if row.erased_at.is_some() {
        return Err(Error::new(Code::UserErased));
    }
    if row.email != confirmed.as_str() {
        let invalid = Invalid::new(FieldCode::Mismatch, "This is not the address of the account.");
        return Err(Error::field("/email", invalid));
    }
    if loses_last_admin(working_admins, row.standing(), Standing { staff: false, admin: false, disabled: true }) {
        return Err(Error::new(Code::LastAdmin));
    }
    for membership in people::memberships_of(tx.conn().await?, &[row.id]).await? {
        members::let_go(tx, &stored(Slug::parse(&membership.slug))?, user).await?;
    }
    let pseudonym = Pseudonym::of(user);
    // Also the mail that tells them of having left.
    outbox::forget(tx, user, &row.email).await?;
    erasure_store::forget_in_invitations(tx, user, &row.email, &pseudonym).await?;
    for organization in erasure_store::forget_in_billing(tx, &row.name, &row.email).await? {
        tx.record(Event::OrganizationEdited { organization, fields: vec!["billing"] }).await?;
    }
    erasure_store::remove_traces(tx, user).await?;
    erasure_store::rename(tx, user, &pseudonym).await?;
    tx.record(Event::UserErased { user }).await
}
