//! Where people may prove who they are, as it is configured. Pure.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;

use anyhow::{Context as _, bail, ensure};
use secrecy::SecretString;
use url::Url;

use crate::kernel::Slug;

/// Where one asks GitHub, which is no OpenID provider.
const GITHUB: &str = "https://github.com";
const GITHUB_API: &str = "https://api.github.com";

#[derive(Clone, Debug)]
pub struct Provider {
    /// In addresses.
    pub name: Slug,
    /// On buttons.
    pub title: String,
    pub kind: Kind,
    pub client_id: String,
    pub client_secret: SecretString,
}

#[derive(Clone, Debug)]
pub enum Kind {
    /// OpenID Connect, found by discovery.
    Oidc {
        issuer: Url,
        /// It passes on others, and says whose subject one is (`idp`).
        broker: bool,
    },
    /// OAuth 2 and an API of its own.
    GitHub { site: Url, api: Url },
}

/// For `--help`: their names are part of the settings' names.
pub const HELP: &str = "\
  COFUND_OIDC_<NAME>_ISSUER
          An OpenID provider people may sign in with, such as https://cilogon.org; any number, each with a name
  COFUND_OIDC_<NAME>_CLIENT_ID
          What it calls this deployment; its callback is <public URL>/api/v1/auth/oidc/<name>/callback
  COFUND_OIDC_<NAME>_CLIENT_SECRET
          The secret that goes with it
  COFUND_OIDC_<NAME>_TITLE
          What its button says [default: the name]
  COFUND_OIDC_<NAME>_BROKER
          Whether it passes on others and names them (claim `idp`) [default: true for cilogon.org, else false]
  COFUND_GITHUB_CLIENT_ID
          GitHub, which is no OpenID provider: what it calls this deployment
  COFUND_GITHUB_CLIENT_SECRET
          The secret that goes with it
  COFUND_GITHUB_URL
          A GitHub of your own [default: https://github.com]
  COFUND_GITHUB_API_URL
          And its API [default: https://api.github.com]
";

const PREFIX: &str = "COFUND_OIDC_";
const GITHUB_PREFIX: &str = "COFUND_GITHUB_";

/// What this program's environment says.
pub fn configured() -> anyhow::Result<Vec<Provider>> {
    // What is no text is none of ours.
    let text = |(name, value): (OsString, OsString)| Some((name.into_string().ok()?, value.into_string().ok()?));
    read(std::env::vars_os().filter_map(text))
}

/// From `COFUND_OIDC_<NAME>_ISSUER`, `_CLIENT_ID`, `_CLIENT_SECRET`, and if wanted `_TITLE` and `_BROKER`; from
/// `COFUND_GITHUB_CLIENT_ID`, `_CLIENT_SECRET`, and for one of one's own `_URL` and `_API_URL`.
pub fn read(variables: impl Iterator<Item = (String, String)>) -> anyhow::Result<Vec<Provider>> {
    let mut named: BTreeMap<String, BTreeMap<&'static str, String>> = BTreeMap::new();
    let mut github = BTreeMap::new();
    for (variable, value) in variables {
        if let Some(rest) = variable.strip_prefix(PREFIX) {
            let (name, part) = split(rest, &["ISSUER", "CLIENT_ID", "CLIENT_SECRET", "TITLE", "BROKER"])
                .with_context(|| format!("{variable}: no such setting; see `cofund serve --help`."))?;
            named.entry(name).or_default().insert(part, value);
        } else if let Some(rest) = variable.strip_prefix(GITHUB_PREFIX) {
            let known = ["CLIENT_ID", "CLIENT_SECRET", "URL", "API_URL"].into_iter().find(|part| *part == rest);
            github.insert(known.with_context(|| format!("{variable}: no such setting."))?, value);
        }
    }
    let mut providers: Vec<Provider> =
        named.into_iter().map(|(name, parts)| oidc(&name, parts)).collect::<Result<_, _>>()?;
    if !github.is_empty() {
        providers.push(self::github(github)?);
    }
    let mut names = BTreeSet::new();
    if let Some(twin) = providers.iter().find(|provider| !names.insert(provider.name.as_str())) {
        bail!("{PREFIX}…: two providers are called {}.", twin.name);
    }
    Ok(providers)
}

fn split(rest: &str, parts: &[&'static str]) -> Option<(String, &'static str)> {
    parts.iter().find_map(|part| {
        let name = rest.strip_suffix(part)?.strip_suffix('_')?;
        (!name.is_empty()).then(|| (name.to_owned(), *part))
    })
}

fn oidc(name: &str, mut parts: BTreeMap<&'static str, String>) -> anyhow::Result<Provider> {
    let setting = |part: &str| format!("{PREFIX}{name}_{part}");
    let mut take = |part: &'static str| parts.remove(part).filter(|value| !value.is_empty());
    let issuer = take("ISSUER").with_context(|| format!("{} is required.", setting("ISSUER")))?;
    let issuer = address(&issuer).with_context(|| setting("ISSUER"))?;
    let slug = Slug::parse(&name.to_ascii_lowercase().replace('_', "-")).map_err(|_| {
        anyhow::anyhow!("{}: a name has letters and digits, joined by single underscores.", setting("…"))
    })?;
    let broker = match take("BROKER").as_deref() {
        None => issuer.host_str().is_some_and(|host| host == "cilogon.org"),
        Some("true") => true,
        Some("false") => false,
        Some(other) => bail!("{}: true or false, not {other}.", setting("BROKER")),
    };
    Ok(Provider {
        title: take("TITLE").unwrap_or_else(|| title_of(&slug)),
        client_id: take("CLIENT_ID").with_context(|| format!("{} is required.", setting("CLIENT_ID")))?,
        client_secret: take("CLIENT_SECRET")
            .with_context(|| format!("{} is required.", setting("CLIENT_SECRET")))?
            .into(),
        name: slug,
        kind: Kind::Oidc { issuer, broker },
    })
}

fn github(mut parts: BTreeMap<&'static str, String>) -> anyhow::Result<Provider> {
    let mut take = |part: &'static str| parts.remove(part).filter(|value| !value.is_empty());
    let required = |part: &str| format!("{GITHUB_PREFIX}{part} is required.");
    let site = address(&take("URL").unwrap_or_else(|| GITHUB.to_owned())).context("COFUND_GITHUB_URL")?;
    let api = address(&take("API_URL").unwrap_or_else(|| GITHUB_API.to_owned())).context("COFUND_GITHUB_API_URL")?;
    Ok(Provider {
        name: Slug::parse("github").map_err(|invalid| anyhow::anyhow!(invalid.detail))?,
        title: "GitHub".to_owned(),
        client_id: take("CLIENT_ID").with_context(|| required("CLIENT_ID"))?,
        client_secret: take("CLIENT_SECRET").with_context(|| required("CLIENT_SECRET"))?.into(),
        kind: Kind::GitHub { site, api },
    })
}

/// Secrets and codes go there: over TLS, or to this machine.
fn address(text: &str) -> anyhow::Result<Url> {
    let url = Url::parse(text).with_context(|| format!("{text} is no address."))?;
    let here = matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
    ensure!(url.scheme() == "https" || (url.scheme() == "http" && here), "{text} is not reached over https.");
    ensure!(url.query().is_none() && url.fragment().is_none(), "{text} has more than scheme, host and path.");
    Ok(url)
}

/// What people call those that many know.
fn title_of(name: &Slug) -> String {
    match name.as_str() {
        "cilogon" => "CILogon".to_owned(),
        "orcid" => "ORCID".to_owned(),
        other => {
            let mut letters = other.chars();
            letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(variables: &[(&str, &str)]) -> anyhow::Result<Vec<Provider>> {
        read(variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
    }

    const CILOGON: [(&str, &str); 3] = [
        ("COFUND_OIDC_CILOGON_ISSUER", "https://cilogon.org"),
        ("COFUND_OIDC_CILOGON_CLIENT_ID", "cofund"),
        ("COFUND_OIDC_CILOGON_CLIENT_SECRET", "hush"),
    ];

    #[test]
    fn any_number_of_them_is_read_by_name() {
        let mut variables = CILOGON.to_vec();
        variables.extend([
            ("COFUND_OIDC_MY_CAMPUS_ISSUER", "https://login.campus.example/realms/main"),
            ("COFUND_OIDC_MY_CAMPUS_CLIENT_ID", "cofund"),
            ("COFUND_OIDC_MY_CAMPUS_CLIENT_SECRET", "hush"),
            ("COFUND_OIDC_MY_CAMPUS_TITLE", "Campus"),
            ("COFUND_GITHUB_CLIENT_ID", "cofund"),
            ("COFUND_GITHUB_CLIENT_SECRET", "hush"),
            ("PATH", "/bin"),
        ]);
        let providers = read_all(&variables).unwrap();
        let names: Vec<_> = providers.iter().map(|one| (one.name.as_str(), one.title.as_str())).collect();
        assert_eq!(names, [("cilogon", "CILogon"), ("my-campus", "Campus"), ("github", "GitHub")]);
        assert!(matches!(providers[0].kind, Kind::Oidc { broker: true, .. }));
        assert!(matches!(providers[1].kind, Kind::Oidc { broker: false, .. }));
        assert!(!format!("{providers:?}").contains("hush"));
    }

    #[test]
    fn a_name_is_one_providers() {
        let twin = |prefix: &str| {
            let parts = [("ISSUER", "https://idp.example"), ("CLIENT_ID", "cofund"), ("CLIENT_SECRET", "hush")];
            parts.map(|(part, value)| (format!("COFUND_OIDC_{prefix}_{part}"), value.to_owned())).to_vec()
        };
        assert!(read([twin("ONE"), twin("TWO")].concat().into_iter()).is_ok());
        assert!(read([twin("ONE"), twin("one")].concat().into_iter()).is_err());
        let github = [("COFUND_GITHUB_CLIENT_ID", "c"), ("COFUND_GITHUB_CLIENT_SECRET", "hush")];
        let github = github.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        assert!(read([twin("GITHUB"), github].concat().into_iter()).is_err());
    }

    #[test]
    fn what_is_half_said_or_unsafe_stops_the_start() {
        assert!(read_all(&CILOGON[..2]).is_err());
        for (name, value) in [
            ("COFUND_OIDC_CILOGON_ISSUER", "http://cilogon.org"),
            ("COFUND_OIDC_CILOGON_ISSUER", "nonsense"),
            ("COFUND_OIDC_CILOGON_BROKER", "maybe"),
            ("COFUND_OIDC_CILOGON_SECRETS", "x"),
            ("COFUND_GITHUB_CLIENT_ID", "x"),
        ] {
            let mut variables = CILOGON.to_vec();
            variables.push((name, value));
            let error = read_all(&variables).expect_err(value).to_string();
            assert!(!error.contains("hush"), "{error}");
        }
    }
}
