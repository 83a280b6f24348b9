//! What staff and administrators do for everybody.

use super::{Verdict, admin, person, staff};
use crate::error::Code;
use crate::kernel::{Actor, UserId};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdministrationAction {
    SeeStaffPages,
    EditTiers,
    CreateProject,
    /// Publish, extend, settle, close, deliver.
    RunProjects,
    EditTopics,
    PublishTerms,
    /// Hours of a quarter.
    SetCapacity,
    SeeQueues,
    RetryDeliveries,
    SeeUsers,
    CreateUser,
    SeeAudit,
}

pub fn administration(actor: &Actor, action: AdministrationAction) -> Verdict {
    let person = match person(actor) {
        Ok(person) => person,
        Err(verdict) => return verdict,
    };
    match action {
        AdministrationAction::SeeAudit => admin(person),
        _ => staff(person),
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserAction {
    /// Name.
    Edit,
    /// The address is how a person signs in: whoever changes it can become them.
    ChangeAddress,
    MakeStaff,
    Disable,
    EndSessions,
}

/// What `actor` may do to the account of `user`, who has these rights.
pub fn user(actor: &Actor, action: UserAction, user: UserId, is_staff: bool) -> Verdict {
    let person = match person(actor) {
        Ok(person) => person,
        Err(verdict) => return verdict,
    };
    let as_staff = staff(person);
    if !as_staff.is_allowed() {
        return as_staff;
    }
    match action {
        UserAction::MakeStaff | UserAction::Disable if person.id == user => match admin(person) {
            Verdict::Allow => Verdict::Deny(Code::NotYourself),
            verdict => verdict,
        },
        UserAction::MakeStaff => admin(person),
        // Staff do not shut each other out, nor take each other's place.
        _ if is_staff && person.id != user => admin(person),
        UserAction::Edit | UserAction::Disable | UserAction::EndSessions => Verdict::Allow,
        UserAction::ChangeAddress if person.in_session().is_none() => Verdict::Deny(Code::SessionRequired),
        UserAction::ChangeAddress => Verdict::Allow,
    }
}
