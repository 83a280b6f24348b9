//! The SQL of memberships.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::db::{Tx, lower};
use crate::error::{Code, ConstraintExt as _, Result};
use crate::kernel::{Amount, OrganizationId, Role, UserId};
use crate::schema::{memberships, users};

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = memberships)]
pub struct MemberRow {
    pub user_id: Uuid,
    #[diesel(select_expression = users::name)]
    pub name: String,
    #[diesel(select_expression = users::email)]
    pub email: String,
    #[diesel(select_expression = users::disabled_at)]
    pub disabled_at: Option<DateTime<Utc>>,
    pub role: String,
    pub pledge_limit: Option<Decimal>,
    pub version: i32,
    pub created_at: DateTime<Utc>,
}

impl MemberRow {
    pub fn is_working_lead(&self) -> bool {
        self.role == Role::Lead.as_str() && self.disabled_at.is_none()
    }
}

/// The people of an organisation, by name. A thousand is more than any has.
pub async fn list(conn: &mut AsyncPgConnection, organization: OrganizationId) -> Result<Vec<MemberRow>> {
    Ok(memberships::table
        .inner_join(users::table)
        .filter(memberships::organization_id.eq(organization.as_uuid()))
        .order((lower(users::name), users::id))
        .limit(1000)
        .select(MemberRow::as_select())
        .load(conn)
        .await?)
}

pub async fn find(
    conn: &mut AsyncPgConnection,
    organization: OrganizationId,
    user: UserId,
) -> Result<Option<MemberRow>> {
    Ok(memberships::table
        .inner_join(users::table)
        .filter(memberships::organization_id.eq(organization.as_uuid()))
        .filter(memberships::user_id.eq(user.as_uuid()))
        .select(MemberRow::as_select())
        .first(conn)
        .await
        .optional()?)
}

/// How many leads but `user` can act.
pub async fn count_other_leads(
    conn: &mut AsyncPgConnection,
    organization: OrganizationId,
    user: UserId,
) -> Result<usize> {
    let leads: i64 = memberships::table
        .inner_join(users::table)
        .filter(memberships::organization_id.eq(organization.as_uuid()))
        .filter(memberships::role.eq(Role::Lead.as_str()).and(users::disabled_at.is_null()))
        .filter(users::id.ne(user.as_uuid()))
        .count()
        .get_result(conn)
        .await?;
    Ok(usize::try_from(leads).unwrap_or_default())
}

pub async fn insert(
    tx: &mut Tx,
    organization: OrganizationId,
    user: UserId,
    role: Role,
    limit: Option<Amount>,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(memberships::table)
        .values((
            memberships::organization_id.eq(organization.as_uuid()),
            memberships::user_id.eq(user.as_uuid()),
            memberships::role.eq(role.as_str()),
            memberships::pledge_limit.eq(limit.map(Amount::to_decimal)),
            memberships::created_at.eq(now),
            memberships::updated_at.eq(now),
        ))
        .execute(tx.conn().await?)
        .await
        .refuse_if("memberships_pkey", Code::AlreadyMember)?;
    Ok(())
}

pub async fn update(
    tx: &mut Tx,
    organization: OrganizationId,
    user: UserId,
    role: Role,
    limit: Option<Amount>,
) -> Result<()> {
    let now = tx.now();
    diesel::update(memberships::table.find((organization.as_uuid(), user.as_uuid())))
        .set((
            memberships::role.eq(role.as_str()),
            memberships::pledge_limit.eq(limit.map(Amount::to_decimal)),
            memberships::version.eq(memberships::version + 1),
            memberships::updated_at.eq(now),
        ))
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, organization: OrganizationId, user: UserId) -> Result<()> {
    diesel::delete(memberships::table.find((organization.as_uuid(), user.as_uuid()))).execute(tx.conn().await?).await?;
    Ok(())
}
