//! The one error of the program. It knows a [`Code`] and words for people, and nothing of HTTP.
//!
//! - A rule or an action refuses with `Error::new(Code::…)`, plus numbers a client needs (`.with("remaining", …)`).
//! - Bad input is `Error::fields(…)`, with a pointer to each mistake.
//! - What nobody can help (the database went away) converts itself with `?`, keeps its cause for the log, and shows
//!   the client nothing of it.

mod catalogue;

use std::fmt;

use diesel::result::{DatabaseErrorInformation, DatabaseErrorKind, Error as DieselError};
use serde_json::{Map, Value};

pub use catalogue::{Code, Kind};

use crate::kernel::{FieldError, Invalid};

pub type Result<T, E = Error> = std::result::Result<T, E>;

#[derive(Debug)]
pub struct Error {
    pub code: Code,
    /// What is particular to this case; the catalogue's advice if there is nothing particular.
    pub detail: Option<String>,
    pub fields: Vec<FieldError>,
    /// What a client needs to go on, such as `remaining`.
    pub extras: Map<String, Value>,
    cause: Option<anyhow::Error>,
}

impl Error {
    pub fn new(code: Code) -> Self {
        Self { code, detail: None, fields: Vec::new(), extras: Map::new(), cause: None }
    }

    /// Mistakes in the body.
    pub fn fields(fields: Vec<FieldError>) -> Self {
        Self { fields, ..Self::new(Code::BodyInvalid) }
    }

    /// A mistake in the query.
    pub fn query(field: FieldError) -> Self {
        Self { fields: vec![field], ..Self::new(Code::QueryInvalid) }
    }

    /// One mistake in the body.
    pub fn field(pointer: &str, invalid: Invalid) -> Self {
        Self::fields(vec![FieldError { pointer: pointer.to_owned(), code: invalid.code, detail: invalid.detail }])
    }

    pub fn internal(cause: impl Into<anyhow::Error>) -> Self {
        Self { cause: Some(cause.into()), ..Self::new(Code::Internal) }
    }

    pub fn unavailable(cause: impl Into<anyhow::Error>) -> Self {
        Self { cause: Some(cause.into()), ..Self::new(Code::Unavailable) }
    }

    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.extras.insert(name.to_owned(), value.into());
        self
    }

    pub fn cause(&self) -> Option<&anyhow::Error> {
        self.cause.as_ref()
    }

    /// Whether running the same transaction again may succeed: a serialization failure or a deadlock.
    pub fn is_worth_retrying(&self) -> bool {
        self.code == Code::Conflict
    }

    /// Whether it says nothing about what was asked for, but that the database or the program failed at it.
    pub fn is_failure(&self) -> bool {
        matches!(self.code, Code::Conflict | Code::Unavailable | Code::Internal)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.detail, &self.cause) {
            (_, Some(cause)) => write!(f, "{}: {cause:#}", self.code.as_str()),
            (Some(detail), None) => write!(f, "{}: {detail}", self.code.as_str()),
            (None, None) => f.write_str(self.code.as_str()),
        }
    }
}

impl std::error::Error for Error {}

impl From<DieselError> for Error {
    fn from(error: DieselError) -> Self {
        match &error {
            DieselError::NotFound => Self::new(Code::NotFound),
            DieselError::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => {
                Self { cause: Some(error.into()), ..Self::new(Code::Conflict) }
            }
            // diesel has no kind of its own for a deadlock, a timeout of a lock or one of a statement.
            DieselError::DatabaseError(_, info) if is_deadlock(info.as_ref()) => {
                Self { cause: Some(error.into()), ..Self::new(Code::Conflict) }
            }
            // Who it is about was erased this moment: run again, it finds nobody.
            DieselError::DatabaseError(_, info) if info.constraint_name() == Some("people_are_there") => {
                Self { cause: Some(error.into()), ..Self::new(Code::Conflict) }
            }
            DieselError::DatabaseError(_, info) if is_timeout(info.as_ref()) => Self::unavailable(error),
            // The second is what diesel-async says when the connection breaks in the middle of a statement.
            DieselError::DatabaseError(
                DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand,
                _,
            )
            | DieselError::BrokenTransactionManager => Self::unavailable(error),
            _ => Self::internal(error),
        }
    }
}

fn is_deadlock(info: &dyn DatabaseErrorInformation) -> bool {
    info.message().contains("deadlock detected")
}

fn is_timeout(info: &dyn DatabaseErrorInformation) -> bool {
    let message = info.message();
    ["lock timeout", "statement timeout", "shutting down", "terminating connection"]
        .iter()
        .any(|it| message.contains(it))
}

/// The named constraint a statement ran into.
pub fn constraint_of(error: &DieselError) -> Option<&str> {
    match error {
        DieselError::DatabaseError(_, info) => info.constraint_name(),
        _ => None,
    }
}

/// Turns the violation of a named constraint into a refusal people understand.
pub trait ConstraintExt<T> {
    fn refuse_if(self, constraint: &str, code: Code) -> Result<T>;
}

impl<T> ConstraintExt<T> for Result<T, DieselError> {
    fn refuse_if(self, constraint: &str, code: Code) -> Result<T> {
        self.map_err(|error| if constraint_of(&error) == Some(constraint) { Error::new(code) } else { error.into() })
    }
}

/// For rows that may be absent because the caller named something that is not there.
pub trait OrMissing<T> {
    fn or_missing(self) -> Result<T>;
}

impl<T> OrMissing<T> for Option<T> {
    fn or_missing(self) -> Result<T> {
        self.ok_or_else(|| Error::new(Code::NotFound))
    }
}

/// Joins the parse of an input with the error it becomes.
pub trait OrInvalid<T> {
    fn or_invalid(self) -> Result<T>;
}

impl<T> OrInvalid<T> for Result<T, Vec<FieldError>> {
    fn or_invalid(self) -> Result<T> {
        self.map_err(Error::fields)
    }
}
