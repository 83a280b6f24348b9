//! Putting the web side together, and starting and stopping it.

use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use actix_cors::Cors;
use actix_web::dev::Server;
use actix_web::http::Method;
use actix_web::middleware::{Compress, from_fn};
use actix_web::{App as ActixApp, HttpServer, web};
use tokio::sync::watch;

use crate::app::{App, State};
use crate::config::{CommonSettings, MailSettings, WebSettings, providers};
use crate::db::{Db, check_schema};
use crate::error::{Code, Error};
use crate::features::identities::Providers;
use crate::features::{auth, live, pages};
use crate::hearing;
use crate::http::{headers, limits, metrics, problem, ready, request_id, requests};
use crate::kernel::Clock;
use crate::mail::Mailer;
use crate::router;
use crate::worker::Worker;

/// Everything `cofund serve` does, until it is told to stop.
pub async fn serve(
    common: CommonSettings,
    web: WebSettings,
    mail: MailSettings,
    with_worker: bool,
) -> anyhow::Result<()> {
    let keys = common.keys()?;
    // Whoever takes requests needs mail configured, even if another process sends it.
    let route = mail.route(&common, Some(web.bind))?;
    let listener = TcpListener::bind(web.bind).map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => anyhow::anyhow!("COFUND_BIND: {} is in use by another program.", web.bind),
        _ => anyhow::anyhow!("COFUND_BIND: cannot listen on {}: {error}.", web.bind),
    })?;
    if let Some(address) = web.metrics_bind {
        metrics_exporter_prometheus::PrometheusBuilder::new()
            .with_http_listener(address)
            .set_buckets(&[0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0])?
            .install()
            .map_err(|error| anyhow::anyhow!("COFUND_METRICS_BIND: cannot listen on {address}: {error}."))?;
    }
    // This one, and those that answer.
    let db = Db::for_threads(1 + web.threads(), &common.database, Clock::Database)?;
    check_schema(&mut *db.read().await?).await?;

    let (stop, stopped) = watch::channel(false);
    let worker = if with_worker {
        let worker = Worker {
            db: db.clone(),
            keys: keys.clone(),
            public_url: common.public_url.clone(),
            mailer: Mailer::new(&route, &mail.mail_from)?,
            keep: common.keep(),
        };
        let stopped = stopped.clone();
        Some(actix_web::rt::spawn(async move { worker.run(stopped).await }))
    } else {
        None
    };

    let dev_mails = common.dev.then(|| mail.mail_dir.clone());
    let providers = Providers::new(providers::configured()?)?;
    let app = State::new(App::new(&common, &web, keys, db, providers, dev_mails));
    let live = Arc::clone(&app.live);
    let server = start(app, listener, &web)?;
    tracing::info!(bind = %web.bind, public_url = %common.public_url, "ready");
    let handle = server.handle();
    let running = actix_web::rt::spawn(server);
    crate::stop::told_to_stop().await;
    tracing::info!("stopping: requests under way are finished first");
    stop.send_replace(true);
    // Streams have no end that could be waited for.
    live.close();
    handle.stop(true).await;
    running.await??;
    if let Some(worker) = worker {
        worker.await?;
    }
    Ok(())
}

/// Where the API stands.
const API: &str = "/api/v1";

/// The web side on a listener. Signals are not its business.
pub fn start(app: State, listener: TcpListener, settings: &WebSettings) -> std::io::Result<Server> {
    let site = pages::Site::open(settings.spa_dir.as_deref()).map_err(std::io::Error::other)?.map(web::Data::new);
    forget_idle_callers(&app);
    let (db, hub) = (app.db.clone(), Arc::clone(&app.live));
    actix_web::rt::spawn(async move { hearing::run(db, &hub).await });
    actix_web::rt::spawn(live::run(app.db.clone(), Arc::clone(&app.live)));
    let in_development = app.dev_mails.is_some();
    let app = Arc::new(app);
    let server = HttpServer::new(move || {
        let api = web::scope(API)
            .configure(|config| router::register(config, API, vec![router::contract()]))
            .configure(|config| router::register(config, API, router::endpoints()))
            .default_service(web::to(|| async { Err::<&str, _>(Error::new(Code::NotFound)) }))
            .wrap(from_fn(ready::serve))
            .wrap(from_fn(auth::authenticate))
            .wrap(from_fn(limits::count))
            .wrap(cors(&app));
        ActixApp::new()
            .app_data((*app).clone())
            .service(api)
            .configure(|config| router::register(config, "", router::outside()))
            .configure(|config| {
                if in_development {
                    router::register(config, "", router::development());
                }
            })
            .configure(pages::routes::register(site.clone()))
            // The last is the outermost.
            .wrap(from_fn(problem::complete))
            .wrap(Compress::default())
            .wrap(from_fn(headers::set))
            .wrap(from_fn(request_id::echo))
            .wrap(from_fn(metrics::measure))
            .wrap(from_fn(requests::log))
    })
    // A client that takes longer to say what it wants is not a client.
    .client_request_timeout(Duration::from_secs(10))
    .shutdown_timeout(settings.stop_timeout.as_secs())
    .disable_signals()
    .workers(settings.threads());
    Ok(server.listen(listener)?.run())
}

/// Pages of other origins that were configured may use the API with a session.
fn cors(app: &State) -> Cors {
    app.origins
        .pages()
        .iter()
        .fold(Cors::default(), |cors, origin| cors.allowed_origin(origin))
        .allowed_methods([Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::PATCH, Method::DELETE])
        .allowed_headers([
            "authorization",
            "content-type",
            "idempotency-key",
            "if-match",
            "if-none-match",
            "last-event-id",
            "x-request-id",
        ])
        .expose_headers([
            "etag",
            "link",
            "retry-after",
            "ratelimit",
            "ratelimit-policy",
            "x-request-id",
            "idempotent-replayed",
        ])
        .supports_credentials()
        .max_age(3600)
}

/// Keeps the memory of limits bounded by those who call now.
fn forget_idle_callers(app: &State) {
    let app = app.clone();
    actix_web::rt::spawn(async move {
        loop {
            tokio::time::sleep(Duration::from_secs(60)).await;
            app.limits.forget_idle();
        }
    });
}
