//! Which way an amount may move in which state of the project.

use chrono::TimeDelta;
use cofund_tests::{Value, json, test};

#[test]
fn once_missed_only_down() {
    for mode in ["fixed", "shared"] {
        test(async |app| {
            let project = app.open_project(&format!("Missed {mode}"), json!({ "mode": mode })).await;
            let alder = app.lasting_backer(&format!("Alder {mode}")).await;
            let pledge = alder.gives(&project, "400.00").await;
            let staff = app.lasting_staff().await;
            app.advance(TimeDelta::days(31));
            for body in [json!({ "amount": "400.01" }), json!({ "amount": "400.00" }), json!({ "fraction": "1/2" })] {
                alder.edit(&pledge, body).await.refused(409, "only_lower");
            }
            let conditions = alder.edit(&pledge, json!({ "conditions": { "min_other_orgs": 1 } })).await;
            conditions.refused(409, "only_lower");
            alder.edit(&pledge, json!({ "conditions": null })).await.refused(409, "only_lower");
            let seen = alder.lead.get(&format!("/pledges/{pledge}")).await;
            let same =
                json!({ "instalments": [{ "fiscal_year": seen["instalments"][0]["fiscal_year"], "part": "1/1" }] });
            alder.edit(&pledge, same).await.refused(409, "only_lower");
            alder.edit(&pledge, json!({ "note": "Hm" })).await.refused(409, "project_not_open");
            alder.edit(&pledge, json!({ "amount": "300.00" })).await.is(200).says(json!({ "amount": "300.00" }));
            app.project(&project).await.says(json!({ "funding": "missed", "pledged": "300.00" }));
            let later = json!({ "pledge_by": "2099-01-01", "reason": "More time" });
            staff.run(&project, "extend", later).await.is(200);
            alder.edit(&pledge, json!({ "amount": "500.00" })).await.is(200);
            app.project(&project).await.says(json!({ "funding": "open", "pledged": "500.00" }));
        });
    }
}

#[test]
fn once_funded_not_at_all() {
    test(async |app| {
        let (_, alder, pledge) = app.funded_project("Sync").await;
        for body in [json!({ "amount": "999.99" }), json!({ "amount": "1000.00" }), json!({ "conditions": null })] {
            alder.edit(&pledge, body).await.refused(409, "project_not_open");
        }
        alder
            .edit(&pledge, json!({ "note": "At last" }))
            .await
            .is(200)
            .says(json!({ "note": "At last", "version": 2 }));
        alder.lead.get(&format!("/pledges/{pledge}")).await.says(json!({ "amount": "1000.00", "share": "1000.00" }));
    });
}

#[test]
fn in_a_gap_up_and_by_the_rules_of_fixed() {
    test(async |app| {
        let project = app.open_project("Coalition", json!({ "mode": "shared", "minimum_pledge": "100.00" })).await;
        let [alder, birch, cedar] = [app.backer("Alder").await, app.backer("Birch").await, app.backer("Cedar").await];
        let first = alder.gives(&project, "900.00").await;
        let second = birch.gives(&project, "900.00").await;
        let third = cedar.gives(&project, "200.00").await;
        app.run(&project, "settle", json!(null)).await.is(200);
        alder.step(&first, "withdraw", super::because()).await.is(200);
        app.project(&project).await.says(json!({ "gap": "400.00", "pledged": "600.00" }));
        let edit = async |amount: &str| birch.edit(&second, json!({ "amount": amount })).await;
        edit("399.99").await.refused(409, "amount_is_final");
        let over = edit("800.01").await;
        assert_eq!(over.refused(409, "pledge_over_goal")["remaining"], "800.00");
        // The share rises; what was promised at most is still at most that.
        edit("500.00").await.is(200).says(json!({ "amount": "900.00", "share": "500.00" }));
        app.project(&project).await.says(json!({ "gap": "300.00", "pledged": "700.00" }));
        cedar
            .edit(&third, json!({ "take_remaining": true }))
            .await
            .is(200)
            .says(json!({ "amount": "500.00", "share": "500.00" }));
        app.project(&project).await.says(json!({ "gap": "0.00", "pledged": "1000.00" }));
        edit("600.00").await.refused(409, "project_not_open");
    });
}

#[test]
fn in_a_gap_nothing_moves_but_the_amount() {
    test(async |app| {
        let project = app.open_project("Coalition", json!({ "mode": "shared" })).await;
        let [alder, birch] = [app.backer("Alder").await, app.backer("Birch").await];
        let leaving = alder.gives(&project, "500.00").await;
        let conditions = json!({ "amount": "500.00", "conditions": { "min_other_orgs": 1 } });
        let pledge = birch.pledge(&project, conditions).await.is(201).id();
        app.run(&project, "settle", json!(null)).await.is(200);
        alder.step(&leaving, "withdraw", super::because()).await.is(200);
        let seen = birch.lead.get(&format!("/pledges/{pledge}")).await;
        let year = seen["instalments"][0]["fiscal_year"].as_str().expect("a year").to_owned();
        let next = format!("FY{:02}", year[2..].parse::<u16>().expect("a number") + 1);
        let later = json!([{ "fiscal_year": next, "part": "1/1" }]);
        for (body, code) in [
            (json!({ "instalments": later }), "amount_is_final"),
            (json!({ "amount": "500.00", "instalments": later }), "amount_is_final"),
            (json!({ "conditions": null }), "conditions_need_shared_mode"),
            (json!({ "amount": "600.00", "conditions": null }), "conditions_need_shared_mode"),
        ] {
            let said = with(&body, "edit", &pledge);
            birch.lead.post(&format!("/projects/{project}/simulate"), said).await.refused(409, code);
            birch.edit(&pledge, body).await.refused(409, code);
        }
        birch.lead.get(&format!("/pledges/{pledge}")).await.says(json!({
            "version": seen["version"], "conditions": seen["conditions"], "instalments": seen["instalments"],
        }));
        assert_eq!(app.count("SELECT count(*) FROM ledger_lines WHERE kind = 'pledge_edited'").await, 0);
        // More may be split anew.
        birch.edit(&pledge, json!({ "amount": "600.00", "instalments": later })).await.is(200);
    });
}

fn with(body: &Value, name: &str, value: &str) -> Value {
    let mut body = body.clone();
    body[name] = json!(value);
    body
}

#[test]
fn once_closed_nothing() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let pledge = alder.gives(&project, "400.00").await;
        app.run(&project, "close", json!({ "reason": "other", "note": "No." })).await.is(200);
        for body in [json!({ "amount": "1.00" }), json!({ "note": "Hm" }), json!({ "visibility": "public" })] {
            alder.edit(&pledge, body).await.refused(409, "pledge_ended");
        }
    });
}

#[test]
fn a_request_may_be_changed_in_every_way() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let ana = app.member(&alder.slug, "champion").await;
        let pledge = alder.pledge_as(&ana, &project, json!({ "amount": "400.00" })).await.is(201).id();
        let edit = async |body| ana.edit(&format!("/pledges/{pledge}"), body).await;
        edit(json!({ "amount": "600.00" }))
            .await
            .is(200)
            .says(json!({ "status": "requested", "amount": "600.00", "share": "0.00" }));
        edit(json!({ "amount": "1000.01" })).await.refused(409, "pledge_over_goal");
        // Nobody has seen it yet.
        edit(json!({ "visibility": "anonymous" })).await.is(200).says(json!({ "visibility": "anonymous" }));
        app.project(&project).await.says(json!({ "pledged": "0.00", "waiting": "0.00" }));
    });
}
