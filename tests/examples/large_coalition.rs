//! How the cost of a coalition grows: thousands of pledges with conditions on one project, placed over HTTP one after
//! another, with questions in between, and settled at the end.
//!
//! ```sh
//! COFUND_TEST_DATABASE_URL=postgres://… cargo run --release -p cofund-tests --example large_coalition -- 10000
//! ```
//!
//! Beside it stand the limits: settling under a second, a pledge and a question under 100 ms for 99 of 100. The test
//! harness checks every invariant at the end.

use std::time::{Duration, Instant};

use cofund_tests::{Person, TestApp, json, new_key, test};

const STEP: usize = 1000;
const QUESTIONS: usize = 100;

fn main() {
    let count = std::env::args().nth(1).map_or(10_000, |count| count.parse().expect("a number of pledges"));
    test(async move |app| measure(app, count).await);
}

async fn measure(app: &TestApp, count: usize) {
    let goal = format!("{}.00", count * 2500);
    let project = app.open_project("A large coalition", json!({ "mode": "shared", "goal": goal })).await;
    organizations(app, count + QUESTIONS).await;
    let staff = app.staff().await;
    println!("pledges     place p50     p99     simulate p50     p99     waiting   covered");
    let mut placing = Vec::new();
    for number in 0..count {
        placing.push(timed(staff_pledge(&staff, &project, number)).await);
        if (number + 1).is_multiple_of(STEP) {
            let mut asking = Vec::new();
            for question in 0..QUESTIONS {
                let body = json!({ "amount": format!("{}.00", 100 + 37 * question) });
                let public = app.public();
                let call = async { public.post(&format!("/projects/{project}/simulate"), body).await.is(200).clone() };
                asking.push(timed(call).await);
            }
            let card = app.project(&project).await;
            println!(
                "{:7} {:>13} {:>7} {:>16} {:>7} {:>11} {:>9}",
                number + 1,
                percentile(&mut placing, 50),
                percentile(&mut placing, 99),
                percentile(&mut asking, 50),
                percentile(&mut asking, 99),
                card["waiters"],
                card["covered"]
            );
            placing.clear();
        }
    }
    let settled = timed(async { app.run(&project, "settle", json!(null)).await.is(200).clone() }).await;
    let settled = settled.as_millis();
    println!(
        "settling {count} pledges took {settled} ms (limit 1,000); a pledge and a question may take 100 ms at p99"
    );
}

/// Made beside the API: their making is not what is measured.
async fn organizations(app: &TestApp, count: usize) {
    let sql = format!(
        "INSERT INTO organizations (id, slug, name, kind, membership_starts, currency, created_at, updated_at) \
         SELECT gen_random_uuid(), 'measured-' || n, 'Measured ' || n, 'member', '2020-01-01', 'USD', now(), now() \
         FROM generate_series(0, {count}) n"
    );
    app.database.client().batch_execute(&sql).await.expect("organisations");
}

async fn staff_pledge(staff: &Person, project: &str, number: usize) -> cofund_tests::Answer {
    let amount = format!("{}.00", 100 + (number * 7919) % 9900);
    let conditions = match number % 4 {
        0 => json!(null),
        1 => json!({ "min_other_orgs": 1 + (number * 31) % 6000 }),
        2 => json!({ "min_other_amount": format!("{}.00", 1 + (number * 104_729) % 20_000_000) }),
        _ => json!({ "min_total": format!("{}.00", 1 + (number * 15_485_863) % 30_000_000) }),
    };
    let body = json!({
        "organization": format!("measured-{number}"),
        "amount": amount,
        "visibility": "public",
        "terms_version": "2026-11",
        "conditions": conditions,
    });
    staff.post(&format!("/projects/{project}/pledges"), body).key(&new_key()).await.is(201).clone()
}

async fn timed<T>(work: impl Future<Output = T>) -> Duration {
    let start = Instant::now();
    work.await;
    start.elapsed()
}

fn percentile(times: &mut [Duration], percent: usize) -> String {
    times.sort_unstable();
    let index = (times.len() * percent / 100).min(times.len().saturating_sub(1));
    let micros = times.get(index).copied().unwrap_or_default().as_micros();
    format!("{}.{} ms", micros / 1000, micros % 1000 / 100)
}
