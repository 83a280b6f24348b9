//! Who acts for an organisation, as what.
//!
//! Always holds: one role a person and organisation; only champions have a limit; an organisation that had a lead keeps
//! one, unless staff decide otherwise. Every change locks the organisation first.

pub mod actions;
pub mod dto;
pub mod routes;
pub mod rules;
pub mod store;
