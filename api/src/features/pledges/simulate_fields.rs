//! A question to `simulate`: the body of a pledge, of a change or of a withdrawal; for the public an amount alone.

use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::fields::{ConditionsFields, EditPledge, InstalmentFields, NewPledge, PlacePledge, PledgeChange, positive};
use super::rules::booking::Ask;
use crate::kernel::{Amount, FieldCode, FieldError, Fields, Invalid, Patch, PledgeId, Visibility};

#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SimulatePledge {
    /// A pledge that would be withdrawn; nothing else is said then.
    pub withdraw: Option<Uuid>,
    /// A pledge that would change, in what else is said.
    pub edit: Option<Uuid>,
    /// Who would pledge. Without it: anyone, and only `amount` is said.
    pub organization: Option<String>,
    #[schema(example = "7500.00")]
    pub amount: Option<String>,
    pub fraction: Option<String>,
    pub take_remaining: Option<bool>,
    #[schema(value_type = Option<Visibility>)]
    pub visibility: Option<String>,
    pub note: Option<String>,
    pub purchase_order: Option<String>,
    /// The project's own, if it is not said.
    pub terms_version: Option<String>,
    #[serde(default)]
    #[schema(value_type = Option<ConditionsFields>)]
    pub conditions: Patch<ConditionsFields>,
    pub instalments: Option<Vec<InstalmentFields>>,
}

pub struct Question {
    pub what: WhatIf,
    /// Whether anybody may ask it.
    pub is_public: bool,
    /// Whether terms were named.
    pub names_terms: bool,
}

pub enum WhatIf {
    Anyone(Amount),
    Place(Box<NewPledge>),
    Edit(PledgeId, Box<PledgeChange>),
    Withdraw(PledgeId),
}

impl Question {
    pub fn amount(&self) -> Option<Amount> {
        let ask = match &self.what {
            WhatIf::Anyone(amount) => return Some(*amount),
            WhatIf::Place(new) => Some(new.money.ask),
            WhatIf::Edit(_, change) => change.ask,
            WhatIf::Withdraw(_) => None,
        };
        match ask {
            Some(Ask::Amount(amount)) => Some(amount),
            _ => None,
        }
    }
}

impl SimulatePledge {
    pub fn parse(self) -> Result<Question, Vec<FieldError>> {
        let names_terms = self.terms_version.is_some();
        let is_public = self.withdraw.is_none() && self.edit.is_none() && self.organization.is_none();
        let what = match (self.withdraw, self.edit, &self.organization) {
            (Some(id), ..) => {
                let mut fields = Fields::new();
                if self.says_more() {
                    let detail = "A withdrawal says nothing else.";
                    fields.refuse("/withdraw", Invalid::new(FieldCode::NotAllowed, detail));
                    return fields.finish(None);
                }
                WhatIf::Withdraw(id.into())
            }
            (None, Some(id), None) => WhatIf::Edit(id.into(), Box::new(self.into_edit().parse()?)),
            (None, Some(_), Some(_)) => {
                let mut fields = Fields::new();
                let detail = "A pledge that is changed stays its organisation's.";
                fields.refuse("/organization", Invalid::new(FieldCode::NotAllowed, detail));
                return fields.finish(None);
            }
            (None, None, Some(_)) => WhatIf::Place(Box::new(self.into_place().parse()?)),
            (None, None, None) => WhatIf::Anyone(self.amount_alone()?),
        };
        Ok(Question { what, is_public, names_terms })
    }

    fn says_more(&self) -> bool {
        self.edit.is_some()
            || self.organization.is_some()
            || self.amount.is_some()
            || self.fraction.is_some()
            || self.take_remaining.is_some()
            || self.visibility.is_some()
            || self.note.is_some()
            || self.purchase_order.is_some()
            || self.terms_version.is_some()
            || self.conditions.named().is_some()
            || self.instalments.is_some()
    }

    fn amount_alone(mut self) -> Result<Amount, Vec<FieldError>> {
        let mut fields = Fields::new();
        let amount = self.amount.take();
        if self.says_more() {
            let detail = "Say for which organisation, or an amount alone.";
            fields.refuse("/organization", Invalid::new(FieldCode::Required, detail));
            return fields.finish(None);
        }
        let required = || Invalid::new(FieldCode::Required, "Say an amount.");
        let amount = fields.take("/amount", amount.ok_or_else(required).and_then(|text| positive(&text)));
        fields.finish(amount)
    }

    fn into_edit(self) -> EditPledge {
        EditPledge {
            amount: self.amount,
            fraction: self.fraction,
            take_remaining: self.take_remaining,
            visibility: self.visibility,
            note: self.note.map_or(Patch::Keep, Patch::Set),
            purchase_order: self.purchase_order.map_or(Patch::Keep, Patch::Set),
            conditions: self.conditions,
            instalments: self.instalments,
        }
    }

    fn into_place(self) -> PlacePledge {
        PlacePledge {
            organization: self.organization.unwrap_or_default(),
            amount: self.amount,
            fraction: self.fraction,
            take_remaining: self.take_remaining,
            visibility: self.visibility.unwrap_or_else(|| Visibility::Public.as_str().to_owned()),
            note: self.note,
            terms_version: self.terms_version.unwrap_or_else(|| "-".to_owned()),
            purchase_order: self.purchase_order,
            conditions: match self.conditions {
                Patch::Set(conditions) => Some(conditions),
                Patch::Keep | Patch::Clear => None,
            },
            instalments: self.instalments,
        }
    }
}
