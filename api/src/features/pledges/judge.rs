//! Whether a pledge may be placed or changed, and what it comes to. The same for doing it and for asking what would be.
//!
//! Nothing here writes: `actions` does with the locks held, `simulate_actions` without any.

use chrono::{DateTime, Utc};

use super::fields::{ConditionsAsk, MoneyAsk, PledgeChange};
use super::rules::booking::{Ask, Booked, Refused, Room, book};
use super::rules::conditions::Conditions;
use super::rules::years::{FiscalYear, Part};
use super::store::PledgeRow;
use super::year_store::{self, Whose, YearRow, parts_of, year_rows};
use crate::db::{Reader, amount_of, stored, stored_amount};
use crate::error::{Code, Error, Result};
use crate::features::organizations::rules::membership_active;
use crate::features::organizations::store::{self as organizations, OrganizationRow};
use crate::features::projects::store::Project;
use crate::kernel::{Actor, Amount, FieldCode, Fraction, Funding, Invalid, Mode, PledgeId, Role, Stage, UserId};
use crate::policy;

/// Who pledges for which organisation to which project, and when.
pub struct Case<'a> {
    pub actor: &'a Actor,
    pub now: DateTime<Utc>,
    pub project: &'a Project,
    pub stage: Stage,
    pub organization: &'a OrganizationRow,
}

impl Case<'_> {
    pub fn membership_active(&self) -> bool {
        let row = self.organization;
        membership_active(row.membership_starts, row.membership_ends, self.now.date_naive())
    }

    /// The champion whose limit it counts against: who places it, if a champion does, who may be staff besides.
    pub fn champion(&self) -> Option<UserId> {
        let (person, organization) = (self.actor.person()?, self.organization.id());
        let is_champion = person.role_in(organization) == Some(Role::Champion);
        (is_champion && policy::acts_for_itself(person, organization, Some(person.id))).then_some(person.id)
    }

    fn limit(&self) -> Option<Amount> {
        let id = self.organization.id();
        self.actor.person()?.memberships.iter().find(|member| member.organization == id)?.limit
    }

    /// The fiscal year a pledge of that instant belongs to, by the day it is where the project closes.
    fn fiscal_year(&self, placed_at: DateTime<Utc>) -> Result<FiscalYear> {
        let day = self.project.time_zone()?.day_at(placed_at);
        Ok(FiscalYear::of(day, self.organization.fiscal_year_start_month))
    }

    /// What a pledge is judged by, with `own` taken out of what counts.
    fn room(&self, own: Option<&PledgeRow>) -> Result<Room> {
        let (mut counted, mut dust) = (self.project.pledged()?, self.project.dust()?);
        if let Some(own) = own
            && own.status()?.stands()
            && let Some(share) = own.share()?
        {
            counted = counted.less(share);
            dust = dust - own.dust()?;
        }
        Ok(Room {
            mode: self.stage.mode,
            gap: self.stage.funding == Funding::Funded,
            goal: self.project.firm_goal()?,
            minimum: self.project.minimum()?,
            counted,
            dust,
        })
    }
}

/// What a pledge comes to.
#[derive(Clone, Debug)]
pub struct Judged {
    pub booked: Booked,
    pub fraction: Option<Fraction>,
    pub conditions: Conditions,
    pub years: Vec<YearRow>,
    /// What is left of a champion's limit, if that does not allow it.
    pub above_limit: Option<Amount>,
}

/// A new pledge, or a request that is approved (`own`).
pub async fn judge(db: &mut impl Reader, case: &Case<'_>, asked: &MoneyAsk, own: Option<&PledgeRow>) -> Result<Judged> {
    let conditions = resolve(db, case, &asked.conditions).await?;
    let booked = book_or_refuse(asked.ask, &case.room(own)?)?;
    // A request keeps the year it was placed in, whenever it is approved.
    let current = case.fiscal_year(own.map_or(case.now, |own| own.placed_at))?;
    let parts = match &asked.parts {
        Some(parts) => {
            check_years(parts, current)?;
            parts.clone()
        }
        None => whole(current)?,
    };
    let years = year_rows(booked.amount, &parts);
    check_ceiling(db, case, &years, own.map(PledgeRow::id)).await?;
    let above_limit = above_limit(db, case, case.champion(), &years, own.map(PledgeRow::id)).await?;
    let fraction = match asked.ask {
        Ask::Fraction(fraction) => Some(fraction),
        Ask::Amount(_) | Ask::Remaining => None,
        Ask::Again(_) => own.map(PledgeRow::fraction).transpose()?.flatten(),
    };
    Ok(Judged { booked, fraction, conditions, years, above_limit })
}

/// What changes about a pledge that is there.
pub async fn judge_change(
    db: &mut impl Reader,
    case: &Case<'_>,
    row: &PledgeRow,
    change: &PledgeChange,
) -> Result<Judged> {
    check_named(case, change)?;
    let before = counted_or_amount(row)?;
    let conditions = match &change.conditions {
        Some(asked) => resolve(db, case, asked).await?,
        None => row.conditions()?,
    };
    let (booked, fraction) = match change.ask {
        Some(ask) => {
            let booked = book_or_refuse(ask, &case.room(Some(row))?)?;
            let fraction = if let Ask::Fraction(fraction) = ask { Some(fraction) } else { None };
            (booked, fraction)
        }
        None => (Booked { amount: before, dust: row.dust()? }, row.fraction()?),
    };
    check_direction(case, before, booked.amount, change)?;
    let old_years = year_store::years(db.conn().await?, row.id()).await?;
    let parts = match &change.parts {
        Some(parts) => {
            check_years(parts, case.fiscal_year(row.placed_at)?)?;
            parts.clone()
        }
        None => parts_of(&old_years)?,
    };
    let years = year_rows(booked.amount, &parts);
    let more = years_that_bear_more(&years, &old_years);
    check_ceiling(db, case, &more, Some(row.id())).await?;
    // Of another's pledge it is asked of nobody: whoever changes that does so as staff.
    let champion = case.champion().filter(|champion| row.champion() == Some(*champion));
    let above_limit = above_limit(db, case, champion, &more, Some(row.id())).await?;
    Ok(Judged { booked, fraction, conditions, years, above_limit })
}

/// What it counts, where that is fixed, else what it is at most.
pub fn counted_or_amount(row: &PledgeRow) -> Result<Amount> {
    row.share()?.map_or_else(|| row.amount(), Ok)
}

/// What may be named: anything while it is open, else an amount, which the years may follow.
fn check_named(case: &Case<'_>, change: &PledgeChange) -> Result<()> {
    let years_alone = change.parts.is_some() && change.ask.is_none();
    let code = match case.stage.funding {
        Funding::Open => return Ok(()),
        Funding::Missed if change.conditions.is_some() || years_alone => Code::OnlyLower,
        _ if change.conditions.is_some() => Code::ConditionsNeedSharedMode,
        _ if years_alone => Code::AmountIsFinal,
        _ => return Ok(()),
    };
    Err(Error::new(code))
}

/// Which way an amount may move: any way while open, down once missed, up in a gap.
fn check_direction(case: &Case<'_>, before: Amount, after: Amount, change: &PledgeChange) -> Result<()> {
    let (asked, split) = (change.ask.is_some(), change.parts.is_some());
    let code = match case.stage.funding {
        Funding::Missed if after > before || (asked && after == before) => Code::OnlyLower,
        Funding::Funded if after < before || (split && after == before) => Code::AmountIsFinal,
        _ if after > before && !case.membership_active() => Code::MembershipInactive,
        _ => return Ok(()),
    };
    Err(Error::new(code))
}

fn book_or_refuse(ask: Ask, room: &Room) -> Result<Booked> {
    book(ask, room).map_err(refuse)
}

pub fn refuse(refused: Refused) -> Error {
    match refused {
        Refused::OverGoal { remaining } => Error::new(Code::PledgeOverGoal).with("remaining", remaining.to_string()),
        Refused::BelowMinimum { minimum } => Error::new(Code::PledgeBelowMinimum).with("minimum", minimum.to_string()),
        Refused::RoundsToNothing => {
            let detail = "That is less than a cent of this goal.";
            Error::field("/fraction", Invalid::new(FieldCode::OutOfRange, detail))
        }
        Refused::RemainingNeedsFixed => Error::new(Code::RemainingNeedsFixedMode),
    }
}

/// Conditions are for coalitions that are open, and about others.
async fn resolve(db: &mut impl Reader, case: &Case<'_>, asked: &ConditionsAsk) -> Result<Conditions> {
    if asked.is_empty() {
        return Ok(Conditions::default());
    }
    if case.stage.mode != Mode::Shared || case.stage.funding != Funding::Open {
        return Err(Error::new(Code::ConditionsNeedSharedMode));
    }
    let requires_org = match &asked.requires_org {
        None => None,
        Some(slug) => {
            let refused =
                |detail: &str| Error::field("/conditions/requires_org", Invalid::new(FieldCode::NotAllowed, detail));
            let required = organizations::find(db.conn().await?, slug).await.map_err(|error| match error.code {
                Code::NotFound => refused("There is no such organisation."),
                _ => error,
            })?;
            if required.id == case.organization.id {
                return Err(refused("The own organisation is no other."));
            }
            Some(required.id())
        }
    };
    Ok(Conditions {
        min_other_orgs: asked.min_other_orgs,
        min_other_amount: asked.min_other_amount,
        min_total: asked.min_total,
        requires_org,
    })
}

fn whole(year: FiscalYear) -> Result<Vec<Part>> {
    Ok(vec![Part { year, part: stored(Fraction::parse("1/1"))? }])
}

/// Nothing is committed for a year that is over.
fn check_years(parts: &[Part], current: FiscalYear) -> Result<()> {
    for (index, part) in parts.iter().enumerate() {
        let reach = current.number()..=current.number() + 5;
        if !reach.contains(&part.year.number()) {
            let detail = format!("Instalments lie between {current} and five years after it.");
            let pointer = format!("/instalments/{index}/fiscal_year");
            return Err(Error::field(&pointer, Invalid::new(FieldCode::OutOfRange, detail)));
        }
    }
    Ok(())
}

/// What is asked of whoever asks for more, and of nobody who asks for as much or less.
fn years_that_bear_more(years: &[YearRow], before: &[YearRow]) -> Vec<YearRow> {
    let bears_more =
        |(year, _, _, amount): &&YearRow| !before.iter().any(|(old, _, _, was)| old == year && was >= amount);
    years.iter().filter(bears_more).copied().collect()
}

/// The first of these years that would bear more than `most`, and how much of that is left without the pledge.
async fn passes(
    db: &mut impl Reader,
    case: &Case<'_>,
    (whose, most): (Whose, Amount),
    years: &[YearRow],
    aside: Option<PledgeId>,
) -> Result<Option<(FiscalYear, Amount)>> {
    let numbers: Vec<i16> = years.iter().map(|(year, ..)| *year).collect();
    let borne = year_store::committed(db.conn().await?, case.organization.id(), whose, &numbers, aside).await?;
    for (year, _, _, amount) in years {
        let borne = borne.get(year).copied().map_or(Ok(Amount::ZERO), amount_of)?;
        if borne + amount_of(*amount)? > most {
            return Ok(Some((FiscalYear::from_number(*year), most.less(borne))));
        }
    }
    Ok(None)
}

/// A ceiling holds for every fiscal year that bears more than before.
async fn check_ceiling(
    db: &mut impl Reader,
    case: &Case<'_>,
    years: &[YearRow],
    aside: Option<PledgeId>,
) -> Result<()> {
    let Some(ceiling) = stored_amount(case.organization.yearly_ceiling)? else { return Ok(()) };
    match passes(db, case, (Whose::Organization, ceiling), years, aside).await? {
        None => Ok(()),
        Some((year, left)) => {
            let error = Error::new(Code::AboveCeiling).with("fiscal_year", year.to_string());
            Err(error.with("left", left.to_string()).with("ceiling", ceiling.to_string()))
        }
    }
}

/// What is left of a champion's limit in the first of these fiscal years it does not allow, if there is one.
async fn above_limit(
    db: &mut impl Reader,
    case: &Case<'_>,
    champion: Option<UserId>,
    years: &[YearRow],
    aside: Option<PledgeId>,
) -> Result<Option<Amount>> {
    let Some(champion) = champion.filter(|_| !years.is_empty()) else { return Ok(None) };
    // Without a limit every pledge is a request.
    let Some(limit) = case.limit() else { return Ok(Some(Amount::ZERO)) };
    let over = passes(db, case, (Whose::Champion(champion), limit), years, aside).await?;
    Ok(over.map(|(_, left)| left))
}

/// In an open coalition shares move; elsewhere a pledge counts what it booked.
pub fn fixed_share(case: &Case<'_>, booked: Booked) -> Option<Amount> {
    (case.stage.mode == Mode::Fixed || case.stage.funding == Funding::Funded).then_some(booked.amount)
}
