//! Mails: which follow from what happened, what they say, and how they leave.
//!
//! Requests only write down that a mail is due ([`react`]); the worker composes and sends it. A mail names its
//! addressee when it goes out, in the language that person reads.

mod compose;
mod enqueue;
mod news;
mod send;
mod store;
mod templates;
mod words;

pub use compose::{Mail, compose};
pub use send::{Mailer, parse_sender};

use crate::db::Tx;
use crate::error::Result;
use crate::kernel::Event;
use crate::outbox::{self, Job};

pub async fn react(tx: &mut Tx, event: &Event) -> Result<()> {
    let job = match event {
        Event::MemberInvited { invitation, .. } | Event::InvitationResent { invitation, .. } => {
            Job::MailInvitation { invitation: *invitation }
        }
        Event::MemberAdded { organization, user, by_invitation: false, .. } => {
            Job::MailMemberAdded { organization: *organization, user: *user }
        }
        Event::MemberRemoved { organization, user, .. } => {
            Job::MailMemberRemoved { organization: *organization, user: *user }
        }
        Event::IdentityLinked { user, provider, .. } => {
            Job::MailIdentityLinked { user: *user, provider: provider.clone() }
        }
        Event::Project(event) => return enqueue::of_project(tx, event).await,
        Event::Pledge(event) => return enqueue::of_pledge(tx, event).await,
        Event::UpdatePosted { update, project, .. } => return enqueue::of_update(tx, *update, *project).await,
        _ => return Ok(()),
    };
    outbox::put(tx, &job).await?;
    Ok(())
}
