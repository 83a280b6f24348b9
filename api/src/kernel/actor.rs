//! Who is doing something: looked up anew for every request, so that a change of rights holds at the next one.

use super::{Amount, OrganizationId, Role, Scope, Scopes, SessionId, TokenId, UserId};

#[derive(Clone, Debug)]
pub enum Actor {
    /// Nobody in particular.
    Public,
    Person(Person),
    /// Somebody at the machine's command line.
    CommandLine,
}

#[derive(Clone, Debug)]
pub struct Person {
    pub id: UserId,
    pub via: Via,
    /// Whether the person is staff; for what may be done with it here and now, see [`Person::acts_as_staff`].
    pub staff: bool,
    pub admin: bool,
    pub memberships: Vec<Member>,
}

/// How the person is present.
#[derive(Clone, Debug)]
pub enum Via {
    Session(SessionId),
    Token(TokenId, Scopes),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    pub organization: OrganizationId,
    pub role: Role,
    /// A champion's limit; without one every pledge is a request.
    pub limit: Option<Amount>,
}

impl Person {
    /// A session may use all rights of its person, a token those of its scopes.
    pub fn has_scope(&self, scope: Scope) -> bool {
        match &self.via {
            Via::Session(_) => true,
            Via::Token(_, scopes) => scope == Scope::Read || scopes.has(scope),
        }
    }

    pub fn acts_as_staff(&self) -> bool {
        self.staff && self.has_scope(Scope::Staff)
    }

    pub fn acts_as_admin(&self) -> bool {
        self.admin && self.has_scope(Scope::Admin)
    }

    pub fn role_in(&self, organization: OrganizationId) -> Option<Role> {
        self.memberships.iter().find(|member| member.organization == organization).map(|member| member.role)
    }

    pub fn in_session(&self) -> Option<SessionId> {
        match self.via {
            Via::Session(id) => Some(id),
            Via::Token(..) => None,
        }
    }
}

impl Actor {
    pub fn person(&self) -> Option<&Person> {
        match self {
            Self::Person(person) => Some(person),
            Self::Public | Self::CommandLine => None,
        }
    }
}
