//! Terms of pledging: versioned texts that everybody can read.
//!
//! Always holds: a text that was published is never changed or removed (the database refuses), since pledges name the
//! version they accepted; the one that was published last is current, and a new one is so at once.

pub mod actions;
pub mod dto;
pub mod routes;
pub mod rules;
pub mod store;
