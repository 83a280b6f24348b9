//! Everything that must not be guessed: keys, and the tokens derived from them.
//!
//! One configured secret; from it one key for each purpose (HKDF-SHA256), so that a token made for one purpose can
//! never serve another. Links, invitations and refresh tokens are `payload ‖ HMAC(payload)`: the database holds
//! nothing from which one could be made. With several secrets the first makes and all verify, which is how one is
//! rotated.

use anyhow::ensure;
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::{digest, hkdf, hmac, rand};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::error::{Error, Result};
use crate::kernel::hex;

/// What a derived key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    AccessJwt,
    Refresh,
    MagicLink,
    /// A sign-in on its way to a provider and back.
    SignInFlow,
    Invitation,
    /// Links that end the mails of one project.
    Unsubscribe,
    /// Stored answers of idempotent requests: one may hold a token that is shown once.
    StoredAnswer,
}

impl Purpose {
    fn label(self) -> &'static [u8] {
        match self {
            Self::AccessJwt => b"cofund access jwt",
            Self::Refresh => b"cofund refresh token",
            Self::MagicLink => b"cofund mail link",
            Self::SignInFlow => b"cofund sign-in flow",
            Self::Invitation => b"cofund invitation",
            Self::Unsubscribe => b"cofund unsubscribe",
            Self::StoredAnswer => b"cofund stored answer",
        }
    }
}

/// The secrets of a deployment, newest first.
#[derive(Clone)]
pub struct Keys {
    secrets: Vec<hkdf::Prk>,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Keys({})", self.secrets.len())
    }
}

const TAG: usize = 32;

impl Keys {
    pub fn from_lines(lines: &str) -> anyhow::Result<Self> {
        let mut secrets = Vec::new();
        for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
            ensure!(
                line.len() >= 32,
                "COFUND_SECRET: a secret has at least 32 characters; this one has {}.",
                line.len()
            );
            secrets.push(hkdf::Salt::new(hkdf::HKDF_SHA256, b"cofund").extract(line.as_bytes()));
        }
        ensure!(!secrets.is_empty(), "COFUND_SECRET: there is no secret in it.");
        Ok(Self { secrets })
    }

    /// The keys for one purpose, the making one first.
    pub fn derive(&self, purpose: Purpose) -> impl Iterator<Item = [u8; 32]> + '_ {
        self.secrets.iter().map(move |secret| {
            let mut key = [0; 32];
            secret
                .expand(&[purpose.label()], hkdf::HKDF_SHA256)
                .and_then(|okm| okm.fill(&mut key))
                .expect("32 bytes are within what HKDF gives");
            key
        })
    }

    fn making_key(&self, purpose: Purpose) -> [u8; 32] {
        self.derive(purpose).next().expect("there is at least one secret")
    }

    /// `payload` with a tag that only this deployment can make, as text for an address or a cookie.
    pub fn sign(&self, purpose: Purpose, payload: &[u8]) -> String {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &self.making_key(purpose));
        let mut token = payload.to_vec();
        token.extend_from_slice(hmac::sign(&key, payload).as_ref());
        URL_SAFE_NO_PAD.encode(token)
    }

    /// The payload of a token this deployment made for this purpose.
    pub fn verify(&self, purpose: Purpose, token: &str) -> Option<Vec<u8>> {
        // Longer ones are nobody's token; refusing them early keeps the work bounded.
        if token.len() > 512 {
            return None;
        }
        let mut token = URL_SAFE_NO_PAD.decode(token).ok()?;
        let tag = token.split_off(token.len().checked_sub(TAG)?);
        self.derive(purpose)
            .any(|key| hmac::verify(&hmac::Key::new(hmac::HMAC_SHA256, &key), &token, &tag).is_ok())
            .then_some(token)
    }

    /// Encrypts bytes that must not lie open in the database.
    pub fn seal(&self, purpose: Purpose, plain: &[u8]) -> Vec<u8> {
        let nonce = random::<NONCE_LEN>();
        let mut sealed = plain.to_vec();
        cipher(&self.making_key(purpose))
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut sealed)
            .expect("the plain text is far below the cipher's limit");
        [nonce.as_slice(), &sealed].concat()
    }

    /// The same as text, for a cookie.
    pub fn seal_text(&self, purpose: Purpose, plain: &[u8]) -> String {
        URL_SAFE_NO_PAD.encode(self.seal(purpose, plain))
    }

    /// What was sealed as text here, whatever text somebody brings.
    pub fn open_text(&self, purpose: Purpose, sealed: &str) -> Option<Vec<u8>> {
        self.open(purpose, &URL_SAFE_NO_PAD.decode(sealed).ok()?).ok()
    }

    pub fn open(&self, purpose: Purpose, sealed: &[u8]) -> Result<Vec<u8>> {
        let (nonce, sealed) = sealed
            .split_at_checked(NONCE_LEN)
            .ok_or_else(|| Error::internal(anyhow::anyhow!("a sealed value is too short")))?;
        for key in self.derive(purpose) {
            let nonce = Nonce::try_assume_unique_for_key(nonce).expect("it was cut to this length");
            let mut plain = sealed.to_vec();
            if let Ok(opened) = cipher(&key).open_in_place(nonce, Aad::empty(), &mut plain) {
                return Ok(opened.to_vec());
            }
        }
        Err(Error::internal(anyhow::anyhow!("a sealed value was made with a secret that is not configured any more")))
    }
}

fn cipher(key: &[u8; 32]) -> LessSafeKey {
    LessSafeKey::new(UnboundKey::new(&AES_256_GCM, key).expect("the key has the cipher's length"))
}

pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    rand::fill(&mut bytes).expect("the system has randomness");
    bytes
}

/// 256 random bits as text.
pub fn random_text() -> String {
    URL_SAFE_NO_PAD.encode(random::<32>())
}

pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    digest::digest(&digest::SHA256, bytes).as_ref().try_into().expect("SHA-256 gives 32 bytes")
}

/// Enough of a digest to tell one content from another.
pub fn short_digest(bytes: &[u8]) -> String {
    hex(&sha256(bytes)[..8])
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "an old secret of sufficient length";
    const NEW: &str = "a new secret of a sufficient length";

    #[test]
    fn a_token_holds_for_its_purpose_only() {
        let keys = Keys::from_lines(OLD).unwrap();
        let token = keys.sign(Purpose::MagicLink, b"id");
        assert_eq!(keys.verify(Purpose::MagicLink, &token).as_deref(), Some(b"id".as_slice()));
        assert_eq!(keys.verify(Purpose::Refresh, &token), None);
        assert_eq!(keys.verify(Purpose::MagicLink, &token[1..]), None);
        assert_eq!(keys.verify(Purpose::MagicLink, ""), None);
    }

    #[test]
    fn an_old_secret_still_verifies_and_opens() {
        let old = Keys::from_lines(OLD).unwrap();
        let both = Keys::from_lines(&format!("{NEW}\n{OLD}\n")).unwrap();
        let new = Keys::from_lines(NEW).unwrap();
        let token = old.sign(Purpose::Refresh, b"x");
        assert!(both.verify(Purpose::Refresh, &token).is_some());
        assert!(new.verify(Purpose::Refresh, &token).is_none());
        let sealed = old.seal(Purpose::StoredAnswer, b"body");
        assert_eq!(both.open(Purpose::StoredAnswer, &sealed).unwrap(), b"body");
        assert!(new.open(Purpose::StoredAnswer, &sealed).is_err());
        assert!(both.open(Purpose::StoredAnswer, b"short").is_err());
        assert!(new.verify(Purpose::Refresh, &both.sign(Purpose::Refresh, b"y")).is_some());
    }

    #[test]
    fn a_short_secret_is_refused() {
        assert!(Keys::from_lines("short").is_err());
        assert!(Keys::from_lines("\n\n").is_err());
    }
}
