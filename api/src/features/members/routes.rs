//! Handlers of memberships.

use actix_web::{HttpResponse, web};
use uuid::Uuid;

use super::actions;
use super::dto::{AddMember, EditMember, Member};
use crate::app::State;
use crate::error::Result;
use crate::features::invitations;
use crate::features::invitations::dto::Invitation;
use crate::http::answer::{Answer, show_unversioned};
use crate::http::body::{Body, nothing};
use crate::http::caller::SignedIn;
use crate::http::etag::IfMatch;
use crate::http::list::List;
use crate::http::path::slug;
use crate::kernel::UserId;

/// The people of an organisation.
#[utoipa::path(get, path = "/organizations/{slug}/members", tag = "People of an organisation", security(("bearer" = [])),
    params(("slug" = String, Path, description = "An organisation")),
    responses((status = 200, description = "Its people, by name", body = List<Member>)))]
pub async fn list_members(app: State, me: SignedIn, path: web::Path<String>) -> Result<HttpResponse> {
    let members = actions::list(&mut *app.db.read().await?, me.actor(), &slug(&path)?).await?;
    show_unversioned(&List::whole(members))
}

/// Add somebody: staff put people in at once, a lead invites them.
#[utoipa::path(post, path = "/organizations/{slug}/members", tag = "People of an organisation", request_body = AddMember, security(("bearer" = [])),
    params(("slug" = String, Path, description = "An organisation")),
    responses((status = 201, description = "Added at once, by staff", body = Member),
        (status = 202, description = "Invited, by a lead", body = Invitation)))]
pub async fn add_member(
    app: State,
    me: SignedIn,
    path: web::Path<String>,
    body: Body<AddMember>,
) -> Result<HttpResponse> {
    let organization = slug(&path)?;
    let (new, digest) = body.parse(AddMember::parse)?;
    let at_once = me.person.acts_as_staff();
    let (app_in, mailbox, address) = (app.clone(), new.email.clone(), me.address);
    me.write(&app, "add_member", digest, async move |tx| {
        if at_once {
            let view = actions::add(tx, &organization, &new).await?;
            return Answer::created_version(view.version, &view);
        }
        let invitation = invitations::actions::invite(tx, &organization, &new).await?;
        app_in.limits.take_mail(address, &mailbox)?;
        Answer::accepted(&invitation)
    })
    .await
}

/// Change a person's role or limit. It holds at their next request.
#[utoipa::path(patch, path = "/organizations/{slug}/members/{user_id}", tag = "People of an organisation", request_body = EditMember, security(("bearer" = [])),
    params(("slug" = String, Path, description = "An organisation"), ("user_id" = Uuid, Path, description = "One of its people")),
    responses((status = 200, description = "The member, after the change", body = Member)))]
pub async fn change_member(
    app: State,
    me: SignedIn,
    path: web::Path<(String, Uuid)>,
    IfMatch(seen): IfMatch,
    body: Body<EditMember>,
) -> Result<HttpResponse> {
    let (organization, user) = (slug(&path.0)?, UserId::from(path.1));
    let (change, digest) = body.parse(EditMember::parse)?;
    me.write(&app, "change_member", digest, async move |tx| {
        let view = actions::change(tx, seen, &organization, user, &change).await?;
        Answer::ok_version(view.version, &view)
    })
    .await
}

/// Take a person out, or leave. They are out at their next request.
#[utoipa::path(delete, path = "/organizations/{slug}/members/{user_id}", tag = "People of an organisation", security(("bearer" = [])),
    params(("slug" = String, Path, description = "An organisation"), ("user_id" = Uuid, Path, description = "One of its people")),
    responses((status = 204, description = "Out")))]
pub async fn remove_member(app: State, me: SignedIn, path: web::Path<(String, Uuid)>) -> Result<HttpResponse> {
    let (organization, user) = (slug(&path.0)?, UserId::from(path.1));
    me.write(&app, "remove_member", nothing(), async move |tx| {
        actions::remove(tx, &organization, user).await?;
        Ok(Answer::no_content())
    })
    .await
}
