//! Where a project stands, as far as that decides what may happen to it and its pledges.

use super::{Delivery, Funding, Mode};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stage {
    /// It was a candidate or took pledges, and whatever became of it since, everybody may read it. A draft is not, nor
    /// one that was closed.
    pub public: bool,
    /// With its date taken into account: what has passed is passed, whether or not the worker has noted it.
    pub funding: Funding,
    pub delivery: Delivery,
    pub mode: Mode,
    /// Funded once, and part of it has fallen away.
    pub gap: bool,
    /// In mode `shared`: what is committed reaches the goal.
    pub covered: bool,
    /// Any pledge that is requested, waiting or counted.
    pub live: bool,
    /// Any pledge under an agreement.
    pub signed: bool,
}

impl Stage {
    /// Whether a new pledge can be placed.
    pub fn takes_pledges(&self) -> bool {
        self.funding == Funding::Open || self.refills()
    }

    /// Whether pledges are taken by the rules of a gap.
    pub fn refills(&self) -> bool {
        self.funding == Funding::Funded && self.gap
    }
}
