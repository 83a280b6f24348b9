//! How things stand, in words and numbers.

use cofund_tests::{Answer, Value, json, test};

fn said(answer: &Answer, code: &str) -> Value {
    let all = answer.is(200)["explanation"].as_array().expect("explanations").clone();
    let one = all.iter().find(|said| said["code"] == code).unwrap_or_else(|| panic!("no {code} in {}", answer.text()));
    assert!(one["text"].as_str().is_some_and(|text| text.len() > 10));
    one["params"].clone()
}

#[test]
fn a_pledge_that_waits_says_for_what() {
    test(async |app| {
        let shared = json!({ "mode": "shared", "goal": "100000.00" });
        let project = app.open_project("Coalition", shared).await;
        let [alder, birch, cedar] = [app.backer("Alder").await, app.backer("Birch").await, app.backer("Cedar").await];
        alder.gives(&project, "10000.00").await;
        let conditions = json!({ "min_other_orgs": 2, "min_other_amount": "30000.00", "min_total": "50000.00", "requires_org": "cedar" });
        let waits = json!({ "amount": "15000.00", "conditions": conditions });
        let pledge = birch.pledge(&project, waits).await.is(201).id();
        let own = birch.lead.get(&format!("/pledges/{pledge}")).await;
        assert_eq!(said(&own, "waits_for_organizations"), json!({ "missing": 1, "needed": 2 }));
        assert_eq!(said(&own, "waits_for_amount"), json!({ "missing": "20000.00", "needed": "30000.00" }));
        assert_eq!(said(&own, "waits_for_total"), json!({ "missing": "25000.00", "needed": "50000.00" }));
        said(&own, "waits_for_organization");
        let seen = app.project(&project).await;
        seen.says(json!({ "waiters": 1, "waiting": "15000.00", "pledged": "10000.00", "backers": 1 }));
        cedar.gives(&project, "25000.00").await;
        let own = birch.lead.get(&format!("/pledges/{pledge}")).await;
        assert_eq!(own["active"], true);
        said(&own, "counts_whole");
    });
}

#[test]
fn what_a_pledge_by_anyone_would_wake() {
    test(async |app| {
        let project = app.open_project("Coalition", json!({ "mode": "shared", "goal": "100000.00" })).await;
        let backers = app.backers(4).await;
        backers[0].gives(&project, "10000.00").await;
        for (backer, amount) in backers[1..].iter().zip(["12500.00", "10000.00", "5000.00"]) {
            let conditions = json!({ "min_total": "42500.00" });
            backer.pledge(&project, json!({ "amount": amount, "conditions": conditions })).await.is(201);
        }
        let seen = app.project(&project).await;
        let expected = json!({ "amount": "5000.00", "pledges": 3, "ceilings": "27500.00" });
        assert_eq!(said(&seen, "wakes_others"), expected);
        assert_eq!(seen["tipping_point"], "62500.00");
        let five = app.public().post(&format!("/projects/{project}/simulate"), json!({ "amount": "5000.00" })).await;
        assert_eq!(five.is(200)["wakes"].as_array().map(Vec::len), Some(3));
        let less = app.public().post(&format!("/projects/{project}/simulate"), json!({ "amount": "4999.99" })).await;
        assert_eq!(less.is(200)["wakes"], json!([]));
    });
}

#[test]
fn the_tipping_point_is_a_pledge_that_can_be_placed() {
    test(async |app| {
        let project = app.open_project("Fixed", json!({ "minimum_pledge": "50.00" })).await;
        let [alder, birch] = [app.backer("Alder").await, app.backer("Birch").await];
        app.project(&project).await.says(json!({ "tipping_point": "1000.00" }));
        let pledge = alder.gives(&project, "950.00").await;
        app.project(&project).await.says(json!({ "tipping_point": "50.00" }));
        alder.edit(&pledge, json!({ "amount": "950.01" })).await.is(200);
        let stuck = app.project(&project).await;
        // Below the minimum no amount completes it; taking what remains does.
        assert_eq!(
            (&stuck["tipping_point"], said(&stuck, "remaining_completes")),
            (&json!(null), json!({ "amount": "49.99" }))
        );
        birch.pledge(&project, json!({ "take_remaining": true })).await.is(201);
        app.project(&project).await.says(json!({ "funding": "funded", "tipping_point": null, "explanation": [] }));

        let shared = app.open_project("Shared", json!({ "mode": "shared", "minimum_pledge": "50.00" })).await;
        app.project(&shared).await.says(json!({ "tipping_point": "1000.00" }));
        alder.gives(&shared, "980.00").await;
        app.project(&shared).await.says(json!({ "tipping_point": "50.00" }));
        let tip = app.public().post(&format!("/projects/{shared}/simulate"), json!({ "amount": "50.00" })).await;
        assert_eq!(tip.is(200)["after"]["covered"], true);
        birch.gives(&shared, "50.00").await;
        let covered = app.project(&shared).await;
        assert_eq!(said(&covered, "covered"), json!({ "over": "30.00" }));
        covered.says(json!({ "covered": true, "level": "950.00", "percent": "100.0" }));
    });
}

#[test]
fn a_share_is_explained_before_and_after_it_is_settled() {
    test(async |app| {
        let project = app.open_project("Shared", json!({ "mode": "shared" })).await;
        let [alder, birch] = [app.backer("Alder").await, app.backer("Birch").await];
        let pledge = alder.gives(&project, "900.00").await;
        birch.gives(&project, "900.00").await;
        let own = alder.lead.get(&format!("/pledges/{pledge}")).await;
        assert_eq!(said(&own, "bears_share"), json!({ "ceiling": "900.00", "share": "500.00" }));
        app.run(&project, "settle", json!(null)).await.is(200);
        let own = alder.lead.get(&format!("/pledges/{pledge}")).await;
        assert_eq!(said(&own, "share_is_final"), json!({ "share": "500.00" }));
        alder.step(&pledge, "withdraw", super::because()).await.is(200);
        assert_eq!(said(&app.project(&project).await, "gap"), json!({ "gap": "500.00" }));
    });
}

#[test]
fn percent_is_rounded_down() {
    test(async |app| {
        let project = app.open_project("Sync", json!({ "minimum_pledge": "0.00" })).await;
        let alder = app.backer("Alder").await;
        let pledge = alder.gives(&project, "0.99").await;
        for (amount, percent) in [("0.99", "0.0"), ("1.00", "0.1"), ("333.33", "33.3"), ("999.99", "99.9")] {
            alder.edit(&pledge, json!({ "amount": amount })).await.is(200);
            app.project(&project).await.says(json!({ "percent": percent }));
        }
    });
}
