//! How things stand, in words and numbers. Clients translate `code` and `params`; `text` is for who reads the wire. Pure.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::coalition::Waking;
use super::conditions::Conditions;
use crate::kernel::{Amount, Currency};

#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Explanation {
    #[schema(example = "waits_for_organizations")]
    pub code: &'static str,
    /// The numbers in the sentence.
    #[schema(value_type = Object)]
    pub params: Map<String, Value>,
    #[schema(example = "It counts as soon as 2 more institutions do.")]
    pub text: String,
}

fn explanation(code: &'static str, params: Value, text: String) -> Explanation {
    let params = match params {
        Value::Object(params) => params,
        _ => Map::new(),
    };
    Explanation { code, params, text }
}

/// Says amounts in one currency.
#[derive(Clone, Copy)]
pub struct Words(pub Currency);

impl Words {
    pub fn money(self, amount: Amount) -> String {
        let text = amount.to_string();
        let (whole, cents) = text.split_once('.').unwrap_or((&text, "00"));
        let mut grouped = String::new();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        format!("{} {grouped}.{cents}", self.0.code())
    }

    pub fn waits_for_approval(self, amount: Amount) -> Explanation {
        let text =
            format!("{} waits for a lead of your organisation and holds nothing until then.", self.money(amount));
        explanation("waits_for_approval", json!({ "amount": amount }), text)
    }

    pub fn counts_whole(self, amount: Amount) -> Explanation {
        explanation("counts_whole", json!({ "amount": amount }), format!("{} counts in full.", self.money(amount)))
    }

    pub fn bears_share(self, ceiling: Amount, share: Amount) -> Explanation {
        let text = format!(
            "Of at most {} it bears {} as things stand; whoever joins can only lower that.",
            self.money(ceiling),
            self.money(share)
        );
        explanation("bears_share", json!({ "ceiling": ceiling, "share": share }), text)
    }

    pub fn share_is_final(self, share: Amount) -> Explanation {
        let text = format!("The shares are settled: it bears {}.", self.money(share));
        explanation("share_is_final", json!({ "share": share }), text)
    }

    /// What a waiting pledge lacks, when `counted` others count with `ceilings`.
    pub fn waits(self, own: Amount, conditions: &Conditions, counted: i32, ceilings: Amount) -> Vec<Explanation> {
        let mut reasons = Vec::new();
        if let Some(needed) = conditions.min_other_orgs.filter(|needed| *needed > counted) {
            let missing = needed - counted;
            let who = if missing == 1 {
                "one more institution does".to_owned()
            } else {
                format!("{missing} more institutions do")
            };
            let params = json!({ "missing": missing, "needed": needed });
            reasons.push(explanation("waits_for_organizations", params, format!("It counts as soon as {who}.")));
        }
        if let Some(needed) = conditions.min_other_amount.filter(|needed| *needed > ceilings) {
            let missing = needed.less(ceilings);
            let text = format!("It counts as soon as others commit {} more.", self.money(missing));
            reasons.push(explanation("waits_for_amount", json!({ "missing": missing, "needed": needed }), text));
        }
        if let Some(needed) = conditions.min_total.filter(|needed| *needed > ceilings + own) {
            let missing = needed.less(ceilings + own);
            let text = format!("It counts as soon as {} more is committed in all.", self.money(missing));
            reasons.push(explanation("waits_for_total", json!({ "missing": missing, "needed": needed }), text));
        }
        reasons
    }

    pub fn waits_for_organization(self, organization: &str) -> Explanation {
        let text = format!("It counts as soon as a public pledge of {organization} does.");
        explanation("waits_for_organization", json!({ "organization": organization }), text)
    }

    pub fn tipping_point(self, amount: Amount) -> Explanation {
        let text = format!("A pledge of {} by anyone would fund it now.", self.money(amount));
        explanation("tipping_point", json!({ "amount": amount }), text)
    }

    pub fn remaining_completes(self, amount: Amount) -> Explanation {
        let text =
            format!("Taking the remaining {} would fund it, although that is below the minimum.", self.money(amount));
        explanation("remaining_completes", json!({ "amount": amount }), text)
    }

    pub fn waking(self, waking: &Waking) -> Explanation {
        let Waking { amount, pledges, ceilings } = *waking;
        let whom = if pledges == 1 { "one waiting pledge".to_owned() } else { format!("{pledges} waiting pledges") };
        let text = format!("A pledge of {} by anyone wakes {whom} ({}).", self.money(amount), self.money(ceilings));
        explanation("wakes_others", json!({ "amount": amount, "pledges": pledges, "ceilings": ceilings }), text)
    }

    pub fn covered(self, over: Amount) -> Explanation {
        let text = "The goal is covered. Until it is settled, whoever joins lowers everybody's share.".to_owned();
        explanation("covered", json!({ "over": over }), text)
    }

    pub fn gap(self, gap: Amount) -> Explanation {
        let text = format!("It was funded, and {} has fallen away since.", self.money(gap));
        explanation("gap", json!({ "gap": gap }), text)
    }

    pub fn funds(self) -> Explanation {
        explanation("funds_project", json!({}), "This completes the goal: the project is funded.".to_owned())
    }

    pub fn wakes(self, pledges: usize, ceilings: Amount) -> Explanation {
        let text = format!("{} that waited ({}) would count.", pledges_in_words(pledges), self.money(ceilings));
        explanation("wakes", json!({ "pledges": pledges, "ceilings": ceilings }), text)
    }

    pub fn sleeps(self, pledges: usize, ceilings: Amount) -> Explanation {
        let text = format!("{} that count ({}) would wait.", pledges_in_words(pledges), self.money(ceilings));
        explanation("sleeps", json!({ "pledges": pledges, "ceilings": ceilings }), text)
    }

    /// With one hidden pledge, subtraction would tell whose it is.
    pub fn name_waits(self) -> Explanation {
        let text = "Your name is not shown while no other hidden pledge stands beside yours: \
                    subtraction would tell what you gave.";
        explanation("name_waits", json!({}), text.to_owned())
    }
}

fn pledges_in_words(pledges: usize) -> String {
    if pledges == 1 { "One pledge".to_owned() } else { format!("{pledges} pledges") }
}
