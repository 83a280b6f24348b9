//! Somebody new accepts: the link proves that they read the address.

use cofund_tests::{json, race, test};

use super::{accept, accept_as, id_of, invite};

#[test]
fn somebody_new_says_their_name_and_is_in() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let lead = app.lead_of(&tidewater).await;
        let (invitation, token) = invite(app, &lead, &tidewater, "ana@tidewater.example", "champion").await;
        accept(&app.public(), &token).await.refused_field("/name", "required");
        accept_as(&app.public(), &token, " ").await.refused_field("/name", "required");
        let mut ana = app.public();
        let accepted = accept_as(&ana, &token, "Ana").await;
        accepted.is(200).keep_session(&mut ana);
        assert_eq!(
            (&accepted["user"]["name"], &accepted["user"]["email"]),
            (&json!("Ana"), &json!("ana@tidewater.example"))
        );
        assert_eq!(
            (&accepted["user"]["staff"], &accepted["user"]["memberships"][0]["role"]),
            (&json!(false), &json!("champion"))
        );
        let set = accepted.header("set-cookie").expect("a cookie");
        assert!(set.contains("HttpOnly") && set.contains("SameSite=Strict"), "{set}");
        assert_eq!(ana.get(&format!("/organizations/{tidewater}")).await.is(200)["my_role"], "champion");
        assert_eq!(ana.get("/me/sessions").await.items()[0]["method"], "invitation");
        ana.refresh().await.is(200);
        let mut trail = app.audit_of(&ana.id()).await;
        trail.retain(|action| action != "session_started");
        assert_eq!(trail, ["user_created", "member_added"]);
        assert!(lead.get(&format!("/organizations/{tidewater}/invitations")).await.items().is_empty());
        assert!(app.mails().await.is_empty(), "who accepts needs not be told");
        assert!(!id_of(&invitation).is_empty());
    });
}

#[test]
fn it_works_once() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let lead = app.lead_of(&tidewater).await;
        let (_, token) = invite(app, &lead, &tidewater, "ana@tidewater.example", "viewer").await;
        accept_as(&app.public(), &token, "Ana").await.is(200);
        accept_as(&app.public(), &token, "Ana").await.refused(400, "invitation_invalid");
        let preview = app.public().post("/invitations/preview", json!({ "token": token })).await;
        preview.refused(400, "invitation_invalid");
        assert_eq!(app.count("SELECT count(*) FROM sessions WHERE method = 'invitation'").await, 1);
    });
}

#[test]
fn twenty_clicks_at_once_make_one_member() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let lead = app.lead_of(&tidewater).await;
        let (_, token) = invite(app, &lead, &tidewater, "ana@tidewater.example", "viewer").await;
        let answers = race((0..20).map(|_| accept_as(&app.public(), &token, "Ana")).collect()).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
        for late in answers.iter().filter(|answer| answer.status != 200) {
            late.refused(400, "invitation_invalid");
        }
        assert_eq!(app.count("SELECT count(*) FROM users WHERE email = 'ana@tidewater.example'").await, 1);
        assert_eq!(app.count("SELECT count(*) FROM sessions WHERE method = 'invitation'").await, 1);
        assert_eq!(app.count("SELECT count(*) FROM memberships").await, 2);
    });
}

#[test]
fn two_invitations_of_somebody_new_make_one_account() {
    test(async |app| {
        let mut tokens = Vec::new();
        for n in 0..5 {
            let organization = app.organization(&format!("Organisation {n}")).await;
            let lead = app.lead_of(&organization).await;
            tokens.push(invite(app, &lead, &organization, "ana@tidewater.example", "viewer").await.1);
        }
        let answers = race(tokens.iter().map(|token| accept_as(&app.public(), token, "Ana")).collect()).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
        for late in answers.iter().filter(|answer| answer.status != 200) {
            late.refused(401, "sign_in_to_accept");
        }
        assert_eq!(app.count("SELECT count(*) FROM users WHERE email = 'ana@tidewater.example'").await, 1);
        let ana = app.sign_in("ana@tidewater.example").await;
        for (token, answer) in tokens.iter().zip(&answers) {
            if answer.status != 200 {
                accept(&ana, token).await.is(200);
            }
        }
        assert_eq!(ana.get("/me").await["memberships"].as_array().map(Vec::len), Some(5));
    });
}

#[test]
fn who_is_added_meanwhile_is_in_once() {
    test(async |app| {
        let (tidewater, ana) = (app.organization("Tidewater").await, app.person().await);
        let lead = app.lead_of(&tidewater).await;
        let (_, token) = invite(app, &lead, &tidewater, &ana.email(), "viewer").await;
        let new = json!({ "email": ana.email(), "role": "finance" });
        app.staff().await.post(&format!("/organizations/{tidewater}/members"), new).await.is(201);
        accept(&ana, &token).await.refused(409, "already_member");
        assert_eq!(ana.get("/me").await["memberships"][0]["role"], "finance");
    });
}

#[test]
fn who_was_taken_out_does_not_come_back_by_an_own_invitation() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, other) = (app.lead_of(&tidewater).await, app.lead_of(&tidewater).await);
        let (invitation, token) = invite(app, &lead, &tidewater, "sock@tidewater.example", "lead").await;
        app.staff().await.delete(&format!("/organizations/{tidewater}/members/{}", lead.id())).await.is(204);
        accept_as(&app.public(), &token, "Sock").await.refused(400, "invitation_invalid");
        // Somebody who may invite makes it theirs.
        let again = format!("/organizations/{tidewater}/invitations/{}/resend", id_of(&invitation));
        assert_eq!(other.post_nothing(&again).await.is(200)["invited_by"], other.me["name"]);
        accept_as(&app.public(), &token, "Sock").await.is(200);
    });
}
