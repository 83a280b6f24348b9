//! Staff put people in at once; a lead's request becomes an invitation.

use cofund_tests::{json, race, test};

#[test]
fn staff_put_somebody_new_in_at_once() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let path = format!("/organizations/{tidewater}/members");
        let new =
            json!({ "email": "Ana@Tidewater.Example", "name": "Ana", "role": "champion", "pledge_limit": "5000.00" });
        let added = app.staff().await.post(&path, new).await;
        added.is(201);
        assert_eq!((&added["email"], &added["name"]), (&json!("ana@tidewater.example"), &json!("Ana")));
        assert_eq!((&added["role"], &added["pledge_limit"]), (&json!("champion"), &json!("5000.00")));
        assert_eq!((&added["version"], &added["last_seen_at"]), (&json!(1), &json!(null)));
        let user = added["user_id"].as_str().expect("an id");
        assert_eq!(app.audit_of(user).await, ["user_created", "member_added"]);
        let mails = app.mails().await;
        assert_eq!(mails.len(), 1);
        assert_eq!(
            (mails[0].to.as_str(), mails[0].subject.as_str()),
            ("ana@tidewater.example", "You can act for Tidewater on Cofund")
        );
        assert!(mails[0].text.starts_with("Hello Ana,") && mails[0].link().ends_with("/organizations/tidewater"));
        let ana = app.sign_in("ana@tidewater.example").await;
        assert_eq!(ana.me["memberships"][0]["pledge_limit"], "5000.00");
    });
}

#[test]
fn somebody_known_keeps_their_account() {
    test(async |app| {
        let (tidewater, person) = (app.organization("Tidewater").await, app.person().await);
        let new = json!({ "email": person.email(), "name": "Another name", "role": "viewer" });
        let added = app.staff().await.post(&format!("/organizations/{tidewater}/members"), new).await;
        assert_eq!(added.is(201)["user_id"], person.id());
        assert_eq!(added["name"], person.me["name"], "a name is its person's");
        let me = person.get("/me").await;
        assert_eq!(me["memberships"][0]["organization"]["slug"], tidewater.as_str());
        assert_eq!(app.mails().await.len(), 1);
    });
}

#[test]
fn nobody_is_in_twice() {
    test(async |app| {
        let (tidewater, staff) = (app.organization("Tidewater").await, app.staff().await);
        let path = format!("/organizations/{tidewater}/members");
        let new = |role: &str| json!({ "email": "ana@tidewater.example", "role": role });
        staff.post(&path, new("viewer")).await.is(201);
        staff.post(&path, new("lead")).await.refused(409, "already_member");
        assert_eq!(app.mails().await.len(), 1);
        assert_eq!(app.count("SELECT count(*) FROM memberships WHERE role = 'viewer'").await, 1);
    });
}

#[test]
fn two_organisations_may_take_in_somebody_new_at_once() {
    test(async |app| {
        let staff = app.staff().await;
        let mut adds = Vec::new();
        for n in 0..6 {
            let organization = app.organization(&format!("Organisation {n}")).await;
            let new = json!({ "email": "ana@tidewater.example", "role": "viewer" });
            adds.push(staff.post(&format!("/organizations/{organization}/members"), new));
        }
        for answer in race(adds).await {
            answer.is(201);
        }
        assert_eq!(app.count("SELECT count(*) FROM users WHERE email = 'ana@tidewater.example'").await, 1);
        assert_eq!(app.count("SELECT count(*) FROM memberships").await, 6);
        assert_eq!(app.mails().await.len(), 6);
    });
}

#[test]
fn a_leads_request_becomes_an_invitation() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let lead = app.lead_of(&tidewater).await;
        app.mails().await;
        let new = json!({ "email": "ana@tidewater.example", "role": "champion" });
        let invited = lead.post(&format!("/organizations/{tidewater}/members"), new).await;
        assert_eq!(invited.is(202)["email"], "ana@tidewater.example");
        assert_eq!(app.count("SELECT count(*) FROM users WHERE email = 'ana@tidewater.example'").await, 0);
        let mails = app.mails().await;
        assert_eq!((mails.len(), mails[0].to.as_str()), (1, "ana@tidewater.example"));
        assert!(mails[0].link().contains("/invitations/accept#token="), "{}", mails[0].text);
    });
}

#[test]
fn others_add_nobody() {
    test(async |app| {
        let (tidewater, harbour) = (app.organization("Tidewater").await, app.organization("Harbour").await);
        let path = format!("/organizations/{tidewater}/members");
        let new = json!({ "email": "mallory@people.example", "role": "lead" });
        app.public().post(&path, new.clone()).await.refused(401, "unauthenticated");
        app.person().await.post(&path, new.clone()).await.refused(403, "not_a_member");
        app.lead_of(&harbour).await.post(&path, new.clone()).await.refused(403, "not_a_member");
        for role in ["viewer", "champion", "finance"] {
            app.member(&tidewater, role).await.post(&path, new.clone()).await.refused(403, "not_a_lead");
        }
        let lead = app.lead_of(&tidewater).await;
        app.program_of(&lead, &["read"]).await.post(&path, new).await.refused(403, "scope_missing");
        assert_eq!(app.count("SELECT count(*) FROM users WHERE email LIKE 'mallory%'").await, 0);
        assert_eq!(app.count("SELECT count(*) FROM invitations").await, 0);
    });
}

#[test]
fn the_request_must_make_sense() {
    test(async |app| {
        let (tidewater, staff) = (app.organization("Tidewater").await, app.staff().await);
        let path = format!("/organizations/{tidewater}/members");
        let bad = json!({ "email": "ana@", "role": "boss", "name": "", "pledge_limit": "5" });
        let refused = staff.post(&path, bad).await;
        for (pointer, code) in
            [("/email", "malformed"), ("/role", "malformed"), ("/name", "required"), ("/pledge_limit", "malformed")]
        {
            refused.refused_field(pointer, code);
        }
        for role in ["lead", "finance", "viewer"] {
            let new = json!({ "email": "ana@tidewater.example", "role": role, "pledge_limit": "5.00" });
            staff.post(&path, new).await.refused_field("/pledge_limit", "not_allowed");
        }
        let injected = json!({ "email": "a@b.example\r\nBcc: c@d.example", "role": "viewer" });
        staff.post(&path, injected).await.refused_field("/email", "malformed");
        staff
            .post("/organizations/nobody/members", json!({ "email": "a@b.example", "role": "lead" }))
            .await
            .refused(404, "not_found");
    });
}

#[test]
fn a_repeated_request_sends_one_mail() {
    test(async |app| {
        let (tidewater, staff) = (app.organization("Tidewater").await, app.staff().await);
        let path = format!("/organizations/{tidewater}/members");
        let new = json!({ "email": "ana@tidewater.example", "role": "viewer" });
        let calls = (0..10).map(|_| staff.post(&path, new.clone()).key("once")).collect();
        let answers = race(calls).await;
        assert!(answers.iter().all(|answer| answer.status == 201 || answer.status == 409), "{answers:?}");
        assert!(answers.iter().any(|answer| answer.status == 201));
        assert_eq!(app.mails().await.len(), 1);
        staff.post(&path, new).key("once").await.is(201);
        assert!(app.mails().await.is_empty());
    });
}
