//! A project's ledger, page by page.

use cofund_tests::{json, test};

use super::{atoll, reef};

#[test]
fn lines_come_the_oldest_first_a_page_at_a_time() {
    test(async |app| {
        let reef = reef(app).await;
        let first = app.public().get("/projects/reef/ledger?limit=3").await;
        let items = first.is(200).items();
        let kinds: Vec<_> = items.iter().map(|line| (line["seq"].as_i64(), line["kind"].as_str())).collect();
        let expected = [(1, "opened"), (2, "pledge_placed"), (3, "pledge_placed")];
        assert_eq!(kinds, expected.map(|(seq, kind)| (Some(seq), Some(kind))));
        assert_eq!(items[1]["project"], json!(reef.id));
        assert_eq!(items[1]["prev_hash"], items[0]["hash"]);
        assert_eq!(items[1]["data"]["totals"]["pledged"], "400.00");
        let at = items[1]["at"].as_str().expect("an instant");
        assert!(at.len() == "2026-03-01T09:30:00.000000Z".len() && at.ends_with('Z'), "{at}");

        let cursor = first["next_cursor"].as_str().expect("more").to_owned();
        let second = app.public().get(&format!("/projects/reef/ledger?limit=3&cursor={cursor}")).await;
        assert_eq!(second.is(200).items().len(), 2);
        assert_eq!((&second["next_cursor"], &second.items()[0]["prev_hash"]), (&json!(null), &items[2]["hash"]));
        atoll(app).await;
        let other = app.public().get(&format!("/projects/atoll/ledger?cursor={cursor}")).await;
        other.refused(400, "cursor_invalid");
    });
}

#[test]
fn everybody_may_keep_it_for_a_moment() {
    test(async |app| {
        reef(app).await;
        for path in ["/projects/reef/ledger", "/projects/reef/ledger.jsonl", "/exports/ledger.jsonl"] {
            let answer = app.public().get(path).await;
            assert_eq!(answer.is(200).header("cache-control"), Some("public, max-age=0, s-maxage=1"), "{path}");
        }
    });
}

#[test]
fn a_draft_has_no_ledger_to_anybody() {
    test(async |app| {
        app.draft("Secret", json!({})).await;
        for path in ["/projects/secret/ledger", "/projects/secret/ledger.jsonl", "/projects/nothing/ledger"] {
            app.public().get(path).await.refused(404, "not_found");
            app.staff().await.get(path).await.refused(404, "not_found");
        }
        assert_eq!(app.public().get("/exports/ledger.jsonl").await.is(200).text(), "");
    });
}
