//! Everybody reads a project: what it says, in which version, and what one can do with it.

use cofund_tests::{json, test};

#[test]
fn other_peoples_pledges_change_the_state_and_not_the_version() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let (staff, path) = (app.staff().await, format!("/projects/{project}"));
        let before = app.project(&project).await;
        let seen_by_staff = staff.get(&path).await.etag();
        app.public().get(&path).header("if-none-match", &before.etag()).await.is(304);
        app.backer("Alder").await.gives(&project, "100.00").await;
        let after = app.public().get(&path).header("if-none-match", &before.etag()).await;
        after.is(200).says(json!({ "pledged": "100.00", "version": before["version"] }));
        assert_ne!(after.etag(), before.etag());
        // What was seen before the pledge is still the version to change.
        staff.patch(&path, &seen_by_staff, json!({ "summary": "Still" })).await.is(200);
        let version = before["version"].as_i64().expect("a version");
        let old = format!("\"{version}\"");
        staff.patch(&path, &old, json!({ "summary": "Late" })).await.refused(412, "version_conflict");
    });
}

#[test]
fn a_draft_is_for_staff_and_tiers_with_an_early_look() {
    test(async |app| {
        let draft = app.draft("Draft", json!({})).await;
        let staff = app.staff().await;
        staff.post("/admin/tiers", json!({ "name": "Early", "early_look": true })).await.is(201);
        staff.post("/admin/tiers", json!({ "name": "Late" })).await.is(201);
        let new = |name: &str, tier: &str| json!({ "name": name, "kind": "member", "tier": tier, "membership_starts": "2020-01-01" });
        staff.post("/organizations", new("Alder", "early")).await.is(201);
        staff.post("/organizations", new("Birch", "late")).await.is(201);
        let [early, late] = [app.member("alder", "viewer").await, app.lead_of("birch").await];
        let path = format!("/projects/{draft}");
        early.get(&path).await.is(200).says(json!({ "funding": "draft" }));
        early.get(&format!("{path}/progress")).await.is(200);
        late.get(&path).await.refused(404, "not_found");
        for hidden in ["", "/progress", "/pledges", "/ledger", "/ledger.jsonl"] {
            app.public().get(&format!("{path}{hidden}")).await.refused(404, "not_found");
        }
        app.public().post(&format!("{path}/simulate"), json!({ "amount": "1.00" })).await.refused(404, "not_found");
        // A membership that has lapsed looks no earlier than anybody.
        staff.edit("/organizations/alder", json!({ "membership_ends": "2020-12-31" })).await.is(200);
        early.get(&path).await.refused(404, "not_found");
    });
}

#[test]
fn it_says_whether_one_can_pledge_and_why_not() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let path = format!("/projects/{project}");
        let alder = app.backer("Alder").await;
        let birch = app.organization("Birch").await;
        let can = async |who: &cofund_tests::Person, path: &str| who.get(path).await.is(200)["can"]["pledge"].clone();
        let no = |code: &str| json!({ "ok": false, "code": code });
        let yes = json!({ "ok": true, "code": null });
        assert_eq!(can(&app.public(), &path).await, no("unauthenticated"));
        assert_eq!(can(&app.person().await, &path).await, no("not_a_member"));
        assert_eq!(can(&app.member(&alder.slug, "viewer").await, &path).await, no("may_not_commit"));
        assert_eq!(can(&app.member(&alder.slug, "champion").await, &path).await, yes);
        assert_eq!(can(&app.program_of(&alder.lead, &["read"]).await, &path).await, no("scope_missing"));
        assert_eq!(can(&app.staff().await, &path).await, yes);
        assert_eq!(can(&alder.lead, &path).await, yes);
        assert_eq!(can(&alder.lead, &format!("{path}?organization={birch}")).await, no("not_a_member"));
        alder.gives(&project, "100.00").await;
        assert_eq!(can(&alder.lead, &path).await, no("already_pledged"));
        // Of any organisation one may pledge for.
        let email = alder.lead.email();
        let member = json!({ "email": email, "role": "lead" });
        app.staff().await.post(&format!("/organizations/{birch}/members"), member).await.is(201);
        assert_eq!(can(&alder.lead, &path).await, yes);
        assert_eq!(can(&alder.lead, &format!("{path}?organization={}", alder.slug)).await, no("already_pledged"));
        app.staff()
            .await
            .edit(&format!("/organizations/{birch}"), json!({ "membership_ends": "2020-12-31" }))
            .await
            .is(200);
        assert_eq!(can(&alder.lead, &format!("{path}?organization={birch}")).await, no("membership_inactive"));
    });
}

#[test]
fn texts_are_shown_as_written_and_rendered_safe() {
    test(async |app| {
        let evil = "Hi <script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) **bold**";
        let project = app.open_project("Sync", json!({ "research": evil })).await;
        let seen = app.project(&project).await;
        assert_eq!(seen["research"], evil);
        let html = seen["research_html"].as_str().expect("HTML");
        assert!(html.contains("<strong>bold</strong>"), "{html}");
        for bad in ["<script", "<img src=x", "href=\"javascript:"] {
            assert!(!html.contains(bad), "{html}");
        }
    });
}

#[test]
fn it_may_be_shared_for_a_moment_by_whoever_is_not_signed_in() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        for path in ["/projects".to_owned(), format!("/projects/{project}"), format!("/projects/{project}/pledges")] {
            let public = app.public().get(&path).await;
            assert_eq!(public.is(200).header("cache-control"), Some("public, max-age=0, s-maxage=1"));
            let staff = app.staff().await.get(&path).await;
            assert_eq!(staff.is(200).header("cache-control"), Some("private, no-store"));
        }
        app.public().get("/projects/nothing").await.refused(404, "not_found");
    });
}
