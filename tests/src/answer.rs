//! What came back, and what a test says about it.

use std::ops::Index;

use reqwest::header::HeaderMap;
use serde_json::Value;

#[derive(Clone, Debug)]
pub struct Answer {
    pub request: String,
    pub status: u16,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
    pub json: Value,
}

impl Answer {
    pub(crate) async fn read(request: String, response: reqwest::Response) -> Self {
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        // A stream of events has no end: its first words will do.
        let endless = headers.get("content-type").is_some_and(|kind| kind == "text/event-stream");
        let bytes = if endless {
            let mut response = response;
            response.chunk().await.expect("the answer begins").unwrap_or_default().to_vec()
        } else {
            response.bytes().await.expect("the whole answer arrives").to_vec()
        };
        let json = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        let answer = Self { request, status, headers, bytes, json };
        answer.check_manners();
        answer
    }

    /// What every answer of the API owes, so that no test need ask.
    fn check_manners(&self) {
        assert!(self.headers.contains_key("x-request-id"), "{self:?}: no request id");
        assert!(self.status < 500 || self.status == 503, "{}: {} {}", self.request, self.status, self.text());
        if self.status >= 400 && self.request.contains("/api/") && !self.request.starts_with("HEAD ") {
            assert_eq!(self.header("content-type"), Some("application/problem+json"), "{self:?}");
            for member in ["type", "title", "status", "detail", "instance", "code", "request_id", "errors"] {
                assert!(
                    self.json.get(member).is_some(),
                    "{}: the problem lacks {member}: {}",
                    self.request,
                    self.text()
                );
            }
            assert_eq!(self.json["request_id"].as_str(), self.header("x-request-id"));
        }
    }

    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "{} answered {}", self.request, self.text());
        self
    }

    #[track_caller]
    pub fn refused(&self, status: u16, code: &str) -> &Self {
        assert_eq!(
            (self.status, self.json["code"].as_str()),
            (status, Some(code)),
            "{} answered {}",
            self.request,
            self.text()
        );
        self
    }

    /// Refused because of the value at this place.
    #[track_caller]
    pub fn refused_field(&self, pointer: &str, code: &str) -> &Self {
        assert_eq!(self.status, 422, "{} answered {}", self.request, self.text());
        let errors = self.json["errors"].as_array().cloned().unwrap_or_default();
        let named = errors.iter().any(|error| error["pointer"] == pointer && error["code"] == code);
        assert!(named, "{} did not name {pointer} {code}: {}", self.request, self.text());
        self
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    #[track_caller]
    /// All that it sets, as it says it.
    pub fn cookies(&self) -> Vec<String> {
        self.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok()).map(str::to_owned).collect()
    }

    pub fn etag(&self) -> String {
        self.header("etag").unwrap_or_else(|| panic!("{} has no ETag", self.request)).to_owned()
    }

    pub fn items(&self) -> &[Value] {
        self.json["items"].as_array().map_or(&[], Vec::as_slice)
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}

impl Index<&str> for Answer {
    type Output = Value;

    fn index(&self, member: &str) -> &Value {
        &self.json[member]
    }
}
