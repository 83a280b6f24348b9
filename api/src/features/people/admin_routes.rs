//! Handlers of staff's pages about people.

use actix_web::{HttpRequest, HttpResponse, web};
use uuid::Uuid;

use super::admin_actions as actions;
use super::dto::{CreateUser, EditUser, User, UserParams};
use crate::app::State;
use crate::error::Result;
use crate::http::answer::{self, Answer};
use crate::http::body::{Body, nothing};
use crate::http::caller::SignedIn;
use crate::http::etag::IfMatch;
use crate::http::list::{List, Listing};
use crate::http::params::Params;
use crate::kernel::UserId;

/// People, by name.
#[utoipa::path(get, path = "/admin/users", tag = "Administration", params(UserParams), security(("bearer" = [])),
    responses((status = 200, description = "A page of people", body = List<User>)))]
pub async fn list_users(
    app: State,
    me: SignedIn,
    params: Params<UserParams>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let Params(params) = params;
    let q = params.q.as_deref().unwrap_or_default();
    let staff = params.staff.map(|staff| staff.to_string()).unwrap_or_default();
    let listing = Listing::new("users", &[("q", q), ("staff", &staff)]);
    let page = listing.page(params.limit, params.cursor.as_deref())?;
    let q = Some(q).filter(|q| !q.trim().is_empty());
    let (items, next) = actions::list(&mut *app.db.read().await?, me.actor(), q, params.staff, &page).await?;
    listing.show(&request, items, next)
}

/// Make an account. Making staff takes an administrator.
#[utoipa::path(post, path = "/admin/users", tag = "Administration", request_body = CreateUser, security(("bearer" = [])),
    responses((status = 201, description = "Made", body = User)))]
pub async fn create_user(app: State, me: SignedIn, body: Body<CreateUser>) -> Result<HttpResponse> {
    let (new, digest) = body.parse(CreateUser::parse)?;
    me.write(&app, "create_user", digest, async move |tx| {
        let view = actions::create(tx, &new).await?;
        Answer::created_version(view.version, &view)
    })
    .await
}

/// One person.
#[utoipa::path(get, path = "/admin/users/{id}", tag = "Administration", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "A person")),
    responses((status = 200, description = "The person", body = User)))]
pub async fn get_user(app: State, me: SignedIn, id: web::Path<Uuid>, request: HttpRequest) -> Result<HttpResponse> {
    let view = actions::get(&mut *app.db.read().await?, me.actor(), UserId::from(*id)).await?;
    answer::show(&request, view.version, &view)
}

/// Change an account: name, address, rights, or whether it may sign in. Whoever is disabled is out at once.
#[utoipa::path(patch, path = "/admin/users/{id}", tag = "Administration", request_body = EditUser, security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "A person")),
    responses((status = 200, description = "The person, after the change", body = User)))]
pub async fn edit_user(
    app: State,
    me: SignedIn,
    id: web::Path<Uuid>,
    IfMatch(seen): IfMatch,
    body: Body<EditUser>,
) -> Result<HttpResponse> {
    let (change, digest) = body.parse(EditUser::parse)?;
    let id = UserId::from(*id);
    me.write(&app, "edit_user", digest, async move |tx| {
        let view = actions::edit(tx, seen, id, &change).await?;
        Answer::ok_version(view.version, &view)
    })
    .await
}

/// Sign a person out everywhere.
#[utoipa::path(delete, path = "/admin/users/{id}/sessions", tag = "Administration", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "A person")),
    responses((status = 204, description = "All sessions ended")))]
pub async fn end_user_sessions(app: State, me: SignedIn, id: web::Path<Uuid>) -> Result<HttpResponse> {
    let id = UserId::from(*id);
    me.write(&app, "end_user_sessions", nothing(), async move |tx| {
        actions::end_sessions(tx, id).await?;
        Ok(Answer::no_content())
    })
    .await
}
