//! Whoever holds the link sees what it offers; looking uses nothing up.

use cofund_tests::{Person, json, test};

use super::{accept_as, invite};

fn preview(person: &Person, token: &str) -> cofund_tests::Call {
    person.post("/invitations/preview", json!({ "token": token }))
}

#[test]
fn it_says_who_invites_to_what() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, known) = (app.lead_of(&tidewater).await, app.person().await);
        let (invitation, token) = invite(app, &lead, &tidewater, "ana@tidewater.example", "finance").await;
        for _ in 0..3 {
            let offer = preview(&app.public(), &token).await;
            assert_eq!(offer.is(200)["organization"]["slug"], tidewater.as_str());
            assert_eq!((&offer["role"], &offer["has_account"]), (&json!("finance"), &json!(false)));
            assert_eq!(
                (&offer["email"], &offer["expires_at"]),
                (&json!("ana@tidewater.example"), &invitation["expires_at"])
            );
            assert_eq!(offer["invited_by"], lead.me["name"]);
        }
        let (_, token) = invite(app, &lead, &tidewater, &known.email(), "viewer").await;
        assert_eq!(preview(&known, &token).await.is(200)["has_account"], json!(true));
    });
}

#[test]
fn a_token_of_another_kind_opens_nothing() {
    test(async |app| {
        let (tidewater, ana) = (app.organization("Tidewater").await, app.person().await);
        let lead = app.lead_of(&tidewater).await;
        let (invitation, token) = invite(app, &lead, &tidewater, "ben@tidewater.example", "viewer").await;
        let link = app.mail_link(&ana.email()).await;
        let refresh = ana.cookie.clone().unwrap_or_default().split_once('=').map(|(_, value)| value.to_owned());
        let jwt = ana.bearer.clone().unwrap_or_default();
        let cut = &token[..token.len() - 1];
        let id = invitation["id"].as_str().expect("an id");
        for other in [&link, &refresh.unwrap_or_default(), &jwt, cut, &format!("{token}A"), id, ""] {
            preview(&app.public(), other).await.refused(400, "invitation_invalid");
            accept_as(&app.public(), other, "Mallory").await.refused(400, "invitation_invalid");
        }
        // Nor does an invitation sign anybody in.
        app.public().post("/auth/magic-links/redeem", json!({ "token": token })).await.refused(400, "link_invalid");
        let cookie = format!("cofund_refresh={token}");
        app.public().refresh_with(&cookie).await.refused(401, "session_ended");
        app.public().with_token(&token).get("/me").await.refused(401, "token_invalid");
        preview(&app.public(), &token).await.is(200);
    });
}
