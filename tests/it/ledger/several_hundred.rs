//! A project that many back: its ledger is longer than what is read at a time.

use std::time::{Duration, Instant};

use cofund_tests::{json, new_key, test};

use super::verify::verify;
use super::{downloaded, parsed};

const BACKERS: usize = 300;

#[test]
fn a_long_ledger_is_whole_and_quickly_verified() {
    test(async |app| {
        let goal = format!("{}.00", BACKERS * 20);
        let slug = app.open_project("Many", json!({ "mode": "shared", "goal": goal })).await;
        // Made beside the API: it is not about them.
        let sql = format!(
            "INSERT INTO organizations (id, slug, name, kind, membership_starts, currency, created_at, updated_at) \
             SELECT gen_random_uuid(), 'backer-' || n, 'Backer ' || n, 'member', '2020-01-01', 'USD', now(), now() \
             FROM generate_series(1, {BACKERS}) n"
        );
        app.database.client().batch_execute(&sql).await.expect("organisations");
        let staff = app.staff().await;
        for number in 1..=BACKERS {
            let visibility = ["public", "name_only", "anonymous"][number % 3];
            // Some wait for what never comes.
            let conditions = if number % 10 == 0 { json!({ "min_other_orgs": 1000 }) } else { json!(null) };
            let pledge = json!({ "organization": format!("backer-{number}"), "amount": "40.00", "visibility": visibility,
                "terms_version": "2026-11", "conditions": conditions });
            let placed = staff.post(&format!("/projects/{slug}/pledges"), pledge).key(&new_key()).await;
            let path = format!("/pledges/{}", placed.is(201).id());
            staff.patch(&path, &placed.etag(), json!({ "amount": format!("{}.00", 25 + number % 10) })).await.is(200);
        }
        app.run(&slug, "settle", json!(null)).await.is(200);
        app.run(&slug, "close", json!({ "reason": "other", "note": "Enough" })).await.is(200);

        let ledger = downloaded(app, &slug).await;
        let seqs: Vec<_> = parsed(&ledger).iter().map(|line| line["seq"].as_u64()).collect();
        let last = u64::try_from(2 * BACKERS + 4).expect("a number");
        assert_eq!(seqs, (1..=last).map(Some).collect::<Vec<_>>());
        assert_eq!(app.public().get("/exports/ledger.jsonl").await.is(200).text(), ledger);
        // What builds the program is not counted.
        assert!(verify(app, &[]).success);
        let start = Instant::now();
        assert!(verify(app, &["--project", &slug]).success);
        assert!(start.elapsed() < Duration::from_secs(5), "it took {:?}", start.elapsed());
    });
}
