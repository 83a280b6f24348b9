//! Wire types of the statistics.

use serde::Serialize;
use utoipa::ToSchema;

use crate::features::projects::dto::TopicLink;
use crate::kernel::Amount;

/// All public projects, together and by theme and year.
#[derive(Serialize, ToSchema)]
pub struct Stats {
    #[schema(example = "USD")]
    pub currency: String,
    pub totals: StatsTotals,
    /// By theme, those without one last.
    pub themes: Vec<ThemeStats>,
    /// By the calendar year, in UTC, in which projects were funded, the latest first.
    pub years: Vec<YearStats>,
    /// Of what agreements were signed for, those that were broken too, how much was collected: percent with one
    /// decimal, rounded down; `null` while nothing was signed.
    #[schema(example = "96.4")]
    pub honour_rate: Option<String>,
    /// How many days the middle one of the funded projects took from its opening, with one decimal; `null` if there is
    /// none.
    #[schema(example = "41.5")]
    pub median_days_to_fund: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub struct StatsTotals {
    pub projects: FundingStates,
    /// Of what is open, missed or funded.
    #[schema(value_type = String, example = "412000.00")]
    pub goal: Amount,
    /// What counts.
    #[schema(value_type = String)]
    pub pledged: Amount,
    /// Of `pledged`, what is under an agreement.
    #[schema(value_type = String)]
    pub signed: Amount,
    /// Of `signed`, what has arrived.
    #[schema(value_type = String)]
    pub collected: Amount,
    /// Of `pledged`, what is pledged to funded projects.
    #[schema(value_type = String)]
    pub funded: Amount,
    /// How many organisations have a public pledge that stands, and each hidden pledge as one more.
    pub backers: i64,
    /// How many organisations are members now.
    pub communities: i64,
}

/// How many projects are in each state.
#[derive(Serialize, ToSchema)]
pub struct FundingStates {
    pub candidate: i64,
    pub open: i64,
    pub missed: i64,
    pub funded: i64,
    pub closed: i64,
}

#[derive(Serialize, ToSchema)]
pub struct ThemeStats {
    pub theme: Option<TopicLink>,
    pub projects: FundingStates,
    #[schema(value_type = String)]
    pub goal: Amount,
    #[schema(value_type = String)]
    pub pledged: Amount,
    #[schema(value_type = String)]
    pub signed: Amount,
    #[schema(value_type = String)]
    pub collected: Amount,
    #[schema(value_type = String)]
    pub funded: Amount,
}

/// What was funded in a year.
#[derive(Serialize, ToSchema)]
pub struct YearStats {
    #[schema(example = 2027)]
    pub year: i32,
    pub projects: i64,
    #[schema(value_type = String)]
    pub funded: Amount,
    #[schema(value_type = String)]
    pub signed: Amount,
    #[schema(value_type = String)]
    pub collected: Amount,
}
