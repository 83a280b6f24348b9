//! Taking part without money: who may support a project for an organisation, and who may follow one.

use super::pledge::{active, commits};
use super::{Verdict, person, scope};
use crate::error::Code;
use crate::kernel::{Actor, Funding, OrganizationId, Scope, Stage};

/// Whoever may commit the organisation may also say that it stands behind a project.
pub fn give_support(actor: &Actor, organization: OrganizationId, membership_active: bool, stage: &Stage) -> Verdict {
    commits(actor, organization)
        .and_then(|| match stage.funding {
            Funding::Candidate | Funding::Open => Verdict::Allow,
            _ => Verdict::Deny(Code::NotInThisState),
        })
        .and_then(|| active(membership_active))
}

/// At any time: nobody is held to what costs nothing.
pub fn end_support(actor: &Actor, organization: OrganizationId) -> Verdict {
    commits(actor, organization)
}

/// Anybody with an account. A token that may only read changes nothing, not even what its owner is told.
pub fn follow(actor: &Actor) -> Verdict {
    match person(actor) {
        Ok(person) => scope(person, Scope::Pledge),
        Err(verdict) => verdict,
    }
}
