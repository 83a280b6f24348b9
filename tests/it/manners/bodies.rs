//! Bodies: bounded, well-formed, and with every mistake in its place.

use cofund_tests::{Answer, TestApp, Wire, json, request, test};
use reqwest::Method;

const LIMIT: usize = 256 * 1024;

async fn send(app: &TestApp, body: impl Into<Vec<u8>>) -> Answer {
    app.public().call(Method::POST, "/auth/magic-links").body("application/json", body).await
}

#[test]
fn what_is_not_one_json_value_is_malformed() {
    test(async |app| {
        let cases: Vec<Vec<u8>> = vec![
            b"".to_vec(),
            b"{".to_vec(),
            b"nope".to_vec(),
            b"{\"email\":\"a@b.example\"}}".to_vec(),
            b"{\"email\":\"a@b.example\"} {}".to_vec(),
            b"{'email':'a@b.example'}".to_vec(),
            b"{\"email\":\"a@b.example\",}".to_vec(),
            b"{\"email\":\"\\ud800\"}".to_vec(),
            b"{\"email\":\"a\x01@b.example\"}".to_vec(),
            b"{\"email\":\"\xff@b.example\"}".to_vec(),
            b"\xef\xbb\xbf{\"email\":\"a@b.example\"}".to_vec(),
            b"{\"email\":NaN}".to_vec(),
            "{\"email\":\"a@b.example\"}".encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "[".repeat(100_000).into_bytes(),
            format!("{{\"x\":{}", "[".repeat(1000)).into_bytes(),
        ];
        for body in cases {
            let shown = String::from_utf8_lossy(&body[..body.len().min(40)]).into_owned();
            let refusal = send(app, body).await;
            assert!(matches!(refusal.status, 400 | 422), "{shown}");
            assert!(refusal.status == 400 || refusal.items().is_empty(), "{shown}");
            if !shown.starts_with("[") && !shown.starts_with("{\"x\"") {
                refusal.refused(400, "body_malformed");
            }
        }
        assert_eq!(app.count("SELECT count(*) FROM outbox").await, 0);
    });
}

#[test]
fn values_that_are_wrong_are_named_by_their_place() {
    test(async |app| {
        let staff = app.staff().await;
        let email = "ana@people.example";
        let cases = [
            (json!({ "email": email, "x~/y": 1 }), "/x~0~1y", "unknown_field"),
            (json!({ "Email": email }), "/Email", "unknown_field"),
            (json!({ "email": 5 }), "/email", "wrong_type"),
            (json!({ "email": null }), "/email", "wrong_type"),
            (json!({ "email": [email] }), "/email", "wrong_type"),
            (json!({ "email": email, "staff": "true" }), "/staff", "wrong_type"),
            (json!({ "email": email, "staff": 1 }), "/staff", "wrong_type"),
            (json!({}), "/email", "required"),
            (json!({ "email": "" }), "/email", "required"),
            (json!({ "email": "a".repeat(300) + "@b.example" }), "/email", "too_long"),
            (json!("text"), "", "wrong_type"),
            (json!([1, 2]), "", "wrong_type"),
            (json!(null), "", "wrong_type"),
        ];
        for (body, pointer, code) in cases {
            let refusal = staff.post("/admin/users", body.clone()).await;
            assert_eq!(refusal.status, 422, "{body}: {}", refusal.text());
            refusal.refused(422, "body_invalid").refused_field(pointer, code);
        }
        let twice = br#"{"email":"a@b.example","email":"c@d.example"}"#.to_vec();
        send(app, twice).await.refused(422, "body_invalid");
        let deep = format!(r#"{{"name":"Ana","scopes":[{}],"expires_at":""}}"#, "[".repeat(20) + &"]".repeat(20));
        let call = staff.call(Method::POST, "/me/tokens").body("application/json", deep);
        call.await.refused(422, "body_invalid").refused_field("/scopes/0", "wrong_type");
    });
}

#[test]
fn nobody_learns_what_a_body_must_be_without_being_let_in() {
    test(async |app| {
        app.public().post("/admin/users", json!({ "x": 1 })).await.refused(401, "unauthenticated");
        app.public().call(Method::POST, "/admin/users").body("text/plain", "x").await.refused(401, "unauthenticated");
    });
}

#[test]
fn a_body_has_256_kib_at_most() {
    test(async |app| {
        let spaces = |size: usize| " ".repeat(size - 2) + "{}";
        send(app, spaces(LIMIT)).await.refused(422, "body_invalid");
        let refusal = send(app, spaces(LIMIT + 1)).await;
        assert_eq!(refusal.refused(413, "body_too_large")["limit"], LIMIT);
    });
}

#[test]
fn too_much_is_refused_before_it_is_all_there() {
    test(async |app| {
        // Announced, and not a byte of it sent.
        let mut wire = Wire::connect(&app.url).await;
        let announced = ["content-type: application/json", "content-length: 100000000"];
        wire.send(request("POST /api/v1/auth/magic-links", None, &announced, "")).await;
        let heard = wire.hear().await;
        assert!(heard.starts_with("HTTP/1.1 413"), "{heard}");
        assert!(heard.contains("application/problem+json") && heard.contains("body_too_large"), "{heard}");
        assert!(wire.closes_within(30).await, "nobody waits for the rest");

        // Not announced: chunk after chunk.
        let mut wire = Wire::connect(&app.url).await;
        let streamed = ["content-type: application/json", "transfer-encoding: chunked"];
        wire.send(request("POST /api/v1/auth/magic-links", None, &streamed, "")).await;
        let chunk = format!("{:x}\r\n{}\r\n", 65536, " ".repeat(65536));
        for _ in 0..5 {
            wire.send(&chunk).await;
        }
        let heard = wire.hear().await;
        assert!(heard.starts_with("HTTP/1.1 413"), "{heard}");
        assert!(heard.contains("application/problem+json") && heard.contains("body_too_large"), "{heard}");
    });
}

#[test]
fn a_body_in_chunks_is_read_like_any_other() {
    test(async |app| {
        let mut wire = Wire::connect(&app.url).await;
        let streamed = ["content-type: application/json", "transfer-encoding: chunked"];
        wire.send(request("POST /api/v1/auth/magic-links", None, &streamed, "")).await;
        wire.send("a\r\n{\"email\":\"\r\n").await;
        wire.send("14\r\nana@people.example\"}\r\n0\r\n\r\n").await;
        assert!(wire.hear().await.starts_with("HTTP/1.1 202"));
    });
}
