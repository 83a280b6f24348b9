//! A token does what its scopes allow and never more than its owner may.

use chrono::TimeDelta;
use cofund_tests::{Answer, Person, TestApp, json, test};

async fn ask(app: &TestApp, person: &Person, scopes: &[&str]) -> Answer {
    let expires = app.clock.now() + TimeDelta::days(30);
    person.post("/me/tokens", json!({ "name": "A program", "scopes": scopes, "expires_at": expires })).await
}

#[test]
fn staff_need_the_scope_to_act_as_staff() {
    test(async |app| {
        let staff = app.new_staff().await;
        let tidewater = app.organization("Tidewater").await;
        let new = json!({ "name": "Kelpwatch", "kind": "member" });
        for scopes in [&["read"][..], &["pledge", "organization"]] {
            let program = app.program_of(&staff, scopes).await;
            program.get("/admin/users").await.refused(403, "scope_missing");
            program.get("/admin/queues").await.refused(403, "scope_missing");
            program.post("/organizations", new.clone()).await.refused(403, "scope_missing");
            program.get(&format!("/organizations/{tidewater}/members")).await.refused(403, "scope_missing");
            assert_eq!(
                program.get("/me").await["can"]["see_staff_pages"],
                json!({ "ok": false, "code": "scope_missing" })
            );
        }
        let program = app.program_of(&staff, &["staff"]).await;
        program.get("/admin/users").await.is(200);
        program.post("/organizations", new).await.is(201);
    });
}

#[test]
fn a_lead_needs_the_scope_to_change_the_organisation() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let lead = app.lead_of(&tidewater).await;
        let path = format!("/organizations/{tidewater}");
        let invited = json!({ "email": app.new_address(), "role": "viewer" });
        let reader = app.program_of(&lead, &["read", "pledge"]).await;
        reader.get(&format!("{path}/members")).await.is(200);
        reader.edit(&path, json!({ "profile": "Tides" })).await.refused(403, "scope_missing");
        reader.post(&format!("{path}/invitations"), invited.clone()).await.refused(403, "scope_missing");
        reader.delete(&format!("{path}/members/{}", lead.id())).await.refused(403, "scope_missing");
        let writer = app.program_of(&lead, &["organization"]).await;
        writer.edit(&path, json!({ "profile": "Tides" })).await.is(200);
        writer.post(&format!("{path}/invitations"), invited).await.is(201);
    });
}

#[test]
fn an_administrator_needs_the_scope_to_act_as_one() {
    test(async |app| {
        let admin = app.admin().await;
        let as_staff = app.program_of(&admin, &["staff"]).await;
        as_staff.get("/admin/audit").await.refused(403, "scope_missing");
        let colleague = json!({ "email": app.new_address(), "staff": true });
        as_staff.post("/admin/users", colleague.clone()).await.refused(403, "scope_missing");
        let as_admin = app.program_of(&admin, &["staff", "admin"]).await;
        as_admin.get("/admin/audit").await.is(200);
        as_admin.post("/admin/users", colleague).await.is(201);
    });
}

#[test]
fn nobody_makes_a_token_above_their_own_rights() {
    test(async |app| {
        let (person, staff) = (app.person().await, app.new_staff().await);
        for scope in ["staff", "admin"] {
            let refusal = ask(app, &person, &["read", scope]).await;
            refusal.refused(422, "body_invalid").refused_field("/scopes", "not_allowed");
        }
        ask(app, &staff, &["admin"]).await.refused_field("/scopes", "not_allowed");
        assert_eq!(app.count("SELECT count(*) FROM access_tokens").await, 0);
    });
}

#[test]
fn a_token_loses_what_its_owner_loses() {
    test(async |app| {
        let (admin, colleague) = (app.admin().await, app.admin().await);
        let program = app.program_of(&colleague, &["staff", "admin"]).await;
        program.get("/admin/audit").await.is(200);
        let path = format!("/admin/users/{}", colleague.id());
        admin.edit(&path, json!({ "admin": false })).await.is(200);
        program.get("/admin/audit").await.refused(403, "not_admin");
        program.get("/admin/users").await.is(200);
        admin.edit(&path, json!({ "staff": false })).await.is(200);
        program.get("/admin/users").await.refused(403, "not_staff");
        program.get("/me").await.is(200);
        admin.edit(&path, json!({ "staff": true })).await.is(200);
        program.get("/admin/users").await.is(200);
    });
}

#[test]
fn a_token_does_not_entrench_itself() {
    test(async |app| {
        let admin = app.admin().await;
        let program = app.program_of(&admin, &["read", "pledge", "organization", "staff", "admin"]).await;
        ask(app, &program, &["read"]).await.refused(403, "session_required");
        let token = program.get("/me/tokens").await.items()[0]["id"].as_str().expect("an id").to_owned();
        program.delete(&format!("/me/tokens/{token}")).await.refused(403, "session_required");
        let session = program.get("/me/sessions").await.items()[0]["id"].as_str().expect("an id").to_owned();
        program.delete(&format!("/me/sessions/{session}")).await.refused(403, "session_required");
        program.edit("/me", json!({ "name": "Somebody else" })).await.refused(403, "session_required");
        for id in [admin.id(), app.person().await.id()] {
            let change = json!({ "email": app.new_address() });
            program.edit(&format!("/admin/users/{id}"), change).await.refused(403, "session_required");
        }
        assert_eq!(program.get("/me").await["can"]["create_token"], json!({ "ok": false, "code": "session_required" }));
    });
}
