//! The limit beside which reads are held: the same HTTP server library, answering with the same bytes out of memory.
//!
//! `bare --port PORT --answers FILE`: the file is JSON, for each path its `content_type`, `etag` (or null) and `body`.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use actix_web::http::header::{CONTENT_TYPE, ETAG, HeaderValue, IF_NONE_MATCH};
use actix_web::web::Bytes;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use anyhow::{Context as _, Result};
use clap::Parser;
use serde_json::Value;

#[derive(Parser)]
struct Args {
    #[arg(long)]
    port: u16,
    #[arg(long)]
    answers: PathBuf,
}

struct Answer {
    content_type: HeaderValue,
    etag: Option<HeaderValue>,
    body: Bytes,
}

type Answers = HashMap<String, Answer>;

#[actix_web::main]
async fn main() -> Result<()> {
    let args = Args::parse();
    let text = std::fs::read_to_string(&args.answers).context("cannot read the answers")?;
    let answers = Arc::new(read(&serde_json::from_str(&text)?)?);
    // As many workers as the library takes by itself, which is what Cofund does.
    HttpServer::new(move || {
        App::new().app_data(web::Data::from(Arc::clone(&answers))).default_service(web::to(answer))
    })
    .bind(("127.0.0.1", args.port))?
    .run()
    .await?;
    Ok(())
}

fn read(answers: &Value) -> Result<Answers> {
    let answers = answers.as_object().context("the answers are no object")?;
    let one = |(path, answer): (&String, &Value)| {
        let text = |name: &str| answer[name].as_str();
        let answer = Answer {
            content_type: HeaderValue::from_str(text("content_type").context("no content type")?)?,
            etag: text("etag").map(HeaderValue::from_str).transpose()?,
            body: Bytes::from(text("body").context("no body")?.to_owned()),
        };
        Ok((path.clone(), answer))
    };
    answers.iter().map(one).collect()
}

async fn answer(request: HttpRequest, answers: web::Data<Answers>) -> HttpResponse {
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    let Some(answer) = answers.get(path) else {
        return HttpResponse::NotFound().finish();
    };
    let known = request.headers().get(IF_NONE_MATCH);
    let mut response = match &answer.etag {
        Some(etag) if known == Some(etag) => HttpResponse::NotModified(),
        _ => HttpResponse::Ok(),
    };
    if let Some(etag) = &answer.etag {
        response.insert_header((ETAG, etag.clone()));
    }
    if known.is_some() && known == answer.etag.as_ref() {
        return response.finish();
    }
    response.insert_header((CONTENT_TYPE, answer.content_type.clone())).body(answer.body.clone())
}
