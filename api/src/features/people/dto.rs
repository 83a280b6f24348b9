//! Wire types of people.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::rules::check_rights;
use crate::features::organizations::dto::OrganizationLink;
use crate::kernel::{Amount, Email, FieldError, Fields, Language, Patch, Role, Text, TimeZone};
use crate::policy::Can;

/// What a person is in an organisation.
#[derive(Serialize, ToSchema)]
pub struct Membership {
    pub organization: OrganizationLink,
    pub role: Role,
    /// Up to how much a champion pledges alone in a fiscal year.
    #[schema(value_type = Option<String>, example = "5000.00")]
    pub pledge_limit: Option<Amount>,
}

#[derive(Serialize, ToSchema)]
pub struct Me {
    pub id: Uuid,
    pub email: String,
    pub name: String,
    pub language: Option<Language>,
    #[schema(example = "America/Los_Angeles")]
    pub time_zone: Option<String>,
    pub staff: bool,
    pub admin: bool,
    pub memberships: Vec<Membership>,
    pub created_at: DateTime<Utc>,
    pub version: i32,
    pub can: MeCan,
}

#[derive(Serialize, ToSchema)]
pub struct MeCan {
    pub edit: Can,
    pub create_token: Can,
    pub see_staff_pages: Can,
    pub see_audit: Can,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditMe {
    #[schema(min_length = 1, max_length = 200)]
    pub name: Option<String>,
    #[serde(default)]
    #[schema(value_type = Option<Language>)]
    pub language: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "America/Los_Angeles")]
    pub time_zone: Patch<String>,
}

/// Changes of a profile.
#[derive(Clone)]
pub struct ProfileChange {
    pub name: Option<Text<1, 200>>,
    pub language: Patch<Language>,
    pub time_zone: Patch<TimeZone>,
}

impl EditMe {
    pub fn parse(self) -> Result<ProfileChange, Vec<FieldError>> {
        let mut fields = Fields::new();
        let name = fields.take_optional("/name", self.name, |name| Text::line(&name));
        let language = fields.take("/language", self.language.try_map(|text| Language::parse(&text)));
        let time_zone = fields.take("/time_zone", self.time_zone.try_map(|text| TimeZone::parse(&text)));
        let change = (|| Some(ProfileChange { name: name?, language: language?, time_zone: time_zone? }))();
        fields.finish(change)
    }
}

/// A person as staff see them.
#[derive(Serialize, ToSchema)]
pub struct User {
    pub id: Uuid,
    pub email: String,
    pub name: String,
    pub staff: bool,
    pub admin: bool,
    /// Since when they cannot sign in.
    pub disabled_at: Option<DateTime<Utc>>,
    /// Since when nothing is left of them but a pseudonym.
    pub erased_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub last_seen_at: Option<DateTime<Utc>>,
    pub memberships: Vec<Membership>,
    pub version: i32,
    pub can: UserCan,
}

#[derive(Serialize, ToSchema)]
pub struct UserCan {
    pub edit: Can,
    pub change_address: Can,
    pub make_staff: Can,
    pub disable: Can,
    pub end_sessions: Can,
    pub download_data: Can,
    pub erase: Can,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateUser {
    #[schema(example = "lead@tidewater.example")]
    pub email: String,
    /// Without one, what stands before the `@`.
    #[schema(min_length = 1, max_length = 200)]
    pub name: Option<String>,
    #[serde(default)]
    pub staff: bool,
    /// An administrator is staff, too.
    #[serde(default)]
    pub admin: bool,
}

#[derive(Clone)]
pub struct NewUser {
    pub email: Email,
    pub name: Option<Text<1, 200>>,
    pub staff: bool,
    pub admin: bool,
}

impl CreateUser {
    pub fn parse(self) -> Result<NewUser, Vec<FieldError>> {
        let mut fields = Fields::new();
        let email = fields.take("/email", Email::parse(&self.email));
        let name = fields.take_optional("/name", self.name, |name| Text::line(&name));
        if let Err(invalid) = check_rights(self.staff, self.admin) {
            fields.refuse("/admin", invalid);
        }
        let user = email.zip(name).map(|(email, name)| NewUser { email, name, staff: self.staff, admin: self.admin });
        fields.finish(user)
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditUser {
    #[schema(min_length = 1, max_length = 200)]
    pub name: Option<String>,
    pub email: Option<String>,
    pub staff: Option<bool>,
    pub admin: Option<bool>,
    /// Whether they are kept from signing in.
    pub disabled: Option<bool>,
}

#[derive(Clone)]
pub struct UserChange {
    pub name: Option<Text<1, 200>>,
    pub email: Option<Email>,
    pub staff: Option<bool>,
    pub admin: Option<bool>,
    pub disabled: Option<bool>,
}

impl EditUser {
    pub fn parse(self) -> Result<UserChange, Vec<FieldError>> {
        let mut fields = Fields::new();
        let name = fields.take_optional("/name", self.name, |name| Text::line(&name));
        let email = fields.take_optional("/email", self.email, |email| Email::parse(&email));
        let change = name.zip(email).map(|(name, email)| UserChange {
            name,
            email,
            staff: self.staff,
            admin: self.admin,
            disabled: self.disabled,
        });
        fields.finish(change)
    }
}

#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct UserParams {
    /// Part of a name or an address
    pub q: Option<String>,
    /// Only staff, or only others
    pub staff: Option<bool>,
    /// 1 to 100; 20 without
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
    /// `next_cursor` of the page before
    pub cursor: Option<String>,
}
