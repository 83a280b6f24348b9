//! Imports run one way: kernel ← rules ← store ← actions ← routes ← router.

use crate::holds;
use crate::source::Source;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Layer {
    Kernel,
    Rules,
    Store,
    Actions,
    Routes,
    Router,
}

/// By the name of the room. What is in no layer (wire types, the web's tools) is held by the other walls.
fn layer(module: &[String]) -> Option<Layer> {
    let first = module.first().map(String::as_str);
    match first {
        Some("kernel") => return Some(Layer::Kernel),
        Some("router") => return Some(Layer::Router),
        _ => {}
    }
    module.iter().find_map(|room| match room.as_str() {
        "rules" => Some(Layer::Rules),
        room if room == "store" || room.ends_with("_store") => Some(Layer::Store),
        room if room == "actions" || room.ends_with("_actions") => Some(Layer::Actions),
        room if room == "routes" || room.ends_with("_routes") => Some(Layer::Routes),
        _ => None,
    })
}

/// The path of the room a file is in: all of it up to `rules`.
fn room(source: &Source) -> Vec<String> {
    let module = source.module();
    let length = module.iter().position(|room| room == "rules").map_or(module.len(), |at| at + 1);
    module[..length].to_vec()
}

fn is_below(path: &[String], modules: &[&str]) -> bool {
    path.first().is_some_and(|first| modules.contains(&first.as_str()))
}

#[test]
fn imports_run_one_way() {
    fn wall(source: &Source) -> Vec<String> {
        let Some(here) = layer(&source.module()) else { return Vec::new() };
        let too_high = |path: &Vec<String>| layer(path).is_some_and(|there| there > here);
        let breaches = source.references().into_iter().filter(too_high);
        breaches
            .map(|path| {
                format!(
                    "{} ({here:?}) uses {}: imports run kernel ← rules ← store ← actions ← routes ← router, so move what \
                     it needs down, or do it from above",
                    source.path,
                    path.join("::")
                )
            })
            .collect()
    }
    holds(
        wall,
        &[
            ("api/src/kernel/slug.rs", "use crate::features::auth::rules;"),
            ("api/src/features/members/rules.rs", "use super::store::MemberRow;"),
            ("api/src/features/members/store.rs", "use crate::features::{people::actions::logo_url, tiers};"),
            ("api/src/features/members/actions.rs", "fn f() { super::routes::list_members() }"),
            ("api/src/features/people/admin_actions.rs", "use crate::features::auth::token_routes;"),
            ("api/src/features/members/routes.rs", "use crate::router;"),
        ],
    );
}

#[test]
fn the_kernel_knows_nothing_of_the_rest() {
    fn wall(source: &Source) -> Vec<String> {
        if !source.path.starts_with("api/src/kernel/") {
            return Vec::new();
        }
        let outside = source.references().into_iter().filter(|path| !is_below(path, &["kernel"]));
        outside
            .map(|path| {
                format!(
                    "{} uses {}: the kernel is words everybody uses; move it here, or pass it in",
                    source.path,
                    path.join("::")
                )
            })
            .collect()
    }
    holds(
        wall,
        &[("api/src/kernel/clock.rs", "use crate::db::Tx;"), ("api/src/kernel/role.rs", "use crate::error::Code;")],
    );
}

#[test]
fn policy_and_rules_decide_by_what_they_are_given() {
    fn wall(source: &Source) -> Vec<String> {
        let allowed: &[&str] = match source {
            _ if source.path.starts_with("api/src/policy/") => &["kernel", "error", "policy"],
            _ if source.module().iter().any(|room| room == "rules") => &["kernel"],
            _ => return Vec::new(),
        };
        // The rules of one feature are one room, however many files it has.
        let is_own = |path: &[String]| path.starts_with(&room(source));
        let outside = source.references().into_iter().filter(|path| !is_below(path, allowed) && !is_own(path));
        let mut breaches: Vec<String> = outside.map(|path| path.join("::")).collect();
        let code = source.code();
        let doing = ["async ", ".await", "tokio", "actix", "diesel", "Utc::now", "SystemTime", "std::fs", "std::env"];
        breaches.extend(doing.into_iter().filter(|word| code.contains(word)).map(str::to_owned));
        breaches
            .iter()
            .map(|what| {
                format!(
                    "{} uses {what}: it decides from values and `now`; fetch them in actions and pass them in",
                    source.path
                )
            })
            .collect()
    }
    holds(
        wall,
        &[
            ("api/src/features/auth/rules.rs", "use diesel::prelude::*;"),
            ("api/src/features/auth/rules.rs", "pub async fn renew() {}"),
            ("api/src/features/auth/rules.rs", "use crate::db::Tx;"),
            ("api/src/features/pledges/rules/shares.rs", "use crate::db::Tx;"),
            ("api/src/features/pledges/rules/shares.rs", "use crate::features::projects::rules::freeze;"),
            ("api/src/features/auth/rules.rs", "fn f() { chrono::Utc::now(); }"),
            ("api/src/policy/mod.rs", "use crate::features::members::store;"),
            ("api/src/policy/mod.rs", "use actix_web::HttpRequest;"),
        ],
    );
}

#[test]
fn what_decides_and_stores_knows_nothing_of_the_web() {
    fn wall(source: &Source) -> Vec<String> {
        let below_the_web = layer(&source.module()).is_some_and(|layer| layer < Layer::Routes)
            || ["db", "outbox", "idempotency", "mail", "worker"]
                .iter()
                .any(|room| source.module().first().is_some_and(|first| first == room));
        let web = |path: &Vec<String>| is_below(path, &["http", "server", "router", "openapi"]);
        if !below_the_web {
            return Vec::new();
        }
        let breaches = source.references().into_iter().filter(web);
        breaches
            .map(|path| {
                format!(
                    "{} uses {}: only handlers and http/ know the web; answer with a value or an `Error`",
                    source.path,
                    path.join("::")
                )
            })
            .collect()
    }
    holds(
        wall,
        &[
            ("api/src/features/tiers/actions.rs", "use crate::http::answer::Answer;"),
            ("api/src/features/tiers/store.rs", "use crate::http::list::List;"),
            ("api/src/worker/mod.rs", "use crate::server;"),
        ],
    );
}

#[test]
fn a_request_cannot_send_anything() {
    fn wall(source: &Source) -> Vec<String> {
        // Those who start a worker, the worker, what checks the sender's address at the start, and the table of reactions.
        let may = ["server", "cli", "worker", "config", "reactions", "mail"];
        if source.module().first().is_none_or(|first| may.contains(&first.as_str())) {
            return Vec::new();
        }
        let breaches = source.references().into_iter().filter(|path| is_below(path, &["mail", "worker"]));
        breaches
            .map(|path| {
                format!(
                    "{} uses {}: requests write a job into the outbox, the worker sends it",
                    source.path,
                    path.join("::")
                )
            })
            .collect()
    }
    holds(
        wall,
        &[
            ("api/src/features/invitations/actions.rs", "use crate::mail::Mailer;"),
            ("api/src/app.rs", "use crate::worker::Worker;"),
            ("api/src/http/dev.rs", "use crate::{mail::compose, app};"),
        ],
    );
}

#[test]
fn handlers_ask_actions_and_not_the_database() {
    fn wall(source: &Source) -> Vec<String> {
        if layer(&source.module()) != Some(Layer::Routes) {
            return Vec::new();
        }
        let breaches = source
            .references()
            .into_iter()
            .filter(|path| layer(path) == Some(Layer::Store) || is_below(path, &["policy", "schema"]));
        breaches
            .map(|path| {
                format!(
                    "{} uses {}: a handler converts, calls one action and answers; the action authorises",
                    source.path,
                    path.join("::")
                )
            })
            .collect()
    }
    holds(
        wall,
        &[
            ("api/src/features/members/routes.rs", "use super::store;"),
            ("api/src/features/auth/token_routes.rs", "use crate::policy::{self, AccountAction};"),
        ],
    );
}
