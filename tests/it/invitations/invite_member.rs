//! A lead invites somebody by mail.

use chrono::{DateTime, TimeDelta, Utc};
use cofund_tests::{json, race, test};

use super::{accept_as, id_of, invite};

#[test]
fn a_lead_invites_by_mail() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let lead = app.lead_of(&tidewater).await;
        app.mails().await;
        let path = format!("/organizations/{tidewater}/invitations");
        let new = json!({ "email": "Ana@Tidewater.Example", "role": "champion", "pledge_limit": "5000.00" });
        let invited = lead.post(&path, new).await;
        invited.is(201);
        assert_eq!((&invited["email"], &invited["role"]), (&json!("ana@tidewater.example"), &json!("champion")));
        assert_eq!((&invited["pledge_limit"], &invited["expired"]), (&json!("5000.00"), &json!(false)));
        assert_eq!(invited["invited_by"], lead.me["name"]);
        let expires: DateTime<Utc> = invited["expires_at"].as_str().expect("a time").parse().expect("a time");
        assert_eq!(expires - app.clock.now(), TimeDelta::days(14));
        let mails = app.mails().await;
        assert_eq!(mails.len(), 1);
        let name = lead.me["name"].as_str().expect("a name");
        assert_eq!(mails[0].subject, format!("{name} invites you to Tidewater on Cofund"));
        assert!(mails[0].text.contains("as champion") && mails[0].text.contains("14 days"), "{}", mails[0].text);
        assert!(mails[0].link().starts_with(&format!("{}/invitations/accept#token=", app.url)));
        assert!(!invited.text().contains(&mails[0].token()), "the token goes into the mail and nowhere else");
        assert_eq!(app.audit_of(id_of(&invited.json)).await, ["member_invited"]);
        let open = lead.get(&path).await;
        assert_eq!(open.is(200)["items"], json!([invited.json]));
    });
}

#[test]
fn one_open_invitation_an_address() {
    test(async |app| {
        let (tidewater, harbour) = (app.organization("Tidewater").await, app.organization("Harbour").await);
        let (lead, other) = (app.lead_of(&tidewater).await, app.lead_of(&harbour).await);
        let path = format!("/organizations/{tidewater}/invitations");
        let new = || json!({ "email": "ana@tidewater.example", "role": "viewer" });
        let answers = race((0..8).map(|_| lead.post(&path, new())).collect()).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
        for late in answers.iter().filter(|answer| answer.status != 201) {
            late.refused(409, "already_invited");
        }
        assert_eq!(app.mails().await.iter().filter(|mail| mail.to == "ana@tidewater.example").count(), 1);
        other.post(&format!("/organizations/{harbour}/invitations"), new()).await.is(201);
    });
}

#[test]
fn members_are_not_invited() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, ana) = (app.lead_of(&tidewater).await, app.member(&tidewater, "viewer").await);
        let new = json!({ "email": ana.email().to_uppercase(), "role": "lead" });
        lead.post(&format!("/organizations/{tidewater}/invitations"), new).await.refused(409, "already_member");
        assert!(app.mails().await.iter().all(|mail| !mail.subject.contains("invites")));
    });
}

#[test]
fn somebody_known_is_invited_in_their_language() {
    test(async |app| {
        let (tidewater, ana) = (app.organization("Tidewater").await, app.person().await);
        ana.edit("/me", json!({ "language": "fr" })).await.is(200);
        let lead = app.lead_of(&tidewater).await;
        app.mails().await;
        let new = json!({ "email": ana.email(), "role": "finance" });
        lead.post(&format!("/organizations/{tidewater}/invitations"), new).await.is(201);
        let mails = app.mails().await;
        assert!(mails[0].subject.ends_with("vous invite à rejoindre Tidewater sur Cofund"), "{}", mails[0].subject);
        assert!(mails[0].text.contains("en tant que contact financier"), "{}", mails[0].text);
    });
}

#[test]
fn only_leads_and_staff_invite() {
    test(async |app| {
        let (tidewater, harbour) = (app.organization("Tidewater").await, app.organization("Harbour").await);
        let path = format!("/organizations/{tidewater}/invitations");
        let new = json!({ "email": "mallory@people.example", "role": "lead" });
        app.public().post(&path, new.clone()).await.refused(401, "unauthenticated");
        app.person().await.post(&path, new.clone()).await.refused(403, "not_a_member");
        app.lead_of(&harbour).await.post(&path, new.clone()).await.refused(403, "not_a_member");
        for role in ["viewer", "champion", "finance"] {
            app.member(&tidewater, role).await.post(&path, new.clone()).await.refused(403, "not_a_lead");
        }
        let program = app.program_of(&app.lead_of(&tidewater).await, &["read", "pledge"]).await;
        program.post(&path, new.clone()).await.refused(403, "scope_missing");
        assert_eq!(app.count("SELECT count(*) FROM invitations").await, 0);
        app.staff().await.post(&path, new).await.is(201);
    });
}

#[test]
fn whoever_was_removed_can_be_invited_again() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let lead = app.lead_of(&tidewater).await;
        let (_, token) = invite(app, &lead, &tidewater, "ana@tidewater.example", "viewer").await;
        let accepted = accept_as(&app.public(), &token, "Ana").await;
        let user = accepted.is(200)["user"]["id"].as_str().expect("an id").to_owned();
        lead.delete(&format!("/organizations/{tidewater}/members/{user}")).await.is(204);
        let (again, _) = invite(app, &lead, &tidewater, "ana@tidewater.example", "champion").await;
        assert_eq!(again["role"], "champion");
    });
}
