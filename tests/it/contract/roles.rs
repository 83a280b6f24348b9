//! Every operation, asked by every role: the reviewed table, and who may by the declaration in `rows.rs`.

use std::collections::HashSet;

use cofund_tests::{TestApp, test_with_providers};

use super::rows::{ROLES, rows};
use super::scene::Scene;
use super::schema::Contract;
use super::{operations, table};

#[test]
fn every_operation_has_a_row() {
    let rows = rows();
    let covered: HashSet<&str> = rows.iter().map(|row| row.operation).collect();
    let known = operations();
    let missing: Vec<_> = known.keys().filter(|operation| !covered.contains(operation.as_str())).collect();
    assert!(
        missing.is_empty(),
        "{missing:?} has no row: say in tests/it/contract/rows.rs who may do it, with a request that makes sense"
    );
    let gone: Vec<_> = covered.iter().filter(|operation| !known.contains_key(**operation)).collect();
    assert!(gone.is_empty(), "{gone:?} is no operation any more: take its rows out of tests/it/contract/rows.rs");
    let names: HashSet<String> = rows.iter().map(|row| row.name()).collect();
    assert_eq!(names.len(), rows.len(), "two rows of one operation have the same case");
}

/// Whatever changes something leaves one of these.
async fn traces(app: &TestApp) -> i64 {
    app.count("SELECT (SELECT count(*) FROM audit_log) + (SELECT count(*) FROM outbox)").await
}

#[test]
fn every_role_gets_what_it_may_and_nothing_else() {
    test_with_providers(
        |provider| provider.settings("CAMPUS"),
        async |app, _| {
            let (scene, contract, operations) = (Scene::set(app).await, Contract::committed(), operations());
            let (mut lines, mut mismatches, mut undocumented) = (Vec::new(), Vec::new(), Vec::new());
            for row in rows() {
                let (method, path) = operations.get(row.operation).expect("an operation");
                let mut cells = Vec::new();
                for role in ROLES {
                    let things = scene.things(&row, path, role).await;
                    let before = traces(app).await;
                    let answer = scene.send(&row, method, path, &things, scene.actor(role)).await;
                    let allowed = answer.status < 400;
                    if allowed != row.may.contains(&role) {
                        mismatches.push(format!("{} by {role:?}: {} {}", row.name(), answer.status, answer.text()));
                    }
                    if !allowed && !matches!(answer.status, 401 | 403 | 404) {
                        mismatches.push(format!(
                            "{} by {role:?} was not asked properly: {}",
                            row.name(),
                            answer.text()
                        ));
                    }
                    if !allowed && traces(app).await != before {
                        mismatches.push(format!("{} by {role:?} was refused and did something", row.name()));
                    }
                    undocumented.extend(contract.check(row.operation, &answer).err());
                    cells.push(table::cell(answer.status, answer["code"].as_str()));
                }
                lines.push((row.name(), cells));
            }
            let cells = lines.len() * ROLES.len();
            println!(
                "{} operations, {} rows, {cells} cells, {} mismatches",
                operations.len(),
                lines.len(),
                mismatches.len()
            );
            assert!(mismatches.is_empty(), "not as tests/it/contract/rows.rs says:\n{}", mismatches.join("\n"));
            assert!(undocumented.is_empty(), "not as openapi/openapi.json says:\n{}", undocumented.join("\n"));
            table::compare(&table::render(&lines));
        },
    );
}
