//! Pages of other origins: those that were named may, others may not.

use cofund_tests::{Answer, TestApp, test_with};
use reqwest::Method;

const OURS: &str = "https://app.cofund.example";
const FOREIGN: &str = "https://evil.example";

async fn ask_before(app: &TestApp, origin: &str, method: &str, headers: &str) -> Answer {
    let call = app.public().call(Method::OPTIONS, "/me").header("origin", origin);
    call.header("access-control-request-method", method).header("access-control-request-headers", headers).await
}

fn with_our_page(body: impl AsyncFn(&TestApp)) {
    test_with(&["--spa-origins", OURS], body);
}

#[test]
fn a_page_that_was_named_may_send_what_the_api_reads() {
    with_our_page(async |app| {
        let headers = "authorization, content-type, if-match, if-none-match, idempotency-key, x-request-id";
        for origin in [OURS, &app.url] {
            for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
                let allowed = ask_before(app, origin, method, headers).await;
                assert!(matches!(allowed.status, 200 | 204), "{}", allowed.status);
                assert_eq!(allowed.header("access-control-allow-origin"), Some(origin));
                assert_eq!(allowed.header("access-control-allow-credentials"), Some("true"));
                assert_eq!(allowed.header("access-control-max-age"), Some("3600"));
                let methods = allowed.header("access-control-allow-methods").expect("methods");
                assert!(methods.split(", ").any(|one| one == method), "{methods}");
            }
        }
        ask_before(app, OURS, "TRACE", "").await.is(400);
        ask_before(app, OURS, "GET", "x-other").await.is(400);
    });
}

#[test]
fn a_foreign_page_may_not() {
    with_our_page(async |app| {
        for origin in [FOREIGN, "null", "http://app.cofund.example", "https://app.cofund.example.evil.example"] {
            let refused = ask_before(app, origin, "POST", "authorization").await;
            assert_eq!(refused.is(400).header("access-control-allow-origin"), None);
            let read = app.public().get("/tiers").header("origin", origin).await;
            assert_eq!(read.header("access-control-allow-origin"), None, "nor does it read what it was sent");
        }
    });
}

#[test]
fn a_page_that_was_named_reads_the_headers_it_needs_also_of_refusals() {
    with_our_page(async |app| {
        for path in ["/tiers", "/me", "/nothing"] {
            let answer = app.public().get(path).header("origin", OURS).await;
            assert_eq!(answer.header("access-control-allow-origin"), Some(OURS), "{path}");
            let exposed = answer.header("access-control-expose-headers").expect("names").to_lowercase();
            for name in ["etag", "link", "retry-after", "ratelimit", "x-request-id", "idempotent-replayed"] {
                assert!(exposed.split(", ").any(|one| one == name), "{name} of {path}: {exposed}");
            }
            assert!(answer.header("vary").is_some_and(|vary| vary.contains("Origin")));
        }
    });
}
