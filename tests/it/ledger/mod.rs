//! The ledger: what is written, who can read it, and that nothing is changed unseen.

mod append;
mod documented_verifier;
mod download_ledger;
mod export_ledger;
mod list_ledger_lines;
mod several_hundred;
mod verify;
mod whole_life;

use cofund_tests::{Answer, Backer, TestApp, Value, json};

/// A project with a ledger of five lines.
struct Reef {
    id: String,
    alder: Backer,
    /// What Alder pledged and changed; Birch's was withdrawn.
    pledge: String,
}

async fn reef(app: &TestApp) -> Reef {
    app.open_project("Reef", json!({})).await;
    let [alder, birch] = [app.backer("Alder").await, app.backer("Birch").await];
    let pledge = alder.pledge("reef", json!({ "amount": "400.00", "visibility": "anonymous" })).await.is(201).id();
    let other = birch.gives("reef", "100.00").await;
    alder.edit(&pledge, json!({ "amount": "250.50" })).await.is(200);
    birch.step(&other, "withdraw", json!({ "reason": "Another year" })).await.is(200);
    Reef { id: app.project("reef").await.id(), alder, pledge }
}

/// Ends it with a sixth line, which has more than ASCII.
async fn close_reef(app: &TestApp) {
    let closing = json!({ "reason": "superseded", "note": "Küste \u{1f30a}" });
    app.run("reef", "close", closing).await.is(200);
}

/// A coalition nobody joined.
async fn atoll(app: &TestApp) {
    app.open_project("Atoll", json!({ "mode": "shared", "goal": "500.00" })).await;
}

async fn downloaded(app: &TestApp, slug: &str) -> String {
    app.public().get(&format!("/projects/{slug}/ledger.jsonl")).await.is(200).text()
}

fn parsed(ledger: &str) -> Vec<Value> {
    ledger.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// The hash of the last line, as an answer about a pledge tells it.
#[track_caller]
fn told(answer: &Answer) -> String {
    answer["ledger"]["hash"].as_str().expect("a hash").to_owned()
}
