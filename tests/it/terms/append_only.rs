//! What was published is never changed or removed: the database says so, too.

use cofund_tests::{json, test};

#[test]
fn the_database_refuses() {
    test(async |app| {
        let before = app.public().get("/terms/current").await;
        for statement in [
            "UPDATE terms SET body = 'Everything is owed.'",
            "UPDATE terms SET title = '' WHERE false",
            "DELETE FROM terms",
            "TRUNCATE terms CASCADE",
        ] {
            let refused = app.database.client().execute(statement, &[]).await.expect_err(statement);
            let refused = refused.as_db_error().expect("the database's own word");
            assert_eq!(refused.code().code(), "23001", "{statement}: {refused}");
            assert_eq!(refused.message(), "rows of terms are never changed or removed");
        }
        assert_eq!(app.public().get("/terms/current").await.is(200).json, before.json);
    });
}

#[test]
fn there_is_no_address_to_change_them() {
    test(async |app| {
        let staff = app.staff().await;
        for method in ["POST", "PUT", "PATCH", "DELETE"] {
            let call = staff.call(method.parse().expect("a method"), "/terms/2026-11").json(&json!({ "body": "x" }));
            assert_eq!(call.await.refused(405, "method_not_allowed").header("allow"), Some("GET, HEAD"));
        }
    });
}
