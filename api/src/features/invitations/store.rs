//! The SQL of invitations.

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::db::Tx;
use crate::error::{Code, ConstraintExt as _, Result};
use crate::features::members::dto::NewMember;
use crate::kernel::{Amount, InvitationId, OrganizationId, Role, UserId};
use crate::schema::{invitations, memberships, users};

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = invitations)]
pub struct InvitationRow {
    pub id: Uuid,
    pub organization_id: Uuid,
    pub email: String,
    pub role: String,
    pub pledge_limit: Option<Decimal>,
    /// By name.
    #[diesel(select_expression = users::name)]
    pub invited_by: String,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

/// Neither accepted nor withdrawn; it may have expired.
#[diesel::dsl::auto_type(no_type_alias)]
fn is_open() -> _ {
    invitations::accepted_at.is_null().and(invitations::revoked_at.is_null())
}

pub async fn list_open(conn: &mut AsyncPgConnection, organization: OrganizationId) -> Result<Vec<InvitationRow>> {
    Ok(invitations::table
        .inner_join(users::table.on(users::id.eq(invitations::invited_by)))
        .filter(invitations::organization_id.eq(organization.as_uuid()))
        .filter(is_open())
        .order(invitations::id.desc())
        .limit(1000)
        .select(InvitationRow::as_select())
        .load(conn)
        .await?)
}

pub async fn find_open(conn: &mut AsyncPgConnection, id: InvitationId) -> Result<Option<InvitationRow>> {
    Ok(invitations::table
        .inner_join(users::table.on(users::id.eq(invitations::invited_by)))
        .filter(invitations::id.eq(id.as_uuid()))
        .filter(is_open())
        .select(InvitationRow::as_select())
        .first(conn)
        .await
        .optional()?)
}

/// Whether who invited could still do so: staff, or a lead of the organisation, and not shut out.
pub async fn inviter_may(conn: &mut AsyncPgConnection, id: InvitationId) -> Result<bool> {
    let leads = memberships::table
        .filter(memberships::user_id.eq(users::id))
        .filter(memberships::organization_id.eq(invitations::organization_id))
        .filter(memberships::role.eq(Role::Lead.as_str()));
    let query = invitations::table
        .inner_join(users::table.on(users::id.eq(invitations::invited_by)))
        .filter(invitations::id.eq(id.as_uuid()))
        .filter(users::disabled_at.is_null().and(users::staff.or(exists(leads))));
    Ok(query.count().get_result::<i64>(conn).await? == 1)
}

pub async fn insert(
    tx: &mut Tx,
    id: InvitationId,
    organization: OrganizationId,
    by: UserId,
    new: &NewMember,
    expires_at: DateTime<Utc>,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(invitations::table)
        .values((
            invitations::id.eq(id.as_uuid()),
            invitations::organization_id.eq(organization.as_uuid()),
            invitations::email.eq(new.email.as_str()),
            invitations::role.eq(new.role.as_str()),
            invitations::pledge_limit.eq(new.limit.map(Amount::to_decimal)),
            invitations::invited_by.eq(by.as_uuid()),
            invitations::created_at.eq(now),
            invitations::expires_at.eq(expires_at),
        ))
        .execute(tx.conn().await?)
        .await
        .refuse_if("invitations_one_open", Code::AlreadyInvited)?;
    Ok(())
}

/// From now on it is whoever sent it again that invites.
pub async fn prolong(tx: &mut Tx, id: InvitationId, by: UserId, expires_at: DateTime<Utc>) -> Result<()> {
    diesel::update(invitations::table.find(id.as_uuid()))
        .set((invitations::expires_at.eq(expires_at), invitations::invited_by.eq(by.as_uuid())))
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

pub async fn revoke(tx: &mut Tx, id: InvitationId) -> Result<()> {
    let now = tx.now();
    diesel::update(invitations::table.find(id.as_uuid()))
        .set(invitations::revoked_at.eq(now))
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

/// Uses an invitation up; whether it was still to be used.
pub async fn accept(tx: &mut Tx, id: InvitationId, by: UserId) -> Result<bool> {
    let now = tx.now();
    let accepted = diesel::update(invitations::table.find(id.as_uuid()))
        .filter(is_open().and(invitations::expires_at.gt(now)))
        .set((invitations::accepted_at.eq(now), invitations::accepted_by.eq(by.as_uuid())))
        .execute(tx.conn().await?)
        .await?;
    Ok(accepted == 1)
}
