//! The SQL of identities.

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::vouched::Vouched;
use crate::db::Tx;
use crate::error::{Code, ConstraintExt as _, OrMissing as _, Result};
use crate::kernel::{IdentityId, UserId};
use crate::schema::identities;

#[derive(Queryable, Selectable)]
#[diesel(table_name = identities)]
pub struct IdentityRow {
    pub id: Uuid,
    pub user_id: Uuid,
    pub provider: String,
    pub issuer: String,
    pub idp: String,
    /// The address it came with, if there was one: to tell identities from each other, and for nothing else.
    pub email: Option<String>,
    pub created_at: DateTime<Utc>,
    pub last_used_at: DateTime<Utc>,
}

/// Whose an identity is, locked so that nobody takes it away meanwhile.
pub async fn lock(tx: &mut Tx, vouched: &Vouched) -> Result<Option<IdentityRow>> {
    let query = identities::table
        .filter(identities::issuer.eq(&vouched.issuer))
        .filter(identities::subject.eq(&vouched.subject))
        .filter(identities::idp.eq(&vouched.idp))
        .select(IdentityRow::as_select())
        .for_update();
    Ok(query.first(tx.conn().await?).await.optional()?)
}

pub async fn has_one(conn: &mut AsyncPgConnection, user: UserId) -> Result<bool> {
    let theirs = identities::table.filter(identities::user_id.eq(user.as_uuid()));
    Ok(diesel::select(exists(theirs)).get_result(conn).await?)
}

pub async fn of_person(conn: &mut AsyncPgConnection, user: UserId) -> Result<Vec<IdentityRow>> {
    let query = identities::table.filter(identities::user_id.eq(user.as_uuid())).order(identities::id);
    Ok(query.select(IdentityRow::as_select()).load(conn).await?)
}

pub async fn insert(tx: &mut Tx, id: IdentityId, user: UserId, provider: &str, vouched: &Vouched) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(identities::table)
        .values((
            identities::id.eq(id.as_uuid()),
            identities::user_id.eq(user.as_uuid()),
            identities::provider.eq(provider),
            identities::issuer.eq(&vouched.issuer),
            identities::subject.eq(&vouched.subject),
            identities::idp.eq(&vouched.idp),
            identities::email.eq(vouched.email.as_ref().map(|email| email.as_str())),
            identities::created_at.eq(now),
            identities::last_used_at.eq(now),
        ))
        .execute(tx.conn().await?)
        .await
        .refuse_if("identities_one_person", Code::IdentityTaken)?;
    Ok(())
}

/// Notes its use, and the address it came with today.
pub async fn note_use(tx: &mut Tx, id: Uuid, vouched: &Vouched) -> Result<()> {
    diesel::update(identities::table.find(id))
        .set((
            identities::last_used_at.eq(tx.now()),
            identities::email.eq(vouched.email.as_ref().map(|email| email.as_str())),
        ))
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Takes a person's identity away.
pub async fn delete(tx: &mut Tx, user: UserId, id: IdentityId) -> Result<IdentityRow> {
    diesel::delete(identities::table.find(id.as_uuid()).filter(identities::user_id.eq(user.as_uuid())))
        .returning(IdentityRow::as_returning())
        .get_result(tx.conn().await?)
        .await
        .optional()?
        .or_missing()
}
