//! Use cases of staff with people's accounts.

use std::collections::HashMap;

use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::actions::membership;
use super::dto::{NewUser, User, UserCan, UserChange};
use super::store::{self, UserRow};
use crate::db::Tx;
use crate::error::{Code, Error, Result};
use crate::features::auth;
use crate::kernel::{Actor, Event, Page, UserId};
use crate::policy::{self, AdministrationAction, UserAction};
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

pub async fn show(conn: &mut AsyncPgConnection, actor: &Actor, id: UserId) -> Result<User> {
    policy::administration(actor, AdministrationAction::SeeUsers).require()?;
    let row = store::find(conn, id).await?;
    view(conn, actor, row).await
}

pub async fn create(tx: &mut Tx, new: &NewUser) -> Result<User> {
    let actor = tx.actor().clone();
    policy::administration(&actor, AdministrationAction::CreateUser).require()?;
    let id = UserId::new();
    if new.staff {
        policy::user(&actor, UserAction::MakeStaff, id, false).require()?;
    }
    let name = new.name.as_ref().map_or(new.email.local_part(), |name| name.as_str());
    let row = store::insert(tx, id, &new.email, name, new.staff, new.admin).await?;
    tx.record(Event::UserCreated { user: id, staff: new.staff, admin: new.admin }).await?;
    view(tx.conn(), &actor, row).await
}

/// Changes an account. Each part is allowed or refused by itself, and all of it happens or nothing.
pub async fn edit(tx: &mut Tx, seen: Seen, id: UserId, change: &UserChange) -> Result<User> {
    let actor = tx.actor().clone();
    policy::administration(&actor, AdministrationAction::SeeUsers).require()?;
    // Before the row itself: everybody who takes an administrator away locks in this order.
    let admins = store::lock_working_admins(tx).await?;
    let mut row = store::lock(tx, id).await?;
    seen.check(row.version)?;
    let may = |action| policy::user(&actor, action, id, row.staff).require();
    let before = row.clone();
    let mut fields = Vec::new();
    if let Some(name) = change.name.as_ref().filter(|name| name.as_str() != before.name) {
        may(UserAction::Edit)?;
        fields.push(("name", name.as_str()));
    }
    if let Some(email) = change.email.as_ref().filter(|email| email.as_str() != before.email) {
        may(UserAction::ChangeAddress)?;
        fields.push(("email", email.as_str()));
    }
    let (staff, admin) = (change.staff.unwrap_or(before.staff), change.admin.unwrap_or(before.admin));
    let rights_change = (staff, admin) != (before.staff, before.admin);
    if rights_change {
        may(UserAction::MakeStaff)?;
        if admin && !staff {
            let detail = "An administrator is staff: take both rights or none.";
            return Err(Error::field(
                "/admin",
                crate::kernel::Invalid::new(crate::kernel::FieldCode::NotAllowed, detail),
            ));
        }
    }
    let disabled = change.disabled.unwrap_or(before.disabled_at.is_some());
    let disabled_change = disabled != before.disabled_at.is_some();
    if disabled_change {
        may(UserAction::Disable)?;
    }
    if before.admin && before.disabled_at.is_none() && (!admin || disabled) && admins <= 1 {
        return Err(Error::new(Code::LastAdmin));
    }
    if fields.is_empty() && !rights_change && !disabled_change {
        return view(tx.conn(), &actor, row).await;
    }
    for (field, value) in &fields {
        let place = if *field == "name" { &mut row.name } else { &mut row.email };
        *place = (*value).to_owned();
    }
    row.staff = staff;
    row.admin = admin;
    if disabled_change {
        row.disabled_at = disabled.then(|| tx.now());
    }
    let row = store::update(tx, &row).await?;
    if row.email != before.email {
        auth::store::expire_links(tx, id).await?;
    }
    if !fields.is_empty() {
        let fields = fields.into_iter().map(|(field, _)| field).collect();
        tx.record(Event::UserChanged { user: id, fields }).await?;
    }
    if rights_change {
        tx.record(Event::UserRightsChanged { user: id, staff, admin }).await?;
    }
    if disabled_change && disabled {
        auth::store::end_all_sessions(tx, id, "disabled").await?;
        tx.record(Event::UserDisabled { user: id }).await?;
    } else if disabled_change {
        tx.record(Event::UserEnabled { user: id }).await?;
    }
    view(tx.conn(), &actor, row).await
}

/// Signs a person out everywhere. Their tokens stand: those are theirs to revoke, and disabling stops them, too.
pub async fn end_sessions(tx: &mut Tx, id: UserId) -> Result<()> {
    policy::administration(tx.actor(), AdministrationAction::SeeUsers).require()?;
    let row = store::lock(tx, id).await?;
    policy::user(tx.actor(), UserAction::EndSessions, id, row.staff).require()?;
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
        let can = |action| policy::user(actor, action, row.id.into(), row.staff).can();
        User {
            id: row.id,
            can: UserCan {
                edit: can(UserAction::Edit),
                change_address: can(UserAction::ChangeAddress),
                make_staff: can(UserAction::MakeStaff),
                disable: can(UserAction::Disable),
                end_sessions: can(UserAction::EndSessions),
            },
            email: row.email,
            name: row.name,
            staff: row.staff,
            admin: row.admin,
            disabled_at: row.disabled_at,
            created_at: row.created_at,
            last_seen_at: seen.get(&row.id).copied().flatten(),
            memberships: memberships.remove(&row.id).unwrap_or_default(),
            version: row.version,
        }
    });
    Ok(views.collect())
}
