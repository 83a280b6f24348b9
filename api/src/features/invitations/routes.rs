//! Handlers of invitations.

use actix_web::{HttpResponse, web};
use uuid::Uuid;

use super::actions::{self, Accepted};
use super::dto::{AcceptInvitation, Invitation, InvitationPreview, PreviewInvitation};
use crate::app::State;
use crate::db::Tx;
use crate::error::{Code, Error, Result};
use crate::features::auth;
use crate::features::auth::dto::SessionStarted;
use crate::features::members::dto::AddMember;
use crate::http::answer::{Answer, show_unversioned};
use crate::http::body::{Body, nothing};
use crate::http::caller::{Caller, SignedIn};
use crate::http::list::List;
use crate::http::path::slug;
use crate::kernel::InvitationId;

/// Invitations that nobody has accepted or withdrawn.
#[utoipa::path(get, path = "/organizations/{slug}/invitations", tag = "People of an organisation", security(("bearer" = [])),
    params(("slug" = String, Path, description = "An organisation")),
    responses((status = 200, description = "Open invitations, the newest first", body = List<Invitation>)))]
pub async fn list_invitations(app: State, me: SignedIn, path: web::Path<String>) -> Result<HttpResponse> {
    let now = app.db.now();
    let invitations = actions::list(&mut *app.db.read().await?, me.actor(), &slug(&path)?, now).await?;
    show_unversioned(&List::whole(invitations))
}

/// Invite somebody by mail.
#[utoipa::path(post, path = "/organizations/{slug}/invitations", tag = "People of an organisation", request_body = AddMember, security(("bearer" = [])),
    params(("slug" = String, Path, description = "An organisation")),
    responses((status = 201, description = "Invited", body = Invitation)))]
pub async fn invite_member(
    app: State,
    me: SignedIn,
    path: web::Path<String>,
    body: Body<AddMember>,
) -> Result<HttpResponse> {
    let organization = slug(&path)?;
    let (new, digest) = body.parse(AddMember::parse)?;
    let (app_in, address) = (app.clone(), me.address);
    me.write(&app, "invite_member", digest, async move |tx| {
        let invitation = actions::invite(tx, &organization, &new).await?;
        app_in.limits.take_mail(address, &new.email)?;
        Answer::created(&invitation)
    })
    .await
}

/// Send an invitation again; it holds for another fourteen days.
#[utoipa::path(post, path = "/organizations/{slug}/invitations/{id}/resend", tag = "People of an organisation", security(("bearer" = [])),
    params(("slug" = String, Path, description = "An organisation"), ("id" = Uuid, Path, description = "An open invitation")),
    responses((status = 200, description = "On its way again", body = Invitation)))]
pub async fn resend_invitation(app: State, me: SignedIn, path: web::Path<(String, Uuid)>) -> Result<HttpResponse> {
    let (organization, id) = (slug(&path.0)?, InvitationId::from(path.1));
    let (app_in, address) = (app.clone(), me.address);
    me.write(&app, "resend_invitation", nothing(), async move |tx| {
        let (invitation, mailbox) = actions::resend(tx, &organization, id).await?;
        app_in.limits.take_mail(address, &mailbox)?;
        Answer::ok(&invitation)
    })
    .await
}

/// Withdraw an invitation. Its link stops working.
#[utoipa::path(delete, path = "/organizations/{slug}/invitations/{id}", tag = "People of an organisation", security(("bearer" = [])),
    params(("slug" = String, Path, description = "An organisation"), ("id" = Uuid, Path, description = "An open invitation")),
    responses((status = 204, description = "Withdrawn")))]
pub async fn revoke_invitation(app: State, me: SignedIn, path: web::Path<(String, Uuid)>) -> Result<HttpResponse> {
    let (organization, id) = (slug(&path.0)?, InvitationId::from(path.1));
    me.write(&app, "revoke_invitation", nothing(), async move |tx| {
        actions::revoke(tx, &organization, id).await?;
        Ok(Answer::no_content())
    })
    .await
}

/// See what an invitation offers. It stays unused.
#[utoipa::path(post, path = "/invitations/preview", tag = "Sign-in", request_body = PreviewInvitation, security((), ("bearer" = [])),
    responses((status = 200, description = "The offer", body = InvitationPreview)))]
pub async fn preview_invitation(app: State, _caller: Caller, body: Body<PreviewInvitation>) -> Result<HttpResponse> {
    let (wire, _) = body.into_parts();
    let now = app.db.now();
    let preview = actions::preview(&mut *app.db.read().await?, &app.keys, &wire.token, now).await?;
    show_unversioned(&preview)
}

/// Accept an invitation. Somebody new gets an account and is signed in; somebody who has one signs in first.
#[utoipa::path(post, path = "/invitations/accept", tag = "Sign-in", request_body = AcceptInvitation, security((), ("bearer" = [])),
    responses((status = 200, description = "Accepted; for somebody new the refresh cookie is set", body = SessionStarted)))]
pub async fn accept_invitation(app: State, caller: Caller, body: Body<AcceptInvitation>) -> Result<HttpResponse> {
    let (acceptance, _) = body.parse(AcceptInvitation::parse)?;
    let signed_in = caller.actor().person().map(|person| (person.id, person.in_session()));
    let (in_app, agent) = (app.clone(), caller.user_agent.clone());
    let accept = async move |tx: &mut Tx| actions::accept(tx, &in_app, &acceptance, agent.as_deref()).await;
    let accepted = caller.change(&app, accept).await?;
    match (accepted, signed_in) {
        (Accepted::SignedIn(session), _) => auth::routes::signed_in(&app, session).await,
        (Accepted::Joined, Some((user, Some(session)))) => auth::routes::still_signed_in(&app, user, session).await,
        (Accepted::Joined, _) => Err(Error::new(Code::SessionRequired)),
    }
}
