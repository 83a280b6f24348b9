//! What memberships there are, for everybody; the archived ones for staff.

use cofund_tests::{Answer, json, test};

fn slugs(list: &Answer) -> Vec<&str> {
    list.is(200).items().iter().filter_map(|tier| tier["slug"].as_str()).collect()
}

#[test]
fn everybody_sees_those_on_offer_in_their_order() {
    test(async |app| {
        let staff = app.staff().await;
        for (name, position) in [("Premier", 2), ("Essential", 1), ("General", 3), ("Advanced", 2)] {
            staff.post("/admin/tiers", json!({ "name": name, "position": position })).await.is(201);
        }
        staff.patch("/admin/tiers/general", "\"1\"", json!({ "archived": true })).await.is(200);
        let offered = app.public().get("/tiers").await;
        assert_eq!(slugs(&offered), ["essential", "advanced", "premier"]);
        assert_eq!(offered.items()[0]["can"]["edit"], json!({ "ok": false, "code": "unauthenticated" }));
        let all = staff.get("/admin/tiers").await;
        assert_eq!(slugs(&all), ["essential", "advanced", "premier", "general"]);
        assert_eq!((&all.items()[3]["archived"], &all.items()[0]["can"]["edit"]["ok"]), (&json!(true), &json!(true)));
    });
}

#[test]
fn the_archived_ones_are_for_staff() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        app.public().get("/admin/tiers").await.refused(401, "unauthenticated");
        app.lead_of(&tidewater).await.get("/admin/tiers").await.refused(403, "not_staff");
        app.program_of(&app.staff().await, &["read"]).await.get("/admin/tiers").await.refused(403, "scope_missing");
    });
}
