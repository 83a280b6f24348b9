//! The languages the product speaks.

use super::Invalid;

#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    En,
    Es,
    Fr,
}

impl Language {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
            Self::Fr => "fr",
        }
    }

    pub fn parse(text: &str) -> Result<Self, Invalid> {
        [Self::En, Self::Es, Self::Fr]
            .into_iter()
            .find(|language| language.as_str() == text)
            .ok_or_else(|| Invalid::malformed("A language is one of en, es, fr."))
    }
}
