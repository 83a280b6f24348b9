//! What waits for staff.
//!
//! Always holds: nobody files anything here. Every item follows from how things stand, and is gone when it was done.

pub mod actions;
pub mod dto;
pub mod routes;
pub mod store;
