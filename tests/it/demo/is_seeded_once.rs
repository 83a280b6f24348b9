//! Into a fresh database, all of it, once.

use cofund_tests::{Database, Program, Said, test_program};

fn run(database: &Database, arguments: &[&str]) -> Said {
    Program::run(arguments, &[("DATABASE_URL", &database.url)])
}

async fn count(database: &Database, table: &str) -> i64 {
    let sql = format!("SELECT count(*) FROM {table}");
    database.client().query_one(&sql, &[]).await.expect("a count").get(0)
}

#[test]
fn the_second_time_nothing_is_added_and_the_ledger_holds() {
    test_program(async |database| {
        let first = run(database, &["seed", "--demo"]);
        assert!(first.success, "{}", first.err);
        assert!(first.out.starts_with("Filled in 12 organisations, 18 people, and 10 projects with "), "{}", first.out);
        let counts = async || (count(database, "projects").await, count(database, "pledge_versions").await);
        let filled = counts().await;
        assert_eq!((filled.0, count(database, "outbox").await), (10, 0), "nobody invented is sent a mail");
        let second = run(database, &["seed", "--demo"]);
        assert_eq!((second.success, second.out.as_str()), (true, "The demo data is there already.\n"));
        assert_eq!(counts().await, filled);
        let verified = run(database, &["ledger", "verify"]);
        assert!(verified.success, "{}{}", verified.out, verified.err);
        assert_eq!(verified.out.lines().count(), 10, "{}", verified.out);
    });
}

#[test]
fn a_database_of_others_is_left_alone() {
    test_program(async |database| {
        let create = ["user", "create", "--email", "ana@people.example", "--name", "Ana Kelp"];
        assert!(run(database, &create).success);
        let said = run(database, &["seed", "--demo"]);
        assert!(!said.success && said.err.contains("other people"), "{}{}", said.out, said.err);
        assert_eq!((count(database, "users").await, count(database, "organizations").await), (1, 0));
    });
}

/// What fails in the middle leaves nothing, and can be done again once the cause is gone.
#[test]
fn all_of_it_or_nothing() {
    test_program(async |database| {
        let late = "ALTER TABLE pledges ADD CONSTRAINT not_yet CHECK (agreement_reference <> 'CF-0010')";
        database.client().batch_execute(late).await.expect("a constraint");
        assert!(!run(database, &["seed", "--demo"]).success);
        assert_eq!((count(database, "users").await, count(database, "ledger_lines").await), (0, 0));
        database.client().batch_execute("ALTER TABLE pledges DROP CONSTRAINT not_yet").await.expect("it goes");
        let said = run(database, &["seed", "--demo"]);
        assert!(said.success, "{}", said.err);
    });
}
