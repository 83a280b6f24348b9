//! Wire types of the terms.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::kernel::{FieldError, Fields, TermsVersion, Text};

/// What a pledge accepts.
#[derive(Serialize, ToSchema)]
pub struct Terms {
    #[schema(example = "2026-11")]
    pub version: String,
    pub title: String,
    /// Markdown.
    pub body: String,
    /// The same, rendered and safe.
    pub body_html: String,
    pub published_at: DateTime<Utc>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishTerms {
    /// A year and a month, and a number if there is more than one
    #[schema(example = "2026-11", max_length = 20)]
    pub version: String,
    #[schema(min_length = 1, max_length = 200)]
    pub title: String,
    /// Markdown.
    #[schema(min_length = 1, max_length = 50000)]
    pub body: String,
}

#[derive(Clone)]
pub struct NewTerms {
    pub version: TermsVersion,
    pub title: Text<1, 200>,
    pub body: Text<1, 50_000>,
}

impl PublishTerms {
    pub fn parse(self) -> Result<NewTerms, Vec<FieldError>> {
        let mut fields = Fields::new();
        let version = fields.take("/version", TermsVersion::parse(&self.version));
        let title = fields.take("/title", Text::line(&self.title));
        let body = fields.take("/body", Text::parse(&self.body));
        let terms = (|| Some(NewTerms { version: version?, title: title?, body: body? }))();
        fields.finish(terms)
    }
}
