//! Administrators read who changed what.

use cofund_tests::{json, test};

#[test]
fn an_entry_says_who_did_what_to_whom_by_which_request() {
    test(async |app| {
        let (tidewater, admin) = (app.organization("Tidewater").await, app.admin().await);
        let lead = app.lead_of(&tidewater).await;
        let edited = lead.edit(&format!("/organizations/{tidewater}"), json!({ "profile": "Ours" })).await;
        let log = admin.get("/admin/audit?action=organization_edited").await;
        let [entry] = log.is(200).items() else { panic!("{}", log.text()) };
        assert_eq!(entry["actor"], json!({ "kind": "session", "id": lead.id(), "name": lead.me["name"] }));
        assert_eq!(entry["subject"], json!({ "kind": "organization", "id": edited["id"], "label": "Tidewater" }));
        assert_eq!((&entry["organization"], &entry["detail"]), (&json!(tidewater), &json!({ "fields": ["profile"] })));
        assert_eq!(entry["request_id"].as_str(), edited.header("x-request-id"));
    });
}

#[test]
fn only_administrators_read() {
    test(async |app| {
        let (tidewater, admin) = (app.organization("Tidewater").await, app.admin().await);
        app.public().get("/admin/audit").await.refused(401, "unauthenticated");
        app.lead_of(&tidewater).await.get("/admin/audit").await.refused(403, "not_admin");
        app.staff().await.get("/admin/audit").await.refused(403, "not_admin");
        app.program_of(&admin, &["staff"]).await.get("/admin/audit").await.refused(403, "scope_missing");
        app.program_of(&admin, &["admin"]).await.get("/admin/audit").await.is(200);
        admin.get("/admin/audit").await.is(200);
    });
}

#[test]
fn the_filters_narrow_it_down() {
    test(async |app| {
        let (tidewater, harbour) = (app.organization("Tidewater").await, app.organization("Harbour").await);
        let (lead, admin) = (app.lead_of(&tidewater).await, app.admin().await);
        app.lead_of(&harbour).await;
        let staff = app.staff().await.id();
        let read = async |query: String| admin.get(&format!("/admin/audit?{query}")).await.is(200).items().to_vec();
        for entry in read(format!("organization={tidewater}")).await {
            assert_eq!(entry["organization"], tidewater.as_str());
        }
        let by_staff = read(format!("actor={staff}&action=member_added")).await;
        assert_eq!(by_staff.len(), 2);
        assert!(by_staff.iter().all(|entry| entry["actor"]["id"] == staff && entry["action"] == "member_added"));
        let about = read(format!("subject={}", lead.id())).await;
        assert!(about.len() >= 2 && about.iter().all(|entry| entry["subject"]["id"] == lead.id()));
        assert_eq!(read(format!("subject={}&action=member_added&organization={harbour}", lead.id())).await.len(), 0);
        assert_eq!(read("organization=nobody".to_owned()).await.len(), 0);
        admin.get("/admin/audit?actor=me").await.refused(422, "query_invalid");
        admin.get("/admin/audit?who=me").await.refused_field("?who", "unknown_field");
    });
}

#[test]
fn the_pages_show_each_once_the_newest_first() {
    test(async |app| {
        for n in 0..4 {
            app.organization(&format!("Organisation {n}")).await;
        }
        let admin = app.admin().await;
        let total = app.count("SELECT count(*) FROM audit_log").await;
        let (mut path, mut seen) = ("/admin/audit?limit=3".to_owned(), Vec::new());
        loop {
            let page = admin.get(&path).await;
            seen.extend(page.is(200).items().iter().map(|entry| entry["id"].to_string()));
            let Some(link) = page.header("link") else { break };
            path = link.trim_start_matches("</api/v1").trim_end_matches(">; rel=\"next\"").to_owned();
        }
        assert_eq!(i64::try_from(seen.len()), Ok(total));
        assert!(seen.is_sorted_by(|newer, older| newer > older));
        let cursor = admin.get("/admin/audit?limit=3").await["next_cursor"].as_str().expect("a cursor").to_owned();
        admin.get(&format!("/admin/audit?action=member_added&cursor={cursor}")).await.refused(400, "cursor_invalid");
    });
}
