//! Use cases: the ways off the ladder. An organisation withdraws, staff release, sign, and note a default.

use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::ToSchema;

use super::actions::{Locked, locked, record};
use super::dto::Pledge;
use super::judge::counted_or_amount;
use super::recount;
use super::version_store::{self, VersionKind};
use super::{lines, store, view};
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::kernel::{
    Effect, FieldCode, FieldError, Fields, Funding, Invalid, PledgeId, PledgeStatus, PledgeStep, Text, parse_day,
};
use crate::policy::PledgeAction;
use crate::version::Seen;

/// One way out: what the status becomes, and what that is called everywhere.
struct Exit {
    status: PledgeStatus,
    kind: VersionKind,
    step: PledgeStep,
    line: &'static str,
}

pub async fn withdraw(tx: &mut Tx, seen: Seen, id: PledgeId, reason: &Text<1, 1000>) -> Result<Pledge> {
    let locked = locked(tx, id, seen, PledgeAction::Withdraw).await?;
    let (status, kind) = (PledgeStatus::Withdrawn, VersionKind::Withdrawn);
    let exit = Exit { status, kind, step: PledgeStep::Withdrawn, line: "pledge_withdrawn" };
    leave(tx, locked, &exit, reason).await
}

pub async fn release(tx: &mut Tx, seen: Seen, id: PledgeId, reason: &Text<1, 1000>) -> Result<Pledge> {
    let locked = locked(tx, id, seen, PledgeAction::Release).await?;
    let (status, kind) = (PledgeStatus::Released, VersionKind::Released);
    let exit = Exit { status, kind, step: PledgeStep::Released, line: "pledge_released" };
    leave(tx, locked, &exit, reason).await
}

pub async fn default(tx: &mut Tx, seen: Seen, id: PledgeId, reason: &Text<1, 1000>) -> Result<Pledge> {
    let locked = locked(tx, id, seen, PledgeAction::Default).await?;
    let (status, kind) = (PledgeStatus::Defaulted, VersionKind::Defaulted);
    let exit = Exit { status, kind, step: PledgeStep::Defaulted, line: "pledge_defaulted" };
    leave(tx, locked, &exit, reason).await
}

async fn leave(tx: &mut Tx, mut locked: Locked, exit: &Exit, reason: &Text<1, 1000>) -> Result<Pledge> {
    let before = locked.row.clone();
    let counted = counted_or_amount(&before)?;
    locked.row.status = exit.status.as_str().to_owned();
    locked.row.active = false;
    locked.row.reason = Some(reason.as_str().to_owned());
    store::update(tx, &mut locked.row).await?;
    version_store::add(tx, &locked.row, exit.kind, Some(reason.as_str()));
    if before.status()? == PledgeStatus::Requested {
        // It held nothing, and nobody outside knew of it.
        locked.project.money.requests -= 1;
        recount::write(tx, &locked.project);
        record(tx, &locked.row, exit.step, None, Effect::None).await?;
        return view::show(tx, locked.row.id()).await;
    }
    if before.share()?.is_some() {
        recount::remove(&mut locked.project, counted, before.dust()?)?;
        if before.status()?.is_signed() {
            locked.project.money.signed -= counted.to_decimal();
        }
    } else {
        recount::recount(tx, &mut locked.project).await?;
    }
    recount::write(tx, &locked.project);
    let effect = if locked.stage.funding == Funding::Funded { Effect::OpensGap } else { Effect::None };
    let entry = lines::of_pledge(&locked.row, &locked.organization.slug, exit.line, counted)?;
    record(tx, &locked.row, exit.step, Some(entry), effect).await?;
    view::show(tx, locked.row.id()).await
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignPledge {
    /// Under which the agreement is kept.
    #[schema(min_length = 1, max_length = 100, example = "MOU-2027-014")]
    pub agreement_reference: String,
    #[schema(value_type = NaiveDate)]
    pub agreement_date: String,
}

#[derive(Clone)]
pub struct Agreement {
    pub reference: Text<1, 100>,
    pub date: NaiveDate,
}

impl SignPledge {
    pub fn parse(self) -> Result<Agreement, Vec<FieldError>> {
        let mut fields = Fields::new();
        let reference = fields.take("/agreement_reference", Text::line(&self.agreement_reference));
        let date = fields.take("/agreement_date", parse_day(&self.agreement_date));
        fields.finish(reference.zip(date).map(|(reference, date)| Agreement { reference, date }))
    }
}

pub async fn sign(tx: &mut Tx, seen: Seen, id: PledgeId, agreement: &Agreement) -> Result<Pledge> {
    let mut locked = locked(tx, id, seen, PledgeAction::Sign).await?;
    // Somewhere it may be tomorrow already.
    if agreement.date > tx.now().date_naive().succ_opt().unwrap_or_default() {
        let future = Invalid::new(FieldCode::OutOfRange, "An agreement was signed by today.");
        return Err(Error::field("/agreement_date", future));
    }
    let share = counted_or_amount(&locked.row)?;
    locked.row.status = PledgeStatus::Signed.as_str().to_owned();
    locked.row.agreement_reference = Some(agreement.reference.as_str().to_owned());
    locked.row.agreement_date = Some(agreement.date);
    store::update(tx, &mut locked.row).await?;
    version_store::add(tx, &locked.row, VersionKind::Signed, None);
    locked.project.money.signed += share.to_decimal();
    recount::write(tx, &locked.project);
    let entry = lines::of_pledge(&locked.row, &locked.organization.slug, "pledge_signed", share)?;
    record(tx, &locked.row, PledgeStep::Signed, Some(entry), Effect::None).await?;
    view::show(tx, id).await
}
