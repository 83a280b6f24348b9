//! Doing a thing once, however often it is asked for.
//!
//! The key is claimed by a row in the transaction that does the work, and the answer is stored in that row before the
//! commit. So: a twin that arrives meanwhile waits on the row until the first has committed or failed; a failure
//! leaves no row; and an answer that got lost is given again from the row, not by doing it again. Where all twins wait
//! for another lock first (`http::together`), the row is looked for under that lock, and written with the answer.

mod store;

use std::fmt;

pub use store::{Asked, Claim, Looked, claim, claimed, complete, keep, look, looked};

use crate::kernel::UserId;

/// What the client sent as `Idempotency-Key`: 1 to 255 visible ASCII characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    pub fn parse(text: &str) -> Option<Self> {
        let visible = text.bytes().all(|byte| byte.is_ascii_graphic());
        (visible && (1..=255).contains(&text.len())).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// One intent: who, what, on what, under which key, and a digest of what was sent.
#[derive(Clone, Debug)]
pub struct Intent {
    pub user: UserId,
    /// The operation's id in the contract.
    pub operation: &'static str,
    /// The path.
    pub target: String,
    pub key: Key,
    pub fingerprint: [u8; 32],
}

impl Intent {
    /// Whether one key stands for both.
    pub fn is_twin_of(&self, other: &Self) -> bool {
        let same_work = self.operation == other.operation && self.target == other.target;
        self.user == other.user && self.key == other.key && same_work
    }
}

/// An answer as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredAnswer {
    pub status: u16,
    pub etag: Option<String>,
    pub body: Vec<u8>,
}
