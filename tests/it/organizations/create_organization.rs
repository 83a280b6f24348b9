//! Staff admit an organisation.

use cofund_tests::{json, test};

const ROR: &str = "https://ror.org/0c0fnd016";

#[test]
fn it_gets_a_slug_from_its_name() {
    test(async |app| {
        let staff = app.staff().await;
        let new = json!({ "name": "Universität Bärenfels – Labor 2", "kind": "member" });
        let made = staff.post("/organizations", new).await;
        made.is(201);
        assert_eq!(made["slug"], "universitat-barenfels-labor-2");
        assert_eq!(made["name"], "Universität Bärenfels – Labor 2");
        assert_eq!((&made["membership_active"], &made["tier"]), (&json!(false), &json!(null)));
        assert_eq!((&made["fiscal_year_start_month"], &made["currency"]), (&json!(1), &json!("USD")));
        assert_eq!(made.etag(), staff.get("/organizations/universitat-barenfels-labor-2").await.etag());
        assert_eq!(app.audit_of(made["id"].as_str().expect("an id")).await, ["organization_created"]);
    });
}

#[test]
fn all_that_is_known_of_it_can_be_said_at_once() {
    test(async |app| {
        let staff = app.staff().await;
        staff.post("/admin/tiers", json!({ "name": "Premier" })).await.is(201);
        let new = json!({
            "name": "Tidewater", "slug": "tide", "kind": "funder", "tier": "premier", "fiscal_year_start_month": 7,
            "membership_starts": "2026-01-01", "membership_ends": "2026-12-31", "ror_id": ROR,
            "website": "https://tidewater.example", "profile": "We measure **tides**.", "yearly_ceiling": "25000.00",
        });
        let made = staff.post("/organizations", new.clone()).await;
        made.is(201);
        for (member, value) in new.as_object().expect("an object") {
            let shown = match member.as_str() {
                "tier" => json!("premier") == made["tier"]["slug"],
                "website" => made["website"].as_str().is_some_and(|site| site.starts_with("https://tidewater.example")),
                _ => &made[member.as_str()] == value,
            };
            assert!(shown, "{member}: {}", made.text());
        }
        assert_eq!(made["profile_html"].as_str().map(str::trim), Some("<p>We measure <strong>tides</strong>.</p>"));
    });
}

#[test]
fn only_staff_admit() {
    test(async |app| {
        let new = json!({ "name": "Ours", "kind": "member" });
        app.public().post("/organizations", new.clone()).await.refused(401, "unauthenticated");
        app.person().await.post("/organizations", new.clone()).await.refused(403, "not_staff");
        let tidewater = app.organization("Tidewater").await;
        let lead = app.lead_of(&tidewater).await;
        lead.post("/organizations", new.clone()).await.refused(403, "not_staff");
        let program = app.program_of(&app.staff().await, &["read", "organization"]).await;
        program.post("/organizations", new).await.refused(403, "scope_missing");
        assert_eq!(app.count("SELECT count(*) FROM organizations").await, 1);
    });
}

#[test]
fn a_slug_and_a_ror_id_are_one_organisations() {
    test(async |app| {
        let staff = app.staff().await;
        let new = |name: &str, ror: Option<&str>| json!({ "name": name, "kind": "member", "ror_id": ror });
        staff.post("/organizations", new("Tidewater", Some(ROR))).await.is(201);
        staff.post("/organizations", new("TIDEWATER!", None)).await.refused(409, "slug_taken");
        staff.post("/organizations", new("Other", Some(ROR))).await.refused(409, "ror_id_taken");
        let upper = "https://ror.org/0C0FND016";
        staff.post("/organizations", new("Other", Some(upper))).await.refused(409, "ror_id_taken");
        staff.post("/organizations", new("Other", None)).await.is(201);
    });
}

#[test]
fn a_tier_must_be_on_offer() {
    test(async |app| {
        let staff = app.staff().await;
        staff.post("/admin/tiers", json!({ "name": "Old" })).await.is(201);
        staff.patch("/admin/tiers/old", "\"1\"", json!({ "archived": true })).await.is(200);
        let new = |tier: &str| json!({ "name": "Tidewater", "kind": "member", "tier": tier });
        staff.post("/organizations", new("old")).await.refused(409, "tier_archived");
        staff.post("/organizations", new("never")).await.refused_field("/tier", "not_allowed");
        assert_eq!(app.count("SELECT count(*) FROM organizations").await, 0);
    });
}

#[test]
fn every_mistake_is_named_at_once() {
    test(async |app| {
        let new = json!({
            "name": " ", "slug": "Not a slug", "kind": "club", "tier": "No Tier", "fiscal_year_start_month": 13,
            "membership_starts": "2027-01-01", "membership_ends": "2026-01-01", "ror_id": "https://ror.org/03yrm5c27",
            "website": "javascript:alert(1)", "profile": "x".repeat(5001), "yearly_ceiling": "1e5",
        });
        let refused = app.staff().await.post("/organizations", new).await;
        refused.refused(422, "body_invalid");
        let mut named: Vec<_> = refused["errors"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|e| (e["pointer"].clone(), e["code"].clone()))
            .collect();
        named.sort_by_key(|(pointer, _)| pointer.to_string());
        let expected = [
            ("/fiscal_year_start_month", "out_of_range"),
            ("/kind", "malformed"),
            ("/membership_ends", "out_of_range"),
            ("/name", "required"),
            ("/profile", "too_long"),
            ("/ror_id", "malformed"),
            ("/slug", "malformed"),
            ("/tier", "malformed"),
            ("/website", "malformed"),
            ("/yearly_ceiling", "malformed"),
        ];
        assert_eq!(named, expected.map(|(pointer, code)| (json!(pointer), json!(code))));
    });
}

#[test]
fn values_of_another_kind_are_refused_with_their_place() {
    test(async |app| {
        let staff = app.staff().await;
        let send = |member: &str, value| {
            let mut new = json!({ "name": "Tidewater", "kind": "member" });
            new[member] = value;
            staff.post("/organizations", new)
        };
        send("yearly_ceiling", json!(25000)).await.refused_field("/yearly_ceiling", "wrong_type");
        for amount in ["-1.00", "12,5", "1.000", "1"] {
            send("yearly_ceiling", json!(amount)).await.refused_field("/yearly_ceiling", "malformed");
        }
        for day in ["01/02/2026", "-5000-01-01", "0000-01-01", "+10000-01-01", "2026-2-1"] {
            send("membership_starts", json!(day)).await.refused_field("/membership_starts", "malformed");
        }
        send("membership_ends", json!("2026-01-01")).await.refused_field("/membership_ends", "not_allowed");
        send("staff", json!(true)).await.refused_field("/staff", "unknown_field");
        send("name", json!("a\u{202e}b")).await.refused_field("/name", "malformed");
        send("name", json!("\u{200b}\u{3164}")).await.refused_field("/name", "required");
        send("name", json!("…")).await.refused_field("/slug", "required");
        staff.post("/organizations", json!({ "name": "Tidewater" })).await.refused_field("/kind", "required");
    });
}

#[test]
fn the_same_key_makes_one() {
    test(async |app| {
        let staff = app.staff().await;
        let new = json!({ "name": "Tidewater", "kind": "member" });
        let first = staff.post("/organizations", new.clone()).key("once").await;
        first.is(201);
        let again = staff.post("/organizations", new).key("once").await;
        again.is(201);
        assert_eq!((again.header("idempotent-replayed"), again.etag()), (Some("true"), first.etag()));
        assert_eq!(again.json, first.json);
        assert_eq!(app.count("SELECT count(*) FROM organizations").await, 1);
    });
}
