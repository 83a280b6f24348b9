//! What can be wrong with a value, and the list of everything that is wrong with an input.

use serde::Serialize;

/// Why one field was refused. Clients translate the code; the sentence is for people who read the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FieldCode {
    Required,
    TooLong,
    TooShort,
    Malformed,
    OutOfRange,
    UnknownField,
    WrongType,
    NotAllowed,
    /// It is not what it should repeat.
    Mismatch,
}

/// A value that could not be parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    pub code: FieldCode,
    pub detail: String,
}

impl Invalid {
    pub fn new(code: FieldCode, detail: impl Into<String>) -> Self {
        Self { code, detail: detail.into() }
    }

    pub fn malformed(detail: impl Into<String>) -> Self {
        Self::new(FieldCode::Malformed, detail)
    }
}

/// An [`Invalid`] with the place it stands at, as a JSON pointer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct FieldError {
    /// JSON pointer (RFC 6901) into the body, or `?name` for a query parameter.
    #[schema(example = "/email")]
    pub pointer: String,
    pub code: FieldCode,
    /// One sentence that says what is wrong.
    pub detail: String,
}

/// Collects the mistakes of a whole input, so that a form can show all of them at once.
///
/// Each `take…` returns `None` for a bad value and remembers why; [`Fields::finish`] tells whether there was any.
#[derive(Default)]
pub struct Fields {
    errors: Vec<FieldError>,
}

impl Fields {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn take<T>(&mut self, pointer: &str, parsed: Result<T, Invalid>) -> Option<T> {
        parsed.map_err(|invalid| self.refuse(pointer, invalid)).ok()
    }

    /// For a value that may be absent; outer `None` is a mistake, inner `None` is absence.
    pub fn take_optional<I, T>(
        &mut self,
        pointer: &str,
        value: Option<I>,
        parse: impl FnOnce(I) -> Result<T, Invalid>,
    ) -> Option<Option<T>> {
        value.map_or(Some(None), |value| self.take(pointer, parse(value)).map(Some))
    }

    pub fn refuse(&mut self, pointer: &str, invalid: Invalid) {
        self.errors.push(FieldError { pointer: pointer.to_owned(), code: invalid.code, detail: invalid.detail });
    }

    /// The parsed input, if nothing was refused. `parsed` is `None` exactly if something was.
    pub fn finish<T>(self, parsed: Option<T>) -> Result<T, Vec<FieldError>> {
        match parsed {
            Some(parsed) if self.errors.is_empty() => Ok(parsed),
            _ => Err(self.errors),
        }
    }
}
