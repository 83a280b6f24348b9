//! Organisations stand behind a project with what is not money.

use chrono::TimeDelta;
use cofund_tests::{json, race, test};

#[test]
fn leads_and_champions_speak_for_their_organisation() {
    test(async |app| {
        let project = app.candidate("Quiet nights").await;
        let path = format!("/projects/{project}/supports");
        let alder = app.backer("Alder").await;
        let new =
            json!({ "organization": alder.slug, "kind": "test", "sentence": "We can try it.", "would_use": true });
        let given = alder.lead.post(&path, new).await;
        assert_eq!(given.is(201)["organization"]["slug"], alder.slug);
        assert_eq!((&given["kind"], &given["would_use"]), (&json!("test"), &json!(true)));
        assert_eq!(given["can"]["end"]["ok"], true);
        let id = app.project(&project).await.id();
        assert!(app.audit_of(&id).await.contains(&"support_given".to_owned()));

        let champion = app.member(&alder.slug, "champion").await;
        champion.post(&path, json!({ "organization": alder.slug, "kind": "connect" })).await.is(201);
        for role in ["finance", "viewer"] {
            let member = app.member(&alder.slug, role).await;
            let refused = member.post(&path, json!({ "organization": alder.slug, "kind": "in_kind" })).await;
            refused.refused(403, "may_not_commit");
        }
        let birch = app.backer("Birch").await;
        let refused = birch.lead.post(&path, json!({ "organization": alder.slug, "kind": "in_kind" })).await;
        refused.refused(403, "not_a_member");
        let reader = app.program_of(&alder.lead, &["read"]).await;
        let refused = reader.post(&path, json!({ "organization": alder.slug, "kind": "in_kind" })).await;
        refused.refused(403, "scope_missing");
    });
}

#[test]
fn one_of_a_kind_stands_at_a_time() {
    test(async |app| {
        let project = app.open_project("Quiet nights", json!({})).await;
        let path = format!("/projects/{project}/supports");
        let alder = app.backer("Alder").await;
        let new = json!({ "organization": alder.slug, "kind": "endorse" });
        let answers = race((0..4).map(|_| alder.lead.post(&path, new.clone())).collect()).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
        answers.iter().filter(|answer| answer.status != 201).for_each(|late| {
            late.refused(409, "already_supported");
        });
        alder.lead.post(&path, json!({ "organization": alder.slug, "kind": "in_kind" })).await.is(201);
    });
}

#[test]
fn what_is_wrong_is_named() {
    test(async |app| {
        let project = app.candidate("Quiet nights").await;
        let path = format!("/projects/{project}/supports");
        let alder = app.backer("Alder").await;
        let with = |name: &str, value: cofund_tests::Value| {
            let mut new = json!({ "organization": alder.slug, "kind": "endorse" });
            new[name] = value;
            alder.lead.post(&path, new)
        };
        with("kind", json!("money")).await.refused_field("/kind", "malformed");
        with("sentence", json!("")).await.refused_field("/sentence", "required");
        with("sentence", json!("x".repeat(501))).await.refused_field("/sentence", "too_long");
        with("organization", json!("never-there")).await.refused_field("/organization", "not_allowed");
        assert_eq!(app.count("SELECT count(*) FROM supports").await, 0);
    });
}

#[test]
fn only_candidates_and_open_projects_gather_it() {
    test(async |app| {
        let alder = app.backer("Alder").await;
        let new = json!({ "organization": alder.slug, "kind": "endorse" });
        let draft = app.draft("Unseen", json!({})).await;
        alder.lead.post(&format!("/projects/{draft}/supports"), new.clone()).await.refused(404, "not_found");
        app.staff()
            .await
            .post(&format!("/projects/{draft}/supports"), new.clone())
            .await
            .refused(409, "not_in_this_state");

        let project = app.open_project("Quiet nights", json!({})).await;
        let can = alder.lead.get(&format!("/projects/{project}")).await["can"]["support"]["ok"].clone();
        assert_eq!(can, true);
        app.advance(TimeDelta::days(40));
        let alder_again = app.sign_in(&alder.lead.email()).await;
        let missed = alder_again.get(&format!("/projects/{project}")).await;
        assert_eq!(missed.is(200)["can"]["support"]["code"], "not_in_this_state");
        let refused = alder_again.post(&format!("/projects/{project}/supports"), new).await;
        refused.refused(409, "not_in_this_state");
    });
}

#[test]
fn a_membership_that_is_over_gives_none() {
    test(async |app| {
        let project = app.candidate("Quiet nights").await;
        let alder = app.backer("Alder").await;
        let over = json!({ "membership_ends": "2021-01-01" });
        app.staff().await.edit(&format!("/organizations/{}", alder.slug), over).await.is(200);
        let new = json!({ "organization": alder.slug, "kind": "endorse" });
        let refused = alder.lead.post(&format!("/projects/{project}/supports"), new).await;
        refused.refused(409, "membership_inactive");
        let seen = alder.lead.get(&format!("/projects/{project}")).await;
        assert_eq!(seen["can"]["support"]["code"], "membership_inactive");
    });
}
