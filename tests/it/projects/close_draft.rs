//! What was never public does not become it by being closed.

use cofund_tests::{TestApp, json, test};

const WHY: &str = "It was never more than a thought.";

async fn closed(app: &TestApp, project: String) -> String {
    app.run(&project, "close", json!({ "reason": "declined", "note": WHY })).await.is(200);
    project
}

async fn closed_draft(app: &TestApp) -> String {
    let draft = app.draft("Secret", json!({})).await;
    closed(app, draft).await
}

#[test]
fn nobody_reads_of_it_and_staff_do() {
    test(async |app| {
        let (draft, path) = (closed_draft(app).await, "/projects/secret");
        for page in ["", "/progress", "/pledges", "/updates", "/supports", "/ledger", "/ledger.jsonl"] {
            app.public().get(&format!("{path}{page}")).await.refused(404, "not_found");
        }
        let lead = app.backer("Alder").await.lead;
        lead.get(path).await.refused(404, "not_found");
        lead.put(&format!("{path}/follow")).await.refused(404, "not_found");
        let lists = [
            "/projects",
            "/projects?funding=closed",
            "/projects?q=secret",
            "/exports/projects.csv",
            "/exports/ledger.jsonl",
        ];
        for list in lists {
            assert!(!app.public().get(list).await.is(200).text().contains("ecret"), "{list}");
        }
        assert_eq!(app.public().get("/stats").await.is(200)["totals"]["projects"]["closed"], 0);
        let staff = app.staff().await;
        staff.get(path).await.is(200).says(json!({ "funding": "closed", "close_note": WHY }));
        let listed = staff.get("/projects?funding=closed").await;
        assert_eq!(listed.is(200).items().len(), 1);
        assert!(listed.items()[0]["slug"] == json!(draft));
    });
}

#[test]
fn there_is_nothing_to_tell_of_it() {
    test(async |app| {
        let mut board = app.public().follow("/live").await;
        assert!(board.event_within(1200).await.is_none(), "nothing at first");
        let draft = closed_draft(app).await;
        assert!(board.event_within(1200).await.is_none(), "a draft that is closed");
        let new = json!({ "kind": "news", "title": "Hear", "body": "This." });
        let (staff, updates) = (app.staff().await, format!("/projects/{draft}/updates"));
        let seen = staff.get(&format!("/projects/{draft}")).await;
        assert_eq!(seen.is(200)["can"]["post_update"], json!({ "ok": false, "code": "not_in_this_state" }));
        staff.post(&updates, new).await.refused(409, "not_in_this_state");
    });
}

#[test]
fn what_was_public_stays_so() {
    test(async |app| {
        let candidate = app.candidate("Candidate").await;
        let open = app.open_project("Open", json!({})).await;
        for project in [candidate, open] {
            let project = closed(app, project).await;
            app.project(&project).await.is(200).says(json!({ "funding": "closed", "close_note": WHY }));
            app.public().get(&format!("/projects/{project}/updates")).await.is(200);
        }
        assert_eq!(app.public().get("/projects?funding=closed").await.is(200).items().len(), 2);
        assert_eq!(app.public().get("/stats").await.is(200)["totals"]["projects"]["closed"], 2);
    });
}

#[test]
fn who_had_an_early_look_is_not_written_to() {
    test(async |app| {
        let (draft, staff) = (app.draft("Secret", json!({})).await, app.staff().await);
        staff.post("/admin/tiers", json!({ "name": "Early", "early_look": true })).await.is(201);
        let new = json!({ "name": "Alder", "kind": "member", "tier": "early", "membership_starts": "2020-01-01" });
        staff.post("/organizations", new).await.is(201);
        let early = app.member("alder", "viewer").await;
        let follow = format!("/projects/{draft}/follow");
        early.put(&follow).await.is(204);
        staff.put(&follow).await.is(204);
        staff.edit("/organizations/alder", json!({ "membership_ends": "2020-12-31" })).await.is(200);
        app.mails().await;
        closed(app, draft).await;
        let mails = app.mails().await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].to.contains(&staff.email()), "{:?}", mails[0].to);
    });
}
