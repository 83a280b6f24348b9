//! Entries are never changed or removed: the database says so, too.

use cofund_tests::test;

#[test]
fn the_database_refuses() {
    test(async |app| {
        app.organization("Tidewater").await;
        let before = app.count("SELECT count(*) FROM audit_log").await;
        for statement in [
            "UPDATE audit_log SET action = 'nothing'",
            "UPDATE audit_log SET detail = '{}' WHERE false",
            "DELETE FROM audit_log",
            "TRUNCATE audit_log",
            "TRUNCATE users CASCADE",
            "DELETE FROM audit_log WHERE action = 'session_started'",
        ] {
            let refused = app.database.client().execute(statement, &[]).await.expect_err(statement);
            let refused = refused.as_db_error().expect("the database's own word");
            assert_eq!(refused.code().code(), "23001", "{statement}: {refused}");
            assert_eq!(refused.message(), "rows of audit_log are never changed or removed");
        }
        assert_eq!(app.count("SELECT count(*) FROM audit_log").await, before);
    });
}

#[test]
fn there_is_no_address_to_change_it() {
    test(async |app| {
        let admin = app.admin().await;
        for method in ["POST", "PUT", "PATCH", "DELETE"] {
            let refused = admin.call(method.parse().expect("a method"), "/admin/audit").await;
            assert_eq!(refused.refused(405, "method_not_allowed").header("allow"), Some("GET, HEAD"));
        }
    });
}
