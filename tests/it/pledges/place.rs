//! An organisation pledges, and every way in which it is told that it cannot.

use cofund_tests::{json, test};

#[test]
fn what_is_pledged_is_said_back() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let said = json!({ "amount": "250.00", "note": "Go on", "purchase_order": "PO-1", "visibility": "name_only" });
        let placed = alder.pledge(&project, said).await;
        placed.is(201).says(json!({
            "status": "pledged", "amount": "250.00", "share": "250.00", "active": true, "fraction": null, "version": 1,
            "note": "Go on", "purchase_order": "PO-1", "visibility": "name_only", "terms_version": "2026-11",
            "currency": "USD", "champion": null, "reason": null,
        }));
        assert_eq!((&placed["organization"]["slug"], &placed["project"]["slug"]), (&json!("alder"), &json!("sync")));
        assert!(
            placed["ledger"]["seq"].is_i64() && placed["ledger"]["hash"].as_str().is_some_and(|hash| hash.len() == 64)
        );
        assert!(placed.etag().starts_with("\"1."));
        let seen = alder.lead.get(&format!("/pledges/{}", placed.id())).await;
        assert_eq!((seen.is(200).etag(), &seen.json), (placed.etag(), &placed.json));
        let no = |code: &str| json!({ "ok": false, "code": code });
        let yes = json!({ "ok": true, "code": null });
        assert_eq!(
            placed["can"],
            json!({
                "approve": no("not_requested"), "decline": no("not_requested"), "edit": yes, "annotate": yes, "withdraw": yes,
                "release": no("not_staff"), "sign": no("not_staff"), "default": no("not_staff"),
            })
        );
    });
}

#[test]
fn the_money_must_fit() {
    test(async |app| {
        let project = app.open_project("Fixed", json!({ "minimum_pledge": "50.00" })).await;
        let [alder, birch] = [app.backer("Alder").await, app.backer("Birch").await];
        let over = alder.pledge(&project, json!({ "amount": "1000.01" })).await;
        assert_eq!(over.refused(409, "pledge_over_goal")["remaining"], "1000.00");
        let below = alder.pledge(&project, json!({ "amount": "49.99" })).await;
        assert_eq!(below.refused(409, "pledge_below_minimum")["minimum"], "50.00");
        let part = alder.pledge(&project, json!({ "fraction": "0.0499" })).await;
        part.refused(409, "pledge_below_minimum");
        alder.gives(&project, "970.00").await;
        let part = birch.pledge(&project, json!({ "fraction": "1/32" })).await;
        assert_eq!(part.refused(409, "pledge_over_goal")["remaining"], "30.00");
        birch.pledge(&project, json!({ "amount": "30.00" })).await.refused(409, "pledge_below_minimum");
        birch.pledge(&project, json!({ "take_remaining": true })).await.is(201).says(json!({ "amount": "30.00" }));

        let coalition = app.open_project("Shared", json!({ "mode": "shared", "minimum_pledge": "50.00" })).await;
        let ceiling = alder.pledge(&coalition, json!({ "amount": "1000.01" })).await;
        assert_eq!(ceiling.refused(409, "pledge_over_goal")["remaining"], "1000.00");
        alder.pledge(&coalition, json!({ "amount": "49.99" })).await.refused(409, "pledge_below_minimum");
        let remaining = alder.pledge(&coalition, json!({ "take_remaining": true })).await;
        remaining.refused(409, "remaining_needs_fixed_mode");
        alder.pledge(&coalition, json!({ "fraction": "1" })).await.is(201).says(json!({ "amount": "1000.00" }));
        birch.pledge(&coalition, json!({ "fraction": "1/3" })).await.is(201).says(json!({ "amount": "333.34" }));
    });
}

#[test]
fn a_part_of_little_is_nothing() {
    test(async |app| {
        let small = json!({ "goal": "0.10", "minimum_pledge": "0.00" });
        let project = app.open_project("Small", small).await;
        let alder = app.backer("Alder").await;
        alder.pledge(&project, json!({ "fraction": "1/48" })).await.refused_field("/fraction", "out_of_range");
        alder.pledge(&project, json!({ "fraction": "0.0001" })).await.refused_field("/fraction", "out_of_range");
        alder
            .pledge(&project, json!({ "fraction": "0.1" }))
            .await
            .is(201)
            .says(json!({ "amount": "0.01", "fraction": "0.1" }));
        let shared =
            app.open_project("Shared", json!({ "goal": "0.10", "minimum_pledge": "0.00", "mode": "shared" })).await;
        // A ceiling is rounded up.
        alder.pledge(&shared, json!({ "fraction": "1/48" })).await.is(201).says(json!({ "amount": "0.01" }));
    });
}

#[test]
fn leftover_cents_go_to_whoever_completes_the_exact_sum() {
    test(async |app| {
        let none = json!({ "goal": "100.00", "minimum_pledge": "0.00" });
        for (number, (parts, booked)) in [
            (vec!["1/7", "2/7", "4/7"], vec!["14.28", "28.57", "57.15"]),
            (vec!["0.3333", "0.3333", "0.3334"], vec!["33.33", "33.33", "33.34"]),
            (vec!["1/6", "1/3", "1/2"], vec!["16.66", "33.33", "50.01"]),
        ]
        .into_iter()
        .enumerate()
        {
            let project = app.open_project(&format!("Parts {number}"), none.clone()).await;
            for (part, (amount, name)) in parts.iter().zip(booked.iter().zip(["A", "B", "C"])) {
                let backer = app.backer(&format!("{name} {number}")).await;
                let placed = backer.pledge(&project, json!({ "fraction": part })).await;
                assert_eq!(placed.is(201)["amount"], *amount, "{part} of {parts:?}");
            }
            app.project(&project).await.says(json!({ "funding": "funded", "pledged": "100.00" }));
        }
    });
}

#[test]
fn one_live_pledge_an_organisation() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let first = alder.gives(&project, "100.00").await;
        let second = alder.pledge(&project, json!({ "amount": "100.00" })).await;
        assert_eq!(second.refused(409, "already_pledged")["pledge_id"], first);
        alder.step(&first, "withdraw", super::because()).await.is(200);
        let again = alder.gives(&project, "200.00").await;
        assert_ne!(again, first);
        app.project(&project).await.says(json!({ "pledged": "200.00", "backers": 1 }));
    });
}

#[test]
fn who_may_and_for_whom() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let [alder, birch] = [app.backer("Alder").await, app.backer("Birch").await];
        for role in ["viewer", "finance"] {
            let person = app.member(&alder.slug, role).await;
            alder.pledge_as(&person, &project, json!({ "amount": "100.00" })).await.refused(403, "may_not_commit");
        }
        alder.pledge_as(&birch.lead, &project, json!({ "amount": "100.00" })).await.refused(403, "not_a_member");
        let nobody = app.public();
        alder.pledge_as(&nobody, &project, json!({ "amount": "100.00" })).await.refused(401, "unauthenticated");
        let reading = app.program_of(&alder.lead, &["read", "organization"]).await;
        alder.pledge_as(&reading, &project, json!({ "amount": "100.00" })).await.refused(403, "scope_missing");
        let unknown = alder.pledge(&project, json!({ "amount": "100.00", "organization": "nobody" })).await;
        unknown.refused_field("/organization", "not_allowed");
        alder.pledge("nothing", json!({ "amount": "100.00" })).await.refused(404, "not_found");
        let draft = app.draft("Draft", json!({})).await;
        alder.pledge(&draft, json!({ "amount": "100.00" })).await.refused(404, "not_found");
        let pledging = app.program_of(&alder.lead, &["pledge"]).await;
        alder.pledge_as(&pledging, &project, json!({ "amount": "100.00" })).await.is(201);
    });
}

#[test]
fn the_membership_must_be_active_and_a_funder_admitted() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let staff = app.staff().await;
        let alder = app.backer("Alder").await;
        let give = async || alder.pledge(&project, json!({ "amount": "100.00" })).await;
        let path = format!("/organizations/{}", alder.slug);
        for dates in [
            json!({ "membership_ends": "2020-12-31" }),
            json!({ "membership_starts": "2099-01-01", "membership_ends": null }),
            json!({ "membership_starts": null, "membership_ends": null }),
        ] {
            staff.edit(&path, dates).await.is(200);
            give().await.refused(409, "membership_inactive");
        }
        staff.edit(&path, json!({ "membership_starts": "2020-01-01" })).await.is(200);
        give().await.is(201);
        staff.post("/organizations", json!({ "name": "Foundation", "kind": "funder" })).await.is(201);
        let lead = app.lead_of("foundation").await;
        let body = json!({ "amount": "100.00", "organization": "foundation" });
        alder.pledge_as(&lead, &project, body.clone()).await.refused(409, "membership_inactive");
        staff.edit("/organizations/foundation", json!({ "membership_starts": "2020-01-01" })).await.is(200);
        alder.pledge_as(&lead, &project, body).await.is(201);
    });
}

#[test]
fn terms_and_conditions_are_those_of_the_project() {
    test(async |app| {
        let fixed = app.open_project("Fixed", json!({})).await;
        let shared = app.open_project("Shared", json!({ "mode": "shared" })).await;
        let alder = app.backer("Alder").await;
        let old = alder.pledge(&fixed, json!({ "amount": "100.00", "terms_version": "2020-01" })).await;
        assert_eq!(old.refused(409, "terms_outdated")["terms_version"], "2026-11");
        let conditions = |conditions| json!({ "amount": "100.00", "conditions": conditions });
        let refused = alder.pledge(&fixed, conditions(json!({ "min_other_orgs": 1 }))).await;
        refused.refused(409, "conditions_need_shared_mode");
        let own = alder.pledge(&shared, conditions(json!({ "requires_org": "alder" }))).await;
        own.refused_field("/conditions/requires_org", "not_allowed");
        let nobody = alder.pledge(&shared, conditions(json!({ "requires_org": "nobody" }))).await;
        nobody.refused_field("/conditions/requires_org", "not_allowed");
        // To say that there are none is to have none.
        alder.pledge(&fixed, conditions(json!({}))).await.is(201);
        alder.pledge(&shared, conditions(json!(null))).await.is(201);
    });
}

#[test]
fn staff_pledge_for_an_organisation_and_it_is_recorded_as_that() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let placed = alder.pledge_as(&app.staff().await, &project, json!({ "amount": "100.00" })).await;
        placed.is(201).says(json!({ "status": "pledged", "champion": null }));
        alder.step(&placed.id(), "withdraw", super::because()).await.is(200);
        let history = alder.lead.get(&format!("/pledges/{}/history", placed.id())).await;
        let by_staff: Vec<_> = history.is(200).items().iter().map(|step| step["actor"]["on_behalf"].clone()).collect();
        assert_eq!(by_staff, [json!(true), json!(false)]);
    });
}

#[test]
fn coming_and_going_has_an_end() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let (alder, birch) = (app.lasting_backer("Alder").await, app.backer("Birch").await);
        for _ in 0..10 {
            let pledge = alder.gives(&project, "100.00").await;
            alder.step(&pledge, "withdraw", super::because()).await.is(200);
        }
        let lines = app.count("SELECT count(*) FROM ledger_lines").await;
        let refused = alder.pledge(&project, json!({ "amount": "100.00" })).await;
        let wait: i64 =
            refused.refused(429, "rate_limited").header("retry-after").expect("how long").parse().expect("seconds");
        assert!((1..=3600).contains(&wait), "{wait}");
        assert_eq!(app.count("SELECT count(*) FROM ledger_lines").await, lines);
        birch.gives(&project, "100.00").await;
        app.advance(chrono::TimeDelta::seconds(wait));
        alder.gives(&project, "100.00").await;
    });
}
