//! How lines are added.

use cofund_tests::{json, test};

use super::{atoll, reef, told};

#[test]
fn lines_follow_each_other_and_the_head_moves() {
    test(async |app| {
        atoll(app).await;
        let answer = app.backer("Alder").await.pledge("atoll", json!({ "amount": "400.00" })).await;
        assert_eq!(answer.is(201)["ledger"]["seq"], 2);
        let sql = "SELECT m.ledger_seq, m.ledger_hash, l.prev_hash FROM project_money m JOIN ledger_lines l \
                   ON l.project_id = m.project_id AND l.seq = m.ledger_seq AND l.hash = m.ledger_hash";
        let row = app.database.client().query_one(sql, &[]).await.expect("the head is a line's");
        assert_eq!((2, told(&answer)), (row.get(0), row.get(1)));
        let first =
            app.database.client().query_one("SELECT prev_hash, hash FROM ledger_lines WHERE seq = 1", &[]).await;
        let first = first.expect("the first line");
        assert_eq!((first.get(0), first.get::<_, String>(1)), ("0".repeat(64), row.get::<_, String>(2)));
    });
}

#[test]
fn the_database_changes_and_removes_nothing() {
    test(async |app| {
        reef(app).await;
        for sql in [
            "UPDATE ledger_lines SET kind = 'missed' WHERE seq = 2",
            "UPDATE ledger_lines SET kind = kind",
            "DELETE FROM ledger_lines WHERE seq = 5",
            "TRUNCATE ledger_lines",
        ] {
            assert!(app.database.client().batch_execute(sql).await.is_err(), "{sql}");
        }
        assert_eq!(app.count("SELECT count(*) FROM ledger_lines").await, 5);
    });
}

/// Each tells a head of its own, and all of them are in one chain.
#[test]
fn many_at_once_make_one_chain() {
    test(async |app| {
        atoll(app).await;
        let backers = app.backers(3).await;
        let pledge = async |index: usize| backers[index].pledge("atoll", json!({ "amount": "100.00" })).await;
        let answers = tokio::join!(pledge(0), pledge(1), pledge(2));
        let mut seqs = [answers.0, answers.1, answers.2].map(|answer| answer.is(201)["ledger"]["seq"].as_i64());
        seqs.sort_unstable();
        assert_eq!(seqs, [Some(2), Some(3), Some(4)]);
        assert_eq!(app.count("SELECT ledger_seq::bigint FROM project_money").await, 4);
    });
}
