//! A project's ledger as a file.

use cofund_tests::{json, test};
use reqwest::Method;

use super::{close_reef, parsed, reef};

#[test]
fn it_is_what_the_list_says_in_canonical_lines() {
    test(async |app| {
        reef(app).await;
        close_reef(app).await;
        let file = app.public().get("/projects/reef/ledger.jsonl").await;
        assert_eq!(file.is(200).header("content-type"), Some("application/x-ndjson"));
        let text = file.text();
        assert!(text.ends_with("}\n"));
        let lines = parsed(&text);
        assert_eq!(json!(lines), app.public().get("/projects/reef/ledger").await["items"]);
        // serde_json sorts names by itself, as canonical JSON does with these, and leaves no blanks.
        for (line, value) in text.lines().zip(&lines) {
            assert_eq!(line, value.to_string());
        }
        assert!(text.contains("Küste \u{1f30a}"));
    });
}

#[test]
fn who_has_it_gets_it_again_only_when_it_grew() {
    test(async |app| {
        let reef = reef(app).await;
        let path = "/projects/reef/ledger.jsonl";
        let etag = app.public().get(path).await.is(200).etag();
        app.public().get(path).header("if-none-match", &etag).await.is(304);
        let head = app.public().call(Method::HEAD, path).await;
        assert_eq!((head.is(200).etag(), head.bytes.len()), (etag.clone(), 0));
        reef.alder.step(&reef.pledge, "withdraw", json!({ "reason": "Another year" })).await.is(200);
        let grown = app.public().get(path).header("if-none-match", &etag).await;
        assert_eq!(grown.is(200).text().lines().count(), 6);
    });
}
