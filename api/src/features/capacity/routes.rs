//! Handlers of capacity.

use actix_web::{HttpResponse, web};

use super::actions;
use super::dto::{Capacity, QuarterHours, SetCapacity};
use super::rules::Quarter;
use crate::app::State;
use crate::error::{Code, Error, Result};
use crate::http::answer::{Answer, show_unversioned};
use crate::http::body::Body;
use crate::http::caller::SignedIn;

/// How many hours there are in a quarter, and what funded work takes.
#[utoipa::path(get, path = "/admin/capacity", tag = "Administration", security(("bearer" = [])),
    responses((status = 200, description = "This quarter, and those recorded", body = Capacity)))]
pub async fn get_capacity(app: State, me: SignedIn) -> Result<HttpResponse> {
    let (actor, now) = (me.actor(), app.db.now());
    show_unversioned(&app.db.snapshot(async |conn| actions::get(conn, actor, now).await).await?)
}

/// Record how many hours a quarter has.
#[utoipa::path(put, path = "/admin/capacity/{quarter}", tag = "Administration", request_body = SetCapacity, security(("bearer" = [])),
    params(("quarter" = String, Path, description = "A quarter, such as `2027-Q1`")),
    responses((status = 200, description = "The quarter, as recorded", body = QuarterHours)))]
pub async fn set_capacity(
    app: State,
    me: SignedIn,
    path: web::Path<String>,
    body: Body<SetCapacity>,
) -> Result<HttpResponse> {
    // What is no quarter names nothing.
    let quarter = Quarter::parse(&path).map_err(|_| Error::new(Code::NotFound))?;
    let (hours, digest) = body.parse(SetCapacity::parse)?;
    me.write(&app, "set_capacity", digest, async move |tx| Answer::ok(&actions::set(tx, quarter, hours).await?)).await
}
