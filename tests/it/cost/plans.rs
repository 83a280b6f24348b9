//! How the database finds what it is asked for, with ten thousand pledges in it: by an index, on every page.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use cofund_tests::{Statement, TestApp, Value, test, test_with_cable};
use tokio_postgres::SimpleQueryMessage;

/// The tables that grow with use. None of them is read from end to end for a page; only `/stats` adds up all there is,
/// once for all who ask within a second.
const LARGE: [&str; 12] = [
    "audit_log",
    "idempotency_keys",
    "ledger_lines",
    "organizations",
    "pledge_versions",
    "pledge_years",
    "pledges",
    "project_money",
    "project_texts",
    "projects",
    "supports",
    "users",
];

#[test]
fn every_page_finds_its_rows_by_an_index() {
    test_with_cable(async |app, cable| {
        fill(app).await;
        let staff = app.admin().await;
        let (mut asked, mut found) = (BTreeSet::new(), Vec::new());
        for (person, path) in [
            (app.public(), "/projects?funding=open&limit=20"),
            (app.public(), "/projects?sort=closing_soon"),
            (app.public(), "/projects?sort=queue"),
            (app.public(), "/projects/large"),
            (app.public(), "/projects/large/progress"),
            (app.public(), "/projects/large/pledges?limit=20"),
            (app.public(), "/projects/large/supports"),
            (app.public(), "/projects/large/updates"),
            (app.public(), "/projects/large/ledger"),
            (app.public(), "/organizations?limit=50"),
            (app.public(), "/organizations/org-000001"),
            (app.public(), "/organizations/org-000001/funding"),
            (staff.clone(), "/projects/large/pledges?limit=20"),
            (staff.clone(), "/organizations/org-000001/pledges"),
            (staff.clone(), "/organizations/org-000001/budget"),
            (staff.clone(), "/organizations/org-000001/members"),
            (staff, "/admin/audit"),
        ] {
            let page = person.get(path).await;
            let mut next = page.is(200)["next_cursor"].as_str().map(str::to_owned);
            // Deep pages are found as the first is.
            if let Some(cursor) = next.take() {
                let sign = if path.contains('?') { '&' } else { '?' };
                person.get(&format!("{path}{sign}cursor={cursor}")).await.is(200);
            }
            for statement in cable.statements() {
                if asked.insert(statement.clone()) {
                    let whole = read_whole(app, &statement).await;
                    if !whole.is_empty() {
                        found.push(format!("{path} reads all of {whole:?}: {}", statement.words));
                    }
                }
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
        assert!(asked.len() > 30, "only {} statements were looked at", asked.len());
    });
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
    client.batch_execute("RESET session_replication_role; ANALYZE").await.expect("statistics");
    app.database.client();
}

/// The large tables it would read from end to end, whatever is bound.
async fn read_whole(app: &TestApp, Statement { words, types }: &Statement) -> Vec<String> {
    if !(words.starts_with("SELECT") || words.starts_with("WITH")) || words.contains("pg_notify") {
        return Vec::new();
    }
    let client = app.database.client();
    let sql = "SELECT coalesce('(' || string_agg(kind::regtype::text, ', ' ORDER BY n) || ')', '') \
               FROM unnest($1::oid[]) WITH ORDINALITY all_of (kind, n)";
    let types_by_name: String = client.query_one(sql, &[types]).await.expect(sql).get(0);
    let bound = vec!["NULL"; types.len()].join(", ");
    let bound = if types.is_empty() { bound } else { format!("({bound})") };
    let explain = format!(
        "SET plan_cache_mode = force_generic_plan; PREPARE looked_at {types_by_name} AS {words}; \
         EXPLAIN (FORMAT JSON) EXECUTE looked_at {bound}; DEALLOCATE looked_at"
    );
    let said = client.simple_query(&explain).await.unwrap_or_else(|error| panic!("{words}: {error:?}"));
    let rows = said.iter().filter_map(|message| match message {
        SimpleQueryMessage::Row(row) => row.get(0),
        _ => None,
    });
    let plan: Value = serde_json::from_str(&rows.collect::<String>()).expect("a plan");
    let mut tables = Vec::new();
    whole_reads(&plan, &mut tables);
    tables.retain(|table| LARGE.contains(&table.as_str()));
    tables
}

fn whole_reads(plan: &Value, tables: &mut Vec<String>) {
    match plan {
        Value::Array(parts) => parts.iter().for_each(|part| whole_reads(part, tables)),
        Value::Object(node) => {
            if node.get("Node Type").is_some_and(|kind| kind == "Seq Scan")
                && let Some(table) = node.get("Relation Name").and_then(Value::as_str)
            {
                tables.push(table.to_owned());
            }
            node.values().for_each(|part| whole_reads(part, tables));
        }
        _ => {}
    }
}

#[test]
fn a_whole_read_is_noticed() {
    test(async |app| {
        const NUMERIC: u32 = 1700;
        let statement = |words: &str, types| Statement { words: words.to_owned(), types };
        let sum = statement("SELECT count(*) FROM pledges WHERE amount > $1", vec![NUMERIC]);
        assert_eq!(read_whole(app, &sum).await, ["pledges"]);
        assert!(read_whole(app, &statement("SELECT slug FROM tiers", Vec::new())).await.is_empty());
    });
}
