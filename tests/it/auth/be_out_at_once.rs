//! Whoever is removed or disabled is out at the next request, by whatever they held.

use std::time::Duration;

use cofund_tests::{Person, TestApp, Wire, json, request, test};

#[test]
fn somebody_disabled_is_out_with_all_they_hold() {
    test(async |app| {
        let mut person = app.person().await;
        let mut elsewhere = app.sign_in(&person.email()).await;
        let program = app.program_of(&person, &["read", "organization"]).await;
        let link = app.mail_link(&person.email()).await;
        let path = format!("/admin/users/{}", person.id());
        app.staff().await.edit(&path, json!({ "disabled": true })).await.is(200);

        for held in [&person, &elsewhere, &program] {
            held.get("/me").await.refused(401, "token_invalid");
            held.get("/tiers").await.refused(401, "token_invalid");
        }
        for held in [&mut person, &mut elsewhere] {
            held.refresh().await.refused(401, "session_ended");
        }
        let redeem = || app.public().post("/auth/magic-links/redeem", json!({ "token": link }));
        redeem().await.refused(400, "link_invalid");
        app.mails().await;
        app.public().post("/auth/magic-links", json!({ "email": person.email() })).await.is(202);
        assert_eq!(app.mails().await.len(), 0, "no further link is sent");

        // Once they may come back they sign in anew; what was ended stays so.
        app.staff().await.edit(&path, json!({ "disabled": false })).await.is(200);
        person.refresh().await.refused(401, "session_ended");
        redeem().await.refused(400, "link_invalid");
        program.get("/me").await.is(200);
        app.sign_in(&person.email()).await.get("/me").await.is(200);
    });
}

#[test]
fn somebody_removed_is_out_of_the_organisation_with_all_they_hold() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, mut leaver) = (app.lead_of(&tidewater).await, app.lead_of(&tidewater).await);
        let program = app.program_of(&leaver, &["read", "organization"]).await;
        let people = format!("/organizations/{tidewater}/members");
        for held in [&leaver, &program] {
            held.get(&people).await.is(200);
        }
        lead.delete(&format!("{people}/{}", leaver.id())).await.is(204);
        for held in [&leaver, &program] {
            held.get(&people).await.refused(403, "not_a_member");
            let change = json!({ "profile": "Ours still?" });
            held.edit(&format!("/organizations/{tidewater}"), change).await.refused(403, "not_a_member");
        }
        leaver.refresh().await.is(200);
        leaver.get(&people).await.refused(403, "not_a_member");
        assert_eq!(leaver.get("/me").await["memberships"], json!([]));
        assert_eq!(app.sign_in(&leaver.email()).await.get(&people).await.status, 403);
    });
}

#[test]
fn somebody_whose_role_is_lowered_loses_its_rights_at_once() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, other) = (app.lead_of(&tidewater).await, app.lead_of(&tidewater).await);
        let program = app.program_of(&other, &["read", "organization"]).await;
        let people = format!("/organizations/{tidewater}/members");
        let member = lead.get(&people).await;
        let row = member.items().iter().find(|member| member["user_id"] == other.id()).expect("they belong");
        let etag = format!("\"{}\"", row["version"]);
        lead.patch(&format!("{people}/{}", other.id()), &etag, json!({ "role": "viewer" })).await.is(200);
        for held in [&other, &program] {
            let change = json!({ "profile": "Tides" });
            held.edit(&format!("/organizations/{tidewater}"), change).await.refused(403, "not_a_lead");
        }
    });
}

/// A request whose last byte comes only after `meanwhile`.
async fn held_back(app: &TestApp, person: &Person, path: &str, body: &str, meanwhile: impl AsyncFn()) -> String {
    let mut wire = Wire::connect(&app.url).await;
    let whole = request(&format!("POST /api/v1{path}"), Some(person), &[], body);
    let (most, last) = whole.split_at(whole.len() - 1);
    wire.send(most).await;
    // Longer than it is believed who began.
    tokio::time::sleep(Duration::from_millis(300)).await;
    meanwhile().await;
    wire.send(last).await;
    wire.hear().await
}

#[test]
fn holding_a_request_back_helps_nobody() {
    test(async |app| {
        let staff = app.staff().await;
        let expires_at = (app.clock.now() + chrono::TimeDelta::days(9)).to_rfc3339();
        let token = json!({ "name": "Late", "scopes": ["read"], "expires_at": expires_at }).to_string();

        let disabled = app.person().await;
        let path = format!("/admin/users/{}", disabled.id());
        let disable = async || {
            staff.edit(&path, json!({ "disabled": true })).await.is(200);
        };
        let answer = held_back(app, &disabled, "/me/tokens", &token, disable).await;
        assert!(answer.starts_with("HTTP/1.1 401") && answer.contains("token_invalid"), "{answer}");

        let erased = app.person().await;
        let word = json!({ "email": erased.email() });
        let erase = async || {
            erased.post("/me/erasure", word.clone()).await.is(204);
        };
        let answer = held_back(app, &erased, "/me/tokens", &token, erase).await;
        assert!(answer.starts_with("HTTP/1.1 401"), "{answer}");

        let alder = app.backer("Alder").await;
        let other = app.lead_of(&alder.slug).await;
        let invite = json!({ "email": app.new_address(), "role": "lead" }).to_string();
        let seat = format!("/organizations/{}/members/{}", alder.slug, other.id());
        let remove = async || {
            alder.lead.delete(&seat).await.is(204);
        };
        let answer =
            held_back(app, &other, &format!("/organizations/{}/invitations", alder.slug), &invite, remove).await;
        assert!(answer.starts_with("HTTP/1.1 403") && answer.contains("not_a_member"), "{answer}");
        assert_eq!(app.count("SELECT count(*) FROM access_tokens").await, 0);
        assert_eq!(app.count("SELECT count(*) FROM invitations").await, 0);

        let joining = app.person().await;
        let invite = json!({ "email": joining.email(), "role": "viewer" });
        staff.post(&format!("/organizations/{}/invitations", alder.slug), invite).await.is(201);
        let mail = app.mails().await.into_iter().rfind(|mail| mail.to == joining.email()).expect("an invitation");
        let accept = json!({ "token": mail.token() }).to_string();
        let path = format!("/admin/users/{}/sessions", joining.id());
        let end = async || {
            staff.delete(&path).await.is(204);
        };
        let answer = held_back(app, &joining, "/invitations/accept", &accept, end).await;
        assert!(answer.starts_with("HTTP/1.1 401"), "{answer}");
        assert_eq!(app.count("SELECT count(*) FROM invitations WHERE accepted_at IS NOT NULL").await, 0);

        // Whoever is only slow gets what they asked for.
        let slow = held_back(app, &alder.lead, "/me/tokens", &token, async || {}).await;
        assert!(slow.starts_with("HTTP/1.1 201"), "{slow}");
    });
}
