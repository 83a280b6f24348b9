//! All ledgers as one file.

use cofund_tests::{json, test};

use super::{atoll, downloaded, parsed, reef};

#[test]
fn every_public_project_is_in_it_in_order() {
    test(async |app| {
        let reef = reef(app).await;
        atoll(app).await;
        app.draft("A draft", json!({})).await;
        let candidate = app.draft("A candidate", json!({})).await;
        app.publish(&candidate, "candidate").await.is(200);
        let file = app.public().get("/exports/ledger.jsonl").await;
        assert_eq!(file.is(200).header("content-type"), Some("application/x-ndjson"));
        let both = [downloaded(app, "reef").await, downloaded(app, "atoll").await];
        assert_eq!(file.text(), both.concat());
        let projects: Vec<_> = parsed(&file.text()).iter().map(|line| line["project"].clone()).collect();
        let second = app.project("atoll").await.id();
        assert!(reef.id < second);
        assert_eq!(projects, [vec![json!(reef.id); 5], vec![json!(second)]].concat());
    });
}

#[test]
fn without_projects_it_is_empty() {
    test(async |app| {
        assert_eq!(app.public().get("/exports/ledger.jsonl").await.is(200).text(), "");
    });
}
