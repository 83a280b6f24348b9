//! Wire types of tiers.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::kernel::{Amount, FieldCode, FieldError, Fields, Invalid, Patch, Slug, Text, parse_position};
use crate::policy::Can;

#[derive(Serialize, ToSchema)]
pub struct Tier {
    #[schema(example = "premier")]
    pub slug: String,
    pub name: String,
    /// A year's price; without one it is by arrangement.
    #[schema(value_type = Option<String>, example = "20000.00")]
    pub price: Option<Amount>,
    #[schema(example = "USD")]
    pub currency: String,
    pub summary: String,
    /// What a member of this tier gets, a line each.
    pub offers: Vec<String>,
    /// Drafts may be seen and commented on early.
    pub early_look: bool,
    pub quarterly_report: bool,
    /// Where it stands among the others, the smallest first.
    pub position: i32,
    /// Not offered any more.
    pub archived: bool,
    pub version: i32,
    pub can: TierCan,
}

#[derive(Serialize, ToSchema)]
pub struct TierCan {
    pub edit: Can,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateTier {
    #[schema(min_length = 1, max_length = 100)]
    pub name: String,
    /// Without one it is made from the name.
    pub slug: Option<String>,
    #[schema(example = "20000.00")]
    pub price: Option<String>,
    #[serde(default)]
    #[schema(max_length = 500)]
    pub summary: String,
    #[serde(default)]
    pub offers: Vec<String>,
    #[serde(default)]
    pub early_look: bool,
    #[serde(default)]
    pub quarterly_report: bool,
    #[serde(default)]
    #[schema(minimum = 0, maximum = 1000)]
    pub position: i32,
}

/// Everything about a tier but its life.
#[derive(Clone)]
pub struct NewTier {
    pub name: Text<1, 100>,
    pub slug: Slug,
    pub price: Option<Amount>,
    pub summary: Text<0, 500>,
    pub offers: Vec<Text<1, 200>>,
    pub early_look: bool,
    pub quarterly_report: bool,
    pub position: i32,
}

impl CreateTier {
    pub fn parse(self) -> Result<NewTier, Vec<FieldError>> {
        let mut fields = Fields::new();
        let name = fields.take("/name", Text::<1, 100>::line(&self.name));
        let slug = match (&self.slug, &name) {
            (Some(slug), _) => fields.take("/slug", Slug::parse(slug)),
            (None, Some(name)) => fields.take("/slug", Slug::from_name(name.as_str())),
            (None, None) => None,
        };
        let price = fields.take_optional("/price", self.price, |price| Amount::parse(&price));
        let summary = fields.take("/summary", Text::parse(&self.summary));
        let offers = parse_offers(&mut fields, &self.offers);
        let position = fields.take("/position", parse_position(self.position));
        let tier = (|| {
            Some(NewTier {
                name: name?,
                slug: slug?,
                price: price?,
                summary: summary?,
                offers: offers?,
                early_look: self.early_look,
                quarterly_report: self.quarterly_report,
                position: position?,
            })
        })();
        fields.finish(tier)
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditTier {
    #[schema(min_length = 1, max_length = 100)]
    pub name: Option<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "20000.00")]
    pub price: Patch<String>,
    #[schema(max_length = 500)]
    pub summary: Option<String>,
    pub offers: Option<Vec<String>>,
    pub early_look: Option<bool>,
    pub quarterly_report: Option<bool>,
    #[schema(minimum = 0, maximum = 1000)]
    pub position: Option<i32>,
    pub archived: Option<bool>,
}

#[derive(Clone)]
pub struct TierChange {
    pub name: Option<Text<1, 100>>,
    pub price: Patch<Amount>,
    pub summary: Option<Text<0, 500>>,
    pub offers: Option<Vec<Text<1, 200>>>,
    pub early_look: Option<bool>,
    pub quarterly_report: Option<bool>,
    pub position: Option<i32>,
    pub archived: Option<bool>,
}

impl EditTier {
    pub fn parse(self) -> Result<TierChange, Vec<FieldError>> {
        let mut fields = Fields::new();
        let name = fields.take_optional("/name", self.name, |name| Text::line(&name));
        let price = fields.take("/price", self.price.try_map(|price| Amount::parse(&price)));
        let summary = fields.take_optional("/summary", self.summary, |summary| Text::parse(&summary));
        let offers = match &self.offers {
            Some(offers) => parse_offers(&mut fields, offers).map(Some),
            None => Some(None),
        };
        let position = fields.take_optional("/position", self.position, parse_position);
        let change = (|| {
            Some(TierChange {
                name: name?,
                price: price?,
                summary: summary?,
                offers: offers?,
                early_look: self.early_look,
                quarterly_report: self.quarterly_report,
                position: position?,
                archived: self.archived,
            })
        })();
        fields.finish(change)
    }
}

fn parse_offers(fields: &mut Fields, offers: &[String]) -> Option<Vec<Text<1, 200>>> {
    if offers.len() > 20 {
        fields.refuse("/offers", Invalid::new(FieldCode::TooLong, "A tier lists at most 20 offers."));
        return None;
    }
    let parsed: Vec<_> =
        offers.iter().enumerate().map(|(at, offer)| fields.take(&format!("/offers/{at}"), Text::line(offer))).collect();
    parsed.into_iter().collect()
}
