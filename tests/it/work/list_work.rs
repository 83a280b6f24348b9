//! What waits for staff.

use chrono::TimeDelta;
use cofund_tests::{Answer, Value, json, test};

/// The one item of a kind; its count agrees.
#[track_caller]
fn one<'a>(work: &'a Answer, kind: &str) -> &'a Value {
    let of_kind: Vec<&Value> = work.is(200).items().iter().filter(|item| item["kind"] == kind).collect();
    assert_eq!((of_kind.len(), count(work, kind)), (1, 1), "{kind}: {}", work.text());
    of_kind[0]
}

fn count(work: &Answer, kind: &str) -> i64 {
    let counts = work["counts"].as_array().expect("counts");
    counts.iter().find(|of| of["kind"] == kind).and_then(|of| of["count"].as_i64()).expect("its count")
}

#[test]
fn nothing_waits_and_nobody_else_sees_it() {
    test(async |app| {
        let work = app.staff().await.get("/admin/work").await;
        assert_eq!((work.is(200).items().len(), &work["total"]), (0, &json!(0)));
        assert_eq!(work["counts"].as_array().map(Vec::len), Some(8), "every kind is named");
        app.backer("Alder").await.lead.get("/admin/work").await.refused(403, "not_staff");
        app.public().get("/admin/work").await.refused(401, "unauthenticated");
    });
}

#[test]
fn what_is_open_and_what_is_funded_waits() {
    test(async |app| {
        let [a, b] = [app.backer("Alder").await, app.backer("Birch").await];
        let soon = (app.clock.now() + TimeDelta::days(3)).date_naive();
        let closing = app.open_project("Closing", json!({ "pledge_by": soon })).await;
        a.gives(&closing, "100.00").await;
        let covered = app.open_project("Covered", json!({ "mode": "shared", "goal": "300.00" })).await;
        a.gives(&covered, "200.00").await;
        b.gives(&covered, "250.00").await;
        let funded = app.open_project("Funded", json!({})).await;
        let left = a.gives(&funded, "400.00").await;
        let pledge = b.gives(&funded, "600.00").await;

        let staff = app.staff().await;
        let work = staff.get("/admin/work").await;
        let item = one(&work, "closing_soon");
        assert_eq!((&item["project"]["slug"], &item["amount"]), (&json!(closing), &json!("900.00")));
        let item = one(&work, "covered_coalition");
        assert_eq!((&item["project"]["slug"], &item["amount"]), (&json!(covered), &json!("150.00")));
        assert_eq!(one(&work, "not_started")["project"]["slug"], json!(funded));
        assert_eq!((count(&work, "unsigned_pledge"), count(&work, "gap")), (2, 0));
        let since: Vec<&str> = work.items().iter().filter_map(|item| item["since"].as_str()).collect();
        assert!(since.is_sorted(), "the oldest first: {since:?}");

        a.step(&left, "withdraw", json!({ "reason": "The year is over" })).await.is(200);
        app.run(&funded, "delivery", json!({ "to": "in_flight" })).await.is(200);
        let ended = json!({ "membership_ends": (app.clock.now() - TimeDelta::days(1)).date_naive() });
        staff.edit(&format!("/organizations/{}", b.slug), ended).await.is(200);
        let work = staff.get("/admin/work").await;
        assert_eq!(one(&work, "gap")["amount"], "400.00");
        assert_eq!(count(&work, "not_started"), 0);
        let item = one(&work, "unsigned_pledge");
        assert_eq!((&item["pledge"], &item["amount"]), (&json!(pledge), &json!("600.00")));
        assert_eq!(item["organization"]["slug"], json!(b.slug));
        let item = one(&work, "ended_membership");
        assert_eq!((&item["count"], &item["amount"]), (&json!(2), &json!("850.00")));
        let agreement = json!({ "agreement_reference": "A-1", "agreement_date": "2026-01-01" });
        staff.step(&pledge, "sign", agreement).await.is(200);
        assert_eq!(count(&staff.get("/admin/work").await, "unsigned_pledge"), 0);
    });
}

#[test]
fn a_missed_project_waits_until_it_lapses() {
    test(async |app| {
        let tomorrow = (app.clock.now() + TimeDelta::days(1)).date_naive();
        let project = app.open_project("Missed", json!({ "pledge_by": tomorrow })).await;
        let staff = app.program_of(&app.staff().await, &["read", "staff"]).await;
        app.advance(TimeDelta::days(6));
        // The worker has not looked yet; then it has.
        for _ in 0..2 {
            let work = staff.get("/admin/work").await;
            let item = one(&work, "missed_project");
            assert_eq!((&item["project"]["slug"], &item["amount"]), (&json!(project), &json!("1000.00")));
            assert_eq!(item["age_days"], 4);
            assert_eq!((count(&work, "closing_soon"), work.items().len()), (0, 1));
            app.deliver().await;
        }
        app.advance(TimeDelta::days(14));
        assert_eq!(staff.get("/admin/work").await.is(200)["total"], 0);
    });
}

#[test]
fn dead_letters_are_counted() {
    test(async |app| {
        app.expect_dead_letters(2);
        let now = app.clock.now().to_rfc3339();
        let dead = format!(
            "INSERT INTO outbox (id, kind, payload, created_at, next_attempt_at, attempts, dead_at) \
             SELECT gen_random_uuid(), 'mail_invitation', '{{}}', '{now}', '{now}', 9, '{now}' FROM generate_series(1, 2)"
        );
        app.database.client().batch_execute(&dead).await.expect("two dead letters");
        assert_eq!(one(&app.staff().await.get("/admin/work").await, "dead_letters")["count"], 2);
    });
}
