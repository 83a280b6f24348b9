//! What a person is in an organisation.

use super::Invalid;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Commits the organisation, and says who may act for it.
    Lead,
    /// Asks, and commits up to a limit that a lead set.
    Champion,
    /// Looks after billing and the yearly ceiling; commits nothing.
    Finance,
    /// Reads.
    Viewer,
}

impl Role {
    pub const ALL: [Self; 4] = [Self::Lead, Self::Champion, Self::Finance, Self::Viewer];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Champion => "champion",
            Self::Finance => "finance",
            Self::Viewer => "viewer",
        }
    }

    pub fn parse(text: &str) -> Result<Self, Invalid> {
        Self::ALL
            .into_iter()
            .find(|role| role.as_str() == text)
            .ok_or_else(|| Invalid::malformed("A role is one of lead, champion, finance, viewer."))
    }
}
