//! Wire types of support.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::features::organizations::dto::OrganizationLink;
use crate::kernel::{FieldError, Fields, Slug, SupportKind, Text};
use crate::policy::Can;

/// That an organisation stands behind a project.
#[derive(Serialize, ToSchema)]
pub struct Support {
    pub id: Uuid,
    pub organization: OrganizationLink,
    pub kind: SupportKind,
    /// With the consent to quote it; without, only for the organisation's own people and staff.
    pub sentence: Option<String>,
    pub quote_consent: bool,
    /// Whether its community would use the result.
    pub would_use: bool,
    pub created_at: DateTime<Utc>,
    pub can: SupportCan,
}

#[derive(Serialize, ToSchema)]
pub struct SupportCan {
    pub end: Can,
}

/// How many support a project in one way.
#[derive(Serialize, ToSchema)]
pub struct SupportCount {
    pub kind: SupportKind,
    pub count: i64,
}

/// A page of a project's support, newest first, with what all of it comes to.
#[derive(Serialize, ToSchema)]
pub struct Supports {
    pub items: Vec<Support>,
    /// Of every kind there is, also those nobody gives.
    pub counts: Vec<SupportCount>,
    /// How many organisations would use the result.
    pub communities_served: i64,
    /// Send it as `cursor` to get what follows; `null` on the last page.
    pub next_cursor: Option<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveSupport {
    /// An organisation's slug.
    #[schema(example = "tidewater")]
    pub organization: String,
    #[schema(value_type = SupportKind)]
    pub kind: String,
    #[schema(min_length = 1, max_length = 500)]
    pub sentence: Option<String>,
    /// Whether everybody may read the sentence.
    #[serde(default)]
    pub quote_consent: bool,
    #[serde(default)]
    pub would_use: bool,
}

#[derive(Clone)]
pub struct NewSupport {
    pub organization: Slug,
    pub kind: SupportKind,
    pub sentence: Option<Text<1, 500>>,
    pub quote_consent: bool,
    pub would_use: bool,
}

impl GiveSupport {
    pub fn parse(self) -> Result<NewSupport, Vec<FieldError>> {
        let mut fields = Fields::new();
        let organization = fields.take("/organization", Slug::parse(&self.organization));
        let kind = fields.take("/kind", SupportKind::parse(&self.kind));
        let sentence = fields.take_optional("/sentence", self.sentence, |text| Text::parse(&text));
        let parsed = organization.zip(kind).zip(sentence).map(|((organization, kind), sentence)| NewSupport {
            organization,
            kind,
            sentence,
            quote_consent: self.quote_consent,
            would_use: self.would_use,
        });
        fields.finish(parsed)
    }
}
