//! Looking behind the curtain, at what a test cannot see over HTTP: rows, locks, the audit log as it is stored.

use crate::TestApp;

impl TestApp {
    /// One number from the database.
    pub async fn count(&self, sql: &str) -> i64 {
        self.database.client.query_one(sql, &[]).await.expect(sql).get(0)
    }

    /// How many of the program's transactions wait for a lock.
    pub async fn waiting(&self) -> i64 {
        let sql = "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted AND pid IN \
                   (SELECT pid FROM pg_stat_activity WHERE datname = current_database())";
        self.count(sql).await
    }

    /// Comes back when that many wait.
    pub async fn until_waiting(&self, transactions: i64) {
        while self.waiting().await < transactions {
            tokio::task::yield_now().await;
        }
    }

    /// The tables with a row that holds this text in any of its columns, as it is or as bytes.
    pub async fn tables_holding(&self, text: &str) -> Vec<String> {
        let mut holding = Vec::new();
        for table in self.tables().await {
            let sql = format!(
                "SELECT count(*) FROM {table} it WHERE position($1 IN it::text) > 0 \
                 OR position(encode(convert_to($1, 'UTF8'), 'hex') IN it::text) > 0"
            );
            if self.database.client.query_one(&sql, &[&text]).await.expect("a count").get::<_, i64>(0) > 0 {
                holding.push(table);
            }
        }
        holding
    }

    /// What the newest audit entry of this name says.
    pub async fn audit_entry(&self, action: &str) -> serde_json::Value {
        let sql = "SELECT detail::text FROM audit_log WHERE action = $1 ORDER BY id DESC LIMIT 1";
        let row = self.database.client.query_one(sql, &[&action]).await.expect(action);
        serde_json::from_str(row.get(0)).expect("JSON")
    }

    /// All that is stored, by table, but when a token was last used.
    pub async fn dump(&self) -> Vec<(String, String)> {
        let mut dump = Vec::new();
        for table in self.tables().await {
            let sql = format!(
                "SELECT string_agg((to_jsonb(t) - 'last_used_at')::text, E'\n' ORDER BY to_jsonb(t)::text) FROM {table} t"
            );
            let rows: Option<String> = self.database.client.query_one(&sql, &[]).await.expect(&sql).get(0);
            dump.push((table, rows.unwrap_or_default()));
        }
        dump
    }

    /// The names of audit entries about this subject, oldest first.
    pub async fn audit_of(&self, subject: &str) -> Vec<String> {
        let id: uuid::Uuid = subject.parse().expect("an id");
        let sql = "SELECT action FROM audit_log WHERE subject_id = $1 ORDER BY id";
        let rows = self.database.client.query(sql, &[&id]).await.expect(sql);
        rows.iter().map(|row| row.get(0)).collect()
    }

    async fn tables(&self) -> Vec<String> {
        let sql = "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1";
        let rows = self.database.client.query(sql, &[]).await.expect(sql);
        rows.iter().map(|row| row.get(0)).collect()
    }
}
