//! Themes and narratives, for everybody; the archived ones for staff.

use cofund_tests::{Answer, json, test};

use super::BOTH;

fn slugs(list: &Answer) -> Vec<&str> {
    list.is(200).items().iter().filter_map(|topic| topic["slug"].as_str()).collect()
}

#[test]
fn a_deployment_begins_with_eight_themes_and_no_narrative() {
    test(async |app| {
        let themes = app.public().get("/themes").await;
        let expected = [
            "knowledge-sharing",
            "platform-resilience",
            "multi-cloud-support",
            "resource-management",
            "3rd-party-integration",
            "access-control",
            "cost-mitigation",
            "analytics",
        ];
        assert_eq!(slugs(&themes), expected);
        for theme in themes.items() {
            assert!(["name", "summary"].iter().all(|words| !theme[words].as_str().unwrap_or_default().is_empty()));
        }
        assert!(app.public().get("/narratives").await.is(200).items().is_empty());
        // They are staff's like any other.
        let change = json!({ "name": "Usage", "position": 0 });
        app.staff().await.patch("/admin/themes/analytics", "\"1\"", change).await.is(200);
        assert_eq!(app.public().get("/themes").await.items()[0]["name"], "Usage");
    });
}

#[test]
fn everybody_sees_those_in_use_in_their_order() {
    test(async |app| {
        let staff = app.staff().await;
        for (name, position) in [("Tides", 2), ("Archives", 1), ("Grants", 3), ("Classrooms", 2)] {
            staff.post("/admin/narratives", json!({ "name": name, "position": position })).await.is(201);
        }
        staff.patch("/admin/narratives/grants", "\"1\"", json!({ "archived": true })).await.is(200);
        let listed = app.public().get("/narratives").await;
        assert_eq!(slugs(&listed), ["archives", "classrooms", "tides"]);
        assert_eq!(listed["next_cursor"], json!(null));
        assert_eq!(listed.items()[0]["can"]["edit"], json!({ "ok": false, "code": "unauthenticated" }));
        let all = staff.get("/admin/narratives").await;
        assert_eq!(slugs(&all), ["archives", "classrooms", "tides", "grants"]);
        assert_eq!((&all.items()[3]["archived"], &all.items()[0]["can"]["edit"]["ok"]), (&json!(true), &json!(true)));
        assert_eq!(slugs(&staff.get("/admin/themes").await).len(), 8);
    });
}

#[test]
fn the_archived_ones_are_for_staff() {
    test(async |app| {
        let (tidewater, staff) = (app.organization("Tidewater").await, app.staff().await);
        let (lead, reader) = (app.lead_of(&tidewater).await, app.program_of(&staff, &["read"]).await);
        for path in BOTH.map(|kind| format!("/admin/{kind}")) {
            app.public().get(&path).await.refused(401, "unauthenticated");
            lead.get(&path).await.refused(403, "not_staff");
            reader.get(&path).await.refused(403, "scope_missing");
            staff.get(&path).await.is(200);
        }
    });
}
