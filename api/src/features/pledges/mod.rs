//! Pledges: what organisations commit to projects.
//!
//! Always holds: a project is locked before its pledges are judged, the organisation after it; what is booked never
//! passes the goal; one live pledge for each organisation and project; nothing is ever deleted, and every step leaves a
//! version with who, for whom, when and why. Of a hidden pledge the public learns the amount and nothing else.

pub mod actions;
pub mod around_store;
pub mod author;
pub mod change_actions;
pub mod closing_store;
pub mod consequence;
pub mod dto;
pub mod exit_actions;
pub mod fields;
pub mod judge;
pub mod letter;
pub mod letter_actions;
pub mod letter_routes;
pub mod lines;
pub mod list_actions;
pub mod list_routes;
pub mod list_store;
pub mod new_store;
pub mod react;
pub mod recount;
pub mod request_actions;
pub mod routes;
pub mod rules;
pub mod simulate_actions;
pub mod simulate_fields;
pub mod store;
pub mod version_store;
pub mod view;
pub mod year_store;

pub use react::react;
