//! The SQL of organisations.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::dto::{NewOrganization, OrganizationKind};
use crate::db::{Tx, contains, lower};
use crate::error::{Code, Error, Result, constraint_of};
use crate::kernel::{Amount, Currency, OrganizationId, Page, Person, RorId, Slug, Website};
use crate::schema::{organization_logos, organizations, tiers};

#[derive(Clone, Debug, PartialEq, Queryable, Selectable, AsChangeset)]
#[diesel(table_name = organizations, treat_none_as_null = true)]
pub struct OrganizationRow {
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    pub kind: String,
    pub tier_id: Option<Uuid>,
    pub website: Option<String>,
    pub ror_id: Option<String>,
    pub profile: String,
    pub logo_digest: Option<String>,
    pub membership_starts: Option<NaiveDate>,
    pub membership_ends: Option<NaiveDate>,
    pub fiscal_year_start_month: i16,
    pub yearly_ceiling: Option<Decimal>,
    pub currency: String,
    pub billing_name: Option<String>,
    pub billing_email: Option<String>,
    pub billing_address: Option<String>,
    pub billing_reference: Option<String>,
    pub version: i32,
    pub updated_at: DateTime<Utc>,
}

impl OrganizationRow {
    pub fn id(&self) -> OrganizationId {
        self.id.into()
    }
}

/// An organisation's row with its tier's slug and name.
pub type WithTier = (OrganizationRow, Option<(String, String)>);

pub async fn find(conn: &mut AsyncPgConnection, slug: &Slug) -> Result<OrganizationRow> {
    let query = organizations::table.filter(organizations::slug.eq(slug.as_str())).select(OrganizationRow::as_select());
    query.first(conn).await.map_err(Error::from)
}

pub async fn find_by_id(conn: &mut AsyncPgConnection, id: OrganizationId) -> Result<OrganizationRow> {
    let query = organizations::table.find(id.as_uuid()).select(OrganizationRow::as_select());
    query.first(conn).await.map_err(Error::from)
}

pub async fn load(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> Result<Vec<OrganizationRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let query = organizations::table.filter(organizations::id.eq_any(ids)).select(OrganizationRow::as_select());
    Ok(query.order(organizations::name).load(conn).await?)
}

/// Whether an active membership of the person's is of a tier that may look at drafts.
pub async fn early_look(conn: &mut AsyncPgConnection, person: &Person, now: DateTime<Utc>) -> Result<bool> {
    let ids: Vec<Uuid> = person.memberships.iter().map(|member| member.organization.as_uuid()).collect();
    if ids.is_empty() {
        return Ok(false);
    }
    let today = now.date_naive();
    let begun = organizations::membership_starts.le(today);
    let lasts = organizations::membership_ends.is_null().or(organizations::membership_ends.ge(today));
    let query = organizations::table
        .inner_join(tiers::table)
        .filter(organizations::id.eq_any(ids).and(tiers::early_look).and(begun).and(lasts))
        .select(organizations::id);
    Ok(query.first::<Uuid>(conn).await.optional()?.is_some())
}

pub async fn lock(tx: &mut Tx, slug: &Slug) -> Result<OrganizationRow> {
    Ok(locking(tx.conn().await?, slug).await?)
}

/// The same for who asks more at once.
pub async fn locking(mut conn: &AsyncPgConnection, slug: &Slug) -> QueryResult<OrganizationRow> {
    let query = organizations::table
        .filter(organizations::slug.eq(slug.as_str()))
        .select(OrganizationRow::as_select())
        .for_no_key_update();
    query.first(&mut conn).await
}

pub async fn lock_by_id(tx: &mut Tx, id: OrganizationId) -> Result<OrganizationRow> {
    let query = organizations::table.find(id.as_uuid()).select(OrganizationRow::as_select()).for_no_key_update();
    query.first(tx.conn().await?).await.map_err(Error::from)
}

pub async fn tier_of(conn: &mut AsyncPgConnection, row: &OrganizationRow) -> Result<Option<(String, String)>> {
    let Some(tier) = row.tier_id else { return Ok(None) };
    Ok(tiers::table.find(tier).select((tiers::slug, tiers::name)).first(conn).await.optional()?)
}

/// Organisations by name, in any case.
pub async fn list(
    conn: &mut AsyncPgConnection,
    q: Option<&str>,
    kind: Option<OrganizationKind>,
    page: &Page<(String, Uuid)>,
) -> Result<Vec<WithTier>> {
    let mut query = organizations::table
        .left_join(tiers::table)
        .select((OrganizationRow::as_select(), (tiers::slug, tiers::name).nullable()))
        .order((lower(organizations::name), organizations::id))
        .limit(page.fetch())
        .into_boxed();
    if let Some(q) = q {
        query = query.filter(organizations::name.ilike(contains(q)));
    }
    if let Some(kind) = kind {
        query = query.filter(organizations::kind.eq(kind.as_str()));
    }
    if let Some((name, id)) = page.after.clone() {
        // The first half is where the index begins to read; without it every page before would be read again.
        query = query.filter(lower(organizations::name).ge(lower(name.clone())));
        query = query.filter(lower(organizations::name).gt(lower(name)).or(organizations::id.gt(id)));
    }
    Ok(query.load(conn).await?)
}

pub async fn insert(
    tx: &mut Tx,
    id: OrganizationId,
    new: &NewOrganization,
    tier: Option<Uuid>,
    currency: Currency,
) -> Result<OrganizationRow> {
    let now = tx.now();
    diesel::insert_into(organizations::table)
        .values((
            organizations::id.eq(id.as_uuid()),
            organizations::slug.eq(new.slug.as_str()),
            organizations::name.eq(new.name.as_str()),
            organizations::kind.eq(new.kind.as_str()),
            organizations::tier_id.eq(tier),
            organizations::website.eq(new.website.as_ref().map(Website::as_str)),
            organizations::ror_id.eq(new.ror_id.as_ref().map(RorId::as_str)),
            organizations::profile.eq(new.profile.as_str()),
            organizations::membership_starts.eq(new.membership.0),
            organizations::membership_ends.eq(new.membership.1),
            organizations::fiscal_year_start_month.eq(new.fiscal_year_start_month),
            organizations::yearly_ceiling.eq(new.yearly_ceiling.map(Amount::to_decimal)),
            organizations::currency.eq(currency.code()),
            organizations::created_at.eq(now),
            organizations::updated_at.eq(now),
        ))
        .returning(OrganizationRow::as_returning())
        .get_result(tx.conn().await?)
        .await
        .map_err(taken)
}

/// Writes the row back with the next version.
pub async fn update(tx: &mut Tx, row: &OrganizationRow) -> Result<OrganizationRow> {
    let row = OrganizationRow { version: row.version + 1, updated_at: tx.now(), ..row.clone() };
    diesel::update(organizations::table.find(row.id))
        .set(&row)
        .returning(OrganizationRow::as_returning())
        .get_result(tx.conn().await?)
        .await
        .map_err(taken)
}

/// The names that only one organisation can have.
fn taken(error: diesel::result::Error) -> Error {
    match constraint_of(&error) {
        Some("organizations_slug_key") => Error::new(Code::SlugTaken),
        Some("organizations_ror_id_key") => Error::new(Code::RorIdTaken),
        _ => error.into(),
    }
}

pub async fn put_logo(tx: &mut Tx, id: Uuid, png: &[u8]) -> Result<()> {
    diesel::insert_into(organization_logos::table)
        .values((organization_logos::organization_id.eq(id), organization_logos::png.eq(png)))
        .on_conflict(organization_logos::organization_id)
        .do_update()
        .set(organization_logos::png.eq(png))
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}

pub async fn remove_logo(tx: &mut Tx, id: Uuid) -> Result<()> {
    diesel::delete(organization_logos::table.find(id)).execute(tx.conn().await?).await?;
    Ok(())
}

/// The picture, and its digest.
pub async fn logo(conn: &mut AsyncPgConnection, slug: &Slug) -> Result<(Vec<u8>, Option<String>)> {
    organization_logos::table
        .inner_join(organizations::table)
        .filter(organizations::slug.eq(slug.as_str()))
        .select((organization_logos::png, organizations::logo_digest))
        .first(conn)
        .await
        .map_err(Error::from)
}
