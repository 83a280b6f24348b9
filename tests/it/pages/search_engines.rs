//! What search engines are told of.

use cofund_tests::json;

use super::test;

#[test]
fn robots_are_shown_the_way_and_kept_from_what_is_somebodys_own() {
    test(async |app| {
        let robots = app.public().get("//robots.txt").await;
        let text = robots.is(200).text();
        assert!(text.starts_with("User-agent: *\n") && text.contains("Disallow: /staff\n"), "{text}");
        let (_, sitemap) = text.split_once("Sitemap: ").expect("where the list is");
        assert!(sitemap.trim().ends_with("/sitemap.xml") && sitemap.starts_with("http"), "{text}");
    });
}

#[test]
fn the_list_of_pages_has_all_that_is_public_and_nothing_else() {
    test(async |app| {
        let open = app.open_project("Open", json!({})).await;
        let draft = app.draft("Draft", json!({})).await;
        let organization = app.organization("Tidewater").await;
        let answer = app.public().get("//sitemap.xml").await;
        let sitemap = answer.is(200).text();
        assert_eq!(answer.header("content-type"), Some("application/xml; charset=utf-8"));
        let lists = |path: &str| sitemap.contains(&format!("{path}</loc>"));
        for page in ["/", "/impact", "/membership", "/organizations"] {
            assert!(lists(page), "{page}: {sitemap}");
        }
        assert!(lists(&format!("/projects/{open}")) && lists(&format!("/organizations/{organization}")), "{sitemap}");
        assert!(!lists(&format!("/projects/{draft}")), "{sitemap}");
        // Each of them is there, and may be found.
        let addresses: Vec<&str> =
            sitemap.split("<loc>").skip(1).filter_map(|rest| rest.split("</loc>").next()).collect();
        for address in addresses {
            let path = address.splitn(4, '/').nth(3).unwrap_or_default();
            let page = app.public().get(&format!("//{path}")).await;
            assert!(!page.is(200).text().contains("noindex"), "{address}");
        }
    });
}
