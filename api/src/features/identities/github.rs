//! GitHub speaks OAuth 2 and has an API of its own in place of an ID token.

use oauth2::basic::BasicClient;
use oauth2::{
    AuthUrl, AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointNotSet, EndpointSet, PkceCodeChallenge,
    PkceCodeVerifier, RedirectUrl, Scope, TokenResponse as _, TokenUrl,
};
use secrecy::ExposeSecret as _;
use serde::Deserialize;
use url::Url;

use super::flow::Flow;
use super::line::{Line, LineError};
use super::trouble::Trouble;
use super::vouched::Vouched;
use crate::config::providers::Provider;

type Client = BasicClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointSet>;

/// The number is somebody's for good; the name they sign in by may become somebody else's.
#[derive(Deserialize)]
struct Account {
    id: u64,
    name: Option<String>,
}

#[derive(Deserialize)]
struct Address {
    email: String,
    primary: bool,
    verified: bool,
}

pub struct Asked<'a> {
    pub line: &'a Line,
    pub provider: &'a Provider,
    pub site: &'a Url,
    pub api: &'a Url,
    pub back: &'a Url,
}

impl Asked<'_> {
    pub fn begin(&self, flow: &Flow) -> Result<Url, Trouble> {
        let verifier = PkceCodeVerifier::new(flow.verifier.clone());
        let (address, _) = self
            .client()?
            .authorize_url(|| CsrfToken::new(flow.state.clone()))
            .add_scopes(["read:user", "user:email"].map(|scope| Scope::new(scope.to_owned())))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .url();
        Ok(address)
    }

    pub async fn finish(&self, flow: &Flow, code: String) -> Result<Vouched, Trouble> {
        let send = |request| self.line.send(request);
        let answer = self
            .client()?
            .exchange_code(AuthorizationCode::new(code))
            .set_pkce_verifier(PkceCodeVerifier::new(flow.verifier.clone()))
            .request_async(&send)
            .await?;
        let token = answer.access_token().secret();
        let account: Account = self.line.get(&below(self.api, "user")?, Some(token)).await?;
        let addresses: Vec<Address> = self.line.get(&below(self.api, "user/emails")?, Some(token)).await?;
        let primary = addresses.into_iter().find(|address| address.primary);
        let verified = primary.as_ref().is_some_and(|address| address.verified);
        let email = primary.as_ref().map(|address| address.email.as_str());
        let issuer = self.site.as_str().trim_end_matches('/').to_owned();
        Ok(Vouched::new(issuer, account.id.to_string(), String::new(), email, verified, account.name))
    }

    fn client(&self) -> Result<Client, Trouble> {
        let secret = self.provider.client_secret.expose_secret().to_owned();
        Ok(BasicClient::new(ClientId::new(self.provider.client_id.clone()))
            .set_client_secret(ClientSecret::new(secret))
            .set_auth_uri(AuthUrl::from_url(below(self.site, "login/oauth/authorize")?))
            .set_token_uri(TokenUrl::from_url(below(self.site, "login/oauth/access_token")?))
            .set_redirect_uri(RedirectUrl::from_url(self.back.clone())))
    }
}

fn below(base: &Url, path: &str) -> Result<Url, LineError> {
    let address = format!("{}/{path}", base.as_str().trim_end_matches('/'));
    Url::parse(&address).map_err(|error| LineError::Nonsense(error.to_string()))
}
