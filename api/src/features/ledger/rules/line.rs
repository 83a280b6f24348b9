//! A line and its hash.
//!
//! `hash` is the lower-case hex of SHA-256 over the previous hash followed by the line without its two hashes, in the
//! canonical JSON of RFC 8785. A line read back from the database must give the same text: so instants are cut to what
//! the database keeps, and `data` holds strings, whole numbers, booleans, nulls, lists and objects only.

use aws_lc_rs::digest;
use chrono::{DateTime, SubsecRound as _, Utc};
use serde::Serialize;
use serde_json::Value;

use crate::kernel::{LedgerEntry, ProjectId, hex};

#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub project: ProjectId,
    pub seq: i32,
    pub at: DateTime<Utc>,
    pub kind: String,
    pub data: Value,
    pub prev_hash: String,
    pub hash: String,
}

/// The last line's number and hash: whoever knows them knows all lines before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub seq: i32,
    pub hash: String,
}

impl Head {
    /// Before the first line.
    pub fn start() -> Self {
        Self { seq: 0, hash: "0".repeat(64) }
    }
}

/// The line as it is published; without the hashes, as it is hashed.
#[derive(Serialize)]
struct Text<'a> {
    project: ProjectId,
    seq: i32,
    at: String,
    kind: &'a str,
    data: &'a Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    prev_hash: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hash: Option<&'a str>,
}

impl Line {
    /// The line that follows the head.
    pub fn after(head: &Head, at: DateTime<Utc>, entry: LedgerEntry) -> Self {
        let mut line = Self {
            project: entry.project,
            seq: head.seq + 1,
            at: at.trunc_subsecs(6),
            kind: entry.kind.to_owned(),
            data: entry.data,
            prev_hash: head.hash.clone(),
            hash: String::new(),
        };
        line.hash = line.computed_hash();
        line
    }

    /// What its hash must be.
    pub fn computed_hash(&self) -> String {
        let bare = canonical(&Text { prev_hash: None, hash: None, ..self.text() });
        let mut context = digest::Context::new(&digest::SHA256);
        context.update(self.prev_hash.as_bytes());
        context.update(bare.as_bytes());
        hex(context.finish().as_ref())
    }

    /// All of it, as a line of a downloaded ledger.
    pub fn canonical(&self) -> String {
        canonical(&self.text())
    }

    pub fn head(&self) -> Head {
        Head { seq: self.seq, hash: self.hash.clone() }
    }

    /// RFC 3339 in UTC, always with six decimals.
    pub fn instant(&self) -> String {
        self.at.format("%Y-%m-%dT%H:%M:%S%.6fZ").to_string()
    }

    fn text(&self) -> Text<'_> {
        Text {
            project: self.project,
            seq: self.seq,
            at: self.instant(),
            kind: &self.kind,
            data: &self.data,
            prev_hash: Some(&self.prev_hash),
            hash: Some(&self.hash),
        }
    }
}

fn canonical(value: &impl Serialize) -> String {
    serde_json_canonicalizer::to_string(value).expect("lines are plain values")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;
    use uuid::Uuid;

    use super::*;

    fn entry(data: Value) -> LedgerEntry {
        let project = Uuid::from_u128(0x0193_5a0e_0000_7000_8000_0000_0000_0001).into();
        LedgerEntry { project, kind: "opened", data }
    }

    fn at() -> DateTime<Utc> {
        "2026-03-01T09:30:00.120000789Z".parse().unwrap()
    }

    /// Worked out with another program: `printf '%s%s' "$prev" "$text" | sha256sum`.
    #[test]
    fn the_text_and_the_hash_are_these() {
        let line = Line::after(&Head::start(), at(), entry(json!({ "b": "é", "a": [1, null, true] })));
        let hash = "970d57a89ff2ce5bb39122160a6eb62806a66ae7b3805b9741a13f3e408487d6";
        assert_eq!(
            line.canonical(),
            format!(
                r#"{{"at":"2026-03-01T09:30:00.120000Z","data":{{"a":[1,null,true],"b":"é"}},"hash":"{hash}","kind":"opened","prev_hash":"{}","project":"01935a0e-0000-7000-8000-000000000001","seq":1}}"#,
                "0".repeat(64)
            )
        );
    }

    /// Names are ordered by UTF-16 units, as the RFC shows with these, and only what must be is escaped.
    #[test]
    fn canonical_is_what_the_rfc_says() {
        let value = json!({
            "\u{20ac}": "Euro Sign", "\r": "Carriage Return", "\u{fb33}": "Hebrew Letter Dalet With Dagesh", "1": "One",
            "\u{1f600}": "Emoji: Grinning Face", "\u{80}": "Control", "\u{f6}": "Latin Small Letter O With Diaeresis",
        });
        let text = canonical(&value);
        let places: Vec<_> = ["\\r", "1\"", "\u{80}", "ö", "€", "😀", "\u{fb33}"]
            .iter()
            .map(|name| text.find(&format!("\"{name}")).unwrap_or(usize::MAX))
            .collect();
        assert!(places.is_sorted() && places[6] < usize::MAX, "{text}");
        assert_eq!(canonical(&json!("\u{0}\u{8}\t\u{1f}\"\\/\u{7f}<é")), "\"\\u0000\\b\\t\\u001f\\\"\\\\/\u{7f}<é\"");
    }

    /// What a line's data may be.
    fn data() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::hash_map(any::<String>(), inner, 0..4).prop_map(|map| map.into_iter().collect()),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_published_reads_back_and_is_written_the_same(data in data()) {
            let line = Line::after(&Head::start(), at(), entry(data.clone()));
            let text = line.canonical();
            prop_assert!(!text.contains('\n'));
            let read: Value = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(&read["data"], &data);
            prop_assert_eq!(canonical(&read), text);
        }

        #[test]
        fn other_data_has_another_hash(one in data(), other in data()) {
            let hash = |data: &Value| Line::after(&Head::start(), at(), entry(data.clone())).hash;
            prop_assert_eq!(hash(&one) == hash(&other), one == other);
        }
    }
}
