//! What is to be done after the commit: mails now, webhooks and notifications later.
//!
//! A row is written in the transaction that makes it necessary, so nothing is sent for what did not happen, and
//! nothing that happened goes unsent. The worker leases a row, commits, does the work, and marks it done. What fails
//! backs off; what fails for long ends in sight as a dead letter, never dropped.

mod store;

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

pub use store::{
    Entry, QueueRow, Summary, bury, discard_waiting, find_for_update, finish, forget, lease, list, postpone, put,
    put_all, revive, summary, waiting_for,
};

use crate::kernel::{Email, InvitationId, OrganizationId, PledgeId, ProjectId, UpdateId, UserId};

/// A new row wakes the workers through this channel.
pub const CHANNEL: &str = "cofund_outbox";

/// How long a worker may take for one row before another takes it over. Longer than any delivery (`mail::send`).
pub const LEASE: TimeDelta = TimeDelta::minutes(2);

/// What the worker is to do. Ids, not texts: names and addresses are looked up when the mail goes out, so it reaches
/// people where they are by then, and not at all if they left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "payload", rename_all = "snake_case")]
#[expect(clippy::enum_variant_names, reason = "the outbox is for more than mails")]
pub enum Job {
    /// Holds an address because it may be nobody's: the answer must not depend on that. Cleared when done.
    MailMagicLink {
        email: String,
        return_to: Option<String>,
    },
    MailInvitation {
        invitation: InvitationId,
    },
    MailMemberAdded {
        organization: OrganizationId,
        user: UserId,
    },
    MailMemberRemoved {
        organization: OrganizationId,
        user: UserId,
    },
    MailIdentityLinked {
        user: UserId,
        provider: String,
    },
    MailProject {
        news: ProjectNews,
        project: ProjectId,
        user: UserId,
    },
    MailProjectReminder {
        project: ProjectId,
        user: UserId,
        days: u32,
    },
    MailUpdate {
        update: UpdateId,
        user: UserId,
    },
    MailPledge {
        news: PledgeNews,
        pledge: PledgeId,
        user: UserId,
    },
}

/// What became of a project, for those it concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProjectNews {
    Opened,
    Funded,
    Missed,
    Extended,
    Closed,
    Gap,
}

/// What became of a pledge, for its own people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PledgeNews {
    Requested,
    Approved,
    Declined,
    Released,
}

impl Job {
    pub fn magic_link(email: &Email, return_to: Option<String>) -> Self {
        Self::MailMagicLink { email: email.as_str().to_owned(), return_to }
    }
}

/// When to try again after `attempts` failures: soon at first, then hourly for about a day; then never by itself.
pub fn next_attempt(attempts: u32, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    const MINUTE: u64 = 60;
    let wait = match attempts {
        0..=1 => 10,
        2 => 30,
        3 => 2 * MINUTE,
        4 => 10 * MINUTE,
        5 => 30 * MINUTE,
        6..=28 => 60 * MINUTE,
        _ => return None,
    };
    Some(now + Duration::from_secs(wait))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backs_off_and_ends() {
        let now = DateTime::UNIX_EPOCH;
        let mut waited = TimeDelta::zero();
        let mut attempts = 1;
        while let Some(at) = next_attempt(attempts, now) {
            waited += at - now;
            attempts += 1;
        }
        assert_eq!(attempts, 29);
        assert!(waited > TimeDelta::hours(23) && waited < TimeDelta::hours(25), "{waited}");
    }

    #[test]
    fn a_job_reads_back_as_it_was_written() {
        let job = Job::MailInvitation { invitation: InvitationId::new() };
        let text = serde_json::to_string(&job).unwrap();
        assert_eq!(serde_json::from_str::<Job>(&text).unwrap(), job);
    }
}
