//! Pledges.
pub mod rules;
