//! When an organisation's fiscal year begins, and that pledges stand on it.

use chrono::TimeDelta;
use cofund_tests::{json, test};

#[test]
fn its_years_keep_their_days_while_pledges_stand_on_them() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let (path, finance) = ("/organizations/alder", app.member("alder", "finance").await);
        let change = json!({ "fiscal_year_start_month": 7 });
        let pledge = alder.gives(&project, "100.00").await;
        let refused = finance.edit(path, change.clone()).await;
        assert_eq!(refused.refused(409, "frozen_by_pledges")["fields"], json!(["fiscal_year_start_month"]));
        // Saying what is so already changes nothing, and the rest may change.
        let same = json!({ "fiscal_year_start_month": 1, "yearly_ceiling": "500.00" });
        finance.edit(path, same).await.is(200);
        alder.step(&pledge, "withdraw", json!({ "reason": "Over" })).await.is(200);
        finance.edit(path, change).await.is(200);
    });
}

#[test]
fn a_request_stands_on_it_too() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let champion = app.member("alder", "champion").await;
        let request = alder.pledge_as(&champion, &project, json!({ "amount": "100.00" })).await.is(201).id();
        let change = json!({ "fiscal_year_start_month": 7 });
        let finance = app.member("alder", "finance").await;
        finance.edit("/organizations/alder", change.clone()).await.refused(409, "frozen_by_pledges");
        alder.step(&request, "decline", json!({ "reason": "No" })).await.is(200);
        finance.edit("/organizations/alder", change).await.is(200);
    });
}

#[test]
fn years_that_are_over_hold_nothing() {
    test(async |app| {
        let project = app.open_project("Sync", json!({ "pledge_by": "2099-01-01" })).await;
        app.backer("Alder").await.gives(&project, "100.00").await;
        app.advance(TimeDelta::days(800));
        let change = json!({ "fiscal_year_start_month": 7 });
        app.new_staff().await.edit("/organizations/alder", change).await.is(200);
    });
}
