//! Wire types of updates.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::kernel::{FieldError, Fields, Text, UpdateKind};

/// Whom every update is from.
pub const AUTHOR: &str = "2i2c staff";

/// News of a project.
#[derive(Serialize, ToSchema)]
pub struct Update {
    pub id: Uuid,
    pub kind: UpdateKind,
    pub title: String,
    /// Markdown; beside it the same, rendered and safe.
    pub body: String,
    pub body_html: String,
    #[schema(example = "2i2c staff")]
    pub author: &'static str,
    pub created_at: DateTime<Utc>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PostUpdate {
    #[schema(value_type = UpdateKind)]
    pub kind: String,
    #[schema(min_length = 1, max_length = 200)]
    pub title: String,
    /// Markdown.
    #[schema(min_length = 1, max_length = 20000)]
    pub body: String,
}

#[derive(Clone)]
pub struct NewUpdate {
    pub kind: UpdateKind,
    pub title: Text<1, 200>,
    pub body: Text<1, 20000>,
}

impl PostUpdate {
    pub fn parse(self) -> Result<NewUpdate, Vec<FieldError>> {
        let mut fields = Fields::new();
        let kind = fields.take("/kind", UpdateKind::parse(&self.kind));
        let title = fields.take("/title", Text::line(&self.title));
        let body = fields.take("/body", Text::parse(&self.body));
        fields.finish(kind.zip(title).zip(body).map(|((kind, title), body)| NewUpdate { kind, title, body }))
    }
}
