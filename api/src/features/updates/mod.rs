//! Updates: what staff tell of a project while it is under way.
//!
//! Always holds: an update speaks for all staff and names nobody; it stays as it was posted.

pub mod actions;
pub mod dto;
pub mod routes;
pub mod store;
