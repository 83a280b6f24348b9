//! Use cases of organisations.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::dto::{
    NewOrganization, Organization, OrganizationCan, OrganizationChange, OrganizationKind, OwnPart, TierLink,
};
use super::logo;
use super::rules::{check_dates, membership_active};
use super::store::{self, OrganizationRow, WithTier};
use crate::db::{Tx, stored, stored_amount};
use crate::error::{Code, Error, Result};
use crate::features::pledges::rules::years::FiscalYear;
use crate::features::pledges::year_store as years;
use crate::features::tiers;
use crate::kernel::{Actor, Amount, Currency, Event, FieldCode, Invalid, OrganizationId, Page, Role, Slug, markdown};
use crate::policy::{self, OrganizationAction};
use crate::version::Seen;

pub async fn list(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    q: Option<&str>,
    kind: Option<OrganizationKind>,
    page: &Page<(String, Uuid)>,
    now: DateTime<Utc>,
) -> Result<(Vec<Organization>, Option<(String, Uuid)>)> {
    let rows = store::list(conn, q, kind, page).await?;
    let (rows, next) = page.cut(rows, |(row, _)| (row.name.clone(), row.id));
    let views = rows.into_iter().map(|row| view(actor, row, now)).collect::<Result<_>>()?;
    Ok((views, next))
}

pub async fn get(conn: &mut AsyncPgConnection, actor: &Actor, slug: &Slug, now: DateTime<Utc>) -> Result<Organization> {
    let row = store::find(conn, slug).await?;
    let tier = store::tier_of(conn, &row).await?;
    view(actor, (row, tier), now)
}

pub async fn create(tx: &mut Tx, new: &NewOrganization, currency: Currency) -> Result<Organization> {
    policy::organization(tx.actor(), OrganizationAction::Create, None).require()?;
    let tier = match &new.tier {
        Some(slug) => Some(offered_tier(tx, slug).await?),
        None => None,
    };
    let organization = OrganizationId::new();
    let row = store::insert(tx, organization, new, tier, currency).await?;
    tx.record(Event::OrganizationCreated { organization }).await?;
    show_row(tx, row).await
}

/// Changes an organisation. Each part is allowed or refused by itself, and all of it happens or nothing.
pub async fn edit(tx: &mut Tx, seen: Seen, slug: &Slug, change: &OrganizationChange) -> Result<Organization> {
    // Who may change nothing at all is told so before anything is locked.
    let before = store::find(tx.conn().await?, slug).await?;
    policy::organization(tx.actor(), OrganizationAction::SeeOwn, Some(before.id())).require()?;
    let mut row = store::lock(tx, slug).await?;
    seen.check(row.version)?;
    let mut parts = Parts::default();
    let first_month = row.fiscal_year_start_month;
    edit_membership(&mut row, change, &mut parts);
    edit_profile(&mut row, change, &mut parts);
    edit_money(&mut row, change, &mut parts);
    for action in &parts.actions {
        policy::organization(tx.actor(), *action, Some(row.id())).require()?;
    }
    if row.fiscal_year_start_month != first_month {
        keep_years(tx, &row, first_month).await?;
    }
    // Only now: which tiers there are is told to those who may give them.
    if let Some(tier) = change.tier.named() {
        row.tier_id = match tier {
            Some(slug) => Some(offered_tier(tx, slug).await?),
            None => None,
        };
    }
    check_dates(row.membership_starts, row.membership_ends).map_err(|e| Error::field("/membership_ends", e))?;
    if !parts.fields.is_empty() {
        row = store::update(tx, &row).await?;
        tx.record(Event::OrganizationEdited { organization: row.id(), fields: parts.fields }).await?;
    }
    show_row(tx, row).await
}

/// Which fields a change names, and which rights they take.
#[derive(Default)]
struct Parts {
    fields: Vec<&'static str>,
    actions: Vec<OrganizationAction>,
}

impl Parts {
    fn note(&mut self, field: &'static str, action: OrganizationAction) {
        self.fields.push(field);
        if !self.actions.contains(&action) {
            self.actions.push(action);
        }
    }
}

fn edit_membership(row: &mut OrganizationRow, change: &OrganizationChange, parts: &mut Parts) {
    const ACTION: OrganizationAction = OrganizationAction::EditMembership;
    if let Some(name) = &change.name {
        row.name = name.as_str().to_owned();
        parts.note("name", ACTION);
    }
    if let Some(slug) = &change.slug {
        row.slug = slug.as_str().to_owned();
        parts.note("slug", ACTION);
    }
    if let Some(kind) = change.kind {
        row.kind = kind.as_str().to_owned();
        parts.note("kind", ACTION);
    }
    if change.tier.named().is_some() {
        parts.note("tier", ACTION);
    }
    if let Some(membership_starts) = change.membership_starts.named() {
        row.membership_starts = membership_starts.copied();
        parts.note("membership_starts", ACTION);
    }
    if let Some(membership_ends) = change.membership_ends.named() {
        row.membership_ends = membership_ends.copied();
        parts.note("membership_ends", ACTION);
    }
}

fn edit_profile(row: &mut OrganizationRow, change: &OrganizationChange, parts: &mut Parts) {
    const ACTION: OrganizationAction = OrganizationAction::EditProfile;
    if let Some(ror_id) = change.ror_id.named() {
        row.ror_id = ror_id.map(|id| id.as_str().to_owned());
        parts.note("ror_id", ACTION);
    }
    if let Some(website) = change.website.named() {
        row.website = website.map(|site| site.as_str().to_owned());
        parts.note("website", ACTION);
    }
    if let Some(profile) = &change.profile {
        row.profile = profile.as_str().to_owned();
        parts.note("profile", ACTION);
    }
}

fn edit_money(row: &mut OrganizationRow, change: &OrganizationChange, parts: &mut Parts) {
    if let Some(month) = change.fiscal_year_start_month {
        row.fiscal_year_start_month = month;
        parts.note("fiscal_year_start_month", OrganizationAction::EditCeiling);
    }
    if let Some(ceiling) = change.yearly_ceiling.named() {
        row.yearly_ceiling = ceiling.copied().map(Amount::to_decimal);
        parts.note("yearly_ceiling", OrganizationAction::EditCeiling);
    }
    const BILLING: OrganizationAction = OrganizationAction::EditBilling;
    if let Some(billing_name) = change.billing_name.named() {
        row.billing_name = billing_name.map(|text| text.as_str().to_owned());
        parts.note("billing_name", BILLING);
    }
    if let Some(billing_email) = change.billing_email.named() {
        row.billing_email = billing_email.map(|email| email.as_str().to_owned());
        parts.note("billing_email", BILLING);
    }
    if let Some(billing_address) = change.billing_address.named() {
        row.billing_address = billing_address.map(|text| text.as_str().to_owned());
        parts.note("billing_address", BILLING);
    }
    if let Some(billing_reference) = change.billing_reference.named() {
        row.billing_reference = billing_reference.map(|text| text.as_str().to_owned());
        parts.note("billing_reference", BILLING);
    }
}

/// A fiscal year is known by a number, and pledges name theirs by it: while years that are not over bear some, none may
/// come to mean other days.
async fn keep_years(tx: &mut Tx, row: &OrganizationRow, before: i16) -> Result<()> {
    // Somewhere it is yesterday still.
    let today = tx.now().date_naive();
    let today = today.pred_opt().unwrap_or(today);
    let year = FiscalYear::of(today, before).min(FiscalYear::of(today, row.fiscal_year_start_month));
    if years::are_borne_from(tx.conn().await?, row.id(), year).await? {
        return Err(Error::new(Code::FrozenByPledges).with("fields", ["fiscal_year_start_month"]));
    }
    Ok(())
}

async fn offered_tier(tx: &mut Tx, slug: &Slug) -> Result<Uuid> {
    let unknown = || Error::field("/tier", Invalid::new(FieldCode::NotAllowed, "There is no such tier."));
    let tier = tiers::store::find(tx.conn().await?, slug).await?.ok_or_else(unknown)?;
    if tier.archived_at.is_some() {
        return Err(Error::new(Code::TierArchived));
    }
    Ok(tier.id)
}

pub async fn show_row(tx: &mut Tx, row: OrganizationRow) -> Result<Organization> {
    let tier = store::tier_of(tx.conn().await?, &row).await?;
    view(tx.actor(), (row, tier), tx.now())
}

fn view(actor: &Actor, (row, tier): WithTier, now: DateTime<Utc>) -> Result<Organization> {
    let id = row.id();
    let allowed = |action| policy::organization(actor, action, Some(id));
    let can = |action| allowed(action).can();
    let own = allowed(OrganizationAction::SeeOwn).is_allowed();
    let my_role = actor.person().and_then(|person| person.role_in(id));
    Ok(Organization {
        kind: stored(OrganizationKind::parse(&row.kind))?,
        tier: tier.map(|(slug, name)| TierLink { slug, name }),
        profile_html: markdown::to_html(&row.profile),
        logo_url: logo::url(&row.slug, row.logo_digest.as_deref()),
        membership_active: membership_active(row.membership_starts, row.membership_ends, now.date_naive()),
        version: row.version,
        updated_at: row.updated_at,
        can: OrganizationCan {
            edit_membership: can(OrganizationAction::EditMembership),
            edit_profile: can(OrganizationAction::EditProfile),
            edit_billing: can(OrganizationAction::EditBilling),
            edit_ceiling: can(OrganizationAction::EditCeiling),
            see_people: can(OrganizationAction::SeePeople),
            manage_people: can(OrganizationAction::ManagePeople),
            add_people_at_once: can(OrganizationAction::AddPeopleAtOnce),
        },
        own: if own { Some(own_part(&row, my_role)?) } else { None },
        slug: row.slug,
        name: row.name,
        website: row.website,
        ror_id: row.ror_id,
        profile: row.profile,
    })
}

fn own_part(row: &OrganizationRow, my_role: Option<Role>) -> Result<OwnPart> {
    Ok(OwnPart {
        id: row.id,
        membership_starts: row.membership_starts,
        membership_ends: row.membership_ends,
        fiscal_year_start_month: row.fiscal_year_start_month,
        yearly_ceiling: stored_amount(row.yearly_ceiling)?,
        currency: row.currency.clone(),
        billing_name: row.billing_name.clone(),
        billing_email: row.billing_email.clone(),
        billing_address: row.billing_address.clone(),
        billing_reference: row.billing_reference.clone(),
        my_role,
    })
}
