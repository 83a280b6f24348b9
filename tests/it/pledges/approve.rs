//! A lead approves what a champion requested: for as much or less, and everything is checked again.

use chrono::{Datelike as _, Months, TimeDelta};
use cofund_tests::{Backer, Person, TestApp, json, test};

/// A request of this amount by a champion of an organisation of this name.
async fn request(app: &TestApp, project: &str, name: &str, amount: &str) -> (Backer, Person, String) {
    let backer = app.backer(name).await;
    let champion = app.member(&backer.slug, "champion").await;
    let placed = backer.pledge_as(&champion, project, json!({ "amount": amount })).await;
    let id = placed.is(201).says(json!({ "status": "requested" })).id();
    (backer, champion, id)
}

#[test]
fn it_counts_from_then_on() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let (alder, ana, pledge) = request(app, &project, "Alder", "400.00").await;
        let approved = alder.step(&pledge, "approve", json!({})).await;
        approved.is(200).says(json!({ "status": "pledged", "active": true, "share": "400.00", "version": 2 }));
        app.project(&project).await.says(json!({ "pledged": "400.00", "backers": 1 }));
        alder.step(&pledge, "approve", json!({})).await.refused(409, "not_requested");
        ana.get(&format!("/pledges/{pledge}")).await.is(200).says(json!({ "status": "pledged" }));
        assert_eq!(app.count("SELECT count(*) FROM ledger_lines WHERE kind = 'pledge_placed'").await, 1);
    });
}

#[test]
fn the_amount_may_be_lowered_and_not_raised() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let (alder, _, pledge) = request(app, &project, "Alder", "400.00").await;
        alder.step(&pledge, "approve", json!({ "amount": "400.01" })).await.refused_field("/amount", "out_of_range");
        alder.step(&pledge, "approve", json!({ "amount": "0.00" })).await.refused_field("/amount", "out_of_range");
        alder.step(&pledge, "approve", json!({ "amount": "9.99" })).await.refused(409, "pledge_below_minimum");
        let approved = alder.step(&pledge, "approve", json!({ "amount": "150.00" })).await;
        approved.is(200).says(json!({ "amount": "150.00", "share": "150.00" }));
        assert_eq!(approved["instalments"][0]["amount"], "150.00");
    });
}

#[test]
fn what_no_longer_fits_is_refused_and_stays_a_request() {
    test(async |app| {
        let staff = app.staff().await;
        let project = app.open_project("Sync", json!({})).await;
        let (alder, _, pledge) = request(app, &project, "Alder", "400.00").await;
        let organization = format!("/organizations/{}", alder.slug);
        app.backer("Birch").await.gives(&project, "700.00").await;
        let over = alder.step(&pledge, "approve", json!({})).await;
        assert_eq!(over.refused(409, "pledge_over_goal")["remaining"], "300.00");
        staff.edit(&organization, json!({ "yearly_ceiling": "250.00" })).await.is(200);
        let above = alder.step(&pledge, "approve", json!({ "amount": "300.00" })).await;
        above.refused(409, "above_ceiling").says(json!({ "left": "250.00", "ceiling": "250.00" }));
        staff.edit(&organization, json!({ "membership_ends": "2020-12-31" })).await.is(200);
        alder.step(&pledge, "approve", json!({ "amount": "250.00" })).await.refused(409, "membership_inactive");
        alder.lead.get(&format!("/pledges/{pledge}")).await.says(json!({ "status": "requested", "version": 1 }));
        staff.edit(&organization, json!({ "membership_ends": null })).await.is(200);
        alder.step(&pledge, "approve", json!({ "amount": "250.00" })).await.is(200);
    });
}

#[test]
fn an_approval_that_reaches_the_goal_funds_and_releases_other_requests() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let (alder, _, first) = request(app, &project, "Alder", "1000.00").await;
        let (birch, _, second) = request(app, &project, "Birch", "500.00").await;
        alder.step(&first, "approve", json!({})).await.is(200);
        app.project(&project).await.says(json!({ "funding": "funded" }));
        birch
            .lead
            .get(&format!("/pledges/{second}"))
            .await
            .says(json!({ "status": "released", "reason": "project_funded" }));
        birch.step(&second, "approve", json!({})).await.refused(409, "pledge_ended");
    });
}

#[test]
fn only_a_lead_approves() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let (alder, ana, pledge) = request(app, &project, "Alder", "400.00").await;
        let viewer = app.member(&alder.slug, "viewer").await;
        let staff = app.staff().await;
        for person in [&ana, &viewer, &staff] {
            person.step(&pledge, "approve", json!({})).await.refused(403, "not_a_lead");
            person.step(&pledge, "decline", super::because()).await.refused(403, "not_a_lead");
        }
    });
}

#[test]
fn a_request_keeps_the_year_it_was_placed_in() {
    test(async |app| {
        let project = app.open_project("Sync", json!({ "pledge_by": "2099-01-01" })).await;
        let alder = app.lasting_backer("Alder").await;
        // A fiscal year that ends in a month or two.
        let start = (app.clock.now().date_naive() + Months::new(2)).month();
        let change = json!({ "fiscal_year_start_month": start });
        app.staff().await.edit("/organizations/alder", change).await.is(200);
        let ana = app.member("alder", "champion").await;
        let request = alder.pledge_as(&ana, &project, json!({ "amount": "400.00" })).await;
        let years = request.is(201)["instalments"].clone();
        app.advance(TimeDelta::days(70));
        alder.step(&request.id(), "approve", json!({})).await.is(200).says(json!({ "instalments": years }));
    });
}
