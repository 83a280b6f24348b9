//! How many hours staff have in a quarter, beside what funded work takes.
//!
//! Always holds: a quarter is one of the calendar's, in UTC; what was set is recorded with who set it. It warns, and
//! never forbids.

pub mod actions;
pub mod dto;
pub mod routes;
pub mod rules;
pub mod store;
