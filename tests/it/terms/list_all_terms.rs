//! Staff see all terms there ever were.

use cofund_tests::{json, test};

#[test]
fn the_newest_come_first() {
    test(async |app| {
        let staff = app.staff().await;
        for version in ["2027-05", "2027-01", "2027-01.1"] {
            staff.post("/admin/terms", json!({ "version": version, "title": "Terms", "body": "x" })).await.is(201);
        }
        let all = staff.get("/admin/terms").await;
        let versions: Vec<_> = all.is(200).items().iter().filter_map(|terms| terms["version"].as_str()).collect();
        assert_eq!(versions, ["2027-01.1", "2027-01", "2027-05", "2026-11"], "by date, not by name");
        assert_eq!(all["next_cursor"], json!(null));
    });
}

#[test]
fn the_list_is_for_staff() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        app.public().get("/admin/terms").await.refused(401, "unauthenticated");
        app.lead_of(&tidewater).await.get("/admin/terms").await.refused(403, "not_staff");
        app.program_of(&app.staff().await, &["read"]).await.get("/admin/terms").await.refused(403, "scope_missing");
    });
}
