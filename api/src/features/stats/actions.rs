//! Use case: look at the statistics. They are the same for everybody, so nobody is asked who they are.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;

use super::dto::{FundingStates, Stats, StatsTotals, ThemeStats, YearStats};
use super::rules::{Counted, States, honour_rate, median_days, sums, year_of_funding};
use super::store::{self, Row};
use crate::db::{amount_of, stored, stored_amount};
use crate::error::Result;
use crate::features::projects::dto::TopicLink;
use crate::features::projects::rules::calendar::{derived, funded_at};
use crate::kernel::{Amount, Currency, Funding, Mode};

type Theme = Option<(String, String)>;

/// Call it in a snapshot: its numbers belong together.
pub async fn get(conn: &mut AsyncPgConnection, currency: Currency, now: DateTime<Utc>) -> Result<Stats> {
    let rows = store::projects(conn).await?;
    let sides = store::sides(conn, now.date_naive()).await?;
    let rows: Vec<(Theme, Counted)> = rows.into_iter().map(|row| counted(row, now)).collect::<Result<_>>()?;
    let all = || rows.iter().map(|(_, project)| project);
    let total = sums(all());
    Ok(Stats {
        currency: currency.code().to_owned(),
        totals: StatsTotals {
            projects: states(total.states),
            goal: total.goal,
            pledged: total.pledged,
            signed: total.signed,
            collected: total.collected,
            funded: total.funded,
            backers: sides.backers,
            communities: sides.communities,
        },
        themes: rows.chunk_by(|(one, _), (other, _)| one == other).map(theme).collect(),
        years: years(all()),
        honour_rate: honour_rate(&total, amount_of(sides.defaulted)?),
        median_days_to_fund: median_days(all()),
    })
}

fn counted(row: Row, now: DateTime<Utc>) -> Result<(Theme, Counted)> {
    let (noted, mode) = (stored(Funding::parse(&row.funding))?, stored(Mode::parse(&row.mode))?);
    let covered = row.goal.is_some_and(|goal| row.ceilings >= goal);
    let funding = derived(noted, mode, covered, row.closes_at, now);
    let counted = Counted {
        funding,
        goal: stored_amount(row.goal)?.unwrap_or(Amount::ZERO),
        pledged: amount_of(row.pledged)?,
        signed: amount_of(row.signed)?,
        collected: amount_of(row.collected)?,
        opened_at: row.opened_at,
        funded_at: funded_at(row.funded_at, funding, row.closes_at),
    };
    Ok((row.theme, counted))
}

/// Of rows that are all of one theme.
fn theme(rows: &[(Theme, Counted)]) -> ThemeStats {
    let theme = rows.first().and_then(|(theme, _)| theme.clone());
    let sums = sums(rows.iter().map(|(_, project)| project));
    ThemeStats {
        theme: theme.map(|(slug, name)| TopicLink { slug, name }),
        projects: states(sums.states),
        goal: sums.goal,
        pledged: sums.pledged,
        signed: sums.signed,
        collected: sums.collected,
        funded: sums.funded,
    }
}

fn years<'a>(projects: impl Iterator<Item = &'a Counted>) -> Vec<YearStats> {
    let mut by_year: BTreeMap<i32, Vec<&Counted>> = BTreeMap::new();
    for project in projects {
        if let Some(year) = year_of_funding(project) {
            by_year.entry(year).or_default().push(project);
        }
    }
    let of_year = |(year, projects): (i32, Vec<&Counted>)| {
        let sums = sums(projects);
        let (funded, signed, collected) = (sums.funded, sums.signed, sums.collected);
        YearStats { year, projects: sums.states.funded, funded, signed, collected }
    };
    by_year.into_iter().rev().map(of_year).collect()
}

fn states(states: States) -> FundingStates {
    let States { candidate, open, missed, funded, closed } = states;
    FundingStates { candidate, open, missed, funded, closed }
}
