//! Staff may act for an organisation, and every trace of it says that they did; what they do by a role of their own in
//! it is held to that role.

use cofund_tests::{Backer, Person, TestApp, json, test};

/// Staff with this role in the organisation besides.
async fn staff_in(app: &TestApp, backer: &Backer, role: &str, limit: Option<&str>) -> Person {
    let person = app.new_staff().await;
    let member = json!({ "email": person.email(), "role": role, "pledge_limit": limit });
    app.staff().await.post(&format!("/organizations/{}/members", backer.slug), member).await.is(201);
    person
}

/// Whether the pledge's last step says that staff took it.
async fn on_behalf(reader: &Person, pledge: &str) -> bool {
    let history = reader.get(&format!("/pledges/{pledge}/history")).await;
    history.is(200).items().last().expect("a step")["actor"]["on_behalf"] == true
}

#[test]
fn who_may_not_commit_by_role_does_so_as_staff() {
    test(async |app| {
        let alder = app.backer("Alder").await;
        for role in ["viewer", "finance"] {
            let project = app.open_project(role, json!({})).await;
            let person = staff_in(app, &alder, role, None).await;
            let placed = alder.pledge_as(&person, &project, json!({ "amount": "100.00" })).await;
            let pledge = placed.is(201).says(json!({ "status": "pledged", "champion": null })).id();
            assert!(on_behalf(&alder.lead, &pledge).await, "{role} placed");
            person.edit(&format!("/pledges/{pledge}"), json!({ "amount": "90.00" })).await.is(200);
            assert!(on_behalf(&alder.lead, &pledge).await, "{role} edited");
            alder.edit(&pledge, json!({ "amount": "80.00" })).await.is(200);
            assert!(!on_behalf(&alder.lead, &pledge).await);
            person.step(&pledge, "withdraw", super::because()).await.is(200);
            assert!(on_behalf(&alder.lead, &pledge).await, "{role} withdrew");
        }
    });
}

#[test]
fn a_champion_has_a_limit_though_staff() {
    test(async |app| {
        let [a, b, c] = [
            app.open_project("a", json!({})).await,
            app.open_project("b", json!({})).await,
            app.open_project("c", json!({})).await,
        ];
        let alder = app.backer("Alder").await;
        let ana = staff_in(app, &alder, "champion", Some("300.00")).await;
        let own = alder.pledge_as(&ana, &a, json!({ "amount": "200.00" })).await;
        let own = own.is(201).says(json!({ "status": "pledged" })).id();
        assert!(!on_behalf(&alder.lead, &own).await);
        let above = alder.pledge_as(&ana, &b, json!({ "amount": "100.01" })).await;
        above.is(201).says(json!({ "status": "requested" }));
        assert!(!on_behalf(&alder.lead, &above.id()).await);
        ana.edit(&format!("/pledges/{own}"), json!({ "amount": "300.01" })).await.refused(409, "above_limit");
        // Another's is not the champion's to change, and so it is done as staff.
        let others = alder.gives(&c, "500.00").await;
        ana.edit(&format!("/pledges/{others}"), json!({ "amount": "600.00" })).await.is(200);
        assert!(on_behalf(&alder.lead, &others).await);
    });
}

#[test]
fn a_lead_signs_as_staff() {
    test(async |app| {
        let (_, fund, pledge) = app.funded_project("Sync").await;
        let lead = staff_in(app, &fund, "lead", None).await;
        lead.edit(&format!("/pledges/{pledge}"), json!({ "note": "Ours" })).await.is(200);
        assert!(!on_behalf(&fund.lead, &pledge).await);
        lead.step(&pledge, "sign", super::agreement()).await.is(200);
        assert!(on_behalf(&fund.lead, &pledge).await);
        lead.step(&pledge, "default", super::because()).await.is(200);
        assert!(on_behalf(&fund.lead, &pledge).await);
    });
}

#[test]
fn a_token_for_staff_work_only_acts_as_staff() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let lead = staff_in(app, &alder, "lead", None).await;
        let program = app.program_of(&lead, &["read", "staff"]).await;
        let pledge = alder.pledge_as(&program, &project, json!({ "amount": "100.00" })).await.is(201).id();
        assert!(on_behalf(&alder.lead, &pledge).await);
    });
}
