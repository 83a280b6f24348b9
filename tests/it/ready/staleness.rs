//! How old an answer may be: not older than the reader's own change in the same process, and not older than a second in
//! another, whatever the network does to what processes tell each other.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::time::{Duration, Instant};

use cofund_tests::{Cable, Person, Program, TestApp, free_address, json, test_with_cable};
use futures_util::future::join_all;

const READS: usize = 10_000;
const READERS: usize = 6;
const SECOND: Duration = Duration::from_secs(1);

#[test]
fn a_reader_elsewhere_is_never_more_than_a_second_behind() {
    test_with_cable(async |app, cable| measure(app, cable, async || ()).await);
}

#[test]
fn nor_while_nothing_is_heard_and_nobody_says_so() {
    test_with_cable(async |app, cable| {
        let troubles = async || {
            // Once so long that the silence is noticed and another connection listens, once shorter than that.
            for silence in [7000, 2000] {
                tokio::time::sleep(Duration::from_millis(700)).await;
                cable.deafen(true);
                tokio::time::sleep(Duration::from_millis(silence)).await;
                cable.deafen(false);
            }
        };
        measure(app, cable, troubles).await;
    });
}

/// What was acknowledged, and when.
type History = RefCell<Vec<(Instant, i64)>>;

/// The program that answers readers reaches its database through the cable; the one that writes does, too.
async fn measure(app: &TestApp, cable: &Cable, troubles: impl AsyncFn()) {
    let project = app.open_project("Version 1", json!({})).await;
    let mut settings: HashMap<_, _> = Program::settings(&app.database, "smtp://127.0.0.1:9");
    settings.insert("DATABASE_URL", app.database.url_at(cable.address));
    settings.insert("COFUND_LIMIT_ADDRESS", "1000000".to_owned());
    let metrics = free_address();
    settings.insert("COFUND_METRICS_BIND", metrics.to_string());
    // The cable needs this thread.
    let start = move || Program::serve_with(&["serve", "--no-worker"], &settings);
    let elsewhere = tokio::task::spawn_blocking(start).await.expect("it starts");
    let (history, reads, over): (History, _, _) = (RefCell::default(), Cell::new(0), Cell::new(false));
    let page = format!("/projects/{project}");
    let first = version(&app.public(), &page).await;
    history.borrow_mut().push((Instant::now(), first));

    let writer = async {
        let (staff, public) = (app.staff().await, app.public());
        let mut written = 0;
        while !over.get() {
            let title = format!("Version {written}");
            let edited = staff.edit(&page, json!({ "title": title })).await.is(200)["version"].as_i64();
            let own = edited.expect("a version");
            history.borrow_mut().push((Instant::now(), own));
            assert_eq!(version(&public, &page).await, own, "the writer's own change");
            assert_eq!(listed(&public, &project).await, own, "the writer's own change, in a list");
            written += 1;
            tokio::time::sleep(Duration::from_millis(written * 7 % 60)).await;
        }
        written
    };
    let reader = async |list: bool| {
        let public = elsewhere.public();
        let mut furthest = Duration::ZERO;
        while !over.get() {
            let asked = Instant::now();
            let read = if list { listed(&public, &project).await } else { version(&public, &page).await };
            furthest = furthest.max(behind(&history, asked, read));
            assert!(furthest < SECOND, "a reader is {furthest:?} behind");
            reads.set(reads.get() + 1);
        }
        furthest
    };
    let ends = async {
        troubles().await;
        while reads.get() < READS {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        over.set(true);
    };
    let readers = join_all((0..READERS).map(|number| reader(number % 2 == 0)));
    let (written, furthest, ()) = tokio::join!(writer, readers, ends);
    let furthest = furthest.into_iter().max().unwrap_or_default();
    println!("{} reads beside {written} changes; at most {furthest:?} behind", reads.get());
    let last = history.borrow().last().map(|(_, version)| *version);
    tokio::time::sleep(SECOND).await;
    assert_eq!(Some(version(&elsewhere.public(), &page).await), last);
    let kept = kept_answers(&format!("http://{metrics}/metrics")).await;
    assert!(kept > reads.get() / 2, "only {kept} of {} answers were ready ones", reads.get());
    elsewhere.stop();
}

/// How many answers the process gave that were ready.
async fn kept_answers(metrics: &str) -> usize {
    let text = reqwest::get(metrics).await.expect("metrics").text().await.expect("text");
    let line = text.lines().find_map(|line| line.strip_prefix("ready_answers_total "));
    line.expect("it is counted").parse().expect("a number")
}

/// For how long something newer had been acknowledged when it was asked for.
fn behind(history: &History, asked: Instant, read: i64) -> Duration {
    let history = history.borrow();
    let newer = history.iter().find(|(_, version)| *version > read);
    newer.map_or(Duration::ZERO, |(acknowledged, _)| asked.saturating_duration_since(*acknowledged))
}

async fn version(person: &Person, page: &str) -> i64 {
    person.get(page).await.is(200)["version"].as_i64().expect("a version")
}

async fn listed(person: &Person, project: &str) -> i64 {
    let list = person.get("/projects?funding=open").await;
    let item = list.is(200).items().iter().find(|item| item["slug"] == json!(project)).expect("it is listed");
    item["version"].as_i64().expect("a version")
}
