//! Use cases of projects' content: make, edit, read.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use rust_decimal::Decimal;
use serde_json::json;
use uuid::Uuid;

use super::dto::{ProjectDetail, PublishCheck, PublishWarning};
use super::due::{self, bring_up_to_date};
use super::fields::ProjectChange;
use super::rules::calendar::closing_instant;
use super::rules::freeze::{self, Frozen, Ground};
use super::rules::publish_check::{Content, missing_for_candidate, missing_for_open, word_counts};
use super::store::{self, MoneyRow, Project, ProjectRow, TextsRow};
use super::view::{self, Viewer};
use crate::db::{Tx, stored_amount};
use crate::error::{Code, Error, Result};
use crate::features::capacity::rules::{Quarter, beyond};
use crate::features::capacity::store as capacity;
use crate::features::pledges::recount::recount;
use crate::features::{terms, topics};
use crate::kernel::{
    Actor, Amount, Currency, Delivery, FieldCode, Funding, Invalid, Mode, Patch, ProjectId, ProjectStep,
    ProjectVisibility, Slug, TimeZone,
};
use crate::policy::{self, AdministrationAction, ProjectAction};
use crate::version::Seen;

pub async fn get(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    slug: &Slug,
    asked: Option<&Slug>,
    now: DateTime<Utc>,
) -> Result<ProjectDetail> {
    let viewer = Viewer::new(conn, actor, asked, now).await?;
    let project = store::find(conn, slug).await?;
    viewer.see(&project)?;
    view::detail(conn, &viewer, project).await
}

/// The answer to a change: the project as it is after it, for whoever made it.
pub async fn show(tx: &mut Tx, id: ProjectId) -> Result<ProjectDetail> {
    let (actor, now) = (tx.actor().clone(), tx.now());
    let viewer = Viewer::new(tx.conn(), &actor, None, now).await?;
    let project = store::find_by_id(tx.conn(), id).await?;
    view::detail(tx.conn(), &viewer, project).await
}

pub async fn create(tx: &mut Tx, change: &ProjectChange, currency: Currency) -> Result<ProjectDetail> {
    policy::administration(tx.actor(), AdministrationAction::CreateProject).require()?;
    let mut project = empty(tx, currency);
    let mut texts = no_texts(&project);
    if let Some(title) = &change.title {
        let slug = Slug::from_name(title.as_str()).map_err(|invalid| Error::field("/slug", invalid));
        project.row.slug = match &change.slug {
            Some(slug) => slug.as_str().to_owned(),
            None => slug?.as_str().to_owned(),
        };
    }
    write_content(tx, &mut project, &mut texts, change).await?;
    store::insert(tx, &project, &texts).await?;
    write_narratives(tx, &project, change).await?;
    due::record(tx, &project, ProjectStep::Created, json!({}), None).await?;
    show(tx, project.id()).await
}

pub async fn edit(tx: &mut Tx, seen: Seen, slug: &Slug, change: &ProjectChange) -> Result<ProjectDetail> {
    let mut project = locked(tx, slug, ProjectAction::Edit, seen).await?;
    let before = project.clone();
    let mut texts = store::texts(tx.conn(), project.id()).await?;
    write_content(tx, &mut project, &mut texts, change).await?;
    write_narratives(tx, &project, change).await?;
    let is_open = project.noted_funding()? == Funding::Open;
    if is_open {
        check_open(tx, &before, &project).await?;
    }
    store::update_texts(tx, &texts).await?;
    store::update(tx, &mut project).await?;
    if is_open {
        recount(tx, &mut project).await?;
    }
    store::update_money(tx, &mut project).await?;
    let line = (is_open && ground(&before)? != ground(&project)?).then(|| ("edited", terms_of_money(&project)));
    due::record(tx, &project, ProjectStep::Edited, json!({}), line).await?;
    let reached = project.mode()? == Mode::Fixed && project.goal()? == Some(project.pledged()?);
    if is_open && reached {
        due::fund(tx, &mut project).await?;
    }
    show(tx, project.id()).await
}

/// Locks, notes what is due, and asks whether it may be.
pub async fn locked(tx: &mut Tx, slug: &Slug, action: ProjectAction, seen: Seen) -> Result<Project> {
    // Who may see nothing of it, or do nothing, waits for no lock.
    let looked = store::find(tx.conn(), slug).await?;
    let stage = looked.stage(tx.now())?;
    policy::project(tx.actor(), ProjectAction::See, &stage, false).require()?;
    policy::administration(tx.actor(), AdministrationAction::RunProjects).require()?;
    let mut project = store::lock(tx, slug).await?;
    seen.check(project.row.version)?;
    policy::project(tx.actor(), action, &project.stage(tx.now())?, false).require()?;
    bring_up_to_date(tx, &mut project).await?;
    Ok(project)
}

fn empty(tx: &Tx, currency: Currency) -> Project {
    let (id, now) = (ProjectId::new().as_uuid(), tx.now());
    let row = ProjectRow {
        id,
        slug: String::new(),
        title: String::new(),
        summary: String::new(),
        theme_id: None,
        visibility: ProjectVisibility::UserVisible.as_str().to_owned(),
        goal_low: None,
        goal_high: None,
        capacity_hours: None,
        mode: Mode::Fixed.as_str().to_owned(),
        minimum_pledge: Decimal::ZERO,
        pledge_by: None,
        time_zone: "UTC".to_owned(),
        closes_at: None,
        lapses_at: None,
        funding: Funding::Draft.as_str().to_owned(),
        delivery: Delivery::NotStarted.as_str().to_owned(),
        queue_position: None,
        terms_version: None,
        candidate_at: None,
        opened_at: None,
        funded_at: None,
        done_at: None,
        closed_at: None,
        close_reason: None,
        close_note: None,
        currency: currency.code().to_owned(),
        version: 1,
        created_at: now,
        updated_at: now,
    };
    Project { row, money: MoneyRow::nothing(id) }
}

fn no_texts(project: &Project) -> TextsRow {
    TextsRow {
        project_id: project.row.id,
        problem: String::new(),
        solution: String::new(),
        implementation: String::new(),
        fit: String::new(),
        research: String::new(),
        deliverables: json!([]),
        links: json!([]),
    }
}

async fn write_content(tx: &mut Tx, project: &mut Project, texts: &mut TextsRow, change: &ProjectChange) -> Result<()> {
    let row = &mut project.row;
    set(&mut row.title, change.title.as_ref().map(|text| text.as_str()));
    set(&mut row.slug, change.slug.as_ref().map(Slug::as_str));
    set(&mut row.summary, change.summary.as_ref().map(|text| text.as_str()));
    set(&mut row.mode, change.mode.map(Mode::as_str));
    set(&mut row.visibility, change.visibility.map(ProjectVisibility::as_str));
    set(&mut row.time_zone, change.time_zone.map(TimeZone::name));
    set(&mut texts.problem, change.problem.as_ref().map(|text| text.as_str()));
    set(&mut texts.solution, change.solution.as_ref().map(|text| text.as_str()));
    set(&mut texts.implementation, change.implementation.as_ref().map(|text| text.as_str()));
    set(&mut texts.fit, change.fit.as_ref().map(|text| text.as_str()));
    set(&mut texts.research, change.research.as_ref().map(|text| text.as_str()));
    if let Some(deliverables) = &change.deliverables {
        texts.deliverables = serde_json::to_value(deliverables).map_err(Error::internal)?;
    }
    if let Some(links) = &change.links {
        texts.links = serde_json::to_value(links).map_err(Error::internal)?;
    }
    if let Some(minimum) = change.minimum_pledge {
        row.minimum_pledge = minimum.to_decimal();
    }
    row.capacity_hours = change.capacity_hours.clone().apply(row.capacity_hours);
    row.pledge_by = change.pledge_by.clone().apply(row.pledge_by);
    let decimal = |patch: &Patch<Amount>, current| match patch.named() {
        Some(named) => named.copied().map(Amount::to_decimal),
        None => current,
    };
    row.goal_low = decimal(&change.goal_low, row.goal_low);
    row.goal_high = decimal(&change.goal_high, row.goal_high);
    project.money.goal = decimal(&change.goal, project.money.goal);
    check_range(project)?;
    if let Some(theme) = change.theme.named() {
        project.row.theme_id = match theme {
            Some(slug) => Some(topic(tx, topics::dto::TopicKind::Theme, slug, "/theme").await?),
            None => None,
        };
    }
    let zone = project.time_zone()?;
    project.row.closes_at = project.row.pledge_by.map(|day| closing_instant(day, zone));
    let date_named = change.pledge_by.named().flatten().is_some();
    if date_named && project.row.closes_at.is_some_and(|closes_at| closes_at <= tx.now()) {
        return Err(Error::field("/pledge_by", Invalid::new(FieldCode::OutOfRange, "That day is over.")));
    }
    Ok(())
}

fn set(field: &mut String, value: Option<&str>) {
    if let Some(value) = value {
        value.clone_into(field);
    }
}

fn check_range(project: &Project) -> Result<()> {
    match (stored_amount(project.row.goal_low)?, stored_amount(project.row.goal_high)?) {
        (Some(low), Some(high)) if low > high => {
            let detail = "The high end of the range is not below its low end.";
            Err(Error::field("/goal_high", Invalid::new(FieldCode::OutOfRange, detail)))
        }
        (Some(_), None) => Err(Error::field("/goal_high", Invalid::new(FieldCode::Required, "A range has two ends."))),
        (None, Some(_)) => Err(Error::field("/goal_low", Invalid::new(FieldCode::Required, "A range has two ends."))),
        _ => Ok(()),
    }
}

async fn write_narratives(tx: &mut Tx, project: &Project, change: &ProjectChange) -> Result<()> {
    let Some(slugs) = &change.narratives else { return Ok(()) };
    let mut ids = Vec::new();
    for (index, slug) in slugs.iter().enumerate() {
        ids.push(topic(tx, topics::dto::TopicKind::Narrative, slug, &format!("/narratives/{index}")).await?);
    }
    // Twice the same is once.
    ids.sort_unstable();
    ids.dedup();
    store::replace_narratives(tx, project.id(), &ids).await
}

async fn topic(tx: &mut Tx, kind: topics::dto::TopicKind, slug: &Slug, pointer: &str) -> Result<Uuid> {
    match topics::store::find(tx.conn(), kind, slug).await {
        Ok(topic) => Ok(topic.id),
        Err(error) if error.code == Code::NotFound => {
            Err(Error::field(pointer, Invalid::new(FieldCode::NotAllowed, format!("There is no {slug}."))))
        }
        Err(error) => Err(error),
    }
}

fn ground(project: &Project) -> Result<Ground> {
    Ok(Ground {
        mode: project.mode()?,
        minimum: project.minimum()?,
        goal: project.goal()?,
        pledge_by: project.row.pledge_by,
        time_zone: project.time_zone()?,
    })
}

/// An open project stays one that takes pledges, and keeps what they stand on.
async fn check_open(tx: &mut Tx, before: &Project, after: &Project) -> Result<()> {
    let live = before.stage(tx.now())?.live;
    freeze::check(&ground(before)?, &ground(after)?, live, before.pledged()?).map_err(|frozen| match frozen {
        Frozen::Fields(fields) => Error::new(Code::FrozenByPledges).with("fields", fields),
        Frozen::BelowPledged { pledged } => Error::new(Code::GoalBelowPledged).with("pledged", pledged.to_string()),
    })?;
    if after.row.goal_low.is_some() || after.row.goal_high.is_some() {
        let firm = Invalid::new(FieldCode::NotAllowed, "Only a draft or a candidate has a range for its goal.");
        return Err(Error::field("/goal_low", firm));
    }
    let complete = after.goal()?.is_some_and(|goal| after.minimum().is_ok_and(|minimum| minimum <= goal));
    if !complete || after.row.closes_at.is_none() {
        let missing =
            Invalid::new(FieldCode::Required, "An open project has a goal not below its minimum, and a date.");
        return Err(Error::field(if complete { "/pledge_by" } else { "/goal" }, missing));
    }
    Ok(())
}

/// What pledges are placed on, as the ledger says it.
pub fn terms_of_money(project: &Project) -> serde_json::Value {
    json!({
        "mode": project.row.mode,
        "goal": project.money.goal.and_then(Amount::from_decimal),
        "minimum_pledge": Amount::from_decimal(project.row.minimum_pledge),
        "pledge_by": project.row.pledge_by,
        "time_zone": project.row.time_zone,
    })
}

pub async fn publish_check(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    slug: &Slug,
    now: DateTime<Utc>,
) -> Result<PublishCheck> {
    let project = store::find(conn, slug).await?;
    policy::project(actor, ProjectAction::See, &project.stage(now)?, false).require()?;
    policy::administration(actor, AdministrationAction::RunProjects).require()?;
    check(conn, &project, now).await
}

pub async fn check(conn: &mut AsyncPgConnection, project: &Project, now: DateTime<Utc>) -> Result<PublishCheck> {
    let texts = store::texts(conn, project.id()).await?;
    let terms = terms::store::current(conn).await?.is_some();
    let range = stored_amount(project.row.goal_low)?.zip(stored_amount(project.row.goal_high)?);
    let content = Content {
        summary: &project.row.summary,
        problem: &texts.problem,
        solution: &texts.solution,
        implementation: &texts.implementation,
        fit: &texts.fit,
        research: &texts.research,
        has_theme: project.row.theme_id.is_some(),
        deliverables: texts.deliverables.as_array().map_or(0, Vec::len),
        goal: project.goal()?,
        range,
        minimum: project.minimum()?,
        capacity_hours: project.row.capacity_hours,
        closes_at: project.row.closes_at,
        terms,
    };
    Ok(PublishCheck {
        word_counts: word_counts(&content),
        candidate: missing_for_candidate(&content),
        open: missing_for_open(&content, now),
        warnings: warnings(conn, project, now).await?,
    })
}

/// What to think about before publishing: of work that is funded already there may be enough.
async fn warnings(conn: &mut AsyncPgConnection, project: &Project, now: DateTime<Utc>) -> Result<Vec<PublishWarning>> {
    let quarter = Quarter::of(now);
    let recorded = capacity::find(conn, quarter).await?;
    let publishable = matches!(project.noted_funding()?, Funding::Draft | Funding::Candidate);
    let (Some(row), Some(own), true) = (recorded, project.row.capacity_hours, publishable) else {
        return Ok(Vec::new());
    };
    let funded = capacity::load(conn, now).await?.funded;
    let warning = beyond(funded, own, row.hours).map(|hours| PublishWarning {
        code: "beyond_capacity",
        hours,
        capacity: row.hours.into(),
        text: format!("With this project funded work takes {hours} hours, and {quarter} has {}.", row.hours),
    });
    Ok(warning.into_iter().collect())
}
