//! What must hold after every test, whatever it did.

use crate::TestApp;

/// A sentence, and a query that counts what contradicts it.
const INVARIANTS: &[(&str, &str)] = &[
    ("nothing is left to deliver", "SELECT count(*) FROM outbox WHERE done_at IS NULL AND dead_at IS NULL"),
    ("what was delivered is forgotten", "SELECT count(*) FROM outbox WHERE done_at IS NOT NULL AND payload <> '{}'"),
    (
        "whoever is disabled has no session",
        "SELECT count(*) FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.disabled_at IS NOT NULL AND s.ended_at IS NULL",
    ),
    ("every idempotency row holds its answer", "SELECT count(*) FROM idempotency_keys WHERE status IS NULL"),
    (
        "every person was recorded",
        "SELECT count(*) FROM users u WHERE NOT EXISTS (SELECT FROM audit_log a WHERE a.subject_id = u.id AND a.action = 'user_created')",
    ),
    (
        "every membership was recorded with its rights",
        "SELECT count(*) FROM memberships m WHERE m.role <> (SELECT COALESCE(a.detail->'after'->>'role', a.detail->>'role') \
         FROM audit_log a WHERE a.subject_id = m.user_id AND a.organization_id = m.organization_id \
         AND a.action IN ('member_added', 'member_changed') ORDER BY a.id DESC LIMIT 1)",
    ),
    (
        "an accepted invitation made a member",
        "SELECT count(*) FROM invitations i WHERE i.accepted_at IS NOT NULL AND NOT EXISTS (SELECT FROM audit_log a \
         WHERE a.subject_id = i.accepted_by AND a.organization_id = i.organization_id AND a.action = 'member_added')",
    ),
    (
        "the audit log holds no address",
        "SELECT count(*) FROM audit_log a JOIN users u ON a.detail::text LIKE '%' || u.email || '%'",
    ),
    (
        "no connection is left inside a transaction",
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'",
    ),
];

pub async fn check(app: &TestApp) {
    for (sentence, sql) in INVARIANTS {
        assert_eq!(app.count(sql).await, 0, "it does not hold that {sentence}");
    }
    app.check_books().await;
    let dead = app.count("SELECT count(*) FROM outbox WHERE dead_at IS NOT NULL").await;
    assert_eq!(dead, app.expected_dead_letters(), "deliveries were given up");
}
