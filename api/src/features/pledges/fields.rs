//! What is said when pledging and when changing a pledge: the wire's fields, and what they become.

use serde::Deserialize;
use utoipa::ToSchema;

use super::rules::booking::Ask;
use super::rules::years::{FiscalYear, Part, check_parts};
use crate::kernel::{Amount, FieldCode, FieldError, Fields, Fraction, Invalid, Patch, Slug, Text, Visibility};

/// What must hold over the others before a pledge counts. Only for an open project of mode `shared`.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConditionsFields {
    /// How many other institutions must count.
    #[schema(minimum = 1)]
    pub min_other_orgs: Option<i32>,
    /// What they must commit together, at most each.
    #[schema(example = "15000.00")]
    pub min_other_amount: Option<String>,
    /// What all must commit together, this pledge included.
    pub min_total: Option<String>,
    /// Slug of an organisation whose public pledge must count.
    pub requires_org: Option<String>,
}

/// One fiscal year's part of a pledge.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InstalmentFields {
    #[schema(example = "FY27")]
    pub fiscal_year: String,
    #[schema(example = "1/2")]
    pub part: String,
}

/// A pledge: exactly one of `amount`, `fraction` and `take_remaining`.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlacePledge {
    #[schema(example = "coastal-data-lab")]
    pub organization: String,
    #[schema(example = "7500.00")]
    pub amount: Option<String>,
    #[schema(example = "1/3")]
    pub fraction: Option<String>,
    pub take_remaining: Option<bool>,
    #[schema(value_type = Visibility)]
    pub visibility: String,
    #[schema(max_length = 1000)]
    pub note: Option<String>,
    /// The project's terms, which this accepts.
    #[schema(example = "2026-11")]
    pub terms_version: String,
    #[schema(max_length = 100)]
    pub purchase_order: Option<String>,
    pub conditions: Option<ConditionsFields>,
    #[schema(max_items = 5)]
    pub instalments: Option<Vec<InstalmentFields>>,
}

/// The same, right.
#[derive(Clone, Debug)]
pub struct NewPledge {
    pub organization: Slug,
    pub terms_version: String,
    pub visibility: Visibility,
    pub note: Option<Text<1, 1000>>,
    pub purchase_order: Option<Text<1, 100>>,
    pub money: MoneyAsk,
}

/// As much of it as is money.
#[derive(Clone, Debug)]
pub struct MoneyAsk {
    pub ask: Ask,
    pub conditions: ConditionsAsk,
    /// `None`: all in the year of placing.
    pub parts: Option<Vec<Part>>,
}

/// Conditions whose organisation is not looked up yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConditionsAsk {
    pub min_other_orgs: Option<i32>,
    pub min_other_amount: Option<Amount>,
    pub min_total: Option<Amount>,
    pub requires_org: Option<Slug>,
}

impl ConditionsAsk {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl PlacePledge {
    pub fn parse(self) -> Result<NewPledge, Vec<FieldError>> {
        let mut fields = Fields::new();
        let organization = fields.take("/organization", Slug::parse(&self.organization));
        let ask = parse_ask(&mut fields, self.amount, self.fraction, self.take_remaining);
        if let Some(None) = ask {
            fields.refuse("/amount", Invalid::new(FieldCode::Required, ONE_OF_THREE));
        }
        let visibility = fields.take("/visibility", Visibility::parse(&self.visibility));
        let note = fields.take_optional("/note", self.note, |text| Text::parse(&text));
        let terms = fields.take("/terms_version", Text::<1, 40>::line(&self.terms_version));
        let purchase_order = fields.take_optional("/purchase_order", self.purchase_order, |text| Text::line(&text));
        let conditions = parse_conditions(&mut fields, self.conditions);
        let parts = parse_instalments(&mut fields, self.instalments);
        let pledge = (|| {
            Some(NewPledge {
                organization: organization?,
                terms_version: terms?.as_str().to_owned(),
                visibility: visibility?,
                note: note?,
                purchase_order: purchase_order?,
                money: MoneyAsk { ask: ask??, conditions: conditions?, parts: parts? },
            })
        })();
        fields.finish(pledge)
    }
}

/// What changes about a pledge: at most one of `amount`, `fraction` and `take_remaining`.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditPledge {
    #[schema(example = "7500.00")]
    pub amount: Option<String>,
    pub fraction: Option<String>,
    pub take_remaining: Option<bool>,
    /// Only ever wider.
    #[schema(value_type = Option<Visibility>)]
    pub visibility: Option<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub note: Patch<String>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub purchase_order: Patch<String>,
    /// All of them anew; `null` drops them.
    #[serde(default)]
    #[schema(value_type = Option<ConditionsFields>)]
    pub conditions: Patch<ConditionsFields>,
    pub instalments: Option<Vec<InstalmentFields>>,
}

#[derive(Clone, Debug)]
pub struct PledgeChange {
    pub ask: Option<Ask>,
    pub visibility: Option<Visibility>,
    pub note: Patch<Text<1, 1000>>,
    pub purchase_order: Patch<Text<1, 100>>,
    pub conditions: Option<ConditionsAsk>,
    pub parts: Option<Vec<Part>>,
}

impl PledgeChange {
    pub fn touches_money(&self) -> bool {
        self.ask.is_some() || self.conditions.is_some() || self.parts.is_some()
    }

    pub fn touches_words(&self) -> bool {
        self.visibility.is_some() || self.note.named().is_some() || self.purchase_order.named().is_some()
    }
}

impl EditPledge {
    pub fn parse(self) -> Result<PledgeChange, Vec<FieldError>> {
        let mut fields = Fields::new();
        let ask = parse_ask(&mut fields, self.amount, self.fraction, self.take_remaining);
        let visibility = fields.take_optional("/visibility", self.visibility, |text| Visibility::parse(&text));
        let note = fields.take("/note", self.note.try_map(|text| Text::parse(&text)));
        let purchase_order = fields.take("/purchase_order", self.purchase_order.try_map(|text| Text::line(&text)));
        let conditions = match self.conditions {
            Patch::Keep => Some(None),
            Patch::Clear => Some(Some(ConditionsAsk::default())),
            Patch::Set(conditions) => parse_conditions(&mut fields, Some(conditions)).map(Some),
        };
        let parts = parse_instalments(&mut fields, self.instalments);
        let change = (|| {
            Some(PledgeChange {
                ask: ask?,
                visibility: visibility?,
                note: note?,
                purchase_order: purchase_order?,
                conditions: conditions?,
                parts: parts?,
            })
        })();
        fields.finish(change)
    }
}

const ONE_OF_THREE: &str = "Say exactly one of amount, fraction and take_remaining.";

/// Outer `None` is a mistake, inner `None` is that none of the three was said.
pub fn parse_ask(
    fields: &mut Fields,
    amount: Option<String>,
    fraction: Option<String>,
    take_remaining: Option<bool>,
) -> Option<Option<Ask>> {
    let remaining = take_remaining == Some(true);
    if [amount.is_some(), fraction.is_some(), remaining].into_iter().filter(|said| *said).count() > 1 {
        let pointer = if amount.is_some() { "/amount" } else { "/fraction" };
        fields.refuse(pointer, Invalid::new(FieldCode::NotAllowed, ONE_OF_THREE));
        return None;
    }
    match (amount, fraction) {
        (Some(text), _) => fields.take("/amount", positive(&text)).map(|amount| Some(Ask::Amount(amount))),
        (_, Some(text)) => {
            fields.take("/fraction", Fraction::parse(&text)).map(|fraction| Some(Ask::Fraction(fraction)))
        }
        _ if remaining => Some(Some(Ask::Remaining)),
        _ => Some(None),
    }
}

pub fn positive(text: &str) -> Result<Amount, Invalid> {
    let amount = Amount::parse(text)?;
    if amount.is_zero() { Err(Invalid::new(FieldCode::OutOfRange, "An amount is more than 0.00.")) } else { Ok(amount) }
}

pub fn parse_conditions(fields: &mut Fields, conditions: Option<ConditionsFields>) -> Option<ConditionsAsk> {
    let Some(conditions) = conditions else { return Some(ConditionsAsk::default()) };
    let min_other_orgs = fields.take_optional("/conditions/min_other_orgs", conditions.min_other_orgs, |count| {
        if (1..=100_000).contains(&count) {
            Ok(count)
        } else {
            Err(Invalid::new(FieldCode::OutOfRange, "A number of others is 1 to 100000."))
        }
    });
    let amount = |text: String| positive(&text);
    let other = fields.take_optional("/conditions/min_other_amount", conditions.min_other_amount, amount);
    let total = fields.take_optional("/conditions/min_total", conditions.min_total, amount);
    let slug = |text: String| Slug::parse(&text);
    let requires_org = fields.take_optional("/conditions/requires_org", conditions.requires_org, slug);
    Some(ConditionsAsk {
        min_other_orgs: min_other_orgs?,
        min_other_amount: other?,
        min_total: total?,
        requires_org: requires_org?,
    })
}

/// Outer `None` is a mistake, inner `None` that nothing was said.
pub fn parse_instalments(fields: &mut Fields, items: Option<Vec<InstalmentFields>>) -> Option<Option<Vec<Part>>> {
    let Some(items) = items else { return Some(None) };
    let mut parts = Vec::new();
    for (index, item) in items.iter().enumerate().take(100) {
        let year = fields.take(&format!("/instalments/{index}/fiscal_year"), FiscalYear::parse(&item.fiscal_year));
        let part = fields.take(&format!("/instalments/{index}/part"), Fraction::parse(&item.part));
        parts.push(year.zip(part).map(|(year, part)| Part { year, part }));
    }
    let parts: Vec<Part> = parts.into_iter().collect::<Option<_>>()?;
    fields.take("/instalments", check_parts(&parts))?;
    Some(Some(parts))
}

/// Why a pledge ends; kept for ever, so that it says enough.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Because {
    #[schema(min_length = 1, max_length = 1000)]
    pub reason: String,
}

impl Because {
    pub fn parse(self) -> Result<Text<1, 1000>, Vec<FieldError>> {
        let mut fields = Fields::new();
        let reason = fields.take("/reason", Text::parse(&self.reason));
        fields.finish(reason)
    }
}
