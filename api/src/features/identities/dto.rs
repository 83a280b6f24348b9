//! Wire types of identities and of those who vouch for them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::kernel::{FieldError, Fields, Slug, own_path};
use crate::policy::Can;

/// Somebody who may vouch for people.
#[derive(Serialize, ToSchema)]
pub struct Provider {
    #[schema(example = "cilogon")]
    pub name: String,
    #[schema(example = "CILogon")]
    pub title: String,
    /// Where a browser goes to sign in with it; `return_to` may be added.
    #[schema(example = "/api/v1/auth/oidc/cilogon/start")]
    pub start_url: String,
}

/// A way in which you sign in.
#[derive(Serialize, ToSchema)]
pub struct Identity {
    pub id: Uuid,
    /// The provider's name, as it is configured.
    #[schema(example = "cilogon")]
    pub provider: String,
    #[schema(example = "CILogon")]
    pub title: String,
    /// Whose account it is, where the provider passes on others.
    #[schema(example = "https://idp.tidewater.example/shibboleth")]
    pub idp: Option<String>,
    /// The address it came with last: it tells identities from each other, and means nothing else.
    pub email: Option<String>,
    pub created_at: DateTime<Utc>,
    pub last_used_at: DateTime<Utc>,
    pub can: IdentityCan,
}

#[derive(Serialize, ToSchema)]
pub struct IdentityCan {
    pub unlink: Can,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkIdentity {
    #[schema(example = "cilogon")]
    pub provider: String,
    /// A path to come back to.
    pub return_to: Option<String>,
}

impl LinkIdentity {
    pub fn parse(self) -> Result<(Slug, Option<String>), Vec<FieldError>> {
        let mut fields = Fields::new();
        let provider = fields.take("/provider", Slug::parse(&self.provider));
        let return_to = fields.take_optional("/return_to", self.return_to, |path| own_path(&path));
        fields.finish(provider.zip(return_to))
    }
}

#[derive(Serialize, ToSchema)]
pub struct LinkBegun {
    /// Where the browser goes next.
    pub authorization_url: String,
}

#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct StartParams {
    /// A path to go to after signing in.
    pub return_to: Option<String>,
}

/// What a provider sends back; some add more.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CallbackParams {
    pub code: Option<String>,
    pub state: Option<String>,
    pub error: Option<String>,
    /// Who answers (RFC 9207).
    pub iss: Option<String>,
}
