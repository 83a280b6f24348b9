//! Whatever the framework itself refuses is a problem like any other.

use cofund_tests::{Wire, json, request, test};
use reqwest::Method;

#[test]
fn an_address_nobody_has_is_not_found() {
    test(async |app| {
        let staff = app.staff().await;
        for path in
            ["/nothing", "/", "", "/me/nothing", "/organizations/", "//nothing", "//", "//api", "//api/v2/me", "//dev"]
        {
            app.public().get(path).await.refused(404, "not_found");
        }
        for path in ["/admin/nothing", "//healthz/nothing", "//problems/nothing", "//docs/nothing"] {
            staff.get(path).await.refused(404, "not_found");
        }
    });
}

#[test]
fn an_address_answers_to_its_methods_and_names_them() {
    test(async |app| {
        let cases = [
            ("/me", Method::DELETE, "GET, HEAD, PATCH"),
            ("/auth/refresh", Method::GET, "POST"),
            ("/organizations/tidewater/logo", Method::PUT, "GET, HEAD, POST, DELETE"),
            ("/admin/users", Method::PATCH, "GET, HEAD, POST"),
            ("/openapi.json", Method::POST, "GET, HEAD"),
            ("/tiers", Method::TRACE, "GET, HEAD"),
            ("/tiers", Method::from_bytes(b"BREW").expect("a method"), "GET, HEAD"),
            ("//healthz/live", Method::POST, "GET, HEAD"),
            ("//docs", Method::DELETE, "GET, HEAD"),
        ];
        for (path, method, allowed) in cases {
            let refusal = app.public().call(method, path).await;
            assert_eq!(refusal.refused(405, "method_not_allowed").header("allow"), Some(allowed), "{path}");
        }
    });
}

#[test]
fn what_cannot_be_an_id_names_nothing() {
    test(async |app| {
        let staff = app.staff().await;
        for id in ["x", "1", "%00", "%FF", "..%2f..", "01930000-0000-7000-8000-00000000000", "null"] {
            staff.get(&format!("/admin/users/{id}")).await.refused(404, "not_found");
            staff.delete(&format!("/me/tokens/{id}")).await.refused(404, "not_found");
            staff.delete(&format!("/me/sessions/{id}")).await.refused(404, "not_found");
        }
        for slug in ["%00", "%FF", "UPPER", "a--b", "-", "%F0%9F%90%9F", &"a".repeat(200)] {
            staff.get(&format!("/organizations/{slug}")).await.refused(404, "not_found");
        }
    });
}

#[test]
fn a_body_of_another_kind_is_not_read() {
    test(async |app| {
        let json = r#"{"email":"ana@people.example"}"#;
        let kinds = [
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "application/jsonx",
            "text/json",
            "",
        ];
        for kind in kinds {
            let answer = app.public().call(Method::POST, "/auth/magic-links").body(kind, json).await;
            answer.refused(415, "media_type_unsupported");
        }
        app.public().post_nothing("/auth/magic-links").await.refused(415, "media_type_unsupported");
        assert_eq!(app.count("SELECT count(*) FROM outbox").await, 0);
        for kind in ["application/json; charset=utf-8", "Application/JSON", "application/json ;a=b"] {
            app.public().call(Method::POST, "/auth/magic-links").body(kind, json).await.is(202);
        }
    });
}

#[test]
fn a_problem_says_where_and_leads_to_a_page_that_says_more() {
    test(async |app| {
        let problem = app.public().get("/organizations/nobody").await;
        problem.refused(404, "not_found");
        assert_eq!(problem["instance"], "/api/v1/organizations/nobody");
        assert_eq!((&problem["status"], &problem["errors"]), (&json!(404), &json!([])));
        let page = problem["type"].as_str().and_then(|kind| kind.strip_prefix(&app.url)).expect("an address here");
        let page = app.public().get(&format!("/{page}")).await;
        assert_eq!(page.is(200).header("content-type"), Some("text/html; charset=utf-8"));
        assert!(page.text().contains("not_found"));
    });
}

#[test]
fn a_query_nobody_knows_is_refused() {
    test(async |app| {
        let admin = app.admin().await;
        for (query, pointer, code) in [
            ("who=ana", "?who", "unknown_field"),
            ("limit=1&limit=2", "?limit", "malformed"),
            ("actor=x", "?actor", "wrong_type"),
        ] {
            let refusal = admin.get(&format!("/admin/audit?{query}")).await;
            refusal.refused(422, "query_invalid").refused_field(pointer, code);
        }
    });
}

/// The answer to what is no HTTP comes from below us and has no body: that much must hold.
#[test]
fn what_is_no_http_is_refused_without_harm() {
    test(async |app| {
        let huge = format!("GET / HTTP/1.1\r\nhost: a\r\nx: {}\r\n\r\n", "x".repeat(200_000));
        for bytes in ["nonsense\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n", &huge] {
            let mut wire = Wire::connect(&app.url).await;
            wire.send(bytes).await;
            let heard = wire.hear().await;
            assert!(heard.is_empty() || heard.starts_with("HTTP/1.1 4"), "{heard}");
        }
        let mut wire = Wire::connect(&app.url).await;
        wire.send(request("GET /api/v1/tiers", None, &["transfer-encoding: nonsense"], "")).await;
        assert!(wire.hear().await.starts_with("HTTP/1.1 4"));
        app.public().get("/tiers").await.is(200);
    });
}
