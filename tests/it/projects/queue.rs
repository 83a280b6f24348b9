//! What is funded waits its turn, numbered from 1 without holes.

use cofund_tests::{TestApp, json, test};

async fn queue(app: &TestApp) -> Vec<(String, i64)> {
    let list = app.public().get("/projects?sort=queue&delivery=not_started").await;
    let all = list.is(200).items().iter();
    let queued = all.filter_map(|item| Some((item["slug"].as_str()?.to_owned(), item["queue_position"].as_i64()?)));
    queued.collect()
}

fn order(slugs: &[&str]) -> Vec<(String, i64)> {
    slugs.iter().zip(1..).map(|(slug, position)| ((*slug).to_owned(), position)).collect()
}

async fn put(app: &TestApp, slug: &str, position: Option<i64>) {
    app.run(slug, "queue", json!({ "position": position })).await.is(200);
}

#[test]
fn moving_one_makes_room_and_leaves_no_hole() {
    test(async |app| {
        for title in ["a", "b", "c", "d"] {
            app.funded_project(title).await;
        }
        put(app, "a", Some(1)).await;
        // Far behind the end is the end.
        put(app, "b", Some(9)).await;
        put(app, "c", Some(3)).await;
        assert_eq!(queue(app).await, order(&["a", "b", "c"]));
        put(app, "d", Some(1)).await;
        assert_eq!(queue(app).await, order(&["d", "a", "b", "c"]));
        put(app, "d", Some(3)).await;
        assert_eq!(queue(app).await, order(&["a", "b", "d", "c"]));
        put(app, "c", Some(1)).await;
        assert_eq!(queue(app).await, order(&["c", "a", "b", "d"]));
        put(app, "a", None).await;
        assert_eq!(queue(app).await, order(&["c", "b", "d"]));
        let version = app.project("b").await["version"].clone();
        put(app, "d", Some(1)).await;
        assert_eq!(app.project("b").await["version"], version, "being moved aside is no change of one's own");
    });
}

#[test]
fn who_is_being_served_or_gone_queues_no_more() {
    test(async |app| {
        for title in ["a", "b", "c", "d"] {
            app.funded_project(title).await;
            put(app, title, Some(9)).await;
        }
        app.run("b", "delivery", json!({ "to": "in_flight" })).await.is(200).says(json!({ "queue_position": null }));
        assert_eq!(queue(app).await, order(&["a", "c", "d"]));
        app.run("b", "queue", json!({ "position": 1 })).await.refused(409, "not_in_this_state");
        let closed = app.run("a", "close", json!({ "reason": "other", "note": "No." })).await;
        closed.is(200).says(json!({ "queue_position": null }));
        assert_eq!(queue(app).await, order(&["c", "d"]));
    });
}

#[test]
fn only_what_is_funded_queues() {
    test(async |app| {
        let open = app.open_project("Open", json!({})).await;
        app.run(&open, "queue", json!({ "position": 1 })).await.refused(409, "not_in_this_state");
        app.funded_project("a").await;
        for position in [0, -1, 100_001] {
            let refused = app.run("a", "queue", json!({ "position": position })).await;
            refused.refused_field("/position", "out_of_range");
        }
    });
}
