//! Handlers of pages. What a page shows first is asked of the very handlers that answer for it in the API, so that it
//! reads the same, and comes with the page: nothing is waited for twice.

use std::time::Duration;

use actix_web::body::{BoxBody, EitherBody, MessageBody, to_bytes};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{AUTHORIZATION, CACHE_CONTROL, RETRY_AFTER};
use actix_web::middleware::{Next, from_fn};
use actix_web::{FromRequest as _, HttpMessage as _, HttpRequest, HttpResponse, web};
use anyhow::anyhow;

use super::head::{self, Frame};
use super::rules::Page;
use super::site::Site;
use super::{actions, sitemap};
use crate::app::State;
use crate::error::{Code, Error, Result};
use crate::features::ledger::dto::LedgerParams;
use crate::features::organizations::dto::OrganizationParams;
use crate::features::pledges::list_routes;
use crate::features::pledges::rules::explain::Words;
use crate::features::projects::dto::{ProjectParams, ProjectsParams};
use crate::features::{ledger, organizations, projects, stats, supports, tiers, updates};
use crate::http::caller::Caller;
use crate::http::params::{PageParams, Params};
use crate::http::problem::ForPeople;
use crate::http::ready::{self, KeptAs};
use crate::http::{requests, spa};
use crate::kernel::Slug;

/// As long as a page may wait for its first answers. Without them it asks for itself.
const PATIENCE: Duration = Duration::from_secs(1);

/// Seconds after which whoever collects pages may come again for one without its first answers.
const AGAIN: &str = "30";

/// As many of a list as the pages' program asks for (`frontend/src/api/all-pages.ts`).
const LIMIT: i64 = 100;

/// What all pages are kept under that are their own visitor's affair, since they begin alike. No address reads like it.
const OTHER: &str = "page";

/// Registered last: it answers for whatever nobody else does.
pub fn register(site: Option<web::Data<Site>>) -> impl FnOnce(&mut web::ServiceConfig) {
    move |config| {
        if let Some(site) = site {
            config.app_data(site);
        }
        let work = from_fn(|request, next| requests::work(None, request, next));
        config.default_service(web::to(show).wrap(work).wrap(from_fn(ready::fill)).wrap(from_fn(give_file_or_page)));
    }
}

/// Middleware: gives the built files, and says of anything else which page it is. What a page says follows from that
/// alone, whoever asks and whatever else stands in its address.
async fn give_file_or_page<B: MessageBody>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> std::result::Result<ServiceResponse<EitherBody<B, BoxBody>>, actix_web::Error> {
    let site = request.app_data::<web::Data<Site>>();
    if let Some(file) = site.and_then(|site| site.files.answer(request.request())) {
        return Ok(request.into_response(file).map_into_right_body());
    }
    if spa::may_be_page(request.request()) {
        request.headers_mut().remove(AUTHORIZATION);
        let page = Page::at(request.path()).address();
        request.extensions_mut().insert(KeptAs(page.unwrap_or_else(|| OTHER.to_owned())));
    }
    Ok(next.call(request).await?.map_into_left_body())
}

async fn show(app: State, request: HttpRequest) -> Result<HttpResponse> {
    let Some(site) = request.app_data::<web::Data<Site>>() else { return Err(Error::new(Code::NotFound)) };
    if !spa::may_be_page(&request) {
        return Err(Error::new(Code::NotFound));
    }
    let page = Page::at(request.path());
    let answers = match tokio::time::timeout(PATIENCE, Answers::to(&page, &app, &request)).await {
        Ok(Ok(answers)) => answers,
        Ok(Err(error)) if error.code == Code::NotFound => Answers { missing: true, ..Answers::default() },
        // A page that asks for itself is told there what is wrong, and says so.
        Ok(Err(error)) => {
            tracing::info!(code = error.code.as_str(), "a page goes without its first answers");
            Answers { unasked: true, ..Answers::default() }
        }
        Err(_) => {
            tracing::warn!("a page goes without its first answers: they took too long");
            Answers { unasked: true, ..Answers::default() }
        }
    };
    let frame = Frame { public_url: &app.public_url, words: Words(app.currency), contact: &app.contact };
    let words = head::first_words(&page, answers.first())?;
    let html = site.page(&head::render(&page, answers.first(), &frame)?, &words, &answers.element());
    let mut response = match (answers.missing, answers.unasked) {
        (true, _) => HttpResponse::NotFound(),
        (_, true) => HttpResponse::ServiceUnavailable(),
        _ => HttpResponse::Ok(),
    };
    if answers.unasked {
        response.insert_header((RETRY_AFTER, AGAIN));
    }
    response.insert_header((CACHE_CONTROL, "no-cache"));
    let mut response = response.content_type("text/html; charset=utf-8").body(html);
    response.extensions_mut().insert(ForPeople);
    Ok(response)
}

/// What the API answers to somebody who is not signed in, by the address it has there.
#[derive(Default)]
struct Answers {
    found: Vec<(String, String)>,
    /// Whether what the page is about is not there, or not public.
    missing: bool,
    /// Nobody could be asked: what came is a page for people, and nothing for whoever collects pages.
    unasked: bool,
}

impl Answers {
    /// In the order in which the page needs them; what it is about comes first.
    async fn to(page: &Page, app: &State, request: &HttpRequest) -> Result<Self> {
        let (app, request) = (|| app.clone(), || request.clone());
        let caller = || Caller::extract(&request()).into_inner();
        let whole = || Params(PageParams { limit: Some(LIMIT), cursor: None });
        let mut answers = Self::default();
        // Only who has something asked is counted: a page that is ready costs as little as a file.
        if *page != Page::Other {
            app().limits.take_look(app().origins.client(&request()))?;
        }
        match page {
            Page::Roadmap => {
                let all = Params(ProjectsParams { limit: Some(LIMIT), ..ProjectsParams::default() });
                let list = projects::routes::list_projects(app(), caller()?, all, request()).await?;
                answers.take(format!("/projects?limit={LIMIT}"), list).await?;
                answers.take("/stats".to_owned(), stats::routes::get_stats(app(), caller()?).await?).await?;
            }
            Page::Impact => {
                answers.take("/stats".to_owned(), stats::routes::get_stats(app(), caller()?).await?).await?;
            }
            Page::Membership => {
                answers.take("/tiers".to_owned(), tiers::routes::list_tiers(app(), caller()?).await?).await?;
            }
            Page::Organizations => {
                let all = Params(OrganizationParams { limit: Some(LIMIT), ..OrganizationParams::default() });
                let list = organizations::routes::list_organizations(app(), caller()?, all, request()).await?;
                answers.take(format!("/organizations?limit={LIMIT}"), list).await?;
            }
            Page::Organization(slug) => {
                let (at, path) = (format!("/organizations/{slug}"), || segment(slug));
                let one = organizations::routes::get_organization(app(), caller()?, path(), request()).await?;
                let funding =
                    list_routes::list_organization_funding(app(), caller()?, path(), whole(), request()).await?;
                answers.take(at.clone(), one).await?;
                answers.take(format!("{at}/funding?limit={LIMIT}"), funding).await?;
            }
            Page::Project(slug) => {
                let (at, path) = (format!("/projects/{slug}"), || segment(slug));
                let nobody = Params(ProjectParams::default());
                let one = projects::routes::get_project(app(), caller()?, path(), nobody, request()).await?;
                let pledges = list_routes::list_project_pledges(app(), caller()?, path(), whole(), request()).await?;
                let progress = projects::routes::get_project_progress(app(), caller()?, path()).await?;
                let supports = supports::routes::list_supports(app(), caller()?, path(), whole(), request()).await?;
                let updates = updates::routes::list_updates(app(), caller()?, path(), whole(), request()).await?;
                let lines = Params(LedgerParams { limit: Some(LIMIT), cursor: None });
                let ledger = ledger::routes::list_ledger_lines(app(), caller()?, path(), lines, request()).await?;
                answers.take(at.clone(), one).await?;
                answers.take(format!("{at}/pledges?limit={LIMIT}"), pledges).await?;
                answers.take(format!("{at}/progress"), progress).await?;
                answers.take(format!("{at}/supports?limit={LIMIT}"), supports).await?;
                answers.take(format!("{at}/updates?limit={LIMIT}"), updates).await?;
                answers.take(format!("{at}/ledger?limit={LIMIT}"), ledger).await?;
            }
            Page::Other => {}
        }
        Ok(answers)
    }

    async fn take(&mut self, address: String, answer: HttpResponse) -> Result<()> {
        let status = answer.status();
        if !status.is_success() {
            return Err(Error::internal(anyhow!("{address} answered {status} to a page")));
        }
        let body = to_bytes(answer.into_body()).await.map_err(|error| Error::internal(anyhow!("{error}")))?;
        self.found.push((address, String::from_utf8(body.into()).map_err(Error::internal)?));
        Ok(())
    }

    fn first(&self) -> Option<&str> {
        self.found.first().map(|(_, answer)| answer.as_str())
    }

    /// Read by `frontend/src/api/first-answers.ts`.
    fn element(&self) -> String {
        let members: Vec<String> =
            self.found.iter().map(|(address, answer)| format!("\"/api/v1{address}\":{answer}")).collect();
        let json = head::for_script(&members.join(","));
        format!("<script type=\"application/json\" id=\"first-answers\">{{{json}}}</script>")
    }
}

fn segment(slug: &Slug) -> web::Path<String> {
    web::Path::from(slug.as_str().to_owned())
}

/// What search engines may read; the rest is somebody's own.
pub async fn robots(app: State) -> Result<HttpResponse> {
    let sitemap = app.public_url.join("/sitemap.xml").map_err(Error::internal)?;
    let own = ["/account", "/invitations", "/pledges", "/sign-in", "/staff", "/unsubscribe"];
    let own: String = own.iter().map(|path| format!("Disallow: {path}\n")).collect();
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "public, max-age=3600"))
        .content_type("text/plain; charset=utf-8")
        .body(format!("User-agent: *\n{own}\nSitemap: {sitemap}\n")))
}

/// Every page that everybody may find.
pub async fn sitemap(app: State, caller: Caller) -> Result<HttpResponse> {
    app.limits.take_look(caller.address)?;
    let pages = actions::sitemap(&mut *app.db.read().await?).await?;
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "public, max-age=3600"))
        .content_type("application/xml; charset=utf-8")
        .body(sitemap::render(&pages, &app.public_url)?))
}
