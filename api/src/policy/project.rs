//! Projects: who may see and run them, and when.

use super::{Verdict, person, staff};
use crate::error::Code;
use crate::kernel::{Actor, Funding, Mode, Stage};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectAction {
    See,
    Edit,
    /// Make it public: as a candidate, or open for pledges.
    Publish,
    Extend,
    Settle,
    Close,
    Deliver,
    MoveInQueue,
    PostUpdate,
}

impl ProjectAction {
    pub const ALL: [Self; 9] = [
        Self::See,
        Self::Edit,
        Self::Publish,
        Self::Extend,
        Self::Settle,
        Self::Close,
        Self::Deliver,
        Self::MoveInQueue,
        Self::PostUpdate,
    ];
}

/// `early_look` says whether a tier lets the caller see what is not public.
pub fn project(actor: &Actor, action: ProjectAction, stage: &Stage, early_look: bool) -> Verdict {
    if !sees(actor, stage, early_look) {
        return Verdict::Hide;
    }
    if action == ProjectAction::See {
        return Verdict::Allow;
    }
    match person(actor) {
        Ok(person) => staff(person).and_then(|| when(action, stage)),
        Err(Verdict::Allow) => when(action, stage),
        Err(verdict) => verdict,
    }
}

fn sees(actor: &Actor, stage: &Stage, early_look: bool) -> bool {
    match actor {
        _ if stage.public => true,
        Actor::CommandLine => true,
        Actor::Person(person) => early_look || person.staff,
        Actor::Public => false,
    }
}

fn when(action: ProjectAction, stage: &Stage) -> Verdict {
    use Funding::*;
    use ProjectAction as Act;
    match (action, stage.funding) {
        (Act::See, _) => Verdict::Allow,
        (Act::Edit, Draft | Candidate | Open) => Verdict::Allow,
        (Act::Publish, Draft | Candidate) => Verdict::Allow,
        (Act::Extend, Open | Missed) => Verdict::Allow,
        (Act::Settle, Open) if stage.mode == Mode::Shared => {
            if stage.covered {
                Verdict::Allow
            } else {
                Verdict::Deny(Code::NotCovered)
            }
        }
        (Act::Close, Draft | Candidate | Open | Missed) => Verdict::Allow,
        (Act::Close, Funded) if stage.signed => Verdict::Deny(Code::SignedPledgesStand),
        (Act::Close | Act::Deliver | Act::MoveInQueue, Funded) => Verdict::Allow,
        (Act::PostUpdate, _) if stage.public => Verdict::Allow,
        _ => Verdict::Deny(Code::NotInThisState),
    }
}
