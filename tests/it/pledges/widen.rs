//! A pledge may become more visible, never less; and not where that would tell what another gave.

use cofund_tests::{json, test};

#[test]
fn only_ever_wider() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let hidden = json!({ "amount": "100.00", "visibility": "anonymous" });
        let pledge = alder.pledge(&project, hidden).await.is(201).id();
        let show = async |visibility: &str| alder.edit(&pledge, json!({ "visibility": visibility })).await;
        let public = async || app.public().get(&format!("/projects/{project}/pledges")).await.items()[0].clone();
        assert_eq!(
            public().await,
            json!({ "organization": null, "amount": "100.00", "share": "100.00", "active": true })
        );
        show("name_only").await.is(200).says(json!({ "visibility": "name_only", "version": 2 }));
        assert_eq!(public().await["organization"], json!(null), "until it is funded");
        show("anonymous").await.refused(409, "visibility_only_wider");
        show("public").await.is(200);
        assert_eq!(public().await["organization"]["slug"], "alder");
        for narrower in ["name_only", "anonymous"] {
            show(narrower).await.refused(409, "visibility_only_wider");
        }
        show("public").await.is(200).says(json!({ "version": 3 }));
        show("secret").await.refused(422, "body_invalid");
    });
}

#[test]
fn the_last_hidden_amount_stays_nobodys() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let backers = app.backers(4).await;
        let mut pledges = Vec::new();
        for (backer, (amount, visibility)) in backers.iter().zip([
            ("100.00", "name_only"),
            ("200.00", "name_only"),
            ("300.00", "anonymous"),
            ("400.00", "public"),
        ]) {
            let body = json!({ "amount": amount, "visibility": visibility });
            pledges.push(backer.pledge(&project, body).await.is(201).id());
        }
        let listed = app.public().get(&format!("/projects/{project}/pledges")).await;
        let names: Vec<_> =
            listed["names"].as_array().expect("names").iter().map(|name| name["slug"].clone()).collect();
        assert_eq!(names, ["backer-1", "backer-2"]);
        assert_eq!(listed.items().iter().filter(|item| item["organization"].is_null()).count(), 3);
        // Three stand hidden: one may show itself, and then two are left of which a name is listed.
        backers[2].edit(&pledges[2], json!({ "visibility": "public" })).await.is(200);
        let refused = backers[0].edit(&pledges[0], json!({ "visibility": "public" })).await;
        refused.refused(409, "would_reveal_another");
        backers[0].lead.get(&format!("/pledges/{}", pledges[0])).await.says(json!({ "visibility": "name_only" }));
    });
}

#[test]
fn a_name_waits_until_another_hides_too() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let [alder, birch] = [app.backer("Alder").await, app.backer("Birch").await];
        let hidden = json!({ "amount": "400.00", "visibility": "name_only" });
        let pledge = alder.pledge(&project, hidden).await.is(201).id();
        birch.gives(&project, "600.00").await;
        let listed = app.public().get(&format!("/projects/{project}/pledges")).await;
        assert_eq!(listed["names"], json!([]));
        let own = alder.lead.get(&format!("/pledges/{pledge}")).await;
        let codes: Vec<_> =
            own["explanation"].as_array().expect("words").iter().map(|said| said["code"].clone()).collect();
        assert!(codes.contains(&json!("name_waits")), "{codes:?}");
    });
}
