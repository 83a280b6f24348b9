//! JSON in: bounded, of the right kind, without a field nobody knows, and with the place of a mistake.

use std::pin::Pin;
use std::time::Duration;

use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use futures_util::StreamExt as _;
use serde::de::{DeserializeOwned, IgnoredAny};

use super::params::describe;
use crate::error::{Code, Error, OrInvalid as _, Result};
use crate::kernel::FieldError;
use crate::secrets::sha256;

pub const LIMIT: usize = 256 * 1024;
/// How long a body may take to arrive: whoever sends it a byte a minute keeps a connection from others.
const PATIENCE: Duration = Duration::from_secs(30);

/// A body as it was sent: the wire type, and a digest to tell the same request from another.
pub struct Body<T> {
    wire: T,
    digest: [u8; 32],
}

impl<T> Body<T> {
    /// The domain's view of it, or everything that is wrong.
    pub fn parse<D>(self, parse: impl FnOnce(T) -> Result<D, Vec<FieldError>>) -> Result<(D, [u8; 32])> {
        Ok((parse(self.wire).or_invalid()?, self.digest))
    }

    /// For a wire type that needs no parsing.
    pub fn into_parts(self) -> (T, [u8; 32]) {
        (self.wire, self.digest)
    }
}

/// The digest of having sent nothing.
pub fn nothing() -> [u8; 32] {
    sha256(b"")
}

impl<T: DeserializeOwned + 'static> FromRequest for Body<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_json = request.headers().get(header::CONTENT_TYPE).is_some_and(|kind| {
            let essence = kind.as_bytes().split(|&byte| byte == b';').next().unwrap_or_default();
            essence.trim_ascii().eq_ignore_ascii_case(b"application/json")
        });
        let bytes = read(request, payload.take(), LIMIT);
        Box::pin(async move {
            if !is_json {
                return Err(Error::new(Code::MediaTypeUnsupported));
            }
            let bytes = bytes.await?;
            Ok(Self { wire: parse(&bytes)?, digest: sha256(&bytes) })
        })
    }
}

/// The bytes of a body, refused as soon as they are too many.
pub fn read(
    request: &HttpRequest,
    mut payload: Payload,
    limit: usize,
) -> impl Future<Output = Result<Vec<u8>>> + use<> {
    let announced = request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|length| length.to_str().ok()?.parse::<usize>().ok())
        .unwrap_or(0);
    async move {
        let too_large = || Error::new(Code::BodyTooLarge).with("limit", limit);
        if announced > limit {
            return Err(too_large());
        }
        let arriving = async {
            let mut bytes = Vec::with_capacity(announced);
            while let Some(chunk) = payload.next().await {
                let chunk = chunk.map_err(|error| Error::new(Code::BodyMalformed).detail(error.to_string()))?;
                if bytes.len() + chunk.len() > limit {
                    return Err(too_large());
                }
                bytes.extend_from_slice(&chunk);
            }
            Ok(bytes)
        };
        let too_slow = |_| Error::new(Code::BodyMalformed).detail("The body did not arrive within 30 seconds.");
        tokio::time::timeout(PATIENCE, arriving).await.map_err(too_slow)?
    }
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    let malformed = |error| Error::new(Code::BodyMalformed).detail(format!("The body is not JSON: {error}."));
    // First whether it is JSON, all of it: else a value that is wrong would hide what comes after it.
    serde_json::from_slice::<IgnoredAny>(bytes).map_err(malformed)?;
    // serde would take a list for the members of an object, in the order they happen to be declared in.
    if bytes.trim_ascii_start().starts_with(b"[") {
        return Err(Error::fields(vec![describe("/", ".", "invalid type: sequence, expected an object")]));
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        if error.inner().is_data() {
            let path = error.path().to_string();
            let message = error.into_inner().to_string();
            return Error::fields(vec![describe("/", &path, &message)]);
        }
        malformed(error.into_inner())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::FieldCode;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Outer {
        #[allow(dead_code, reason = "only its parsing is looked at")]
        inner: Vec<Inner>,
    }

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        #[allow(dead_code, reason = "only its parsing is looked at")]
        amount: String,
    }

    fn refusal(text: &str) -> Error {
        parse::<Outer>(text.as_bytes()).unwrap_err()
    }

    #[test]
    fn points_at_the_mistake() {
        let cases = [
            (r#"{"inner":[{"amount":5}]}"#, "/inner/0/amount", FieldCode::WrongType),
            (r#"{"inner":[{"amount":"5","x~/y":1}]}"#, "/inner/0/x~0~1y", FieldCode::UnknownField),
            (r#"{"inner":[{}]}"#, "/inner/0/amount", FieldCode::Required),
            (r#"{}"#, "/inner", FieldCode::Required),
            (r#"[]"#, "", FieldCode::WrongType),
            (r#" [[{"amount":"5"}]]"#, "", FieldCode::WrongType),
            (r#"{"inner":[],"inner":[]}"#, "/inner", FieldCode::Malformed),
        ];
        for (text, pointer, code) in cases {
            let error = refusal(text);
            assert_eq!(error.code, Code::BodyInvalid, "{text}");
            assert_eq!((error.fields[0].pointer.as_str(), error.fields[0].code), (pointer, code), "{text}: {error:?}");
        }
    }

    #[test]
    fn what_is_not_json_is_malformed() {
        let deep = "[".repeat(5000);
        for text in ["", "{", "nope", "{} {}", r#"{"inner":[{"amount":"\ud800"}]}"#, "{\"a\":\"\u{1}\"}", deep.as_str()]
        {
            assert_eq!(refusal(text).code, Code::BodyMalformed, "{}", &text[..text.len().min(40)]);
        }
    }
}
