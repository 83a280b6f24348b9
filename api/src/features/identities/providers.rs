//! All who may vouch for people, and the way to ask them.

use chrono::{DateTime, Utc};
use url::Url;

use super::flow::Flow;
use super::line::Line;
use super::oidc::{self, Discoveries};
use super::vouched::Vouched;
use super::{github, trouble::Trouble};
use crate::config::providers::{Kind, Provider};

pub struct Providers {
    all: Vec<Provider>,
    line: Line,
    discoveries: Discoveries,
}

impl Providers {
    pub fn new(all: Vec<Provider>) -> anyhow::Result<Self> {
        Ok(Self { all, line: Line::new()?, discoveries: Discoveries::default() })
    }

    pub fn all(&self) -> &[Provider] {
        &self.all
    }

    pub fn find(&self, name: &str) -> Option<&Provider> {
        self.all.iter().find(|provider| provider.name.as_str() == name)
    }

    /// Where the browser goes; `back` is where it will come back to.
    pub async fn begin(&self, provider: &Provider, flow: &Flow, back: &Url) -> Result<Url, Trouble> {
        match &provider.kind {
            Kind::Oidc { issuer, broker } => self.oidc(provider, issuer, *broker, back).begin(flow).await,
            Kind::GitHub { site, api } => self.github(provider, site, api, back).begin(flow),
        }
    }

    /// Whom the code is about.
    pub async fn finish(
        &self,
        provider: &Provider,
        flow: &Flow,
        code: String,
        back: &Url,
        now: DateTime<Utc>,
    ) -> Result<Vouched, Trouble> {
        match &provider.kind {
            Kind::Oidc { issuer, broker } => self.oidc(provider, issuer, *broker, back).finish(flow, code, now).await,
            Kind::GitHub { site, api } => self.github(provider, site, api, back).finish(flow, code).await,
        }
    }

    fn oidc<'a>(&'a self, provider: &'a Provider, issuer: &'a Url, broker: bool, back: &'a Url) -> oidc::Asked<'a> {
        oidc::Asked { line: &self.line, discoveries: &self.discoveries, provider, issuer, broker, back }
    }

    fn github<'a>(&'a self, provider: &'a Provider, site: &'a Url, api: &'a Url, back: &'a Url) -> github::Asked<'a> {
        github::Asked { line: &self.line, provider, site, api, back }
    }
}
