//! Wire types of projects, as they are shown.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::rules::publish_check::{Missing, WordCount};
use super::rules::sort::ProjectSort;
use crate::features::pledges::rules::explain::Explanation;
use crate::kernel::{Amount, CloseReason, Delivery, Funding, LinkKind, Mode, ProjectVisibility};
use crate::policy::Can;

/// A theme or a narrative, as much of it as a link needs.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TopicLink {
    #[schema(example = "access-control")]
    pub slug: String,
    pub name: String,
}

/// A project, as its card on the roadmap shows it.
#[derive(Serialize, ToSchema)]
pub struct Project {
    /// The id its ledger carries.
    pub id: Uuid,
    #[schema(example = "clear-recovery-when-sync-fails")]
    pub slug: String,
    pub title: String,
    pub summary: String,
    pub theme: Option<TopicLink>,
    pub narratives: Vec<TopicLink>,
    pub visibility: ProjectVisibility,
    pub funding: Funding,
    pub delivery: Delivery,
    /// Its turn among what is funded; never a promised date.
    pub queue_position: Option<i32>,
    pub mode: Mode,
    #[schema(value_type = Option<String>, example = "18000.00")]
    pub goal: Option<Amount>,
    /// While it is a candidate the goal may be a range.
    #[schema(value_type = Option<String>)]
    pub goal_low: Option<Amount>,
    #[schema(value_type = Option<String>)]
    pub goal_high: Option<Amount>,
    #[schema(example = "USD")]
    pub currency: String,
    #[schema(value_type = String, example = "500.00")]
    pub minimum_pledge: Amount,
    /// What counts: never above the goal.
    #[schema(value_type = String, example = "12500.00")]
    pub pledged: Amount,
    /// In mode `shared`: what those that count would bear at most, together.
    #[schema(value_type = String)]
    pub ceilings: Amount,
    /// What waits for its conditions.
    #[schema(value_type = String)]
    pub waiting: Amount,
    /// Of `pledged`, what is under an agreement.
    #[schema(value_type = String)]
    pub signed: Amount,
    /// Of `signed`, what has arrived.
    #[schema(value_type = String)]
    pub collected: Amount,
    #[schema(value_type = String)]
    pub remaining: Amount,
    /// Of the goal, with one decimal, rounded down.
    #[schema(example = "69.4")]
    pub percent: String,
    /// How many pledges count.
    pub backers: i32,
    /// How many wait for their conditions.
    pub waiters: i32,
    /// How many stand behind it with what is not money.
    pub supports: i64,
    /// How many organisations would use the result.
    pub communities_served: i64,
    pub followers: i64,
    /// How often staff told how it goes.
    pub updates: i64,
    /// Whether you follow it.
    pub following: bool,
    /// Whether what is committed reaches the goal.
    pub covered: bool,
    /// What has fallen away since it was funded.
    #[schema(value_type = String)]
    pub gap: Amount,
    /// The smallest pledge by anyone that would fund or cover it now, if one would.
    #[schema(value_type = Option<String>)]
    pub tipping_point: Option<Amount>,
    /// In mode `shared`, once it is covered: what a ceiling above it bears (some a cent more).
    #[schema(value_type = Option<String>)]
    pub level: Option<Amount>,
    pub explanation: Vec<Explanation>,
    pub pledge_by: Option<NaiveDate>,
    pub time_zone: String,
    /// The first instant at which it is too late.
    pub closes_at: Option<DateTime<Utc>>,
    /// Once it missed its date: until when staff may give it more time; after that it closes by itself.
    pub lapses_at: Option<DateTime<Utc>>,
    pub capacity_hours: Option<i32>,
    pub terms_version: Option<String>,
    pub opened_at: Option<DateTime<Utc>>,
    pub funded_at: Option<DateTime<Utc>>,
    pub done_at: Option<DateTime<Utc>>,
    pub closed_at: Option<DateTime<Utc>>,
    pub close_reason: Option<CloseReason>,
    pub close_note: Option<String>,
    pub version: i32,
    pub updated_at: DateTime<Utc>,
    pub can: ProjectCan,
}

impl Project {
    /// When it will look different though nobody changes it.
    pub fn turns_at(&self) -> Option<DateTime<Utc>> {
        match self.funding {
            Funding::Open => self.closes_at,
            Funding::Missed => self.lapses_at,
            _ => None,
        }
    }
}

#[derive(Serialize, ToSchema)]
pub struct ProjectCan {
    pub edit: Can,
    pub publish: Can,
    pub extend: Can,
    pub settle: Can,
    pub close: Can,
    pub deliver: Can,
    pub move_in_queue: Can,
    pub post_update: Can,
    /// For the organisation asked about, else for any you may pledge for.
    pub pledge: Can,
    /// The same: for the organisation asked about, else for any you may speak for.
    pub support: Can,
    pub follow: Can,
}

/// A project with all its texts.
#[derive(Serialize, ToSchema)]
pub struct ProjectDetail {
    #[serde(flatten)]
    pub project: Project,
    /// Markdown; beside each the same, rendered and safe.
    pub problem: String,
    pub problem_html: String,
    pub solution: String,
    pub solution_html: String,
    pub implementation: String,
    pub implementation_html: String,
    pub fit: String,
    pub fit_html: String,
    pub research: String,
    pub research_html: String,
    pub deliverables: Vec<Deliverable>,
    pub links: Vec<ProjectLink>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Deliverable {
    #[schema(min_length = 1, max_length = 200)]
    pub title: String,
    /// How anybody can tell that it is done.
    #[schema(min_length = 1, max_length = 1000)]
    pub done_when: String,
    #[schema(minimum = 0)]
    pub hours_low: Option<i32>,
    #[schema(minimum = 0)]
    pub hours_high: Option<i32>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProjectLink {
    #[schema(value_type = LinkKind)]
    pub kind: String,
    #[schema(example = "https://github.com/example/project/issues/1")]
    pub url: String,
}

/// What is missing before a project can be public, and what to think about.
#[derive(Serialize, ToSchema)]
pub struct PublishCheck {
    pub word_counts: Vec<WordCount>,
    /// Before it can be a candidate.
    pub candidate: Vec<Missing>,
    /// Before it can take pledges.
    pub open: Vec<Missing>,
    pub warnings: Vec<PublishWarning>,
}

/// It can be published all the same.
#[derive(Serialize, ToSchema)]
pub struct PublishWarning {
    #[schema(example = "beyond_capacity")]
    pub code: &'static str,
    /// Hours that funded work and this project take.
    pub hours: i64,
    /// Hours there are in this quarter.
    pub capacity: i64,
    pub text: String,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ProjectsParams {
    /// Only these funding states, separated by commas.
    #[param(example = "candidate,open")]
    pub funding: Option<String>,
    /// Only this state of the work.
    #[param(value_type = Option<Delivery>)]
    pub delivery: Option<String>,
    /// A theme's slug.
    pub theme: Option<String>,
    /// A narrative's slug.
    pub narrative: Option<String>,
    /// Words that begin like these, in title or summary.
    pub q: Option<String>,
    /// `newest` if not given. `closing_soon` and `almost_there` are about open projects, `queue` about funded ones.
    #[param(value_type = Option<ProjectSort>)]
    pub sort: Option<String>,
    /// For `can.pledge`: an organisation's slug.
    pub organization: Option<String>,
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ProjectParams {
    /// For `can.pledge`: an organisation's slug.
    pub organization: Option<String>,
}

/// How a project came to where it is: the totals at the end of each day on which they changed.
#[derive(Serialize, ToSchema)]
pub struct Progress {
    #[schema(value_type = Option<String>)]
    pub goal: Option<Amount>,
    pub points: Vec<ProgressPoint>,
}

#[derive(Serialize, ToSchema)]
pub struct ProgressPoint {
    pub day: NaiveDate,
    #[schema(value_type = String)]
    pub pledged: Amount,
    #[schema(value_type = String)]
    pub ceilings: Amount,
    #[schema(value_type = String)]
    pub waiting: Amount,
    #[schema(value_type = String)]
    pub signed: Amount,
    #[schema(value_type = Option<String>)]
    pub goal: Option<Amount>,
    pub backers: i64,
}
