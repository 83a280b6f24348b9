//! Versions: `ETag: "<version>.<state>"`.
//!
//! `version` counts the changes of the thing itself; `state` is a digest of all that is shown. `If-None-Match` compares
//! both (a page may change without its thing changing), `If-Match` only the version (somebody else's pledge must not
//! make my edit of the title fail).

use std::future::{Ready, ready};

use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, dev::Payload};

use crate::error::{Code, Error, Result};
use crate::secrets::short_digest;
use crate::version::Seen;

pub fn etag(version: i32, body: &[u8]) -> String {
    format!("\"{version}.{}\"", short_digest(body))
}

/// Of what has no version: of the bytes alone.
pub fn of_bytes(bytes: &[u8]) -> String {
    format!("\"{}\"", short_digest(bytes))
}

/// Whether the caller has exactly this already.
pub fn is_fresh(request: &HttpRequest, etag: &str) -> bool {
    request
        .headers()
        .get_all(header::IF_NONE_MATCH)
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|candidate| matches!(candidate.trim(), "*") || strong(candidate) == etag)
}

fn strong(candidate: &str) -> &str {
    let candidate = candidate.trim();
    candidate.strip_prefix("W/").unwrap_or(candidate)
}

/// The version the caller saw. Whoever asks for it refuses to go on without (`Seen::check`).
#[derive(Clone, Copy, Debug)]
pub struct IfMatch(pub Seen);

impl IfMatch {
    fn parse(text: &str) -> Option<Self> {
        let inner = strong(text).strip_prefix('"')?.strip_suffix('"')?;
        inner.split('.').next()?.parse().ok().map(|version| Self(Seen::Version(version)))
    }
}

impl FromRequest for IfMatch {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(value) = request.headers().get(header::IF_MATCH) else {
            return ready(Ok(Self(Seen::Unsaid)));
        };
        let parsed = value.to_str().ok().and_then(Self::parse);
        ready(parsed.ok_or_else(|| {
            Error::new(Code::HeaderInvalid)
                .detail("If-Match must be one ETag that was read here, such as \"3.9f86d081\".")
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes_and_what_proxies_make_of_it() {
        let tag = etag(7, b"body");
        assert_eq!(IfMatch::parse(&tag).unwrap().0, Seen::Version(7));
        assert_eq!(IfMatch::parse(&format!("W/{tag}")).unwrap().0, Seen::Version(7));
        assert_eq!(IfMatch::parse("\"7\"").unwrap().0, Seen::Version(7));
        for bad in ["", "7", "*", "\"x\"", "\"", "\"\""] {
            assert!(IfMatch::parse(bad).is_none(), "{bad}");
        }
    }
}
