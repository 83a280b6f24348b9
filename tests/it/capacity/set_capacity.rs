//! Hours of a quarter, and when funded work passes them.

use chrono::Datelike as _;
use cofund_tests::{Answer, Person, TestApp, json, test};

fn quarter(app: &TestApp) -> String {
    let now = app.clock.now();
    format!("{}-Q{}", now.year(), now.month0() / 3 + 1)
}

async fn set(person: &Person, quarter: &str, hours: i64) -> Answer {
    let path = format!("/admin/capacity/{quarter}");
    person.call("PUT".parse().expect("a method"), &path).json(&json!({ "hours": hours })).await
}

#[test]
fn staff_record_it_and_it_is_known_who_did() {
    test(async |app| {
        let staff = app.staff().await;
        assert_eq!(set(&staff, "2027-Q1", 400).await.is(200)["version"], 1);
        assert_eq!(set(&staff, "2027-Q1", 400).await.is(200)["version"], 1, "it was so");
        let changed = set(&staff, "2027-Q1", 380).await;
        assert_eq!((&changed.is(200)["version"], &changed["hours"]), (&json!(2), &json!(380)));
        set(&staff, "2026-Q2", 0).await.is(200);
        let seen = staff.get("/admin/capacity").await;
        let quarters: Vec<_> = seen.is(200)["quarters"].as_array().expect("a list").iter().collect();
        assert_eq!((&quarters[0]["quarter"], &quarters[1]["quarter"]), (&json!("2027-Q1"), &json!("2026-Q2")));
        let noted = "SELECT count(*) FROM audit_log WHERE action = 'capacity_set' AND detail->>'quarter' = '2027-Q1'";
        assert_eq!(app.count(noted).await, 2);
    });
}

#[test]
fn only_quarters_have_hours_and_only_staff_set_them() {
    test(async |app| {
        let staff = app.staff().await;
        set(&staff, "2027-Q5", 1).await.refused(404, "not_found");
        set(&staff, "2027", 1).await.refused(404, "not_found");
        set(&staff, "2027-Q1", -1).await.refused_field("/hours", "out_of_range");
        set(&staff, "2027-Q1", 100_001).await.refused_field("/hours", "out_of_range");
        let lead = app.backer("Alder").await.lead;
        set(&lead, "2027-Q1", 1).await.refused(403, "not_staff");
        lead.get("/admin/capacity").await.refused(403, "not_staff");
        let got = staff.post("/admin/capacity/2027-Q1", json!({ "hours": 1 })).await;
        assert_eq!(got.refused(405, "method_not_allowed").header("allow"), Some("PUT"));
    });
}

#[test]
fn publishing_beyond_it_warns_and_goes_on() {
    test(async |app| {
        let (staff, now) = (app.staff().await, quarter(app));
        let draft = app.draft("Next", json!({ "capacity_hours": 40 })).await;
        let check = format!("/projects/{draft}/publish-check");
        assert_eq!(staff.get(&check).await.is(200)["warnings"], json!([]), "nobody said how many hours there are");
        set(&staff, &now, 79).await.is(200);
        assert_eq!(staff.get(&check).await.is(200)["warnings"], json!([]));
        let reef = app.open_project("Reef", json!({ "capacity_hours": 40 })).await;
        assert_eq!(staff.get(&check).await.is(200)["warnings"], json!([]), "it is not funded");
        app.backer("Alder").await.gives(&reef, "1000.00").await;

        let warned = staff.get(&check).await;
        let warning = &warned.is(200)["warnings"][0];
        assert_eq!(
            (&warning["code"], &warning["hours"], &warning["capacity"]),
            (&json!("beyond_capacity"), &json!(80), &json!(79))
        );
        assert!(warning["text"].as_str().is_some_and(|text| text.contains("80") && text.contains(&now)), "{warning}");
        let capacity = staff.get("/admin/capacity").await;
        assert_eq!((&capacity.is(200)["quarter"], &capacity["hours"]), (&json!(now), &json!(79)));
        assert_eq!((&capacity["funded_hours"], &capacity["in_flight_hours"]), (&json!(40), &json!(0)));
        app.run(&reef, "delivery", json!({ "to": "in_flight" })).await.is(200);
        assert_eq!(staff.get("/admin/capacity").await.is(200)["in_flight_hours"], 40);
        app.publish(&draft, "open").await.is(200);
        app.run(&reef, "delivery", json!({ "to": "done" })).await.is(200);
        assert_eq!(staff.get("/admin/capacity").await.is(200)["funded_hours"], 0, "what is done takes nothing");
    });
}
