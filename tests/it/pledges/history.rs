//! Every step of a pledge's life stays: who took it, when, why, and what the pledge was after it.

use cofund_tests::{Value, json, test};

#[test]
fn nothing_is_lost() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let ana = app.member(&alder.slug, "champion").await;
        let placed = alder.pledge_as(&ana, &project, json!({ "amount": "500.00", "visibility": "anonymous" })).await;
        let pledge = placed.is(201).id();
        alder.step(&pledge, "approve", json!({ "amount": "400.00" })).await.is(200);
        alder.edit(&pledge, json!({ "amount": "300.00", "note": "Less", "purchase_order": "PO-1" })).await.is(200);
        let token = app.program_of(&alder.lead, &["read", "pledge"]).await;
        token.edit(&format!("/pledges/{pledge}"), json!({ "visibility": "public" })).await.is(200);
        app.staff().await.step(&pledge, "release", json!({ "reason": "As agreed" })).await.is(200);
        let history = alder.lead.get(&format!("/pledges/{pledge}/history")).await;
        let column = |of: &dyn Fn(&Value) -> Value| history.is(200).items().iter().map(of).collect::<Vec<_>>();
        assert_eq!(column(&|step| step["version"].clone()), [1, 2, 3, 4, 5].map(|n| json!(n)));
        assert_eq!(column(&|step| step["kind"].clone()), ["requested", "approved", "edited", "edited", "released"]);
        assert_eq!(column(&|step| step["status"].clone()), ["requested", "pledged", "pledged", "pledged", "released"]);
        assert_eq!(column(&|step| step["amount"].clone()), ["500.00", "400.00", "300.00", "300.00", "300.00"]);
        assert_eq!(
            column(&|step| step["visibility"].clone()),
            ["anonymous", "anonymous", "anonymous", "public", "public"]
        );
        assert_eq!(
            column(&|step| step["actor"]["kind"].clone()),
            ["session", "session", "session", "token", "session"]
        );
        assert_eq!(
            column(&|step| step["actor"]["on_behalf"].clone()),
            [false, false, false, false, true].map(|b| json!(b))
        );
        assert_eq!(column(&|step| step["actor"]["name"].clone())[0], ana.me["name"]);
        assert_eq!(column(&|step| step["reason"].clone())[4], "As agreed");
        assert_eq!(history.items()[2]["note"], "Less");
        assert_eq!(history.items()[1]["note"], json!(null));
        assert!(history.items().iter().all(|step| step["terms_version"] == "2026-11" && step["at"].is_string()));
    });
}

#[test]
fn what_the_project_brought_about_is_in_it() {
    test(async |app| {
        let project = app.open_project("Coalition", json!({ "mode": "shared" })).await;
        let [alder, birch] = [app.backer("Alder").await, app.backer("Birch").await];
        let first = alder.gives(&project, "1000.00").await;
        let waits = json!({ "amount": "500.00", "conditions": { "min_other_orgs": 5 } });
        let second = birch.pledge(&project, waits).await.is(201).id();
        app.run(&project, "settle", json!(null)).await.is(200);
        let kinds = async |backer: &cofund_tests::Backer, pledge: &str| {
            let history = backer.lead.get(&format!("/pledges/{pledge}/history")).await;
            history.is(200).items().iter().map(|step| step["kind"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(kinds(&alder, &first).await, ["placed", "settled"]);
        assert_eq!(kinds(&birch, &second).await, ["placed", "released"]);
    });
}
