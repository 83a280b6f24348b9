//! The refresh cookie: out of reach of scripts, sent only by our own pages, and on https bound to this very host.

use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite, time::Duration};

use crate::app::App;

const PLAIN: &str = "cofund_refresh";
/// Browsers take a cookie of this prefix only with Secure, Path=/ and no Domain.
const BOUND: &str = "__Host-cofund_refresh";

fn name(app: &App) -> &'static str {
    if app.is_https() { BOUND } else { PLAIN }
}

pub fn read(app: &App, request: &HttpRequest) -> Option<String> {
    request.cookie(name(app)).map(|cookie| cookie.value().to_owned())
}

pub fn set(app: &App, token: String) -> Cookie<'static> {
    build(app, token, Duration::days(super::rules::IDLE.num_days()))
}

pub fn clear(app: &App) -> Cookie<'static> {
    build(app, String::new(), Duration::ZERO)
}

fn build(app: &App, value: String, age: Duration) -> Cookie<'static> {
    Cookie::build(name(app), value)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(app.is_https())
        .max_age(age)
        .finish()
}
