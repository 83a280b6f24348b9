//! Many workers, and pledges that come at the very instant.

use chrono::TimeDelta;
use cofund_tests::{Backer, Call, TestApp, json, race, test};
use tokio::join;

use super::{lines, noted, set_before_date};

const WORKERS: usize = 4;

/// Backers whose credentials outlast the wait for a date.
async fn patient(app: &TestApp, count: usize) -> Vec<Backer> {
    let mut backers = app.backers(count).await;
    for backer in &mut backers {
        backer.lead = app.program_of(&backer.lead, &["read", "pledge"]).await;
    }
    backers
}

#[test]
fn several_workers_note_each_fact_once() {
    test(async |app| {
        let mut projects = Vec::new();
        for number in 0..6 {
            projects.push(app.open_project(&format!("Project {number}"), json!({})).await);
        }
        let shared = app.open_project("Shared", json!({ "mode": "shared", "goal": "100.00" })).await;
        app.backer("Alder").await.gives(&shared, "100.00").await;
        set_before_date(app, &shared, TimeDelta::zero()).await;
        assert_eq!(app.race_to_note_dates(WORKERS).await, 7, "each is one worker's");
        app.advance(TimeDelta::days(14));
        assert_eq!(app.race_to_note_dates(WORKERS).await, 6);
        for project in &projects {
            assert_eq!(lines(app, project).await, ["opened", "missed", "closed"]);
        }
        assert_eq!(lines(app, &shared).await, ["opened", "pledge_placed", "settled", "funded"]);
    });
}

#[test]
fn what_is_late_is_refused_however_it_races_with_the_workers() {
    test(async |app| {
        let project = app.open_project("Raced", json!({})).await;
        let backers = patient(app, 6).await;
        set_before_date(app, &project, TimeDelta::zero()).await;
        let calls = backers.iter().map(|backer| backer.pledge(&project, json!({ "amount": "100.00" })));
        let (answers, noted_by_workers) = join!(race(calls.collect()), app.race_to_note_dates(WORKERS));
        for answer in answers {
            answer.refused(409, "project_not_open");
        }
        // Those who passed the project by because somebody held it find it at their next look.
        assert_eq!(noted_by_workers + app.note_dates().await, 1);
        assert_eq!(lines(app, &project).await, ["opened", "missed"]);
    });
}

/// Sends a pledge that waits for its project's lock until the date has passed, with workers looking meanwhile.
async fn begun_in_time(app: &TestApp, project: &str, pledge: Call) {
    set_before_date(app, project, TimeDelta::milliseconds(1)).await;
    let hold = format!("BEGIN; SELECT FROM projects WHERE slug = '{project}' FOR UPDATE");
    app.database.client().batch_execute(&hold).await.expect("a lock");
    let pledge = tokio::spawn(pledge.into_future());
    app.until_waiting(1).await;
    app.advance(TimeDelta::milliseconds(1));
    // Nobody waits for a project that somebody is at.
    assert_eq!(app.race_to_note_dates(WORKERS).await, 0);
    app.database.client().batch_execute("COMMIT").await.expect("an unlock");
    pledge.await.expect("an answer").is(201);
    app.race_to_note_dates(WORKERS).await;
}

#[test]
fn a_pledge_begun_in_time_counts() {
    test(async |app| {
        let project = app.open_project("Short", json!({})).await;
        let backers = patient(app, 1).await;
        begun_in_time(app, &project, backers[0].pledge(&project, json!({ "amount": "400.00" }))).await;
        assert_eq!(lines(app, &project).await, ["opened", "pledge_placed", "missed"]);
        assert_eq!(app.project(&project).await["pledged"], "400.00");
    });
}

#[test]
fn a_pledge_begun_in_time_may_fund_the_project() {
    test(async |app| {
        let project = app.open_project("Full", json!({})).await;
        let backers = patient(app, 1).await;
        begun_in_time(app, &project, backers[0].pledge(&project, json!({ "amount": "1000.00" }))).await;
        assert_eq!(lines(app, &project).await, ["opened", "pledge_placed", "funded"]);
        assert_eq!(noted(app, &project).await, "funded");
    });
}
