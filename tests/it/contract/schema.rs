//! Whether an answer is what the committed contract says it is.

use cofund_tests::{Answer, Value, json, test};

pub struct Contract {
    document: Value,
}

impl Contract {
    pub fn committed() -> Self {
        let text = include_str!("../../../openapi/openapi.json");
        let mut document: Value = serde_json::from_str(text).expect("the contract is JSON");
        close(&mut document);
        Self { document }
    }

    /// The status is documented, and the body is of its schema, with no member that is not in it.
    pub fn check(&self, operation: &str, answer: &Answer) -> Result<(), String> {
        let here = format!("{operation} {} ({})", answer.status, answer.request);
        let response = &self.operation(operation)["responses"][answer.status.to_string()];
        let response = self.resolve(response).ok_or_else(|| format!("{here}: the status is not documented"))?;
        let kind = answer.header("content-type").map(|kind| kind.split(';').next().unwrap_or_default());
        let content = match (kind, response.get("content")) {
            (None, None) => return Ok(()),
            (Some(kind), Some(content)) => {
                content.get(kind).ok_or_else(|| format!("{here}: {kind} is not documented"))?
            }
            (kind, _) => return Err(format!("{here}: has {kind:?}, which the contract does not say")),
        };
        let bodies: Vec<Value> = match kind {
            // The schema is that of each line.
            Some("application/x-ndjson") => {
                let read = |line: &str| serde_json::from_str(line).map_err(|e| format!("{here}: {line}: {e}"));
                answer.text().lines().map(read).collect::<Result<_, _>>()?
            }
            Some(kind) if kind.ends_with("json") => vec![answer.json.clone()],
            _ => return Ok(()),
        };
        let schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "allOf": [content["schema"]],
            "components": self.document["components"],
        });
        let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("a good schema");
        let wrong: Vec<String> = bodies
            .iter()
            .flat_map(|body| validator.iter_errors(body))
            .map(|e| format!("{here} at {:?}: {e}", e.instance_path().as_str()))
            .collect();
        if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
    }

    fn operation(&self, id: &str) -> &Value {
        let paths = self.document["paths"].as_object().expect("paths");
        let all = paths.values().filter_map(Value::as_object).flat_map(|item| item.values());
        all.into_iter().find(|operation| operation["operationId"] == id).unwrap_or_else(|| panic!("no operation {id}"))
    }

    fn resolve<'a>(&'a self, response: &'a Value) -> Option<&'a Value> {
        match response["$ref"].as_str() {
            Some(reference) => self.document.pointer(reference.trim_start_matches('#')),
            None => response.is_object().then_some(response),
        }
    }
}

/// Clients may meet members they do not know; here one that nobody wrote down is a mistake.
fn close(document: &mut Value) {
    let schemas = document["components"]["schemas"].as_object_mut().expect("schemas");
    let parts: Vec<String> = schemas
        .values()
        .filter_map(|schema| schema["allOf"].as_array())
        .flatten()
        .filter_map(|part| part["$ref"].as_str()?.rsplit('/').next().map(str::to_owned))
        .collect();
    for (name, schema) in schemas {
        // A problem carries what its code needs; a part is closed by the whole.
        if name != "Problem" && !parts.contains(name) && (schema["type"] == "object" || schema.get("allOf").is_some()) {
            schema["unevaluatedProperties"] = json!(false);
        }
    }
}

#[test]
fn what_is_not_in_the_contract_is_noticed() {
    test(async |app| {
        app.organization("Tidewater").await;
        let contract = Contract::committed();
        let good = app.public().get("/organizations").await;
        assert_eq!(contract.check("list_organizations", &good), Ok(()));
        let changes: [fn(&mut Answer); 6] = [
            |answer| answer.json["more"] = json!(1),
            |answer| answer.json["items"][0]["secret"] = json!(1),
            |answer| answer.json["items"][0]["can"]["fly"] = json!({ "ok": true }),
            |answer| answer.json["items"][0]["name"] = json!(null),
            |answer| answer.json["items"][0]["updated_at"] = json!("yesterday"),
            |answer| answer.status = 418,
        ];
        for (at, change) in changes.iter().enumerate() {
            let mut bad = good.clone();
            change(&mut bad);
            assert!(contract.check("list_organizations", &bad).is_err(), "change {at}");
        }
    });
}
