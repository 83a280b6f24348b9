//! How lines are added.

use cofund_tests::{json, test};

use super::{pledge, reef};

#[test]
fn lines_follow_each_other_and_the_head_moves() {
    test(async |app| {
        let project = app.open_ledger("reef", "fixed", "1000.00").await;
        let head = app.append(project, "pledge_placed", pledge("a1", "400.00", "400.00", 1)).await;
        let sql = "SELECT m.ledger_seq, m.ledger_hash, l.prev_hash FROM project_money m JOIN ledger_lines l \
                   ON l.project_id = m.project_id AND l.seq = m.ledger_seq AND l.hash = m.ledger_hash";
        let row = app.database.client.query_one(sql, &[]).await.expect("the head is a line's");
        assert_eq!((head.seq, head.hash), (row.get(0), row.get(1)));
        let first = app.database.client.query_one("SELECT prev_hash, hash FROM ledger_lines WHERE seq = 1", &[]).await;
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
            assert!(app.database.client.batch_execute(sql).await.is_err(), "{sql}");
        }
        assert_eq!(app.count("SELECT count(*) FROM ledger_lines").await, 5);
    });
}

/// Whoever forgot to lock the project loses nothing: who comes second is run again on the new head.
#[test]
fn many_at_once_make_one_chain() {
    test(async |app| {
        let project = app.open_ledger("reef", "fixed", "1000.00").await;
        let totals = pledge("", "", "0.00", 0)["totals"].clone();
        let extend = async || {
            let data = json!({ "pledge_by": "2041-01-01", "time_zone": "UTC", "totals": totals });
            app.append(project, "extended", data).await
        };
        tokio::join!(extend(), extend(), extend());
        assert_eq!(app.count("SELECT ledger_seq::bigint FROM project_money").await, 4);
    });
}
