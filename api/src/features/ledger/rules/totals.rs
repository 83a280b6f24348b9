//! The totals that every line states, and how values are read from a line's data.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::kernel::Amount;

/// What a project's money comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    /// A candidate may have none yet.
    pub goal: Option<Amount>,
    pub pledged: Amount,
    pub ceilings: Amount,
    pub waiting: Amount,
    pub signed: Amount,
    pub backers: i64,
}

impl Totals {
    pub fn nothing() -> Self {
        let none = Amount::ZERO;
        Self { goal: None, pledged: none, ceilings: none, waiting: none, signed: none, backers: 0 }
    }

    /// The `totals` of a line's data.
    pub fn read(data: &Value) -> Result<Self, String> {
        let totals = &data["totals"];
        let backers = totals["backers"].as_i64().filter(|backers| *backers >= 0);
        Ok(Self {
            goal: if totals["goal"].is_null() { None } else { Some(amount(totals, "goal")?) },
            pledged: amount(totals, "pledged")?,
            ceilings: amount(totals, "ceilings")?,
            waiting: amount(totals, "waiting")?,
            signed: amount(totals, "signed")?,
            backers: backers.ok_or("totals.backers is no number of backers")?,
        })
    }

    /// As a line's data states them.
    pub fn write(&self) -> Value {
        json!({
            "goal": self.goal,
            "pledged": self.pledged,
            "ceilings": self.ceilings,
            "waiting": self.waiting,
            "signed": self.signed,
            "backers": self.backers,
        })
    }

    /// The first total in which the two differ: its name, ours, the other's.
    pub fn difference(&self, other: &Self) -> Option<(&'static str, String, String)> {
        let words = |totals: &Self| {
            let goal = totals.goal.map_or_else(|| "nothing".to_owned(), |goal| goal.to_string());
            let amounts = [totals.pledged, totals.ceilings, totals.waiting, totals.signed].map(|it| it.to_string());
            let [pledged, ceilings, waiting, signed] = amounts;
            [goal, pledged, ceilings, waiting, signed, totals.backers.to_string()]
        };
        let names = ["goal", "pledged", "ceilings", "waiting", "signed", "backers"];
        let pairs = words(self).into_iter().zip(words(other));
        names.into_iter().zip(pairs).find(|(_, (ours, theirs))| ours != theirs).map(|(name, (a, b))| (name, a, b))
    }
}

/// An amount as the program writes it; a sum may be larger than what anybody can pledge.
pub fn amount(data: &Value, name: &str) -> Result<Amount, String> {
    let text = text(data, name)?;
    let parsed = text.parse::<Decimal>().ok().and_then(Amount::from_decimal);
    parsed.filter(|amount| amount.to_string() == text).ok_or_else(|| format!("{name} is no amount"))
}

pub fn text<'a>(data: &'a Value, name: &str) -> Result<&'a str, String> {
    data[name].as_str().ok_or_else(|| format!("{name} is missing"))
}
