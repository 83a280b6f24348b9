//! Demo data: invented people and organisations, made by the same actions as real ones.
//!
//! Always holds: nothing here names anybody real; a database that holds anything else is left alone.

mod data;

use chrono::{Datelike as _, NaiveDate, TimeDelta, Utc};

use crate::config::DatabaseSettings;
use crate::db::{Cause, Db, Tx};
use crate::error::{Error, Result};
use crate::features::members::dto::NewMember;
use crate::features::organizations::dto::{NewOrganization, OrganizationKind};
use crate::features::people::dto::NewUser;
use crate::features::tiers::dto::NewTier;
use crate::features::topics::dto::{NewTopic, TopicKind};
use crate::features::{members, organizations, people, tiers, topics};
use crate::kernel::{Amount, Clock, Currency, Email, Invalid, Role, Slug, Text, Website};
use crate::outbox;

pub async fn seed(settings: &DatabaseSettings) -> anyhow::Result<()> {
    // A year ago, so that memberships have begun and everything has an age.
    #[expect(clippy::disallowed_methods, reason = "the beginning of the made-up story")]
    let start = Utc::now() - TimeDelta::days(365);
    let (clock, _) = Clock::set_to(start);
    let db = Db::new(settings, clock)?;
    let (there, demo) = db.write(&Cause::command_line(), async |tx: &mut Tx| count(tx).await).await?;
    if demo {
        println!("The demo data is there already.");
        return Ok(());
    }
    anyhow::ensure!(there == 0, "this database holds other people; demo data goes only into a fresh one.");
    // All of it or nothing.
    db.write(&Cause::command_line(), async |tx: &mut Tx| fill(tx).await).await?;
    println!("Filled in {} organisations and {} people.", data::ORGANIZATIONS.len(), data::PEOPLE.len());
    Ok(())
}

async fn count(tx: &mut Tx) -> Result<(i64, bool)> {
    let all = people::store::count(tx.conn()).await?;
    let first = valid(Email::parse(data::PEOPLE[0].email))?;
    Ok((all, people::store::find_by_email(tx.conn(), &first).await?.is_some()))
}

async fn fill(tx: &mut Tx) -> Result<()> {
    let currency = valid(Currency::parse("USD"))?;
    for (position, tier) in (1..).zip(data::TIERS) {
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
    for (position, narrative) in (1..).zip(data::NARRATIVES) {
        let new = NewTopic {
            name: valid(Text::line(narrative.name))?,
            slug: valid(Slug::from_name(narrative.name))?,
            summary: valid(Text::line(narrative.summary))?,
            position,
        };
        topics::actions::create(tx, TopicKind::Narrative, &new).await?;
    }
    for organization in data::ORGANIZATIONS {
        let new = new_organization(organization, tx.now().year())?;
        organizations::actions::create(tx, &new, currency).await?;
    }
    for person in data::PEOPLE {
        add_person(tx, person).await?;
    }
    // Nobody invented is sent a mail.
    outbox::discard_waiting(tx).await
}

fn new_organization(organization: &data::Organization, year: i32) -> Result<NewOrganization> {
    let starts = NaiveDate::from_ymd_opt(year, organization.fiscal_month, 1);
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

async fn add_person(tx: &mut Tx, person: &data::Person) -> Result<()> {
    let email = valid(Email::parse(person.email))?;
    let name = valid(Text::line(person.name))?;
    if person.staff {
        let new = NewUser { email: email.clone(), name: Some(name.clone()), staff: true, admin: person.admin };
        people::admin_actions::create(tx, &new).await?;
    }
    for (organization, role, limit) in person.roles {
        let slug = valid(Slug::from_name(organization))?;
        let limit = limit.map(|limit| valid(Amount::parse(limit))).transpose()?;
        let role = valid(Role::parse(role))?;
        let new = NewMember { email: email.clone(), name: Some(name.clone()), role, limit };
        members::actions::add(tx, &slug, &new).await?;
    }
    Ok(())
}

fn valid<T>(parsed: std::result::Result<T, Invalid>) -> Result<T> {
    parsed.map_err(|invalid| Error::internal(anyhow::anyhow!("the demo data is wrong: {}", invalid.detail)))
}
