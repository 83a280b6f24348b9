//! The SQL of whom a mail is for.

use diesel::prelude::*;
use diesel::sql_types::{Array, Bool, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::Value;
use uuid::Uuid;

use crate::db::Tx;
use crate::error::Result;
use crate::features::pledges::store::PledgeRow;
use crate::kernel::{OrganizationId, PledgeId, PledgeStatus, ProjectId, UserId};
use crate::schema::{audit_log, memberships, organizations, pledges};

/// Why pledges end with what their project becomes: those who gave them hear of it with the project's own news.
pub const WITH_THE_PROJECT: [&str; 3] = ["condition_not_met", "project_funded", "project_closed"];

/// Whom something about a project concerns.
#[derive(Clone, Copy, Debug, Default)]
pub struct Audience {
    pub followers: bool,
    /// The leads of organisations with a live pledge, or one that ended right now, and the champion who placed it.
    pub backers: bool,
    pub staff: bool,
}

#[derive(QueryableByName)]
struct Someone {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
}

/// Each person once, however many reasons there are.
pub async fn people(tx: &mut Tx, project: ProjectId, audience: Audience) -> Result<Vec<UserId>> {
    let now = tx.now();
    let people: Vec<Someone> = diesel::sql_query(
        "SELECT u.id FROM users u WHERE u.disabled_at IS NULL AND u.id IN ( \
             SELECT user_id FROM follows WHERE $2 AND project_id = $1 \
             UNION SELECT m.user_id FROM pledges p JOIN memberships m ON m.organization_id = p.organization_id \
                 AND (m.role = 'lead' OR (m.role = 'champion' AND m.user_id = p.champion_id)) \
                 WHERE $3 AND p.project_id = $1 \
                 AND (p.status = ANY ($6) \
                     OR (p.status = 'released' AND p.updated_at = $5)) \
             UNION SELECT id FROM users WHERE $4 AND staff) \
         ORDER BY u.id",
    )
    .bind::<SqlUuid, _>(project.as_uuid())
    .bind::<Bool, _>(audience.followers)
    .bind::<Bool, _>(audience.backers)
    .bind::<Bool, _>(audience.staff)
    .bind::<Timestamptz, _>(now)
    .bind::<Array<Text>, _>(PledgeStatus::live())
    .load(tx.conn().await?)
    .await?;
    Ok(people.into_iter().map(|someone| someone.id.into()).collect())
}

/// The leads of an organisation who can sign in.
pub async fn leads(tx: &mut Tx, organization: OrganizationId) -> Result<Vec<UserId>> {
    let query = memberships::table.filter(memberships::organization_id.eq(organization.as_uuid()));
    let ids: Vec<Uuid> =
        query.filter(memberships::role.eq("lead")).select(memberships::user_id).load(tx.conn().await?).await?;
    Ok(ids.into_iter().map(UserId::from).collect())
}

/// The requests that ended right now because a gap was filled without them.
pub async fn released_now(tx: &mut Tx, project: ProjectId) -> Result<Vec<PledgeId>> {
    let now = tx.now();
    let ended = pledges::table
        .filter(pledges::project_id.eq(project.as_uuid()).and(pledges::status.eq("released")))
        .filter(pledges::reason.eq("project_funded").and(pledges::updated_at.eq(now)));
    let ids: Vec<Uuid> = ended.select(pledges::id).load(tx.conn().await?).await?;
    Ok(ids.into_iter().map(PledgeId::from).collect())
}

/// Who answers for each of these: the organisation's leads, and the champion who placed it.
pub async fn answering_for(tx: &mut Tx, ids: &[PledgeId]) -> Result<Vec<(PledgeId, UserId)>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.as_uuid()).collect();
    let is_own = memberships::user_id.nullable().eq(pledges::champion_id).assume_not_null();
    let rows: Vec<(Uuid, Uuid)> = pledges::table
        .inner_join(memberships::table.on(memberships::organization_id.eq(pledges::organization_id)))
        .filter(pledges::id.eq_any(ids))
        .filter(memberships::role.eq("lead").or(memberships::role.eq("champion").and(is_own)))
        .select((pledges::id, memberships::user_id))
        .load(tx.conn().await?)
        .await?;
    Ok(rows.into_iter().map(|(pledge, user)| (pledge.into(), user.into())).collect())
}

/// The pledges to a project that somebody answers for today, live or ended with the project, each with its
/// organisation's name.
pub async fn pledges_of(
    conn: &mut AsyncPgConnection,
    project: ProjectId,
    user: UserId,
) -> Result<Vec<(PledgeRow, String)>> {
    let ended = pledges::status.eq("released").and(pledges::reason.eq_any(WITH_THE_PROJECT).assume_not_null());
    Ok(answered_for(user)
        .filter(pledges::project_id.eq(project.as_uuid()))
        .filter(pledges::status.eq_any(PledgeStatus::live()).or(ended))
        .select((PledgeRow::as_select(), organizations::name))
        .order((organizations::name, pledges::place))
        .load(conn)
        .await?)
}

/// One pledge with its organisation's name, if somebody answers for it today.
pub async fn pledge_of(
    conn: &mut AsyncPgConnection,
    pledge: PledgeId,
    user: UserId,
) -> Result<Option<(PledgeRow, String)>> {
    Ok(answered_for(user)
        .filter(pledges::id.eq(pledge.as_uuid()))
        .select((PledgeRow::as_select(), organizations::name))
        .first(conn)
        .await
        .optional()?)
}

/// Leads answer for all of their organisation's, a champion for the own.
#[diesel::dsl::auto_type(no_type_alias)]
fn answered_for(user: UserId) -> _ {
    let id: Uuid = user.as_uuid();
    let is_lead = memberships::role.eq("lead");
    let is_own = memberships::role.eq("champion").and(pledges::champion_id.eq(id).assume_not_null());
    pledges::table
        .inner_join(organizations::table.on(organizations::id.eq(pledges::organization_id)))
        .inner_join(memberships::table.on(memberships::organization_id.eq(pledges::organization_id)))
        .filter(memberships::user_id.eq(id))
        .filter(is_lead.or(is_own))
}

/// What the newest audit entry of this name says of a project.
pub async fn last_detail(conn: &mut AsyncPgConnection, project: ProjectId, action: &str) -> Result<Option<Value>> {
    let entries = audit_log::table.filter(audit_log::subject_id.eq(project.as_uuid()));
    let entries = entries.filter(audit_log::action.eq(action.to_owned())).order(audit_log::id.desc());
    Ok(entries.select(audit_log::detail).first(conn).await.optional()?)
}
