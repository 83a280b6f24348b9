//! Everybody looks through the roadmap: filters, words and orders.

use chrono::TimeDelta;
use cofund_tests::{Answer, Person, TestApp, json, test};

fn slugs(page: &Answer) -> Vec<String> {
    page.is(200).items().iter().map(|item| item["slug"].as_str().expect("a slug").to_owned()).collect()
}

async fn look(who: &Person, query: &str) -> Vec<String> {
    slugs(&who.get(&format!("/projects?{query}")).await)
}

/// One project in each state; returns with the clock where the date of `missed` and `lapsed` has passed.
async fn every_state(app: &TestApp) -> Person {
    let later = json!({ "pledge_by": "2099-01-01" });
    let early = (app.clock.now() + TimeDelta::days(5)).date_naive();
    app.draft("draft", later.clone()).await;
    app.draft("candidate", later.clone()).await;
    app.publish("candidate", "candidate").await.is(200);
    app.open_project("open", later).await;
    app.open_project("lapsed", json!({ "pledge_by": early })).await;
    app.open_project("missed", json!({})).await;
    app.open_project("covered", json!({ "mode": "shared" })).await;
    app.backer("Alder").await.gives("covered", "1000.00").await;
    app.funded_project("started").await;
    app.run("started", "delivery", json!({ "to": "in_flight" })).await.is(200);
    app.funded_project("funded").await;
    app.open_project("closed", json!({})).await;
    app.run("closed", "close", json!({ "reason": "other", "note": "No." })).await.is(200);
    let staff = app.lasting_staff().await;
    app.advance(TimeDelta::days(32));
    staff
}

#[test]
fn the_states_are_those_that_dates_have_led_to() {
    test(async |app| {
        let staff = every_state(app).await;
        let public = app.public();
        for (query, expected) in [
            ("funding=draft", vec![]),
            ("funding=candidate", vec!["candidate"]),
            ("funding=open", vec!["open"]),
            ("funding=missed", vec!["missed"]),
            ("funding=closed", vec!["closed", "lapsed"]),
            ("funding=funded", vec!["funded", "started", "covered"]),
            ("funding=candidate,open", vec!["open", "candidate"]),
            ("delivery=not_started", vec!["funded", "covered"]),
            ("delivery=in_flight", vec!["started"]),
            ("delivery=done", vec![]),
            ("sort=closing_soon", vec!["open"]),
        ] {
            assert_eq!(look(&public, query).await, expected, "{query}");
        }
        assert_eq!(look(&staff, "funding=draft").await, ["draft"]);
        assert_eq!(look(&public, "").await.len(), 8);
        assert_eq!(look(&staff, "").await.len(), 9);
        for item in public.get("/projects").await.items() {
            let slug = item["slug"].as_str().expect("a slug");
            let expected = match slug {
                "started" | "covered" => "funded",
                "lapsed" => "closed",
                slug => slug,
            };
            assert_eq!(item["funding"], expected, "{slug}");
            assert_eq!(app.project(slug).await["funding"], expected, "{slug}");
        }
    });
}

#[test]
fn topics_and_words_narrow_it_down() {
    test(async |app| {
        let staff = app.staff().await;
        staff.post("/admin/narratives", json!({ "name": "Open science" })).await.is(201);
        let story = json!({ "narratives": ["open-science"], "theme": "analytics", "summary": "Köche & reefs" });
        app.open_project("Coral counting", story).await;
        app.open_project("Reef sync", json!({ "summary": "Coral, too" })).await;
        app.open_project("Kelp", json!({ "theme": "analytics" })).await;
        app.draft("Coral draft", json!({})).await;
        let public = app.public();
        for (query, expected) in [
            ("theme=analytics", vec!["kelp", "coral-counting"]),
            ("narrative=open-science", vec!["coral-counting"]),
            ("theme=access-control&narrative=open-science", vec![]),
            ("theme=nothing", vec![]),
            ("q=coral", vec!["reef-sync", "coral-counting"]),
            // The reader may not have finished the word.
            ("q=CORAL%20cou", vec!["coral-counting"]),
            ("q=k%C3%B6ch", vec!["coral-counting"]),
            ("q=oral", vec![]),
            ("q=coral&theme=analytics", vec!["coral-counting"]),
            ("q=%27%20%26%20%7C%20%21%20%3A%2A%20%28", vec!["kelp", "reef-sync", "coral-counting"]),
            ("q=", vec!["kelp", "reef-sync", "coral-counting"]),
        ] {
            assert_eq!(look(&public, query).await, expected, "{query}");
        }
        assert_eq!(look(&staff, "q=coral&funding=draft").await, ["coral-draft"]);
    });
}

#[test]
fn drafts_are_listed_to_those_who_look_early() {
    test(async |app| {
        let staff = app.staff().await;
        app.draft("Draft", json!({})).await;
        app.open_project("Open", json!({})).await;
        staff.post("/admin/tiers", json!({ "name": "Early", "early_look": true })).await.is(201);
        let early = json!({ "name": "Alder", "kind": "member", "tier": "early", "membership_starts": "2020-01-01" });
        staff.post("/organizations", early).await.is(201);
        let viewer = app.member("alder", "viewer").await;
        assert_eq!(look(&viewer, "").await, ["open", "draft"]);
        assert_eq!(look(&viewer, "funding=draft").await, ["draft"]);
        for who in [app.public(), app.person().await, app.lead_of(&app.organization("Birch").await).await] {
            assert_eq!(look(&who, "").await, ["open"]);
            assert!(look(&who, "funding=draft").await.is_empty());
            assert!(look(&who, "q=draft").await.is_empty());
        }
    });
}

#[test]
fn what_nobody_can_ask_is_refused_by_name() {
    test(async |app| {
        let public = app.public();
        for (query, pointer) in [
            ("funding=open,maybe", "?funding"),
            ("delivery=soon", "?delivery"),
            ("sort=price", "?sort"),
            ("theme=No%20Slug", "?theme"),
            ("narrative=No%20Slug", "?narrative"),
        ] {
            let refused = public.get(&format!("/projects?{query}")).await;
            let named = refused.refused(422, "query_invalid")["errors"][0]["pointer"].clone();
            assert_eq!(named, pointer, "{query}");
        }
        public.get("/projects?fnding=open").await.refused_field("?fnding", "unknown_field");
        public.get("/projects?organization=nothing").await.refused(404, "not_found");
        public.get("/projects?limit=0").await.refused_field("?limit", "out_of_range");
    });
}

#[test]
fn a_list_of_states_may_be_long_and_costs_what_a_short_one_does() {
    test(async |app| {
        app.open_project("open", json!({})).await;
        let long = format!("funding={}", vec!["open"; 10_000].join(","));
        assert_eq!(look(&app.public(), &long).await, ["open"]);
        let wrong = app.public().get(&format!("/projects?{long},ajar")).await;
        assert_eq!((wrong.status, &wrong["errors"][0]["pointer"]), (422, &json!("?funding")));
    });
}
