//! Wire types of organisations.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::rules::check_dates;
use crate::kernel::{
    Amount, Email, FieldCode, FieldError, Fields, Invalid, Patch, Role, RorId, Slug, Text, Website, parse_day,
};
use crate::policy::Can;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrganizationKind {
    /// Pays for a membership.
    Member,
    /// Gives without being served; staff admit it.
    Funder,
}

impl OrganizationKind {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Funder => "funder",
        }
    }

    pub fn parse(text: &str) -> Result<Self, Invalid> {
        match text {
            "member" => Ok(Self::Member),
            "funder" => Ok(Self::Funder),
            _ => Err(Invalid::malformed("A kind is one of member, funder.")),
        }
    }
}

#[derive(Serialize, ToSchema)]
pub struct TierLink {
    pub slug: String,
    pub name: String,
}

/// An organisation, as much of it as a link needs.
#[derive(Serialize, ToSchema)]
pub struct OrganizationLink {
    #[schema(example = "tidewater-ocean-data-commons")]
    pub slug: String,
    pub name: String,
    pub kind: OrganizationKind,
    pub logo_url: Option<String>,
}

/// An organisation. The members from `id` on are there only for its own people and for staff.
#[derive(Serialize, ToSchema)]
pub struct Organization {
    #[schema(example = "tidewater-ocean-data-commons")]
    pub slug: String,
    pub name: String,
    pub kind: OrganizationKind,
    pub tier: Option<TierLink>,
    pub website: Option<String>,
    #[schema(example = "https://ror.org/0c0fnd016")]
    pub ror_id: Option<String>,
    /// Markdown.
    pub profile: String,
    /// The same, rendered and safe.
    pub profile_html: String,
    pub logo_url: Option<String>,
    pub membership_active: bool,
    pub version: i32,
    pub updated_at: DateTime<Utc>,
    pub can: OrganizationCan,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = OwnPart)]
    pub own: Option<OwnPart>,
}

/// What only the organisation's own people and staff see; for others none of it is there.
#[derive(Serialize, ToSchema)]
pub struct OwnPart {
    #[schema(required = false)]
    pub id: Uuid,
    pub membership_starts: Option<NaiveDate>,
    pub membership_ends: Option<NaiveDate>,
    /// The month its fiscal year begins with, 1 to 12.
    #[schema(required = false)]
    pub fiscal_year_start_month: i16,
    /// What it pledges at most in one of its fiscal years; without one there is no bound.
    #[schema(value_type = Option<String>, example = "25000.00")]
    pub yearly_ceiling: Option<Amount>,
    #[schema(example = "USD", required = false)]
    pub currency: String,
    pub billing_name: Option<String>,
    pub billing_email: Option<String>,
    pub billing_address: Option<String>,
    /// What must stand on every invoice, such as a cost centre.
    pub billing_reference: Option<String>,
    /// What you are in it.
    pub my_role: Option<Role>,
}

#[derive(Serialize, ToSchema)]
pub struct OrganizationCan {
    pub edit_membership: Can,
    pub edit_profile: Can,
    pub edit_billing: Can,
    pub edit_ceiling: Can,
    pub see_people: Can,
    pub manage_people: Can,
    pub add_people_at_once: Can,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateOrganization {
    #[schema(min_length = 1, max_length = 200)]
    pub name: String,
    /// Without one it is made from the name.
    pub slug: Option<String>,
    #[schema(value_type = OrganizationKind)]
    pub kind: String,
    /// A tier's slug.
    pub tier: Option<String>,
    #[schema(minimum = 1, maximum = 12)]
    pub fiscal_year_start_month: Option<i16>,
    #[schema(value_type = Option<NaiveDate>)]
    pub membership_starts: Option<String>,
    #[schema(value_type = Option<NaiveDate>)]
    pub membership_ends: Option<String>,
    pub ror_id: Option<String>,
    pub website: Option<String>,
    #[schema(max_length = 5000)]
    pub profile: Option<String>,
    #[schema(example = "25000.00")]
    pub yearly_ceiling: Option<String>,
}

#[derive(Clone)]
pub struct NewOrganization {
    pub name: Text<1, 200>,
    pub slug: Slug,
    pub kind: OrganizationKind,
    pub tier: Option<Slug>,
    pub fiscal_year_start_month: i16,
    pub membership: (Option<NaiveDate>, Option<NaiveDate>),
    pub ror_id: Option<RorId>,
    pub website: Option<Website>,
    pub profile: Text<0, 5000>,
    pub yearly_ceiling: Option<Amount>,
}

impl CreateOrganization {
    pub fn parse(self) -> Result<NewOrganization, Vec<FieldError>> {
        let mut fields = Fields::new();
        let name = fields.take("/name", Text::<1, 200>::line(&self.name));
        let slug = match (&self.slug, &name) {
            (Some(slug), _) => fields.take("/slug", Slug::parse(slug)),
            (None, Some(name)) => fields.take("/slug", Slug::from_name(name.as_str())),
            (None, None) => None,
        };
        let kind = fields.take("/kind", OrganizationKind::parse(&self.kind));
        let tier = fields.take_optional("/tier", self.tier, |tier| Slug::parse(&tier));
        let month = fields.take("/fiscal_year_start_month", parse_month(self.fiscal_year_start_month.unwrap_or(1)));
        let starts = fields.take_optional("/membership_starts", self.membership_starts, |day| parse_day(&day));
        let ends = fields.take_optional("/membership_ends", self.membership_ends, |day| parse_day(&day));
        let membership = starts.zip(ends);
        if let Some(Err(invalid)) = membership.map(|(starts, ends)| check_dates(starts, ends)) {
            fields.refuse("/membership_ends", invalid);
        }
        let ror_id = fields.take_optional("/ror_id", self.ror_id, |id| RorId::parse(&id));
        let website = fields.take_optional("/website", self.website, |site| Website::parse(&site));
        let profile = fields.take("/profile", Text::parse(self.profile.as_deref().unwrap_or_default()));
        let ceiling = fields.take_optional("/yearly_ceiling", self.yearly_ceiling, |text| Amount::parse(&text));
        let organization = (|| {
            Some(NewOrganization {
                name: name?,
                slug: slug?,
                kind: kind?,
                tier: tier?,
                fiscal_year_start_month: month?,
                membership: membership?,
                ror_id: ror_id?,
                website: website?,
                profile: profile?,
                yearly_ceiling: ceiling?,
            })
        })();
        fields.finish(organization)
    }
}

/// Changes, each allowed to those who look after that part: membership to staff, profile to leads, billing to leads
/// and finance, ceiling and fiscal year to finance.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditOrganization {
    #[schema(min_length = 1, max_length = 200)]
    pub name: Option<String>,
    pub slug: Option<String>,
    #[schema(value_type = Option<OrganizationKind>)]
    pub kind: Option<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub tier: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<NaiveDate>)]
    pub membership_starts: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<NaiveDate>)]
    pub membership_ends: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub ror_id: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub website: Patch<String>,
    #[schema(max_length = 5000)]
    pub profile: Option<String>,
    #[schema(minimum = 1, maximum = 12)]
    pub fiscal_year_start_month: Option<i16>,
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "25000.00")]
    pub yearly_ceiling: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub billing_name: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub billing_email: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub billing_address: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub billing_reference: Patch<String>,
}

#[derive(Clone)]
pub struct OrganizationChange {
    pub name: Option<Text<1, 200>>,
    pub slug: Option<Slug>,
    pub kind: Option<OrganizationKind>,
    pub tier: Patch<Slug>,
    pub membership_starts: Patch<NaiveDate>,
    pub membership_ends: Patch<NaiveDate>,
    pub ror_id: Patch<RorId>,
    pub website: Patch<Website>,
    pub profile: Option<Text<0, 5000>>,
    pub fiscal_year_start_month: Option<i16>,
    pub yearly_ceiling: Patch<Amount>,
    pub billing_name: Patch<Text<1, 200>>,
    pub billing_email: Patch<Email>,
    pub billing_address: Patch<Text<1, 500>>,
    pub billing_reference: Patch<Text<1, 100>>,
}

impl EditOrganization {
    pub fn parse(self) -> Result<OrganizationChange, Vec<FieldError>> {
        let mut fields = Fields::new();
        let name = fields.take_optional("/name", self.name, |name| Text::line(&name));
        let slug = fields.take_optional("/slug", self.slug, |slug| Slug::parse(&slug));
        let kind = fields.take_optional("/kind", self.kind, |kind| OrganizationKind::parse(&kind));
        let tier = fields.take("/tier", self.tier.try_map(|tier| Slug::parse(&tier)));
        let starts = fields.take("/membership_starts", self.membership_starts.try_map(|day| parse_day(&day)));
        let ends = fields.take("/membership_ends", self.membership_ends.try_map(|day| parse_day(&day)));
        let ror_id = fields.take("/ror_id", self.ror_id.try_map(|id| RorId::parse(&id)));
        let website = fields.take("/website", self.website.try_map(|site| Website::parse(&site)));
        let profile = fields.take_optional("/profile", self.profile, |profile| Text::parse(&profile));
        let month = fields.take_optional("/fiscal_year_start_month", self.fiscal_year_start_month, parse_month);
        let ceiling = fields.take("/yearly_ceiling", self.yearly_ceiling.try_map(|text| Amount::parse(&text)));
        let billing_name = fields.take("/billing_name", self.billing_name.try_map(|text| Text::line(&text)));
        let billing_email = fields.take("/billing_email", self.billing_email.try_map(|text| Email::parse(&text)));
        let billing_address = fields.take("/billing_address", self.billing_address.try_map(|text| Text::parse(&text)));
        let reference = fields.take("/billing_reference", self.billing_reference.try_map(|text| Text::line(&text)));
        let change = (|| {
            Some(OrganizationChange {
                name: name?,
                slug: slug?,
                kind: kind?,
                tier: tier?,
                membership_starts: starts?,
                membership_ends: ends?,
                ror_id: ror_id?,
                website: website?,
                profile: profile?,
                fiscal_year_start_month: month?,
                yearly_ceiling: ceiling?,
                billing_name: billing_name?,
                billing_email: billing_email?,
                billing_address: billing_address?,
                billing_reference: reference?,
            })
        })();
        fields.finish(change)
    }
}

fn parse_month(month: i16) -> Result<i16, Invalid> {
    if (1..=12).contains(&month) {
        Ok(month)
    } else {
        Err(Invalid::new(FieldCode::OutOfRange, "A month is from 1 to 12."))
    }
}

#[derive(Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct OrganizationParams {
    /// Part of a name
    pub q: Option<String>,
    /// Only members, or only funders
    pub kind: Option<OrganizationKind>,
    /// 1 to 100; 20 without
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
    /// `next_cursor` of the page before
    pub cursor: Option<String>,
}

/// The bytes of a picture, as the contract names them.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary)]
pub struct PictureFile(#[expect(dead_code, reason = "only its schema is used")] Vec<u8>);
