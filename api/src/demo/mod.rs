//! Demo data: invented people, organisations and projects, made by the same actions as real ones, by the people who
//! would have made them, over the year before the day of seeding.
//!
//! Always holds: nothing here names anybody real; a database that holds anything else is left alone; all of it is one
//! transaction, so an interrupted seeding leaves nothing. Two seedings differ in ids, salts and days, and in nothing else.

mod organizations;
mod people;
mod projects;
mod step;
mod story;
mod tell;
mod tiers_and_narratives;

use chrono::{Datelike as _, NaiveDate, NaiveTime, TimeDelta, Utc};

use organizations::{ORGANIZATIONS, Organization};
use people::{PEOPLE, Person};
use projects::PROJECTS;
use step::Act;
use story::STORY;
use tiers_and_narratives::{NARRATIVES, TIERS};

use crate::config::DatabaseSettings;
use crate::db::{Cause, Db, Tx};
use crate::error::{Error, Result};
use crate::features::members::dto::NewMember;
use crate::features::organizations::dto::{NewOrganization, OrganizationKind};
use crate::features::people::dto::NewUser;
use crate::features::tiers::dto::NewTier;
use crate::features::topics::dto::{NewTopic, TopicKind};
use crate::features::{self, tiers, topics};
use crate::kernel::{Actor, Amount, Clock, Currency, Email, Funding, Invalid, Role, Slug, Text, Website};
use crate::outbox;

/// How many days before the day of seeding the story begins: memberships have begun, and everything has an age.
const A_YEAR: TimeDelta = TimeDelta::days(365);

pub async fn seed(settings: &DatabaseSettings) -> anyhow::Result<()> {
    #[expect(clippy::disallowed_methods, reason = "the story is told from here on backwards")]
    let today = Utc::now().date_naive();
    let (clock, _) = Clock::set_to(today.and_time(NaiveTime::MIN).and_utc());
    let db = Db::new(settings, clock)?;
    let (there, demo) = db.write(&Cause::command_line(), async |tx: &mut Tx| count(tx).await).await?;
    if demo {
        println!("The demo data is there already.");
        return Ok(());
    }
    anyhow::ensure!(there == 0, "this database holds other people; demo data goes only into a fresh one.");
    // All of it or nothing.
    let projects = db.write(&Cause::command_line(), async |tx: &mut Tx| fill(tx, today).await).await?;
    let pledges = STORY.iter().filter(|step| matches!(step.act, Act::Pledge(_))).count();
    let (organizations, people) = (ORGANIZATIONS.len(), PEOPLE.len());
    println!(
        "Filled in {organizations} organisations, {people} people, and {} projects with {pledges} pledges:",
        projects.len()
    );
    for project in projects {
        println!("  {project}");
    }
    Ok(())
}

async fn count(tx: &mut Tx) -> Result<(i64, bool)> {
    let all = features::people::store::count(tx.conn().await?).await?;
    let first = valid(Email::parse(PEOPLE[0].email))?;
    Ok((all, features::people::store::find_by_email(tx.conn().await?, &first).await?.is_some()))
}

/// Returns a line about each project.
async fn fill(tx: &mut Tx, today: NaiveDate) -> Result<Vec<String>> {
    tx.go_to((today.and_time(NaiveTime::MIN) - A_YEAR).and_utc())?;
    let currency = valid(Currency::parse("USD"))?;
    for (position, tier) in (1..).zip(TIERS) {
        let new = NewTier {
            name: valid(Text::line(tier.name))?,
            slug: valid(Slug::from_name(tier.name))?,
            price: tier.price.map(|price| valid(Amount::parse(price))).transpose()?,
            summary: valid(Text::parse(tier.summary))?,
            offers: tier.offers.iter().map(|offer| valid(Text::line(offer))).collect::<Result<_>>()?,
            early_look: tier.early_look,
            quarterly_report: tier.quarterly_report,
            position,
        };
        tiers::actions::create(tx, &new, currency).await?;
    }
    for (position, narrative) in (1..).zip(NARRATIVES) {
        let new = NewTopic {
            name: valid(Text::line(narrative.name))?,
            slug: valid(Slug::from_name(narrative.name))?,
            summary: valid(Text::line(narrative.summary))?,
            position,
        };
        topics::actions::create(tx, TopicKind::Narrative, &new).await?;
    }
    for organization in ORGANIZATIONS {
        let new = new_organization(organization, tx.now().date_naive())?;
        features::organizations::actions::create(tx, &new, currency).await?;
    }
    for person in PEOPLE {
        add_person(tx, person).await?;
    }
    tell::tell(tx, today, currency).await?;
    tx.act_as(Actor::CommandLine);
    // Nobody invented is sent a mail.
    outbox::discard_waiting(tx).await?;
    let mut lines = Vec::new();
    for project in PROJECTS {
        let stored = features::projects::store::find(tx.conn().await?, &valid(Slug::parse(project.slug))?).await?;
        lines.push(line(&stored)?);
    }
    Ok(lines)
}

fn line(project: &features::projects::store::Project) -> Result<String> {
    let state = match (project.noted_funding()?, project.row.delivery.as_str()) {
        (Funding::Funded, delivery) => format!("funded, {}", delivery.replace('_', " ")),
        (funding, _) => funding.as_str().to_owned(),
    };
    let pledged = match project.goal()? {
        Some(goal) => format!("{} of {goal}", project.pledged()?),
        None => "a range".to_owned(),
    };
    Ok(format!("{state:<21}{:<34}{}, {pledged}", project.row.slug, project.row.mode))
}

/// Members since the last beginning of their fiscal year.
fn new_organization(organization: &Organization, today: NaiveDate) -> Result<NewOrganization> {
    let first = |year| NaiveDate::from_ymd_opt(year, organization.fiscal_month, 1);
    let starts = first(today.year()).filter(|day| *day <= today).or_else(|| first(today.year() - 1));
    Ok(NewOrganization {
        name: valid(Text::line(organization.name))?,
        slug: valid(Slug::from_name(organization.name))?,
        kind: if organization.tier.is_some() { OrganizationKind::Member } else { OrganizationKind::Funder },
        tier: organization.tier.map(|tier| valid(Slug::from_name(tier))).transpose()?,
        fiscal_year_start_month: i16::try_from(organization.fiscal_month).unwrap_or(1),
        membership: (starts, None),
        ror_id: None,
        website: Some(valid(Website::parse(organization.website))?),
        profile: valid(Text::parse(organization.profile))?,
        yearly_ceiling: organization.ceiling.map(|ceiling| valid(Amount::parse(ceiling))).transpose()?,
    })
}

async fn add_person(tx: &mut Tx, person: &Person) -> Result<()> {
    let email = valid(Email::parse(person.email))?;
    let name = valid(Text::line(person.name))?;
    if person.staff {
        let new = NewUser { email: email.clone(), name: Some(name.clone()), staff: true, admin: person.admin };
        features::people::admin_actions::create(tx, &new).await?;
    }
    for (organization, role, limit) in person.roles {
        let slug = valid(Slug::from_name(organization))?;
        let limit = limit.map(|limit| valid(Amount::parse(limit))).transpose()?;
        let role = valid(Role::parse(role))?;
        let new = NewMember { email: email.clone(), name: Some(name.clone()), role, limit };
        features::members::actions::add(tx, &slug, &new).await?;
    }
    Ok(())
}

fn valid<T>(parsed: std::result::Result<T, Invalid>) -> Result<T> {
    parsed.map_err(|invalid| Error::internal(anyhow::anyhow!("the demo data is wrong: {}", invalid.detail)))
}
