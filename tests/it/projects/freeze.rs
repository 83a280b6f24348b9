//! While a pledge is live, what it stands on stays: the goal may fall, and to exactly what is booked funds it.

use cofund_tests::{TestApp, json, test};

async fn each_is_frozen(app: &TestApp, project: &str) {
    let (staff, path) = (app.staff().await, format!("/projects/{project}"));
    let mode = staff.get(&path).await["mode"].clone();
    let frozen = [
        ("mode", json!(if mode == "fixed" { "shared" } else { "fixed" })),
        ("minimum_pledge", json!("9.00")),
        ("pledge_by", json!("2099-01-01")),
        ("time_zone", json!("Asia/Tokyo")),
        ("goal", json!("1000.01")),
        ("goal", json!(null)),
    ];
    for (field, value) in frozen {
        let refused = staff.edit(&path, json!({ (field): value })).await;
        assert_eq!(refused.refused(409, "frozen_by_pledges")["fields"], json!([field]));
    }
    let two = staff.edit(&path, json!({ "minimum_pledge": "1.00", "goal": "5000.00" })).await;
    assert_eq!(two.refused(409, "frozen_by_pledges")["fields"], json!(["minimum_pledge", "goal"]));
    staff.edit(&path, json!({ "title": "Words are free", "goal": "1000.00" })).await.is(200);
}

#[test]
fn every_kind_of_live_pledge_freezes_it() {
    test(async |app| {
        let counted = app.open_project("Counted", json!({})).await;
        let alder = app.backer("Alder").await;
        let pledge = alder.gives(&counted, "100.00").await;
        each_is_frozen(app, &counted).await;

        let waiting = app.open_project("Waiting", json!({ "mode": "shared" })).await;
        let body = json!({ "amount": "100.00", "conditions": { "min_other_orgs": 1 } });
        alder.pledge(&waiting, body).await.is(201).says(json!({ "active": false }));
        each_is_frozen(app, &waiting).await;

        let requested = app.open_project("Requested", json!({})).await;
        let champion = app.member(&alder.slug, "champion").await;
        let request = alder.pledge_as(&champion, &requested, json!({ "amount": "100.00" })).await;
        request.is(201).says(json!({ "status": "requested" }));
        each_is_frozen(app, &requested).await;

        alder.step(&pledge, "withdraw", json!({ "reason": "Not this year" })).await.is(200);
        let thawed = json!({ "mode": "shared", "minimum_pledge": "1.00", "goal": "5000.00" });
        app.staff().await.edit(&format!("/projects/{counted}"), thawed).await.is(200);
    });
}

#[test]
fn a_goal_that_falls_to_what_is_booked_funds_the_project() {
    test(async |app| {
        let project = app.open_project("Fall", json!({})).await;
        let (staff, path) = (app.staff().await, format!("/projects/{project}"));
        let alder = app.backer("Alder").await;
        let pledge = alder.pledge(&project, json!({ "fraction": "1/3" })).await.is(201).id();
        let below = staff.edit(&path, json!({ "goal": "333.32" })).await;
        assert_eq!(below.refused(409, "goal_below_pledged")["pledged"], "333.33");
        let fallen = staff.edit(&path, json!({ "goal": "600.00" })).await;
        fallen
            .is(200)
            .says(json!({ "funding": "open", "pledged": "333.33", "remaining": "266.67", "percent": "55.5" }));
        // What is booked is booked: a third of what the goal was.
        alder.lead.get(&format!("/pledges/{pledge}")).await.says(json!({ "amount": "333.33", "fraction": "1/3" }));
        let funded = staff.edit(&path, json!({ "goal": "333.33" })).await;
        funded.is(200).says(json!({ "funding": "funded", "remaining": "0.00", "percent": "100.0", "gap": "0.00" }));
        assert!(funded["funded_at"].is_string());
    });
}

#[test]
fn in_a_coalition_the_goal_may_fall_below_what_is_promised() {
    test(async |app| {
        let project = app.open_project("Coalition", json!({ "mode": "shared" })).await;
        let (staff, path) = (app.staff().await, format!("/projects/{project}"));
        let mut pledges = Vec::new();
        for (backer, amount) in app.backers(2).await.into_iter().zip(["800.00", "100.00"]) {
            pledges.push((backer.gives(&project, amount).await, backer));
        }
        let fallen = staff.edit(&path, json!({ "goal": "600.00" })).await;
        fallen.is(200).says(json!({ "funding": "open", "covered": true, "pledged": "600.00", "ceilings": "900.00" }));
        let [(first, large), (second, small)] = pledges.try_into().ok().expect("two");
        large.lead.get(&format!("/pledges/{first}")).await.says(json!({ "amount": "800.00", "share": "500.00" }));
        small.lead.get(&format!("/pledges/{second}")).await.says(json!({ "amount": "100.00", "share": "100.00" }));
    });
}
