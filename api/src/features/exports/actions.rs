//! Use cases: take along the roadmap, or an organisation's pledges. Read a piece at a time; between pieces no connection
//! is kept, so a slow reader costs nobody else anything.

use diesel_async::AsyncPgConnection;
use futures_util::{Stream, stream};

use super::rules::{amount, lines, optional_text, plain, text};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::features::pledges::dto::{Instalment, Pledge};
use crate::features::pledges::list_actions as pledges;
use crate::features::projects::dto::Project;
use crate::features::projects::list_store::{self, Filter, Key};
use crate::features::projects::rules::sort::ProjectSort;
use crate::features::projects::view::{Viewer, cards};
use crate::kernel::{Actor, CloseReason, Page, Slug};

/// Rows that are in memory at a time.
const PIECE: usize = 200;

const PROJECT: [&str; 28] = [
    "slug",
    "title",
    "theme",
    "narratives",
    "funding",
    "delivery",
    "mode",
    "currency",
    "goal",
    "goal_low",
    "goal_high",
    "minimum_pledge",
    "pledged",
    "ceilings",
    "waiting",
    "signed",
    "collected",
    "remaining",
    "percent",
    "backers",
    "gap",
    "pledge_by",
    "capacity_hours",
    "opened_at",
    "funded_at",
    "done_at",
    "closed_at",
    "close_reason",
];

const PLEDGE: [&str; 26] = [
    "id",
    "project",
    "project_title",
    "mode",
    "status",
    "active",
    "currency",
    "amount",
    "fraction",
    "share",
    "instalments",
    "visibility",
    "min_other_orgs",
    "min_other_amount",
    "min_total",
    "requires_org",
    "purchase_order",
    "note",
    "champion",
    "terms_version",
    "agreement_reference",
    "agreement_date",
    "reason",
    "handle",
    "placed_at",
    "updated_at",
];

fn header<const N: usize>(names: [&str; N]) -> [String; N] {
    names.map(str::to_owned)
}

/// Where a table goes on.
#[derive(Clone)]
enum Next<K> {
    Header,
    After(K),
    Nowhere,
}

/// What everybody sees of all projects: it is the same whoever asks.
pub fn projects(db: Db) -> impl Stream<Item = Result<Vec<u8>>> + use<> {
    stream::try_unfold(Next::<Key>::Header, move |next| {
        let db = db.clone();
        async move {
            let (mut rows, after) = match next {
                Next::Header => (vec![header(PROJECT)], None),
                Next::After(key) => (Vec::new(), Some(key)),
                Next::Nowhere => return Ok(None),
            };
            let (found, next) = project_rows(&db, after).await?;
            rows.extend(found);
            let next = next.map_or(Next::Nowhere, Next::After);
            Ok(Some((lines(rows).map_err(Error::internal)?, next)))
        }
    })
}

async fn project_rows(db: &Db, after: Option<Key>) -> Result<(Vec<[String; 28]>, Option<Key>)> {
    let now = db.now();
    let (cards, next) = db
        .snapshot(async |conn| {
            let viewer = Viewer::new(conn, &Actor::Public, None, now).await?;
            let page = Page { limit: PIECE, after };
            let filter = Filter {
                funding: Vec::new(),
                drafts: false,
                delivery: None,
                theme: None,
                narrative: None,
                words: None,
            };
            let rows = list_store::list(conn, &filter, ProjectSort::Newest, &page, now).await?;
            let (rows, next) = page.cut(rows, |project| Key::of(project, ProjectSort::Newest));
            Ok((cards(conn, &viewer, rows).await?, next))
        })
        .await?;
    Ok((cards.iter().map(project_row).collect(), next))
}

fn project_row(project: &Project) -> [String; 28] {
    let narratives: Vec<&str> = project.narratives.iter().map(|topic| topic.slug.as_str()).collect();
    [
        text(&project.slug),
        text(&project.title),
        optional_text(project.theme.as_ref().map(|topic| topic.slug.as_str())),
        text(&narratives.join(" ")),
        project.funding.as_str().to_owned(),
        project.delivery.as_str().to_owned(),
        project.mode.as_str().to_owned(),
        project.currency.clone(),
        plain(project.goal),
        plain(project.goal_low),
        plain(project.goal_high),
        amount(project.minimum_pledge),
        amount(project.pledged),
        amount(project.ceilings),
        amount(project.waiting),
        amount(project.signed),
        amount(project.collected),
        amount(project.remaining),
        project.percent.clone(),
        project.backers.to_string(),
        amount(project.gap),
        plain(project.pledge_by),
        plain(project.capacity_hours),
        plain(project.opened_at.map(|at| at.to_rfc3339())),
        plain(project.funded_at.map(|at| at.to_rfc3339())),
        plain(project.done_at.map(|at| at.to_rfc3339())),
        plain(project.closed_at.map(|at| at.to_rfc3339())),
        plain(project.close_reason.map(CloseReason::as_str)),
    ]
}

/// Whether the caller may have an organisation's pledges.
pub async fn may_export(conn: &mut AsyncPgConnection, actor: &Actor, slug: &Slug) -> Result<()> {
    pledges::own(conn, actor, slug).await.map(|_| ())
}

/// All pledges of an organisation, the newest first, as its people see them.
pub fn organization_pledges(db: Db, actor: Actor, slug: Slug) -> impl Stream<Item = Result<Vec<u8>>> + use<> {
    stream::try_unfold(Next::Header, move |next| {
        let (db, actor, slug) = (db.clone(), actor.clone(), slug.clone());
        async move {
            let (mut rows, after) = match next {
                Next::Header => (vec![header(PLEDGE)], None),
                Next::After(id) => (Vec::new(), Some(id)),
                Next::Nowhere => return Ok(None),
            };
            let (page, now) = (Page { limit: PIECE, after }, db.now());
            let read = async |conn: &mut AsyncPgConnection| {
                pledges::of_organization(conn, &actor, &slug, None, &page, now).await
            };
            let (found, next) = db.snapshot(read).await?;
            rows.extend(found.iter().map(pledge_row));
            let next = next.map_or(Next::Nowhere, Next::After);
            Ok(Some((lines(rows).map_err(Error::internal)?, next)))
        }
    })
}

fn pledge_row(pledge: &Pledge) -> [String; 26] {
    let instalment = |part: &Instalment| format!("{} {}", part.fiscal_year, part.amount);
    let instalments: Vec<String> = pledge.instalments.iter().map(instalment).collect();
    let conditions = &pledge.conditions;
    [
        pledge.id.to_string(),
        text(&pledge.project.slug),
        text(&pledge.project.title),
        pledge.project.mode.as_str().to_owned(),
        pledge.status.as_str().to_owned(),
        pledge.active.to_string(),
        pledge.currency.clone(),
        amount(pledge.amount),
        plain(pledge.fraction),
        amount(pledge.share),
        instalments.join("; "),
        pledge.visibility.as_str().to_owned(),
        plain(conditions.min_other_orgs),
        plain(conditions.min_other_amount),
        plain(conditions.min_total),
        optional_text(conditions.requires_org.as_deref()),
        optional_text(pledge.purchase_order.as_deref()),
        optional_text(pledge.note.as_deref()),
        optional_text(pledge.champion.as_deref()),
        text(&pledge.terms_version),
        optional_text(pledge.agreement_reference.as_deref()),
        plain(pledge.agreement_date),
        optional_text(pledge.reason.as_deref()),
        pledge.handle.clone(),
        pledge.placed_at.to_rfc3339(),
        pledge.updated_at.to_rfc3339(),
    ]
}
