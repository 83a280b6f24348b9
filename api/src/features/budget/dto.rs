//! Wire types of a fiscal year's budget.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::features::pledges::dto::ProjectName;
use crate::features::pledges::rules::years::FiscalYear;
use crate::kernel::{Amount, Fraction, Mode, PledgeStatus};

/// One fiscal year of an organisation.
#[derive(Serialize, ToSchema)]
pub struct Budget {
    #[schema(value_type = String, example = "FY27")]
    pub fiscal_year: FiscalYear,
    /// Its first day
    pub starts: NaiveDate,
    /// Its last day
    pub ends: NaiveDate,
    #[schema(example = "USD")]
    pub currency: String,
    /// What the organisation pledges at most in a year; without one there is no bound.
    #[schema(value_type = Option<String>, example = "25000.00")]
    pub ceiling: Option<Amount>,
    /// This year's part of all pledges that stand, by their full amounts and waiting ones too: what the ceiling counts.
    #[schema(value_type = String, example = "17000.00")]
    pub committed: Amount,
    /// Of `committed`, what waits for its conditions.
    #[schema(value_type = String)]
    pub waiting: Amount,
    /// What waits for a lead's approval. It is not in `committed`.
    #[schema(value_type = String)]
    pub requested: Amount,
    /// Of `share`, what is under an agreement.
    #[schema(value_type = String)]
    pub signed: Amount,
    /// What this year bears as things stand: of each pledge that counts, its share split by the parts of its years,
    /// rounded down to the cent, and what that leaves in the last of them.
    #[schema(value_type = String)]
    pub share: Amount,
    /// Of the ceiling, what is not committed; `null` without a ceiling.
    #[schema(value_type = Option<String>, example = "8000.00")]
    pub left: Option<Amount>,
    /// What this year bears a part of, requests too, in the order of placing.
    pub pledges: Vec<BudgetPledge>,
    /// Open projects that one pledge within `left` would fund or cover, and in which the organisation has none, the
    /// soonest to close first; at most ten.
    pub fits: Vec<BudgetFit>,
}

/// A pledge, and what of it falls into the year.
#[derive(Serialize, ToSchema)]
pub struct BudgetPledge {
    pub id: Uuid,
    pub project: ProjectName,
    pub status: PledgeStatus,
    pub active: bool,
    /// Of its full amount, this year's.
    #[schema(value_type = String)]
    pub amount: Amount,
    /// Of what it bears as things stand, this year's.
    #[schema(value_type = String)]
    pub share: Amount,
    #[schema(value_type = String, example = "1/2")]
    pub part: Fraction,
}

/// A project the organisation could complete.
#[derive(Serialize, ToSchema)]
pub struct BudgetFit {
    pub slug: String,
    pub title: String,
    pub mode: Mode,
    /// The pledge that would fund it, or cover it in mode `shared`.
    #[schema(value_type = String, example = "7500.00")]
    pub remaining: Amount,
    pub closes_at: DateTime<Utc>,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct BudgetParams {
    /// By the year it ends in; the organisation's current one if not given.
    #[param(example = "FY27")]
    pub fiscal_year: Option<String>,
}
