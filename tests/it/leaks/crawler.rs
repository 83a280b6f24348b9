//! Reads whatever can be read, page by page, and looks for what must not be there.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use cofund_tests::{Answer, Person, Value, json};

use super::scene::Scene;

/// What was asked, and everything that was answered: headers, body, and what its cursor decodes to.
pub type Read = BTreeMap<String, String>;

/// Queries that make lists show other things, or the same in another order.
const QUERIES: &[(&str, &[&str])] = &[
    (
        "/projects",
        &["", "?sort=closing_soon", "?sort=most_funded", "?sort=almost_there", "?sort=queue", "?funding=funded"],
    ),
    ("/projects/{slug}/pledges", &["", "?limit=1"]),
    ("/projects/{slug}/ledger", &["", "?limit=1"]),
    ("/organizations", &["", "?limit=1"]),
];

/// Every GET there is, with every name and id that could be put into its address; simulations beside them.
pub async fn crawl(scene: &Scene, who: &Person) -> Read {
    let mut read = Read::new();
    for (_, method, template) in cofund::openapi::operations() {
        if method != "GET" {
            continue;
        }
        let queries = QUERIES.iter().find(|(path, _)| *path == template).map_or(&[""][..], |(_, queries)| queries);
        for path in addresses(scene, &template) {
            for query in queries {
                pages(&mut read, who, &format!("{path}{query}")).await;
            }
        }
    }
    for project in scene.projects() {
        for amount in ["1.00", "25.00", "400.00", "999999.00"] {
            let path = format!("/projects/{project}/simulate");
            let answer = who.post(&path, json!({ "amount": amount })).await;
            read.insert(format!("POST {path} {amount}"), everything(&answer));
        }
    }
    for outside in ["//docs", "//healthz/ready", "//api/v1/openapi.json"] {
        read.insert(outside.to_owned(), everything(&who.get(outside).await));
    }
    read
}

fn addresses(scene: &Scene, template: &str) -> Vec<String> {
    let fill = |name: &str, values: Vec<String>| values.iter().map(|value| template.replace(name, value)).collect();
    match template {
        path if path.starts_with("/projects/{slug}") => fill("{slug}", scene.projects()),
        path if path.starts_with("/organizations/{slug}") => fill("{slug}", scene.organizations()),
        path if path.starts_with("/pledges/{id}") => fill("{id}", scene.pledges()),
        path if path.starts_with("/terms/{version}") => fill("{version}", vec!["2026-11".to_owned()]),
        path => vec![path.replace("{id}", "01a1fe41-7ad0-7760-9f35-3f0c695729ef")],
    }
}

async fn pages(read: &mut Read, who: &Person, path: &str) {
    let mut next = path.to_owned();
    for _ in 0..200 {
        let answer = who.get(&next).await;
        let cursor = answer["next_cursor"].as_str().map(str::to_owned);
        let asked = next.split("cursor=").next().unwrap_or_default().to_owned();
        read.entry(format!("GET {asked}")).or_default().push_str(&everything(&answer));
        let Some(cursor) = cursor else { return };
        let with = if path.contains('?') { '&' } else { '?' };
        next = format!("{path}{with}cursor={cursor}");
    }
}

/// All of it as one text, but what only repeats the question or names the request.
fn everything(answer: &Answer) -> String {
    let mut text = String::new();
    for name in ["etag", "link", "location", "last-modified"] {
        text += &format!("{name}: {}\n", answer.header(name).unwrap_or_default());
    }
    match &answer.json {
        Value::Object(members) if answer.status >= 400 => {
            let mut members = members.clone();
            members.remove("instance");
            members.remove("request_id");
            text += &Value::Object(members).to_string();
        }
        _ => text += &answer.text(),
    }
    if let Some(cursor) = answer["next_cursor"].as_str() {
        let decoded = URL_SAFE_NO_PAD.decode(cursor).unwrap_or_default();
        text += &format!("\ncursor: {}", String::from_utf8_lossy(&decoded));
    }
    format!("{} {text}\n", answer.status)
}

/// A secret, and what it is.
#[derive(Clone, Debug)]
pub struct Secret {
    pub what: String,
    pub text: String,
    /// The organisation that it tells of, if that is public as such: on its own pages it may stand.
    pub of: Option<String>,
}

/// Where any of these stands.
pub fn found(read: &Read, secrets: &[Secret]) -> Vec<String> {
    let mut found = Vec::new();
    for (asked, answered) in read {
        for secret in secrets {
            let own_page = secret.of.is_some() && asked.starts_with("GET /organizations");
            if !own_page && answered.contains(&secret.text) {
                found.push(format!("{asked}: {}", secret.what));
            }
        }
    }
    found
}
