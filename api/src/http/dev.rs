//! Development only: the mails that were sent, and the demo people, one click away.
//!
//! Registered only with `COFUND_DEV`, which starts only on loopback; a name in the `Host` header that is not loopback
//! (a page of another site that points its name here) is refused.

use std::path::{Path, PathBuf};

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use mail_parser::MessageParser;
use minijinja::value::Serde;
use minijinja::{Environment, Value, context};
use serde::Serialize;
use url::Url;

use crate::app::{App, State};
use crate::config::is_loopback;
use crate::db::{Cause, Tx};
use crate::error::{Code, Error, Result};
use crate::features::auth::{actions, store};
use crate::features::people::store as people;
use crate::kernel::{Actor, Email, OutboxId, Page};

const PAGE: &str = include_str!("dev.html");

#[derive(Clone, Debug, Serialize)]
pub struct DevPerson {
    email: String,
    name: String,
    about: String,
}

#[derive(Clone, Debug, Serialize)]
struct DevMail {
    file: String,
    to: String,
    subject: String,
    text: String,
    links: Vec<String>,
}

pub async fn index(app: State, request: HttpRequest) -> Result<HttpResponse> {
    require_loopback(&request)?;
    let mut mails: Vec<_> = files(&app)?.into_iter().filter_map(|file| read(&file)).collect();
    mails.truncate(50);
    page(&context! { people => Serde(demo_people(&app).await?), mails => Serde(mails) })
}

pub async fn people(app: State, request: HttpRequest) -> Result<HttpResponse> {
    require_loopback(&request)?;
    Ok(HttpResponse::Ok().json(demo_people(&app).await?))
}

/// A link to sign in as somebody, without the mail. The page it leads to asks for a click, like every link.
pub async fn sign_in(app: State, request: HttpRequest, email: web::Path<String>) -> Result<HttpResponse> {
    require_loopback(&request)?;
    let email = Email::parse(&email).map_err(|_| Error::new(Code::NotFound))?;
    let cause = Cause { actor: Actor::Public, request_id: None };
    let link = OutboxId::new();
    let mint = async |tx: &mut Tx| {
        let person =
            people::find_by_email(tx.conn().await?, &email).await?.ok_or_else(|| Error::new(Code::NotFound))?;
        store::put_magic_link(tx, link, person.id.into()).await
    };
    app.db.write(&cause, mint).await?;
    let address = format!("/sign-in/confirm#token={}", actions::magic_link_token(&app.keys, link));
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, address))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish())
}

pub async fn mail(app: State, request: HttpRequest, file: web::Path<String>) -> Result<HttpResponse> {
    require_loopback(&request)?;
    let mail = read(&named(&app, &file)?).ok_or_else(|| Error::new(Code::NotFound))?;
    page(&context! { mails => Serde([&mail]), open => mail.file })
}

/// The HTML part by itself, to be framed: it may style itself and do nothing else.
pub async fn mail_html(app: State, request: HttpRequest, file: web::Path<String>) -> Result<HttpResponse> {
    require_loopback(&request)?;
    let bytes = std::fs::read(named(&app, &file)?).map_err(|_| Error::new(Code::NotFound))?;
    let html = MessageParser::default()
        .parse(&bytes)
        .and_then(|message| message.body_html(0).map(|html| html.into_owned()))
        .ok_or_else(|| Error::new(Code::NotFound))?;
    Ok(HttpResponse::Ok()
        .insert_header((
            header::CONTENT_SECURITY_POLICY,
            "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
        ))
        .insert_header((header::X_FRAME_OPTIONS, "SAMEORIGIN"))
        .content_type("text/html; charset=utf-8")
        .body(html))
}

fn page(values: &Value) -> Result<HttpResponse> {
    let mut environment = Environment::new();
    environment.add_template("dev.html", PAGE).map_err(Error::internal)?;
    let html = environment.get_template("dev.html").and_then(|page| page.render(values)).map_err(Error::internal)?;
    Ok(HttpResponse::Ok()
        .insert_header((
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'",
        ))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .content_type("text/html; charset=utf-8")
        .body(html))
}

async fn demo_people(app: &App) -> Result<Vec<DevPerson>> {
    let mut connection = app.db.read().await?;
    let rows = people::list(&mut connection, None, None, &Page { limit: 100, after: None }).await?;
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let memberships = people::memberships_of(&mut connection, &ids).await?;
    let mut found: Vec<DevPerson> = rows
        .into_iter()
        .map(|row| {
            let rights = [(row.admin, "administrator"), (row.staff && !row.admin, "staff")];
            let mut about: Vec<String> =
                rights.into_iter().filter(|(has, _)| *has).map(|(_, right)| right.to_owned()).collect();
            let own = memberships.iter().filter(|membership| membership.user_id == row.id);
            about.extend(own.map(|membership| format!("{} of {}", membership.role, membership.name)));
            DevPerson { email: row.email, name: row.name, about: about.join(", ") }
        })
        .collect();
    // Whoever can do most comes first.
    found.sort_by_key(|person| (!person.about.contains("administrator"), !person.about.contains("staff")));
    Ok(found)
}

/// Mail files, the newest first.
fn files(app: &App) -> Result<Vec<PathBuf>> {
    let folder = folder(app)?;
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut found: Vec<_> = entries
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let is_mail = entry.path().extension().is_some_and(|ending| ending == "eml");
            is_mail.then_some((entry.metadata().ok()?.modified().ok()?, entry.path()))
        })
        .collect();
    found.sort_by_key(|(modified, _)| std::cmp::Reverse(*modified));
    Ok(found.into_iter().map(|(_, path)| path).collect())
}

fn named(app: &App, file: &str) -> Result<PathBuf> {
    let plain =
        file.ends_with(".eml") && file.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.');
    let path = folder(app)?.join(file);
    if plain && path.is_file() { Ok(path) } else { Err(Error::new(Code::NotFound)) }
}

fn folder(app: &App) -> Result<&Path> {
    app.dev_mails.as_deref().ok_or_else(|| Error::new(Code::NotFound))
}

fn read(path: &Path) -> Option<DevMail> {
    let bytes = std::fs::read(path).ok()?;
    let message = MessageParser::default().parse(&bytes)?;
    let text = message.body_text(0)?.into_owned();
    let links = text.lines().filter(|line| line.starts_with("http")).map(str::to_owned).collect();
    Some(DevMail {
        file: path.file_name()?.to_str()?.to_owned(),
        to: message.to()?.first()?.address()?.to_owned(),
        subject: message.subject()?.to_owned(),
        text,
        links,
    })
}

/// By the `Host` header itself: whatever else names a host, a page of another name can send.
fn require_loopback(request: &HttpRequest) -> Result<()> {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let own = host.and_then(|host| Url::parse(&format!("http://{host}")).ok()).is_some_and(|url| is_loopback(&url));
    if own { Ok(()) } else { Err(Error::new(Code::NotFound)) }
}
