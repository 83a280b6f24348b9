//! Projects: items of the roadmap with a price.
//!
//! Always holds: funding and delivery are two axes; `funded` is a fact with a date and never undone; what a date has
//! decided holds for every write from that instant on, and the worker makes it a fact once (`due`). What was never
//! public, a draft or one that was closed as such, is seen by staff and by those whose tier gives an early look, and does
//! not exist for others.

pub mod actions;
pub mod blank;
pub mod content;
pub mod date_actions;
pub mod dto;
pub mod due;
pub mod facts;
pub mod fields;
pub mod ground;
pub mod life_actions;
pub mod life_routes;
pub mod list_actions;
pub mod list_store;
pub mod publish_actions;
pub mod reminder_store;
pub mod routes;
pub mod rules;
pub mod store;
pub mod view;

pub use due::react;
