//! Following: whoever wants to know what becomes of a project is told by mail.
//!
//! Always holds: a person follows a project once; each mail to a follower carries a link that ends it with one request
//! and no signing in ([`links`]).

pub mod actions;
pub mod dto;
pub mod links;
pub mod routes;
pub mod store;
