//! Wire types of signing in.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::features::people::dto::Me;
use crate::kernel::{Email, FieldCode, FieldError, Fields, Invalid, Scope, Scopes, Text, own_path};

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestMagicLink {
    #[schema(example = "lead@tidewater.example")]
    pub email: String,
    /// A path to go to after signing in.
    pub return_to: Option<String>,
}

impl RequestMagicLink {
    pub fn parse(self) -> Result<(Email, Option<String>), Vec<FieldError>> {
        let mut fields = Fields::new();
        let email = fields.take("/email", Email::parse(&self.email));
        let return_to = fields.take_optional("/return_to", self.return_to, |path| own_path(&path));
        fields.finish(email.zip(return_to))
    }
}

#[derive(Serialize, ToSchema)]
pub struct MagicLinkRequested {
    /// Always true, for addresses that are known and for others.
    pub sent: bool,
    /// Seconds for which a link works.
    pub expires_in: i64,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RedeemMagicLink {
    /// What stands behind `#token=` in the link.
    pub token: String,
}

/// A session that has just begun or been renewed. The refresh cookie comes with it.
#[derive(Serialize, ToSchema)]
pub struct SessionStarted {
    pub access_token: String,
    #[schema(example = "Bearer")]
    pub token_type: &'static str,
    /// Seconds for which the access token works.
    pub expires_in: i64,
    pub user: Me,
}

#[derive(Serialize, ToSchema)]
pub struct Session {
    pub id: Uuid,
    /// How the person proved who they are.
    #[schema(example = "mail_link")]
    pub method: String,
    pub user_agent: Option<String>,
    pub created_at: DateTime<Utc>,
    /// When it was last renewed, which a used one is every few minutes.
    pub last_seen_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    /// Whether it is the one that asks.
    pub current: bool,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateToken {
    #[schema(min_length = 1, max_length = 100)]
    pub name: String,
    pub scopes: Vec<String>,
    /// At most a year from now.
    pub expires_at: DateTime<Utc>,
}

/// A token to be made.
#[derive(Clone)]
pub struct NewToken {
    pub name: Text<1, 100>,
    pub scopes: Scopes,
    pub expires_at: DateTime<Utc>,
}

impl CreateToken {
    pub fn parse(self) -> Result<NewToken, Vec<FieldError>> {
        let mut fields = Fields::new();
        let name = fields.take("/name", Text::line(&self.name));
        let too_many = || Invalid::new(FieldCode::TooLong, "A token names at most 20 scopes.");
        let scopes = if self.scopes.len() > 20 { Err(too_many()) } else { Scopes::parse(&self.scopes) };
        let scopes = fields.take("/scopes", scopes);
        let token = name.zip(scopes).map(|(name, scopes)| NewToken { name, scopes, expires_at: self.expires_at });
        fields.finish(token)
    }
}

#[derive(Serialize, ToSchema)]
pub struct Token {
    pub id: Uuid,
    pub name: String,
    pub scopes: Vec<Scope>,
    /// How the token begins, to tell it from others.
    #[schema(example = "cf_Zk3v")]
    pub hint: String,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub last_used_at: Option<DateTime<Utc>>,
}

#[derive(Serialize, ToSchema)]
pub struct TokenCreated {
    #[serde(flatten)]
    pub details: Token,
    /// The token itself. Shown this once.
    pub token: String,
}
