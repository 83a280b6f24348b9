//! Staff make a new theme or narrative.

use cofund_tests::{json, test};

use super::BOTH;

#[test]
fn it_is_in_use_at_once() {
    test(async |app| {
        let staff = app.staff().await;
        for (kind, one) in BOTH.into_iter().zip(["theme", "narrative"]) {
            let new =
                json!({ "name": "Data close to compute", "summary": "Notebooks come to archives.", "position": 0 });
            let made = staff.post(&format!("/admin/{kind}"), new.clone()).await;
            assert_eq!((&made.is(201)["slug"], &made["archived"]), (&json!("data-close-to-compute"), &json!(false)));
            for (member, value) in new.as_object().expect("an object") {
                assert_eq!(&made[member.as_str()], value, "{member}");
            }
            assert!(made.etag().starts_with("\"1."));
            let listed = app.public().get(&format!("/{kind}")).await;
            assert_eq!(listed.is(200).items()[0]["slug"], "data-close-to-compute");
            assert_eq!(app.audit_entry("topic_created").await, json!({ "kind": one }));
        }
    });
}

#[test]
fn a_slug_is_one_topics_of_its_kind() {
    test(async |app| {
        let staff = app.staff().await;
        staff.post("/admin/themes", json!({ "name": "Analytics" })).await.refused(409, "slug_taken");
        staff.post("/admin/narratives", json!({ "name": "Analytics" })).await.is(201);
        staff.post("/admin/narratives", json!({ "name": "ANALYTICS" })).await.refused(409, "slug_taken");
        // An archived one keeps its slug: projects may have it.
        staff.patch("/admin/narratives/analytics", "\"1\"", json!({ "archived": true })).await.is(200);
        staff.post("/admin/narratives", json!({ "name": "Analytics" })).await.refused(409, "slug_taken");
        staff.post("/admin/narratives", json!({ "name": "Analytics", "slug": "analytics-2" })).await.is(201);
    });
}

#[test]
fn every_mistake_is_named_at_once() {
    test(async |app| {
        let staff = app.staff().await;
        for kind in BOTH {
            let path = format!("/admin/{kind}");
            let new = json!({ "name": "", "slug": "A B", "summary": "x".repeat(501), "position": -1 });
            let refused = staff.post(&path, new).await;
            for (pointer, code) in
                [("/name", "required"), ("/slug", "malformed"), ("/summary", "too_long"), ("/position", "out_of_range")]
            {
                refused.refused_field(pointer, code);
            }
            staff.post(&path, json!({ "name": "x".repeat(101) })).await.refused_field("/name", "too_long");
            staff.post(&path, json!({ "name": "…" })).await.refused_field("/slug", "required");
            staff.post(&path, json!({ "name": "x", "summary": "a\nb" })).await.refused_field("/summary", "malformed");
            staff.post(&path, json!({ "name": "x", "kind": "theme" })).await.refused_field("/kind", "unknown_field");
        }
        assert_eq!(app.count("SELECT count(*) FROM audit_log WHERE action = 'topic_created'").await, 0);
    });
}

#[test]
fn only_staff_make_them() {
    test(async |app| {
        let (tidewater, staff) = (app.organization("Tidewater").await, app.staff().await);
        let (lead, reader) = (app.lead_of(&tidewater).await, app.program_of(&staff, &["read", "organization"]).await);
        let before = app.count("SELECT count(*) FROM topics").await;
        for kind in BOTH {
            let (path, new) = (format!("/admin/{kind}"), json!({ "name": "Mine" }));
            app.public().post(&path, new.clone()).await.refused(401, "unauthenticated");
            lead.post(&path, new.clone()).await.refused(403, "not_staff");
            reader.post(&path, new).await.refused(403, "scope_missing");
        }
        assert_eq!(app.count("SELECT count(*) FROM topics").await, before);
    });
}
