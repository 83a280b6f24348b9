//! Staff change a project's content, on the version they saw.

use chrono::TimeDelta;
use cofund_tests::{json, test};

#[test]
fn what_is_named_changes_and_the_rest_stays() {
    test(async |app| {
        let project = app.draft("Sync", json!({})).await;
        let (staff, path) = (app.staff().await, format!("/projects/{project}"));
        let links = json!([{ "kind": "upstream", "url": "https://github.com/example/sync/issues/1" }]);
        let changed = staff.edit(&path, json!({ "title": "Sync, clearly", "links": links, "theme": null })).await;
        changed.is(200).says(json!({
            "title": "Sync, clearly", "slug": "sync", "links": links, "theme": null, "goal": "1000.00", "version": 2,
        }));
        staff
            .edit(&path, json!({ "goal": null, "pledge_by": null, "capacity_hours": null }))
            .await
            .is(200)
            .says(json!({ "goal": null, "pledge_by": null, "closes_at": null, "capacity_hours": null, "version": 3 }));
        app.draft("Other", json!({})).await;
        staff.edit(&path, json!({ "slug": "other" })).await.refused(409, "slug_taken");
        staff.edit(&path, json!({ "slug": "sync-now" })).await.is(200);
        staff.get(&path).await.refused(404, "not_found");
    });
}

#[test]
fn a_change_names_the_version_that_was_seen() {
    test(async |app| {
        let project = app.draft("Sync", json!({})).await;
        let (staff, path) = (app.staff().await, format!("/projects/{project}"));
        let seen = staff.get(&path).await.etag();
        let without = staff.call("PATCH".parse().expect("a method"), &path).json(&json!({ "summary": "New" }));
        without.await.refused(428, "if_match_required");
        let first = staff.patch(&path, &seen, json!({ "summary": "One" })).await;
        staff.patch(&path, &seen, json!({ "summary": "Two" })).await.refused(412, "version_conflict");
        assert_eq!(staff.get(&path).await["summary"], "One");
        // The tag of the answer is the one to go on with.
        staff.patch(&path, &first.etag(), json!({ "summary": "Three" })).await.is(200);
    });
}

#[test]
fn only_what_is_not_decided_can_be_edited() {
    test(async |app| {
        let staff = app.lasting_staff().await;
        let edit = async |project: &str| staff.edit(&format!("/projects/{project}"), json!({ "summary": "New" })).await;
        let (funded, ..) = app.funded_project("Funded").await;
        let closed = app.open_project("Closed", json!({})).await;
        app.run(&closed, "close", json!({ "reason": "superseded", "note": "See the other." })).await.is(200);
        let missed = app.open_project("Missed", json!({})).await;
        edit(&missed).await.is(200);
        app.advance(TimeDelta::days(32));
        for project in [funded, closed, missed] {
            edit(&project).await.refused(409, "not_in_this_state");
        }
    });
}

#[test]
fn a_project_that_is_open_stays_one_that_takes_pledges() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let (staff, path) = (app.staff().await, format!("/projects/{project}"));
        let lacks = async |edit: cofund_tests::Value, field: &str, code: &str| {
            let refused = staff.edit(&path, edit).await;
            let missing = refused.refused(409, "publish_incomplete")["missing"].as_array().expect("a list").clone();
            let named: Vec<_> = missing.iter().map(|one| (one["field"].as_str(), one["code"].as_str())).collect();
            assert_eq!(named, [(Some(field), Some(code))]);
        };
        lacks(json!({ "goal": null }), "goal", "required").await;
        lacks(json!({ "goal": "9.99" }), "minimum_pledge", "above_goal").await;
        lacks(json!({ "pledge_by": null }), "pledge_by", "required").await;
        lacks(json!({ "theme": null }), "theme", "required").await;
        lacks(json!({ "deliverables": [] }), "deliverables", "required").await;
        let range = json!({ "goal_low": "1.00", "goal_high": "2.00" });
        staff.edit(&path, range).await.refused_field("/goal_low", "not_allowed");
        // Nobody pledged: all of it may move.
        let ground = json!({
            "goal": "2000.00", "mode": "shared", "minimum_pledge": "5.00", "pledge_by": "2099-01-01", "time_zone": "Asia/Tokyo",
        });
        staff.edit(&path, ground.clone()).await.is(200).says(ground);
    });
}
