//! What may happen when: every state of a project, every action on it and on a pledge, by every role.

mod allowed;
mod deeds;
mod overdue;
mod states;
mod table;

pub use states::pass_date;
