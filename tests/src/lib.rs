//! The harness: a database for each test, the real program on a port of its own, people who act over HTTP, and their
//! mails.
//!
//! ```ignore
//! #[test]
//! fn a_lead_invites() {
//!     test(async |app| {
//!         let tidewater = app.organization("Tidewater").await;
//!         let lead = app.member(&tidewater, "lead").await;
//!         let invitation = lead.post(&format!("/organizations/{tidewater}/invitations"), json!({…})).await;
//!         invitation.is(201);
//!         assert_eq!(app.mails().await.len(), 1);
//!     });
//! }
//! ```
//!
//! When a test ends the harness delivers what is due, checks what must always hold ([`invariants`]), and drops the
//! database. Tests fail loudly without a PostgreSQL: `cargo xtask test --only http` brings one.

mod answer;
mod app;
mod behind;
mod cable;
mod database;
mod identity_provider;
mod invariants;
mod mail_server;
mod mailbox;
mod person;
mod program;
mod project;
mod race;
mod stream;
mod wire;

pub use answer::Answer;
pub use app::{TestApp, test, test_with, test_with_cable, test_with_providers};
pub use cable::Cable;
pub use database::{Database, connect};
pub use identity_provider::IdentityProvider;
pub use mail_server::{MailServer, Mood};
pub use mailbox::Mail;
pub use person::{Call, Person};
pub use program::{Program, Said, free_address, test_program};
pub use project::{Backer, new_key, prose};
pub use race::race;
pub use serde_json::{Value, json};
pub use stream::{Block, Stream};
pub use wire::{Wire, request};
