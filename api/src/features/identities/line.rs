//! The line to providers: the only way in which a request of somebody makes this program ask somebody else.
//!
//! Always holds: only addresses that an operator configured, or that such a provider's discovery names, are asked; no
//! redirect is followed; an answer is small and comes in seconds, or not at all.

use std::time::Duration;

use oauth2::http::{HeaderValue, Response, header};
use oauth2::{HttpRequest, HttpResponse};
use serde::de::DeserializeOwned;
use url::Url;

const PATIENCE: Duration = Duration::from_secs(8);
const LARGEST: usize = 1 << 20;

#[derive(Debug, thiserror::Error)]
pub enum LineError {
    #[error("the provider cannot be reached: {0}")]
    Unreachable(#[from] reqwest::Error),
    #[error("the provider's answer is too large")]
    TooLarge,
    #[error("the provider answered {0}")]
    Status(u16),
    #[error("the provider's answer makes no sense: {0}")]
    Nonsense(String),
}

#[derive(Clone)]
pub struct Line {
    client: reqwest::Client,
}

impl Line {
    pub fn new() -> anyhow::Result<Self> {
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(PATIENCE)
            .user_agent(concat!("cofund/", env!("CARGO_PKG_VERSION")))
            .build()?;
        Ok(Self { client })
    }

    /// As the OAuth library asks.
    pub async fn send(&self, request: HttpRequest) -> Result<HttpResponse, LineError> {
        let mut answer = self.client.execute(request.try_into()?).await?;
        let (status, headers) = (answer.status(), answer.headers().clone());
        let mut body = Vec::new();
        while let Some(piece) = answer.chunk().await? {
            if body.len() + piece.len() > LARGEST {
                return Err(LineError::TooLarge);
            }
            body.extend_from_slice(&piece);
        }
        let mut response = Response::new(body);
        (*response.status_mut(), *response.headers_mut()) = (status, headers);
        Ok(response)
    }

    /// JSON from an address, as whoever holds the token if one is given.
    pub async fn get<T: DeserializeOwned>(&self, address: &Url, bearer: Option<&str>) -> Result<T, LineError> {
        let mut request = HttpRequest::new(Vec::new());
        let nonsense = |error: &dyn std::fmt::Display| LineError::Nonsense(error.to_string());
        *request.uri_mut() = address.as_str().parse().map_err(|error| nonsense(&error))?;
        let headers = request.headers_mut();
        headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
        if let Some(bearer) = bearer {
            let value = HeaderValue::from_str(&format!("Bearer {bearer}")).map_err(|error| nonsense(&error))?;
            headers.insert(header::AUTHORIZATION, value);
        }
        let answer = self.send(request).await?;
        if !answer.status().is_success() {
            return Err(LineError::Status(answer.status().as_u16()));
        }
        serde_json::from_slice(answer.body()).map_err(|error| nonsense(&error))
    }
}
