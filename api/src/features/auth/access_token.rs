//! What a personal access token looks like: random, shown once, kept as a digest.

use crate::secrets;

const PREFIX: &str = "cf_";

pub fn make() -> String {
    format!("{PREFIX}{}", secrets::random_text())
}

/// Whether a credential is one of these, and not a JWT.
pub fn is_one(credential: &str) -> bool {
    credential.starts_with(PREFIX)
}

/// How it begins, for its owner to tell it from others.
pub fn hint(token: &str) -> &str {
    &token[..PREFIX.len() + 4]
}

pub fn digest(token: &str) -> [u8; 32] {
    secrets::sha256(token.as_bytes())
}
