//! The connection to the database breaks after every single statement of a pledge, once each.

use cofund_tests::{Answer, Backer, Cable, Call, TestApp, json, new_key, test_with_cable};

/// All that one pledge writes, counted for this organisation in each place.
async fn traces(app: &TestApp, organization: &str, key: &str) -> Vec<i64> {
    let pledge = "SELECT g.id FROM pledges g JOIN organizations o ON o.id = g.organization_id WHERE o.slug = $1";
    let queries = [
        format!("SELECT count(*) FROM ({pledge}) g"),
        format!("SELECT count(*) FROM pledge_years WHERE pledge_id IN ({pledge})"),
        format!("SELECT count(*) FROM pledge_versions WHERE pledge_id IN ({pledge}) AND version = 1"),
        "SELECT count(*) FROM ledger_lines WHERE kind = 'pledge_placed' AND data->>'organization' = $1".to_owned(),
        format!("SELECT count(*) FROM audit_log WHERE action = 'pledge_placed' AND subject_id IN ({pledge})"),
    ];
    // What was sent before the cut may still be carried out, the commit too: the lock waits for it.
    let client = &app.database.client();
    client.batch_execute("BEGIN; LOCK TABLE pledges, idempotency_keys IN SHARE MODE").await.expect("a lock");
    let mut counts = Vec::new();
    for sql in queries {
        counts.push(client.query_one(&sql, &[&organization]).await.expect(&sql).get(0));
    }
    let answers = "SELECT count(*) FROM idempotency_keys WHERE key = $1 AND status = 201";
    counts.push(client.query_one(answers, &[&key]).await.expect(answers).get(0));
    client.batch_execute("COMMIT").await.expect("the end of it");
    counts
}

/// Sends it while the cable is cut after so many statements; whether it was cut before the answer was ready.
async fn cut(app: &TestApp, cable: &Cable, after: usize, slug: &str, key: &str, call: impl Fn() -> Call) -> bool {
    cable.cut_after(after);
    let answer: Answer = call().await;
    let was_cut = cable.was_cut();
    let left = traces(app, slug, key).await;
    let whole = left.iter().all(|count| *count == 1);
    assert!(whole || left.iter().all(|count| *count == 0), "half a pledge after {after} statements: {left:?}");
    assert!(whole || answer.status != 201, "after {after} statements: said and not done");
    assert!(was_cut || answer.status == 201, "not cut, and {} {}", answer.status, answer.text());
    let retry = call().await;
    assert_eq!(retry.is(201).header("idempotent-replayed").is_some(), whole, "after {after} statements");
    assert!(traces(app, slug, key).await.iter().all(|count| *count == 1));
    was_cut
}

fn pledge(backer: &Backer, project: &str, amount: &str, key: &str) -> Call {
    let body = json!({
        "organization": backer.slug, "amount": amount, "visibility": "public", "terms_version": "2026-11",
    });
    backer.lead.post(&format!("/projects/{project}/pledges"), body).key(key)
}

async fn backer(app: &TestApp) -> Backer {
    let slug = app.organization(&format!("Backer {}", new_key())).await;
    Backer { slug, lead: app.staff().await }
}

#[test]
fn a_pledge_is_there_whole_or_not_at_all() {
    test_with_cable(async |app, cable| {
        let project = app.open_project("Cut", json!({ "goal": "900000.00" })).await;
        let mut statements = 0;
        loop {
            let (backer, key) = (backer(app).await, new_key());
            let call = || pledge(&backer, &project, "100.00", &key);
            if !cut(app, cable, statements, &backer.slug, &key, call).await {
                break;
            }
            statements += 1;
        }
        println!("cut after each of {statements} statements");
        assert!(statements > 10);
    });
}

#[test]
fn a_pledge_that_funds_is_there_whole_or_not_at_all() {
    test_with_cable(async |app, cable| {
        let other = app.backer("Alder").await;
        let mut statements = 0;
        loop {
            let project = app.open_project(&format!("Cut {}", new_key()), json!({})).await;
            other.gives(&project, "900.00").await;
            let (backer, key) = (backer(app).await, new_key());
            let call = || pledge(&backer, &project, "100.00", &key);
            let was_cut = cut(app, cable, statements, &backer.slug, &key, call).await;
            assert_eq!(app.project(&project).await["funding"], "funded");
            if !was_cut {
                break;
            }
            statements += 1;
        }
        println!("cut after each of {statements} statements");
        assert!(statements > 15);
    });
}
