//! Telling the story: each step is the action that its person would have taken on the pages, at that time.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::people::PEOPLE;
use super::projects::{PROJECTS, Price, Project};
use super::step::{Act, HowMuch, NOBODY, Pledge, Step};
use super::story::STORY;
use super::valid;
use crate::db::{Tx, stored, stored_amount};
use crate::error::{Error, OrMissing as _, Result};
use crate::features::pledges::fields::{ConditionsFields, EditPledge, InstalmentFields, PlacePledge};
use crate::features::pledges::request_actions::ApprovePledge;
use crate::features::pledges::rules::years::FiscalYear;
use crate::features::pledges::{actions, change_actions, exit_actions, fields, request_actions};
use crate::features::projects::dto::{Deliverable, ProjectLink};
use crate::features::projects::fields::ProjectFields;
use crate::features::projects::life_actions::{CloseProject, DeliverProject, ExtendProject, MoveProject};
use crate::features::projects::publish_actions::PublishProject;
use crate::features::projects::{due, life_actions, publish_actions};
use crate::features::{members, organizations, people, pledges, projects};
use crate::kernel::{Actor, Currency, Email, FieldError, Member, Patch, Person, PledgeId, Role, SessionId, Slug, Via};
use crate::version::Seen;

/// Tells all of it, in `tx`, and leaves its clock at the last step.
pub async fn tell(tx: &mut Tx, today: NaiveDate, currency: Currency) -> Result<()> {
    let mut actors: HashMap<&str, Actor> = HashMap::new();
    let (mut day, mut nth) = (i64::MIN, 0);
    for (index, step) in (0..).zip(STORY) {
        nth = if step.day == day { nth + 1 } else { 0 };
        day = step.day;
        tx.go_to(instant(today, step.day, nth, index))?;
        if !actors.contains_key(step.who) {
            actors.insert(step.who, actor(tx, step.who).await?);
        }
        tx.act_as(actors[step.who].clone());
        take(tx, today, currency, step).await.map_err(|error| said(step, error))?;
    }
    Ok(())
}

/// In office hours everywhere from Lisbon to Los Angeles, and after midnight in all of them; no two at once.
fn instant(today: NaiveDate, day: i64, nth: i64, index: i64) -> DateTime<Utc> {
    let minutes = 9 * 60 + nth * 53 + index * 37 % 50;
    (today.and_time(NaiveTime::MIN) + TimeDelta::days(day) + TimeDelta::minutes(minutes)).and_utc()
}

fn said(step: &Step, error: Error) -> Error {
    if error.is_worth_retrying() {
        return error;
    }
    let cause = error.cause().map(|cause| format!(" ({cause:#})")).unwrap_or_default();
    Error::internal(anyhow::anyhow!("the demo story is wrong on day {} of {}: {error}{cause}", step.day, step.project))
}

/// The person with the rights they have, as if signed in. No session is left behind.
async fn actor(tx: &mut Tx, who: &str) -> Result<Actor> {
    if who == NOBODY {
        return Ok(Actor::Public);
    }
    let user = people::store::find_by_email(tx.conn().await?, &valid(Email::parse(who))?).await?.or_missing()?;
    let mut memberships = Vec::new();
    for (name, ..) in PEOPLE.iter().filter(|person| person.email == who).flat_map(|person| person.roles) {
        let organization = organizations::store::find(tx.conn().await?, &valid(Slug::from_name(name))?).await?.id();
        let row = members::store::find(tx.conn().await?, organization, user.id.into()).await?.or_missing()?;
        let (role, limit) = (stored(Role::parse(&row.role))?, stored_amount(row.pledge_limit)?);
        memberships.push(Member { organization, role, limit });
    }
    let via = Via::Session(SessionId::new());
    Ok(Actor::Person(Person { id: user.id.into(), via, staff: user.staff, admin: user.admin, memberships }))
}

async fn take(tx: &mut Tx, today: NaiveDate, currency: Currency, step: &Step) -> Result<()> {
    let slug = &valid(Slug::parse(step.project))?;
    let date = |day: i64| (today + TimeDelta::days(day)).to_string();
    match &step.act {
        Act::Write { pledge_by } => {
            let project = PROJECTS.iter().find(|project| project.slug == step.project).copied().or_missing()?;
            let change = right(written(project, pledge_by.map(date))?.parse_new())?;
            projects::actions::create(tx, &change, currency).await?;
        }
        Act::Publish(publish_as) => {
            let publish_as = right(PublishProject { publish_as: (*publish_as).to_owned() }.parse())?;
            let seen = version_of(tx, slug).await?;
            publish_actions::publish(tx, seen, slug, &publish_as).await?;
        }
        Act::Extend { pledge_by, reason } => {
            let extend = ExtendProject { pledge_by: date(*pledge_by), reason: (*reason).to_owned() };
            let seen = version_of(tx, slug).await?;
            life_actions::extend(tx, seen, slug, &right(extend.parse())?).await?;
        }
        Act::Queue(position) => {
            let position = right(MoveProject { position: Some(*position) }.parse())?;
            let seen = version_of(tx, slug).await?;
            life_actions::move_in_queue(tx, seen, slug, &position).await?;
        }
        Act::Deliver { to, note } => {
            let deliver = DeliverProject { to: (*to).to_owned(), note: Some((*note).to_owned()) };
            let seen = version_of(tx, slug).await?;
            life_actions::deliver(tx, seen, slug, &right(deliver.parse())?).await?;
        }
        Act::Close { reason, note } => {
            let close = CloseProject { reason: (*reason).to_owned(), note: (*note).to_owned() };
            let seen = version_of(tx, slug).await?;
            life_actions::close(tx, seen, slug, &right(close.parse())?).await?;
        }
        Act::DatePasses => {
            let mut project = projects::store::lock(tx, slug).await?;
            due::bring_up_to_date(tx, &mut project).await?;
        }
        Act::Pledge(pledge) => {
            let place = placed(tx, slug, pledge).await?;
            let new = right(place.parse())?;
            let (ground, backer) = (actions::lock_ground(tx, slug), actions::lock_backer(tx, slug, &new));
            let (ground, backer) = (tx.have(ground).await?, tx.have(backer).await?);
            actions::place(tx, &ground, backer, &new).await?;
        }
        Act::Raise { organization, to } => {
            let (id, seen) = standing(tx, slug, organization).await?;
            let edit = EditPledge { amount: Some((*to).to_owned()), ..EditPledge::default() };
            change_actions::edit(tx, seen, id, &right(edit.parse())?).await?;
        }
        Act::Approve { organization, amount } => {
            let (id, seen) = standing(tx, slug, organization).await?;
            let amount = right(ApprovePledge { amount: Some((*amount).to_owned()) }.parse())?;
            request_actions::approve(tx, seen, id, &amount).await?;
        }
        Act::Withdraw { organization, reason } => {
            let (id, seen) = standing(tx, slug, organization).await?;
            let because = fields::Because { reason: (*reason).to_owned() };
            exit_actions::withdraw(tx, seen, id, &right(because.parse())?).await?;
        }
        Act::Sign { organization, reference } => {
            let (id, seen) = standing(tx, slug, organization).await?;
            let agreement_reference = (*reference).to_owned();
            let sign = exit_actions::SignPledge { agreement_reference, agreement_date: date(step.day) };
            exit_actions::sign(tx, seen, id, &right(sign.parse())?).await?;
        }
    }
    Ok(())
}

fn written(project: &Project, pledge_by: Option<String>) -> Result<ProjectFields> {
    let text = |text: &str| Some(text.to_owned());
    let amount = |amount: &str| Patch::Set(amount.to_owned());
    let (goal, goal_low, goal_high) = match project.price {
        Price::Firm(goal) => (amount(goal), Patch::Keep, Patch::Keep),
        Price::Between(low, high) => (Patch::Keep, amount(low), amount(high)),
    };
    let narrative = |name: &&str| Ok(valid(Slug::from_name(name))?.as_str().to_owned());
    let deliverable = |item: &super::projects::Deliverable| Deliverable {
        title: item.title.to_owned(),
        done_when: item.done_when.to_owned(),
        hours_low: Some(item.hours.0),
        hours_high: Some(item.hours.1),
    };
    let link = |(kind, url): &(&str, &str)| ProjectLink { kind: (*kind).to_owned(), url: (*url).to_owned() };
    Ok(ProjectFields {
        title: text(project.title),
        slug: text(project.slug),
        summary: text(project.summary),
        theme: Patch::Set(project.theme.to_owned()),
        narratives: Some(project.narratives.iter().map(narrative).collect::<Result<_>>()?),
        problem: text(project.problem),
        solution: text(project.solution),
        implementation: text(project.implementation),
        fit: text(project.fit),
        research: text(project.research),
        goal,
        goal_low,
        goal_high,
        capacity_hours: Patch::Set(project.hours),
        mode: text(project.mode),
        minimum_pledge: text(project.minimum),
        pledge_by: pledge_by.map_or(Patch::Keep, Patch::Set),
        time_zone: text(project.time_zone),
        visibility: text("user_visible"),
        deliverables: Some(project.deliverables.iter().map(deliverable).collect()),
        links: Some(project.links.iter().map(link).collect()),
    })
}

async fn placed(tx: &mut Tx, project: &Slug, pledge: &Pledge) -> Result<PlacePledge> {
    let terms = projects::store::find(tx.conn().await?, project).await?.row.terms_version;
    let month = organization(tx, pledge.organization).await?.fiscal_year_start_month;
    let first = FiscalYear::of(tx.now().date_naive(), month).number();
    let instalment = |(year, part): (i16, &&str)| InstalmentFields {
        fiscal_year: FiscalYear::from_number(year).to_string(),
        part: (*part).to_owned(),
    };
    let instalments: Vec<_> = (first..).zip(pledge.years).map(instalment).collect();
    let (amount, fraction, take_remaining) = match pledge.how_much {
        HowMuch::Amount(amount) => (Some(amount.to_owned()), None, None),
        HowMuch::Fraction(fraction) => (None, Some(fraction.to_owned()), None),
        HowMuch::WhatRemains => (None, None, Some(true)),
    };
    Ok(PlacePledge {
        organization: pledge.organization.to_owned(),
        amount,
        fraction,
        take_remaining,
        visibility: pledge.visibility.to_owned(),
        note: pledge.note.map(str::to_owned),
        terms_version: terms.or_missing()?,
        purchase_order: None,
        conditions: Some(ConditionsFields {
            min_other_orgs: pledge.min_other_orgs,
            min_other_amount: None,
            min_total: pledge.min_total.map(str::to_owned),
            requires_org: None,
        }),
        instalments: (!instalments.is_empty()).then_some(instalments),
    })
}

async fn organization(tx: &mut Tx, slug: &str) -> Result<organizations::store::OrganizationRow> {
    organizations::store::find(tx.conn().await?, &valid(Slug::parse(slug))?).await
}

/// The version of the project that its page shows.
async fn version_of(tx: &mut Tx, slug: &Slug) -> Result<Seen> {
    Ok(Seen::Version(projects::store::find(tx.conn().await?, slug).await?.row.version))
}

/// The organisation's live pledge, and the version that its page shows.
async fn standing(tx: &mut Tx, project: &Slug, slug: &str) -> Result<(PledgeId, Seen)> {
    let earlier = pledges::store::of_pair(tx.conn().await?, project, &valid(Slug::parse(slug))?).await?;
    let id = earlier.into_iter().find(|one| one.is_live).or_missing()?.id;
    let version = pledges::store::find(tx.conn().await?, id).await?.version;
    Ok((id, Seen::Version(version)))
}

fn right<T>(parsed: std::result::Result<T, Vec<FieldError>>) -> Result<T> {
    parsed.map_err(Error::fields)
}
