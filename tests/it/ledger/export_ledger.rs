//! All ledgers as one file.

use cofund_tests::{Value, test};

use super::reef;

#[test]
fn every_public_project_is_in_it_in_order() {
    test(async |app| {
        let first = reef(app).await;
        let second = app.open_ledger("atoll", "shared", "5.00").await;
        let draft = app.open_ledger("draft", "fixed", "5.00").await;
        let sql = format!("UPDATE projects SET funding = 'draft', opened_at = NULL WHERE id = '{draft}'");
        app.database.client.batch_execute(&sql).await.expect("a draft");
        let file = app.public().get("/exports/ledger.jsonl").await;
        assert_eq!(file.is(200).header("content-type"), Some("application/x-ndjson"));
        let each = ["/projects/reef/ledger.jsonl", "/projects/atoll/ledger.jsonl"];
        let mut both = String::new();
        for path in each {
            both += &app.public().get(path).await.is(200).text();
        }
        assert!(first < second);
        assert_eq!(file.text(), both);
        let projects: Vec<Value> =
            both.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON")["project"].clone()).collect();
        assert!(projects.iter().all(|project| *project != draft.to_string()));
    });
}

#[test]
fn without_projects_it_is_empty() {
    test(async |app| {
        assert_eq!(app.public().get("/exports/ledger.jsonl").await.is(200).text(), "");
    });
}
