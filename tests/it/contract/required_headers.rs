//! The headers that the contract requires are those that the program does not go on without.

use cofund_tests::{Value, test};

use super::operations;
use super::rows::{Role, Row, rows};
use super::scene::Scene;

const HEADERS: [(&str, u16); 2] = [("If-Match", 428), ("Idempotency-Key", 400)];

#[test]
fn the_contract_requires_what_the_program_does() {
    test(async |app| {
        let (scene, operations) = (Scene::set(app).await, operations());
        let contract: Value =
            serde_json::from_str(include_str!("../../../openapi/openapi.json")).expect("the contract");
        let (mut required, mut wrong) = (0, Vec::new());
        for row in rows().iter().filter(|row| row.case.is_empty() && row.operation != "log_out") {
            let (method, path) = operations.get(row.operation).expect("an operation");
            if method == "GET" {
                continue;
            }
            let role = who_may(row);
            for (header, refusal) in HEADERS {
                let things = scene.things(row, path, role).await;
                let answer = scene.send_without(header, row, method, path, &things, scene.actor(role)).await;
                let says = requires(&contract, method, path, header);
                required += usize::from(says);
                if says != (answer.status == refusal) {
                    wrong.push(format!("{} without {header}: {} {}", row.operation, answer.status, answer.text()));
                }
            }
        }
        println!("{required} headers are required");
        assert!(required > 20);
        assert!(wrong.is_empty(), "the contract says otherwise:\n{}", wrong.join("\n"));
    });
}

fn who_may(row: &Row) -> Role {
    let by_right = [Role::Admin, Role::Lead, Role::Finance, Role::Public];
    by_right.into_iter().find(|role| row.may.contains(role)).expect("somebody may")
}

fn requires(contract: &Value, method: &str, path: &str, header: &str) -> bool {
    let parameters = contract["paths"][path][method.to_lowercase()]["parameters"].as_array();
    parameters.is_some_and(|all| all.iter().any(|one| one["name"] == header && one["required"] == true))
}
