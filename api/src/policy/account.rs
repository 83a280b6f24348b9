//! A person's own account.

use super::{Verdict, person};
use crate::error::Code;
use crate::kernel::Actor;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountAction {
    See,
    /// Name, language, time zone; sessions; tokens: only in a session, so that a token that leaks cannot entrench
    /// itself.
    Change,
}

pub fn account(actor: &Actor, action: AccountAction) -> Verdict {
    let person = match person(actor) {
        Ok(person) => person,
        Err(verdict) => return verdict,
    };
    match action {
        AccountAction::See => Verdict::Allow,
        AccountAction::Change if person.in_session().is_some() => Verdict::Allow,
        AccountAction::Change => Verdict::Deny(Code::SessionRequired),
    }
}
