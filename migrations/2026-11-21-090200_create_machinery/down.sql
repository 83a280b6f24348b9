DROP TABLE audit_log, outbox, idempotency_keys;
DROP FUNCTION refuse_change;
