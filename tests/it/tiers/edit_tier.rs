//! Staff change a tier, archive it, and offer it again.

use cofund_tests::{json, race, test};

const PATH: &str = "/admin/tiers/premier";

#[test]
fn a_change_names_the_version_that_was_seen() {
    test(async |app| {
        let staff = app.staff().await;
        let etag = staff.post("/admin/tiers", json!({ "name": "Premier", "price": "20000.00" })).await.etag();
        let prices = ["1.00", "2.00", "3.00"].map(|price| staff.patch(PATH, &etag, json!({ "price": price })));
        let answers = race(prices.into()).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
        answers.iter().filter(|answer| answer.status != 200).for_each(|late| {
            late.refused(412, "version_conflict");
        });
        let cleared = staff.patch(PATH, "\"2\"", json!({ "price": null, "name": "Premier member" })).await;
        assert_eq!((&cleared.is(200)["price"], &cleared["name"]), (&json!(null), &json!("Premier member")));
        assert_eq!(cleared["slug"], "premier", "the name changes, the address stays");
        assert!(cleared.etag().starts_with("\"3."));
        assert_eq!(staff.patch(PATH, "\"3\"", json!({})).await.is(200)["version"], 3);
        let unconditional = staff.call("PATCH".parse().expect("a method"), PATH).json(&json!({})).await;
        unconditional.refused(428, "if_match_required");
    });
}

#[test]
fn whoever_has_an_archived_tier_keeps_it() {
    test(async |app| {
        let staff = app.staff().await;
        staff.post("/admin/tiers", json!({ "name": "Premier" })).await.is(201);
        let new = |name: &str| json!({ "name": name, "kind": "member", "tier": "premier" });
        staff.post("/organizations", new("Tidewater")).await.is(201);
        staff.patch(PATH, "\"1\"", json!({ "archived": true })).await.is(200);
        assert!(app.public().get("/tiers").await.items().is_empty());
        assert_eq!(app.public().get("/organizations/tidewater").await["tier"]["slug"], "premier");
        staff.edit("/organizations/tidewater", json!({ "name": "Tides" })).await.is(200);
        staff.post("/organizations", new("Harbour")).await.refused(409, "tier_archived");
        staff.patch(PATH, "\"2\"", json!({ "archived": false })).await.is(200);
        staff.post("/organizations", new("Harbour")).await.is(201);
    });
}

#[test]
fn others_change_nothing() {
    test(async |app| {
        let (tidewater, staff) = (app.organization("Tidewater").await, app.staff().await);
        staff.post("/admin/tiers", json!({ "name": "Premier", "price": "20000.00" })).await.is(201);
        let cheap = json!({ "price": "0.00" });
        app.public().patch(PATH, "\"1\"", cheap.clone()).await.refused(401, "unauthenticated");
        app.lead_of(&tidewater).await.patch(PATH, "\"1\"", cheap.clone()).await.refused(403, "not_staff");
        app.program_of(&staff, &["read"]).await.patch(PATH, "\"1\"", cheap.clone()).await.refused(403, "scope_missing");
        staff.patch("/admin/tiers/never", "\"1\"", cheap).await.refused(404, "not_found");
        staff.patch(PATH, "\"1\"", json!({ "price": "-1.00" })).await.refused_field("/price", "malformed");
        assert_eq!(app.public().get("/tiers").await.items()[0]["price"], "20000.00");
    });
}
