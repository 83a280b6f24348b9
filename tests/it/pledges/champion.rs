//! A champion pledges alone up to a limit for the fiscal year; above it a pledge is a request.

use cofund_tests::{Person, TestApp, json, test};

async fn champion(app: &TestApp, organization: &str, limit: Option<&str>) -> Person {
    let email = app.new_address();
    let member = json!({ "email": email, "role": "champion", "pledge_limit": limit });
    app.staff().await.post(&format!("/organizations/{organization}/members"), member).await.is(201);
    app.sign_in(&email).await
}

#[test]
fn the_limit_is_for_all_that_is_live_in_the_year() {
    test(async |app| {
        let alder = app.backer("Alder").await;
        let ana = champion(app, &alder.slug, Some("300.00")).await;
        let mut projects = Vec::new();
        for title in ["a", "b", "c", "d"] {
            projects.push(app.open_project(title, json!({})).await);
        }
        let give =
            async |project: &str, amount: &str| alder.pledge_as(&ana, project, json!({ "amount": amount })).await;
        let first = give("a", "200.00").await;
        first.is(201).says(json!({ "status": "pledged", "active": true }));
        assert!(first["champion"].is_string());
        let second = give("b", "100.01").await;
        second.is(201).says(json!({ "status": "requested", "active": false, "share": "0.00" }));
        assert_eq!(second["explanation"][0]["code"], "waits_for_approval");
        app.project("b").await.says(json!({ "pledged": "0.00", "backers": 0, "waiters": 0, "waiting": "0.00" }));
        // A request holds nothing of the limit either.
        give("c", "100.00").await.is(201).says(json!({ "status": "pledged" }));
        give("d", "10.00").await.is(201).says(json!({ "status": "requested" }));
        // What a lead or staff pledge is not the champion's, and what ended is free again.
        ana.step(&first.id(), "withdraw", super::because()).await.is(200);
        give("a", "200.00").await.is(201).says(json!({ "status": "pledged" }));
    });
}

#[test]
fn without_a_limit_every_pledge_is_a_request() {
    test(async |app| {
        let project = app.open_project("Sync", json!({ "minimum_pledge": "0.00" })).await;
        let alder = app.backer("Alder").await;
        let ana = champion(app, &alder.slug, None).await;
        let placed = alder.pledge_as(&ana, &project, json!({ "amount": "0.01" })).await;
        placed.is(201).says(json!({ "status": "requested" }));
        // It is one's own to change and to take back.
        ana.edit(&format!("/pledges/{}", placed.id()), json!({ "amount": "5.00" }))
            .await
            .is(200)
            .says(json!({ "status": "requested" }));
        ana.step(&placed.id(), "withdraw", super::because()).await.is(200).says(json!({ "status": "withdrawn" }));
        assert!(app.public().get(&format!("/projects/{project}/pledges")).await.items().is_empty());
        assert_eq!(app.count("SELECT count(*) FROM ledger_lines WHERE kind LIKE 'pledge%'").await, 0);
    });
}

#[test]
fn raising_above_the_limit_is_refused_and_leaves_the_pledge() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let ana = champion(app, &alder.slug, Some("300.00")).await;
        let pledge = alder.pledge_as(&ana, &project, json!({ "amount": "200.00" })).await.is(201).id();
        let path = format!("/pledges/{pledge}");
        let refused = ana.edit(&path, json!({ "amount": "300.01" })).await;
        assert_eq!(refused.refused(409, "above_limit")["left"], "300.00");
        ana.get(&path).await.says(json!({ "amount": "200.00", "version": 1, "status": "pledged" }));
        ana.edit(&path, json!({ "amount": "300.00" })).await.is(200);
        // A lead may raise it, and the champion may lower it then.
        alder.edit(&pledge, json!({ "amount": "500.00" })).await.is(200);
        ana.edit(&path, json!({ "amount": "400.00" })).await.is(200).says(json!({ "amount": "400.00" }));
    });
}

#[test]
fn what_another_pledged_is_not_a_champions() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let ana = champion(app, &alder.slug, Some("300.00")).await;
        let ben = champion(app, &alder.slug, Some("300.00")).await;
        let pledge = alder.pledge_as(&ana, &project, json!({ "amount": "200.00" })).await.is(201).id();
        let path = format!("/pledges/{pledge}");
        ben.get(&path).await.is(200);
        ben.edit(&path, json!({ "amount": "100.00" })).await.refused(403, "not_a_lead");
        ben.edit(&path, json!({ "note": "Hello" })).await.refused(403, "not_a_lead");
        ben.step(&pledge, "withdraw", super::because()).await.refused(403, "not_a_lead");
        for role in ["viewer", "finance"] {
            let person = app.member(&alder.slug, role).await;
            person.edit(&path, json!({ "amount": "100.00" })).await.refused(403, "may_not_commit");
            person.step(&pledge, "withdraw", super::because()).await.refused(403, "may_not_commit");
        }
    });
}

#[test]
fn moving_years_does_not_pass_the_limit() {
    test(async |app| {
        let [first, second] = [app.open_project("a", json!({})).await, app.open_project("b", json!({})).await];
        let alder = app.backer("Alder").await;
        let ana = champion(app, &alder.slug, Some("300.00")).await;
        let placed = alder.pledge_as(&ana, &first, json!({ "amount": "200.00" })).await;
        let year = placed.is(201)["instalments"][0]["fiscal_year"].as_str().expect("a year").to_owned();
        let next = format!("FY{:02}", year[2..].parse::<u16>().expect("a number") + 1);
        let whole = |year: &str| json!([{ "fiscal_year": year, "part": "1/1" }]);
        let later = json!({ "amount": "250.00", "instalments": whole(&next) });
        let placed = alder.pledge_as(&ana, &second, later).await;
        let pledge = placed.is(201).says(json!({ "status": "pledged" })).id();
        let path = format!("/pledges/{pledge}");
        let sooner = json!({ "instalments": whole(&year) });
        let said = json!({ "edit": pledge, "instalments": whole(&year) });
        let said = ana.post(&format!("/projects/{second}/simulate"), said).await;
        assert_eq!(said.refused(409, "above_limit")["left"], "100.00");
        assert_eq!(ana.edit(&path, sooner.clone()).await.refused(409, "above_limit")["left"], "100.00");
        // Not with less, either, as long as that year bears too much.
        let less = json!({ "amount": "150.00", "instalments": whole(&year) });
        ana.edit(&path, less).await.refused(409, "above_limit");
        let halves = json!([{ "fiscal_year": year, "part": "2/5" }, { "fiscal_year": next, "part": "3/5" }]);
        ana.edit(&path, json!({ "instalments": halves })).await.is(200);
        alder.edit(&pledge, sooner).await.is(200);
        // What a lead decided may stay as it is.
        ana.edit(&path, json!({ "amount": "200.00" })).await.is(200);
    });
}
