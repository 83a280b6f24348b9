//! Use cases: a lead approves what a champion requested, or declines it.

use super::actions::{count_in, locked, record};
use super::dto::Pledge;
use super::fields::{ConditionsAsk, MoneyAsk, positive};
use super::judge::{fixed_share, judge};
use super::rules::booking::{Ask, Booked};
use super::version_store::{self, VersionKind};
use super::year_store::{self, parts_of};
use super::{lines, recount, store, view};
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::features::organizations::store as organizations;
use crate::kernel::{
    Amount, Effect, FieldCode, FieldError, Fields, Invalid, PledgeId, PledgeStatus, PledgeStep, Slug, Text,
};
use crate::policy::PledgeAction;
use crate::version::Seen;

/// An approval may lower the amount.
#[derive(serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApprovePledge {
    #[schema(example = "5000.00")]
    pub amount: Option<String>,
}

impl ApprovePledge {
    pub fn parse(self) -> Result<Option<Amount>, Vec<FieldError>> {
        let mut fields = Fields::new();
        let amount = fields.take_optional("/amount", self.amount, |text| positive(&text));
        fields.finish(amount)
    }
}

/// Everything is checked again: the room, the ceiling, the membership.
pub async fn approve(tx: &mut Tx, seen: Seen, id: PledgeId, &amount: &Option<Amount>) -> Result<Pledge> {
    let mut locked = locked(tx, id, seen, PledgeAction::Approve).await?;
    let (actor, now) = (tx.actor().clone(), tx.now());
    let requested = locked.row.amount()?;
    if amount.is_some_and(|amount| amount > requested) {
        let detail = format!("An approval may lower the amount, not raise it above {requested}.");
        return Err(Error::field("/amount", Invalid::new(FieldCode::OutOfRange, detail)));
    }
    // What was booked is not computed again, unless it is to be less.
    let ask = match amount {
        Some(lower) if lower < requested => Ask::Amount(lower),
        _ => Ask::Again(Booked { amount: requested, dust: locked.row.dust()? }),
    };
    let conditions = locked.row.conditions()?;
    let requires_org = match conditions.requires_org {
        Some(required) => {
            let slug = organizations::find_by_id(tx.conn().await?, required).await?.slug;
            Some(crate::db::stored(Slug::parse(&slug))?)
        }
        None => None,
    };
    let asked = MoneyAsk {
        ask,
        conditions: ConditionsAsk {
            min_other_orgs: conditions.min_other_orgs,
            min_other_amount: conditions.min_other_amount,
            min_total: conditions.min_total,
            requires_org,
        },
        parts: Some(parts_of(&year_store::years(tx.conn().await?, id).await?)?),
    };
    let judged = judge(tx, &locked.case(&actor, now), &asked, Some(&locked.row)).await?;
    let share = fixed_share(&locked.case(&actor, now), judged.booked);
    let row = &mut locked.row;
    row.status = PledgeStatus::Pledged.as_str().to_owned();
    row.amount = judged.booked.amount.to_decimal();
    row.fraction = judged.fraction.map(|fraction| fraction.to_string());
    row.dust = judged.booked.dust.to_decimal();
    row.share = share.map(Amount::to_decimal);
    row.active = share.is_some();
    store::update(tx, row).await?;
    year_store::replace_years(tx, row, &judged.years).await?;
    version_store::add(tx, row, VersionKind::Approved, None);
    locked.project.money.requests -= 1;
    let effect = count_in(tx, &mut locked.project, &locked.row, &judged).await?;
    recount::write(tx, &locked.project);
    let entry = lines::of_pledge(&locked.row, &locked.organization.slug, "pledge_placed", judged.booked.amount)?;
    record(tx, &locked.row, PledgeStep::Approved, Some(entry), effect).await?;
    view::show(tx, id).await
}

pub async fn decline(tx: &mut Tx, seen: Seen, id: PledgeId, reason: &Text<1, 1000>) -> Result<Pledge> {
    let mut locked = locked(tx, id, seen, PledgeAction::Decline).await?;
    locked.row.status = PledgeStatus::Declined.as_str().to_owned();
    locked.row.reason = Some(reason.as_str().to_owned());
    store::update(tx, &mut locked.row).await?;
    version_store::add(tx, &locked.row, VersionKind::Declined, Some(reason.as_str()));
    locked.project.money.requests -= 1;
    recount::write(tx, &locked.project);
    record(tx, &locked.row, PledgeStep::Declined, None, Effect::None).await?;
    view::show(tx, id).await
}
