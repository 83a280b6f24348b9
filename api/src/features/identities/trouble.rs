//! What goes wrong with a provider: in a word for the person, and in full for the log.

use oauth2::RequestTokenError;
use oauth2::basic::BasicErrorResponse;

use super::id_token::Wrong;
use super::line::LineError;
use crate::error::{Code, Error};

#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    #[error(transparent)]
    Line(#[from] LineError),
    /// The code was used, is too old, or is not this browser's.
    #[error("the provider takes no such code: {0}")]
    Code(String),
    #[error("its ID token is wrong: {0:?}")]
    Token(Wrong),
}

impl From<Wrong> for Trouble {
    fn from(wrong: Wrong) -> Self {
        Self::Token(wrong)
    }
}

impl From<RequestTokenError<LineError, BasicErrorResponse>> for Trouble {
    fn from(error: RequestTokenError<LineError, BasicErrorResponse>) -> Self {
        match error {
            RequestTokenError::ServerResponse(answer) => Self::Code(answer.to_string()),
            RequestTokenError::Request(error) => Self::Line(error),
            RequestTokenError::Parse(error, _) => Self::Line(LineError::Nonsense(error.to_string())),
            RequestTokenError::Other(what) => Self::Line(LineError::Nonsense(what)),
        }
    }
}

impl From<Trouble> for Error {
    fn from(trouble: Trouble) -> Self {
        tracing::warn!(%trouble, "a sign-in with a provider failed");
        Self::new(match trouble {
            Trouble::Line(_) => Code::ProviderUnreachable,
            Trouble::Code(_) => Code::SignInOver,
            Trouble::Token(_) => Code::ProviderNotBelieved,
        })
    }
}
