//! Who took a step, as the history of a pledge names them. Pure.
//!
//! Always holds: who acts is named in the history of the pledge that they act on, and staff in that of those they decide
//! about. What follows from a date or from an amount is nobody's, in whoever's step it comes about: else the history of
//! one organisation's pledge would name those who hide behind another's.

use uuid::Uuid;

use super::store::PledgeRow;
use super::version_store::VersionKind;
use crate::kernel::{Actor, Decider, Via};
use crate::policy;

#[derive(Clone, Copy, Debug)]
pub struct Author {
    /// As the audit log says it.
    pub kind: &'static str,
    pub id: Option<Uuid>,
    /// Staff are told apart from the organisation's own people.
    pub by_staff: bool,
}

const NOBODY: Author = Author { kind: "program", id: None, by_staff: false };

impl Author {
    /// Of a step that is the pledge's own: on behalf of the organisation, or in their own right, staff take it as such,
    /// whatever role in it they have besides.
    pub fn of_own_step(actor: &Actor, row: &PledgeRow, kind: VersionKind) -> Self {
        let staffs = matches!(kind, VersionKind::Released | VersionKind::Signed | VersionKind::Defaulted);
        let for_itself = |person| policy::acts_for_itself(person, row.organization(), row.champion());
        named(actor, actor.person().is_some_and(|person| staffs || !for_itself(person)))
    }

    /// Of what becomes of a project's pledges at once.
    pub fn of_all(actor: &Actor, decider: Decider) -> Self {
        match decider {
            Decider::Actor => named(actor, actor.person().is_some()),
            Decider::Nobody => NOBODY,
        }
    }
}

fn named(actor: &Actor, by_staff: bool) -> Author {
    match actor {
        Actor::Public => NOBODY,
        Actor::CommandLine => Author { kind: "command_line", ..NOBODY },
        Actor::Person(person) => {
            let kind = match person.via {
                Via::Session(_) => "session",
                Via::Token(..) => "token",
            };
            Author { kind, id: Some(person.id.as_uuid()), by_staff }
        }
    }
}
