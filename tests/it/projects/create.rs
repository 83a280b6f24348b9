//! Staff make a draft: its address, what it is grouped by, and when it closes.

use cofund_tests::{json, test};

#[test]
fn a_draft_begins_hidden_and_empty() {
    test(async |app| {
        let staff = app.staff().await;
        let made = staff.post("/projects", json!({ "title": "Clear recovery when sync fails" })).await;
        made.is(201).says(json!({
            "slug": "clear-recovery-when-sync-fails", "funding": "draft", "delivery": "not_started", "mode": "fixed",
            "goal": null, "pledged": "0.00", "percent": "0.0", "backers": 0, "version": 1, "currency": "USD",
            "terms_version": null, "problem": "", "deliverables": [],
        }));
        assert!(made.etag().starts_with("\"1."));
        assert_eq!(made["can"]["publish"], json!({ "ok": true, "code": null }));
        assert_eq!(made["can"]["pledge"], json!({ "ok": false, "code": "project_not_open" }));
        app.project("clear-recovery-when-sync-fails").await.refused(404, "not_found");
    });
}

#[test]
fn an_address_is_one_projects() {
    test(async |app| {
        let staff = app.staff().await;
        staff.post("/projects", json!({ "title": "Sync" })).await.is(201);
        staff.post("/projects", json!({ "title": "Sync" })).await.refused(409, "slug_taken");
        let other = json!({ "title": "Sync", "slug": "sync-again" });
        staff.post("/projects", other).await.is(201).says(json!({ "slug": "sync-again", "title": "Sync" }));
        staff.post("/projects", json!({})).await.refused_field("/title", "required");
        staff.post("/projects", json!({ "title": "\u{200b}" })).await.refused_field("/title", "required");
        let twice = staff.post("/projects", json!({ "title": "Twice" })).key("one").await;
        let again = staff.post("/projects", json!({ "title": "Twice" })).key("one").await;
        assert_eq!(again.is(201).header("idempotent-replayed"), Some("true"));
        assert_eq!(again.bytes, twice.bytes);
        assert_eq!(app.count("SELECT count(*) FROM projects").await, 3);
    });
}

#[test]
fn it_belongs_to_topics_that_are_there() {
    test(async |app| {
        let staff = app.staff().await;
        let story = staff.post("/admin/narratives", json!({ "name": "Open science" })).await;
        let narrative = story.is(201)["slug"].clone();
        let good = json!({ "title": "Sync", "theme": "analytics", "narratives": [narrative] });
        let made = staff.post("/projects", good).await;
        assert_eq!((&made.is(201)["theme"]["slug"], &made["narratives"][0]["slug"]), (&json!("analytics"), &narrative));
        let no_theme = json!({ "title": "A", "theme": "nothing" });
        staff.post("/projects", no_theme).await.refused_field("/theme", "not_allowed");
        let no_story = json!({ "title": "A", "narratives": [narrative, "nothing"] });
        staff.post("/projects", no_story).await.refused_field("/narratives/1", "not_allowed");
        assert_eq!(app.count("SELECT count(*) FROM projects").await, 1, "nothing is half-done");
    });
}

#[test]
fn the_goal_of_a_candidate_may_be_a_range_with_two_ends() {
    test(async |app| {
        let staff = app.staff().await;
        let with = |low: Option<&str>, high: Option<&str>| {
            staff.post("/projects", json!({ "title": "Range", "goal_low": low, "goal_high": high }))
        };
        with(Some("100.00"), None).await.refused_field("/goal_high", "required");
        with(None, Some("100.00")).await.refused_field("/goal_low", "required");
        with(Some("100.01"), Some("100.00")).await.refused_field("/goal_high", "out_of_range");
        with(Some("100.00"), Some("100.00")).await.is(201).says(json!({ "goal_low": "100.00", "goal_high": "100.00" }));
    });
}

#[test]
fn a_date_closes_when_the_day_after_begins_where_it_closes() {
    test(async |app| {
        let staff = app.staff().await;
        let cases = [
            ("2027-03-31", "UTC", "2027-04-01T00:00:00Z"),
            ("2027-03-31", "America/Los_Angeles", "2027-04-01T07:00:00Z"),
            // Clocks go from 23:59 to 01:00: there is no such midnight.
            ("2027-09-04", "America/Santiago", "2027-09-05T04:00:00Z"),
            ("2028-02-29", "Asia/Kolkata", "2028-02-29T18:30:00Z"),
        ];
        for (number, (day, zone, closes_at)) in cases.into_iter().enumerate() {
            let new = json!({ "title": format!("Closing {number}"), "pledge_by": day, "time_zone": zone });
            let made = staff.post("/projects", new).await;
            made.is(201).says(json!({ "pledge_by": day, "time_zone": zone, "closes_at": closes_at }));
        }
        let over = json!({ "title": "Late", "pledge_by": "2020-02-29" });
        staff.post("/projects", over).await.refused_field("/pledge_by", "out_of_range");
        let far = json!({ "title": "Late", "pledge_by": "9999-12-31" });
        staff.post("/projects", far).await.refused_field("/pledge_by", "out_of_range");
        let never = json!({ "title": "Late", "pledge_by": "2027-02-29" });
        staff.post("/projects", never).await.refused_field("/pledge_by", "malformed");
        let nowhere = json!({ "title": "Late", "time_zone": "Mars/Olympus" });
        assert_eq!(staff.post("/projects", nowhere).await.status, 422);
    });
}
