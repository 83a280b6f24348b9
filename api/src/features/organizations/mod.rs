//! Organisations: members, and funders that staff admitted.
//!
//! Always holds: what the public sees of one (its profile) and what only its own people and staff see (billing, dates,
//! ceiling) are two parts of one view, and the second is absent for others, not empty. Whether a membership is active
//! is derived from its dates, never stored.

pub mod actions;
pub mod dto;
pub mod logo;
pub mod logo_actions;
pub mod logo_routes;
pub mod routes;
pub mod rules;
pub mod store;
