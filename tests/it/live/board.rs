//! The stream of the whole roadmap.

use cofund_tests::{json, test};

#[test]
fn it_tells_of_every_public_project_that_changes_and_of_no_draft() {
    test(async |app| {
        let quiet = app.open_project("Quiet", json!({})).await;
        let one = app.open_project("One", json!({})).await;
        let two = app.open_project("Two", json!({})).await;
        let backer = app.backer("Alder").await;
        let mut stream = app.staff().await.follow("/live").await;
        assert!(stream.event_within(1200).await.is_none(), "nothing at first");
        let draft = app.draft("Secret", json!({})).await;
        backer.gives(&one, "10.00").await;
        let heard = stream.event().await;
        assert_eq!((&heard.data["slug"], &heard.data["pledged"]), (&json!(one), &json!("10.00")));
        backer.gives(&two, "20.00").await;
        assert_eq!(stream.event().await.data["slug"], json!(two));
        // Somebody who comes to watch changes nothing.
        app.public().follow(&format!("/projects/{quiet}/live")).await.event().await;
        app.staff().await.edit(&format!("/projects/{draft}"), json!({ "summary": "Still secret" })).await.is(200);
        assert!(stream.event_within(1200).await.is_none());
        app.publish(&draft, "candidate").await.is(200);
        assert_eq!(stream.event().await.data["slug"], json!(draft));
    });
}

#[test]
fn a_place_in_the_queue_is_told_of_all_that_moved() {
    test(async |app| {
        let [one, two] = [app.open_project("One", json!({})).await, app.open_project("Two", json!({})).await];
        let backer = app.backer("Alder").await;
        for project in [&one, &two] {
            backer.gives(project, "1000.00").await;
        }
        app.run(&one, "queue", json!({ "position": 1 })).await.is(200);
        let mut first = app.public().follow(&format!("/projects/{one}/live")).await;
        assert_eq!(first.event().await.data["queue_position"], 1);
        app.run(&two, "queue", json!({ "position": 1 })).await.is(200);
        assert_eq!(first.event().await.data["queue_position"], 2);
    });
}
