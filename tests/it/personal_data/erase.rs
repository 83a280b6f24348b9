//! A person is forgotten; what they did stays told.

use cofund_tests::{TestApp, json, test};

use super::story::{ADDRESS, NAME, tell};

/// Nothing but the pseudonym is left, anywhere.
async fn is_forgotten(app: &TestApp) {
    for text in [NAME, ADDRESS, "Quillon", "quillon", "featherby"] {
        assert_eq!(app.tables_holding(text).await, Vec::<String>::new(), "{text} is still there");
    }
}

#[test]
fn a_person_erases_their_account() {
    test(async |app| {
        let story = tell(app).await;
        let before = app.project(&story.project).await;
        let ledger = app.public().get(&format!("/projects/{}/ledger", story.project)).await;
        for told in [ADDRESS, "Quillon"] {
            assert!(!app.tables_holding(told).await.is_empty(), "{told} is nowhere, so nothing would be shown here");
        }

        let erased = story.quill.post("/me/erasure", json!({ "email": " Quillon.Featherby@people.example" })).await;
        erased.is(204);
        let cleared = erased.cookies().iter().any(|cookie| cookie.starts_with("cofund_refresh=;"));
        assert!(cleared, "the cookie is taken back: {:?}", erased.cookies());
        is_forgotten(app).await;
        story.quill.get("/me").await.refused(401, "token_invalid");

        // What the organisation promised is as it was, and so is what everybody reads.
        let after = app.project(&story.project).await;
        assert_eq!((&after["pledged"], &after["supports"]), (&before["pledged"], &before["supports"]));
        let same = app.public().get(&format!("/projects/{}/ledger", story.project)).await;
        assert_eq!(same.items(), ledger.items());
        let history = story.other.get(&format!("/pledges/{}/history", story.approved)).await;
        let told = history.is(200).text();
        assert!(told.contains("Former member "), "{told}");
        // Nothing went out to them, and nothing comes back for the address.
        let mails = app.mails().await;
        assert!(mails.iter().all(|mail| mail.to != ADDRESS && !mail.to.contains("invalid")), "{mails:?}");
        app.public().post("/auth/magic-links", json!({ "email": ADDRESS })).await.is(202);
        assert_eq!(app.mails().await.len(), 0);
        is_forgotten(app).await;
        app.holds_together().await;
    });
}

#[test]
fn staff_erase_who_asked_for_it() {
    test(async |app| {
        let story = tell(app).await;
        let staff = app.staff().await;
        let user = format!("/admin/users/{}", story.quill.id());
        let path = format!("{user}/erasure");
        assert_eq!(staff.get(&user).await["can"]["erase"]["ok"], true);
        staff.post(&path, json!({ "email": "else@people.example" })).await.refused_field("/email", "mismatch");
        story.other.post(&path, json!({ "email": ADDRESS })).await.refused(403, "not_staff");
        let program = app.program_of(&staff, &["staff"]).await;
        program.post(&path, json!({ "email": ADDRESS })).await.refused(403, "session_required");
        assert!(app.audit_of(&story.quill.id()).await.iter().all(|action| action != "user_erased"));

        staff.post(&path, json!({ "email": ADDRESS })).await.is(204);
        is_forgotten(app).await;
        let left = staff.get(&user).await;
        assert_eq!(left.is(200)["can"]["edit"]["code"], "user_erased");
        assert!(
            left["erased_at"].is_string() && left["email"].as_str().is_some_and(|it| it.ends_with("@erased.invalid"))
        );
        staff.edit(&user, json!({ "name": NAME })).await.refused(409, "user_erased");
        staff.edit(&user, json!({ "disabled": false })).await.refused(409, "user_erased");
        staff.post(&path, json!({ "email": ADDRESS })).await.refused(409, "user_erased");
        let found = staff.get("/admin/users?q=Former").await;
        assert!(found.items().is_empty(), "nobody looks for them: {found:?}");
        let billing = staff.get(&format!("/organizations/{}", story.organization)).await;
        assert!(!billing.text().contains("Quillon"));
        app.holds_together().await;
    });
}

#[test]
fn a_name_that_others_have_too_stays_theirs() {
    test(async |app| {
        let (alder, staff) = (app.backer("Alder").await, app.staff().await);
        let birch = app.member(&app.organization("Birch").await, "viewer").await;
        let bills = json!({ "billing_name": "Accounts Payable", "billing_email": "bills@alder.example" });
        alder.lead.edit(&format!("/organizations/{}", alder.slug), bills).await.is(200);
        birch.edit("/me", json!({ "name": "Accounts Payable" })).await.is(200);
        birch.post("/me/erasure", json!({ "email": birch.email() })).await.is(204);
        let kept =
            "SELECT count(*) FROM organizations WHERE billing_name = 'Accounts Payable' AND billing_email IS NOT NULL";
        assert_eq!(app.count(kept).await, 1);
        // Nor can anybody stand in the way of a pseudonym.
        let path = format!("/organizations/{}/members", alder.slug);
        let squatter = json!({ "email": "0123@Erased.invalid", "role": "viewer" });
        staff.post(&path, squatter).await.refused_field("/email", "malformed");
    });
}

#[test]
fn who_comes_back_is_somebody_new() {
    test(async |app| {
        let story = tell(app).await;
        let before = story.quill.id();
        story.quill.post("/me/erasure", json!({ "email": ADDRESS })).await.is(204);
        let new = json!({ "email": ADDRESS, "name": "Back", "role": "viewer" });
        story.other.post(&format!("/organizations/{}/invitations", story.organization), new).await.is(201);
        let token = app.mails().await.into_iter().rfind(|mail| mail.to == ADDRESS).expect("an invitation").token();
        let mut back = app.public();
        let accepted = back.post("/invitations/accept", json!({ "token": token, "name": "Back" })).await;
        accepted.is(200).keep_session(&mut back);
        assert_ne!(back.id(), before);
        let data = back.get("/me/data").await;
        assert!(data["pledge_steps"].as_array().is_some_and(Vec::is_empty));
    });
}

#[test]
fn nobody_leaves_an_organisation_without_a_lead_or_cofund_without_an_administrator() {
    test(async |app| {
        let alder = app.backer("Alder").await;
        let email = alder.lead.email();
        alder.lead.post("/me/erasure", json!({ "email": email })).await.refused(409, "last_lead");
        assert_eq!(alder.lead.get("/me").await.is(200)["email"], email);
        let admin = app.admin().await;
        admin.post("/me/erasure", json!({ "email": admin.email() })).await.refused(409, "last_admin");
        // Staff may leave an organisation without one, as always.
        let path = format!("/admin/users/{}/erasure", alder.lead.id());
        app.staff().await.post(&path, json!({ "email": email })).await.is(204);
        app.admin().await;
        admin.post("/me/erasure", json!({ "email": admin.email() })).await.is(204);
    });
}

#[test]
fn a_wrong_word_changes_nothing() {
    test(async |app| {
        let person = app.person().await;
        let before = app.dump().await;
        for body in [
            json!({}),
            json!({ "email": "x" }),
            json!({ "email": 1 }),
            json!({ "email": person.email(), "sure": true }),
        ] {
            person.post("/me/erasure", body).await.is(422);
        }
        let other = json!({ "email": "else@people.example" });
        person.post("/me/erasure", other).await.refused_field("/email", "mismatch");
        assert_eq!(app.dump().await, before);
    });
}
