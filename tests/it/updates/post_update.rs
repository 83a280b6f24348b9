//! Staff tell how a project goes, as staff and not as somebody.

use cofund_tests::{json, test};

#[test]
fn everybody_reads_it_newest_first() {
    test(async |app| {
        let project = app.candidate("Quiet nights").await;
        let (path, staff) = (format!("/projects/{project}/updates"), app.staff().await);
        for (kind, title) in [("milestone", "Half of it"), ("demo", "All of it")] {
            let new = json!({ "kind": kind, "title": title, "body": "It *works*.<script>alert(1)</script>" });
            assert_eq!(staff.post(&path, new).await.is(201)["title"], title);
        }
        let seen = app.public().get(&path).await;
        let titles: Vec<_> = seen.is(200).items().iter().map(|update| update["title"].clone()).collect();
        assert_eq!(titles, ["All of it", "Half of it"]);
        let newest = &seen.items()[0];
        assert_eq!((&newest["kind"], &newest["author"]), (&json!("demo"), &json!("2i2c staff")));
        let html = newest["body_html"].as_str().expect("html");
        assert!(html.contains("<em>works</em>") && !html.contains("script"), "{html}");
        assert!(!seen.text().contains(&staff.email()) && !seen.text().contains(&staff.id()));
        assert_eq!(app.audit_entry("update_posted").await["kind"], "demo");
        let first = app.public().get(&format!("{path}?limit=1")).await;
        assert!(first["next_cursor"].is_string());
    });
}

#[test]
fn only_staff_post_and_only_about_what_is_public() {
    test(async |app| {
        let new = json!({ "kind": "news", "title": "Hear", "body": "This." });
        let project = app.candidate("Quiet nights").await;
        let path = format!("/projects/{project}/updates");
        app.public().post(&path, new.clone()).await.refused(401, "unauthenticated");
        app.backer("Alder").await.lead.post(&path, new.clone()).await.refused(403, "not_staff");
        let draft = app.draft("Unseen", json!({})).await;
        let refused = app.staff().await.post(&format!("/projects/{draft}/updates"), new).await;
        refused.refused(409, "not_in_this_state");
        app.public().get(&format!("/projects/{draft}/updates")).await.refused(404, "not_found");
    });
}

#[test]
fn what_is_wrong_is_named() {
    test(async |app| {
        let path = format!("/projects/{}/updates", app.candidate("Quiet nights").await);
        let staff = app.staff().await;
        let with = |name: &str, value: cofund_tests::Value| {
            let mut new = json!({ "kind": "news", "title": "Hear", "body": "This." });
            new[name] = value;
            staff.post(&path, new)
        };
        with("kind", json!("rumour")).await.refused_field("/kind", "malformed");
        with("title", json!("")).await.refused_field("/title", "required");
        with("title", json!("two\nlines")).await.refused_field("/title", "malformed");
        with("body", json!(" ")).await.refused_field("/body", "required");
        assert_eq!(app.count("SELECT count(*) FROM project_updates").await, 0);
    });
}
