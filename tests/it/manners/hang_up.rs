//! A client that hangs up in the middle has still said what it wants.

use std::time::Duration;

use cofund_tests::{Wire, json, request, test};

#[test]
fn what_was_begun_is_done_and_the_retry_gets_its_answer() {
    test(async |app| {
        let person = app.person().await;
        // Somebody holds the row, so the change is under way when its client goes.
        let hold = "BEGIN; SELECT FROM users FOR UPDATE";
        app.database.client().batch_execute(hold).await.expect("a lock");
        let mut wire = Wire::connect(&app.url).await;
        let headers = ["if-match: \"1\"", "idempotency-key: hung-up"];
        wire.send(request("PATCH /api/v1/me", Some(&person), &headers, r#"{"name":"Ana"}"#)).await;
        app.until_waiting(1).await;
        wire.hang_up();
        // Time to notice.
        for _ in 0..20 {
            app.public().get("/tiers").await.is(200);
        }
        app.database.client().batch_execute("COMMIT").await.expect("an unlock");
        // The first is done before it is asked for again.
        while person.get("/me").await["version"] != 2 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        let retry = person.patch("/me", "\"1\"", json!({ "name": "Ana" })).key("hung-up").await;
        assert_eq!(retry.is(200).header("idempotent-replayed"), Some("true"));
        assert_eq!((&retry["name"], &person.get("/me").await["version"]), (&json!("Ana"), &json!(2)));
    });
}

#[test]
fn a_client_that_goes_right_after_sending_is_heard() {
    test(async |app| {
        let staff = app.staff().await;
        let before = app.count("SELECT count(*) FROM users").await;
        for number in 0..20 {
            let body = json!({ "email": format!("gone-{number}@people.example") });
            let key = format!("idempotency-key: gone-{number}");
            let mut wire = Wire::connect(&app.url).await;
            wire.send(request("POST /api/v1/admin/users", Some(&staff), &[&key], &body.to_string())).await;
            wire.hang_up();
            // Whether the first was read or not: the retry ends with one account.
            staff.post("/admin/users", body).key(&format!("gone-{number}")).await.is(201);
        }
        assert_eq!(app.count("SELECT count(*) FROM users").await, before + 20);
    });
}

#[test]
fn signing_in_is_not_undone_by_hanging_up() {
    test(async |app| {
        let email = app.new_address();
        app.create(&email, false, false).await;
        let link = app.mail_link(&email).await;
        app.database.client().batch_execute("BEGIN; LOCK TABLE magic_links IN EXCLUSIVE MODE").await.expect("a lock");
        let mut wire = Wire::connect(&app.url).await;
        let body = json!({ "token": link }).to_string();
        wire.send(request("POST /api/v1/auth/magic-links/redeem", None, &[], &body)).await;
        app.until_waiting(1).await;
        wire.hang_up();
        for _ in 0..20 {
            app.public().get("/tiers").await.is(200);
        }
        app.database.client().batch_execute("COMMIT").await.expect("an unlock");
        while app.count("SELECT count(*) FROM sessions").await == 0 {
            tokio::task::yield_now().await;
        }
        app.public().post("/auth/magic-links/redeem", json!({ "token": link })).await.refused(400, "link_invalid");
    });
}
