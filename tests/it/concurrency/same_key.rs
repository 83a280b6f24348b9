//! The same pledge sent many times at once is one pledge.

use cofund_tests::{json, test};

use super::{let_in, watched};

#[test]
fn fifty_with_one_key_are_one_pledge() {
    test(async |app| {
        let project = app.open_project("One key", json!({})).await;
        let backer = app.backer("Alder").await;
        let body = json!({
            "organization": backer.slug, "amount": "100.00", "visibility": "public", "terms_version": "2026-11",
        });
        let path = format!("/projects/{project}/pledges");
        let calls = (0..50).map(|_| backer.lead.post(&path, body.clone()).key("the-one")).collect();
        let answers = watched(app, &project, calls).await;
        assert!(let_in(&answers, &["idempotency_in_flight"]) >= 1);
        let made: Vec<_> = answers.iter().filter(|answer| answer.status == 201).collect();
        let first = made.iter().filter(|answer| answer.header("idempotent-replayed").is_none()).count();
        assert_eq!(first, 1);
        for answer in &made {
            assert_eq!(answer.bytes, made[0].bytes);
        }
        assert_eq!(app.project(&project).await["pledged"], "100.00");
        assert_eq!(app.count("SELECT count(*) FROM pledges").await, 1);
        assert_eq!(app.count("SELECT count(*) FROM audit_log WHERE action = 'pledge_placed'").await, 1);
    });
}

#[test]
fn fifty_with_keys_of_their_own_are_one_pledge() {
    test(async |app| {
        let project = app.open_project("Fifty keys", json!({})).await;
        let backer = app.backer("Alder").await;
        let calls = (0..50).map(|_| backer.pledge(&project, json!({ "amount": "10.00" }))).collect();
        let answers = watched(app, &project, calls).await;
        assert_eq!(let_in(&answers, &["already_pledged"]), 1);
    });
}
