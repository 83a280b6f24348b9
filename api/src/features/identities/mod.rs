//! Identities: signing in by what somebody is elsewhere, at a university, ORCID, Google or GitHub.
//!
//! Always holds: an identity is an issuer's subject, with the institution it comes from where the issuer passes on
//! others; it belongs to one person; an address lets somebody in once, to begin with, and only if the provider has
//! verified it; nobody gets an organisation by any of it; one more identity is added only in a session.

pub mod actions;
pub mod dto;
mod flow;
mod github;
mod id_token;
mod line;
mod oidc;
mod providers;
pub mod routes;
pub mod rules;
pub mod store;
mod trouble;
mod vouched;

pub use providers::Providers;
