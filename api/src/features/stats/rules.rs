//! How projects add up. Pure, and without floats: rates and days have one decimal.

use chrono::{DateTime, Datelike as _, TimeDelta, Utc};

use crate::kernel::{Amount, Funding};

/// A public project, as far as it is counted.
#[derive(Clone, Debug)]
pub struct Counted {
    /// With its date taken into account.
    pub funding: Funding,
    pub goal: Amount,
    pub pledged: Amount,
    pub signed: Amount,
    pub collected: Amount,
    pub opened_at: Option<DateTime<Utc>>,
    /// Of one that its date settled and nobody noted yet: that date.
    pub funded_at: Option<DateTime<Utc>>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct States {
    pub candidate: i64,
    pub open: i64,
    pub missed: i64,
    pub funded: i64,
    pub closed: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sums {
    pub states: States,
    /// Of what took pledges and was not closed: open, missed and funded.
    pub goal: Amount,
    pub pledged: Amount,
    pub signed: Amount,
    pub collected: Amount,
    /// What is pledged to those that are funded.
    pub funded: Amount,
}

pub fn sums<'a>(projects: impl IntoIterator<Item = &'a Counted>) -> Sums {
    let zero = Amount::ZERO;
    let none =
        Sums { states: States::default(), goal: zero, pledged: zero, signed: zero, collected: zero, funded: zero };
    projects.into_iter().fold(none, |mut sums, project| {
        let states = &mut sums.states;
        match project.funding {
            Funding::Draft => return sums,
            Funding::Candidate => states.candidate += 1,
            Funding::Open => states.open += 1,
            Funding::Missed => states.missed += 1,
            Funding::Funded => states.funded += 1,
            Funding::Closed => states.closed += 1,
        }
        if matches!(project.funding, Funding::Open | Funding::Missed | Funding::Funded) {
            sums.goal = sums.goal + project.goal;
        }
        if project.funding == Funding::Funded {
            sums.funded = sums.funded + project.pledged;
        }
        sums.pledged = sums.pledged + project.pledged;
        sums.signed = sums.signed + project.signed;
        sums.collected = sums.collected + project.collected;
        sums
    })
}

/// The calendar year, in UTC, in which it was funded, if it still is.
pub fn year_of_funding(project: &Counted) -> Option<i32> {
    project.funded_at.filter(|_| project.funding == Funding::Funded).map(|at| at.year())
}

/// Collected of all that an agreement was signed for, kept or broken; nothing while nothing is due.
pub fn honour_rate(sums: &Sums, defaulted: Amount) -> Option<String> {
    let due = sums.signed + defaulted;
    // Rounded down: 99.9 is not yet all of it.
    let tenths = i128::from(sums.collected.cents()) * 1000 / (!due.is_zero()).then(|| i128::from(due.cents()))?;
    Some(format!("{}.{}", tenths / 10, tenths % 10))
}

/// How long the middle one of those that are funded took from its opening, in days.
pub fn median_days<'a>(projects: impl IntoIterator<Item = &'a Counted>) -> Option<String> {
    let funded = projects.into_iter().filter(|project| project.funding == Funding::Funded);
    let mut took: Vec<TimeDelta> = funded.filter_map(|project| Some(project.funded_at? - project.opened_at?)).collect();
    took.sort_unstable();
    let upper = *took.get(took.len() / 2)?;
    let lower = *took.get((took.len() - 1) / 2)?;
    let tenths = (lower.num_seconds() + upper.num_seconds()) / 2 * 10 / TimeDelta::days(1).num_seconds();
    Some(format!("{}.{}", tenths / 10, tenths % 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cents(cents: i64) -> Amount {
        Amount::from_cents(cents).unwrap()
    }

    fn funded(pledged: i64, collected: i64, hours: i64) -> Counted {
        let opened: DateTime<Utc> = "2027-12-30T00:00:00Z".parse().unwrap();
        Counted {
            funding: Funding::Funded,
            goal: cents(pledged),
            pledged: cents(pledged),
            signed: cents(collected),
            collected: cents(collected),
            opened_at: Some(opened),
            funded_at: Some(opened + TimeDelta::hours(hours)),
        }
    }

    #[test]
    fn nothing_is_due_while_nothing_is_funded() {
        let open = Counted { funding: Funding::Open, ..funded(100, 0, 1) };
        assert_eq!(honour_rate(&sums([&open]), Amount::ZERO), None);
        assert_eq!(median_days([&open]), None);
        assert_eq!(year_of_funding(&open), None);
        assert_eq!(sums([&open]).funded, Amount::ZERO);
        assert_eq!(sums([&open]).goal, cents(100));
    }

    #[test]
    fn rates_are_rounded_down() {
        let rate = |signed, collected, defaulted| {
            let project = Counted { signed: cents(signed), ..funded(1_000_000, collected, 1) };
            honour_rate(&sums([&project]), cents(defaulted))
        };
        assert_eq!(rate(100, 0, 0).unwrap(), "0.0");
        assert_eq!(rate(100_000, 99_999, 0).unwrap(), "99.9");
        assert_eq!(rate(150, 100, 0).unwrap(), "66.6");
        assert_eq!(rate(100, 100, 0).unwrap(), "100.0");
        assert_eq!(rate(0, 0, 0), None, "funded, and nothing is agreed on");
    }

    #[test]
    fn a_broken_agreement_stays_one() {
        let kept = Counted { signed: cents(300), ..funded(400, 300, 1) };
        assert_eq!(honour_rate(&sums([&kept]), cents(100)).unwrap(), "75.0");
        assert_eq!(honour_rate(&sums([]), cents(100)).unwrap(), "0.0");
    }

    #[test]
    fn the_median_is_the_middle_one_or_between_two() {
        assert_eq!(median_days([&funded(1, 0, 36)]).unwrap(), "1.5");
        assert_eq!(median_days([&funded(1, 0, 480), &funded(1, 0, 24), &funded(1, 0, 48)]).unwrap(), "2.0");
        assert_eq!(median_days([&funded(1, 0, 24), &funded(1, 0, 48)]).unwrap(), "1.5");
    }

    #[test]
    fn drafts_are_in_nothing_and_closed_ones_want_nothing() {
        let draft = Counted { funding: Funding::Draft, ..funded(7, 7, 1) };
        let closed = Counted { funding: Funding::Closed, pledged: Amount::ZERO, ..funded(9, 0, 1) };
        let all = [draft, closed, funded(5, 2, 1)];
        let expected = Sums {
            states: States { funded: 1, closed: 1, ..States::default() },
            goal: cents(5),
            pledged: cents(5),
            signed: cents(2),
            collected: cents(2),
            funded: cents(5),
        };
        assert_eq!(sums(&all), expected);
        assert_eq!(year_of_funding(&funded(5, 2, 48)), Some(2028));
    }
}
