//! What every request can reach: made once at the start, shared by all threads.
//!
//! There is no mailer and no HTTP client here: the web side cannot send anything, it can only write into the outbox.

use std::path::PathBuf;
use std::sync::Arc;

use url::Url;

use crate::config::{CommonSettings, WebSettings};
use crate::db::Db;
use crate::features::auth::AccessJwts;
use crate::features::identities::Providers;
use crate::features::live::Hub;
use crate::features::pledges::routes::Placing;
use crate::http::limits::Limits;
use crate::http::origins::Origins;
use crate::http::ready::Shelf;
use crate::http::together::Together;
use crate::kernel::{Currency, Email};
use crate::secrets::Keys;

pub struct App {
    pub db: Db,
    pub keys: Keys,
    pub jwts: AccessJwts,
    pub public_url: Url,
    pub currency: Currency,
    pub contact: Email,
    pub origins: Origins,
    /// Who may vouch for people.
    pub providers: Providers,
    pub limits: Limits,
    /// Who watches what change.
    pub live: Arc<Hub>,
    /// What everybody may read, as bytes.
    pub ready: Shelf,
    /// Who waits to pledge to the same project.
    pub placings: Arc<Together<Placing>>,
    /// Where development mails lie, if this is development.
    pub dev_mails: Option<PathBuf>,
}

/// How handlers ask for it.
pub type State = actix_web::web::Data<App>;

impl App {
    pub fn new(
        common: &CommonSettings,
        web: &WebSettings,
        keys: Keys,
        db: Db,
        providers: Providers,
        dev_mails: Option<PathBuf>,
    ) -> Self {
        Self {
            jwts: AccessJwts::new(&keys, common.public_url.as_str().trim_end_matches('/')),
            db,
            keys,
            public_url: common.public_url.clone(),
            currency: common.currency,
            contact: web.contact.clone(),
            origins: Origins::new(&common.public_url, &web.spa_origins, &web.trusted_proxies),
            providers,
            limits: Limits::new(&web.limits),
            live: Arc::new(Hub::new(&web.limits)),
            ready: Shelf::default(),
            placings: Arc::default(),
            dev_mails,
        }
    }

    /// Whether people reach this over TLS.
    pub fn is_https(&self) -> bool {
        self.public_url.scheme() == "https"
    }
}
