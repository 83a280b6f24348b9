//! What a project still lacks before it can be public, with word counts. Pure.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::kernel::Amount;

/// As much of a project as the check looks at.
pub struct Content<'a> {
    pub summary: &'a str,
    pub problem: &'a str,
    pub solution: &'a str,
    pub implementation: &'a str,
    pub fit: &'a str,
    pub research: &'a str,
    pub has_theme: bool,
    pub deliverables: usize,
    pub goal: Option<Amount>,
    pub range: Option<(Amount, Amount)>,
    pub minimum: Amount,
    pub capacity_hours: Option<i32>,
    pub closes_at: Option<DateTime<Utc>>,
    pub terms: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MissingCode {
    Required,
    TooFewWords,
    TooManyWords,
    InThePast,
    AboveGoal,
}

/// One thing to do before publishing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Missing {
    #[schema(example = "problem")]
    pub field: &'static str,
    pub code: MissingCode,
    /// For what is counted in words.
    pub words: Option<usize>,
    pub at_least: Option<usize>,
    pub at_most: Option<usize>,
}

/// How many words a text has, and how many it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct WordCount {
    #[schema(example = "problem")]
    pub field: &'static str,
    pub words: usize,
    pub at_least: usize,
    pub at_most: Option<usize>,
}

pub fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

pub fn word_counts(content: &Content<'_>) -> Vec<WordCount> {
    let count = |field, text, at_least, at_most| WordCount { field, words: count_words(text), at_least, at_most };
    vec![
        count("problem", content.problem, 50, None),
        count("solution", content.solution, 50, Some(500)),
        count("implementation", content.implementation, 50, Some(500)),
        count("fit", content.fit, 25, None),
        count("research", content.research, 1, None),
    ]
}

/// What is missing for a candidate, which takes no money.
pub fn missing_for_candidate(content: &Content<'_>) -> Vec<Missing> {
    let mut missing = Vec::new();
    let required = |field| Missing { field, code: MissingCode::Required, words: None, at_least: None, at_most: None };
    if content.summary.is_empty() {
        missing.push(required("summary"));
    }
    for count in word_counts(content) {
        let code = match count {
            _ if count.words < count.at_least => MissingCode::TooFewWords,
            _ if count.at_most.is_some_and(|most| count.words > most) => MissingCode::TooManyWords,
            _ => continue,
        };
        let WordCount { field, words, at_least, at_most } = count;
        missing.push(Missing { field, code, words: Some(words), at_least: Some(at_least), at_most });
    }
    if !content.has_theme {
        missing.push(required("theme"));
    }
    if content.deliverables == 0 {
        missing.push(required("deliverables"));
    }
    if content.goal.is_none() && content.range.is_none() {
        missing.push(required("goal"));
    }
    missing
}

/// What is missing to take pledges: a firm goal, and until when.
pub fn missing_for_open(content: &Content<'_>, now: DateTime<Utc>) -> Vec<Missing> {
    let mut missing = missing_for_candidate(content);
    let mut add = |field, code| missing.push(Missing { field, code, words: None, at_least: None, at_most: None });
    match content.goal {
        None if content.range.is_some() => add("goal", MissingCode::Required),
        Some(goal) if content.minimum > goal => add("minimum_pledge", MissingCode::AboveGoal),
        _ => {}
    }
    match content.closes_at {
        None => add("pledge_by", MissingCode::Required),
        Some(closes_at) if closes_at <= now => add("pledge_by", MissingCode::InThePast),
        Some(_) => {}
    }
    if content.capacity_hours.is_none() {
        add("capacity_hours", MissingCode::Required);
    }
    if !content.terms {
        add("terms", MissingCode::Required);
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(count: usize) -> String {
        vec!["word"; count].join(" ")
    }

    #[test]
    fn counts_what_people_call_words() {
        assert_eq!(count_words("  One, two – three\n\n* four-five 6 "), 5);
        assert_eq!(count_words(""), 0);
    }

    #[test]
    fn says_what_is_missing_and_how_much() {
        let (fifty, many, few) = (words(50), words(501), words(24));
        let mut content = Content {
            summary: "One line",
            problem: &fifty,
            solution: &many,
            implementation: &fifty,
            fit: &few,
            research: "x",
            has_theme: true,
            deliverables: 1,
            goal: Amount::parse("10.00").ok(),
            range: None,
            minimum: Amount::ZERO,
            capacity_hours: Some(1),
            closes_at: Some(DateTime::UNIX_EPOCH),
            terms: true,
        };
        let now = DateTime::UNIX_EPOCH;
        let found = |content: &Content<'_>| -> Vec<(&str, MissingCode)> {
            missing_for_open(content, now).iter().map(|missing| (missing.field, missing.code)).collect()
        };
        let expected = [
            ("solution", MissingCode::TooManyWords),
            ("fit", MissingCode::TooFewWords),
            ("pledge_by", MissingCode::InThePast),
        ];
        assert_eq!(found(&content), expected);
        content.solution = &fifty;
        content.fit = &fifty;
        content.closes_at = Some(now + chrono::TimeDelta::days(1));
        assert_eq!(found(&content), []);
        assert_eq!(missing_for_candidate(&content), []);
        content.minimum = Amount::parse("10.01").unwrap();
        assert_eq!(found(&content), [("minimum_pledge", MissingCode::AboveGoal)]);
        content.goal = None;
        content.range = Amount::parse("1.00").ok().zip(Amount::parse("2.00").ok());
        assert_eq!(found(&content), [("goal", MissingCode::Required)]);
        assert_eq!(missing_for_candidate(&content), []);
    }
}
