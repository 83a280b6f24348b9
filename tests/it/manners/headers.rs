//! What browsers are told about every answer.

use cofund_tests::{Answer, test, test_with};

fn check(answer: &Answer) {
    let name = &answer.request;
    for (header, value) in [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
    ] {
        assert_eq!(answer.header(header), Some(value), "{header} of {name}");
    }
    assert!(answer.header("permissions-policy").is_some(), "{name}");
    assert_eq!(answer.header("server"), None, "{name}");
    let policy = answer.header("content-security-policy").expect("a policy");
    for rule in ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"] {
        assert!(policy.contains(rule), "{rule} of {name}: {policy}");
    }
    let scripts = policy.split("; ").find(|rule| rule.starts_with("script-src"));
    assert!(!scripts.unwrap_or_default().contains("unsafe"), "{name}: {policy}");
    let styles = policy.split("; ").filter(|rule| !rule.starts_with("style-src"));
    assert!(!styles.collect::<String>().contains("unsafe"), "{name}: {policy}");
}

#[test]
fn every_answer_carries_them() {
    test(async |app| {
        let person = app.person().await;
        for path in [
            "/tiers",
            "/openapi.json",
            "/nothing",
            "/me",
            "//docs",
            "//docs/",
            "//docs/index.html",
            "//problems/not_found",
            "//nothing",
            "//healthz/live",
        ] {
            check(&app.public().get(path).await);
        }
        check(person.get("/me").await.is(200));
        check(&person.post_nothing("/auth/magic-links").await);
        check(&person.delete("/tiers").await);
    });
}

#[test]
fn the_documentation_uses_no_script_of_others() {
    test(async |app| {
        let moved = app.public().get("//docs").await;
        assert_eq!(moved.is(308).header("location"), Some("/docs/"));
        let page = app.public().get("//docs/").await;
        let text = page.is(200).text();
        assert!(page.header("content-type").is_some_and(|kind| kind.starts_with("text/html")));
        assert!(!text.contains("src=\"http") && !text.contains("href=\"http") && !text.contains("src=\"//"), "{text}");
        assert!(!text.contains("<script>"), "its policy would stop a script in the page: {text}");
        for piece in text.split("src=\"").skip(1) {
            let script = piece.split('"').next().expect("an address").trim_start_matches("./");
            app.public().get(&format!("//docs/{script}")).await.is(200);
        }
    });
}

#[test]
fn https_stays_https() {
    test(async |app| {
        assert_eq!(app.public().get("/tiers").await.header("strict-transport-security"), None);
    });
    test_with(&["--public-url", "https://cofund.example"], async |app| {
        for path in ["/tiers", "/nothing"] {
            let header = app.public().get(path).await.header("strict-transport-security").map(str::to_owned);
            assert!(header.is_some_and(|header| header.starts_with("max-age=63072000")));
        }
    });
}
