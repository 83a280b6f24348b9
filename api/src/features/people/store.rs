//! The SQL of people.

use chrono::{DateTime, Utc};
use diesel::dsl::{exists, max};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::rules::Standing;
use crate::db::{Tx, contains, lower};
use crate::error::{Code, ConstraintExt as _, Error, Result};
use crate::kernel::{Email, Page, UserId};
use crate::policy::Account;
use crate::schema::{memberships, organizations, sessions, users};

#[derive(Clone, Debug, PartialEq, Queryable, Selectable)]
#[diesel(table_name = users)]
pub struct UserRow {
    pub id: Uuid,
    pub email: String,
    pub name: String,
    pub language: Option<String>,
    pub time_zone: Option<String>,
    pub staff: bool,
    pub admin: bool,
    pub disabled_at: Option<DateTime<Utc>>,
    pub erased_at: Option<DateTime<Utc>>,
    pub version: i32,
    pub created_at: DateTime<Utc>,
}

impl UserRow {
    pub fn standing(&self) -> Standing {
        Standing { staff: self.staff, admin: self.admin, disabled: self.disabled_at.is_some() }
    }

    pub fn account(&self) -> Account {
        Account { id: self.id.into(), staff: self.staff, erased: self.erased_at.is_some() }
    }
}

#[derive(AsChangeset)]
#[diesel(table_name = users, treat_none_as_null = true)]
struct Written<'a> {
    email: &'a str,
    name: &'a str,
    language: Option<&'a str>,
    time_zone: Option<&'a str>,
    staff: bool,
    admin: bool,
    disabled_at: Option<DateTime<Utc>>,
    version: i32,
    updated_at: DateTime<Utc>,
}

pub async fn insert(tx: &mut Tx, id: UserId, email: &Email, name: &str, staff: bool, admin: bool) -> Result<UserRow> {
    let now = tx.now();
    diesel::insert_into(users::table)
        .values((
            users::id.eq(id.as_uuid()),
            users::email.eq(email.as_str()),
            users::name.eq(name),
            users::staff.eq(staff),
            users::admin.eq(admin),
            users::created_at.eq(now),
            users::updated_at.eq(now),
        ))
        .returning(UserRow::as_returning())
        .get_result(tx.conn().await?)
        .await
        .refuse_if("users_email_key", Code::EmailTaken)
}

/// Writes the row back with the next version.
pub async fn update(tx: &mut Tx, row: &UserRow) -> Result<UserRow> {
    let written = Written {
        email: &row.email,
        name: &row.name,
        language: row.language.as_deref(),
        time_zone: row.time_zone.as_deref(),
        staff: row.staff,
        admin: row.admin,
        disabled_at: row.disabled_at,
        version: row.version + 1,
        updated_at: tx.now(),
    };
    diesel::update(users::table.find(row.id))
        .set(written)
        .returning(UserRow::as_returning())
        .get_result(tx.conn().await?)
        .await
        .refuse_if("users_email_key", Code::EmailTaken)
}

pub async fn find(conn: &mut AsyncPgConnection, id: UserId) -> Result<UserRow> {
    users::table.find(id.as_uuid()).select(UserRow::as_select()).first(conn).await.map_err(Error::from)
}

pub async fn lock(tx: &mut Tx, id: UserId) -> Result<UserRow> {
    let query = users::table.find(id.as_uuid()).select(UserRow::as_select()).for_update();
    query.first(tx.conn().await?).await.map_err(Error::from)
}

pub async fn find_by_email(conn: &mut AsyncPgConnection, email: &Email) -> Result<Option<UserRow>> {
    let query = users::table.filter(users::email.eq(email.as_str())).select(UserRow::as_select());
    Ok(query.first(conn).await.optional()?)
}

pub async fn count(conn: &mut AsyncPgConnection) -> Result<i64> {
    Ok(users::table.count().get_result(conn).await?)
}

/// Whether the person is there and not disabled.
pub async fn may_sign_in(conn: &mut AsyncPgConnection, id: UserId) -> Result<bool> {
    let there = users::table.find(id.as_uuid()).filter(users::disabled_at.is_null());
    Ok(diesel::select(exists(there)).get_result(conn).await?)
}

pub async fn rights(conn: &mut AsyncPgConnection, id: UserId) -> Result<(bool, bool)> {
    Ok(users::table.find(id.as_uuid()).select((users::staff, users::admin)).first(conn).await?)
}

/// How many administrators can sign in; they are locked, so that two of them cannot both be the last to go.
pub async fn lock_working_admins(tx: &mut Tx) -> Result<usize> {
    let ids: Vec<Uuid> = users::table
        .filter(users::admin.and(users::disabled_at.is_null()))
        .order(users::id)
        .select(users::id)
        .for_update()
        .load(tx.conn().await?)
        .await?;
    Ok(ids.len())
}

#[derive(Clone, Debug, Queryable)]
pub struct MembershipRow {
    pub user_id: Uuid,
    pub slug: String,
    pub name: String,
    pub kind: String,
    pub logo_digest: Option<String>,
    pub role: String,
    pub pledge_limit: Option<Decimal>,
}

/// The memberships of all of these people, by name of the organisation.
pub async fn memberships_of(conn: &mut AsyncPgConnection, people: &[Uuid]) -> Result<Vec<MembershipRow>> {
    Ok(memberships::table
        .inner_join(organizations::table)
        .filter(memberships::user_id.eq_any(people))
        .order((lower(organizations::name), organizations::id))
        .select((
            memberships::user_id,
            organizations::slug,
            organizations::name,
            organizations::kind,
            organizations::logo_digest,
            memberships::role,
            memberships::pledge_limit,
        ))
        .load(conn)
        .await?)
}

/// When each of these people last used a session.
pub async fn last_seen(conn: &mut AsyncPgConnection, people: &[Uuid]) -> Result<Vec<(Uuid, Option<DateTime<Utc>>)>> {
    Ok(sessions::table
        .filter(sessions::user_id.eq_any(people))
        .group_by(sessions::user_id)
        .select((sessions::user_id, max(sessions::last_seen_at)))
        .load(conn)
        .await?)
}

/// People by name, in any case. Whoever is erased is not looked for.
pub async fn list(
    conn: &mut AsyncPgConnection,
    q: Option<&str>,
    staff: Option<bool>,
    page: &Page<(String, Uuid)>,
) -> Result<Vec<UserRow>> {
    let mut query = users::table
        .filter(users::erased_at.is_null())
        .select(UserRow::as_select())
        .order((lower(users::name), users::id))
        .limit(page.fetch())
        .into_boxed();
    if let Some(q) = q {
        let pattern = contains(q);
        query = query.filter(users::name.ilike(pattern.clone()).or(users::email.ilike(pattern)));
    }
    if let Some(staff) = staff {
        query = query.filter(users::staff.eq(staff));
    }
    if let Some((name, id)) = page.after.clone() {
        // The first half is where the index begins to read; without it every page before would be read again.
        query = query.filter(lower(users::name).ge(lower(name.clone())));
        query = query.filter(lower(users::name).gt(lower(name)).or(users::id.gt(id)));
    }
    Ok(query.load(conn).await?)
}
