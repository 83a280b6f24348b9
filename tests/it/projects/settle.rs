//! Staff, or the date, freeze the shares of a covered coalition.

use chrono::TimeDelta;
use cofund_tests::{json, test};

#[test]
fn what_is_covered_is_settled_and_who_waits_is_released() {
    test(async |app| {
        let project = app.open_project("Coalition", json!({ "mode": "shared" })).await;
        let [alder, birch, cedar] = [app.backer("Alder").await, app.backer("Birch").await, app.backer("Cedar").await];
        let first = alder.gives(&project, "800.00").await;
        app.run(&project, "settle", json!(null)).await.refused(409, "not_covered");
        let second = birch.gives(&project, "700.00").await;
        let waits = json!({ "amount": "500.00", "conditions": { "min_other_orgs": 5 } });
        let third = cedar.pledge(&project, waits).await.is(201).id();
        let champion = app.member(&app.organization("Dogwood").await, "champion").await;
        let request =
            json!({ "organization": "dogwood", "amount": "50.00", "visibility": "public", "terms_version": "2026-11" });
        let path = format!("/projects/{project}/pledges");
        let fourth = champion.post(&path, request).key("request").await.is(201).id();
        let settled = app.run(&project, "settle", json!(null)).await;
        settled.is(200).says(json!({
            "funding": "funded", "pledged": "1000.00", "ceilings": "1000.00", "waiting": "0.00", "backers": 2, "waiters": 0,
            "covered": true, "gap": "0.00", "tipping_point": null, "level": null,
        }));
        let see = async |who: &cofund_tests::Person, id: &str| who.get(&format!("/pledges/{id}")).await;
        see(&alder.lead, &first)
            .await
            .says(json!({ "amount": "800.00", "share": "500.00", "status": "pledged", "active": true }));
        see(&birch.lead, &second).await.says(json!({ "amount": "700.00", "share": "500.00" }));
        see(&cedar.lead, &third)
            .await
            .says(json!({ "status": "released", "reason": "condition_not_met", "active": false, "share": "0.00" }));
        see(&champion, &fourth).await.says(json!({ "status": "released", "reason": "project_funded" }));
        app.run(&project, "settle", json!(null)).await.refused(409, "not_in_this_state");
    });
}

#[test]
fn only_a_coalition_is_settled() {
    test(async |app| {
        let project = app.open_project("First come", json!({})).await;
        app.backer("Alder").await.gives(&project, "100.00").await;
        app.run(&project, "settle", json!(null)).await.refused(409, "not_in_this_state");
    });
}

#[test]
fn the_date_settles_what_is_covered_and_misses_what_is_not() {
    test(async |app| {
        let covered = app.open_project("Covered", json!({ "mode": "shared" })).await;
        let uncovered = app.open_project("Uncovered", json!({ "mode": "shared" })).await;
        let alder = app.lasting_backer("Alder").await;
        let birch = app.lasting_backer("Birch").await;
        let pledge = alder.gives(&covered, "1000.00").await;
        alder.gives(&uncovered, "999.99").await;
        let staff = app.lasting_staff().await;
        app.advance(TimeDelta::days(31));
        app.project(&covered).await.says(json!({ "funding": "funded", "pledged": "1000.00" }));
        app.project(&uncovered).await.says(json!({ "funding": "missed", "pledged": "999.99" }));
        birch.pledge(&covered, json!({ "amount": "100.00" })).await.refused(409, "project_not_open");
        birch.pledge(&uncovered, json!({ "amount": "100.00" })).await.refused(409, "project_not_open");
        staff.run(&uncovered, "settle", json!(null)).await.refused(409, "not_in_this_state");
        // Whoever changes something first makes it a fact.
        staff
            .run(&covered, "delivery", json!({ "to": "in_flight" }))
            .await
            .is(200)
            .says(json!({ "funding": "funded" }));
        alder.lead.get(&format!("/pledges/{pledge}")).await.says(json!({ "share": "1000.00", "status": "pledged" }));
        assert!(app.project(&covered).await["funded_at"].is_string());
    });
}

#[test]
fn whom_the_date_released_can_do_no_more() {
    test(async |app| {
        let project = app.open_project("Coalition", json!({ "mode": "shared" })).await;
        let alder = app.lasting_backer("Alder").await;
        let birch = app.lasting_backer("Birch").await;
        alder.gives(&project, "1000.00").await;
        let waits = json!({ "amount": "500.00", "conditions": { "min_other_orgs": 5 } });
        let waiting = birch.pledge(&project, waits).await.is(201).id();
        let staff = app.lasting_staff().await;
        app.advance(TimeDelta::days(31));
        // Nobody has noted yet that the date released it.
        let agreement = json!({ "agreement_reference": "A-1", "agreement_date": "2026-01-01" });
        staff.step(&waiting, "sign", agreement).await.refused(409, "pledge_ended");
        birch.step(&waiting, "withdraw", json!({ "reason": "Late" })).await.refused(409, "pledge_ended");
        app.project(&project).await.says(json!({ "signed": "0.00", "pledged": "1000.00" }));
    });
}
