//! OpenID Connect: discovery, the code for an ID token, and the keys it is checked with.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use jsonwebtoken::jwk::JwkSet;
use oauth2::basic::{
    BasicErrorResponse, BasicRevocationErrorResponse, BasicTokenIntrospectionResponse, BasicTokenType,
};
use oauth2::{
    AuthUrl, AuthorizationCode, Client, ClientId, ClientSecret, CsrfToken, EndpointNotSet, EndpointSet,
    ExtraTokenFields, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, StandardRevocableToken,
    StandardTokenResponse, TokenResponse as _, TokenUrl,
};
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};
use url::Url;

use super::flow::Flow;
use super::id_token::{self, Expected, Wrong};
use super::line::{Line, LineError};
use super::trouble::Trouble;
use super::vouched::Vouched;
use crate::config::providers::Provider;

/// How long what was discovered is believed. Providers change their keys, and name them, so that a new one is noticed.
const FRESH: Duration = Duration::from_secs(3600);

#[derive(Debug, Serialize, Deserialize)]
struct WithIdToken {
    id_token: Option<String>,
}

impl ExtraTokenFields for WithIdToken {}

type OidcClient = Client<
    BasicErrorResponse,
    StandardTokenResponse<WithIdToken, BasicTokenType>,
    BasicTokenIntrospectionResponse,
    StandardRevocableToken,
    BasicRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointSet,
>;

/// What a provider says of itself.
#[derive(Deserialize)]
struct Discovered {
    issuer: String,
    authorization_endpoint: Url,
    token_endpoint: Url,
    jwks_uri: Url,
    userinfo_endpoint: Option<Url>,
    scopes_supported: Option<Vec<String>>,
}

impl Discovered {
    /// What of this it offers; all of it, if it does not say. ORCID refuses who asks for more, CILogon has one of its own.
    fn offered<'a>(&self, wanted: impl IntoIterator<Item = &'a str>) -> impl Iterator<Item = Scope> {
        let offers = |scope: &&str| self.scopes_supported.as_ref().is_none_or(|all| all.iter().any(|one| one == scope));
        wanted.into_iter().filter(offers).map(|scope| Scope::new(scope.to_owned()))
    }
}

/// What it says of somebody beside the ID token.
#[derive(Deserialize)]
struct UserInfo {
    sub: String,
    email: Option<String>,
    #[serde(default)]
    email_verified: bool,
    name: Option<String>,
}

struct Known {
    discovered: Discovered,
    keys: JwkSet,
    since: Instant,
}

/// What was discovered of each, by name.
#[derive(Default)]
pub struct Discoveries {
    known: Mutex<HashMap<String, Arc<Known>>>,
}

impl Discoveries {
    async fn of(&self, line: &Line, provider: &Provider, issuer: &Url, anew: bool) -> Result<Arc<Known>, Trouble> {
        let name = provider.name.as_str();
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned();
        if let Some(known) = known.filter(|known| !anew && known.since.elapsed() < FRESH) {
            return Ok(known);
        }
        let known = Arc::new(discover(line, issuer).await?);
        self.known.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), Arc::clone(&known));
        Ok(known)
    }
}

async fn discover(line: &Line, issuer: &Url) -> Result<Known, LineError> {
    let nonsense = |what: &str| LineError::Nonsense(what.to_owned());
    let named = issuer.as_str().trim_end_matches('/');
    let address = format!("{named}/.well-known/openid-configuration");
    let address = Url::parse(&address).map_err(|error| nonsense(&error.to_string()))?;
    let discovered: Discovered = line.get(&address, None).await?;
    if discovered.issuer.trim_end_matches('/') != named {
        return Err(nonsense("its discovery is of another issuer"));
    }
    // An endpoint is as safe to speak to as the issuer.
    let endpoints = [&discovered.authorization_endpoint, &discovered.token_endpoint, &discovered.jwks_uri];
    for endpoint in endpoints.into_iter().chain(&discovered.userinfo_endpoint) {
        if endpoint.scheme() != "https" && endpoint.scheme() != issuer.scheme() {
            return Err(nonsense("its discovery leads away from https"));
        }
    }
    let keys = line.get(&discovered.jwks_uri, None).await?;
    Ok(Known { discovered, keys, since: Instant::now() })
}

fn client(provider: &Provider, discovered: &Discovered, back: &Url) -> OidcClient {
    Client::new(ClientId::new(provider.client_id.clone()))
        .set_client_secret(ClientSecret::new(provider.client_secret.expose_secret().to_owned()))
        .set_auth_uri(AuthUrl::from_url(discovered.authorization_endpoint.clone()))
        .set_token_uri(TokenUrl::from_url(discovered.token_endpoint.clone()))
        .set_redirect_uri(RedirectUrl::from_url(back.clone()))
}

/// One provider, and what a sign-in with it needs.
pub struct Asked<'a> {
    pub line: &'a Line,
    pub discoveries: &'a Discoveries,
    pub provider: &'a Provider,
    pub issuer: &'a Url,
    pub broker: bool,
    /// Where it sends people back to.
    pub back: &'a Url,
}

impl Asked<'_> {
    /// Where the browser goes.
    pub async fn begin(&self, flow: &Flow) -> Result<Url, Trouble> {
        let known = self.discoveries.of(self.line, self.provider, self.issuer, false).await?;
        let verifier = PkceCodeVerifier::new(flow.verifier.clone());
        let client = client(self.provider, &known.discovered, self.back);
        let institution = ["org.cilogon.userinfo"].into_iter().filter(|_| self.broker);
        let request = client
            .authorize_url(|| CsrfToken::new(flow.state.clone()))
            .add_scopes(known.discovered.offered(["openid", "email", "profile"].into_iter().chain(institution)))
            .add_extra_param("nonce", &flow.nonce)
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        Ok(request.url().0)
    }

    /// Whom the code is about.
    pub async fn finish(&self, flow: &Flow, code: String, now: DateTime<Utc>) -> Result<Vouched, Trouble> {
        let known = self.discoveries.of(self.line, self.provider, self.issuer, false).await?;
        let send = |request| self.line.send(request);
        let answer = client(self.provider, &known.discovered, self.back)
            .exchange_code(AuthorizationCode::new(code))
            .set_pkce_verifier(PkceCodeVerifier::new(flow.verifier.clone()))
            .request_async(&send)
            .await?;
        let token = answer.extra_fields().id_token.as_deref().ok_or(Wrong::Signature)?;
        let expected = Expected {
            issuer: &known.discovered.issuer,
            client_id: &self.provider.client_id,
            nonce: &flow.nonce,
            broker: self.broker,
            now,
        };
        let vouched = match id_token::verify(token, &known.keys, &expected) {
            Err(Wrong::UnknownKey) => {
                let known = self.discoveries.of(self.line, self.provider, self.issuer, true).await?;
                id_token::verify(token, &known.keys, &expected)?
            }
            verified => verified?,
        };
        match (&vouched.email, &known.discovered.userinfo_endpoint) {
            (None, Some(endpoint)) => self.complete(vouched, endpoint, answer.access_token().secret()).await,
            _ => Ok(vouched),
        }
    }

    /// Many say who somebody is in the ID token, and what their address is only if asked.
    async fn complete(&self, vouched: Vouched, endpoint: &Url, access_token: &str) -> Result<Vouched, Trouble> {
        let info: UserInfo = self.line.get(endpoint, Some(access_token)).await?;
        if info.sub != vouched.subject {
            return Err(Wrong::NoSubject.into());
        }
        let Vouched { issuer, subject, idp, name, .. } = vouched;
        Ok(Vouched::new(issuer, subject, idp, info.email.as_deref(), info.email_verified, name.or(info.name)))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Discovered;

    fn asked_of(offers: serde_json::Value) -> Vec<String> {
        let at = |path: &str| format!("https://idp.example/{path}");
        let discovered: Discovered = serde_json::from_value(json!({
            "issuer": at(""), "authorization_endpoint": at("a"), "token_endpoint": at("t"), "jwks_uri": at("k"),
            "scopes_supported": offers,
        }))
        .unwrap();
        discovered.offered(["openid", "email", "org.cilogon.userinfo"]).map(|scope| scope.to_string()).collect()
    }

    #[test]
    fn nobody_is_asked_for_what_they_do_not_offer() {
        assert_eq!(asked_of(json!(["openid"])), ["openid"]);
        assert_eq!(asked_of(json!(["profile", "email", "openid"])), ["openid", "email"]);
        let all = ["openid", "email", "org.cilogon.userinfo"];
        assert_eq!(asked_of(json!(["openid", "email", "profile", "org.cilogon.userinfo"])), all);
        assert_eq!(asked_of(json!(null)), all, "who does not say may offer everything");
    }
}
