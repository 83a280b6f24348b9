//! Whether a provider's ID token says what it must (OpenID Connect Core 1.0, 3.1.3.7). Pure: keys and time are given.

use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::jwk::{Jwk, JwkSet};
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header};
use serde::Deserialize;

use super::vouched::Vouched;

/// What it is compared with.
pub struct Expected<'a> {
    pub issuer: &'a str,
    pub client_id: &'a str,
    pub nonce: &'a str,
    /// The issuer passes on others and must say whose subject this is.
    pub broker: bool,
    pub now: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// No token, or no key of the provider's made it.
    Signature,
    /// The provider may have new keys since they were read.
    UnknownKey,
    Issuer,
    Audience,
    Nonce,
    Expired,
    /// A broker that does not say whose subject it is.
    NoIdp,
    NoSubject,
}

/// How far its clock may be from ours.
const LEEWAY: TimeDelta = TimeDelta::seconds(60);

/// None of these is made with a secret that the client holds, too.
const ALGORITHMS: [Algorithm; 9] = [
    Algorithm::RS256,
    Algorithm::RS384,
    Algorithm::RS512,
    Algorithm::PS256,
    Algorithm::PS384,
    Algorithm::PS512,
    Algorithm::ES256,
    Algorithm::ES384,
    Algorithm::EdDSA,
];

#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Many(Vec<String>),
}

#[derive(Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    aud: Audience,
    azp: Option<String>,
    exp: i64,
    nonce: Option<String>,
    idp: Option<String>,
    email: Option<String>,
    #[serde(default)]
    email_verified: bool,
    name: Option<String>,
}

pub fn verify(token: &str, keys: &JwkSet, expected: &Expected<'_>) -> Result<Vouched, Wrong> {
    let header = decode_header(token).map_err(|_| Wrong::Signature)?;
    if !ALGORITHMS.contains(&header.alg) {
        return Err(Wrong::Signature);
    }
    let key = key_of(keys, header.kid.as_deref()).ok_or(Wrong::UnknownKey)?;
    let key = DecodingKey::from_jwk(key).map_err(|_| Wrong::Signature)?;
    // Compared below, each with a word of its own for what is wrong, and with the clock everything else goes by.
    let mut validation = Validation::new(header.alg);
    validation.validate_exp = false;
    validation.validate_aud = false;
    validation.set_required_spec_claims(&["iss", "sub", "aud", "exp"]);
    let claims = decode::<Claims>(token, &key, &validation).map_err(|_| Wrong::Signature)?.claims;
    check(claims, expected)
}

/// The key a token names; one that names none was made by the only one there is.
fn key_of<'a>(keys: &'a JwkSet, kid: Option<&str>) -> Option<&'a Jwk> {
    match (kid, keys.keys.as_slice()) {
        (Some(kid), _) => keys.find(kid),
        (None, [only]) => Some(only),
        (None, _) => None,
    }
}

fn check(claims: Claims, expected: &Expected<'_>) -> Result<Vouched, Wrong> {
    if claims.iss != expected.issuer {
        return Err(Wrong::Issuer);
    }
    let for_us = match &claims.aud {
        Audience::One(audience) => audience == expected.client_id,
        // For several parties: then it says which one asked.
        Audience::Many(audiences) => {
            audiences.iter().any(|audience| audience == expected.client_id)
                && (audiences.len() == 1 || claims.azp.is_some())
        }
    };
    if !for_us || claims.azp.as_deref().is_some_and(|party| party != expected.client_id) {
        return Err(Wrong::Audience);
    }
    if claims.nonce.as_deref() != Some(expected.nonce) {
        return Err(Wrong::Nonce);
    }
    if claims.exp <= (expected.now - LEEWAY).timestamp() {
        return Err(Wrong::Expired);
    }
    let idp = match claims.idp.filter(|idp| expected.broker && !idp.is_empty()) {
        None if expected.broker => return Err(Wrong::NoIdp),
        idp => idp.unwrap_or_default(),
    };
    let odd = |text: &str| text.chars().any(char::is_control);
    if claims.sub.is_empty() || claims.sub.len() > 255 || idp.len() > 500 || odd(&claims.sub) || odd(&idp) {
        return Err(Wrong::NoSubject);
    }
    Ok(Vouched::new(claims.iss, claims.sub, idp, claims.email.as_deref(), claims.email_verified, claims.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expected() -> Expected<'static> {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        Expected { issuer: "https://idp.example", client_id: "cofund", nonce: "n", broker: false, now }
    }

    fn claims(changes: serde_json::Value) -> Claims {
        let mut claims = serde_json::json!({
            "iss": "https://idp.example", "sub": "7", "aud": "cofund", "exp": 1_800_000_300, "nonce": "n",
            "email": "Ana@Tidewater.example", "email_verified": true,
        });
        for (name, value) in changes.as_object().unwrap() {
            claims[name] = value.clone();
        }
        serde_json::from_value(claims).unwrap()
    }

    fn wrong(changes: serde_json::Value) -> Option<Wrong> {
        check(claims(changes), &expected()).err()
    }

    #[test]
    fn a_good_one_says_who() {
        let vouched = check(claims(serde_json::json!({})), &expected()).unwrap();
        assert_eq!((vouched.subject.as_str(), vouched.idp.as_str()), ("7", ""));
        assert_eq!(vouched.email.unwrap().as_str(), "ana@tidewater.example");
        assert!(vouched.email_verified);
    }

    #[test]
    fn each_thing_that_can_be_wrong_is() {
        use serde_json::json;
        for (changes, what) in [
            (json!({ "iss": "https://idp.example/" }), Wrong::Issuer),
            (json!({ "aud": "another" }), Wrong::Audience),
            (json!({ "aud": ["cofund", "another"] }), Wrong::Audience),
            (json!({ "aud": ["cofund", "another"], "azp": "another" }), Wrong::Audience),
            (json!({ "azp": "another" }), Wrong::Audience),
            (json!({ "nonce": "m" }), Wrong::Nonce),
            (json!({ "nonce": null }), Wrong::Nonce),
            (json!({ "exp": 1_799_999_940 }), Wrong::Expired),
            (json!({ "sub": "" }), Wrong::NoSubject),
            (json!({ "sub": "a\u{0}b" }), Wrong::NoSubject),
        ] {
            assert_eq!(wrong(changes.clone()), Some(what), "{changes}");
        }
        for good in [json!({ "aud": ["cofund"] }), json!({ "aud": ["cofund", "x"], "azp": "cofund" })] {
            assert_eq!(wrong(good), None);
        }
    }

    #[test]
    fn a_broker_says_whose_subject_it_is_and_nobody_else_may() {
        let broker = Expected { broker: true, ..expected() };
        assert_eq!(check(claims(serde_json::json!({})), &broker).err(), Some(Wrong::NoIdp));
        let with = serde_json::json!({ "idp": "https://campus.example/idp" });
        assert_eq!(check(claims(with.clone()), &broker).unwrap().idp, "https://campus.example/idp");
        assert_eq!(check(claims(with), &expected()).unwrap().idp, "");
    }

    #[test]
    fn no_secret_of_the_clients_makes_one() {
        use jsonwebtoken::{EncodingKey, Header, encode};
        let claims = serde_json::json!({ "iss": "https://idp.example", "sub": "7", "aud": "cofund", "exp": 1_800_000_300, "nonce": "n" });
        let token = encode(&Header::new(Algorithm::HS256), &claims, &EncodingKey::from_secret(b"hush")).unwrap();
        assert_eq!(verify(&token, &JwkSet { keys: Vec::new() }, &expected()).err(), Some(Wrong::Signature));
        let unsigned = "eyJhbGciOiJub25lIn0.e30.";
        assert_eq!(verify(unsigned, &JwkSet { keys: Vec::new() }, &expected()).err(), Some(Wrong::Signature));
    }
}
