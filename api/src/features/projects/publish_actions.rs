//! Use cases of becoming public: what is missing, and publish.

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use super::actions::{locked, show};
use super::dto::{ProjectDetail, PublishCheck, PublishWarning};
use super::rules::publish_check::{Content, Missing, missing_for_candidate, missing_for_open, word_counts};
use super::store::{self, Project};
use super::{due, ground};
use crate::db::{Tx, stored_amount};
use crate::error::{Code, Error, Result};
use crate::features::capacity::rules::{Quarter, beyond};
use crate::features::capacity::store as capacity;
use crate::features::terms;
use crate::kernel::words;
use crate::kernel::{Actor, FieldError, Fields, Funding, ProjectStep, Slug};
use crate::policy::{self, AdministrationAction, ProjectAction};
use crate::version::Seen;

words! {
    PublishAs, "What to publish as", {
        /// Public; gathers support, takes no money.
        Candidate = "candidate",
        /// Takes pledges.
        Open = "open",
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishProject {
    #[serde(rename = "as")]
    #[schema(value_type = PublishAs)]
    pub publish_as: String,
}

impl PublishProject {
    pub fn parse(self) -> Result<PublishAs, Vec<FieldError>> {
        let mut fields = Fields::new();
        let parsed = fields.take("/as", PublishAs::parse(&self.publish_as));
        fields.finish(parsed)
    }
}

pub async fn publish(tx: &mut Tx, seen: Seen, slug: &Slug, &publish_as: &PublishAs) -> Result<ProjectDetail> {
    let mut project = locked(tx, slug, ProjectAction::Publish, seen).await?;
    let now = tx.now();
    if publish_as == PublishAs::Candidate && project.noted_funding()? != Funding::Draft {
        return Err(Error::new(Code::NotInThisState));
    }
    let check = check(tx.conn().await?, &project, now).await?;
    complete(if publish_as == PublishAs::Open { &check.open } else { &check.candidate })?;
    match publish_as {
        PublishAs::Candidate => {
            project.row.funding = Funding::Candidate.as_str().to_owned();
            project.row.candidate_at = Some(now);
            store::update(tx, &mut project).await?;
            due::record(tx, &project, ProjectStep::BecameCandidate, json!({}), None).await?;
        }
        PublishAs::Open => {
            let terms = terms::store::current(tx.conn().await?).await?.ok_or_else(|| Error::new(Code::NoTermsYet))?;
            project.row.funding = Funding::Open.as_str().to_owned();
            project.row.opened_at = Some(now);
            // A range was for the time before the goal was firm.
            (project.row.goal_low, project.row.goal_high) = (None, None);
            project.row.terms_version = Some(terms.version.clone());
            store::update(tx, &mut project).await?;
            let mut data = ground::as_data(&project);
            data["terms_version"] = json!(terms.version);
            data["currency"] = json!(project.row.currency);
            due::record(tx, &project, ProjectStep::Opened, json!({}), Some(("opened", data))).await?;
        }
    }
    show(tx, project.id()).await
}

/// What is public stays complete, whatever is edited.
pub async fn stay_complete(tx: &mut Tx, project: &Project) -> Result<()> {
    let now = tx.now();
    match project.noted_funding()? {
        Funding::Open => complete(&check(tx.conn().await?, project, now).await?.open),
        Funding::Candidate => complete(&check(tx.conn().await?, project, now).await?.candidate),
        _ => Ok(()),
    }
}

fn complete(missing: &[Missing]) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let missing = serde_json::to_value(missing).map_err(Error::internal)?;
    Err(Error::new(Code::PublishIncomplete).with("missing", missing))
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

/// What a project lacks, as it is stored now.
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
