-- What every change leaves behind: its stored answer, its consequences, its trace.

CREATE TABLE idempotency_keys (
    user_id     uuid NOT NULL REFERENCES users,
    operation   text NOT NULL,
    target      text NOT NULL,
    key         text NOT NULL,
    fingerprint bytea NOT NULL,
    status      smallint,
    etag        text,
    sealed_body bytea,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (user_id, operation, target, key),
    CONSTRAINT idempotency_keys_have_length CHECK (length(key) BETWEEN 1 AND 255),
    CONSTRAINT idempotency_keys_keep_only_success CHECK (status BETWEEN 200 AND 299)
);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

CREATE TABLE outbox (
    id              uuid PRIMARY KEY,
    kind            text NOT NULL,
    payload         jsonb NOT NULL,
    created_at      timestamptz NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    attempts        integer NOT NULL DEFAULT 0,
    last_error      text,
    done_at         timestamptz,
    dead_at         timestamptz,
    CONSTRAINT outbox_ends_once CHECK (done_at IS NULL OR dead_at IS NULL)
);
CREATE INDEX outbox_due ON outbox (next_attempt_at) WHERE done_at IS NULL AND dead_at IS NULL;
CREATE INDEX outbox_open ON outbox (id) WHERE done_at IS NULL;

CREATE TABLE audit_log (
    id              uuid PRIMARY KEY,
    at              timestamptz NOT NULL,
    actor_kind      text NOT NULL,
    actor_id        uuid REFERENCES users,
    action          text NOT NULL,
    subject_kind    text NOT NULL,
    subject_id      uuid NOT NULL,
    organization_id uuid REFERENCES organizations,
    detail          jsonb NOT NULL,
    request_id      text,
    CONSTRAINT audit_log_actor_is_known CHECK (actor_kind IN ('session', 'token', 'command_line', 'program')),
    CONSTRAINT audit_log_people_have_ids CHECK ((actor_kind IN ('session', 'token')) = (actor_id IS NOT NULL))
);
CREATE INDEX audit_log_by_action ON audit_log (action, id);
CREATE INDEX audit_log_by_actor ON audit_log (actor_id, id);
CREATE INDEX audit_log_by_subject ON audit_log (subject_id, id);
CREATE INDEX audit_log_by_organization ON audit_log (organization_id, id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER audit_log_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
