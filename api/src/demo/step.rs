//! The words in which the story is told: who did what on which day.

/// One thing that happened, so many days before the day of seeding.
pub struct Step {
    pub day: i64,
    /// Whose address; [`NOBODY`] for what the passing of time brought about.
    pub who: &'static str,
    /// A project's slug.
    pub project: &'static str,
    pub act: Act,
}

pub const NOBODY: &str = "";

/// Days count from the day of seeding; organisations are slugs.
pub enum Act {
    Write {
        pledge_by: Option<i64>,
    },
    Publish(&'static str),
    Pledge(Pledge),
    Raise {
        organization: &'static str,
        to: &'static str,
    },
    Approve {
        organization: &'static str,
        amount: &'static str,
    },
    Withdraw {
        organization: &'static str,
        reason: &'static str,
    },
    Sign {
        organization: &'static str,
        reference: &'static str,
    },
    /// The date has passed, and the program notes what that decided.
    DatePasses,
    Extend {
        pledge_by: i64,
        reason: &'static str,
    },
    Queue(i32),
    Deliver {
        to: &'static str,
        note: &'static str,
    },
    Close {
        reason: &'static str,
        note: &'static str,
    },
}

#[derive(Clone, Copy)]
pub struct Pledge {
    pub organization: &'static str,
    pub how_much: HowMuch,
    pub visibility: &'static str,
    pub note: Option<&'static str>,
    pub min_other_orgs: Option<i32>,
    pub min_total: Option<&'static str>,
    /// Parts, from the organisation's current fiscal year on; none for all of it in that year.
    pub years: &'static [&'static str],
}

#[derive(Clone, Copy)]
pub enum HowMuch {
    Amount(&'static str),
    Fraction(&'static str),
    WhatRemains,
}

pub const fn step(day: i64, who: &'static str, project: &'static str, act: Act) -> Step {
    Step { day, who, project, act }
}

pub const fn pledge(organization: &'static str, how_much: HowMuch) -> Pledge {
    Pledge {
        organization,
        how_much,
        visibility: "public",
        note: None,
        min_other_orgs: None,
        min_total: None,
        years: &[],
    }
}

impl Pledge {
    pub const fn noting(mut self, note: &'static str) -> Self {
        self.note = Some(note);
        self
    }

    pub const fn seen_as(mut self, visibility: &'static str) -> Self {
        self.visibility = visibility;
        self
    }

    pub const fn over(mut self, years: &'static [&'static str]) -> Self {
        self.years = years;
        self
    }

    pub const fn if_others(mut self, count: i32) -> Self {
        self.min_other_orgs = Some(count);
        self
    }

    pub const fn if_all_reach(mut self, total: &'static str) -> Self {
        self.min_total = Some(total);
        self
    }

    pub const fn made(self) -> Act {
        Act::Pledge(self)
    }
}
