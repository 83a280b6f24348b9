//! Who may do what. Pure, and the only place that decides it: handlers ask it before they act, and answers carry what
//! it says (`can`), so that no client copies a rule.
//!
//! One function for each kind of thing. Whatever is not allowed in so many words is denied.

mod account;
mod administration;
mod organization;
mod participation;
mod pledge;
mod project;

use serde::Serialize;

pub use account::{AccountAction, account};
pub use administration::{Account, AdministrationAction, UserAction, administration, user};
pub use organization::{OrganizationAction, organization};
pub use participation::{end_support, follow, give_support};
pub use pledge::{PledgeAction, Standing, acts_for_itself, place, pledge};
pub use project::{ProjectAction, project};

use crate::error::{Code, Error, Result};
use crate::kernel::{Actor, Person, Scope};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Allow,
    Deny(Code),
    /// As if there were no such thing.
    Hide,
}

impl Verdict {
    pub fn require(self) -> Result<()> {
        match self {
            Self::Allow => Ok(()),
            Self::Deny(code) => Err(Error::new(code)),
            Self::Hide => Err(Error::new(Code::NotFound)),
        }
    }

    /// What is allowed must pass the next question too.
    pub fn and_then(self, next: impl FnOnce() -> Self) -> Self {
        if self == Self::Allow { next() } else { self }
    }

    pub fn is_allowed(self) -> bool {
        self == Self::Allow
    }

    pub fn can(self) -> Can {
        match self {
            Self::Allow => Can { ok: true, code: None },
            Self::Deny(code) => Can { ok: false, code: Some(code) },
            Self::Hide => Can { ok: false, code: Some(Code::NotFound) },
        }
    }
}

/// Whether the caller may do something now, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Can {
    pub ok: bool,
    /// Why not.
    pub code: Option<Code>,
}

/// The person behind the actor, or the verdict that there is none. The machine's own command line may do everything.
fn person(actor: &Actor) -> std::result::Result<&Person, Verdict> {
    match actor {
        Actor::Public => Err(Verdict::Deny(Code::Unauthenticated)),
        Actor::CommandLine => Err(Verdict::Allow),
        Actor::Person(person) => Ok(person),
    }
}

/// Staff acting as staff: a token must carry the scope.
fn staff(person: &Person) -> Verdict {
    match (person.staff, person.acts_as_staff()) {
        (_, true) => Verdict::Allow,
        (true, false) => Verdict::Deny(Code::ScopeMissing),
        (false, _) => Verdict::Deny(Code::NotStaff),
    }
}

fn admin(person: &Person) -> Verdict {
    match (person.admin, person.acts_as_admin()) {
        (_, true) => Verdict::Allow,
        (true, false) => Verdict::Deny(Code::ScopeMissing),
        (false, _) => Verdict::Deny(Code::NotAdmin),
    }
}

fn scope(person: &Person, scope: Scope) -> Verdict {
    if person.has_scope(scope) { Verdict::Allow } else { Verdict::Deny(Code::ScopeMissing) }
}
