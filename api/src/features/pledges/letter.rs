//! The commitment letter as a page: words around a pledge. Whatever somebody wrote is escaped.

use chrono::{DateTime, Utc};
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, UndefinedBehavior, context};
use serde::Serialize;
use url::Url;

use super::dto::{Conditions, Pledge};
use super::rules::explain::Words;
use crate::error::{Error, Result};
use crate::kernel::{Mode, PledgeStatus};

const TEMPLATE: &str = include_str!("letter.html");

/// What a letter says that its pledge does not hold.
pub struct Frame<'a> {
    pub words: Words,
    pub public_url: &'a Url,
    pub style: &'a str,
    /// The name of the organisation whose pledge it requires.
    pub required: Option<String>,
    pub now: DateTime<Utc>,
}

#[derive(Serialize)]
struct Row {
    year: String,
    part: String,
    amount: String,
}

pub fn render(pledge: &Pledge, frame: &Frame<'_>) -> Result<String> {
    let (words, project) = (frame.words, &pledge.project.slug);
    let address = |path: &str| frame.public_url.join(path).map(String::from).map_err(Error::internal);
    let rows: Vec<Row> = pledge
        .instalments
        .iter()
        .map(|part| Row {
            year: part.fiscal_year.to_string(),
            part: part.part.to_string(),
            amount: words.money(part.amount),
        })
        .collect();
    let values = context! {
        style => Value::from_safe_string(frame.style.to_owned()),
        date => frame.now.format("%-d %B %Y").to_string(),
        organization => &pledge.organization.name,
        project => &pledge.project.title,
        project_url => address(&format!("/projects/{project}"))?,
        standing => standing(pledge),
        amount_is => if pledge.project.mode == Mode::Shared { "At most" } else { "Amount" },
        amount => words.money(pledge.amount),
        fraction => pledge.fraction.map(|fraction| fraction.to_string()),
        share => words.money(pledge.share),
        purchase_order => &pledge.purchase_order,
        champion => &pledge.champion,
        placed => pledge.placed_at.format("%-d %B %Y").to_string(),
        conditions => conditions(words, &pledge.conditions, frame.required.as_deref()),
        instalments => Serde(rows),
        terms => terms(pledge),
        terms_version => &pledge.terms_version,
        terms_url => address(&format!("/api/v1/terms/{}", pledge.terms_version))?,
        handle => &pledge.handle,
        seq => pledge.ledger.seq,
        hash => &pledge.ledger.hash,
        ledger_url => address(&format!("/api/v1/projects/{project}/ledger.jsonl"))?,
    };
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.render_str(TEMPLATE, values).map_err(Error::internal)
}

/// Where the pledge stands, before anybody reads on.
fn standing(pledge: &Pledge) -> &'static str {
    match pledge.status {
        PledgeStatus::Requested => "A lead of the organisation has not approved this pledge yet: it commits nothing.",
        PledgeStatus::Pledged if pledge.active => "This pledge stands and counts.",
        PledgeStatus::Pledged => "This pledge stands. It does not count yet: it waits for its conditions.",
        status if status.is_signed() => "This pledge is under a signed agreement.",
        _ => "This pledge has ended: it commits nothing any more.",
    }
}

fn terms(pledge: &Pledge) -> String {
    match (&pledge.agreement_reference, pledge.agreement_date) {
        (Some(reference), Some(date)) if pledge.status.is_signed() => {
            format!("The agreement {reference}, signed on {date}, says what is owed. This letter adds nothing to it.")
        }
        _ => "This letter is a statement of intent. It is no contract and no invoice, and nothing is owed until an \
              agreement is signed."
            .to_owned(),
    }
}

fn conditions(words: Words, conditions: &Conditions, required: Option<&str>) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(count) = conditions.min_other_orgs {
        let who = if count == 1 { "one other institution counts".to_owned() } else { format!("{count} others count") };
        said.push(format!("at least {who}"));
    }
    if let Some(amount) = conditions.min_other_amount {
        said.push(format!("others that count commit at least {}", words.money(amount)));
    }
    if let Some(amount) = conditions.min_total {
        said.push(format!("at least {} is committed in all", words.money(amount)));
    }
    if let Some(name) = required {
        said.push(format!("a public pledge of {name} counts"));
    }
    said
}
