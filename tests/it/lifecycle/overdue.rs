//! A date that has passed and that nobody has noted: the first who acts brings about what it decided, and acts on that.

use cofund_tests::{TestApp, json, test};

use super::states::pass_date;

/// A covered coalition whose date has passed: a pledge that counts, one that waits, one that is requested.
async fn overdue(app: &TestApp) -> (String, [(cofund_tests::Backer, String); 3]) {
    let project = app.open_project("Overdue", json!({ "mode": "shared" })).await;
    let [a, b, c] = [app.backer("Alder").await, app.backer("Birch").await, app.backer("Cedar").await];
    let counts = a.gives(&project, "1000.00").await;
    let waiting = json!({ "amount": "100.00", "conditions": { "min_other_orgs": 9 } });
    let waits = b.pledge(&project, waiting).await.is(201).id();
    let asking = app.member(&c.slug, "champion").await;
    let requested = c.pledge_as(&asking, &project, json!({ "amount": "100.00" })).await.is(201).id();
    pass_date(app, &project).await;
    (project, [(a, counts), (b, waits), (c, requested)])
}

#[test]
fn what_the_date_released_cannot_be_withdrawn() {
    test(async |app| {
        let (project, [_, (b, waits), (c, requested)]) = overdue(app).await;
        let leave = || json!({ "reason": "Changed our mind" });
        b.step(&waits, "withdraw", leave()).await.refused(409, "pledge_ended");
        c.step(&requested, "withdraw", leave()).await.refused(409, "pledge_ended");
        c.step(&requested, "approve", json!({})).await.refused(409, "project_not_open");
        assert_eq!(app.project(&project).await["funding"], "funded");
    });
}

#[test]
fn who_counts_leaves_a_gap_behind() {
    test(async |app| {
        let (project, [(a, counts), (b, waits), (c, requested)]) = overdue(app).await;
        a.step(&counts, "withdraw", json!({ "reason": "Changed our mind" })).await.is(200);
        let seen = app.project(&project).await;
        assert_eq!((&seen["funding"], &seen["gap"]), (&json!("funded"), &json!("1000.00")));
        for (backer, pledge) in [(b, waits), (c, requested)] {
            let pledge = backer.lead.get(&format!("/pledges/{pledge}")).await;
            assert_eq!(pledge.is(200)["status"], "released");
        }
        assert_eq!(app.count("SELECT requests::bigint FROM project_money").await, 0);
        assert_eq!(app.count("SELECT waiters::bigint FROM project_money").await, 0);
    });
}
