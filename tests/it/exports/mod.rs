//! Tables, read as a spreadsheet reads them.

mod export_organization_pledges;
mod export_projects;

use std::collections::HashMap;

use cofund_tests::{Answer, Value};

/// The lines of a table by the names in its header.
pub fn lines(answer: &Answer) -> Vec<HashMap<String, String>> {
    let text = answer.is(200).text();
    assert!(text.ends_with("\r\n"), "{text}");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|line| line.expect("a good line")).collect()
}

/// Cents, added up.
pub fn sum<'a>(amounts: impl Iterator<Item = &'a str>) -> i64 {
    amounts.map(|amount| amount.replace('.', "").parse::<i64>().expect("an amount")).sum()
}

pub fn in_api<'a>(items: &'a [Value], name: &'a str) -> impl Iterator<Item = &'a str> {
    items.iter().filter_map(move |item| item[name].as_str())
}
