//! An organisation takes its pledge back, until it is signed.

use chrono::TimeDelta;
use cofund_tests::{json, test};

#[test]
fn it_ends_with_a_reason() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let pledge = alder.gives(&project, "100.00").await;
        alder.step(&pledge, "withdraw", json!({})).await.refused_field("/reason", "required");
        let gone = alder.step(&pledge, "withdraw", json!({ "reason": "Budget cuts" })).await;
        gone.is(200).says(json!({
            "status": "withdrawn", "reason": "Budget cuts", "active": false, "share": "0.00", "version": 2, "explanation": [],
        }));
        alder.step(&pledge, "withdraw", super::because()).await.refused(409, "pledge_ended");
        alder.edit(&pledge, json!({ "amount": "1.00" })).await.refused(409, "pledge_ended");
        alder.edit(&pledge, json!({ "note": "Sorry" })).await.refused(409, "pledge_ended");
        app.project(&project).await.says(json!({ "pledged": "0.00", "remaining": "1000.00", "backers": 0 }));
    });
}

#[test]
fn what_one_cent_of_rounding_was_owed_is_forgotten_with_it() {
    test(async |app| {
        let project = app.open_project("Thirds", json!({ "goal": "100.00" })).await;
        let backers = app.backers(4).await;
        let third = json!({ "fraction": "1/3" });
        let first = backers[0].pledge(&project, third.clone()).await.is(201).id();
        backers[1].pledge(&project, third.clone()).await.is(201);
        backers[0].step(&first, "withdraw", super::because()).await.is(200);
        backers[2].pledge(&project, third.clone()).await.is(201).says(json!({ "amount": "33.33" }));
        backers[3].pledge(&project, third).await.is(201).says(json!({ "amount": "33.34" }));
        app.project(&project).await.says(json!({ "funding": "funded" }));
    });
}

#[test]
fn a_lapsed_membership_and_a_missed_date_do_not_hold_anybody() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.lasting_backer("Alder").await;
        let pledge = alder.gives(&project, "100.00").await;
        let ended = json!({ "membership_ends": "2020-12-31" });
        app.staff().await.edit("/organizations/alder", ended).await.is(200);
        app.advance(TimeDelta::days(31));
        alder.step(&pledge, "withdraw", super::because()).await.is(200).says(json!({ "status": "withdrawn" }));
        app.project(&project).await.says(json!({ "funding": "missed", "pledged": "0.00" }));
    });
}

#[test]
fn after_the_grace_it_was_released_already() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.lasting_backer("Alder").await;
        let pledge = alder.gives(&project, "100.00").await;
        app.advance(TimeDelta::days(31 + 14));
        let refused = alder.step(&pledge, "withdraw", super::because()).await;
        assert!(matches!(refused["code"].as_str(), Some("project_not_open" | "pledge_ended")), "{}", refused.text());
    });
}

#[test]
fn another_wakes_or_sleeps_and_keeps_its_version() {
    test(async |app| {
        let project = app.open_project("Coalition", json!({ "mode": "shared" })).await;
        let [alder, birch] = [app.backer("Alder").await, app.backer("Birch").await];
        let first = alder.gives(&project, "100.00").await;
        let body = json!({ "amount": "200.00", "conditions": { "requires_org": "alder" } });
        let second = birch.pledge(&project, body).await.is(201).says(json!({ "active": true })).id();
        let path = format!("/pledges/{second}");
        let seen = birch.lead.get(&path).await;
        alder.step(&first, "withdraw", super::because()).await.is(200);
        let asleep = birch.lead.get(&path).header("if-none-match", &seen.etag()).await;
        asleep.is(200).says(json!({ "active": false, "share": "0.00", "version": 1 }));
        assert_eq!(asleep["explanation"][0]["code"], "waits_for_organization");
        assert_ne!(asleep.etag(), seen.etag());
        birch.lead.patch(&path, &seen.etag(), json!({ "note": "We wait" })).await.is(200).says(json!({ "version": 2 }));
    });
}
