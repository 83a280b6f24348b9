//! What a date decided came about at that date, whoever noted it and when.

use chrono::{DateTime, TimeDelta, Utc};
use cofund_tests::{TestApp, Value, json, test};

use super::{closes_at, noted, set_before_date};

fn instant(value: &Value) -> DateTime<Utc> {
    value.as_str().expect("an instant").parse().expect("RFC 3339")
}

/// What anybody reads of it, in its answer, in the list and in the table.
async fn seen(app: &TestApp, project: &str) -> (Value, Value, Value) {
    let (one, list) = (app.project(project).await, app.public().get("/projects").await);
    let listed = list.is(200).items().iter().find(|item| item["slug"] == json!(project)).expect("it is listed").clone();
    for name in ["funding", "funded_at", "closed_at", "close_reason", "close_note"] {
        assert_eq!(one[name], listed[name], "{name}");
    }
    (one["funded_at"].clone(), one["closed_at"].clone(), json!([one["close_reason"], one["close_note"]]))
}

#[test]
fn a_coalition_was_funded_at_its_date_however_late_that_is_noted() {
    test(async |app| {
        let project = app.open_project("Covered", json!({ "mode": "shared", "goal": "1000.00" })).await;
        app.backer("Alder").await.gives(&project, "1000.00").await;
        let date = closes_at(app, &project).await;
        set_before_date(app, &project, TimeDelta::days(-5)).await;
        let stats = async || app.public().get("/stats").await.is(200).json.clone();
        let (before, counted) = (seen(app, &project).await, stats().await);
        assert_eq!(instant(&before.0), date, "before anybody noted it");
        assert_eq!((before.1.clone(), noted(app, &project).await), (json!(null), "open".into()));
        assert_eq!(app.note_dates().await, 1);
        assert_eq!(seen(app, &project).await, before);
        assert_eq!(stats().await, counted, "what is counted does not jump");
    });
}

#[test]
fn what_nobody_extended_was_closed_when_its_grace_ended() {
    test(async |app| {
        let project = app.open_project("Lapsed", json!({})).await;
        let date = closes_at(app, &project).await;
        // Seen when it was missed, or not at all: the same comes of it.
        set_before_date(app, &project, TimeDelta::days(-20)).await;
        let before = seen(app, &project).await;
        assert_eq!(instant(&before.1), date + TimeDelta::days(14), "before anybody noted it");
        assert_eq!(before.2[0], "not_funded");
        assert!(before.2[1].as_str().is_some_and(|note| note.ends_with('.')), "{}", before.2);
        assert_eq!((before.0.clone(), noted(app, &project).await), (json!(null), "open".into()));
        assert_eq!(app.note_dates().await, 1);
        assert_eq!(seen(app, &project).await, before);
    });
}

#[test]
fn what_staff_decide_came_about_when_they_did() {
    test(async |app| {
        let staff = app.lasting_staff().await;
        let settled = app.open_project("Settled", json!({ "mode": "shared", "goal": "100.00" })).await;
        let closed = app.open_project("Closed", json!({})).await;
        let missed = app.open_project("Missed", json!({})).await;
        app.backer("Alder").await.gives(&settled, "100.00").await;
        app.advance(TimeDelta::hours(7));
        let now = app.clock.now();
        staff.run(&settled, "settle", json!(null)).await.is(200);
        staff.run(&closed, "close", json!({ "reason": "other", "note": "No." })).await.is(200);
        assert_eq!(instant(&seen(app, &settled).await.0), now);
        assert_eq!(instant(&seen(app, &closed).await.1), now);
        // Closed in its days of grace: by staff, with their reason.
        set_before_date(app, &missed, TimeDelta::days(-3)).await;
        staff.run(&missed, "close", json!({ "reason": "superseded", "note": "See the other." })).await.is(200);
        let (_, at, why) = seen(app, &missed).await;
        assert_eq!((instant(&at), why), (app.clock.now(), json!(["superseded", "See the other."])));
    });
}
