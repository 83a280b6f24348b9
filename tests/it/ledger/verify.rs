//! `cofund ledger verify`.

use cofund::features::ledger::rules::line::{Head, Line};
use cofund::kernel::{LedgerEntry, ProjectId};
use cofund_tests::{Program, Said, TestApp, json, test};

use super::{atoll, downloaded, parsed, reef};

pub fn verify(app: &TestApp, more: &[&str]) -> Said {
    let arguments = [&["ledger", "verify"], more].concat();
    Program::run(&arguments, &[("DATABASE_URL", &app.database.url)])
}

async fn as_owner(app: &TestApp, sql: &str) {
    let sql = format!("SET session_replication_role = replica; {sql}; SET session_replication_role = origin");
    app.database.client().batch_execute(&sql).await.expect("the owner may");
}

/// As somebody can who owns the database; and takes it back.
async fn tampered(app: &TestApp, change: &str, back: &str, words: &str) {
    as_owner(app, change).await;
    let said = verify(app, &[]);
    as_owner(app, back).await;
    assert!(!said.success, "{change}");
    let lines: Vec<_> = said.out.lines().collect();
    assert!(lines.len() == 2 && lines[0].starts_with("reef: ") && lines[0].contains(words), "{change}: {}", said.out);
    assert!(lines[1].starts_with("atoll: 1 lines hold"), "{}", said.out);
    assert_eq!(said.err, "cofund: the ledger does not hold in 1 of the projects.\n");
    assert!(verify(app, &[]).success, "{back}");
}

#[test]
fn it_prints_a_line_for_each_project() {
    test(async |app| {
        reef(app).await;
        atoll(app).await;
        let head =
            app.public().get("/projects/reef/ledger").await.items()[4]["hash"].as_str().unwrap_or("?").to_owned();
        let all = verify(app, &[]);
        assert!(all.success, "{}{}", all.out, all.err);
        assert_eq!(all.out.lines().next(), Some(format!("reef: 5 lines hold, head {head}").as_str()));
        assert_eq!(all.out.lines().count(), 2);
        let one = verify(app, &["--project", "atoll"]);
        assert!(one.success && one.out.starts_with("atoll: 1 lines") && one.out.lines().count() == 1, "{}", one.out);
        for (slug, words) in [("nothing", "no project nothing"), ("A B", "--project")] {
            let said = verify(app, &["--project", slug]);
            assert!(!said.success && said.err.contains(words), "{}", said.err);
        }
    });
}

#[test]
fn whatever_is_changed_behind_its_back_is_found() {
    test(async |app| {
        reef(app).await;
        atoll(app).await;
        let line = "UPDATE ledger_lines SET";
        let of_reef = "project_id = (SELECT id FROM projects WHERE slug = 'reef')";
        let cases = [
            (
                format!("{line} kind = 'pledge_edited' WHERE {of_reef} AND seq = 2"),
                format!("{line} kind = 'pledge_placed' WHERE {of_reef} AND seq = 2"),
                "line 2: its hash",
            ),
            (
                format!("{line} at = at + interval '1 second' WHERE {of_reef} AND seq = 5"),
                format!("{line} at = at - interval '1 second' WHERE {of_reef} AND seq = 5"),
                "line 5: its hash",
            ),
            (
                format!(
                    "CREATE TABLE kept AS SELECT * FROM ledger_lines WHERE {of_reef} AND seq = 3; DELETE FROM ledger_lines WHERE {of_reef} AND seq = 3"
                ),
                "INSERT INTO ledger_lines SELECT * FROM kept; DROP TABLE kept".to_owned(),
                "line 3: it is missing",
            ),
            (
                format!(
                    "CREATE TABLE kept AS SELECT * FROM ledger_lines WHERE {of_reef} AND seq = 5; DELETE FROM ledger_lines WHERE {of_reef} AND seq = 5"
                ),
                "INSERT INTO ledger_lines SELECT * FROM kept; DROP TABLE kept".to_owned(),
                "line 5: it is missing; the head is line 5",
            ),
            (
                format!(
                    "INSERT INTO ledger_lines SELECT project_id, 6, at, kind, data, hash, hash FROM ledger_lines WHERE {of_reef} AND seq = 5"
                ),
                format!("DELETE FROM ledger_lines WHERE {of_reef} AND seq = 6"),
                "line 6: its hash",
            ),
            (
                format!("UPDATE project_money SET ledger_hash = repeat('a', 64) WHERE {of_reef}"),
                format!(
                    "UPDATE project_money SET ledger_hash = (SELECT hash FROM ledger_lines WHERE {of_reef} AND seq = 5) WHERE {of_reef}"
                ),
                "line 5: its hash is not that of the head",
            ),
            (
                format!("UPDATE project_money SET pledged = 250.49 WHERE {of_reef}"),
                format!("UPDATE project_money SET pledged = 250.50 WHERE {of_reef}"),
                "line 5: pledged is 250.50 after it, but 250.49 in the tables",
            ),
            (
                format!("UPDATE project_money SET backers = 2 WHERE {of_reef}"),
                format!("UPDATE project_money SET backers = 1 WHERE {of_reef}"),
                "line 5: backers is 1 after it, but 2 in the tables",
            ),
        ];
        for (change, back, words) in cases {
            tampered(app, &change, &back, words).await;
        }
    });
}

/// A line may be chained as it should be and still not tell the truth.
#[test]
fn a_line_that_does_not_add_up_is_found() {
    test(async |app| {
        let reef = reef(app).await;
        let last = &parsed(&downloaded(app, "reef").await)[4];
        let hash = last["hash"].as_str().expect("a hash").to_owned();
        let project: ProjectId = reef.id.parse::<uuid::Uuid>().expect("an id").into();
        let mut data = json!({ "pledge": "c3", "amount": "100.00", "totals": last["data"]["totals"] });
        data["totals"]["pledged"] = json!("350.51");
        data["totals"]["ceilings"] = json!("350.51");
        data["totals"]["backers"] = json!(2);
        let entry = LedgerEntry { project, kind: "pledge_placed", data };
        let line = Line::after(&Head { seq: 5, hash }, app.clock.now(), entry);
        let (at, data, before, hash) = (line.instant(), &line.data, &line.prev_hash, &line.hash);
        let change = format!(
            "INSERT INTO ledger_lines (project_id, seq, at, kind, data, prev_hash, hash) \
             VALUES ('{project}', 6, '{at}', 'pledge_placed', '{data}', '{before}', '{hash}'); \
             UPDATE project_money SET pledged = 350.51, ceilings = 350.51, backers = 2, ledger_seq = 6, \
             ledger_hash = '{hash}'"
        );
        let back = format!(
            "DELETE FROM ledger_lines WHERE seq = 6; \
             UPDATE project_money SET pledged = 250.50, ceilings = 250.50, backers = 1, ledger_seq = 5, \
             ledger_hash = '{before}'"
        );
        as_owner(app, &change).await;
        let said = verify(app, &[]);
        as_owner(app, &back).await;
        assert!(!said.success);
        assert_eq!(said.out, "reef: line 6: pledged is said to be 350.51, but the lines come to 350.50\n");
    });
}
