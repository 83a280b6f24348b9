//! The ledger: what is written, who can read it, and that nothing is changed unseen.

mod append;
mod documented_verifier;
mod download_ledger;
mod export_ledger;
mod list_ledger_lines;
mod verify;

use cofund::kernel::ProjectId;
use cofund_tests::{TestApp, Value, json};

/// A line's data for a pledge in a `fixed` project of 1000.00, of which so much is pledged by so many after it.
fn pledge(handle: &str, amount: &str, pledged: &str, backers: i32) -> Value {
    json!({ "pledge": handle, "amount": amount, "totals": { "goal": "1000.00", "pledged": pledged,
        "ceilings": pledged, "waiting": "0.00", "signed": "0.00", "backers": backers } })
}

/// A project with a ledger of five lines.
async fn reef(app: &TestApp) -> ProjectId {
    let project = app.open_ledger("reef", "fixed", "1000.00").await;
    app.append(project, "pledge_placed", pledge("a1", "400.00", "400.00", 1)).await;
    let mut named = pledge("b2", "100.00", "500.00", 2);
    named["organization"] = json!("küste-\u{1f30a}");
    app.append(project, "pledge_placed", named).await;
    app.append(project, "pledge_edited", pledge("a1", "250.50", "350.50", 2)).await;
    app.append(project, "pledge_withdrawn", pledge("b2", "100.00", "250.50", 1)).await;
    project
}
