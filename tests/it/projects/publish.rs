//! Staff publish a draft as a candidate, or open it to pledges.

use chrono::TimeDelta;
use cofund_tests::{json, test};

#[test]
fn a_draft_becomes_a_candidate_and_then_opens() {
    test(async |app| {
        let range = json!({ "goal_low": "500.00", "goal_high": "1500.00" });
        let project = app.draft("Sync", range).await;
        app.publish(&project, "candidate").await.is(200).says(json!({ "funding": "candidate", "version": 2 }));
        app.project(&project).await.is(200).says(json!({ "opened_at": null, "terms_version": null }));
        app.publish(&project, "candidate").await.refused(409, "not_in_this_state");
        let opened = app.publish(&project, "open").await;
        // A range was for the time before.
        opened.is(200).says(json!({
            "funding": "open", "terms_version": "2026-11", "goal": "1000.00", "goal_low": null, "goal_high": null, "version": 3,
        }));
        assert!(opened["opened_at"].is_string());
        for publish_as in ["candidate", "open"] {
            app.publish(&project, publish_as).await.refused(409, "not_in_this_state");
        }
    });
}

#[test]
fn a_candidate_takes_support_and_no_money() {
    test(async |app| {
        let project = app.draft("Sync", json!({})).await;
        app.publish(&project, "candidate").await.is(200);
        let alder = app.backer("Alder").await;
        alder.pledge(&project, json!({ "amount": "100.00" })).await.refused(409, "project_not_open");
        let simulated =
            app.public().post(&format!("/projects/{project}/simulate"), json!({ "amount": "100.00" })).await;
        simulated.refused(409, "project_not_open");
        let seen = alder.lead.get(&format!("/projects/{project}")).await;
        assert_eq!(seen["can"]["pledge"], json!({ "ok": false, "code": "project_not_open" }));
    });
}

#[test]
fn what_is_missing_is_said_and_nothing_is_published() {
    test(async |app| {
        let project = app.draft("Half", json!({ "problem": "Short.", "capacity_hours": null })).await;
        let refused = app.publish(&project, "candidate").await;
        let short = json!({ "field": "problem", "code": "too_few_words", "words": 1, "at_least": 50, "at_most": null });
        assert_eq!(refused.refused(409, "publish_incomplete")["missing"], json!([short]));
        let refused = app.publish(&project, "open").await;
        let missing = refused.refused(409, "publish_incomplete")["missing"].as_array().expect("a list").len();
        assert_eq!(missing, 2);
        app.project(&project).await.refused(404, "not_found");
    });
}

#[test]
fn a_candidate_whose_date_has_passed_needs_a_new_one_to_open() {
    test(async |app| {
        let project = app.draft("Slow", json!({})).await;
        app.publish(&project, "candidate").await.is(200);
        let staff = app.lasting_staff().await;
        app.advance(TimeDelta::days(40));
        app.project(&project).await.is(200).says(json!({ "funding": "candidate" }));
        let refused = staff.run(&project, "publish", json!({ "as": "open" })).await;
        assert_eq!(refused.refused(409, "publish_incomplete")["missing"][0]["code"], "in_the_past");
        staff.edit(&format!("/projects/{project}"), json!({ "pledge_by": "2099-01-01" })).await.is(200);
        staff.run(&project, "publish", json!({ "as": "open" })).await.is(200);
    });
}

#[test]
fn a_project_keeps_the_terms_it_opened_with() {
    test(async |app| {
        let before = app.open_project("Before", json!({})).await;
        let terms = json!({ "version": "2030-01", "title": "Terms", "body": "Be kind." });
        app.staff().await.post("/admin/terms", terms).await.is(201);
        let after = app.open_project("After", json!({})).await;
        app.project(&before).await.says(json!({ "terms_version": "2026-11" }));
        app.project(&after).await.says(json!({ "terms_version": "2030-01" }));
        let alder = app.backer("Alder").await;
        alder.gives(&before, "100.00").await;
        let refused = alder.pledge(&after, json!({ "amount": "100.00" })).await;
        assert_eq!(refused.refused(409, "terms_outdated")["terms_version"], "2030-01");
    });
}

#[test]
fn the_version_that_was_seen_is_named() {
    test(async |app| {
        let project = app.draft("Sync", json!({})).await;
        let (staff, path) = (app.staff().await, format!("/projects/{project}/publish"));
        staff.post(&path, json!({ "as": "open" })).await.refused(428, "if_match_required");
        let stale = staff.post(&path, json!({ "as": "open" })).header("if-match", "\"9\"");
        stale.await.refused(412, "version_conflict");
        let nothing = staff.post(&path, json!({ "as": "draft" })).header("if-match", "\"1\"").await;
        nothing.refused(422, "body_invalid");
    });
}
