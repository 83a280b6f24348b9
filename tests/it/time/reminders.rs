//! Who is to be reminded, and when: two weeks, three days and one day before a date, once each.

use chrono::TimeDelta;
use cofund_tests::{TestApp, json, test};

use super::{closes_at, set_before_date};

/// The days of which reminders became due, in the order they did.
async fn reminders(app: &TestApp, project: &str) -> Vec<i64> {
    let sql = "SELECT (detail->>'days')::bigint FROM audit_log JOIN projects p ON p.id = subject_id \
               WHERE action = 'project_reminder_due' AND p.slug = $1 ORDER BY audit_log.id";
    let rows = app.database.client().query(sql, &[&project]).await.expect(sql);
    rows.iter().map(|row| row.get(0)).collect()
}

async fn look(app: &TestApp, project: &str, before: TimeDelta) -> Vec<i64> {
    set_before_date(app, project, before).await;
    app.race_to_note_dates(4).await;
    app.note_dates().await;
    reminders(app, project).await
}

#[test]
fn each_comes_at_its_time_and_once() {
    test(async |app| {
        let project = app.open_project("Reminded", json!({})).await;
        let moment = TimeDelta::milliseconds(1);
        let nothing: [i64; 0] = [];
        assert_eq!(look(app, &project, TimeDelta::days(14) + moment).await, nothing);
        assert_eq!(look(app, &project, TimeDelta::days(14)).await, [14]);
        assert_eq!(look(app, &project, TimeDelta::days(3) + moment).await, [14]);
        assert_eq!(look(app, &project, TimeDelta::days(3)).await, [14, 3]);
        assert_eq!(look(app, &project, TimeDelta::days(1) + moment).await, [14, 3]);
        assert_eq!(look(app, &project, TimeDelta::days(1)).await, [14, 3, 1]);
        assert_eq!(look(app, &project, moment).await, [14, 3, 1]);
        assert_eq!(look(app, &project, TimeDelta::zero()).await, [14, 3, 1]);
    });
}

#[test]
fn a_worker_that_slept_says_only_the_nearest() {
    test(async |app| {
        let project = app.open_project("Slept", json!({})).await;
        let later = (app.clock.now() + TimeDelta::days(60)).date_naive();
        let over = app.open_project("Over", json!({ "pledge_by": later })).await;
        assert_eq!(look(app, &project, TimeDelta::days(2)).await, [3]);
        assert_eq!(look(app, &project, TimeDelta::hours(1)).await, [3, 1]);
        let nothing: [i64; 0] = [];
        assert_eq!(look(app, &over, TimeDelta::zero()).await, nothing, "that is no reminder any more");
    });
}

#[test]
fn a_date_that_moved_has_reminders_of_its_own() {
    test(async |app| {
        let project = app.open_project("Moved", json!({})).await;
        assert_eq!(look(app, &project, TimeDelta::days(2)).await, [3]);
        // Staff sign in again: the clock has gone on.
        let staff = app.new_staff().await;
        let later = (closes_at(app, &project).await + TimeDelta::days(30)).date_naive();
        let path = format!("/projects/{project}");
        let etag = staff.get(&path).await.is(200).etag();
        let extend = json!({ "pledge_by": later, "reason": "One more is in the making" });
        staff.post(&format!("{path}/extend"), extend).header("if-match", &etag).key("once").await.is(200);
        app.note_dates().await;
        assert_eq!(reminders(app, &project).await, [3], "it is far away again");
        assert_eq!(look(app, &project, TimeDelta::days(14)).await, [3, 14]);
        assert_eq!(look(app, &project, TimeDelta::days(3)).await, [3, 14, 3]);
        assert_eq!(look(app, &project, TimeDelta::days(1)).await, [3, 14, 3, 1]);
    });
}

#[test]
fn only_what_takes_pledges_is_reminded_of() {
    test(async |app| {
        let draft = app.draft("Draft", json!({})).await;
        let candidate = app.draft("Candidate", json!({})).await;
        app.publish(&candidate, "candidate").await.is(200);
        let full = app.open_project("Full", json!({})).await;
        app.backer("Alder").await.gives(&full, "1000.00").await;
        set_before_date(app, &full, TimeDelta::days(1)).await;
        assert_eq!(app.note_dates().await, 0);
        for project in [&draft, &candidate, &full] {
            assert!(reminders(app, project).await.is_empty(), "{project}");
        }
    });
}
