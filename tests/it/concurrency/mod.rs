//! Many at once over HTTP, released together, while somebody reads: whoever looks sees exact totals at every moment, and
//! in the end the books agree.

mod ceilings;
mod close_and_pledge;
mod conditions;
mod dates;
mod edits;
mod last_cent;
mod same_key;
mod waiting;
mod withdraw_and_settle;

use std::cell::Cell;

use cofund_tests::{Answer, Backer, Call, TestApp, json, new_key, race};
use futures_util::future::join;

const CLIENTS: usize = 64;

/// Organisations for which staff act, since that is who is at hand: who pledges takes the same way.
async fn crowd(app: &TestApp, count: usize) -> Vec<Backer> {
    let staff = app.staff().await;
    let new = |number: usize| {
        let name = format!("Crowd {} {number}", app.new_address());
        let new = json!({ "name": name, "kind": "member", "membership_starts": "2020-01-01" });
        staff.post("/organizations", new).key(&new_key())
    };
    let made = race((0..count).map(new).collect()).await;
    let backer = |answer: &Answer| {
        let slug = answer.is(201)["slug"].as_str().expect("a slug").to_owned();
        Backer { slug, lead: staff.clone() }
    };
    made.iter().map(backer).collect()
}

/// Runs the race while somebody reads the project again and again.
async fn watched(app: &TestApp, project: &str, calls: Vec<Call>) -> Vec<Answer> {
    watched_while(app, project, async { race(calls).await }).await
}

async fn watched_while<T>(app: &TestApp, project: &str, racing: impl Future<Output = T>) -> T {
    let over = Cell::new(false);
    let racing = async {
        let outcome = racing.await;
        over.set(true);
        outcome
    };
    let reading = async {
        let mut reads = 0;
        while !over.get() || reads == 0 {
            let read = app.project(project).await;
            // With all connections taken, a reader may be asked to come back.
            if read.status != 503 {
                exact(&read);
                reads += 1;
            }
        }
        reads
    };
    let (outcome, reads) = join(racing, reading).await;
    println!("{reads} reads while it ran");
    quiescent(app, project).await;
    app.holds_together().await;
    outcome
}

pub fn cents(value: &cofund_tests::Value) -> i64 {
    let text = value.as_str().unwrap_or_else(|| panic!("{value} is no amount"));
    text.replace('.', "").parse().expect("an amount")
}

/// What must hold of every single read, whatever goes on.
fn exact(read: &Answer) {
    read.is(200);
    let amount = |name: &str| cents(&read[name]);
    let (goal, pledged) = (amount("goal"), amount("pledged"));
    assert!(pledged <= goal, "{}", read.text());
    assert_eq!(amount("remaining"), goal - pledged, "{}", read.text());
    let tenths = pledged * 1000 / goal;
    assert_eq!(read["percent"], format!("{}.{}", tenths / 10, tenths % 10), "{}", read.text());
    assert!(amount("signed") <= pledged && pledged <= amount("ceilings"), "{}", read.text());
    let gap = if read["funding"] == "funded" { goal - pledged } else { 0 };
    assert_eq!(amount("gap"), gap, "{}", read.text());
    assert_eq!(read["backers"] == 0, pledged == 0, "{}", read.text());
    if read["mode"] == "shared" && read["funding"] == "open" {
        assert_eq!(read["covered"] == true, amount("ceilings") >= goal, "{}", read.text());
        assert_eq!(pledged, goal.min(amount("ceilings")), "{}", read.text());
    }
}

/// What must hold of the list beside it once nobody writes.
async fn quiescent(app: &TestApp, project: &str) {
    let (mut shares, mut path) = (0, format!("/projects/{project}/pledges?limit=100"));
    loop {
        let page = app.public().get(&path).await;
        shares += page.is(200).items().iter().map(|row| cents(&row["share"])).sum::<i64>();
        match page["next_cursor"].as_str() {
            Some(cursor) => path = format!("/projects/{project}/pledges?limit=100&cursor={cursor}"),
            None => break,
        }
    }
    let seen = app.project(project).await;
    exact(&seen);
    if seen["funding"] != "closed" {
        assert_eq!(shares, cents(&seen["pledged"]), "{}", seen.text());
    }
}

/// How many were let; the others must have been refused with one of these.
#[track_caller]
fn let_in(answers: &[Answer], refusals: &[&str]) -> usize {
    for answer in answers.iter().filter(|answer| answer.status >= 300) {
        let code = answer["code"].as_str().unwrap_or_default();
        assert!(refusals.contains(&code), "{} answered {}", answer.request, answer.text());
    }
    answers.iter().filter(|answer| answer.status < 300).count()
}
