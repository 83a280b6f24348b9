//! Staff publish new terms.

use chrono::TimeDelta;
use cofund_tests::{json, race, test};

#[test]
fn they_are_current_at_once() {
    test(async |app| {
        let staff = app.staff().await;
        let new = json!({ "version": "2027-03", "title": "Terms of pledging", "body": "Be **kind**." });
        let made = staff.post("/admin/terms", new.clone()).await;
        for (member, value) in new.as_object().expect("an object") {
            assert_eq!(&made.is(201)[member.as_str()], value, "{member}");
        }
        assert_eq!(made["body_html"], "<p>Be <strong>kind</strong>.</p>\n");
        assert_eq!(app.public().get("/terms/current").await.is(200).json, made.json);
        assert_eq!(app.audit_entry("terms_published").await, json!({ "version": "2027-03" }));
        let sql = format!("SELECT count(*) FROM terms WHERE created_by = '{}'", staff.id());
        assert_eq!(app.count(&sql).await, 1);
    });
}

#[test]
fn they_are_so_even_where_a_clock_was_set_back() {
    test(async |app| {
        let publish = async |version: &str| {
            let new = json!({ "version": version, "title": "Terms", "body": "Be kind." });
            app.staff().await.post("/admin/terms", new).await.is(201);
            assert_eq!(app.public().get("/terms/current").await["version"], version);
        };
        publish("2027-02").await;
        // In the same moment, with a name that sorts before.
        publish("2027-01").await;
        app.advance(TimeDelta::minutes(-5));
        publish("2026-12").await;
    });
}

#[test]
fn a_version_is_published_once() {
    test(async |app| {
        let staff = app.staff().await;
        let new = json!({ "version": "2026-11", "title": "Other terms", "body": "Everything is owed." });
        staff.post("/admin/terms", new).await.refused(409, "terms_version_taken");
        let bodies = ["One", "Two", "Three"]
            .map(|body| staff.post("/admin/terms", json!({ "version": "2027-03", "title": "Terms", "body": body })));
        let answers = race(bodies.into()).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
        answers.iter().filter(|answer| answer.status != 201).for_each(|late| {
            late.refused(409, "terms_version_taken");
        });
        assert_eq!(app.count("SELECT count(*) FROM terms").await, 2);
        assert_eq!(app.count("SELECT count(*) FROM audit_log WHERE action = 'terms_published'").await, 1);
    });
}

#[test]
fn every_mistake_is_named_at_once() {
    test(async |app| {
        let staff = app.staff().await;
        let refused = staff.post("/admin/terms", json!({ "version": "2027-3", "title": "a\nb", "body": " " })).await;
        for (pointer, code) in [("/version", "malformed"), ("/title", "malformed"), ("/body", "required")] {
            refused.refused_field(pointer, code);
        }
        let long =
            json!({ "version": "2027-03.123456789012345", "title": "x".repeat(201), "body": "x".repeat(50_001) });
        let refused = staff.post("/admin/terms", long).await;
        for pointer in ["/version", "/title", "/body"] {
            refused.refused_field(pointer, "too_long");
        }
        // As long as it may be, in letters that take most room.
        let longest = json!({ "version": "2027-03", "title": "x".repeat(200), "body": "\u{1f33f}".repeat(50_000) });
        staff.post("/admin/terms", longest).await.is(201);
    });
}

#[test]
fn only_staff_publish() {
    test(async |app| {
        let (tidewater, staff) = (app.organization("Tidewater").await, app.staff().await);
        let new = json!({ "version": "2027-03", "title": "Mine", "body": "Mine." });
        app.public().post("/admin/terms", new.clone()).await.refused(401, "unauthenticated");
        app.lead_of(&tidewater).await.post("/admin/terms", new.clone()).await.refused(403, "not_staff");
        app.program_of(&staff, &["read"]).await.post("/admin/terms", new.clone()).await.refused(403, "scope_missing");
        assert_eq!(app.count("SELECT count(*) FROM terms").await, 1);
        app.program_of(&staff, &["staff"]).await.post("/admin/terms", new).await.is(201);
    });
}
