//! What can be an idempotency key.

use cofund_tests::{Wire, json, request, test};

#[test]
fn a_key_is_1_to_255_visible_characters() {
    test(async |app| {
        let person = app.person().await;
        for key in ["", "with space", "tab\there", &"k".repeat(256)] {
            let change = person.patch("/me", "\"1\"", json!({ "name": "Ana" })).key(key);
            change.await.refused(400, "idempotency_key_invalid");
        }
        let body = r#"{"name":"Ana"}"#;
        let mut wire = Wire::connect(&app.url).await;
        let headers = ["if-match: \"1\"", "idempotency-key: caf\u{e9}"];
        wire.send(request("PATCH /api/v1/me", Some(&person), &headers, body)).await;
        let heard = wire.hear().await;
        assert!(heard.starts_with("HTTP/1.1 400") && heard.contains("idempotency_key_invalid"), "{heard}");
        assert_eq!(person.get("/me").await["version"], 1, "nothing happened");
        for (version, key) in ["!", "~\"'<>;--", &"k".repeat(255)].iter().enumerate() {
            let seen = format!("\"{}\"", version + 1);
            person.patch("/me", &seen, json!({ "name": "Ana" })).key(key).await.is(200);
        }
    });
}

#[test]
fn a_key_is_refused_where_it_is_malformed_even_if_nothing_is_changed() {
    test(async |app| {
        app.person()
            .await
            .get("/me")
            .header("idempotency-key", "with space")
            .await
            .refused(400, "idempotency_key_invalid");
    });
}

#[test]
fn who_asks_comes_before_what_is_wrong_with_their_key() {
    test(async |app| {
        let malformed = app.public().post("/me/tokens", json!({})).header("idempotency-key", "with space");
        malformed.await.refused(401, "unauthenticated");
    });
}
