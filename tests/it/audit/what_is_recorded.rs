//! Every change of people, rights, organisations, tiers, topics and terms leaves an entry; a refused one leaves none.

use cofund_tests::{json, test};

#[test]
fn every_change_leaves_one_entry() {
    test(async |app| {
        let (tidewater, admin) = (app.organization("Tidewater").await, app.admin().await);
        let (lead, ana) = (app.lead_of(&tidewater).await, app.member(&tidewater, "viewer").await);
        let organization = format!("/organizations/{tidewater}");
        let member = format!("{organization}/members/{}", ana.id());
        let user = format!("/admin/users/{}", ana.id());
        let invited = lead
            .post(&format!("{organization}/invitations"), json!({ "email": "x@y.example", "role": "viewer" }))
            .await;
        let invitation = format!("{organization}/invitations/{}", invited.is(201)["id"].as_str().expect("an id"));
        let steps = [
            ("organization_edited", lead.edit(&organization, json!({ "profile": "x" })).await),
            ("invitation_resent", lead.post_nothing(&format!("{invitation}/resend")).await),
            ("invitation_revoked", lead.delete(&invitation).await),
            ("member_changed", lead.patch(&member, "\"1\"", json!({ "role": "champion" })).await),
            ("member_removed", lead.delete(&member).await),
            ("user_edited", admin.edit(&user, json!({ "name": "Ana" })).await),
            ("user_rights_changed", admin.edit(&user, json!({ "staff": true })).await),
            ("user_sessions_ended", admin.delete(&format!("{user}/sessions")).await),
            ("user_disabled", admin.edit(&user, json!({ "disabled": true })).await),
            ("user_enabled", admin.edit(&user, json!({ "disabled": false })).await),
            ("tier_created", admin.post("/admin/tiers", json!({ "name": "Premier" })).await),
            ("tier_edited", admin.patch("/admin/tiers/premier", "\"1\"", json!({ "price": "1.00" })).await),
            ("topic_created", admin.post("/admin/narratives", json!({ "name": "Tides" })).await),
            ("topic_edited", admin.patch("/admin/narratives/tides", "\"1\"", json!({ "summary": "x" })).await),
            (
                "terms_published",
                admin.post("/admin/terms", json!({ "version": "2027-01", "title": "x", "body": "x" })).await,
            ),
        ];
        for (action, answer) in steps {
            let request = answer.header("x-request-id").expect("an id").to_owned();
            assert!(answer.status < 300, "{action}: {}", answer.text());
            let log = admin.get(&format!("/admin/audit?action={action}&limit=1")).await;
            let entry = log.is(200).items().first().unwrap_or_else(|| panic!("no {action}"));
            assert_eq!(entry["request_id"], request, "{action}");
            let sql = format!("SELECT count(*) FROM audit_log WHERE request_id = '{request}'");
            assert_eq!(app.count(&sql).await, 1, "{action}");
        }
    });
}

#[test]
fn a_change_by_a_program_says_so() {
    test(async |app| {
        let (tidewater, admin) = (app.organization("Tidewater").await, app.admin().await);
        let lead = app.lead_of(&tidewater).await;
        let program = app.program_of(&lead, &["organization"]).await;
        program.edit(&format!("/organizations/{tidewater}"), json!({ "profile": "x" })).await.is(200);
        let log = admin.get("/admin/audit?action=organization_edited").await;
        assert_eq!(
            (&log.items()[0]["actor"]["kind"], &log.items()[0]["actor"]["id"]),
            (&json!("token"), &json!(lead.id()))
        );
    });
}

#[test]
fn what_is_refused_or_repeated_leaves_none() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, path) = (app.lead_of(&tidewater).await, format!("/organizations/{tidewater}"));
        let before = app.count("SELECT count(*) FROM audit_log").await;
        lead.edit(&path, json!({ "name": "Mine" })).await.refused(403, "not_staff");
        lead.patch(&path, "\"9\"", json!({ "profile": "x" })).await.refused(412, "version_conflict");
        lead.edit(&path, json!({ "website": "nowhere" })).await.refused_field("/website", "malformed");
        assert_eq!(app.count("SELECT count(*) FROM audit_log").await, before);
        for _ in 0..3 {
            lead.patch(&path, "\"1\"", json!({ "profile": "x" })).key("once").await.is(200);
        }
        assert_eq!(app.count("SELECT count(*) FROM audit_log").await, before + 1);
    });
}

#[test]
fn names_and_addresses_stay_out_of_it() {
    test(async |app| {
        let (tidewater, admin) = (app.organization("Tidewater").await, app.admin().await);
        let lead = app.lead_of(&tidewater).await;
        let billing = json!({ "billing_name": "Benedetta Secret", "billing_email": "secret@tidewater.example" });
        lead.edit(&format!("/organizations/{tidewater}"), billing).await.is(200);
        lead.edit("/me", json!({ "name": "Benedetta Secret" })).await.is(200);
        let new = json!({ "email": "secret@tidewater.example", "role": "viewer" });
        lead.post(&format!("/organizations/{tidewater}/invitations"), new).await.is(201);
        admin.edit(&format!("/admin/users/{}", lead.id()), json!({ "email": "secret@people.example" })).await.is(200);
        assert_eq!(app.count("SELECT count(*) FROM audit_log WHERE detail::text ~* 'secret'").await, 0);
    });
}
