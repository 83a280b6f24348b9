//! Revoking access tokens.

use chrono::TimeDelta;
use cofund_tests::{Person, TestApp, json, test};

async fn make(app: &TestApp, person: &Person) -> (String, Person) {
    let expires = app.clock.now() + TimeDelta::days(30);
    let made = person.post("/me/tokens", json!({ "name": "Reports", "scopes": ["read"], "expires_at": expires })).await;
    made.is(201);
    let program = person.with_token(made["token"].as_str().expect("a token"));
    (format!("/me/tokens/{}", made["id"].as_str().expect("an id")), program)
}

#[test]
fn a_revoked_token_is_out_at_its_next_request() {
    test(async |app| {
        let person = app.person().await;
        let (path, program) = make(app, &person).await;
        let (_, other) = make(app, &person).await;
        person.delete(&path).await.is(204);
        program.get("/me").await.refused(401, "token_invalid");
        other.get("/me").await.is(200);
        assert_eq!(person.get("/me/tokens").await.items().len(), 1);
        person.delete(&path).await.refused(404, "not_found");
        assert_eq!(app.audit_of(&person.id()).await.last().map(String::as_str), Some("token_revoked"));
    });
}

#[test]
fn nobody_revokes_or_sees_the_token_of_somebody_else() {
    test(async |app| {
        let (person, other) = (app.person().await, app.admin().await);
        let (path, program) = make(app, &person).await;
        other.delete(&path).await.refused(404, "not_found");
        assert_eq!(other.get("/me/tokens").await.items().len(), 0);
        program.get("/me").await.is(200);
    });
}
