//! Reading pledges: of a project, of an organisation, and the history of one.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::actions::seen_by;
use super::dto::{Conditions, FundedProject, OpenPart, Pledge, PledgeActor, PledgeVersion, ProjectName, PublicPledge};
use super::list_store::{self, Key, WithOrganization};
use super::store::PledgeRow;
use super::{version_store, view};
use crate::db::stored;
use crate::error::Result;
use crate::features::organizations::dto::OrganizationLink;
use crate::features::organizations::store as organizations;
use crate::features::projects::dto::Project as Card;
use crate::features::projects::store::{self as projects, Project};
use crate::features::projects::view::{Viewer, cards, find_seen};
use crate::kernel::{Actor, Amount, Mode, OrganizationId, Page, PledgeId, PledgeStatus, ProjectId, Slug, Visibility};
use crate::policy::{self, AdministrationAction, OrganizationAction};

pub struct Listed {
    pub project: ProjectId,
    pub items: Vec<PublicPledge>,
    pub names: Vec<OrganizationLink>,
    pub next: Option<Key>,
}

/// What everybody may see; staff see all of it.
pub async fn of_project(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    slug: &Slug,
    page: &Page<Key>,
    now: DateTime<Utc>,
) -> Result<Listed> {
    let project = find_seen(conn, actor, slug, now).await?;
    let as_staff = policy::administration(actor, AdministrationAction::RunProjects).is_allowed();
    let rows = if as_staff {
        list_store::all_of_project(conn, project.id(), page).await?
    } else {
        list_store::of_project(conn, project.id(), page).await?
    };
    let (rows, next) = page.cut(rows, |(row, _)| key(row, as_staff));
    let required: Vec<Uuid> = rows.iter().filter_map(|(row, _)| row.requires_org).collect();
    let required = organizations::load(conn, &required).await?;
    let slug_of = |id: Uuid| required.iter().find(|row| row.id == id).map(|row| row.slug.clone());
    let items = rows.into_iter().map(|row| show(row, &project, as_staff, &slug_of)).collect::<Result<_>>()?;
    let names = list_store::names(conn, project.id()).await?;
    Ok(Listed { project: project.id(), items, names: names.iter().map(view::link).collect::<Result<_>>()?, next })
}

fn key(row: &PledgeRow, as_staff: bool) -> Key {
    if as_staff || row.visibility == Visibility::Public.as_str() {
        Key::Place(row.place)
    } else {
        Key::Amount(row.amount, row.shuffle)
    }
}

fn show(
    (row, organization): WithOrganization,
    project: &Project,
    as_staff: bool,
    slug_of: &dyn Fn(Uuid) -> Option<String>,
) -> Result<PublicPledge> {
    let open = as_staff || row.visibility()? == Visibility::Public;
    let conditions = row.conditions()?;
    Ok(PublicPledge {
        organization: if open { Some(view::link(&organization)?) } else { None },
        amount: row.amount()?,
        share: view::share_now(&row, project)?,
        active: row.active,
        open: if open {
            Some(OpenPart {
                id: row.id,
                status: row.status()?,
                visibility: row.visibility()?,
                fraction: row.fraction()?,
                conditions: Conditions {
                    min_other_orgs: conditions.min_other_orgs,
                    min_other_amount: conditions.min_other_amount,
                    min_total: conditions.min_total,
                    requires_org: row.requires_org.and_then(slug_of),
                },
                placed_at: row.placed_at,
                version: row.version,
                note: row.note,
            })
        } else {
            None
        },
    })
}

/// An organisation's own pledges, newest first.
pub async fn of_organization(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    slug: &Slug,
    status: Option<PledgeStatus>,
    page: &Page<Uuid>,
    now: DateTime<Utc>,
) -> Result<(Vec<Pledge>, Option<Uuid>)> {
    let organization = own(conn, actor, slug).await?;
    let rows = list_store::of_organization(conn, organization, status.map(PledgeStatus::as_str), page).await?;
    let (rows, next) = page.cut(rows, |row| row.id);
    Ok((view::views(conn, actor, rows, now).await?, next))
}

/// What everybody may see an organisation stand for, newest first, and what it is named for.
pub async fn funding(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    slug: &Slug,
    page: &Page<Uuid>,
    now: DateTime<Utc>,
) -> Result<(Vec<FundedProject>, Vec<ProjectName>, Option<Uuid>)> {
    let organization = organizations::find(conn, slug).await?.id();
    let rows = list_store::shown_of_organization(conn, organization, page).await?;
    let (rows, next) = page.cut(rows, |row| row.id);
    let ids: Vec<Uuid> = rows.iter().map(|row| row.project_id).collect();
    let projects = projects::load(conn, &ids).await?;
    let viewer = Viewer::new(conn, actor, None, now).await?;
    let shares: Vec<Amount> = rows
        .iter()
        .map(|row| match projects.iter().find(|project| project.row.id == row.project_id) {
            Some(project) => view::share_now(row, project),
            None => Ok(Amount::ZERO),
        })
        .collect::<Result<_>>()?;
    let mut cards: HashMap<Uuid, Card> =
        cards(conn, &viewer, projects).await?.into_iter().map(|card| (card.id, card)).collect();
    let mut items = Vec::with_capacity(rows.len());
    for (row, share) in rows.into_iter().zip(shares) {
        // One organisation has one live pledge in a project.
        let Some(project) = cards.remove(&row.project_id) else { continue };
        let (amount, status) = (row.amount()?, row.status()?);
        items.push(FundedProject { project, amount, share, active: row.active, status, placed_at: row.placed_at });
    }
    let named = list_store::named_for(conn, organization)
        .await?
        .into_iter()
        .map(|(slug, title, mode)| Ok(ProjectName { slug, title, mode: stored(Mode::parse(&mode))? }));
    Ok((items, named.collect::<Result<_>>()?, next))
}

/// The organisation, if the caller belongs to it or is staff.
pub async fn own(conn: &mut AsyncPgConnection, actor: &Actor, slug: &Slug) -> Result<OrganizationId> {
    let organization = organizations::find(conn, slug).await?.id();
    policy::organization(actor, OrganizationAction::SeeOwn, Some(organization)).require()?;
    Ok(organization)
}

pub async fn history(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    id: PledgeId,
    now: DateTime<Utc>,
) -> Result<Vec<PledgeVersion>> {
    seen_by(conn, actor, id, now).await?;
    let rows = version_store::list(conn, id).await?;
    let text = |row: &version_store::VersionRow, name: &str| row.state[name].as_str().map(str::to_owned);
    let shown = rows.iter().map(|row| PledgeVersion {
        version: row.version,
        at: row.at,
        kind: row.kind.clone(),
        actor: PledgeActor { kind: row.actor_kind.clone(), name: row.actor_name.clone(), on_behalf: row.by_staff },
        reason: row.reason.clone(),
        status: text(row, "status").unwrap_or_default(),
        amount: text(row, "amount").unwrap_or_default(),
        share: text(row, "share"),
        visibility: text(row, "visibility").unwrap_or_default(),
        note: text(row, "note"),
        purchase_order: text(row, "purchase_order"),
        terms_version: text(row, "terms_version").unwrap_or_default(),
    });
    Ok(shown.collect())
}
