//! Every address there is: a table of contents.
//!
//! Each resource also answers to other methods: with 405 and what it allows.

use std::sync::Arc;

use actix_web::guard::{self, Guard as _};
use actix_web::http::{Method, header};
use actix_web::middleware::from_fn;
use actix_web::{Handler, HttpResponse, Responder, ResponseError as _, Route, web};

use crate::error::{Code, Error};
use crate::features::*;
use crate::http::{dev, docs, health, ready, requests};

/// One address of the API with what it answers to.
pub struct Endpoint {
    pub path: &'static str,
    pub methods: Vec<Method>,
    routes: Vec<Route>,
    kept: bool,
}

/// The API, below `/api/v1`.
pub fn endpoints() -> Vec<Endpoint> {
    vec![
        // Sign-in
        at("/auth/magic-links").post(auth::routes::request_magic_link),
        at("/auth/magic-links/redeem").post(auth::routes::redeem_magic_link),
        at("/auth/refresh").post(auth::routes::refresh_session),
        at("/auth/logout").post(auth::routes::log_out),
        at("/auth/providers").get(identities::routes::list_providers),
        at("/auth/oidc/{provider}/start").get(identities::routes::start_sign_in),
        at("/auth/oidc/{provider}/callback").get(identities::routes::finish_sign_in),
        at("/invitations/preview").post(invitations::routes::preview_invitation),
        at("/invitations/accept").post(invitations::routes::accept_invitation),
        // Account
        at("/me").get(people::routes::get_me).patch(people::routes::edit_me),
        at("/me/sessions").get(auth::routes::list_my_sessions),
        at("/me/sessions/{id}").delete(auth::routes::end_my_session),
        at("/me/identities").get(identities::routes::list_my_identities).post(identities::routes::link_identity),
        at("/me/data").get(personal_data::routes::download_my_data),
        at("/me/erasure").post(personal_data::routes::erase_me),
        at("/me/identities/{id}").delete(identities::routes::unlink_identity),
        at("/me/tokens").get(auth::token_routes::list_my_tokens).post(auth::token_routes::create_token),
        at("/me/tokens/{id}").delete(auth::token_routes::revoke_token),
        // Organisations
        at("/organizations")
            .kept()
            .get(organizations::routes::list_organizations)
            .post(organizations::routes::create_organization),
        at("/organizations/{slug}")
            .kept()
            .get(organizations::routes::get_organization)
            .patch(organizations::routes::edit_organization),
        at("/organizations/{slug}/logo")
            .get(organizations::logo_routes::get_logo)
            .post(organizations::logo_routes::set_logo)
            .delete(organizations::logo_routes::remove_logo),
        at("/organizations/{slug}/members").get(members::routes::list_members).post(members::routes::add_member),
        at("/organizations/{slug}/members/{user_id}")
            .patch(members::routes::change_member)
            .delete(members::routes::remove_member),
        at("/organizations/{slug}/invitations")
            .get(invitations::routes::list_invitations)
            .post(invitations::routes::invite_member),
        at("/organizations/{slug}/invitations/{id}").delete(invitations::routes::revoke_invitation),
        at("/organizations/{slug}/invitations/{id}/resend").post(invitations::routes::resend_invitation),
        at("/tiers").kept().get(tiers::routes::list_tiers),
        // What projects are grouped by, and the terms of pledging
        at("/themes").kept().get(topics::routes::list_themes),
        at("/narratives").kept().get(topics::routes::list_narratives),
        // Before the versions: the first address that fits answers.
        at("/terms/current").kept().get(terms::routes::get_current_terms),
        at("/terms/{version}").kept().get(terms::routes::get_terms),
        // Projects
        at("/projects").kept().get(projects::routes::list_projects).post(projects::routes::create_project),
        at("/projects/{slug}").kept().get(projects::routes::get_project).patch(projects::routes::edit_project),
        at("/projects/{slug}/progress").kept().get(projects::routes::get_project_progress),
        at("/projects/{slug}/publish-check").get(projects::routes::check_project),
        at("/projects/{slug}/publish").post(projects::life_routes::publish_project),
        at("/projects/{slug}/extend").post(projects::life_routes::extend_project),
        at("/projects/{slug}/settle").post(projects::life_routes::settle_project),
        at("/projects/{slug}/close").post(projects::life_routes::close_project),
        at("/projects/{slug}/delivery").post(projects::life_routes::deliver_project),
        at("/projects/{slug}/queue").post(projects::life_routes::move_project),
        // Taking part
        at("/projects/{slug}/supports")
            .kept()
            .get(supports::routes::list_supports)
            .post(supports::routes::give_support),
        at("/projects/{slug}/supports/{id}").delete(supports::routes::end_support),
        at("/projects/{slug}/follow").put(follows::routes::follow_project).delete(follows::routes::unfollow_project),
        at("/projects/{slug}/updates").kept().get(updates::routes::list_updates).post(updates::routes::post_update),
        at("/me/follows").get(follows::routes::list_my_follows),
        at("/unsubscribe/{token}").post(follows::routes::unsubscribe),
        // Live
        at("/projects/{slug}/live").get(live::routes::watch_project),
        at("/live").get(live::routes::watch_projects),
        // Pledges
        at("/projects/{slug}/pledges")
            .kept()
            .get(pledges::list_routes::list_project_pledges)
            .post(pledges::routes::place_pledge),
        at("/projects/{slug}/simulate").post(pledges::routes::simulate_pledge),
        at("/organizations/{slug}/budget").get(budget::routes::get_budget),
        at("/organizations/{slug}/exports/pledges.csv").get(exports::routes::export_organization_pledges),
        at("/organizations/{slug}/pledges").get(pledges::list_routes::list_organization_pledges),
        at("/organizations/{slug}/funding").kept().get(pledges::list_routes::list_organization_funding),
        at("/pledges/{id}").get(pledges::routes::get_pledge).patch(pledges::routes::edit_pledge),
        at("/pledges/{id}/history").get(pledges::list_routes::get_pledge_history),
        at("/pledges/{id}/letter").get(pledges::letter_routes::get_pledge_letter),
        at("/pledges/{id}/approve").post(pledges::routes::approve_pledge),
        at("/pledges/{id}/decline").post(pledges::routes::decline_pledge),
        at("/pledges/{id}/withdraw").post(pledges::routes::withdraw_pledge),
        at("/pledges/{id}/release").post(pledges::routes::release_pledge),
        at("/pledges/{id}/sign").post(pledges::routes::sign_pledge),
        at("/pledges/{id}/default").post(pledges::routes::default_pledge),
        // The ledger
        at("/projects/{slug}/ledger").kept().get(ledger::routes::list_ledger_lines),
        at("/projects/{slug}/ledger.jsonl").get(ledger::routes::download_ledger),
        at("/exports/ledger.jsonl").get(ledger::routes::export_ledger),
        // What came of it
        at("/stats").kept().get(stats::routes::get_stats),
        at("/exports/projects.csv").get(exports::routes::export_projects),
        // Administration
        at("/admin/work").get(work::routes::list_work),
        at("/admin/capacity").get(capacity::routes::get_capacity),
        at("/admin/capacity/{quarter}").put(capacity::routes::set_capacity),
        at("/admin/users").get(people::admin_routes::list_users).post(people::admin_routes::create_user),
        at("/admin/users/{id}").get(people::admin_routes::get_user).patch(people::admin_routes::edit_user),
        at("/admin/users/{id}/identities/{identity}").delete(identities::routes::unlink_user_identity),
        at("/admin/users/{id}/data").get(personal_data::routes::download_user_data),
        at("/admin/users/{id}/erasure").post(personal_data::routes::erase_user),
        at("/admin/users/{id}/identities").get(identities::routes::list_user_identities),
        at("/admin/users/{id}/sessions").delete(people::admin_routes::end_user_sessions),
        at("/admin/tiers").get(tiers::routes::list_all_tiers).post(tiers::routes::create_tier),
        at("/admin/tiers/{slug}").patch(tiers::routes::edit_tier),
        at("/admin/themes").get(topics::routes::list_all_themes).post(topics::routes::create_theme),
        at("/admin/themes/{slug}").patch(topics::routes::edit_theme),
        at("/admin/narratives").get(topics::routes::list_all_narratives).post(topics::routes::create_narrative),
        at("/admin/narratives/{slug}").patch(topics::routes::edit_narrative),
        at("/admin/terms").get(terms::routes::list_all_terms).post(terms::routes::publish_terms),
        at("/admin/audit").get(audit::routes::list_audit_entries),
        at("/admin/queues").get(queues::routes::list_queues),
        at("/admin/queues/{id}/retry").post(queues::routes::retry_delivery),
    ]
}

/// What is not the API.
pub fn outside() -> Vec<Endpoint> {
    vec![
        at("/healthz/live").get(health::live),
        at("/healthz/ready").get(health::ready),
        at("/docs").get(docs::index),
        at("/docs/{file:.*}").get(docs::file),
        at("/problems/{code}").get(docs::problem),
        at("/robots.txt").get(pages::routes::robots),
        at("/sitemap.xml").get(pages::routes::sitemap),
    ]
}

/// Only in development.
pub fn development() -> Vec<Endpoint> {
    vec![
        at("/dev").get(dev::index),
        at("/dev/people.json").get(dev::people),
        at("/dev/sign-in/{email}").get(dev::sign_in),
        at("/dev/mails/{file}").get(dev::mail),
        at("/dev/mails/{file}/html").get(dev::mail_html),
    ]
}

pub fn contract() -> Endpoint {
    at("/openapi.json").get(docs::contract)
}

/// Adds them to what stands under this address.
pub fn register(config: &mut web::ServiceConfig, under: &str, endpoints: Vec<Endpoint>) {
    for endpoint in endpoints {
        let route: Arc<str> = format!("{under}{}", endpoint.path).into();
        let work = from_fn(move |request, next| requests::work(Some(Arc::clone(&route)), request, next));
        if endpoint.kept {
            config.service(endpoint.into_resource().wrap(work).wrap(from_fn(ready::fill)));
        } else {
            config.service(endpoint.into_resource().wrap(work));
        }
    }
}

fn at(path: &'static str) -> Endpoint {
    Endpoint { path, methods: Vec::new(), routes: Vec::new(), kept: false }
}

impl Endpoint {
    /// What everybody may read here is kept ready until it changes.
    fn kept(self) -> Self {
        Self { kept: true, ..self }
    }

    fn get<F: Handler<A>, A: actix_web::FromRequest + 'static>(self, handler: F) -> Self
    where
        F::Output: Responder + 'static,
    {
        // Whoever may look may ask whether there is something to look at.
        let reading =
            web::route().guard(guard::fn_guard(|context| guard::Get().check(context) || guard::Head().check(context)));
        self.add(&[Method::GET, Method::HEAD], reading.to(handler))
    }

    fn post<F: Handler<A>, A: actix_web::FromRequest + 'static>(self, handler: F) -> Self
    where
        F::Output: Responder + 'static,
    {
        self.add(&[Method::POST], web::post().to(handler))
    }

    fn put<F: Handler<A>, A: actix_web::FromRequest + 'static>(self, handler: F) -> Self
    where
        F::Output: Responder + 'static,
    {
        self.add(&[Method::PUT], web::put().to(handler))
    }

    fn patch<F: Handler<A>, A: actix_web::FromRequest + 'static>(self, handler: F) -> Self
    where
        F::Output: Responder + 'static,
    {
        self.add(&[Method::PATCH], web::patch().to(handler))
    }

    fn delete<F: Handler<A>, A: actix_web::FromRequest + 'static>(self, handler: F) -> Self
    where
        F::Output: Responder + 'static,
    {
        self.add(&[Method::DELETE], web::delete().to(handler))
    }

    fn add(mut self, methods: &[Method], route: Route) -> Self {
        self.methods.extend_from_slice(methods);
        self.routes.push(route);
        self
    }

    fn into_resource(self) -> actix_web::Resource {
        let allowed = self.methods.iter().map(Method::as_str).collect::<Vec<_>>().join(", ");
        let mut resource = web::resource(self.path);
        for route in self.routes {
            resource = resource.route(route);
        }
        resource.default_service(web::to(move || {
            let allowed = allowed.clone();
            async move { refuse_method(&allowed) }
        }))
    }
}

fn refuse_method(allowed: &str) -> HttpResponse {
    let mut response = Error::new(Code::MethodNotAllowed).detail(format!("Use one of {allowed}.")).error_response();
    if let Ok(value) = header::HeaderValue::from_str(allowed) {
        response.headers_mut().insert(header::ALLOW, value);
    }
    response
}
