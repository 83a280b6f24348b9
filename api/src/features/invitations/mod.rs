//! Invitations: how people come in.
//!
//! Always holds: one open invitation an address and organisation; it works once, for fourteen days, until it is
//! withdrawn. It proves that its holder reads the address, so it signs in a person who had no account; somebody who
//! has one signs in as always and then accepts, so that a two-week-old mail is never a key to an account.

pub mod actions;
pub mod dto;
pub mod routes;
pub mod store;
