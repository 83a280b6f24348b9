//! Wire types of topics.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::kernel::{FieldError, Fields, Slug, Text, parse_position};
use crate::policy::Can;

/// Which of the two; the address says it, so no body carries it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopicKind {
    /// What a project is about: every one has exactly one.
    Theme,
    /// A story that several projects tell together.
    Narrative,
}

impl TopicKind {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Narrative => "narrative",
        }
    }
}

/// A theme or a narrative.
#[derive(Serialize, ToSchema)]
pub struct Topic {
    #[schema(example = "knowledge-sharing")]
    pub slug: String,
    pub name: String,
    /// A sentence or two, plain.
    pub summary: String,
    /// Where it stands among the others, the smallest first.
    pub position: i32,
    /// Not given to projects any more.
    pub archived: bool,
    pub version: i32,
    pub can: TopicCan,
}

#[derive(Serialize, ToSchema)]
pub struct TopicCan {
    pub edit: Can,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateTopic {
    #[schema(min_length = 1, max_length = 100)]
    pub name: String,
    /// Without one it is made from the name.
    pub slug: Option<String>,
    #[serde(default)]
    #[schema(max_length = 500)]
    pub summary: String,
    #[serde(default)]
    #[schema(minimum = 0, maximum = 1000)]
    pub position: i32,
}

/// Everything about a topic but its life.
#[derive(Clone)]
pub struct NewTopic {
    pub name: Text<1, 100>,
    pub slug: Slug,
    pub summary: Text<0, 500>,
    pub position: i32,
}

impl CreateTopic {
    pub fn parse(self) -> Result<NewTopic, Vec<FieldError>> {
        let mut fields = Fields::new();
        let name = fields.take("/name", Text::<1, 100>::line(&self.name));
        let slug = match (&self.slug, &name) {
            (Some(slug), _) => fields.take("/slug", Slug::parse(slug)),
            (None, Some(name)) => fields.take("/slug", Slug::from_name(name.as_str())),
            (None, None) => None,
        };
        let summary = fields.take("/summary", Text::line(&self.summary));
        let position = fields.take("/position", parse_position(self.position));
        let topic = (|| Some(NewTopic { name: name?, slug: slug?, summary: summary?, position: position? }))();
        fields.finish(topic)
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditTopic {
    #[schema(min_length = 1, max_length = 100)]
    pub name: Option<String>,
    pub slug: Option<String>,
    #[schema(max_length = 500)]
    pub summary: Option<String>,
    #[schema(minimum = 0, maximum = 1000)]
    pub position: Option<i32>,
    pub archived: Option<bool>,
}

#[derive(Clone)]
pub struct TopicChange {
    pub name: Option<Text<1, 100>>,
    pub slug: Option<Slug>,
    pub summary: Option<Text<0, 500>>,
    pub position: Option<i32>,
    pub archived: Option<bool>,
}

impl EditTopic {
    pub fn parse(self) -> Result<TopicChange, Vec<FieldError>> {
        let mut fields = Fields::new();
        let name = fields.take_optional("/name", self.name, |name| Text::line(&name));
        let slug = fields.take_optional("/slug", self.slug, |slug| Slug::parse(&slug));
        let summary = fields.take_optional("/summary", self.summary, |summary| Text::line(&summary));
        let position = fields.take_optional("/position", self.position, parse_position);
        let change = (|| {
            Some(TopicChange {
                name: name?,
                slug: slug?,
                summary: summary?,
                position: position?,
                archived: self.archived,
            })
        })();
        fields.finish(change)
    }
}
