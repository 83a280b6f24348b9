//! Everybody can look through the organisations.

use cofund_tests::{Answer, Person, TestApp, json, test};

async fn admit(app: &TestApp, names: &[&str]) {
    let staff = app.staff().await;
    for (at, name) in names.iter().enumerate() {
        let new =
            json!({ "name": name, "slug": format!("o{at}"), "kind": if at % 2 == 0 { "member" } else { "funder" } });
        staff.post("/organizations", new).await.is(201);
    }
}

fn names(page: &Answer) -> Vec<String> {
    page.items().iter().map(|item| item["name"].as_str().expect("a name").to_owned()).collect()
}

/// Follows `Link` from page to page.
async fn leaf_through(reader: &Person, first: &str) -> Vec<String> {
    let (mut path, mut all) = (first.to_owned(), Vec::new());
    loop {
        let page = reader.get(&path).await;
        all.extend(names(page.is(200)));
        let Some(link) = page.header("link") else {
            assert_eq!(page["next_cursor"], json!(null));
            return all;
        };
        let next = link.strip_suffix(">; rel=\"next\"").and_then(|link| link.strip_prefix("</api/v1")).expect("a link");
        assert!(next.contains(page["next_cursor"].as_str().expect("a cursor")), "{next}");
        path = next.to_owned();
    }
}

#[test]
fn the_pages_show_each_once_by_name() {
    test(async |app| {
        admit(app, &["beta", "Alpha", "ALPHA", "alpha", "Beta", "Älpha", "Gamma", "alpha"]).await;
        for limit in 1..=9 {
            let all = leaf_through(&app.public(), &format!("/organizations?limit={limit}")).await;
            let lower: Vec<_> = all.iter().map(|name| name.to_lowercase()).collect();
            assert_eq!(all.len(), 8, "{limit}: {all:?}");
            assert!(lower[..4].iter().all(|name| name == "alpha"), "{limit}: {all:?}");
            for name in ["beta", "Alpha", "ALPHA", "alpha", "Beta", "Älpha", "Gamma"] {
                assert!(all.iter().any(|there| there == name), "{limit} leaves out {name}");
            }
        }
    });
}

#[test]
fn the_search_takes_every_character_for_itself() {
    test(async |app| {
        admit(app, &["100% Ocean", "100 Oceans", "a_b", "aXb", r"back\slash"]).await;
        let search = async |q: &str| names(app.public().get(&format!("/organizations?q={q}")).await.is(200));
        assert_eq!(search("100%25").await, ["100% Ocean"]);
        assert_eq!(search("%25").await, ["100% Ocean"]);
        assert_eq!(search("a_b").await, ["a_b"]);
        assert_eq!(search("%5C").await, [r"back\slash"]);
        assert_eq!(search("oCEAN").await, ["100 Oceans", "100% Ocean"]);
        assert_eq!(search("%20%20").await.len(), 5);
        assert!(search("%27%3B%20DROP%20TABLE%20organizations").await.is_empty());
    });
}

#[test]
fn members_and_funders_can_be_told_apart() {
    test(async |app| {
        admit(app, &["Anna", "Berta", "Clara", "Dora"]).await;
        let public = app.public();
        assert_eq!(names(public.get("/organizations?kind=member").await.is(200)), ["Anna", "Clara"]);
        assert_eq!(names(public.get("/organizations?kind=funder").await.is(200)), ["Berta", "Dora"]);
        assert_eq!(leaf_through(&public, "/organizations?kind=funder&limit=1").await, ["Berta", "Dora"]);
        assert_eq!(names(public.get("/organizations?kind=funder&q=r").await.is(200)), ["Berta", "Dora"]);
        public.get("/organizations?kind=club").await.refused(422, "query_invalid");
        public.get("/organizations?knid=member").await.refused_field("?knid", "unknown_field");
    });
}

#[test]
fn a_cursor_holds_only_for_its_filters() {
    test(async |app| {
        admit(app, &["Anna", "Berta", "Clara", "Dora"]).await;
        let public = app.public();
        let page = public.get("/organizations?limit=1&kind=member").await;
        let cursor = page["next_cursor"].as_str().expect("a cursor").to_owned();
        public.get(&format!("/organizations?limit=1&kind=member&cursor={cursor}")).await.is(200);
        // Another length of the page is no other list.
        public.get(&format!("/organizations?limit=3&kind=member&cursor={cursor}")).await.is(200);
        for filters in ["", "kind=funder&", "kind=member&q=a&"] {
            let other = public.get(&format!("/organizations?{filters}cursor={cursor}")).await;
            other.refused(400, "cursor_invalid");
        }
        public.get("/organizations?cursor=nonsense").await.refused(400, "cursor_invalid");
        for limit in ["0", "101", "-1"] {
            public.get(&format!("/organizations?limit={limit}")).await.refused_field("?limit", "out_of_range");
        }
        public.get("/organizations?limit=many").await.refused_field("?limit", "wrong_type");
    });
}

#[test]
fn what_is_private_stays_out_of_the_list() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        app.organization("Harbour").await;
        let lead = app.lead_of(&tidewater).await;
        for item in app.public().get("/organizations").await.is(200).items() {
            assert!(item.get("billing_name").is_none() && item.get("id").is_none(), "{item}");
        }
        let seen = lead.get("/organizations").await;
        let with_own: Vec<_> =
            seen.is(200).items().iter().filter(|item| item.get("id").is_some()).map(|item| &item["name"]).collect();
        assert_eq!(with_own, ["Tidewater"]);
    });
}
