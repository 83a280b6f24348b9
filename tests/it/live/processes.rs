//! Several processes on one database, and a connection that is lost.

use std::time::Instant;

use cofund_tests::{TestApp, json, test};

use super::another_process;

#[test]
fn a_pledge_in_one_process_reaches_the_streams_of_another() {
    test(async |app| {
        let project = app.open_project("Far", json!({})).await;
        let backer = app.backer("Alder").await;
        let program = another_process(app, &[]);
        let mut streams = Vec::new();
        for _ in 0..5 {
            streams.push(program.public().follow(&format!("/projects/{project}/live")).await);
        }
        let mut board = program.public().follow("/live").await;
        for stream in &mut streams {
            assert_eq!(stream.event().await.data["pledged"], "0.00");
        }
        backer.gives(&project, "10.00").await;
        let pledged = Instant::now();
        for stream in streams.iter_mut().chain([&mut board]) {
            assert_eq!(stream.event().await.data["pledged"], "10.00");
        }
        println!("six streams were told after {:?}", pledged.elapsed());
        program.stop();
    });
}

const LISTENING: &str =
    "datname = current_database() AND query ~ '^(LISTEN cofund_changes|SELECT .all told on cofund_changes)'";

/// Ends the connections on which processes hear of changes.
async fn cut(app: &TestApp) -> i64 {
    app.count(&format!(
        "SELECT count(*) FROM (SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {LISTENING}) x"
    ))
    .await
}

#[test]
fn what_changed_while_nobody_listened_is_told_afterwards() {
    test(async |app| {
        let project = app.open_project("Cut", json!({})).await;
        let backer = app.backer("Alder").await;
        let mut stream = app.public().follow(&format!("/projects/{project}/live")).await;
        stream.event().await;
        let mut board = app.public().follow("/live").await;
        board.block().await.expect("it begins");
        assert_eq!(cut(app).await, 1);
        backer.gives(&project, "10.00").await;
        assert_eq!(stream.event().await.data["pledged"], "10.00");
        // The board cannot say what it missed: it ends, and who comes back reads the list.
        while let Some(block) = board.block().await {
            assert_ne!(block.event, "", "it goes on");
        }
        let mut board = app.public().follow("/live").await;
        let another = app.backer("Birch").await;
        another.gives(&project, "20.00").await;
        assert_eq!(stream.event().await.data["pledged"], "30.00");
        assert_eq!(board.event().await.data["pledged"], "30.00");
    });
}

#[test]
fn streams_hold_no_connection_to_the_database() {
    test(async |app| {
        let project = app.open_project("Cheap", json!({})).await;
        let program = another_process(app, &[("COFUND_DATABASE_CONNECTIONS", "2")]);
        let mut streams = Vec::new();
        for _ in 0..40 {
            streams.push(program.public().follow(&format!("/projects/{project}/live")).await);
        }
        for stream in &mut streams {
            stream.event().await;
        }
        program.public().get("/projects").await.is(200);
        app.backer("Alder").await.gives(&project, "10.00").await;
        for stream in &mut streams {
            assert_eq!(stream.event().await.data["pledged"], "10.00");
        }
        program.stop();
    });
}
