//! Staff offer a new tier.

use cofund_tests::{json, test};

#[test]
fn it_is_on_offer_at_once() {
    test(async |app| {
        let new = json!({
            "name": "Premier Plus", "price": "20000.00", "summary": "For large hubs", "offers": ["A report", "A call"],
            "early_look": true, "quarterly_report": true, "position": 3,
        });
        let made = app.staff().await.post("/admin/tiers", new.clone()).await;
        made.is(201);
        assert_eq!(
            (&made["slug"], &made["currency"], &made["archived"]),
            (&json!("premier-plus"), &json!("USD"), &json!(false))
        );
        for (member, value) in new.as_object().expect("an object") {
            assert_eq!(&made[member.as_str()], value, "{member}");
        }
        assert!(made.etag().starts_with("\"1."));
        let offered = app.public().get("/tiers").await;
        assert_eq!((offered.items().len(), &offered.items()[0]["price"]), (1, &json!("20000.00")));
        assert_eq!(app.count("SELECT count(*) FROM audit_log WHERE action = 'tier_created'").await, 1);
    });
}

#[test]
fn a_price_may_be_by_arrangement() {
    test(async |app| {
        let made = app.staff().await.post("/admin/tiers", json!({ "name": "Custom" })).await;
        assert_eq!((&made.is(201)["price"], &made["offers"]), (&json!(null), &json!([])));
    });
}

#[test]
fn a_slug_is_one_tiers() {
    test(async |app| {
        let staff = app.staff().await;
        staff.post("/admin/tiers", json!({ "name": "Premier" })).await.is(201);
        staff.post("/admin/tiers", json!({ "name": "PREMIER" })).await.refused(409, "slug_taken");
        // An archived one keeps its name, too: organisations may have it.
        staff.patch("/admin/tiers/premier", "\"1\"", json!({ "archived": true })).await.is(200);
        staff.post("/admin/tiers", json!({ "name": "Premier" })).await.refused(409, "slug_taken");
        staff.post("/admin/tiers", json!({ "name": "Premier", "slug": "premier-2" })).await.is(201);
    });
}

#[test]
fn every_mistake_is_named_at_once() {
    test(async |app| {
        let staff = app.staff().await;
        let new = json!({
            "name": "", "slug": "A B", "price": "20000", "summary": "x".repeat(501), "offers": ["", "fine", "a\nb"],
            "position": 1001,
        });
        let refused = staff.post("/admin/tiers", new).await;
        for (pointer, code) in [
            ("/name", "required"),
            ("/slug", "malformed"),
            ("/price", "malformed"),
            ("/summary", "too_long"),
            ("/offers/0", "required"),
            ("/offers/2", "malformed"),
            ("/position", "out_of_range"),
        ] {
            refused.refused_field(pointer, code);
        }
        let many = json!({ "name": "Many", "offers": vec!["x"; 21] });
        staff.post("/admin/tiers", many).await.refused_field("/offers", "too_long");
        staff.post("/admin/tiers", json!({ "name": "P", "price": 20000 })).await.refused_field("/price", "wrong_type");
    });
}

#[test]
fn only_staff_offer() {
    test(async |app| {
        let (tidewater, new) = (app.organization("Tidewater").await, json!({ "name": "Mine" }));
        app.public().post("/admin/tiers", new.clone()).await.refused(401, "unauthenticated");
        app.lead_of(&tidewater).await.post("/admin/tiers", new.clone()).await.refused(403, "not_staff");
        let staff = app.staff().await;
        app.program_of(&staff, &["read", "organization"])
            .await
            .post("/admin/tiers", new.clone())
            .await
            .refused(403, "scope_missing");
        app.program_of(&staff, &["staff"]).await.post("/admin/tiers", new).await.is(201);
        assert_eq!(app.count("SELECT count(*) FROM tiers").await, 1);
    });
}
