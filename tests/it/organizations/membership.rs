//! Whether a membership is active follows from its dates, as the days go by.

use chrono::{Days, TimeDelta};
use cofund_tests::{TestApp, json, test};

async fn active(app: &TestApp, slug: &str) -> bool {
    app.public().get(&format!("/organizations/{slug}")).await.is(200)["membership_active"] == json!(true)
}

#[test]
fn it_begins_and_ends_with_its_days() {
    test(async |app| {
        let today = app.clock.now().date_naive();
        let (first, last) = (today + Days::new(1), today + Days::new(2));
        let new = json!({ "name": "Tidewater", "kind": "member", "membership_starts": first, "membership_ends": last });
        app.staff().await.post("/organizations", new).await.is(201);
        assert!(!active(app, "tidewater").await, "tomorrow is not today");
        app.advance(TimeDelta::days(1));
        assert!(active(app, "tidewater").await, "on its first day");
        app.clock.set(last.and_hms_opt(23, 59, 59).expect("a time").and_utc());
        assert!(active(app, "tidewater").await, "until the last second of its last day");
        app.advance(TimeDelta::seconds(1));
        assert!(!active(app, "tidewater").await, "and not on the day after");
    });
}

#[test]
fn without_a_first_day_it_has_not_begun() {
    test(async |app| {
        let staff = app.staff().await;
        staff.post("/organizations", json!({ "name": "Funder", "kind": "funder" })).await.is(201);
        assert!(!active(app, "funder").await);
        staff.edit("/organizations/funder", json!({ "membership_starts": "2020-01-01" })).await.is(200);
        assert!(active(app, "funder").await);
        let end_without_begin = staff.edit("/organizations/funder", json!({ "membership_ends": "2019-01-01" })).await;
        end_without_begin.refused_field("/membership_ends", "out_of_range");
        staff.edit("/organizations/funder", json!({ "membership_starts": null })).await.is(200);
        assert!(!active(app, "funder").await);
        let lonely = staff.edit("/organizations/funder", json!({ "membership_ends": "2030-01-01" })).await;
        lonely.refused_field("/membership_ends", "not_allowed");
    });
}
