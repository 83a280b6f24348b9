//! What dates decide: at once for everybody who looks or acts, and as a fact noted once by whichever worker comes first.

mod dates;
mod instants;
mod races;
mod reminders;

use chrono::{DateTime, TimeDelta, Utc};
use cofund_tests::{TestApp, Value};

/// The first instant at which it is too late.
async fn closes_at(app: &TestApp, project: &str) -> DateTime<Utc> {
    let answer = app.project(project).await;
    answer.is(200)["closes_at"].as_str().expect("an instant").parse().expect("RFC 3339")
}

/// Moves the clock so far before (or, if negative, after) the project's date.
async fn set_before_date(app: &TestApp, project: &str, by: TimeDelta) {
    app.clock.set(closes_at(app, project).await - by);
}

/// What the public ledger tells, line by line.
async fn lines(app: &TestApp, project: &str) -> Vec<String> {
    let ledger = app.public().get(&format!("/projects/{project}/ledger")).await;
    let kind = |line: &Value| line["kind"].as_str().expect("a kind").to_owned();
    ledger.is(200).items().iter().map(kind).collect()
}

/// The state in which somebody without an account sees it.
async fn funding(app: &TestApp, project: &str) -> String {
    app.project(project).await["funding"].as_str().expect("a state").to_owned()
}

/// The state that is noted, whoever has looked.
async fn noted(app: &TestApp, project: &str) -> String {
    let sql = "SELECT funding FROM projects WHERE slug = $1";
    app.database.client().query_one(sql, &[&project]).await.expect(sql).get(0)
}
