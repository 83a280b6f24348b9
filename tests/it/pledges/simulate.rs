//! What would be: questions anybody may ask, and those one asks for an organisation.

use cofund_tests::{json, test};

#[test]
fn the_public_asks_with_an_amount_alone() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        alder.gives(&project, "600.00").await;
        let path = format!("/projects/{project}/simulate");
        let ask = async |body| app.public().post(&path, body).await;
        let answer = ask(json!({ "amount": "300.00" })).await;
        assert_eq!(answer.is(200)["before"]["pledged"], "600.00");
        assert_eq!(
            answer["after"],
            json!({
                "funding": "open", "pledged": "900.00", "ceilings": "900.00", "waiting": "0.00", "remaining": "100.00", "backers": 2, "covered": false,
            })
        );
        assert_eq!(answer["tipping_point"], "100.00");
        assert_eq!(
            answer["shares"],
            json!([{ "organization": null, "own": true, "before": "0.00", "after": "300.00" }])
        );
        let funds = ask(json!({ "amount": "400.00" })).await;
        assert_eq!((&funds["after"]["funding"], &funds["tipping_point"]), (&json!("funded"), &json!(null)));
        assert_eq!(ask(json!({ "amount": "400.01" })).await.refused(409, "pledge_over_goal")["remaining"], "400.00");
        ask(json!({ "amount": "9.99" })).await.refused(409, "pledge_below_minimum");
        for more in [
            json!({ "amount": "100.00", "organization": "alder" }),
            json!({ "organization": "alder", "fraction": "1/3" }),
        ] {
            ask(more).await.refused(401, "unauthenticated");
        }
        for wrong in [
            json!({}),
            json!({ "fraction": "1/3" }),
            json!({ "take_remaining": true }),
            json!({ "amount": "100.00", "conditions": {} }),
        ] {
            assert_eq!(ask(wrong.clone()).await.status, 422, "{wrong}");
        }
        ask(json!({ "amount": "0.00" })).await.refused_field("/amount", "out_of_range");
    });
}

#[test]
fn a_question_says_one_thing() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let pledge = alder.gives(&project, "600.00").await;
        let ask = async |body| alder.lead.post(&format!("/projects/{project}/simulate"), body).await;
        ask(json!({ "withdraw": pledge, "amount": "1.00" })).await.refused_field("/withdraw", "not_allowed");
        let both = ask(json!({ "withdraw": pledge, "edit": pledge })).await;
        assert_eq!(both.status, 422, "{}", both.text());
        ask(json!({ "edit": pledge, "organization": "alder" })).await.refused_field("/organization", "not_allowed");
        assert_eq!(ask(json!({ "withdraw": "nobody" })).await.status, 422);
        ask(json!({ "organization": "alder", "amount": "1.00", "fraction": "1/2" }))
            .await
            .refused_field("/amount", "not_allowed");
    });
}

#[test]
fn who_hides_is_an_institution() {
    test(async |app| {
        let project = app.open_project("Coalition", json!({ "mode": "shared" })).await;
        let [alder, birch, cedar] = [app.backer("Alder").await, app.backer("Birch").await, app.backer("Cedar").await];
        alder.pledge(&project, json!({ "amount": "800.00", "visibility": "anonymous", "note": "Hush" })).await.is(201);
        birch.gives(&project, "700.00").await;
        let asked = json!({ "organization": "cedar", "amount": "600.00" });
        let answer = cedar.lead.post(&format!("/projects/{project}/simulate"), asked).await;
        let shares = answer.is(200)["shares"].as_array().expect("shares").clone();
        let named: Vec<_> = shares.iter().map(|share| share["organization"]["slug"].as_str()).collect();
        assert_eq!(named.len(), 3);
        assert!(named.contains(&None) && named.contains(&Some("birch")) && named.contains(&Some("cedar")), "{named:?}");
        assert!(!answer.text().to_lowercase().contains("alder") && !answer.text().contains("Hush"));
    });
}

#[test]
fn a_champion_is_told_that_a_lead_must_approve() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let ana = app.member("alder", "champion").await;
        let asked = json!({ "organization": "alder", "amount": "600.00" });
        let answer = ana.post(&format!("/projects/{project}/simulate"), asked).await;
        answer.is(200).says(json!({ "requested": true, "shares": [] }));
        assert_eq!(answer["before"], answer["after"]);
        assert_eq!(
            answer["explanation"].as_array().and_then(|all| all.last()).expect("a word")["code"],
            "waits_for_approval"
        );
        let pledge = alder.pledge_as(&ana, &project, json!({ "amount": "600.00" })).await.is(201).id();
        let withdrawal = ana.post(&format!("/projects/{project}/simulate"), json!({ "withdraw": pledge })).await;
        assert_eq!(withdrawal.is(200)["before"], withdrawal["after"]);
    });
}
