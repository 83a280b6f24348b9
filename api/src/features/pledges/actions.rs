//! Use cases: place a pledge, look at one, and what every change of one begins and ends with.

use chrono::{DateTime, TimeDelta, Utc};
use diesel_async::AsyncPgConnection;
use serde_json::json;
use uuid::Uuid;

use super::dto::Pledge;
use super::fields::NewPledge;
use super::judge::{Case, Judged, fixed_share, judge};
use super::recount;
pub use super::store::Backer;
use super::store::{self, Earlier, PLACINGS_AN_HOUR, PledgeRow};
use super::version_store::VersionKind;
use super::{lines, new_store, view};
use crate::db::{Reader, Soon, Tx};
use crate::error::{Code, Error, OrMissing as _, Result};
use crate::features::ledger::rules::line::Head;
use crate::features::organizations::store::{self as organizations, OrganizationRow};
use crate::features::projects::due::bring_up_to_date;
use crate::features::projects::store::{self as projects, Project};
use crate::kernel::{
    Actor, Amount, Effect, Event, FieldCode, Fraction, Invalid, PledgeEvent, PledgeId, PledgeStatus, PledgeStep, Slug,
    Stage, Visibility,
};
use crate::policy::{self, PledgeAction, ProjectAction};
use crate::secrets::random;
use crate::version::Seen;

pub async fn get(conn: &mut AsyncPgConnection, actor: &Actor, id: PledgeId, now: DateTime<Utc>) -> Result<Pledge> {
    let row = seen_by(conn, actor, id, now).await?;
    view::view(conn, actor, row, now).await
}

/// The pledge, if the caller may know of it.
pub async fn seen_by(
    conn: &mut AsyncPgConnection,
    actor: &Actor,
    id: PledgeId,
    now: DateTime<Utc>,
) -> Result<PledgeRow> {
    let row = store::find(conn, id).await?;
    let organization = organizations::find_by_id(conn, row.organization()).await?;
    let stage = projects::find_by_id(conn, row.project_id.into()).await?.stage(now)?;
    policy::pledge(actor, PledgeAction::See, &view::standing(&row, &organization, now)?, &stage).require()?;
    Ok(row)
}

/// A project as it is locked, and where its ledger ends; nothing if there is none.
pub type Ground = Option<(Project, Head)>;

/// What all who pledge to a project wait for, before anything else of theirs is done.
pub fn lock_ground(tx: &mut Tx, project: &Slug) -> Soon<Ground> {
    projects::lock_soon(tx, project)
}

/// What one pledge is placed for, after that.
pub fn lock_backer(tx: &mut Tx, project: &Slug, new: &NewPledge) -> Soon<Backer> {
    store::lock_backer(tx, project, &new.organization)
}

/// Places a pledge, and says how the project is then, if nothing followed from it that would have to be asked for.
pub async fn place(
    tx: &mut Tx,
    ground: &Ground,
    backer: Backer,
    new: &NewPledge,
) -> Result<(Pledge, Option<(Project, Head)>)> {
    let (mut project, head) = ground.clone().or_missing()?;
    let Backer { organization, earlier } = backer;
    let (actor, now) = (tx.actor().clone(), tx.now());
    // Nobody may pledge once the date has passed, whether or not that was noted.
    let stage = project.stage(now)?;
    policy::project(&actor, ProjectAction::See, &stage, false).require()?;
    let organization = organization.or_missing().map_err(no_such_organization)?;
    let case = Case { actor: &actor, now, project: &project, stage, organization: &organization };
    let judged = judge_new(tx, &case, &earlier, new).await?;
    let row = new_row(tx, &case, new, &judged)?;
    let step = if judged.above_limit.is_some() { VersionKind::Requested } else { VersionKind::Placed };
    new_store::insert(tx, &row, &judged.years, step);
    project.money.next_place += 1;
    if judged.above_limit.is_some() {
        project.money.requests += 1;
        recount::write(tx, &project);
        record(tx, &row, PledgeStep::Requested, None, Effect::None).await?;
        return Ok((view::show(tx, row.id()).await?, None));
    }
    let effect = count_in(tx, &mut project, &row, &judged).await?;
    // All that the line says is at hand, so it is written here: who reacts to the event would have to ask for it.
    let entry = lines::of_pledge(&row, &organization.slug, "pledge_placed", judged.booked.amount)?;
    let head = recount::write_with_line(tx, &project, &head, entry)?;
    record(tx, &row, PledgeStep::Placed, None, effect).await?;
    if effect != Effect::None || row.share()?.is_none() {
        // In a coalition others decide what counts.
        return Ok((view::show(tx, row.id()).await?, None));
    }
    let view = view::placed(tx, row, project.clone(), organization, judged.years, head.clone()).await?;
    Ok((view, Some((project, head))))
}

pub fn no_such_organization(error: Error) -> Error {
    match error.code {
        Code::NotFound => {
            Error::field("/organization", Invalid::new(FieldCode::NotAllowed, "There is no such organisation."))
        }
        _ => error,
    }
}

/// All that must hold before a pledge is placed, whether it is or only asked about.
pub async fn judge_new(db: &mut impl Reader, case: &Case<'_>, earlier: &[Earlier], new: &NewPledge) -> Result<Judged> {
    let organization = case.organization.id();
    policy::place(case.actor, organization, case.membership_active(), &case.stage).require()?;
    if let Some(live) = earlier.iter().find(|one| one.is_live) {
        return Err(Error::new(Code::AlreadyPledged).with("pledge_id", live.id.to_string()));
    }
    refuse_to_flap(earlier, case.now)?;
    let terms = case.project.row.terms_version.as_deref();
    if terms != Some(&new.terms_version) {
        return Err(Error::new(Code::TermsOutdated).with("terms_version", terms));
    }
    if new.visibility == Visibility::Public {
        refuse_to_reveal(db, case).await?;
    }
    judge(db, case, &new.money, None).await
}

/// Whoever pledges and withdraws again and again fills a ledger that nobody can shorten, and mailboxes.
fn refuse_to_flap(earlier: &[Earlier], now: DateTime<Utc>) -> Result<()> {
    let hour = TimeDelta::hours(1);
    let recent: Vec<_> = earlier.iter().filter(|one| now - one.placed_at < hour).collect();
    match recent.last() {
        Some(oldest) if recent.len() >= PLACINGS_AN_HOUR => {
            let wait = (oldest.placed_at + hour - now).num_seconds().max(1);
            let detail = "An organisation pledges to one project ten times an hour at most.";
            Err(Error::new(Code::RateLimited).detail(detail).with("retry_after", wait))
        }
        _ => Ok(()),
    }
}

/// Who is listed by name without an amount, left, and comes back openly would tell that what is left hidden is another's.
async fn refuse_to_reveal(db: &mut impl Reader, case: &Case<'_>) -> Result<()> {
    let (project, organization) = (case.project.id(), case.organization.id());
    if !case.stage.refills() || !store::is_named(db.conn().await?, project, organization).await? {
        return Ok(());
    }
    let (hidden, named) = store::hidden_beside(db.conn().await?, project, organization).await?;
    if named > 0 && hidden < 2 { Err(Error::new(Code::WouldRevealAnother)) } else { Ok(()) }
}

fn new_row(tx: &Tx, case: &Case<'_>, new: &NewPledge, judged: &Judged) -> Result<PledgeRow> {
    let now = tx.now();
    let requested = judged.above_limit.is_some();
    let status = if requested { PledgeStatus::Requested } else { PledgeStatus::Pledged };
    let mut row = PledgeRow {
        id: PledgeId::new().as_uuid(),
        project_id: case.project.row.id,
        organization_id: case.organization.id,
        place: case.project.money.next_place,
        status: status.as_str().to_owned(),
        amount: judged.booked.amount.to_decimal(),
        fraction: judged.fraction.map(|fraction: Fraction| fraction.to_string()),
        dust: judged.booked.dust.to_decimal(),
        active: !requested && fixed_share(case, judged.booked).is_some(),
        share: fixed_share(case, judged.booked).filter(|_| !requested).map(Amount::to_decimal),
        visibility: new.visibility.as_str().to_owned(),
        named_at: None,
        note: new.note.as_ref().map(|note| note.as_str().to_owned()),
        purchase_order: new.purchase_order.as_ref().map(|order| order.as_str().to_owned()),
        terms_version: new.terms_version.clone(),
        min_other_orgs: None,
        min_other_amount: None,
        min_total: None,
        requires_org: None,
        champion_id: case.champion().map(|champion| champion.as_uuid()),
        salt: random::<32>().to_vec(),
        // Random, where an id would tell the time.
        shuffle: Uuid::from_bytes(random()),
        reason: None,
        agreement_reference: None,
        agreement_date: None,
        currency: case.project.row.currency.clone(),
        version: 1,
        placed_at: now,
        updated_at: now,
    };
    row.set_conditions(&judged.conditions);
    Ok(row)
}

/// A pledge that stands from now on joins what counts, which is to be written. Its row is.
pub async fn count_in(tx: &mut Tx, project: &mut Project, row: &PledgeRow, judged: &Judged) -> Result<Effect> {
    if row.share()?.is_some() {
        recount::add(project, judged.booked)?;
    } else {
        recount::recount(tx, project).await?;
    }
    Ok(if recount::is_complete(project)? { Effect::Completes } else { Effect::None })
}

/// What a change of a pledge works on, locked in order.
pub struct Locked {
    pub project: Project,
    pub organization: OrganizationRow,
    pub row: PledgeRow,
    pub stage: Stage,
}

pub async fn locked(tx: &mut Tx, id: PledgeId, seen: Seen, action: PledgeAction) -> Result<Locked> {
    let (actor, now) = (tx.actor().clone(), tx.now());
    // Who may not know of it waits for no lock.
    let looked = seen_by(tx.conn().await?, &actor, id, now).await?;
    let mut project = projects::lock_by_id(tx, looked.project_id.into()).await?;
    let organization = organizations::lock_by_id(tx, looked.organization()).await?;
    let row = store::lock(tx, id).await?;
    seen.check(row.version)?;
    may(tx, action, &project, &organization, &row)?;
    bring_up_to_date(tx, &mut project).await?;
    // What the date brought about may have ended the pledge.
    let row = store::find(tx.conn().await?, id).await?;
    let stage = may(tx, action, &project, &organization, &row)?;
    Ok(Locked { project, organization, row, stage })
}

fn may(
    tx: &Tx,
    action: PledgeAction,
    project: &Project,
    organization: &OrganizationRow,
    row: &PledgeRow,
) -> Result<Stage> {
    let stage = project.stage(tx.now())?;
    policy::pledge(tx.actor(), action, &view::standing(row, organization, tx.now())?, &stage).require()?;
    Ok(stage)
}

impl Locked {
    pub fn case<'a>(&'a self, actor: &'a Actor, now: DateTime<Utc>) -> Case<'a> {
        Case { actor, now, project: &self.project, stage: self.stage, organization: &self.organization }
    }
}

/// Says what happened, with the line for the ledger.
pub async fn record(
    tx: &mut Tx,
    row: &PledgeRow,
    step: PledgeStep,
    entry: Option<crate::kernel::LedgerEntry>,
    effect: Effect,
) -> Result<()> {
    let detail = json!({ "status": row.status, "amount": row.amount.to_string(), "version": row.version });
    let event = PledgeEvent {
        step,
        project: row.project_id.into(),
        pledge: row.id(),
        organization: row.organization(),
        detail,
        entry,
        effect,
    };
    tx.record(Event::Pledge(Box::new(event))).await
}
