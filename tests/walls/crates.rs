//! Which files may use which of other people's crates.

use crate::holds;
use crate::source::Source;

/// Whether the code names the crate (or type), as a word of its own.
fn names(code: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word)
        .any(|(at, _)| !code[..at].ends_with(is_part) && !code[at + word.len()..].starts_with(is_part))
}

fn is_in(source: &Source, places: &[&str]) -> bool {
    places.iter().any(|place| {
        source.path == format!("api/src/{place}")
            || (place.ends_with('/') && source.path.starts_with(&format!("api/src/{place}")))
    })
}

#[test]
fn only_the_web_side_speaks_http() {
    fn wall(source: &Source) -> Vec<String> {
        let exceptions = [
            "server.rs",                     // puts the web side together
            "router.rs",                     // the table of addresses
            "app.rs",                        // `State`: how handlers ask for the app
            "cli.rs",                        // starts the runtime that the server runs on
            "features/auth/authenticate.rs", // the middleware that finds the actor
            "features/auth/cookie.rs",       // the refresh cookie
        ];
        let is_routes = source.name() == "routes" || source.name().ends_with("_routes");
        if is_in(source, &["http/"]) || is_routes || is_in(source, &exceptions) {
            return Vec::new();
        }
        let code = source.code();
        let used = ["actix_web", "actix_cors"].into_iter().filter(|name| names(&code, name));
        used.map(|name| {
            format!("{} uses {name}: only http/ and routes speak HTTP; take and return plain values here", source.path)
        })
        .collect()
    }
    holds(
        wall,
        &[
            ("api/src/features/tiers/actions.rs", "use actix_web::HttpResponse;"),
            ("api/src/features/tiers/actions.rs", "let x = actix_web::web::block(f).await;"),
            ("api/src/error/mod.rs", "impl actix_web::ResponseError for Error {}"),
        ],
    );
}

#[test]
fn only_the_edge_knows_status_codes() {
    fn wall(source: &Source) -> Vec<String> {
        if is_in(source, &["http/"]) || !names(&source.code(), "StatusCode") {
            return Vec::new();
        }
        vec![format!(
            "{} names StatusCode: refuse with a code of error/catalogue.rs; http/problem.rs knows its status",
            source.path
        )]
    }
    holds(wall, &[("api/src/features/tiers/routes.rs", "use actix_web::http::StatusCode;")]);
}

#[test]
fn only_stores_speak_sql() {
    fn wall(source: &Source) -> Vec<String> {
        let exceptions = [
            "schema.rs",    // the tables, generated
            "error/mod.rs", // turns what the database refuses into our own words
        ];
        let is_store = source.name() == "store" || source.name().ends_with("_store");
        if is_store || is_in(source, &["db/"]) || is_in(source, &exceptions) {
            return Vec::new();
        }
        // Whoever reads is handed a connection and hands it on: its type says nothing of SQL.
        let code = source.code().replace("use diesel_async::AsyncPgConnection;", "");
        let crates = ["diesel", "diesel_async", "diesel_migrations", "tokio_postgres"];
        let used = crates.into_iter().filter(|name| names(&code, name));
        let mut breaches: Vec<String> =
            used.map(|name| format!("{} uses {name}: SQL is in store.rs", source.path)).collect();
        if source.references().iter().any(|path| path.first().is_some_and(|first| first == "schema")) {
            breaches.push(format!("{} uses the tables: SQL is in store.rs", source.path));
        }
        breaches
    }
    holds(
        wall,
        &[
            ("api/src/features/tiers/actions.rs", "use diesel::prelude::*;"),
            ("api/src/features/tiers/actions.rs", "use diesel_async::{AsyncPgConnection, RunQueryDsl};"),
            ("api/src/mail/compose.rs", "use crate::schema::organizations;"),
            ("api/src/features/tiers/routes.rs", "diesel::sql_query(text)"),
        ],
    );
}

#[test]
fn only_mail_sends_mails() {
    fn wall(source: &Source) -> Vec<String> {
        if is_in(source, &["mail/", "worker/"]) || !names(&source.code(), "lettre") {
            return Vec::new();
        }
        vec![format!("{} uses lettre: mails are made and sent in mail/, by the worker", source.path)]
    }
    holds(
        wall,
        &[("api/src/kernel/email.rs", "text.parse::<lettre::Address>()"), ("api/src/app.rs", "use lettre::Message;")],
    );
}

#[test]
fn the_kernel_needs_no_runtime() {
    fn wall(source: &Source) -> Vec<String> {
        if !is_in(source, &["kernel/"]) {
            return Vec::new();
        }
        let code = source.code();
        let used = ["tokio", "async", "actix_web", "diesel", "diesel_async", "reqwest"]
            .into_iter()
            .filter(|name| names(&code, name));
        used.map(|name| format!("{} uses {name}: the kernel is values; whoever acts is above it", source.path))
            .collect()
    }
    holds(
        wall,
        &[
            ("api/src/kernel/ids.rs", "use diesel::sql_types::Uuid;"),
            ("api/src/kernel/clock.rs", "pub async fn now() {}"),
        ],
    );
}
