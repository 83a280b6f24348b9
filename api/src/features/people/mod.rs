//! People: who they are to themselves (`/me`) and to staff (`/admin/users`).
//!
//! Always holds: one address, one person; an administrator is staff; there is always an administrator who can sign in
//! once there was one; whoever is disabled is out at the next request, because every request looks.

pub mod actions;
pub mod admin_actions;
pub mod admin_routes;
pub mod dto;
pub mod routes;
pub mod rules;
pub mod store;
