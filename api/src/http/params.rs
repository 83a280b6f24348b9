//! Query parameters in, and how serde's complaints become field errors.

use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};
use crate::kernel::{FieldCode, FieldError};

/// The query of an address, without a parameter nobody knows.
pub struct Params<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Params<T> {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let pairs = || url::form_urlencoded::parse(request.query_string().as_bytes());
        // PostgreSQL has no text with this character and would take it for a fault of ours.
        if let Some((name, _)) = pairs().find(|(name, value)| name.contains('\0') || value.contains('\0')) {
            return ready(Err(Error::query(FieldError {
                pointer: format!("?{name}"),
                code: FieldCode::Malformed,
                detail: "This holds a character that no text holds.".to_owned(),
            })));
        }
        ready(serde_path_to_error::deserialize(serde_urlencoded::Deserializer::new(pairs())).map(Self).map_err(
            |error| {
                let path = error.path().to_string();
                Error::query(describe("?", &path, &error.into_inner().to_string()))
            },
        ))
    }
}

/// Of a list without filters.
#[derive(Debug, Default, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PageParams {
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

/// serde says what is wrong in a sentence; machines need the place and a code.
pub fn describe(root: &str, path: &str, message: &str) -> FieldError {
    let named = |prefix: &str| message.strip_prefix(prefix)?.split('`').next();
    let mut steps: Vec<String> = Vec::new();
    if path != "." {
        steps.extend(path.split('.').flat_map(|step| step.split('[')).map(|s| escape(s.trim_end_matches(']'))));
    }
    let (code, field) = if let Some(field) = named("unknown field `") {
        (FieldCode::UnknownField, Some(field))
    } else if let Some(field) = named("missing field `") {
        (FieldCode::Required, Some(field))
    } else if let Some(field) = named("duplicate field `") {
        (FieldCode::Malformed, Some(field))
    } else if message.starts_with("unknown variant") {
        (FieldCode::Malformed, None)
    } else {
        (FieldCode::WrongType, None)
    };
    if let Some(field) = field.map(escape)
        && steps.last() != Some(&field)
    {
        steps.push(field);
    }
    let pointer = match (root, steps.is_empty()) {
        ("/", true) => String::new(),
        ("/", false) => format!("/{}", steps.join("/")),
        _ => format!("{root}{}", steps.join(".")),
    };
    // Where in the text it stands helps nobody who gets a pointer.
    let sentence = message.split(" at line ").next().unwrap_or(message);
    FieldError { pointer, code, detail: capitalised(sentence) }
}

fn escape(step: &str) -> String {
    step.replace('~', "~0").replace('/', "~1")
}

fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}
