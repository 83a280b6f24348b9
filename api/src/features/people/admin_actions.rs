//! Use cases of staff with people's accounts.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::actions::membership;
use super::dto::{NewUser, User, UserCan, UserChange};
use super::rules::{check_rights, loses_last_admin};
use super::store::{self, UserRow};
use crate::db::Tx;
use crate::error::{Code, Error, Result};
use crate::features::auth;
use crate::kernel::{Actor, Event, Page, UserId};
use crate::policy::{self, Account, AdministrationAction, UserAction};
use crate::version::Seen;

pub async fn list(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    q: Option<&str>,
    staff: Option<bool>,
    page: &Page<(String, Uuid)>,
) -> Result<(Vec<User>, Option<(String, Uuid)>)> {
    policy::administration(actor, AdministrationAction::SeeUsers).require()?;
    let rows = store::list(conn, q, staff, page).await?;
    let (rows, next) = page.cut(rows, |row| (row.name.clone(), row.id));
    Ok((view_all(conn, actor, rows).await?, next))
}

pub async fn get(conn: &mut AsyncPgConnection, actor: &Actor, id: UserId) -> Result<User> {
    policy::administration(actor, AdministrationAction::SeeUsers).require()?;
    let row = store::find(conn, id).await?;
    view(conn, actor, row).await
}

pub async fn create(tx: &mut Tx, new: &NewUser) -> Result<User> {
    let actor = tx.actor().clone();
    policy::administration(&actor, AdministrationAction::CreateUser).require()?;
    let id = UserId::new();
    if new.staff {
        policy::user(&actor, UserAction::MakeStaff, &Account { id, staff: false, erased: false }).require()?;
    }
    let name = new.name.as_ref().map_or(new.email.local_part(), |name| name.as_str());
    let row = store::insert(tx, id, &new.email, name, new.staff, new.admin).await?;
    tx.record(Event::UserCreated { user: id, staff: new.staff, admin: new.admin }).await?;
    view(tx.conn().await?, &actor, row).await
}

/// Changes an account: all of it happens or nothing.
pub async fn edit(tx: &mut Tx, seen: Seen, id: UserId, change: &UserChange) -> Result<User> {
    let actor = tx.actor().clone();
    policy::administration(&actor, AdministrationAction::SeeUsers).require()?;
    // Before the row itself: everybody who takes an administrator away locks in this order.
    let working_admins = store::lock_working_admins(tx).await?;
    let before = store::lock(tx, id).await?;
    seen.check(before.version)?;
    let mut row = changed(&actor, &before, change, tx.now())?;
    if loses_last_admin(working_admins, before.standing(), row.standing()) {
        return Err(Error::new(Code::LastAdmin));
    }
    if row != before {
        row = store::update(tx, &row).await?;
        record_changes(tx, &before, &row).await?;
    }
    view(tx.conn().await?, &actor, row).await
}

/// The row as the change leaves it. Each part is allowed or refused by itself.
fn changed(actor: &Actor, before: &UserRow, change: &UserChange, now: DateTime<Utc>) -> Result<UserRow> {
    let may = |action| policy::user(actor, action, &before.account()).require();
    let mut row = before.clone();
    if let Some(name) = &change.name {
        row.name = name.as_str().to_owned();
    }
    if let Some(email) = &change.email {
        row.email = email.as_str().to_owned();
    }
    row.staff = change.staff.unwrap_or(row.staff);
    row.admin = change.admin.unwrap_or(row.admin);
    if let Some(disabled) = change.disabled {
        row.disabled_at = disabled.then(|| before.disabled_at.unwrap_or(now));
    }
    if row.name != before.name {
        may(UserAction::Edit)?;
    }
    if row.email != before.email {
        may(UserAction::ChangeAddress)?;
    }
    if (row.staff, row.admin) != (before.staff, before.admin) {
        may(UserAction::MakeStaff)?;
        check_rights(row.staff, row.admin).map_err(|invalid| Error::field("/admin", invalid))?;
    }
    if row.disabled_at != before.disabled_at {
        may(UserAction::Disable)?;
    }
    Ok(row)
}

async fn record_changes(tx: &mut Tx, before: &UserRow, after: &UserRow) -> Result<()> {
    let user = UserId::from(after.id);
    let differs = [("name", after.name != before.name), ("email", after.email != before.email)];
    let fields: Vec<_> = differs.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field).collect();
    if !fields.is_empty() {
        tx.record(Event::UserEdited { user, fields }).await?;
    }
    if (after.staff, after.admin) != (before.staff, before.admin) {
        tx.record(Event::UserRightsChanged { user, staff: after.staff, admin: after.admin }).await?;
    }
    match (before.disabled_at, after.disabled_at) {
        (None, Some(_)) => tx.record(Event::UserDisabled { user }).await,
        (Some(_), None) => tx.record(Event::UserEnabled { user }).await,
        _ => Ok(()),
    }
}

/// Signs a person out everywhere. Their tokens stand: those are theirs to revoke, and disabling stops them, too.
pub async fn end_sessions(tx: &mut Tx, id: UserId) -> Result<()> {
    policy::administration(tx.actor(), AdministrationAction::SeeUsers).require()?;
    let row = store::lock(tx, id).await?;
    policy::user(tx.actor(), UserAction::EndSessions, &row.account()).require()?;
    let count = auth::store::end_all_sessions(tx, id, "ended_by_staff").await?;
    tx.record(Event::UserSessionsEnded { user: id, count, reason: "ended_by_staff" }).await
}

async fn view(conn: &mut AsyncPgConnection, actor: &Actor, row: UserRow) -> Result<User> {
    let mut views = view_all(conn, actor, vec![row]).await?;
    views.pop().ok_or_else(|| Error::new(Code::NotFound))
}

/// Two queries for any number of people.
async fn view_all(conn: &mut AsyncPgConnection, actor: &Actor, rows: Vec<UserRow>) -> Result<Vec<User>> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let seen: HashMap<_, _> = store::last_seen(conn, &ids).await?.into_iter().collect();
    let mut memberships: HashMap<Uuid, Vec<_>> = HashMap::new();
    for row in store::memberships_of(conn, &ids).await? {
        memberships.entry(row.user_id).or_default().push(membership(row)?);
    }
    let views = rows.into_iter().map(|row| {
        let can = |action| policy::user(actor, action, &row.account()).can();
        User {
            id: row.id,
            can: UserCan {
                edit: can(UserAction::Edit),
                change_address: can(UserAction::ChangeAddress),
                make_staff: can(UserAction::MakeStaff),
                disable: can(UserAction::Disable),
                end_sessions: can(UserAction::EndSessions),
                download_data: can(UserAction::DownloadData),
                erase: can(UserAction::Erase),
            },
            email: row.email,
            name: row.name,
            staff: row.staff,
            admin: row.admin,
            disabled_at: row.disabled_at,
            erased_at: row.erased_at,
            created_at: row.created_at,
            last_seen_at: seen.get(&row.id).copied().flatten(),
            memberships: memberships.remove(&row.id).unwrap_or_default(),
            version: row.version,
        }
    });
    Ok(views.collect())
}
