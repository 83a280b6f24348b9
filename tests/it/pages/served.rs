//! The built files, and which addresses are no page.

use super::test;

#[test]
fn built_files_are_kept_for_good_and_pages_are_asked_for_again() {
    test(async |app| {
        let script = app.public().get("//assets/index-1a2b.js").await;
        assert_eq!(script.is(200).header("cache-control"), Some("public, max-age=31536000, immutable"));
        let paint = app.public().get("//first-paint.js").await;
        assert_eq!(paint.is(200).header("cache-control"), Some("no-cache"));
        let page = app.public().get("//impact").await;
        assert_eq!(page.is(200).header("cache-control"), Some("no-cache"));
        assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
        // The file itself has places nobody filled; its address is that of no page.
        assert!(!app.public().get("//index.html").await.text().contains("<!--head-->"));
    });
}

#[test]
fn what_programs_ask_for_is_no_page() {
    test(async |app| {
        for path in ["//assets/index-0000.js", "//.well-known/security.txt", "//healthz/other", "/nothing"] {
            app.public().get(path).await.refused(404, "not_found");
        }
        app.public().post("//impact", cofund_tests::json!({})).await.refused(404, "not_found");
    });
}
