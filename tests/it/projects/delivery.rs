//! Staff say where the work on a funded project stands.

use cofund_tests::{json, test};

#[test]
fn the_work_goes_from_not_started_to_done() {
    test(async |app| {
        let (project, ..) = app.funded_project("Sync").await;
        let deliver = async |to: &str| app.run(&project, "delivery", json!({ "to": to, "note": "As planned" })).await;
        app.project(&project).await.says(json!({ "delivery": "not_started", "done_at": null }));
        deliver("in_flight").await.is(200).says(json!({ "delivery": "in_flight", "done_at": null }));
        let done = deliver("done").await;
        done.is(200).says(json!({ "delivery": "done", "funding": "funded" }));
        assert!(done["done_at"].is_string());
        assert_eq!(app.audit_entry("project_delivery_changed").await["note"], "As planned");
        deliver("in_flight").await.is(200).says(json!({ "done_at": null }));
        deliver("soon").await.refused(422, "body_invalid");
    });
}

#[test]
fn what_is_not_funded_is_not_delivered() {
    test(async |app| {
        let open = app.open_project("Open", json!({})).await;
        let draft = app.draft("Draft", json!({})).await;
        for project in [open, draft] {
            let refused = app.run(&project, "delivery", json!({ "to": "in_flight" })).await;
            refused.refused(409, "not_in_this_state");
        }
    });
}
