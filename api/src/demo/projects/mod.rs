//! The invented projects, as staff wrote them. What becomes of them is in [`super::story`].
//!
//! Links lead to `example.org` only: there is nothing behind them.

mod ahead;
mod delivered;
mod ended;
mod gathering;

pub struct Project {
    pub slug: &'static str,
    pub title: &'static str,
    pub summary: &'static str,
    pub theme: &'static str,
    /// By their names.
    pub narratives: &'static [&'static str],
    pub mode: &'static str,
    pub price: Price,
    pub minimum: &'static str,
    /// What staff expect to spend on it.
    pub hours: i32,
    pub time_zone: &'static str,
    pub problem: &'static str,
    pub solution: &'static str,
    pub implementation: &'static str,
    pub fit: &'static str,
    pub research: &'static str,
    pub deliverables: &'static [Deliverable],
    /// A kind, and where it leads.
    pub links: &'static [(&'static str, &'static str)],
}

pub enum Price {
    Firm(&'static str),
    Between(&'static str, &'static str),
}

pub struct Deliverable {
    pub title: &'static str,
    pub done_when: &'static str,
    pub hours: (i32, i32),
}

pub const PROJECTS: &[&Project] = &[
    &delivered::GROUP_FOLDERS,
    &delivered::RESTARTS,
    &delivered::CITATIONS,
    &gathering::ANY_CLOUD,
    &gathering::FAIR_QUEUE,
    &gathering::LESSONS,
    &ended::REPORTS,
    &ended::CLIPBOARD,
    &ahead::SLEEPING_HUBS,
    &ahead::COOLING_STORAGE,
];
