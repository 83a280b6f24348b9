//! How many streams there may be.

use cofund_tests::{TestApp, json, test_with};

fn is_full(answer: &cofund_tests::Answer) {
    answer.refused(429, "rate_limited");
    let wait: u64 = answer.header("retry-after").and_then(|wait| wait.parse().ok()).expect("how long to wait");
    assert!((1..=60).contains(&wait), "{wait}");
}

/// Waits until there is room again: that a reader has gone is noticed when nothing can be sent to it.
async fn until_room(app: &TestApp, path: &str) {
    for _ in 0..400 {
        if app.public().get(path).await.status == 200 {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("the places of those who left are not free again");
}

#[test]
fn one_caller_has_so_many_streams_and_no_more() {
    test_with(&["--limit-streams-each", "2"], async |app| {
        let project = app.open_project("Limited", json!({})).await;
        let path = format!("/projects/{project}/live");
        let [ana, ben] = [app.person().await, app.person().await];
        let held = [app.public().follow(&path).await, app.public().follow("/live").await];
        is_full(&app.public().get(&path).await);
        is_full(&app.public().get("/live").await);
        // Others have room of their own, and other requests are no streams.
        let _theirs = [ana.follow(&path).await, ben.follow(&path).await, ben.follow("/live").await];
        is_full(&ben.get("/live").await);
        app.project(&project).await.is(200);
        app.public().call(reqwest::Method::HEAD, &path).await.is(200);
        drop(held);
        until_room(app, "/live").await;
    });
}

#[test]
fn a_process_keeps_so_many_in_all() {
    test_with(&["--limit-streams", "2"], async |app| {
        let ana = app.person().await;
        let _held = [app.public().follow("/live").await, ana.follow("/live").await];
        is_full(&app.public().get("/live").await);
        is_full(&ana.get("/live").await);
    });
}
