//! Projects and ledger lines as the program keeps them, for tests of the ledger itself: what is done over HTTP writes
//! its own lines, and neither wrong ones nor thousands.

use cofund::db::{Cause, Tx};
use cofund::features::ledger;
use cofund::features::ledger::rules::line::Head;
use cofund::kernel::{LedgerEntry, ProjectId};
use serde_json::{Value, json};

use crate::{Database, TestApp};

impl TestApp {
    /// An open project whose ledger has its first line.
    pub async fn open_ledger(&self, slug: &str, mode: &str, goal: &str) -> ProjectId {
        let project = insert_project(&self.database, slug, mode, goal).await;
        let totals = json!({ "goal": goal, "pledged": "0.00", "ceilings": "0.00", "waiting": "0.00", "signed": "0.00", "backers": 0 });
        let data = json!({ "mode": mode, "goal": goal, "minimum_pledge": "1.00", "pledge_by": "2040-01-01",
            "time_zone": "UTC", "terms_version": "2026-01", "currency": "USD", "totals": totals });
        self.append(project, "opened", data).await;
        project
    }

    /// What the program does when something happens: totals in the tables, and a line with the same.
    pub async fn append(&self, project: ProjectId, kind: &'static str, data: Value) -> Head {
        let total = |name: &str| match &data["totals"][name] {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let sets = ["goal", "pledged", "ceilings", "waiting", "signed", "backers"];
        let sets = sets.map(|name| format!("{name} = {}", total(name))).join(", ");
        let sql = format!("UPDATE project_money SET {sets} WHERE project_id = '{project}'");
        self.database.client.batch_execute(&sql).await.expect("totals");
        let entry = LedgerEntry { project, kind, data };
        let record = async |tx: &mut Tx| ledger::record(tx, &entry).await;
        self.worker.db.write(&Cause::command_line(), record).await.expect("a line")
    }
}

/// A row of an open project, without a ledger.
pub async fn insert_project(database: &Database, slug: &str, mode: &str, goal: &str) -> ProjectId {
    let project = ProjectId::new();
    let sql = format!(
        "INSERT INTO terms (id, version, title, body, published_at) \
         VALUES ('{project}', '2026-01', 'Terms', 'Terms.', now()) ON CONFLICT DO NOTHING; \
         INSERT INTO projects (id, slug, title, visibility, mode, minimum_pledge, pledge_by, time_zone, closes_at, funding, \
         terms_version, opened_at, currency, created_at, updated_at) \
         VALUES ('{project}', '{slug}', 'A project', 'user_visible', '{mode}', 1, '2040-01-01', 'UTC', '2040-01-02', 'open', \
         '2026-01', now(), 'USD', now(), now()); \
         INSERT INTO project_money (project_id, goal) VALUES ('{project}', {goal})"
    );
    database.client.batch_execute(&sql).await.expect("a project");
    project
}
