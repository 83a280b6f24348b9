//! Access tokens for programs: shown once, kept as a digest, bounded in time and number.

use chrono::TimeDelta;
use cofund_tests::{TestApp, Value, json, test};

fn new(app: &TestApp, scopes: &[&str], days: i64) -> Value {
    json!({ "name": "Reports", "scopes": scopes, "expires_at": app.clock.now() + TimeDelta::days(days) })
}

#[test]
fn a_token_is_shown_once_and_kept_as_a_digest() {
    test(async |app| {
        let person = app.person().await;
        let made = person.post("/me/tokens", new(app, &["read", "pledge", "read"], 30)).await;
        let token = made.is(201)["token"].as_str().expect("a token").to_owned();
        assert!(token.starts_with("cf_") && token.len() == 46, "{}", token.len());
        assert_eq!((&made["scopes"], &made["hint"]), (&json!(["read", "pledge"]), &json!(token[..7])));
        assert_eq!(made["last_used_at"], Value::Null);

        let listed = person.get("/me/tokens").await;
        assert_eq!(listed.is(200).items().len(), 1);
        assert!(!listed.text().contains(&token));
        assert_eq!(app.tables_holding(&token).await, [""; 0]);
        let digest = "SELECT count(*) FROM access_tokens WHERE digest = sha256($1::text::bytea)";
        let found = app.database.client().query_one(digest, &[&token]).await.expect("a count");
        assert_eq!(found.get::<_, i64>(0), 1);
        assert_eq!(app.audit_of(&person.id()).await.last().map(String::as_str), Some("token_created"));
    });
}

#[test]
fn a_program_acts_for_its_owner() {
    test(async |app| {
        let person = app.person().await;
        let made = person.post("/me/tokens", new(app, &["read"], 30)).await;
        let program = person.with_token(made["token"].as_str().expect("a token"));
        assert_eq!(program.get("/me").await.is(200)["email"], person.email());
        assert_ne!(person.get("/me/tokens").await.items()[0]["last_used_at"], Value::Null);
    });
}

#[test]
fn a_token_lasts_a_year_at_most() {
    test(async |app| {
        let person = app.person().await;
        for days in [-1, 0, 367, 4_000] {
            let refusal = person.post("/me/tokens", new(app, &["read"], days)).await;
            refusal.refused(422, "body_invalid").refused_field("/expires_at", "out_of_range");
        }
        person.post("/me/tokens", new(app, &["read"], 366)).await.is(201);
        for wrong in [json!("tomorrow"), json!(1), json!("2030-01-01")] {
            let body = json!({ "name": "Reports", "scopes": ["read"], "expires_at": wrong });
            person.post("/me/tokens", body).await.refused_field("/expires_at", "wrong_type");
        }
    });
}

#[test]
fn a_token_stops_when_it_expires() {
    test(async |app| {
        let person = app.person().await;
        let made = person.post("/me/tokens", new(app, &["read"], 1)).await;
        let program = person.with_token(made["token"].as_str().expect("a token"));
        app.advance(TimeDelta::days(1) - TimeDelta::seconds(1));
        program.get("/me").await.is(200);
        app.advance(TimeDelta::seconds(1));
        program.get("/me").await.refused(401, "token_invalid");
        assert_eq!(app.sign_in(&person.email()).await.get("/me/tokens").await.items().len(), 0);
    });
}

#[test]
fn a_token_has_scopes_there_are_and_a_name() {
    test(async |app| {
        let person = app.person().await;
        let many = vec!["read"; 21];
        for (scopes, code) in
            [(&[][..], "required"), (&["write"], "malformed"), (&["READ"], "malformed"), (&many, "too_long")]
        {
            person.post("/me/tokens", new(app, scopes, 1)).await.refused_field("/scopes", code);
        }
        let mut body = new(app, &["read"], 1);
        for (name, code) in [("", "required"), (&"x".repeat(101), "too_long"), ("a\nb", "malformed")] {
            body["name"] = json!(name);
            person.post("/me/tokens", body.clone()).await.refused_field("/name", code);
        }
        assert_eq!(app.count("SELECT count(*) FROM access_tokens").await, 0);
    });
}

#[test]
fn one_person_has_fifty_tokens_at_most() {
    test(async |app| {
        let person = app.person().await;
        let mut last = String::new();
        for _ in 0..50 {
            let made = person.post("/me/tokens", new(app, &["read"], 30)).await;
            last = made.is(201)["id"].as_str().expect("an id").to_owned();
        }
        let refusal = person.post("/me/tokens", new(app, &["read"], 30)).await;
        assert_eq!(refusal.refused(409, "too_many_tokens")["limit"], 50);
        app.person().await.post("/me/tokens", new(app, &["read"], 30)).await.is(201);
        person.delete(&format!("/me/tokens/{last}")).await.is(204);
        person.post("/me/tokens", new(app, &["read"], 30)).await.is(201);
        app.advance(TimeDelta::days(31));
        app.sign_in(&person.email()).await.post("/me/tokens", new(app, &["read"], 30)).await.is(201);
    });
}

#[test]
fn an_answer_that_got_lost_is_given_again_and_the_row_that_keeps_it_is_sealed() {
    test(async |app| {
        let person = app.person().await;
        let body = new(app, &["read"], 30);
        let first = person.post("/me/tokens", body.clone()).key("a-lost-answer").await;
        assert_eq!(first.is(201).header("idempotent-replayed"), None);
        let again = person.post("/me/tokens", body).key("a-lost-answer").await;
        assert_eq!((again.is(201).header("idempotent-replayed"), &again.bytes), (Some("true"), &first.bytes));
        assert_eq!(app.count("SELECT count(*) FROM access_tokens").await, 1);
        let token = again["token"].as_str().expect("a token");
        person.with_token(token).get("/me").await.is(200);
        assert_eq!(app.tables_holding(token).await, [""; 0]);
        assert_eq!(app.count("SELECT count(*) FROM idempotency_keys WHERE sealed_body IS NOT NULL").await, 1);
    });
}

#[test]
fn a_program_is_not_given_the_answer_again() {
    test(async |app| {
        let person = app.person().await;
        let body = new(app, &["read", "pledge"], 30);
        person.post("/me/tokens", body.clone()).key("lost").await.is(201);
        let program = app.program_of(&person, &["read"]).await;
        program.post("/me/tokens", body).key("lost").await.refused(403, "session_required");
    });
}
