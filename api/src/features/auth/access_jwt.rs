//! The access JWT: ten minutes, one algorithm, and nothing in it but who and by which session.

use chrono::{DateTime, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::kernel::{SessionId, UserId};
use crate::secrets::{Keys, Purpose};

pub const LIFETIME_SECONDS: i64 = 600;
const AUDIENCE: &str = "cofund-api";
/// RFC 9068: so that no other JWT of ours could be taken for one of these.
const TYPE: &str = "at+jwt";

#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: Uuid,
    sid: Uuid,
    iat: i64,
    exp: i64,
}

/// Makes and reads them. Derived once at the start.
pub struct AccessJwts {
    issuer: String,
    making: EncodingKey,
    reading: Vec<DecodingKey>,
    validation: Validation,
}

impl AccessJwts {
    pub fn new(keys: &Keys, issuer: &str) -> Self {
        let derived: Vec<[u8; 32]> = keys.derive(Purpose::AccessJwt).collect();
        let mut validation = Validation::new(Algorithm::HS256);
        validation.set_audience(&[AUDIENCE]);
        validation.set_issuer(&[issuer]);
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        // Compared below, with the clock everything else goes by.
        validation.validate_exp = false;
        Self {
            issuer: issuer.to_owned(),
            making: EncodingKey::from_secret(&derived[0]),
            reading: derived.iter().map(|key| DecodingKey::from_secret(key)).collect(),
            validation,
        }
    }

    pub fn make(&self, user: UserId, session: SessionId, now: DateTime<Utc>) -> Result<String> {
        let claims = Claims {
            iss: self.issuer.clone(),
            aud: AUDIENCE.to_owned(),
            sub: user.as_uuid(),
            sid: session.as_uuid(),
            iat: now.timestamp(),
            exp: now.timestamp() + LIFETIME_SECONDS,
        };
        let header = Header { typ: Some(TYPE.to_owned()), ..Header::new(Algorithm::HS256) };
        encode(&header, &claims, &self.making).map_err(Error::internal)
    }

    /// Who it names, if we made it and it still holds. Whether the session does is another question.
    pub fn read(&self, text: &str, now: DateTime<Utc>) -> Option<(UserId, SessionId)> {
        if decode_header(text).ok()?.typ.as_deref() != Some(TYPE) {
            return None;
        }
        let claims = self.reading.iter().find_map(|key| decode::<Claims>(text, key, &self.validation).ok())?.claims;
        (claims.exp > now.timestamp()).then(|| (claims.sub.into(), claims.sid.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "a secret that is only for this test";

    fn jwts(secret: &str, issuer: &str) -> AccessJwts {
        AccessJwts::new(&Keys::from_lines(secret).unwrap(), issuer)
    }

    /// A token like ours, but for what a test changes.
    fn forged(header: &Header, change: impl FnOnce(&mut Claims)) -> String {
        let mut claims = Claims {
            iss: "https://a.example".into(),
            aud: AUDIENCE.into(),
            sub: Uuid::now_v7(),
            sid: Uuid::now_v7(),
            iat: 0,
            exp: 600,
        };
        change(&mut claims);
        let key = Keys::from_lines(SECRET).unwrap().derive(Purpose::AccessJwt).next().unwrap();
        encode(header, &claims, &EncodingKey::from_secret(&key)).unwrap()
    }

    #[test]
    fn reads_only_its_own_and_only_while_it_holds() {
        let ours = jwts(SECRET, "https://a.example");
        let start = DateTime::UNIX_EPOCH;
        let (user, session) = (UserId::new(), SessionId::new());
        let token = ours.make(user, session, start).unwrap();
        let at = |seconds| start + chrono::TimeDelta::seconds(seconds);
        assert_eq!(ours.read(&token, at(599)), Some((user, session)));
        assert_eq!(ours.read(&token, at(600)), None);
        assert_eq!(jwts(SECRET, "https://b.example").read(&token, start), None);
        assert_eq!(jwts("another secret, just as long as it", "https://a.example").read(&token, start), None);
    }

    #[test]
    fn refuses_other_types_audiences_algorithms() {
        let ours = jwts(SECRET, "https://a.example");
        let now = DateTime::UNIX_EPOCH;
        let good = Header { typ: Some(TYPE.into()), ..Header::new(Algorithm::HS256) };
        assert!(ours.read(&forged(&good, |_| {}), now).is_some());
        assert!(ours.read(&forged(&Header::new(Algorithm::HS256), |_| {}), now).is_none());
        assert!(ours.read(&forged(&Header { alg: Algorithm::HS512, ..good.clone() }, |_| {}), now).is_none());
        assert!(ours.read(&forged(&good, |claims| claims.aud = "else".into()), now).is_none());
        // "none", by hand.
        assert!(ours.read("eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.e30.", now).is_none());
        assert!(ours.read("", now).is_none());
    }
}
