//! The pages of the roadmap show each project once, in every order, however deep.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use cofund_tests::{TestApp, json, test};

/// Projects with everything there is to sort by, with ties: seven open ones, and three funded.
async fn projects(app: &TestApp) {
    let alder = app.backer("Alder").await;
    for (title, goal, given, day) in [
        ("a", "1000.00", "900.00", "2099-01-03"),
        ("b", "5000.00", "900.00", "2099-01-01"),
        ("c", "1000.00", "500.00", "2099-01-02"),
        ("d", "200.00", "100.00", "2099-01-02"),
        ("e", "1000.00", "", "2099-01-02"),
        ("f", "1000.00", "", "2099-01-05"),
        ("g", "600.00", "500.00", "2099-01-04"),
    ] {
        app.open_project(title, json!({ "goal": goal, "pledge_by": day })).await;
        if !given.is_empty() {
            alder.gives(title, given).await;
        }
    }
    for title in ["h", "i", "j"] {
        app.open_project(title, json!({ "goal": "50.00" })).await;
        alder.gives(title, "50.00").await;
    }
    for title in ["j", "h"] {
        app.run(title, "queue", json!({ "position": 9 })).await.is(200);
    }
}

async fn leaf_through(app: &TestApp, query: &str, limit: usize) -> String {
    let (mut path, mut all) = (format!("/projects?{query}&limit={limit}"), String::new());
    loop {
        let page = app.public().get(&path).await;
        assert!(page.is(200).items().len() <= limit);
        all.extend(page.items().iter().map(|item| item["slug"].as_str().expect("a slug")));
        let Some(cursor) = page["next_cursor"].as_str() else { return all };
        assert!(page.header("link").is_some_and(|link| link.contains(cursor)));
        path = format!("/projects?{query}&limit={limit}&cursor={cursor}");
    }
}

#[test]
fn every_order_is_the_same_however_long_the_pages() {
    test(async |app| {
        projects(app).await;
        for (query, expected) in [
            ("sort=newest", "jihgfedcba"),
            ("", "jihgfedcba"),
            ("sort=closing_soon", "bcdeagf"),
            // Equals: the newer one first.
            ("sort=most_funded", "bagcdjihfe"),
            // By what is left: 100, 100, 100, 500, 1000, 1000, 4100.
            ("sort=almost_there", "adgcefb"),
            ("sort=queue", "jhi"),
            ("sort=most_funded&funding=funded", "jih"),
            ("sort=newest&funding=open", "gfedcba"),
        ] {
            for limit in [1, 2, 3, 100] {
                assert_eq!(leaf_through(app, query, limit).await, expected, "{query} by {limit}");
            }
        }
    });
}

#[test]
fn a_cursor_holds_only_for_its_filters_and_its_order() {
    test(async |app| {
        projects(app).await;
        let public = app.public();
        let page = public.get("/projects?limit=1&funding=open&sort=closing_soon").await;
        let cursor = page.is(200)["next_cursor"].as_str().expect("a cursor").to_owned();
        public.get(&format!("/projects?limit=9&funding=open&sort=closing_soon&cursor={cursor}")).await.is(200);
        for other in [
            "sort=closing_soon",
            "funding=open",
            "funding=open&sort=almost_there",
            "funding=open&sort=closing_soon&q=a",
            "funding=open&sort=closing_soon&theme=analytics",
            "funding=open&sort=closing_soon&delivery=done",
        ] {
            let refused = public.get(&format!("/projects?{other}&cursor={cursor}")).await;
            refused.refused(400, "cursor_invalid");
        }
        let pledges = public.get(&format!("/projects/a/pledges?cursor={cursor}")).await;
        pledges.refused(400, "cursor_invalid");
    });
}

#[test]
fn a_cursor_nobody_was_given_is_refused() {
    test(async |app| {
        projects(app).await;
        let first = app.public().get("/projects?sort=closing_soon&limit=1").await;
        let cursor = first.is(200)["next_cursor"].as_str().expect("a next page").to_owned();
        let plain = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).expect("base64")).expect("text");
        let at = plain.find("\"at\":\"").expect("a date") + 6;
        for year in ["-262143", "+262142"] {
            let end = at + plain[at..].find('-').expect("a year");
            let forged = URL_SAFE_NO_PAD.encode(format!("{}{year}{}", &plain[..at], &plain[end..]));
            app.public()
                .get(&format!("/projects?sort=closing_soon&cursor={forged}"))
                .await
                .refused(400, "cursor_invalid");
        }
    });
}
