//! The date passes while others pledge: in time is in time, late is late, and extending wins over nothing.

use chrono::TimeDelta;
use cofund_tests::{TestApp, json, new_key, race, test};
use futures_util::future::join;

use super::{CLIENTS, crowd, let_in, watched_while};

/// It closes in a second; clocks of tests stand still.
async fn about_to_close(app: &TestApp, mode: &str) -> String {
    let project = app.open_project("About to close", json!({ "mode": mode })).await;
    let closes_at = app.clock.now() + TimeDelta::seconds(1);
    let (day, instant) = (closes_at.date_naive().to_string(), closes_at.to_rfc3339());
    let sql = "UPDATE projects SET pledge_by = $2::text::date, closes_at = $3::text::timestamptz WHERE slug = $1";
    app.database.client().execute(sql, &[&project, &day, &instant]).await.expect(sql);
    project
}

/// A second passes when some have come in, and the worker notes what that decided.
async fn pass(app: &TestApp, after: i64) {
    while app.count("SELECT count(*) FROM pledges").await < after {
        tokio::task::yield_now().await;
    }
    app.advance(TimeDelta::seconds(2));
    app.deliver().await;
}

#[test]
fn nobody_pledges_after_the_date() {
    test(async |app| {
        let project = about_to_close(app, "fixed").await;
        let backers = crowd(app, CLIENTS).await;
        let calls = backers.iter().map(|backer| backer.pledge(&project, json!({ "amount": "10.00" }))).collect();
        let racing = join(race(calls), pass(app, 10));
        let (answers, ()) = watched_while(app, &project, racing).await;
        let came = let_in(&answers, &["project_not_open"]);
        println!("{came} came in time");
        assert!(came >= 10);
        assert_eq!(app.project(&project).await["funding"], "missed");
        let late =
            "SELECT count(*) FROM pledges g JOIN projects p ON p.id = g.project_id WHERE g.placed_at >= p.closes_at";
        assert_eq!(app.count(late).await, 0);
    });
}

#[test]
fn a_covered_coalition_settles_once_with_all_who_came_in_time() {
    test(async |app| {
        let project = about_to_close(app, "shared").await;
        let backers = crowd(app, CLIENTS).await;
        let calls = backers.iter().map(|backer| backer.pledge(&project, json!({ "amount": "500.00" }))).collect();
        let (answers, ()) = watched_while(app, &project, join(race(calls), pass(app, 10))).await;
        let came = let_in(&answers, &["project_not_open"]);
        println!("{came} came in time");
        // Whoever acts next notes it, if nobody has.
        app.run(&project, "queue", json!({ "position": 1 })).await.is(200);
        let seen = app.project(&project).await;
        assert_eq!((&seen["funding"], &seen["pledged"]), (&json!("funded"), &json!("1000.00")));
        assert_eq!(seen["backers"], json!(came));
        let settled = "SELECT count(*) FROM ledger_lines WHERE kind = 'settled'";
        assert_eq!(app.count(settled).await, 1);
    });
}

#[test]
fn extending_while_the_date_passes_leaves_it_open() {
    test(async |app| {
        let project = about_to_close(app, "fixed").await;
        let backers = crowd(app, CLIENTS).await;
        let (staff, later) = (app.staff().await, (app.clock.now() + TimeDelta::days(30)).date_naive());
        let pledges = backers.iter().map(|backer| backer.pledge(&project, json!({ "amount": "10.00" }))).collect();
        let extend = async {
            while app.count("SELECT count(*) FROM pledges").await < 10 {
                tokio::task::yield_now().await;
            }
            // The worker may note that it was missed in between: then read again, as people do.
            loop {
                let etag = app.project(&project).await.etag();
                let body = json!({ "pledge_by": later, "reason": "A few more days" });
                let call = staff.post(&format!("/projects/{project}/extend"), body);
                let answer = call.header("if-match", &etag).key(&new_key()).await;
                if answer.status == 200 {
                    break;
                }
                answer.refused(412, "version_conflict");
            }
        };
        let racing = join(race(pledges), join(extend, pass(app, 10)));
        let (answers, _) = watched_while(app, &project, racing).await;
        let came = let_in(&answers, &["project_not_open"]);
        println!("{came} came while it was open");
        assert_eq!(app.project(&project).await["funding"], "open");
    });
}
