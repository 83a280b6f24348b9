//! The answers that come with a page.

use cofund_tests::{Answer, TestApp, Value, json};

use super::{test, with};

/// What a page carries, by address.
fn answers(page: &Answer) -> serde_json::Map<String, Value> {
    let text = page.text();
    let (_, rest) = text.split_once("<script type=\"application/json\" id=\"first-answers\">").expect("the element");
    let (json, _) = rest.split_once("</script>").expect("its end");
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

/// Each one is what the API says to somebody who is not signed in.
async fn are_those_of_the_api(app: &TestApp, page: &str, addresses: &[&str]) {
    let carried = answers(app.public().get(&format!("/{page}")).await.is(200));
    assert_eq!(carried.keys().collect::<Vec<_>>(), addresses, "{page}");
    for (address, answer) in carried {
        let path = address.strip_prefix("/api/v1").expect("an address of the API");
        assert_eq!(app.public().get(path).await.is(200).json, answer, "{address}");
    }
}

#[test]
fn a_page_carries_what_the_api_says_to_everybody() {
    test(async |app| {
        let backer = app.backer("Tidewater").await;
        let project = app.open_project("Tide <gauges>", json!({})).await;
        backer.gives(&project, "1000.00").await;
        are_those_of_the_api(app, "/", &["/api/v1/projects?limit=100", "/api/v1/stats"]).await;
        are_those_of_the_api(app, "/impact", &["/api/v1/stats"]).await;
        are_those_of_the_api(app, "/membership", &["/api/v1/tiers"]).await;
        are_those_of_the_api(app, "/organizations", &["/api/v1/organizations?limit=100"]).await;
        let at = format!("/api/v1/projects/{project}");
        let of_project =
            ["", "/ledger?limit=100", "/pledges?limit=100", "/progress", "/supports?limit=100", "/updates?limit=100"]
                .map(|rest| format!("{at}{rest}"));
        are_those_of_the_api(app, &format!("/projects/{project}"), &of_project.each_ref().map(String::as_str)).await;
        let at = format!("/api/v1/organizations/{}", backer.slug);
        let page = format!("/organizations/{}", backer.slug);
        are_those_of_the_api(app, &page, &[&at, &format!("{at}/funding?limit=100")]).await;
        for own in ["/account", "/staff", &format!("/projects/{project}/pledge")] {
            are_those_of_the_api(app, own, &[]).await;
        }
    });
}

#[test]
fn nothing_in_an_answer_ends_its_element() {
    test(async |app| {
        let project = app.open_project("</script><script>alert(1)</script>", json!({})).await;
        let page = app.public().get(&format!("//projects/{project}")).await;
        // The built one, the one for search engines, and the answers.
        assert_eq!(page.text().matches("<script").count(), 3, "{}", page.text());
        assert_eq!(
            answers(&page)[&format!("/api/v1/projects/{project}")]["title"],
            "</script><script>alert(1)</script>"
        );
    });
}

#[test]
fn a_page_carries_what_everybody_may_see_whoever_opens_it() {
    test(async |app| {
        let staff = app.staff().await;
        let draft = app.draft("Not yet public", json!({})).await;
        let page = staff.get(&format!("//projects/{draft}")).await;
        page.is(404);
        assert!(answers(&page).is_empty() && !page.text().contains("Not yet public"), "{}", page.text());
        let front = staff.get("//").await;
        assert!(!front.is(200).text().contains("Not yet public"));
    });
}

#[test]
fn whoever_asks_too_often_gets_a_page_that_asks_for_itself() {
    with(&["--limit-address", "2"], async |app| {
        for page in ["//", "//impact"] {
            assert!(!answers(app.public().get(page).await.is(200)).is_empty());
        }
        // For people it is a page all the same; whoever collects pages comes again.
        let late = app.public().get("//membership").await;
        assert!(answers(late.is(503)).is_empty() && late.header("retry-after").is_some());
    });
}

#[test]
fn who_has_the_page_is_told_so_until_it_changes() {
    test(async |app| {
        let first = app.public().get("//").await;
        let again =
            app.public().get("//").header("if-none-match", first.is(200).header("etag").expect("an etag")).await;
        again.is(304);
        app.open_project("Another", json!({})).await;
        let after = app.public().get("//").header("if-none-match", first.header("etag").expect("an etag")).await;
        assert!(after.is(200).text().contains("Another"));
    });
}

/// Else anybody could fill the memory of who serves it.
#[test]
fn a_page_is_the_same_whatever_else_stands_in_its_address() {
    test(async |app| {
        app.open_project("Tides", json!({})).await;
        for (page, more) in [("//", "//?from=mail"), ("//account", "//staff/people?q=x")] {
            let [page, more] = [app.public().get(page).await, app.public().get(more).await];
            assert_eq!((page.is(200).text(), page.etag()), (more.is(200).text(), more.etag()));
        }
    });
}

#[test]
fn a_version_of_something_in_the_page_is_no_version_of_the_page() {
    test(async |app| {
        let project = app.open_project("Tides", json!({})).await;
        let inside = app.project(&project).await.etag();
        for seen in [inside.as_str(), "*"] {
            let page = app.public().get(&format!("//projects/{project}")).header("if-none-match", seen).await;
            assert!(matches!(page.status, 200 | 304), "{seen}: {}", page.status);
        }
    });
}
