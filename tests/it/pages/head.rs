//! What a page says of itself to whoever unfolds a shared link.

use cofund_tests::json;

use super::{test, with};

#[test]
fn a_shared_project_unfolds() {
    test(async |app| {
        let project = app.open_project("Tide gauges", json!({ "goal": "40000.00" })).await;
        app.backer("Tidewater").await.gives(&project, "10000.00").await;
        let page = app.public().get(&format!("//projects/{project}")).await.is(200).text();
        assert!(page.contains("<title>Tide gauges · Cofund</title>"), "{page}");
        assert!(page.contains("USD 10,000.00 of USD 40,000.00 pledged by 1 so far."), "{page}");
        assert_eq!(page.matches("<title>").count(), 1);
        for property in ["og:title", "og:description", "og:url", "og:image", "og:site_name"] {
            assert!(page.contains(&format!("<meta property=\"{property}\" content=")), "{property}: {page}");
        }
        assert!(page.contains("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\""), "{page}");
    });
}

#[test]
fn who_hides_is_not_named_to_whoever_unfolds_a_link() {
    test(async |app| {
        let project = app.open_project("Tide gauges", json!({})).await;
        let pledge = json!({ "amount": "1000.00", "visibility": "anonymous" });
        app.backer("Zyxanon").await.pledge(&project, pledge).await.is(201);
        let page = app.public().get(&format!("//projects/{project}")).await.is(200).text();
        assert!(!page.to_lowercase().contains("zyxanon"), "{page}");
    });
}

#[test]
fn what_is_nobodys_to_find_says_so() {
    test(async |app| {
        for (path, status) in
            [("//projects/nothing", 404), ("//organizations/nothing", 404), ("//account", 200), ("//x/y", 200)]
        {
            let page = app.public().get(path).await.is(status).text();
            assert!(
                page.contains("<meta name=\"robots\" content=\"noindex\">") && !page.contains("canonical"),
                "{path}"
            );
        }
    });
}

#[test]
fn the_pages_are_told_the_currency_and_whom_to_write_to() {
    with(&["--contact", "us@cofund.example", "--currency", "EUR"], async |app| {
        for path in ["//", "//account"] {
            let page = app.public().get(path).await.is(200).text();
            assert!(page.contains("<meta name=\"cofund-currency\" content=\"EUR\">"), "{page}");
            assert!(page.contains("<meta name=\"cofund-contact\" content=\"us@cofund.example\">"), "{page}");
        }
    });
}
