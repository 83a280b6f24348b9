//! The built files, and which addresses are no page.

use cofund_tests::{Wire, request};
use reqwest::Method;

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
fn files_and_pages_are_compressed_and_not_sent_twice() {
    test(async |app| {
        for path in ["//assets/index-1a2b.js", "//impact"] {
            let plain = app.public().get(path).await.is(200).clone();
            assert_eq!((plain.header("content-encoding"), plain.header("vary")), (None, Some("accept-encoding")));
            for coding in ["gzip", "br"] {
                let coded = app.public().get(path).header("accept-encoding", coding).await;
                assert_eq!(coded.is(200).header("content-encoding"), Some(coding), "{path}");
                assert!(coded.bytes.len() < plain.bytes.len(), "{path}");
                let again = app.public().get(path).header("accept-encoding", coding);
                let again = again.header("if-none-match", &coded.etag()).await;
                assert_eq!((again.is(304).bytes.len(), again.etag()), (0, plain.etag()), "{path}");
                for name in ["cache-control", "vary"] {
                    assert_eq!(again.header(name), plain.header(name), "{path}");
                }
            }
            let nobody_knows = app.public().get(path).header("accept-encoding", "zstd").await;
            assert_eq!(nobody_knows.is(200).header("content-encoding"), None, "{path}");
            let head = app.public().call(Method::HEAD, path).await;
            assert_eq!(head.is(200).bytes.len(), 0, "{path}");
        }
    });
}

#[test]
fn a_file_is_nobody_s_way_out_of_the_folder() {
    test(async |app| {
        for way in ["..", "%2e%2e", "assets/..", "assets//..", "assets/%2e%2e/..", "."] {
            for file in ["beside.txt", "index.html", ".hidden"] {
                let mut wire = Wire::connect(&app.url).await;
                wire.send(request(&format!("GET /{way}/{file}"), None, &[], "")).await;
                let heard = wire.hear().await;
                assert!(heard.starts_with("HTTP/1.1 "), "{way}/{file}: {heard}");
                for text in ["<!--head-->", "nobody is to read"] {
                    assert!(!heard.contains(text), "{way}/{file}: {heard}");
                }
            }
        }
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
