//! What was requested is what is approved: it was booked when it was placed, and is not computed again.

use cofund_tests::{Backer, TestApp, Value, json, test};

async fn request(app: &TestApp, project: &str, more: Value) -> (Backer, String) {
    let backer = app.backer("Alder").await;
    let champion = app.member(&backer.slug, "champion").await;
    let placed = backer.pledge_as(&champion, project, more).await;
    let id = placed.is(201).says(json!({ "status": "requested" })).id();
    (backer, id)
}

async fn goal_falls(app: &TestApp, project: &str, goal: &str) {
    app.staff().await.edit(&format!("/projects/{project}"), json!({ "goal": goal })).await.is(200);
}

#[test]
fn a_part_of_a_goal_that_fell_stays_what_it_was() {
    for mode in ["fixed", "shared"] {
        test(async |app| {
            let project = app.open_project("Sync", json!({ "mode": mode, "goal": "10000.00" })).await;
            let (alder, pledge) = request(app, &project, json!({ "fraction": "1/2" })).await;
            goal_falls(app, &project, "8000.00").await;
            let approved = alder.step(&pledge, "approve", json!({})).await;
            approved.is(200).says(json!({ "amount": "5000.00", "share": "5000.00", "fraction": "1/2" }));
            app.project(&project).await.says(json!({ "pledged": "5000.00" }));
        });
    }
}

#[test]
fn a_ceiling_above_a_goal_that_fell_stays_and_a_sum_that_no_longer_fits_is_refused() {
    test(async |app| {
        let project = app.open_project("Coalition", json!({ "mode": "shared" })).await;
        let (alder, pledge) = request(app, &project, json!({ "amount": "900.00" })).await;
        goal_falls(app, &project, "800.00").await;
        let approved = alder.step(&pledge, "approve", json!({})).await;
        approved.is(200).says(json!({ "amount": "900.00", "share": "800.00" }));
        app.project(&project).await.says(json!({ "pledged": "800.00", "ceilings": "900.00", "covered": true }));
    });
    test(async |app| {
        let project = app.open_project("Fixed", json!({})).await;
        let (alder, pledge) = request(app, &project, json!({ "fraction": "9/10" })).await;
        goal_falls(app, &project, "800.00").await;
        let over = alder.step(&pledge, "approve", json!({})).await;
        assert_eq!(over.refused(409, "pledge_over_goal")["remaining"], "800.00");
        let lowered = alder.step(&pledge, "approve", json!({ "amount": "800.00" })).await;
        lowered.is(200).says(json!({ "amount": "800.00", "fraction": null }));
    });
}

#[test]
fn what_was_left_may_be_less_than_the_minimum() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        app.backer("Birch").await.gives(&project, "995.00").await;
        let (alder, pledge) = request(app, &project, json!({ "take_remaining": true })).await;
        // Naming what was asked is not lowering it.
        let approved = alder.step(&pledge, "approve", json!({ "amount": "5.00" })).await;
        approved.is(200).says(json!({ "amount": "5.00", "share": "5.00" }));
        app.project(&project).await.says(json!({ "funding": "funded" }));
    });
}

#[test]
fn leftover_cents_go_to_who_completes_it_and_stay_with_who_had_them() {
    let third = || json!({ "fraction": "1/3" });
    test(async |app| {
        let project = app.open_project("Thirds", json!({ "goal": "100.00" })).await;
        let (alder, pledge) = request(app, &project, third()).await;
        for name in ["Birch", "Cedar"] {
            app.backer(name).await.pledge(&project, third()).await.is(201).says(json!({ "amount": "33.33" }));
        }
        let approved = alder.step(&pledge, "approve", json!({})).await;
        approved.is(200).says(json!({ "amount": "33.34", "fraction": "1/3" }));
        app.project(&project).await.says(json!({ "funding": "funded" }));
    });
    test(async |app| {
        let project = app.open_project("Thirds", json!({ "goal": "100.00" })).await;
        let [birch, cedar] = [app.backer("Birch").await, app.backer("Cedar").await];
        birch.pledge(&project, third()).await.is(201);
        let leaving = cedar.pledge(&project, third()).await.is(201).id();
        let (alder, pledge) = request(app, &project, third()).await;
        alder.lead.get(&format!("/pledges/{pledge}")).await.says(json!({ "amount": "33.34" }));
        cedar.step(&leaving, "withdraw", super::because()).await.is(200);
        alder.step(&pledge, "approve", json!({})).await.is(200).says(json!({ "amount": "33.34" }));
        cedar.pledge(&project, third()).await.is(201).says(json!({ "amount": "33.33" }));
        app.project(&project).await.says(json!({ "funding": "funded", "pledged": "100.00" }));
    });
}
