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
    /// Like the address, it is how a person signs in.
    RemoveIdentity,
    DownloadData,
    Erase,
}

/// Whose account it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account {
    pub id: UserId,
    pub staff: bool,
    pub erased: bool,
}

/// What `actor` may do to this account.
pub fn user(actor: &Actor, action: UserAction, account: &Account) -> Verdict {
    let person = match person(actor) {
        Ok(person) => person,
        Err(verdict) => return verdict,
    };
    let as_staff = staff(person);
    if !as_staff.is_allowed() {
        return as_staff;
    }
    let own = person.id == account.id;
    match action {
        _ if account.erased => Verdict::Deny(Code::UserErased),
        UserAction::MakeStaff | UserAction::Disable if own => match admin(person) {
            Verdict::Allow => Verdict::Deny(Code::NotYourself),
            verdict => verdict,
        },
        // Where they do it to themselves, they are signed out properly.
        UserAction::Erase if own => Verdict::Deny(Code::NotYourself),
        UserAction::MakeStaff => admin(person),
        UserAction::ChangeAddress | UserAction::RemoveIdentity | UserAction::DownloadData | UserAction::Erase
            if person.in_session().is_none() =>
        {
            Verdict::Deny(Code::SessionRequired)
        }
        // Staff do not shut each other out, nor take each other's place.
        _ if account.staff && !own => admin(person),
        _ => Verdict::Allow,
    }
}
