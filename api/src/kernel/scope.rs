//! What an access token may do for its owner, never more than the owner.

use super::{FieldCode, Invalid};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Read what the owner may read as a member. Every token can.
    Read,
    /// Place and change pledges.
    Pledge,
    /// Change organisations and their people.
    Organization,
    /// Act as staff.
    Staff,
    /// Act as an administrator.
    Admin,
}

impl Scope {
    pub const ALL: [Self; 5] = [Self::Read, Self::Pledge, Self::Organization, Self::Staff, Self::Admin];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Pledge => "pledge",
            Self::Organization => "organization",
            Self::Staff => "staff",
            Self::Admin => "admin",
        }
    }

    pub fn parse(text: &str) -> Result<Self, Invalid> {
        Self::ALL
            .into_iter()
            .find(|scope| scope.as_str() == text)
            .ok_or_else(|| Invalid::malformed("A scope is one of read, pledge, organization, staff, admin."))
    }
}

/// The scopes of one token: at least one, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scopes(Vec<Scope>);

impl Scopes {
    pub fn parse<S: AsRef<str>>(texts: &[S]) -> Result<Self, Invalid> {
        let mut scopes = Vec::with_capacity(texts.len());
        for text in texts {
            let scope = Scope::parse(text.as_ref())?;
            if !scopes.contains(&scope) {
                scopes.push(scope);
            }
        }
        if scopes.is_empty() {
            return Err(Invalid::new(FieldCode::Required, "A token has at least one scope."));
        }
        Ok(Self(scopes))
    }

    pub fn has(&self, scope: Scope) -> bool {
        self.0.contains(&scope)
    }

    pub fn iter(&self) -> impl Iterator<Item = Scope> {
        self.0.iter().copied()
    }
}
