//! An organisation changes its pledge while the project is open: it keeps its place.

use cofund_tests::{json, test};

#[test]
fn up_and_down_within_the_goal() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let [alder, birch] = [app.backer("Alder").await, app.backer("Birch").await];
        let pledge = alder.gives(&project, "400.00").await;
        birch.gives(&project, "500.00").await;
        let edit = async |body| alder.edit(&pledge, body).await;
        // The own amount is no obstacle.
        let over = edit(json!({ "amount": "500.01" })).await;
        assert_eq!(over.refused(409, "pledge_over_goal")["remaining"], "500.00");
        edit(json!({ "amount": "9.99" })).await.refused(409, "pledge_below_minimum");
        edit(json!({ "amount": "100.00" }))
            .await
            .is(200)
            .says(json!({ "amount": "100.00", "share": "100.00", "version": 2 }));
        app.project(&project).await.says(json!({ "pledged": "600.00", "backers": 2 }));
        edit(json!({ "fraction": "1/3" }))
            .await
            .is(200)
            .says(json!({ "amount": "333.33", "fraction": "1/3", "version": 3 }));
        edit(json!({ "amount": "333.33" })).await.is(200).says(json!({ "fraction": null, "version": 4 }));
        // What is so already is no change.
        edit(json!({ "amount": "333.33" })).await.is(200).says(json!({ "version": 4 }));
        edit(json!({})).await.is(200).says(json!({ "version": 4 }));
        edit(json!({ "take_remaining": true })).await.is(200).says(json!({ "amount": "500.00" }));
        app.project(&project).await.says(json!({ "funding": "funded", "pledged": "1000.00" }));
    });
}

#[test]
fn note_and_order_are_set_and_cleared() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let pledge = alder.gives(&project, "400.00").await;
        let said = json!({ "note": "Go on", "purchase_order": "PO-1" });
        alder.edit(&pledge, said.clone()).await.is(200).says(said);
        alder
            .edit(&pledge, json!({ "note": null }))
            .await
            .is(200)
            .says(json!({ "note": null, "purchase_order": "PO-1" }));
        alder
            .edit(&pledge, json!({ "purchase_order": "two\nlines" }))
            .await
            .refused_field("/purchase_order", "malformed");
    });
}

#[test]
fn in_a_coalition_the_place_decides_about_cents_and_is_kept() {
    test(async |app| {
        let project = app.open_project("Coalition", json!({ "mode": "shared", "goal": "100.00" })).await;
        let mut pledges = Vec::new();
        for backer in app.backers(3).await {
            pledges.push((backer.gives(&project, "60.00").await, backer));
        }
        let shares = async || {
            let mut shares = Vec::new();
            for (pledge, backer) in &pledges {
                shares.push(backer.lead.get(&format!("/pledges/{pledge}")).await["share"].as_str().unwrap().to_owned());
            }
            shares
        };
        assert_eq!(shares().await, ["33.34", "33.33", "33.33"], "the earliest bears the cent that is left");
        let (first, backer) = &pledges[0];
        backer.edit(first, json!({ "amount": "90.00" })).await.is(200).says(json!({ "share": "33.34" }));
        assert_eq!(shares().await, ["33.34", "33.33", "33.33"]);
        backer.edit(first, json!({ "amount": "20.00" })).await.is(200).says(json!({ "share": "20.00" }));
        assert_eq!(shares().await, ["20.00", "40.00", "40.00"]);
        backer.edit(first, json!({ "amount": "100.01" })).await.refused(409, "pledge_over_goal");
        backer.edit(first, json!({ "take_remaining": true })).await.refused(409, "remaining_needs_fixed_mode");
    });
}

#[test]
fn conditions_are_said_anew_or_dropped() {
    test(async |app| {
        let project = app.open_project("Coalition", json!({ "mode": "shared" })).await;
        let alder = app.backer("Alder").await;
        let body = json!({ "amount": "100.00", "conditions": { "min_other_orgs": 2, "min_total": "500.00" } });
        let pledge = alder.pledge(&project, body).await.is(201).id();
        let edit = async |conditions| alder.edit(&pledge, json!({ "conditions": conditions })).await;
        let fewer = edit(json!({ "min_total": "100.00" })).await;
        fewer.is(200).says(json!({
            "active": true, "share": "100.00",
            "conditions": { "min_other_orgs": null, "min_other_amount": null, "min_total": "100.00", "requires_org": null },
        }));
        edit(json!({ "requires_org": "alder" })).await.refused_field("/conditions/requires_org", "not_allowed");
        edit(json!({ "min_other_orgs": 1 })).await.is(200).says(json!({ "active": false }));
        app.project(&project).await.says(json!({ "pledged": "0.00", "waiting": "100.00", "backers": 0, "waiters": 1 }));
        edit(json!(null)).await.is(200).says(json!({ "active": true, "version": 4 }));
        let fixed = app.open_project("Fixed", json!({})).await;
        let pledge = alder.gives(&fixed, "100.00").await;
        let refused = alder.edit(&pledge, json!({ "conditions": { "min_other_orgs": 1 } })).await;
        refused.refused(409, "conditions_need_shared_mode");
    });
}

#[test]
fn a_lapsed_membership_lowers_and_does_not_raise() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let pledge = alder.gives(&project, "400.00").await;
        let ended = json!({ "membership_ends": "2020-12-31" });
        app.staff().await.edit("/organizations/alder", ended).await.is(200);
        alder.edit(&pledge, json!({ "amount": "400.01" })).await.refused(409, "membership_inactive");
        alder.edit(&pledge, json!({ "amount": "399.99" })).await.is(200).says(json!({ "amount": "399.99" }));
        alder.edit(&pledge, json!({ "note": "Less" })).await.is(200);
        app.project(&project).await.says(json!({ "pledged": "399.99" }));
    });
}
