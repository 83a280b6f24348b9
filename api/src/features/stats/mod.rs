//! What came of it, in numbers for everybody.
//!
//! Always holds: drafts are in none of them, a date that has passed is counted as passed, and of who gives there is a
//! count and nothing else.

pub mod actions;
pub mod dto;
pub mod routes;
pub mod rules;
pub mod store;
