//! A sign-in on its way to a provider and back: what the browser keeps meanwhile, sealed, in a cookie.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::kernel::{SessionId, Slug, UserId};
use crate::secrets::{Keys, Purpose, random_text};

/// As long as somebody may take at their provider.
pub const LIFETIME: TimeDelta = TimeDelta::minutes(15);

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Flow {
    pub provider: String,
    /// Comes back with the answer: it is the one this browser asked for.
    pub state: String,
    /// Comes back inside the ID token: it was made for this sign-in.
    pub nonce: String,
    /// Shows the provider that who brings the code is who asked for it (PKCE).
    pub verifier: String,
    /// A path of ours.
    pub return_to: Option<String>,
    /// Who adds an identity to theirs, and in which session.
    pub linking: Option<(Uuid, Uuid)>,
    expires_at: DateTime<Utc>,
}

impl Flow {
    pub fn begin(
        provider: &Slug,
        return_to: Option<String>,
        linking: Option<(UserId, SessionId)>,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            provider: provider.as_str().to_owned(),
            state: random_text(),
            nonce: random_text(),
            verifier: random_text(),
            return_to,
            linking: linking.map(|(user, session)| (user.as_uuid(), session.as_uuid())),
            expires_at: now + LIFETIME,
        }
    }

    pub fn seal(&self, keys: &Keys) -> String {
        let plain = serde_json::to_vec(self).expect("a flow is plain values");
        keys.seal_text(Purpose::SignInFlow, &plain)
    }

    /// The flow of a cookie, if it is this provider's, still holds, and the answer is to it.
    pub fn open(keys: &Keys, cookie: &str, provider: &Slug, state: &str, now: DateTime<Utc>) -> Option<Self> {
        let flow: Self = serde_json::from_slice(&keys.open_text(Purpose::SignInFlow, cookie)?).ok()?;
        let is_this = flow.provider == provider.as_str() && flow.state == state && now < flow.expires_at;
        is_this.then_some(flow)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_opened_by_its_own_answer_only() {
        let keys = Keys::from_lines("a secret that is long enough to be one").unwrap();
        let [cilogon, orcid] = ["cilogon", "orcid"].map(|name| Slug::parse(name).unwrap());
        let now = DateTime::UNIX_EPOCH;
        let flow = Flow::begin(&cilogon, Some("/account".to_owned()), None, now);
        let cookie = flow.seal(&keys);
        assert!(cookie.len() < 1500, "{} bytes", cookie.len());
        let open = |cookie: &str, provider: &Slug, state: &str, at| Flow::open(&keys, cookie, provider, state, at);
        assert_eq!(open(&cookie, &cilogon, &flow.state, now).unwrap().verifier, flow.verifier);
        assert!(open(&cookie, &orcid, &flow.state, now).is_none());
        assert!(open(&cookie, &cilogon, "another", now).is_none());
        assert!(open(&cookie, &cilogon, &flow.state, now + LIFETIME).is_none());
        // Another letter in its place, whichever stands there.
        let touched = if cookie.starts_with('A') { 'B' } else { 'A' };
        assert!(open(&format!("{touched}{}", &cookie[1..]), &cilogon, &flow.state, now).is_none());
        assert!(open("nonsense", &cilogon, &flow.state, now).is_none());
    }
}
