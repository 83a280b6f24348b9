//! When the mail server is down, busy, or will not.

use chrono::TimeDelta;
use cofund_tests::{MailServer, Mood, Person, TestApp, json, test_with};

async fn staff(app: &TestApp, mails: &MailServer) -> Person {
    let email = app.new_address();
    app.create(&email, true, false).await;
    let mut staff = app.public();
    ask(app, &email).await;
    let token = mails.mails().pop().expect("a mail").token();
    staff.post("/auth/magic-links/redeem", json!({ "token": token })).await.is(200).keep_session(&mut staff);
    staff
}

async fn ask(app: &TestApp, email: &str) {
    app.public().post("/auth/magic-links", json!({ "email": email })).await.is(202);
    app.deliver().await;
}

fn with_mail_server(body: impl AsyncFn(&TestApp, &MailServer)) {
    let mails = MailServer::start();
    test_with(&["--smtp-url", &mails.url], async |app| body(app, &mails).await);
}

#[test]
fn a_mail_waits_for_its_server_and_goes_out_once() {
    with_mail_server(async |app, mails| {
        let mut staff = staff(app, mails).await;
        mails.is(Mood::Down);
        ask(app, &staff.email()).await;
        let mut waits = Vec::new();
        for attempts in 1..=5 {
            staff.refresh().await.is(200);
            let queue = staff.get("/admin/queues").await;
            let [row] = queue.is(200).items() else { panic!("{}", queue.text()) };
            assert_eq!((&row["attempts"], &row["state"]), (&json!(attempts), &json!("waiting")));
            assert!(row["last_error"].as_str().is_some_and(|error| error.contains("mail server")), "{row}");
            let next: chrono::DateTime<chrono::Utc> =
                serde_json::from_value(row["next_attempt_at"].clone()).expect("a time");
            waits.push((next - app.clock.now()).num_seconds());
            app.advance(next - app.clock.now() - TimeDelta::seconds(1));
            app.deliver().await;
            assert_eq!(attempts_made(app).await, attempts, "not before its time");
            if attempts == 5 {
                mails.is(Mood::Well);
            } else if attempts == 3 {
                mails.is(Mood::Busy);
            }
            app.advance(TimeDelta::seconds(1));
            app.deliver().await;
        }
        assert_eq!(waits, [10, 30, 120, 600, 1800]);
        let before = mails.mails();
        assert_eq!(before.len(), 2, "the first sign-in's, and this");
        // The link holds from when it was sent, not from when it was asked for.
        let redeemed = app.public().post("/auth/magic-links/redeem", json!({ "token": before[1].token() })).await;
        redeemed.is(200);
        app.advance(TimeDelta::days(2));
        app.deliver().await;
        assert_eq!(mails.mails().len(), 2);
    });
}

async fn attempts_made(app: &TestApp) -> i64 {
    app.count("SELECT attempts::bigint FROM outbox WHERE done_at IS NULL").await
}

#[test]
fn what_the_server_will_never_take_is_put_aside_in_sight_and_can_be_tried_again() {
    with_mail_server(async |app, mails| {
        let mut staff = staff(app, mails).await;
        mails.is(Mood::Refusing);
        ask(app, &staff.email()).await;
        let queue = staff.get("/admin/queues").await;
        assert_eq!((&queue["dead"], &queue["waiting"]), (&json!(1), &json!(0)));
        let row = &queue.items()[0];
        assert_eq!(
            (&row["state"], &row["attempts"], &row["kind"]),
            (&json!("dead"), &json!(1), &json!("mail_magic_link"))
        );
        assert!(row["last_error"].as_str().is_some_and(|error| error.contains("550")), "{row}");
        assert!(!queue.text().contains('@'), "not to whom: {}", queue.text());
        app.advance(TimeDelta::hours(1));
        app.deliver().await;
        assert_eq!(mails.mails().len(), 1);

        mails.is(Mood::Well);
        staff.refresh().await.is(200);
        let path = format!("/admin/queues/{}/retry", row["id"].as_str().expect("an id"));
        assert_eq!(staff.post_nothing(&path).await.is(200)["state"], "waiting");
        app.deliver().await;
        let mails = mails.mails();
        assert_eq!(mails.len(), 2);
        app.public().post("/auth/magic-links/redeem", json!({ "token": mails[1].token() })).await.is(200);
        assert_eq!(staff.get("/admin/queues").await["dead"], 0);
    });
}

#[test]
fn a_job_nobody_here_knows_does_not_hold_up_the_others() {
    with_mail_server(async |app, mails| {
        let staff = staff(app, mails).await;
        let newer = "INSERT INTO outbox (id, kind, payload, created_at, next_attempt_at) \
                     VALUES (gen_random_uuid(), 'of_a_newer_program', '{}', now(), '2000-01-01')";
        app.database.client().batch_execute(newer).await.expect("a row");
        ask(app, &staff.email()).await;
        assert_eq!(mails.mails().len(), 2, "the mail left");
        let queue = staff.get("/admin/queues").await;
        assert_eq!(queue.is(200).items()[0]["kind"], "of_a_newer_program");
        assert_ne!(queue.items()[0]["last_error"], json!(null));
        app.database
            .client()
            .batch_execute("DELETE FROM outbox WHERE kind = 'of_a_newer_program'")
            .await
            .expect("no row");
    });
}

#[test]
fn after_a_day_of_trying_a_mail_is_put_aside_never_dropped() {
    with_mail_server(async |app, mails| {
        app.expect_dead_letters(1);
        let email = app.new_address();
        app.create(&email, false, false).await;
        mails.is(Mood::Down);
        ask(app, &email).await;
        for _ in 0..40 {
            app.advance(TimeDelta::hours(1));
            app.deliver().await;
        }
        assert_eq!(app.count("SELECT attempts::bigint FROM outbox WHERE dead_at IS NOT NULL").await, 29);
        assert_eq!(mails.mails().len(), 0);
    });
}
