//! Handlers of identities. Two of them are visited by browsers on their way to a provider and back: these answer with
//! an address to go to, whatever happens, since nobody can read a problem document in a window.

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse, web};
use url::{Url, form_urlencoded};
use uuid::Uuid;

use super::actions::{self, Arrived};
use super::dto::{CallbackParams, Identity, LinkBegun, LinkIdentity, Provider as View, StartParams};
use super::flow::{self, Flow};
use crate::app::{App, State};
use crate::config::providers::Provider;
use crate::db::Tx;
use crate::error::{Code, Error, Result};
use crate::features::auth::cookie;
use crate::http::answer::{Answer, show_unversioned};
use crate::http::body::{Body, nothing};
use crate::http::caller::{Caller, SignedIn, detached};
use crate::http::list::List;
use crate::http::params::Params;
use crate::http::problem::ForPeople;
use crate::kernel::{IdentityId, UserId, own_path};

/// Who may vouch for people, beside their mailbox.
#[utoipa::path(get, path = "/auth/providers", tag = "Sign-in", security((), ("bearer" = [])),
    responses((status = 200, description = "Providers, as they are configured", body = List<View>)))]
pub async fn list_providers(app: State, _caller: Caller) -> Result<HttpResponse> {
    let view = |provider: &Provider| View {
        name: provider.name.to_string(),
        title: provider.title.clone(),
        start_url: format!("/api/v1/auth/oidc/{}/start", provider.name),
    };
    show_unversioned(&List::whole(app.providers.all().iter().map(view).collect()))
}

/// Go to a provider to sign in. For browsers: they are sent on, or to a page that says why not.
#[utoipa::path(get, path = "/auth/oidc/{provider}/start", tag = "Sign-in", security((), ("bearer" = [])),
    params(("provider" = String, Path, description = "A provider's name"), StartParams),
    responses((status = 303, description = "To the provider, or to the page to sign in")))]
pub async fn start_sign_in(
    app: State,
    _caller: Caller,
    name: web::Path<String>,
    params: Params<StartParams>,
) -> Result<HttpResponse> {
    let provider = find(&app, &name)?;
    let begun = async {
        let return_to = params.0.return_to.map(|path| own_path(&path)).transpose();
        let return_to = return_to.map_err(|_| Error::new(Code::SignInOver))?;
        let flow = Flow::begin(&provider.name, return_to, None, app.db.now());
        let address = app.providers.begin(provider, &flow, &back(&app, provider)?).await?;
        Ok((flow, address))
    };
    match begun.await {
        Ok((flow, address)) => Ok(go(&app, address.as_str(), Some(&flow))),
        Err(error) => Ok(go(&app, &page(&app, "/sign-in", &[("problem", as_code(&error))])?, None)),
    }
}

/// Come back from a provider. For browsers: they are signed in and sent on, or sent to a page that says why not.
#[utoipa::path(get, path = "/auth/oidc/{provider}/callback", tag = "Sign-in", security((), ("bearer" = [])),
    params(("provider" = String, Path, description = "A provider's name"), CallbackParams),
    responses((status = 303, description = "To where the sign-in began, or to a page that says what went wrong")))]
pub async fn finish_sign_in(
    app: State,
    caller: Caller,
    name: web::Path<String>,
    params: web::Query<CallbackParams>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let provider = find(&app, &name)?;
    let state = params.state.as_deref().unwrap_or_default();
    let kept = request.cookie(cookie_name(&app)).map(|cookie| cookie.value().to_owned()).unwrap_or_default();
    let Some(flow) = Flow::open(&app.keys, &kept, &provider.name, state, app.db.now()) else {
        // Not this browser's, too late, or a second time.
        return Ok(go(&app, &page(&app, "/sign-in", &[("problem", Code::SignInOver.as_str())])?, None));
    };
    let failed_at = if flow.linking.is_some() { "/account" } else { "/sign-in" };
    let return_to = flow.return_to.clone();
    match arrive(&app, caller, provider.clone(), flow, params.into_inner()).await {
        Ok(Arrived::SignedIn(session)) => {
            let to: Vec<(&str, &str)> = return_to.iter().map(|path| ("return_to", path.as_str())).collect();
            let mut response = go(&app, &page(&app, "/sign-in/done", &to)?, None);
            response.add_cookie(&cookie::set(&app, session.refresh_token)).map_err(Error::internal)?;
            Ok(response)
        }
        Ok(Arrived::Linked) => Ok(go(&app, &page(&app, return_to.as_deref().unwrap_or("/account"), &[])?, None)),
        Err(error) => Ok(go(&app, &page(&app, failed_at, &[("problem", as_code(&error))])?, None)),
    }
}

async fn arrive(
    app: &State,
    caller: Caller,
    provider: Provider,
    flow: Flow,
    params: CallbackParams,
) -> Result<Arrived> {
    if let Some(error) = params.error {
        let error: String = error.chars().take(64).collect();
        tracing::info!(provider = %provider.name, error, "a provider refused a sign-in");
        return Err(Error::new(Code::SignInDeclined));
    }
    let code = params.code.ok_or_else(|| Error::new(Code::SignInOver))?;
    let (app, back, now) = (app.clone(), back(app, &provider)?, app.db.now());
    detached(async move {
        let vouched = app.providers.finish(&provider, &flow, code, &back, now).await?;
        if params.iss.is_some_and(|iss| iss != vouched.issuer) {
            return Err(Error::new(Code::ProviderNotBelieved));
        }
        let linking = flow.linking.map(|(user, session)| (user.into(), session.into()));
        let agent = caller.user_agent.as_deref();
        let work = async |tx: &mut Tx| actions::arrive(tx, &app, &provider.name, &vouched, linking, agent).await;
        app.db.write(&caller.cause, work).await
    })
    .await
}

/// The ways in which you sign in, beside your mailbox.
#[utoipa::path(get, path = "/me/identities", tag = "Account", security(("bearer" = [])),
    responses((status = 200, description = "Identities, the first one first", body = List<Identity>)))]
pub async fn list_my_identities(app: State, me: SignedIn) -> Result<HttpResponse> {
    let identities = actions::list_mine(&mut *app.db.read().await?, me.actor(), &app.providers).await?;
    show_unversioned(&List::whole(identities))
}

/// Begin to add a way in. The browser goes to the address in the answer, and comes back signed in as before.
#[utoipa::path(post, path = "/me/identities", tag = "Account", request_body = LinkIdentity, security(("bearer" = [])),
    responses((status = 200, description = "Where to go; a cookie knows what for", body = LinkBegun)))]
pub async fn link_identity(app: State, me: SignedIn, body: Body<LinkIdentity>) -> Result<HttpResponse> {
    let asked_by = actions::may_link(me.actor())?;
    let ((name, return_to), _) = body.parse(LinkIdentity::parse)?;
    let provider = find(&app, name.as_str())?;
    let flow = Flow::begin(&provider.name, return_to, Some(asked_by), app.db.now());
    let address = app.providers.begin(provider, &flow, &back(&app, provider)?).await?;
    let begun = LinkBegun { authorization_url: address.into() };
    Ok(HttpResponse::Ok().cookie(keep(&app, flow.seal(&app.keys))).json(begun))
}

/// Take a way in away.
#[utoipa::path(delete, path = "/me/identities/{id}", tag = "Account", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "An identity of yours")),
    responses((status = 204, description = "Taken away")))]
pub async fn unlink_identity(app: State, me: SignedIn, id: web::Path<Uuid>) -> Result<HttpResponse> {
    let identity = IdentityId::from(*id);
    me.write(&app, "unlink_identity", nothing(), async move |tx| {
        actions::unlink(tx, identity).await?;
        Ok(Answer::no_content())
    })
    .await
}

/// The ways in which a person signs in.
#[utoipa::path(get, path = "/admin/users/{id}/identities", tag = "Administration", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "A person")),
    responses((status = 200, description = "Identities, the first one first", body = List<Identity>)))]
pub async fn list_user_identities(app: State, me: SignedIn, id: web::Path<Uuid>) -> Result<HttpResponse> {
    let (conn, user) = (&mut *app.db.read().await?, UserId::from(*id));
    show_unversioned(&List::whole(actions::list_of_user(conn, me.actor(), user, &app.providers).await?))
}

/// Take a way in away from a person, which somebody else may have put there.
#[utoipa::path(delete, path = "/admin/users/{id}/identities/{identity}", tag = "Administration",
    security(("bearer" = [])), params(
        ("id" = Uuid, Path, description = "A person"),
        ("identity" = Uuid, Path, description = "An identity of theirs"),
    ),
    responses((status = 204, description = "Taken away")))]
pub async fn unlink_user_identity(app: State, me: SignedIn, path: web::Path<(Uuid, Uuid)>) -> Result<HttpResponse> {
    let (user, identity) = (UserId::from(path.0), IdentityId::from(path.1));
    me.write(&app, "unlink_user_identity", nothing(), async move |tx| {
        actions::unlink_of_user(tx, user, identity).await?;
        Ok(Answer::no_content())
    })
    .await
}

fn find<'a>(app: &'a App, name: &str) -> Result<&'a Provider> {
    app.providers.find(name).ok_or_else(|| Error::new(Code::NotFound))
}

/// Where a provider sends people back to. Operators register it there.
fn back(app: &App, provider: &Provider) -> Result<Url> {
    app.public_url.join(&format!("/api/v1/auth/oidc/{}/callback", provider.name)).map_err(Error::internal)
}

/// A page of ours, with what it is told in its fragment, which no log holds.
fn page(app: &App, path: &str, said: &[(&str, &str)]) -> Result<String> {
    let mut page = app.public_url.join(path).map_err(Error::internal)?;
    if !said.is_empty() {
        page.set_fragment(Some(&form_urlencoded::Serializer::new(String::new()).extend_pairs(said).finish()));
    }
    Ok(page.into())
}

/// What the page is told. What lies behind it is for the log: nobody else hears of it.
fn as_code(error: &Error) -> &'static str {
    if let Some(cause) = error.cause() {
        tracing::error!(code = error.code.as_str(), cause = format!("{cause:#}"), "a sign-in failed");
    }
    error.code.as_str()
}

/// Sends the browser on. What it kept of a sign-in is replaced, or forgotten: it serves once.
fn go(app: &App, address: &str, flow: Option<&Flow>) -> HttpResponse {
    let kept = flow.map_or_else(|| forget(app), |flow| keep(app, flow.seal(&app.keys)));
    let mut response = HttpResponse::SeeOther();
    let mut response = response.insert_header((LOCATION, address)).cookie(kept).finish();
    response.extensions_mut().insert(ForPeople);
    response
}

fn cookie_name(app: &App) -> &'static str {
    if app.is_https() { "__Host-cofund_sign_in" } else { "cofund_sign_in" }
}

fn keep(app: &App, sealed: String) -> Cookie<'static> {
    build(app, sealed, Duration::seconds(flow::LIFETIME.num_seconds()))
}

fn forget(app: &App) -> Cookie<'static> {
    build(app, String::new(), Duration::ZERO)
}

/// Lax: the browser brings it when a provider's page sends it back here.
fn build(app: &App, value: String, age: Duration) -> Cookie<'static> {
    Cookie::build(cookie_name(app), value)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(app.is_https())
        .max_age(age)
        .finish()
}
