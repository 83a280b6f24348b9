//! Support: what an organisation gives to a project that is not money.
//!
//! Always holds: one live support for each organisation, project and kind; one that ended keeps its row; nobody but the
//! organisation's own people and staff reads a sentence without the consent to quote it.

pub mod actions;
pub mod dto;
pub mod routes;
pub mod store;
