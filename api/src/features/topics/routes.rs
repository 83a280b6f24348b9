//! Handlers of topics: an address for each kind, one implementation behind both.

use actix_web::{HttpResponse, web};

use super::actions;
use super::dto::{CreateTopic, EditTopic, Topic, TopicKind};
use crate::app::State;
use crate::error::Result;
use crate::http::answer::{Answer, show_unversioned};
use crate::http::body::Body;
use crate::http::caller::{Caller, SignedIn};
use crate::http::etag::IfMatch;
use crate::http::list::List;
use crate::http::path::slug;

/// The themes in use.
#[utoipa::path(get, path = "/themes", tag = "Roadmap", security((), ("bearer" = [])),
    responses((status = 200, description = "Themes, in the order staff gave them", body = List<Topic>)))]
pub async fn list_themes(app: State, caller: Caller) -> Result<HttpResponse> {
    show_list(&app, &caller, TopicKind::Theme).await
}

/// All themes, the archived ones too.
#[utoipa::path(get, path = "/admin/themes", tag = "Administration", security(("bearer" = [])),
    responses((status = 200, description = "Themes, in the order staff gave them", body = List<Topic>)))]
pub async fn list_all_themes(app: State, me: SignedIn) -> Result<HttpResponse> {
    show_all(&app, &me, TopicKind::Theme).await
}

/// Make a new theme.
#[utoipa::path(post, path = "/admin/themes", tag = "Administration", request_body = CreateTopic, security(("bearer" = [])),
    responses((status = 201, description = "Made", body = Topic)))]
pub async fn create_theme(app: State, me: SignedIn, body: Body<CreateTopic>) -> Result<HttpResponse> {
    create(&app, &me, TopicKind::Theme, "create_theme", body).await
}

/// Change a theme, archive it, or use it again.
#[utoipa::path(patch, path = "/admin/themes/{slug}", tag = "Administration", request_body = EditTopic, security(("bearer" = [])),
    params(("slug" = String, Path, description = "A theme")),
    responses((status = 200, description = "The theme, after the change", body = Topic)))]
pub async fn edit_theme(
    app: State,
    me: SignedIn,
    path: web::Path<String>,
    seen: IfMatch,
    body: Body<EditTopic>,
) -> Result<HttpResponse> {
    edit(&app, &me, TopicKind::Theme, "edit_theme", &path, seen, body).await
}

/// The narratives in use.
#[utoipa::path(get, path = "/narratives", tag = "Roadmap", security((), ("bearer" = [])),
    responses((status = 200, description = "Narratives, in the order staff gave them", body = List<Topic>)))]
pub async fn list_narratives(app: State, caller: Caller) -> Result<HttpResponse> {
    show_list(&app, &caller, TopicKind::Narrative).await
}

/// All narratives, the archived ones too.
#[utoipa::path(get, path = "/admin/narratives", tag = "Administration", security(("bearer" = [])),
    responses((status = 200, description = "Narratives, in the order staff gave them", body = List<Topic>)))]
pub async fn list_all_narratives(app: State, me: SignedIn) -> Result<HttpResponse> {
    show_all(&app, &me, TopicKind::Narrative).await
}

/// Make a new narrative.
#[utoipa::path(post, path = "/admin/narratives", tag = "Administration", request_body = CreateTopic, security(("bearer" = [])),
    responses((status = 201, description = "Made", body = Topic)))]
pub async fn create_narrative(app: State, me: SignedIn, body: Body<CreateTopic>) -> Result<HttpResponse> {
    create(&app, &me, TopicKind::Narrative, "create_narrative", body).await
}

/// Change a narrative, archive it, or use it again.
#[utoipa::path(patch, path = "/admin/narratives/{slug}", tag = "Administration", request_body = EditTopic, security(("bearer" = [])),
    params(("slug" = String, Path, description = "A narrative")),
    responses((status = 200, description = "The narrative, after the change", body = Topic)))]
pub async fn edit_narrative(
    app: State,
    me: SignedIn,
    path: web::Path<String>,
    seen: IfMatch,
    body: Body<EditTopic>,
) -> Result<HttpResponse> {
    edit(&app, &me, TopicKind::Narrative, "edit_narrative", &path, seen, body).await
}

async fn show_list(app: &State, caller: &Caller, kind: TopicKind) -> Result<HttpResponse> {
    let topics = actions::list(&mut *app.db.read().await?, caller.actor(), kind).await?;
    show_unversioned(&List::whole(topics))
}

async fn show_all(app: &State, me: &SignedIn, kind: TopicKind) -> Result<HttpResponse> {
    let topics = actions::list_all(&mut *app.db.read().await?, me.actor(), kind).await?;
    show_unversioned(&List::whole(topics))
}

async fn create(
    app: &State,
    me: &SignedIn,
    kind: TopicKind,
    operation: &'static str,
    body: Body<CreateTopic>,
) -> Result<HttpResponse> {
    let (new, digest) = body.parse(CreateTopic::parse)?;
    me.write(app, operation, digest, async move |tx| {
        let view = actions::create(tx, kind, &new).await?;
        Answer::created_version(view.version, &view)
    })
    .await
}

async fn edit(
    app: &State,
    me: &SignedIn,
    kind: TopicKind,
    operation: &'static str,
    path: &str,
    IfMatch(seen): IfMatch,
    body: Body<EditTopic>,
) -> Result<HttpResponse> {
    let topic = slug(path)?;
    let (change, digest) = body.parse(EditTopic::parse)?;
    me.write(app, operation, digest, async move |tx| {
        let view = actions::edit(tx, kind, seen, &topic, &change).await?;
        Answer::ok_version(view.version, &view)
    })
    .await
}
