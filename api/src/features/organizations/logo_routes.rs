//! Handlers of logos.

use std::pin::Pin;

use actix_web::http::header::{self, HeaderValue};
use actix_web::{FromRequest, HttpRequest, HttpResponse, dev::Payload, web};

use super::dto::{Organization, PictureFile};
use super::logo;
use super::logo_actions as actions;
use crate::app::State;
use crate::error::{Code, Error, Result};
use crate::http::answer::Answer;
use crate::http::body::{nothing, read};
use crate::http::caller::{Caller, SignedIn};
use crate::http::path::slug;
use crate::secrets::sha256;

/// The bytes of a picture, of a kind we read, and not too many.
pub struct Picture(Vec<u8>);

impl FromRequest for Picture {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let known = ["image/png", "image/jpeg", "image/webp"];
        let kind = request.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default();
        let is_known = known.iter().any(|known| known.as_bytes().eq_ignore_ascii_case(kind));
        let bytes = read(request, payload.take(), logo::LIMIT);
        Box::pin(
            async move { if is_known { bytes.await.map(Self) } else { Err(Error::new(Code::MediaTypeUnsupported)) } },
        )
    }
}

/// An organisation's logo.
#[utoipa::path(get, path = "/organizations/{slug}/logo", tag = "Organisations", security((), ("bearer" = [])),
    params(("slug" = String, Path, description = "An organisation"), ("v" = Option<String>, Query, description = "Which one, as `logo_url` says; with it the answer may be kept for ever")),
    responses((status = 200, description = "The logo", body = PictureFile, content_type = "image/png")))]
pub async fn get_logo(
    app: State,
    _caller: Caller,
    path: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let (png, digest) = actions::get(&mut *app.db.read().await?, &slug(&path)?).await?;
    // Only what was asked for by its digest stays what it is.
    let named = digest.is_some_and(|digest| request.query_string() == format!("v={digest}"));
    let keep = if named { "public, max-age=31536000, immutable" } else { "public, max-age=60" };
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, keep))
        .insert_header((header::CONTENT_SECURITY_POLICY, "default-src 'none'"))
        .content_type("image/png")
        .body(png))
}

/// Set the logo. It is made at most 512 pixels wide and high, and kept as PNG.
#[utoipa::path(post, path = "/organizations/{slug}/logo", tag = "Organisations", security(("bearer" = [])),
    params(("slug" = String, Path, description = "An organisation")),
    request_body(content((PictureFile = "image/png"), (PictureFile = "image/jpeg"), (PictureFile = "image/webp")), description = "A picture of at most 256 KiB"),
    responses((status = 200, description = "The organisation, with its new logo", body = Organization)))]
pub async fn set_logo(app: State, me: SignedIn, path: web::Path<String>, picture: Picture) -> Result<HttpResponse> {
    let organization = slug(&path)?;
    let digest = sha256(&picture.0);
    actions::require(&mut *app.db.read().await?, me.actor(), &organization).await?;
    let png = actions::reencode(picture.0).await?;
    me.write(&app, "set_logo", digest, async move |tx| {
        let view = actions::set(tx, &organization, &png).await?;
        Answer::ok_version(view.version, &view)
    })
    .await
}

/// Remove the logo.
#[utoipa::path(delete, path = "/organizations/{slug}/logo", tag = "Organisations", security(("bearer" = [])),
    params(("slug" = String, Path, description = "An organisation")),
    responses((status = 204, description = "Removed, or there was none")))]
pub async fn remove_logo(app: State, me: SignedIn, path: web::Path<String>) -> Result<HttpResponse> {
    let organization = slug(&path)?;
    me.write(&app, "remove_logo", nothing(), async move |tx| {
        actions::remove(tx, &organization).await?;
        Ok(Answer::no_content())
    })
    .await
}
