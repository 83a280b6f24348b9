//! Everybody reads the terms: those that are current, and those of any version.

use cofund_tests::{json, test};

#[test]
fn a_deployment_begins_with_some() {
    test(async |app| {
        let current = app.public().get("/terms/current").await;
        assert_eq!(current.is(200)["version"], "2026-11");
        let body = current["body"].as_str().expect("a text");
        for said in
            ["statement of intent", "Nothing is owed", "missed", "closes", "only fall", "wider", "cannot be unwritten"]
        {
            assert!(body.contains(said), "{said}");
        }
        assert!(current["body_html"].as_str().is_some_and(|html| html.starts_with("<h2>")));
        assert_eq!(app.public().get("/terms/2026-11").await.is(200).json, current.json);
    });
}

#[test]
fn a_version_stays_where_it_is_when_another_is_current() {
    test(async |app| {
        let first = app.public().get("/terms/2026-11").await;
        let new = json!({ "version": "2026-11.2", "title": "More", "body": "*Be* kind <script>x</script>" });
        app.staff().await.post("/admin/terms", new).await.is(201);
        let current = app.public().get("/terms/current").await;
        assert_eq!((&current.is(200)["version"], &current["title"]), (&json!("2026-11.2"), &json!("More")));
        assert_eq!(current["body_html"], "<p><em>Be</em> kind </p>\n");
        assert_eq!(app.public().get("/terms/2026-11.2").await.is(200).json, current.json);
        assert_eq!(app.public().get("/terms/2026-11").await.is(200).json, first.json);
    });
}

#[test]
fn what_is_no_version_is_not_found() {
    test(async |app| {
        for version in ["2026-12", "2026", "2026-11.1", "Current", "2026-11%20", "%00"] {
            app.public().get(&format!("/terms/{version}")).await.refused(404, "not_found");
        }
    });
}

#[test]
fn there_may_be_none() {
    test(async |app| {
        // No program of ours can get there; a database that somebody made by hand can.
        for sql in ["ALTER TABLE terms DISABLE TRIGGER USER", "DELETE FROM terms"] {
            app.database.client().execute(sql, &[]).await.expect(sql);
        }
        app.public().get("/terms/current").await.refused(404, "not_found");
        let first = json!({ "version": "2020-01", "title": "First", "body": "Be kind." });
        app.staff().await.post("/admin/terms", first).await.is(201);
        assert_eq!(app.public().get("/terms/current").await.is(200)["version"], "2020-01");
    });
}
