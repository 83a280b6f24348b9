//! Somebody at a browser, or a program with a token: acts over HTTP and keeps what it is given.

use std::pin::Pin;

use reqwest::{Client, Method, RequestBuilder};
use serde_json::Value;

use crate::Answer;

#[derive(Clone)]
pub struct Person {
    base: String,
    client: Client,
    /// What it sends as its credential.
    pub bearer: Option<String>,
    /// The refresh cookie, `name=value`.
    pub cookie: Option<String>,
    /// As `/me` told at sign-in.
    pub me: Value,
}

impl Person {
    pub(crate) fn public(base: &str, client: &Client) -> Self {
        Self { base: base.to_owned(), client: client.clone(), bearer: None, cookie: None, me: Value::Null }
    }

    /// What all people of a test send their requests with: hundreds of them need not hold a connection each.
    pub(crate) fn client() -> Client {
        // The server closes a connection that is idle for five seconds; one about to be closed must not be used.
        let patience = std::time::Duration::from_secs(1);
        let client = Client::builder().redirect(reqwest::redirect::Policy::none()).pool_idle_timeout(patience);
        client.build().expect("a client")
    }

    /// The same program with another credential and no cookie.
    pub fn with_token(&self, token: &str) -> Self {
        Self { bearer: Some(token.to_owned()), cookie: None, ..self.clone() }
    }

    /// The same program without any credential.
    pub fn with_nothing(&self) -> Self {
        Self { bearer: None, cookie: None, ..self.clone() }
    }

    pub(crate) fn keep(&mut self, answer: &Answer) {
        self.bearer = answer["access_token"].as_str().map(str::to_owned);
        self.me = answer["user"].clone();
        if let Some(set) = answer.header("set-cookie") {
            self.cookie = set.split(';').next().map(str::to_owned);
        }
    }

    #[track_caller]
    pub fn id(&self) -> String {
        self.me["id"].as_str().expect("somebody who signed in").to_owned()
    }

    pub fn email(&self) -> String {
        self.me["email"].as_str().unwrap_or_default().to_owned()
    }

    pub fn get(&self, path: &str) -> Call {
        self.call(Method::GET, path)
    }

    pub fn post(&self, path: &str, body: Value) -> Call {
        self.call(Method::POST, path).json(&body)
    }

    /// Sends no body.
    pub fn post_nothing(&self, path: &str) -> Call {
        self.call(Method::POST, path)
    }

    pub fn patch(&self, path: &str, etag: &str, body: Value) -> Call {
        self.call(Method::PATCH, path).json(&body).header("if-match", etag)
    }

    /// Reads the thing and changes what was read.
    pub async fn edit(&self, path: &str, body: Value) -> Answer {
        let read = self.get(path).await;
        self.patch(path, &read.is(200).etag(), body).await
    }

    /// Sends no body.
    pub fn put(&self, path: &str) -> Call {
        self.call(Method::PUT, path)
    }

    pub fn delete(&self, path: &str) -> Call {
        self.call(Method::DELETE, path)
    }

    /// Any method; the path is below `/api/v1`, or anywhere if it begins with `//`.
    pub fn call(&self, method: Method, path: &str) -> Call {
        let url = match path.strip_prefix('/') {
            Some(outside) if outside.starts_with('/') => format!("{}{outside}", self.base),
            _ => format!("{}/api/v1{path}", self.base),
        };
        let mut request = self.client.request(method.clone(), &url);
        if let Some(bearer) = &self.bearer {
            request = request.bearer_auth(bearer);
        }
        Call { request, name: format!("{method} {url}"), keyed: false }
    }

    /// Renews the session as a browser does; the cookie is kept, for better or worse.
    pub async fn refresh(&mut self) -> Answer {
        let cookie = self.cookie.clone().unwrap_or_default();
        let answer = self.refresh_with(&cookie).await;
        if answer.status == 200 {
            self.keep(&answer);
        }
        answer
    }

    /// Presents this cookie, whatever is kept.
    pub async fn refresh_with(&self, cookie: &str) -> Answer {
        let public = Self { bearer: None, ..self.clone() };
        public.post_nothing("/auth/refresh").header("cookie", cookie).header("origin", &self.base).await
    }
}

/// A request about to be sent: `.await` sends it.
pub struct Call {
    request: RequestBuilder,
    name: String,
    /// Whether it may be sent again and be done once.
    pub(crate) keyed: bool,
}

impl Call {
    /// Asked to come back in a moment, it does, as often as need be.
    pub(crate) async fn patiently(self) -> Answer {
        loop {
            let request = self.request.try_clone().expect("its body is bytes");
            let answer = Self { request, name: self.name.clone(), keyed: true }.await;
            if answer.status != 503 {
                return answer;
            }
        }
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.request = self.request.header(name, value);
        self
    }

    pub fn key(self, key: &str) -> Self {
        Self { keyed: true, ..self.header("idempotency-key", key) }
    }

    pub fn json(mut self, body: &Value) -> Self {
        self.request = self.request.json(body);
        self
    }

    /// Sends it and does not wait for the end of what comes back.
    pub(crate) async fn open(self) -> reqwest::Response {
        self.request.send().await.unwrap_or_else(|error| panic!("{}: {error:?}", self.name))
    }

    /// Bytes as they are, of this kind.
    pub fn body(mut self, kind: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.request = self.request.header("content-type", kind).body(bytes.into());
        self
    }
}

impl IntoFuture for Call {
    type Output = Answer;
    type IntoFuture = Pin<Box<dyn Future<Output = Answer> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let response = self.request.send().await.unwrap_or_else(|error| panic!("{}: {error:?}", self.name));
            Answer::read(self.name, response).await
        })
    }
}
