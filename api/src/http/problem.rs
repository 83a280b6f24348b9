//! Refusals on the wire: RFC 9457 `application/problem+json` on every answer that is no success.
//!
//! The only place that knows status codes. Handlers return an [`Error`]; what the framework itself refuses (no such
//! route, a malformed request) is dressed the same way by [`complete`].

use std::time::Duration;

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{HttpResponse, HttpResponseBuilder, ResponseError, web};
use serde::Serialize;
use serde_json::{Map, Value};

use super::request_id::RequestId;
use crate::app::App;
use crate::error::{Code, Error, Kind};
use crate::kernel::FieldError;

pub const MEDIA_TYPE: &str = "application/problem+json";

/// What went wrong, in words and for machines.
#[derive(Serialize, utoipa::ToSchema)]
pub struct Problem {
    /// A page that explains this kind of problem.
    #[serde(rename = "type")]
    #[schema(format = "uri")]
    pub kind: String,
    pub title: String,
    pub status: u16,
    /// What is particular to this case, and what to do.
    pub detail: String,
    /// The path that was asked for.
    pub instance: String,
    pub code: Code,
    /// Name it when you ask for help.
    pub request_id: String,
    /// Each mistake in the input, with its place.
    pub errors: Vec<FieldError>,
    /// Numbers and names a client needs to go on, by their own names beside these members.
    #[serde(flatten)]
    #[schema(ignore)]
    pub extras: Map<String, Value>,
}

impl Kind {
    pub fn status(self) -> StatusCode {
        match self {
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::Unauthenticated => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::Missing => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Conflict => StatusCode::CONFLICT,
            Self::Stale => StatusCode::PRECONDITION_FAILED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Unconditional => StatusCode::PRECONDITION_REQUIRED,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// For what the framework refuses by itself, before or beside our handlers.
fn code_of(status: StatusCode) -> Code {
    match status {
        StatusCode::NOT_FOUND => Code::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => Code::MethodNotAllowed,
        StatusCode::PAYLOAD_TOO_LARGE => Code::BodyTooLarge,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Code::MediaTypeUnsupported,
        StatusCode::SERVICE_UNAVAILABLE => Code::Unavailable,
        status if status.is_client_error() => Code::HeaderInvalid,
        _ => Code::Internal,
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        self.code.kind().status()
    }

    /// An empty answer that carries the error to [`complete`], which knows the request.
    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponseBuilder::new(self.status_code());
        if self.code.kind() == Kind::Unauthenticated {
            let challenge = match self.code {
                Code::TokenInvalid => r#"Bearer realm="cofund", error="invalid_token""#,
                _ => r#"Bearer realm="cofund""#,
            };
            response.insert_header((header::WWW_AUTHENTICATE, challenge));
        }
        if let Some(wait) = self.extras.get("retry_after").and_then(Value::as_u64) {
            response.insert_header((header::RETRY_AFTER, wait));
        }
        let mut response = response.finish();
        response.extensions_mut().insert(Carried {
            code: self.code,
            detail: self.detail.clone(),
            fields: self.fields.clone(),
            extras: self.extras.clone(),
            cause: self.cause().map(|cause| format!("{cause:#}")),
        });
        response
    }
}

struct Carried {
    code: Code,
    detail: Option<String>,
    fields: Vec<FieldError>,
    extras: Map<String, Value>,
    cause: Option<String>,
}

impl From<Code> for Carried {
    fn from(code: Code) -> Self {
        Self { code, detail: None, fields: Vec::new(), extras: Map::new(), cause: None }
    }
}

/// A refusal that asks to be retried after a while.
pub fn rate_limited(wait: Duration) -> Error {
    let seconds = wait.as_secs() + 1;
    Error::new(Code::RateLimited).detail(format!("Try again in {seconds} seconds.")).with("retry_after", seconds)
}

/// On a response: it says to people what is wrong, so programs get no problem in its place.
pub struct ForPeople;

/// Middleware: writes the body of every refusal, and logs the ones that are our fault, once.
pub async fn complete<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, actix_web::Error> {
    let app = request.app_data::<web::Data<App>>().cloned();
    let mut response = next.call(request).await?.map_into_left_body();
    let status = response.status();
    let went_well = !status.is_client_error() && !status.is_server_error();
    if went_well || response.response().extensions().contains::<ForPeople>() {
        return Ok(response);
    }
    let carried =
        response.response_mut().extensions_mut().remove::<Carried>().unwrap_or_else(|| Carried::from(code_of(status)));
    let request_id = RequestId::of(response.request());
    if status.is_server_error() {
        let cause = carried.cause.as_deref().unwrap_or("the framework");
        tracing::error!(parent: None, request_id = %request_id, code = carried.code.as_str(), cause, "a request failed");
    }
    let public_url = app.map_or_else(String::new, |app| app.public_url.as_str().trim_end_matches('/').to_owned());
    let problem = Problem {
        kind: format!("{public_url}/problems/{}", carried.code.as_str()),
        title: carried.code.title().to_owned(),
        status: status.as_u16(),
        detail: carried.detail.unwrap_or_else(|| carried.code.advice().to_owned()),
        instance: response.request().path().to_owned(),
        code: carried.code,
        request_id: request_id.to_string(),
        errors: carried.fields,
        extras: carried.extras,
    };
    let body = serde_json::to_vec(&problem)?;
    let (request, old) = response.into_parts();
    let mut new = HttpResponse::build(status).content_type(MEDIA_TYPE).body(body);
    for (name, value) in old.headers() {
        if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            new.headers_mut().append(name.clone(), value.clone());
        }
    }
    new.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(ServiceResponse::new(request, new.map_into_right_body()))
}
