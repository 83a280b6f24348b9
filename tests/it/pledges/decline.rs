//! A lead declines what a champion requested, with a reason.

use cofund_tests::{json, test};

#[test]
fn a_request_ends_with_a_reason_and_nobody_outside_knows() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let ana = app.member(&alder.slug, "champion").await;
        let pledge = alder.pledge_as(&ana, &project, json!({ "amount": "400.00" })).await.is(201).id();
        alder.step(&pledge, "decline", json!({ "reason": "" })).await.refused_field("/reason", "required");
        let declined = alder.step(&pledge, "decline", json!({ "reason": "Next year" })).await;
        declined.is(200).says(json!({ "status": "declined", "reason": "Next year", "version": 2, "active": false }));
        alder.step(&pledge, "decline", super::because()).await.refused(409, "pledge_ended");
        alder.step(&pledge, "approve", json!({})).await.refused(409, "pledge_ended");
        ana.get(&format!("/pledges/{pledge}")).await.says(json!({ "reason": "Next year" }));
        assert_eq!(app.count("SELECT count(*) FROM ledger_lines WHERE kind LIKE 'pledge%'").await, 0);
        // Nothing holds the project, and the organisation may pledge anew.
        app.staff().await.edit(&format!("/projects/{project}"), json!({ "minimum_pledge": "5.00" })).await.is(200);
        alder.gives(&project, "100.00").await;
    });
}

#[test]
fn what_stands_is_not_declined() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let pledge = alder.gives(&project, "100.00").await;
        alder.step(&pledge, "decline", super::because()).await.refused(409, "not_requested");
    });
}
