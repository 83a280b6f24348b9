//! What the worker still has to do, for staff: what waits, what has failed for good, and trying that again.

pub mod actions;
pub mod dto;
pub mod routes;
