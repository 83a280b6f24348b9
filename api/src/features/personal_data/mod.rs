//! What is known of a person: all of it to take along, and the end of it.
//!
//! Always holds: whoever is erased has no name, address, session, token, identity, membership or mail here any more,
//! and nothing can be added to them (the database refuses); what they did keeps its author under a pseudonym, so
//! ledgers, histories and the audit log stay as they were.

pub mod actions;
pub mod dto;
mod erasure_store;
mod kept_store;
pub mod routes;
mod rules;
mod store;
