//! How the database finds what it is asked for, with ten thousand pledges in it: by an index, whatever page it is. It
//! counts itself how often it read a table from end to end, so what counts is what it did, with what was really asked.

use std::fs;
use std::path::Path;

use cofund_tests::{Person, TestApp, test};

/// The tables that grow with use. Only `/stats` adds up all there is, once for all who ask within a second.
const LARGE: &str = "'audit_log', 'idempotency_keys', 'ledger_lines', 'memberships', 'organizations', 'pledge_versions', \
    'pledge_years', 'pledges', 'project_money', 'project_texts', 'projects', 'users', 'access_tokens'";

/// More often than the database thinks about a statement before it settles for one way.
const OFTEN: usize = 7;

#[test]
fn every_page_finds_its_rows_by_an_index() {
    test(async |app| {
        fill(app).await;
        let staff = app.admin().await;
        let (own, large) = ("/organizations/org-000001", "/projects/large");
        let mut paths = vec![
            "/projects?funding=open&limit=20".to_owned(),
            "/projects?sort=closing_soon".to_owned(),
            "/projects?sort=most_funded".to_owned(),
            "/projects?sort=almost_there".to_owned(),
            "/organizations?limit=50".to_owned(),
            "/me/follows".to_owned(),
            "/admin/users?limit=20".to_owned(),
            "/admin/audit?limit=100".to_owned(),
        ];
        for part in ["", "/progress", "/pledges?limit=20", "/supports", "/updates", "/ledger"] {
            paths.push(format!("{large}{part}"));
        }
        for part in ["", "/pledges", "/funding", "/members", "/budget"] {
            paths.push(format!("{own}{part}"));
        }
        let mut found = Vec::new();
        for path in &paths {
            let read = read_whole(app, &staff, path).await;
            if !read.is_empty() {
                found.push(format!("{path} reads all of {read}"));
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
        // The count sees what it is there to see.
        assert!(read_whole(app, &staff, "/stats").await.contains("pledge"), "nothing was counted");
        empty(app).await;
    });
}

/// Which large tables are read from end to end for this page and the next, and how often.
async fn read_whole(app: &TestApp, person: &Person, path: &str) -> String {
    let client = app.database.client();
    client.batch_execute("SELECT pg_stat_reset()").await.expect("it counts anew");
    for _ in 0..OFTEN {
        let page = person.get(path).await;
        // A page deep in it is found as the first is.
        if let Some(cursor) = page.is(200)["next_cursor"].as_str() {
            let sign = if path.contains('?') { '&' } else { '?' };
            person.get(&format!("{path}{sign}cursor={cursor}")).await.is(200);
        }
    }
    // Who leaves says what they did.
    let leave = "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity \
                 WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'";
    client.query_one(leave, &[]).await.expect("they leave");
    let read = format!(
        "SELECT coalesce(string_agg(relname || ' ' || seq_scan || ' times', ', ' ORDER BY relname), '') \
         FROM pg_stat_user_tables WHERE seq_scan > 0 AND relname IN ({LARGE})"
    );
    client.query_one(&read, &[]).await.expect("it was counted").get(0)
}

/// The smaller of the two sizes that `cargo xtask bench` measures on.
async fn fill(app: &TestApp) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench/sql/data");
    let mut files: Vec<_> = fs::read_dir(folder).expect("the data").map(|file| file.expect("a file").path()).collect();
    files.sort();
    let client = app.database.client();
    client.batch_execute("SET session_replication_role = replica; SET bench.size = 'small'").await.expect("a setting");
    for file in files {
        let sql = fs::read_to_string(&file).expect("a file");
        client.batch_execute(&sql).await.unwrap_or_else(|error| panic!("{}: {error:?}", file.display()));
    }
    client.batch_execute("RESET session_replication_role").await.expect("a setting");
    client.batch_execute("VACUUM ANALYZE").await.expect("statistics");
}

/// What no person did is nothing that was recorded, which the harness would miss.
async fn empty(app: &TestApp) {
    let client = app.database.client();
    client
        .batch_execute("SET session_replication_role = replica; TRUNCATE users CASCADE")
        .await
        .expect("nothing is left");
    client.batch_execute("RESET session_replication_role").await.expect("a setting");
}
