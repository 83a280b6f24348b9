//! Each state of the product has its project.

use cofund_tests::{Person, TestApp, Value, json, test};

async fn of(person: &Person, slug: &str) -> Value {
    serde_json::from_str(&person.get(&format!("/projects/{slug}")).await.is(200).text()).expect("JSON")
}

async fn staff(app: &TestApp) -> Person {
    app.fill_in_demo().await;
    app.sign_in("ivo@cofund.example").await
}

#[track_caller]
fn is(project: &Value, expected: Value) {
    for (name, value) in expected.as_object().expect("fields") {
        assert_eq!(&project[name], value, "{name} of {}", project["slug"]);
    }
}

#[test]
fn every_state_and_both_modes_are_there() {
    test(async |app| {
        let staff = staff(app).await;
        let folders = of(&staff, "group-folders").await;
        is(&folders, json!({ "funding": "funded", "delivery": "done", "mode": "fixed", "backers": 6 }));
        is(&folders, json!({ "pledged": "24000.00", "signed": "24000.00", "gap": "0.00" }));
        let restarts = of(&staff, "restarts-that-explain-themselves").await;
        is(&restarts, json!({ "funding": "funded", "delivery": "in_flight", "mode": "shared", "gap": "8000.00" }));
        is(&restarts, json!({ "pledged": "44000.00", "signed": "44000.00" }));
        let alone = of(&staff, "cite-a-dataset").await;
        is(&alone, json!({ "funding": "funded", "delivery": "not_started", "queue_position": 1, "backers": 1 }));
        let covered = of(&staff, "same-hub-any-cloud").await;
        is(&covered, json!({ "funding": "open", "covered": true, "mode": "shared", "backers": 6, "level": "9250.00" }));
        let waiting = of(&staff, "fair-queue-for-scarce-processors").await;
        is(&waiting, json!({ "funding": "open", "covered": false, "pledged": "43000.00", "waiting": "50000.00" }));
        is(&waiting, json!({ "waiters": 2, "tipping_point": "5000.00" }));
        let extended = of(&staff, "lessons-that-travel").await;
        is(&extended, json!({ "funding": "open", "mode": "fixed", "pledged": "23000.00", "backers": 5 }));
        is(&of(&staff, "reports-that-watch-nobody").await, json!({ "funding": "missed", "pledged": "10000.00" }));
        let closed = of(&staff, "paste-into-remote-desktops").await;
        is(&closed, json!({ "funding": "closed", "close_reason": "upstream_rejected", "pledged": "0.00" }));
        let candidate = of(&staff, "hubs-that-sleep").await;
        is(
            &candidate,
            json!({ "funding": "candidate", "goal": null, "goal_low": "28000.00", "goal_high": "45000.00" }),
        );
        is(&of(&staff, "storage-that-cools-down").await, json!({ "funding": "draft" }));
        app.public().get("/projects/storage-that-cools-down").await.refused(404, "not_found");
    });
}

#[test]
fn the_smallest_pledge_covers_the_coalition_that_waits() {
    test(async |app| {
        app.fill_in_demo().await;
        let path = "/projects/fair-queue-for-scarce-processors/simulate";
        let simulate = async |amount: &str| app.public().post(path, json!({ "amount": amount })).await;
        assert_eq!(simulate("4999.99").await.is(200)["after"]["covered"], false);
        let enough = simulate("5000.00").await;
        assert_eq!(enough.is(200)["after"]["covered"], true, "{}", enough.text());
    });
}

#[test]
fn who_hid_is_named_only_where_two_did() {
    test(async |app| {
        app.fill_in_demo().await;
        let text = async |path: &str| app.public().get(path).await.is(200).text();
        let folders = text("/projects/group-folders").await + &text("/projects/group-folders/pledges").await;
        assert!(folders.contains("Isla Verde Climate School") && folders.contains("Meridian Linguistics Archive"));
        for (slug, hidden) in [
            ("restarts-that-explain-themselves", "loudberry"),
            ("same-hub-any-cloud", "loudberry"),
            ("lessons-that-travel", "ichen"),
        ] {
            let all = text(&format!("/projects/{slug}")).await
                + &text(&format!("/projects/{slug}/pledges")).await
                + &text(&format!("/projects/{slug}/ledger?limit=100")).await;
            assert!(!all.contains(hidden), "{slug}: {all}");
        }
    });
}

#[test]
fn histories_name_those_who_acted() {
    test(async |app| {
        app.fill_in_demo().await;
        // A request that waits, one that was approved for less, and a pledge over two fiscal years.
        let versions = "SELECT string_agg(p.status || ' ' || v.kind || ' ' || u.email, ', ' ORDER BY v.at) FROM pledge_versions v \
                        JOIN pledges p ON p.id = v.pledge_id JOIN users u ON u.id = v.actor_id \
                        WHERE NOT v.by_staff AND (p.status = 'requested' OR v.pledge_id IN \
                        (SELECT pledge_id FROM pledge_versions WHERE kind = 'approved'))";
        let told: String = app.database.client().query_one(versions, &[]).await.expect(versions).get(0);
        assert_eq!(
            told,
            "signed requested oona@sundial.example, signed approved felix@sundial.example, requested requested teo@tidewater.example"
        );
        let split = "SELECT count(*) FROM (SELECT 1 FROM pledge_years GROUP BY pledge_id HAVING count(*) = 2) two";
        assert_eq!(app.count(split).await, 1);
    });
}

#[test]
fn what_happened_is_past_and_in_order_and_what_is_open_closes_later() {
    test(async |app| {
        app.fill_in_demo().await;
        let later = "SELECT count(*) FROM ledger_lines a JOIN ledger_lines b USING (project_id) WHERE a.seq < b.seq AND a.at > b.at";
        assert_eq!(app.count(later).await, 0);
        let ahead = "SELECT (SELECT count(*) FROM ledger_lines WHERE at > now()) + (SELECT count(*) FROM audit_log WHERE at > now())";
        assert_eq!(app.count(ahead).await, 0);
        let soon = "SELECT count(*) FROM projects WHERE funding = 'open' AND closes_at < now() + interval '30 days'";
        assert_eq!(app.count(soon).await, 0);
        let over = "SELECT count(*) FROM projects WHERE funding = 'missed' AND lapses_at < now() + interval '5 days'";
        assert_eq!(app.count(over).await, 0);
    });
}
