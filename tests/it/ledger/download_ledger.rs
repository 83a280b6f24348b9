//! A project's ledger as a file.

use cofund_tests::{Value, json, test};
use reqwest::Method;

use super::reef;

#[test]
fn it_is_what_the_list_says_in_canonical_lines() {
    test(async |app| {
        reef(app).await;
        let file = app.public().get("/projects/reef/ledger.jsonl").await;
        assert_eq!(file.is(200).header("content-type"), Some("application/x-ndjson"));
        let text = file.text();
        assert!(text.ends_with("}\n"));
        let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(json!(lines), app.public().get("/projects/reef/ledger").await["items"]);
        // serde_json sorts names by itself, as canonical JSON does with these, and leaves no blanks.
        for (line, value) in text.lines().zip(&lines) {
            assert_eq!(line, value.to_string());
        }
        assert!(text.contains("küste-\u{1f30a}"));
    });
}

#[test]
fn who_has_it_gets_it_again_only_when_it_grew() {
    test(async |app| {
        let project = reef(app).await;
        let path = "/projects/reef/ledger.jsonl";
        let etag = app.public().get(path).await.is(200).etag();
        app.public().get(path).header("if-none-match", &etag).await.is(304);
        let head = app.public().call(Method::HEAD, path).await;
        assert_eq!((head.is(200).etag(), head.bytes.len()), (etag.clone(), 0));
        app.append(project, "pledge_withdrawn", super::pledge("a1", "250.50", "0.00", 0)).await;
        let grown = app.public().get(path).header("if-none-match", &etag).await;
        assert_eq!(grown.is(200).text().lines().count(), 6);
    });
}

/// More than one piece, and the pieces fit.
#[test]
fn a_long_one_is_whole() {
    test(async |app| {
        let project = app.open_ledger("reef", "fixed", "1000.00").await;
        let totals = super::pledge("", "", "0.00", 0)["totals"].clone();
        for _ in 0..1100 {
            let data = json!({ "pledge_by": "2041-01-01", "time_zone": "UTC", "totals": totals });
            app.append(project, "extended", data).await;
        }
        let file = app.public().get("/projects/reef/ledger.jsonl").await;
        let seqs = file
            .is(200)
            .text()
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).expect("JSON")["seq"].as_u64())
            .collect::<Vec<_>>();
        assert_eq!(seqs, (1..=1101).map(Some).collect::<Vec<_>>());
        assert_eq!(app.public().get("/exports/ledger.jsonl").await.is(200).text(), file.text());
    });
}
