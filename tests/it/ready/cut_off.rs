//! The network breaks between a commit and what tells others of it.

use std::time::{Duration, Instant};

use cofund_tests::{Program, json, test_with_cable};

#[test]
fn what_was_not_told_is_told_again() {
    test_with_cable(async |app, cable| {
        let project = app.open_project("Before", json!({})).await;
        let page = format!("/projects/{project}");
        let settings = Program::settings(&app.database, "smtp://127.0.0.1:9");
        // The cable needs this thread.
        let start = move || Program::serve_with(&["serve", "--no-worker"], &settings);
        let elsewhere = tokio::task::spawn_blocking(start).await.expect("it starts");
        let title = async || elsewhere.public().get(&page).await.is(200)["title"].clone();

        let staff = app.staff().await;
        let mut statements = 0;
        // The first ones have theirs prepared.
        for number in 0..4 {
            cable.rest().await;
            let before = cable.said();
            staff.edit(&page, json!({ "title": format!("Number {number}") })).await.is(200);
            cable.rest().await;
            statements = cable.said() - before;
        }
        let deadline = Instant::now() + Duration::from_secs(2);
        while title().await != "Number 3" {
            assert!(Instant::now() < deadline, "what was told is not heard");
        }

        // All but the last, which comes behind the commit.
        cable.cut_before(statements - 1);
        let cut = staff.edit(&page, json!({ "title": "After" })).await;
        assert!(matches!(cut.status, 200 | 500 | 503), "{}", cut.text());
        assert_eq!(app.count("SELECT count(*) FROM projects WHERE title = 'After'").await, 1, "it was committed");
        let asked = Instant::now();
        while title().await != "After" {
            assert!(asked.elapsed() < Duration::from_secs(1), "nobody was told");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        elsewhere.stop();
    });
}
