//! Signing in and staying signed in: mail links, sessions that renew themselves, access tokens for programs.
//!
//! Always holds:
//! - An access JWT names a person and a session, nothing else; what they may do is looked up for every request.
//! - A session is one family of refresh tokens. Only the newest renews it; an older one that turns up again means that
//!   somebody copied it, and ends the session (see [`rules`]).
//! - A mail link works once, for 15 minutes, and only by a POST, because mail scanners follow what a GET leads to.
//! - Asking for a link does the same work and gives the same answer whether or not anybody has the address.
//!
//! Another way to sign in (an identity provider) proves who somebody is in its own routes and then calls
//! [`actions::start_session`]; nothing here changes for it.

mod access_jwt;
mod access_token;
pub mod actions;
mod authenticate;
pub mod cookie;
pub mod dto;
pub mod routes;
mod rules;
pub mod store;
pub mod token_actions;
pub mod token_routes;

pub use access_jwt::AccessJwts;
pub use authenticate::{CurrentActor, Presence, authenticate, signed_by_us};

use crate::db::Tx;
use crate::error::Result;
use crate::kernel::Event;

/// Ways in end with what they stood on: all of them with the account, links with the address they went to.
pub async fn react(tx: &mut Tx, event: &Event) -> Result<()> {
    match event {
        Event::UserDisabled { user } => store::end_all_sessions(tx, *user, "disabled").await.map(drop),
        Event::UserEdited { user, fields } if fields.contains(&"email") => store::expire_links(tx, *user).await,
        _ => Ok(()),
    }
}
