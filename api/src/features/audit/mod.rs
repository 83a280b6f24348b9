//! The audit log: who changed which person, right, organisation, tier, topic or terms, when, and by which request.
//!
//! Always holds: it is written in the transaction of the change; rows are never changed or removed (the database
//! refuses); it holds ids and rights, never names or addresses, so that a person can be forgotten without touching it.

pub mod actions;
pub mod dto;
pub mod routes;
pub mod store;

use crate::db::Tx;
use crate::kernel::Event;

pub fn react(tx: &mut Tx, event: &Event) {
    store::append(tx, event);
}
