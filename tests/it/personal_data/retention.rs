//! What nobody needs any more is gone by itself.

use chrono::TimeDelta;
use cofund_tests::{TestApp, json, test, test_with};

async fn rows(app: &TestApp) -> [i64; 6] {
    let mut rows = [0; 6];
    let tables = ["idempotency_keys", "magic_links", "sessions", "access_tokens", "invitations", "outbox"];
    for (place, table) in rows.iter_mut().zip(tables) {
        *place = app.count(&format!("SELECT count(*) FROM {table}")).await;
    }
    rows
}

#[test]
fn each_thing_goes_when_its_time_is_over() {
    test(async |app| {
        let staff = app.staff().await;
        let organization = app.organization("Alder").await;
        let person = app.person().await;
        let keyed = json!({ "email": app.new_address() });
        staff.post("/admin/users", keyed).key("once").await.is(201);
        app.program_of(&person, &["read"]).await;
        let invite = json!({ "email": app.new_address(), "role": "viewer" });
        staff.post(&format!("/organizations/{organization}/invitations"), invite).await.is(201);
        person.delete(&format!("/me/sessions/{}", session_of(app, &person.id()).await)).await.is(204);
        app.deliver().await;
        let all = rows(app).await;
        assert!(all.iter().all(|count| *count > 0), "{all:?}");

        assert_eq!(app.purge().await, 0, "nothing is over yet");
        app.advance(TimeDelta::days(3));
        app.purge().await;
        let [answers, links, sessions, tokens, invitations, mails] = rows(app).await;
        assert_eq!((answers, links), (0, 0));
        assert_eq!([sessions, tokens, invitations, mails], all[2..]);

        // The token has 90 days, and then another 90 in which one may ask what became of it.
        app.advance(TimeDelta::days(100));
        app.purge().await;
        let [_, _, sessions, tokens, invitations, mails] = rows(app).await;
        assert_eq!((mails, tokens), (0, 1));
        assert!(sessions < all[2] && invitations == 1, "{sessions} sessions, {invitations} invitations");
        app.advance(TimeDelta::days(100));
        app.purge().await;
        assert_eq!(rows(app).await, [0; 6]);
        assert!(app.count("SELECT count(*) FROM audit_log").await > 0, "what was done stays told");
        app.holds_together().await;
    });
}

async fn session_of(app: &TestApp, person: &str) -> String {
    let sql = format!("SELECT id::text FROM sessions WHERE user_id = '{person}'");
    app.database.client().query_one(&sql, &[]).await.expect("a session").get(0)
}

#[test]
fn what_is_needed_stays() {
    test(async |app| {
        let alder = app.backer("Alder").await;
        let project = app.open_project("Quiet nights", json!({})).await;
        alder.gives(&project, "100.00").await;
        app.public().post("/auth/magic-links", json!({ "email": alder.lead.email() })).await.is(202);
        let expires_at = (app.clock.now() + TimeDelta::days(360)).to_rfc3339();
        alder
            .lead
            .post("/me/tokens", json!({ "name": "T", "scopes": ["read"], "expires_at": expires_at }))
            .await
            .is(201);
        let unsent = "SELECT count(*) FROM outbox WHERE done_at IS NULL";
        let waiting = app.count(unsent).await;
        assert!(waiting > 0);
        app.advance(TimeDelta::days(300));
        app.purge().await;
        assert_eq!(app.count("SELECT count(*) FROM access_tokens").await, 1);
        // A mail that is not sent yet is sent, however late.
        assert_eq!(app.count(unsent).await, waiting);
        assert!(app.mails().await.iter().any(|mail| mail.text.contains("/sign-in/confirm#")));
    });
}

#[test]
fn as_long_as_the_operator_says() {
    test_with(&["--keep-days", "7"], async |app| {
        let person = app.person().await;
        person.delete(&format!("/me/sessions/{}", session_of(app, &person.id()).await)).await.is(204);
        for (days, left) in [(6, 1), (2, 0)] {
            app.advance(TimeDelta::days(days));
            app.purge().await;
            assert_eq!(app.count("SELECT count(*) FROM sessions WHERE ended_at IS NOT NULL").await, left);
        }
    });
}

#[test]
fn a_thousand_at_a_time_and_by_several_workers_at_once() {
    test_with(&["--keep-days", "7"], async |app| {
        let person = app.person().await;
        let many = format!(
            "INSERT INTO magic_links SELECT gen_random_uuid(), '{}', timestamptz '2020-01-01', NULL FROM generate_series(1, 2500)",
            person.id()
        );
        app.database.client().batch_execute(&many).await.expect("links");
        let (one, other) = futures_util::future::join(app.purge(), app.purge()).await;
        assert_eq!(one + other, 2500);
        assert_eq!(app.count("SELECT count(*) FROM magic_links WHERE expires_at < now() - interval '1 year'").await, 0);
    });
}
