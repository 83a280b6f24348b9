//! The SQL of pledges.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use futures_util::FutureExt as _;
use futures_util::future::join;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::rules::conditions::{Conditions, Standing};
use crate::db::{Soon, Tx, amount_of, stored, stored_amount};
use crate::error::{Error, Result};
use crate::features::organizations::store::{self as organization_store, OrganizationRow};
use crate::kernel::{
    Amount, Dust, Fraction, OrganizationId, PledgeId, PledgeStatus, ProjectId, Slug, UserId, Visibility,
};
use crate::schema::{organizations, pledges, projects};

/// In the words of the index that allows one of them for each organisation and project.
pub const LIVE: [&str; 5] = ["requested", "pledged", "signed", "invoiced", "collected"];
pub const STANDING: [&str; 4] = ["pledged", "signed", "invoiced", "collected"];

#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = pledges, treat_none_as_null = true)]
pub struct PledgeRow {
    pub id: Uuid,
    pub project_id: Uuid,
    pub organization_id: Uuid,
    pub place: i32,
    pub status: String,
    pub amount: Decimal,
    pub fraction: Option<String>,
    pub dust: Decimal,
    pub active: bool,
    pub share: Option<Decimal>,
    pub visibility: String,
    pub named_at: Option<DateTime<Utc>>,
    pub note: Option<String>,
    pub purchase_order: Option<String>,
    pub terms_version: String,
    pub min_other_orgs: Option<i32>,
    pub min_other_amount: Option<Decimal>,
    pub min_total: Option<Decimal>,
    pub requires_org: Option<Uuid>,
    pub champion_id: Option<Uuid>,
    pub salt: Vec<u8>,
    pub shuffle: Uuid,
    pub reason: Option<String>,
    pub agreement_reference: Option<String>,
    pub agreement_date: Option<NaiveDate>,
    pub currency: String,
    pub version: i32,
    pub placed_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

impl PledgeRow {
    pub fn id(&self) -> PledgeId {
        self.id.into()
    }

    pub fn organization(&self) -> OrganizationId {
        self.organization_id.into()
    }

    pub fn status(&self) -> Result<PledgeStatus> {
        stored(PledgeStatus::parse(&self.status))
    }

    pub fn visibility(&self) -> Result<Visibility> {
        stored(Visibility::parse(&self.visibility))
    }

    pub fn amount(&self) -> Result<Amount> {
        amount_of(self.amount)
    }

    pub fn fraction(&self) -> Result<Option<Fraction>> {
        self.fraction.as_deref().map(|text| stored(Fraction::parse(text))).transpose()
    }

    pub fn dust(&self) -> Result<Dust> {
        Dust::from_decimal(self.dust).ok_or_else(|| Error::internal(anyhow::anyhow!("{} is no dust", self.dust)))
    }

    /// What it counts for, where that is fixed: in mode `fixed`, and once shares are settled.
    pub fn share(&self) -> Result<Option<Amount>> {
        stored_amount(self.share)
    }

    pub fn champion(&self) -> Option<UserId> {
        self.champion_id.map(UserId::from)
    }

    pub fn conditions(&self) -> Result<Conditions> {
        Ok(Conditions {
            min_other_orgs: self.min_other_orgs,
            min_other_amount: stored_amount(self.min_other_amount)?,
            min_total: stored_amount(self.min_total)?,
            requires_org: self.requires_org.map(OrganizationId::from),
        })
    }

    pub fn set_conditions(&mut self, conditions: &Conditions) {
        self.min_other_orgs = conditions.min_other_orgs;
        self.min_other_amount = conditions.min_other_amount.map(Amount::to_decimal);
        self.min_total = conditions.min_total.map(Amount::to_decimal);
        self.requires_org = conditions.requires_org.map(OrganizationId::as_uuid);
    }
}

pub async fn find(conn: &mut AsyncPgConnection, id: PledgeId) -> Result<PledgeRow> {
    Ok(pledges::table.find(id.as_uuid()).select(PledgeRow::as_select()).first(conn).await?)
}

pub async fn lock(tx: &mut Tx, id: PledgeId) -> Result<PledgeRow> {
    Ok(pledges::table
        .find(id.as_uuid())
        .select(PledgeRow::as_select())
        .for_no_key_update()
        .first(tx.conn().await?)
        .await?)
}

/// Writes the row back with the next version.
pub async fn update(tx: &mut Tx, row: &mut PledgeRow) -> Result<()> {
    row.version += 1;
    row.updated_at = tx.now();
    diesel::update(pledges::table.find(row.id)).set(&*row).execute(tx.conn().await?).await?;
    Ok(())
}

/// How often one organisation may pledge to one project within an hour.
pub const PLACINGS_AN_HOUR: usize = 10;

/// A pledge of one organisation to one project, as much of it as a new one is judged by.
pub struct Earlier {
    pub id: PledgeId,
    pub is_live: bool,
    pub placed_at: DateTime<Utc>,
}

/// Who pledges to a project: the organisation, if it is there, and what it pledged to it before.
pub struct Backer {
    pub organization: Option<OrganizationRow>,
    pub earlier: Vec<Earlier>,
}

/// Locks the organisation, after the project.
pub fn lock_backer(tx: &mut Tx, project: &Slug, organization: &Slug) -> Soon<Backer> {
    let (project, organization) = (project.clone(), organization.clone());
    tx.soon(|conn| {
        async move {
            let locked = organization_store::locking(conn, &organization).map(QueryResult::optional);
            let (organization, earlier) = join(locked, of_pair(conn, &project, &organization)).await;
            Ok(Backer { organization: organization?, earlier: earlier? })
        }
        .boxed_local()
    })
}

/// The newest first; as many as anybody asks about.
pub async fn of_pair(mut conn: &AsyncPgConnection, project: &Slug, organization: &Slug) -> QueryResult<Vec<Earlier>> {
    let query = pledges::table
        .inner_join(projects::table)
        .inner_join(organizations::table.on(organizations::id.eq(pledges::organization_id)))
        .filter(projects::slug.eq(project.as_str()).and(organizations::slug.eq(organization.as_str())))
        .order(pledges::id.desc())
        .limit(i64::try_from(PLACINGS_AN_HOUR).unwrap_or(i64::MAX))
        .select((pledges::id, pledges::status.eq_any(LIVE), pledges::placed_at));
    let rows: Vec<(Uuid, bool, DateTime<Utc>)> = query.load(&mut conn).await?;
    Ok(rows.into_iter().map(|(id, is_live, placed_at)| Earlier { id: id.into(), is_live, placed_at }).collect())
}

/// Which of these organisations have a live pledge in which of these projects.
pub async fn live_of(
    conn: &mut AsyncPgConnection,
    projects: &[Uuid],
    organizations: &[Uuid],
) -> Result<HashSet<(Uuid, Uuid)>> {
    if organizations.is_empty() {
        return Ok(HashSet::new());
    }
    let query = pledges::table
        .filter(pledges::project_id.eq_any(projects).and(pledges::organization_id.eq_any(organizations)))
        .filter(pledges::status.eq_any(LIVE))
        .select((pledges::project_id, pledges::organization_id));
    Ok(query.load(conn).await?.into_iter().collect())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = pledges)]
struct StandingRow {
    id: Uuid,
    organization_id: Uuid,
    place: i32,
    amount: Decimal,
    visibility: String,
    min_other_orgs: Option<i32>,
    min_other_amount: Option<Decimal>,
    min_total: Option<Decimal>,
    requires_org: Option<Uuid>,
    active: bool,
}

/// Everybody who stands in a coalition that is not settled, in the order of their places.
pub async fn standings(conn: &mut AsyncPgConnection, project: ProjectId) -> Result<(Vec<PledgeId>, Vec<Standing>)> {
    let query = pledges::table
        .filter(pledges::project_id.eq(project.as_uuid()).and(pledges::status.eq_any(STANDING)))
        .select(StandingRow::as_select())
        .order(pledges::place);
    let rows: Vec<StandingRow> = query.load(conn).await?;
    let mut ids = Vec::with_capacity(rows.len());
    let mut standings = Vec::with_capacity(rows.len());
    for row in rows {
        ids.push(row.id.into());
        standings.push(Standing {
            organization: row.organization_id.into(),
            place: row.place,
            ceiling: amount_of(row.amount)?,
            public: row.visibility == Visibility::Public.as_str(),
            conditions: Conditions {
                min_other_orgs: row.min_other_orgs,
                min_other_amount: stored_amount(row.min_other_amount)?,
                min_total: stored_amount(row.min_total)?,
                requires_org: row.requires_org.map(OrganizationId::from),
            },
            active: row.active,
        });
    }
    Ok((ids, standings))
}

/// Wakes these, or puts them to sleep. That is derived: their versions stay.
pub async fn set_active(tx: &mut Tx, ids: &[Uuid], active: bool) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let these = pledges::table.filter(pledges::id.eq_any(ids));
    diesel::update(these).set(pledges::active.eq(active)).execute(tx.conn().await?).await?;
    Ok(())
}

/// How many pledges of others stand whose owner is hidden, and how many of others have their name in the list.
pub async fn hidden_beside(
    conn: &mut AsyncPgConnection,
    project: ProjectId,
    organization: OrganizationId,
) -> Result<(i64, i64)> {
    let others = || {
        pledges::table
            .filter(pledges::project_id.eq(project.as_uuid()).and(pledges::organization_id.ne(organization.as_uuid())))
            .filter(pledges::visibility.ne(Visibility::Public.as_str()))
    };
    let standing: i64 = others().filter(pledges::status.eq_any(STANDING)).count().get_result(conn).await?;
    let named: i64 = others().filter(pledges::named_at.is_not_null()).count().get_result(conn).await?;
    Ok((standing, named))
}

/// Whether another hidden pledge stands that did, with this one, at that time.
pub async fn stood_beside(conn: &mut AsyncPgConnection, row: &PledgeRow, then: DateTime<Utc>) -> Result<bool> {
    let others = pledges::table
        .filter(pledges::project_id.eq(row.project_id).and(pledges::id.ne(row.id)))
        .filter(pledges::visibility.ne(Visibility::Public.as_str()).and(pledges::placed_at.le(then)))
        .filter(pledges::status.eq_any(STANDING));
    Ok(row.placed_at <= then && others.count().get_result::<i64>(conn).await? > 0)
}

/// Whether it is listed there by name, for a pledge that may have ended.
pub async fn is_named(conn: &mut AsyncPgConnection, project: ProjectId, organization: OrganizationId) -> Result<bool> {
    let named = pledges::table
        .filter(pledges::project_id.eq(project.as_uuid()).and(pledges::organization_id.eq(organization.as_uuid())))
        .filter(pledges::named_at.is_not_null());
    Ok(named.count().get_result::<i64>(conn).await? > 0)
}

impl PledgeRow {
    /// To tell whether conditions changed: they move totals.
    pub fn set_of_conditions(&self) -> (Option<i32>, Option<Decimal>, Option<Decimal>, Option<Uuid>) {
        (self.min_other_orgs, self.min_other_amount, self.min_total, self.requires_org)
    }
}
