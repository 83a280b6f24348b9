//! What an organisation's fiscal year bears, and what would still fit into it.
//!
//! Always holds: every number is of one moment; what stands is counted by full amounts, as the ceiling counts it, and
//! `share` says beside it what those amounts come to as things stand. Only the organisation's own people and staff see it.

pub mod actions;
pub mod dto;
pub mod routes;
pub mod rules;
pub mod store;
