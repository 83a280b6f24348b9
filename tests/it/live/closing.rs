//! A process that stops does not wait for streams.

use std::time::{Duration, Instant};

use cofund_tests::{json, test};

use super::another_process;

#[test]
fn streams_end_at_once_when_the_process_stops() {
    test(async |app| {
        let project = app.open_project("Stopping", json!({})).await;
        let program = another_process(app, &[("COFUND_STOP_TIMEOUT", "60")]);
        let mut stream = program.public().follow(&format!("/projects/{project}/live")).await;
        let mut board = program.public().follow("/live").await;
        stream.event().await;
        let told = Instant::now();
        program.stop();
        assert!(told.elapsed() < Duration::from_secs(30), "{:?}", told.elapsed());
        assert!(stream.event_within(1000).await.is_none());
        while board.block().await.is_some() {}
    });
}
