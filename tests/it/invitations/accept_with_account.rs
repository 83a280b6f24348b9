//! Somebody who has an account signs in first: a two-week-old mail is no key to it.

use cofund_tests::{json, race, test};

use super::{accept, accept_as, invite};

#[test]
fn they_sign_in_and_then_accept() {
    test(async |app| {
        let (tidewater, ana) = (app.organization("Tidewater").await, app.person().await);
        let lead = app.lead_of(&tidewater).await;
        let (_, token) = invite(app, &lead, &tidewater, &ana.email(), "finance").await;
        accept(&app.public(), &token).await.refused(401, "sign_in_to_accept");
        accept_as(&app.public(), &token, "Another").await.refused(401, "sign_in_to_accept");
        let accepted = accept_as(&ana, &token, "Another").await;
        assert_eq!(accepted.is(200)["user"]["id"], ana.id());
        assert_eq!(accepted["user"]["name"], ana.me["name"], "accepting renames nobody");
        assert_eq!(accepted["user"]["memberships"][0]["role"], "finance");
        assert_eq!(accepted.header("set-cookie"), None, "the session stays as it is");
        let token = accepted["access_token"].as_str().expect("a token").to_owned();
        ana.with_token(&token).get("/me").await.is(200);
        assert_eq!(app.count(&format!("SELECT count(*) FROM sessions WHERE user_id = '{}'", ana.id())).await, 1);
    });
}

#[test]
fn somebody_else_does_not_accept_it() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, ana, mallory) = (app.lead_of(&tidewater).await, app.person().await, app.person().await);
        let (_, known) = invite(app, &lead, &tidewater, &ana.email(), "lead").await;
        let (_, new) = invite(app, &lead, &tidewater, "ben@tidewater.example", "lead").await;
        for person in [mallory, lead, app.staff().await] {
            accept(&person, &known).await.refused(403, "invitation_for_someone_else");
            accept_as(&person, &new, "Ben").await.refused(403, "invitation_for_someone_else");
        }
        assert_eq!(app.count("SELECT count(*) FROM memberships").await, 1);
        accept(&ana, &known).await.is(200);
    });
}

#[test]
fn a_program_does_not_accept() {
    test(async |app| {
        let (tidewater, ana) = (app.organization("Tidewater").await, app.person().await);
        let lead = app.lead_of(&tidewater).await;
        let (_, known) = invite(app, &lead, &tidewater, &ana.email(), "viewer").await;
        let (_, new) = invite(app, &lead, &tidewater, "ben@tidewater.example", "viewer").await;
        let program = app.program_of(&ana, &["read", "organization"]).await;
        accept(&program, &known).await.refused(403, "session_required");
        accept_as(&program, &new, "Ben").await.refused(403, "session_required");
    });
}

#[test]
fn twenty_clicks_at_once_make_one_member() {
    test(async |app| {
        let (tidewater, ana) = (app.organization("Tidewater").await, app.person().await);
        let lead = app.lead_of(&tidewater).await;
        let (_, token) = invite(app, &lead, &tidewater, &ana.email(), "viewer").await;
        let answers = race((0..20).map(|_| accept(&ana, &token)).collect()).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
        for late in answers.iter().filter(|answer| answer.status != 200) {
            late.refused(400, "invitation_invalid");
        }
        assert_eq!(app.audit_of(&ana.id()).await.iter().filter(|action| *action == "member_added").count(), 1);
    });
}

#[test]
fn whoever_is_disabled_does_not_come_in_by_an_invitation() {
    test(async |app| {
        let (tidewater, ana) = (app.organization("Tidewater").await, app.person().await);
        let (lead, staff) = (app.lead_of(&tidewater).await, app.staff().await);
        let (_, token) = invite(app, &lead, &tidewater, &ana.email(), "lead").await;
        staff.edit(&format!("/admin/users/{}", ana.id()), json!({ "disabled": true })).await.is(200);
        accept(&ana, &token).await.refused(401, "token_invalid");
        accept_as(&app.public(), &token, "Ana").await.refused(401, "sign_in_to_accept");
        assert_eq!(app.count("SELECT count(*) FROM memberships").await, 1);
    });
}

#[test]
fn an_address_that_changed_hands_is_looked_up_anew() {
    test(async |app| {
        let (tidewater, ana) = (app.organization("Tidewater").await, app.person().await);
        let (lead, staff) = (app.lead_of(&tidewater).await, app.staff().await);
        let old = ana.email();
        let (_, token) = invite(app, &lead, &tidewater, &old, "viewer").await;
        staff.edit(&format!("/admin/users/{}", ana.id()), json!({ "email": "ana@new.example" })).await.is(200);
        // It invites whoever reads that address, not whoever had it.
        accept(&ana, &token).await.refused(403, "invitation_for_someone_else");
        assert_eq!(accept_as(&app.public(), &token, "Heir").await.is(200)["user"]["email"], old);
    });
}
