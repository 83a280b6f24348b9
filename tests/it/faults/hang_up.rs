//! Clients that go before they hear an answer.

use cofund_tests::{Backer, Wire, json, race, request, test};

#[test]
fn who_hung_up_has_a_pledge_or_has_not_and_the_retry_tells() {
    test(async |app| {
        let project = app.open_project("Hung up", json!({})).await;
        let staff = app.staff().await;
        let mut replayed = 0;
        for number in 0..20 {
            let slug = app.organization(&format!("Backer {number}")).await;
            let backer = Backer { slug, lead: staff.clone() };
            let body = json!({
                "organization": backer.slug, "amount": "10.00", "visibility": "public", "terms_version": "2026-11",
            });
            let (path, key) = (format!("/projects/{project}/pledges"), format!("gone-{number}"));
            let (first, header) = (format!("POST /api/v1{path}"), format!("idempotency-key: {key}"));
            let mut wire = Wire::connect(&app.url).await;
            wire.send(request(&first, Some(&staff), &[&header], &body.to_string())).await;
            if number % 2 == 0 {
                tokio::task::yield_now().await;
            }
            wire.hang_up();
            let retry = staff.post(&path, body).key(&key).await;
            replayed += usize::from(retry.is(201).header("idempotent-replayed").is_some());
        }
        println!("{replayed} of 20 were done before they were asked for again");
        assert_eq!(app.project(&project).await["pledged"], "200.00");
        assert_eq!(app.count("SELECT count(*) FROM pledges").await, 20);
    });
}

#[test]
fn a_question_that_is_left_leaves_no_transaction_open() {
    test(async |app| {
        let project = app.open_project("Left", json!({ "mode": "shared" })).await;
        app.backer("Alder").await.gives(&project, "100.00").await;
        let ask = json!({ "amount": "50.00" });
        let first = format!("POST /api/v1/projects/{project}/simulate");
        for _ in 0..10 {
            // Somebody holds the table, so the question is being answered when its client goes.
            let hold = "BEGIN; LOCK TABLE pledges IN ACCESS EXCLUSIVE MODE";
            app.database.client().batch_execute(hold).await.expect("a lock");
            let mut wire = Wire::connect(&app.url).await;
            wire.send(request(&first, None, &[], &ask.to_string())).await;
            // It gives up by itself after a while, so this may come too late to see it wait.
            for _ in 0..1000 {
                if app.waiting().await > 0 {
                    break;
                }
                tokio::task::yield_now().await;
            }
            wire.hang_up();
            // Time to notice.
            for _ in 0..5 {
                app.public().get("/tiers").await.is(200);
            }
            app.database.client().batch_execute("COMMIT").await.expect("an unlock");
        }
        // Every connection that is lent now sees what is there now, and can write.
        let path = format!("/projects/{project}/simulate");
        for answer in race((0..32).map(|_| app.public().post(&path, ask.clone())).collect()).await {
            assert_eq!(answer.is(200)["before"]["pledged"], "100.00");
        }
        let mut calls = Vec::new();
        for number in 0..16 {
            let slug = app.organization(&format!("Backer {number}")).await;
            calls.push(Backer { slug, lead: app.staff().await }.pledge(&project, json!({ "amount": "10.00" })));
        }
        for answer in race(calls).await {
            answer.is(201);
        }
        assert_eq!(app.project(&project).await["pledged"], "260.00");
    });
}
