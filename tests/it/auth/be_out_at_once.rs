//! Whoever is removed or disabled is out at the next request, by whatever they held.

use cofund_tests::{json, test};

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
