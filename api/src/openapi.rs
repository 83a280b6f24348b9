//! The contract, generated from the handlers: `openapi/openapi.json` and `/api/v1/openapi.json`.

use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ContentBuilder, PathItem, Ref, RefOr, Required, Response, ResponseBuilder};
use utoipa::{Modify, OpenApi};

use crate::error::Code;
use crate::features::projects::rules::sort::ProjectSort;
use crate::features::*;
use crate::http::problem::{MEDIA_TYPE, Problem};
use crate::kernel::{Delivery, PledgeStatus};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Cofund",
        description = "The co-funding marketplace of 2i2c: what everybody can read, what communities can pledge, what staff keep.",
        license(name = "BSD-3-Clause", identifier = "BSD-3-Clause"),
    ),
    servers((url = "/api/v1", description = "This deployment")),
    tags(
        (name = "Sign-in", description = "Mail links, sessions and invitations"),
        (name = "Account", description = "You, the places you are signed in at, and your access tokens"),
        (name = "Organisations", description = "Members, funders, and the tiers of membership"),
        (name = "People of an organisation", description = "Who acts for an organisation, as what"),
        (name = "Roadmap", description = "What projects are grouped by, and the terms of pledging"),
        (name = "Projects", description = "Items of the roadmap with a price"),
        (name = "Taking part", description = "Support, following, and what staff tell of a project"),
        (name = "Live", description = "Streams that tell of changes as they happen"),
        (name = "Pledges", description = "What organisations commit to them"),
        (name = "The ledger", description = "What happened to each project's money, for anyone to check"),
        (name = "Impact", description = "What came of it, in numbers, and to take along"),
        (name = "Administration", description = "For staff and administrators"),
    ),
    paths(
        auth::routes::request_magic_link,
        auth::routes::redeem_magic_link,
        auth::routes::refresh_session,
        auth::routes::log_out,
        identities::routes::list_providers,
        identities::routes::start_sign_in,
        identities::routes::finish_sign_in,
        invitations::routes::preview_invitation,
        invitations::routes::accept_invitation,
        people::routes::get_me,
        people::routes::edit_me,
        auth::routes::list_my_sessions,
        auth::routes::end_my_session,
        personal_data::routes::download_my_data,
        personal_data::routes::erase_me,
        identities::routes::list_my_identities,
        identities::routes::link_identity,
        identities::routes::unlink_identity,
        auth::token_routes::list_my_tokens,
        auth::token_routes::create_token,
        auth::token_routes::revoke_token,
        organizations::routes::list_organizations,
        organizations::routes::create_organization,
        organizations::routes::get_organization,
        organizations::routes::edit_organization,
        organizations::logo_routes::get_logo,
        organizations::logo_routes::set_logo,
        organizations::logo_routes::remove_logo,
        members::routes::list_members,
        members::routes::add_member,
        members::routes::change_member,
        members::routes::remove_member,
        invitations::routes::list_invitations,
        invitations::routes::invite_member,
        invitations::routes::revoke_invitation,
        invitations::routes::resend_invitation,
        tiers::routes::list_tiers,
        topics::routes::list_themes,
        topics::routes::list_narratives,
        terms::routes::get_current_terms,
        terms::routes::get_terms,
        projects::routes::list_projects,
        projects::routes::create_project,
        projects::routes::get_project,
        projects::routes::edit_project,
        projects::routes::get_project_progress,
        projects::routes::check_project,
        projects::life_routes::publish_project,
        projects::life_routes::extend_project,
        projects::life_routes::settle_project,
        projects::life_routes::close_project,
        projects::life_routes::deliver_project,
        projects::life_routes::move_project,
        supports::routes::list_supports,
        supports::routes::give_support,
        supports::routes::end_support,
        follows::routes::follow_project,
        follows::routes::unfollow_project,
        follows::routes::list_my_follows,
        follows::routes::unsubscribe,
        updates::routes::list_updates,
        updates::routes::post_update,
        live::routes::watch_project,
        live::routes::watch_projects,
        pledges::routes::place_pledge,
        pledges::routes::simulate_pledge,
        pledges::routes::get_pledge,
        pledges::routes::edit_pledge,
        pledges::routes::approve_pledge,
        pledges::routes::decline_pledge,
        pledges::routes::withdraw_pledge,
        pledges::routes::release_pledge,
        pledges::routes::sign_pledge,
        pledges::routes::default_pledge,
        pledges::list_routes::list_project_pledges,
        pledges::list_routes::list_organization_pledges,
        pledges::list_routes::list_organization_funding,
        pledges::list_routes::get_pledge_history,
        pledges::letter_routes::get_pledge_letter,
        budget::routes::get_budget,
        exports::routes::export_organization_pledges,
        ledger::routes::list_ledger_lines,
        ledger::routes::download_ledger,
        ledger::routes::export_ledger,
        stats::routes::get_stats,
        exports::routes::export_projects,
        work::routes::list_work,
        capacity::routes::get_capacity,
        capacity::routes::set_capacity,
        people::admin_routes::list_users,
        people::admin_routes::create_user,
        people::admin_routes::get_user,
        people::admin_routes::edit_user,
        personal_data::routes::download_user_data,
        personal_data::routes::erase_user,
        identities::routes::list_user_identities,
        identities::routes::unlink_user_identity,
        people::admin_routes::end_user_sessions,
        tiers::routes::list_all_tiers,
        tiers::routes::create_tier,
        tiers::routes::edit_tier,
        topics::routes::list_all_themes,
        topics::routes::create_theme,
        topics::routes::edit_theme,
        topics::routes::list_all_narratives,
        topics::routes::create_narrative,
        topics::routes::edit_narrative,
        terms::routes::list_all_terms,
        terms::routes::publish_terms,
        audit::routes::list_audit_entries,
        queues::routes::list_queues,
        queues::routes::retry_delivery,
    ),
    // Kinds that stand only in queries are named here.
    components(schemas(Problem, Code, Delivery, PledgeStatus, ProjectSort)),
    modifiers(&Credentials, &CommonParts, &NamedItems),
)]
struct Contract;

/// The document as it is committed and served.
pub fn render() -> String {
    let mut text = Contract::openapi().to_pretty_json().expect("the contract is plain values");
    text.push('\n');
    text
}

/// Each operation's id, method and path template, for those who must cover all of them.
pub fn operations() -> Vec<(String, String, String)> {
    let document = Contract::openapi();
    let mut found = Vec::new();
    for (path, item) in &document.paths.paths {
        for (method, operation) in operations_of(item) {
            found.push((operation.operation_id.clone().unwrap_or_default(), method.to_owned(), path.clone()));
        }
    }
    found
}

fn operations_of(item: &PathItem) -> impl Iterator<Item = (&'static str, &Operation)> {
    [("GET", &item.get), ("POST", &item.post), ("PATCH", &item.patch), ("PUT", &item.put), ("DELETE", &item.delete)]
        .into_iter()
        .filter_map(|(method, operation)| operation.as_ref().map(|operation| (method, operation)))
}

struct Credentials;

impl Modify for Credentials {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let components = document.components.get_or_insert_default();
        let bearer = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some("An access JWT of a session, or a personal access token (`cf_…`)"))
            .build();
        components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
        let cookie =
            ApiKeyValue::with_description("cofund_refresh", "Set at sign-in; `__Host-cofund_refresh` on https");
        components.add_security_scheme("refresh_cookie", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    }
}

/// The steps of a life, which say what version they take the thing from. A test asks the program whether it is so.
const STEPS: [&str; 12] = [
    "publish_project",
    "extend_project",
    "settle_project",
    "close_project",
    "deliver_project",
    "move_project",
    "approve_pledge",
    "decline_pledge",
    "withdraw_pledge",
    "release_pledge",
    "sign_pledge",
    "default_pledge",
];

/// What nobody should do twice by accident. The same test asks.
const ONCE: [&str; 10] = [
    "place_pledge",
    "extend_project",
    "settle_project",
    "close_project",
    "approve_pledge",
    "decline_pledge",
    "withdraw_pledge",
    "release_pledge",
    "sign_pledge",
    "default_pledge",
];

fn is_one_of(names: &[&str], operation: &Operation) -> bool {
    operation.operation_id.as_deref().is_some_and(|id| names.contains(&id))
}

/// What every operation of a kind shares: the refusals, and the headers that make a change safe.
struct CommonParts;

impl Modify for CommonParts {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let components = document.components.get_or_insert_default();
        for (_, name, description) in REFUSALS {
            components.responses.insert((*name).to_owned(), RefOr::T(refusal(description)));
        }
        for (path, item) in &mut document.paths.paths {
            let has_name = path.contains('{');
            let PathItem { get, post, patch, put, delete, .. } = item;
            for (operation, changes) in [(get, false), (post, true), (patch, true), (put, true), (delete, true)] {
                if let Some(operation) = operation {
                    complete(operation, changes, has_name);
                }
            }
            for (operation, is_patch) in [(&mut item.patch, true), (&mut item.post, false)] {
                let Some(operation) = operation else { continue };
                if is_patch || is_one_of(&STEPS, operation) {
                    operation.parameters.get_or_insert_default().push(header(
                        "If-Match",
                        "The `ETag` you read; only its version is compared",
                        Required::True,
                    ));
                    add(operation, &["412", "428"]);
                }
            }
        }
    }
}

/// Lists name what they hold: a generic type would repeat all of it in each list.
struct NamedItems;

impl Modify for NamedItems {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let schemas = &mut document.components.get_or_insert_default().schemas;
        for (name, schema) in schemas {
            let Some(item) = name.strip_prefix("List_") else { continue };
            if let RefOr::T(Schema::Object(list)) = schema
                && let Some(RefOr::T(Schema::Array(items))) = list.properties.get_mut("items")
            {
                items.items = RefOr::Ref(Ref::from_schema_name(item)).into();
            }
        }
    }
}

/// Status, name of the shared response, and what it says.
const REFUSALS: &[(&str, &str, &str)] = &[
    ("400", "Malformed", "The request cannot be understood, or a link does not hold"),
    ("401", "Unauthenticated", "Nobody is signed in, or the credential does not hold"),
    ("403", "Forbidden", "You may not do this"),
    ("404", "NotFound", "There is no such thing, or none you may know of"),
    ("409", "Conflict", "At odds with how things stand"),
    ("412", "VersionConflict", "Somebody changed it meanwhile"),
    ("413", "TooLarge", "The body is too large"),
    ("415", "MediaTypeUnsupported", "This kind of content is not read here"),
    ("422", "Invalid", "Some values are wrong; `errors` says which"),
    ("428", "IfMatchRequired", "Say which version you saw"),
    ("429", "TooManyRequests", "Wait as long as `Retry-After` says"),
    ("500", "Internal", "Something went wrong on our side"),
    ("503", "Unavailable", "The service cannot answer right now"),
];

fn complete(operation: &mut Operation, changes: bool, has_name: bool) {
    add(operation, &["400", "401", "429", "500", "503"]);
    if has_name {
        add(operation, &["404"]);
    }
    let signed_in = operation.security.as_ref().is_some_and(|all| !all.is_empty() && all[0] != Default::default());
    if signed_in || changes {
        add(operation, &["403"]);
    }
    if changes {
        add(operation, &["409", "422"]);
    }
    if changes && signed_in {
        let needed = if is_one_of(&ONCE, operation) { Required::True } else { Required::False };
        operation.parameters.get_or_insert_default().push(header(
            "Idempotency-Key",
            "The same key again gives the same answer again",
            needed,
        ));
    }
    if operation.request_body.is_some() {
        add(operation, &["413", "415"]);
    }
    let in_query =
        |parameter: &RefOr<Parameter>| matches!(parameter, RefOr::T(p) if p.parameter_in == ParameterIn::Query);
    if operation.parameters.as_ref().is_some_and(|all| all.iter().any(in_query)) {
        add(operation, &["422"]);
    }
}

fn add(operation: &mut Operation, statuses: &[&str]) {
    for (status, name, _) in REFUSALS.iter().filter(|(status, ..)| statuses.contains(status)) {
        operation
            .responses
            .responses
            .entry((*status).to_owned())
            .or_insert_with(|| RefOr::Ref(Ref::from_response_name(*name)));
    }
}

fn refusal(description: &str) -> Response {
    ResponseBuilder::new()
        .description(description)
        .content(MEDIA_TYPE, ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build())
        .build()
}

fn header(name: &str, description: &str, required: Required) -> RefOr<Parameter> {
    let header = ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(required)
        .description(Some(description))
        .schema(Some(ObjectBuilder::new().schema_type(Type::String).build()))
        .build();
    RefOr::T(header)
}
