//! Stopping: what is under way is finished, nothing new is begun.

use std::net::TcpListener;

use cofund_tests::{Database, MailServer, Program, Wire, json, test_program};

use super::{create_user, sign_in};

async fn until(database: &Database, sql: &str) {
    while !database.client().query_one(sql, &[]).await.expect(sql).get::<_, bool>(0) {
        tokio::task::yield_now().await;
    }
}

const SOMEBODY_WAITS: &str = "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pid IN \
    (SELECT pid FROM pg_stat_activity WHERE datname = current_database()))";

#[test]
fn a_request_under_way_gets_its_answer() {
    test_program(async |database| {
        let mails = MailServer::start();
        create_user(&database.url, "ana@people.example", &[]);
        let settings = Program::settings(database, &mails.url);
        let program = Program::serve(&settings);
        let ana = sign_in(&program, &mails, "ana@people.example").await;
        database.client().batch_execute("BEGIN; SELECT FROM users FOR UPDATE").await.expect("a lock");
        let change = tokio::spawn(ana.patch("/me", "\"1\"", json!({ "name": "Ana" })).into_future());
        until(database, SOMEBODY_WAITS).await;
        program.terminate();
        // Nobody new is let in while it stops.
        while std::net::TcpStream::connect(&settings["COFUND_BIND"]).is_ok() {
            tokio::task::yield_now().await;
        }
        database.client().batch_execute("COMMIT").await.expect("an unlock");
        change.await.expect("an answer").is(200);
        assert!(program.ended(), "it stopped without an error");
        TcpListener::bind(&settings["COFUND_BIND"]).expect("nothing is left that listens");
        until(database, "SELECT count(*) = 1 FROM pg_stat_activity WHERE datname = current_database()").await;
    });
}

#[test]
fn connections_that_only_wait_do_not_hold_it_up() {
    test_program(async |database| {
        let mails = MailServer::start();
        let program = Program::serve(&Program::settings(database, &mails.url));
        let mut idle = Wire::connect(&program.url).await;
        let mut silent = Wire::connect(&program.url).await;
        idle.send("GET /healthz/live HTTP/1.1\r\nhost: a\r\n\r\n").await;
        assert!(idle.hear().await.starts_with("HTTP/1.1 200"));
        let log = program.stop();
        assert!(log.iter().any(|line| line.contains("stopping")), "{log:?}");
        assert!(idle.closes_within(1).await && silent.closes_within(1).await);
    });
}
