//! Membership tiers: data that staff keep, with a price or "by arrangement". A tier gives no cheaper or earlier money.
//!
//! Always holds: a tier is never removed, only archived; organisations keep the one they have.

pub mod actions;
pub mod dto;
pub mod routes;
pub mod store;
