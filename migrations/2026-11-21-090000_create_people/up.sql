-- People, and every way in which a person can be present: sessions, mail links, access tokens.

CREATE TABLE users (
    id          uuid PRIMARY KEY,
    email       text NOT NULL,
    name        text NOT NULL,
    language    text,
    time_zone   text,
    staff       boolean NOT NULL DEFAULT false,
    admin       boolean NOT NULL DEFAULT false,
    disabled_at timestamptz,
    version     integer NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    CONSTRAINT users_email_key UNIQUE (email),
    CONSTRAINT users_email_is_lower_case CHECK (email = lower(email) AND length(email) <= 254),
    CONSTRAINT users_name_has_length CHECK (length(name) BETWEEN 1 AND 200),
    CONSTRAINT users_language_is_known CHECK (language IN ('en', 'es', 'fr')),
    CONSTRAINT users_admin_is_staff CHECK (staff OR NOT admin)
);
CREATE INDEX users_by_name ON users (lower(name), id);
CREATE INDEX users_administrators ON users (id) WHERE admin;

-- One row is one refresh family. Only the number of the current refresh token is kept: the tokens themselves are
-- derived from it and the program's secret, so there is nothing here to steal.
CREATE TABLE sessions (
    id           uuid PRIMARY KEY,
    user_id      uuid NOT NULL REFERENCES users,
    method       text NOT NULL,
    generation   integer NOT NULL DEFAULT 0,
    rotated_at   timestamptz NOT NULL,
    user_agent   text,
    created_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    end_reason   text,
    CONSTRAINT sessions_method_is_known CHECK (method IN ('mail_link', 'invitation')),
    CONSTRAINT sessions_end_has_reason CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
    CONSTRAINT sessions_end_reason_is_known
        CHECK (end_reason IN ('signed_out', 'ended_by_person', 'ended_by_staff', 'refresh_reused', 'disabled'))
);
-- The ended ones too: they tell when a person was last seen.
CREATE INDEX sessions_of_user ON sessions (user_id, last_seen_at);

-- The id is the id of the outbox row that sends it, so a mail that is tried again carries the same link.
CREATE TABLE magic_links (
    id         uuid PRIMARY KEY,
    user_id    uuid NOT NULL REFERENCES users,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX magic_links_of_user ON magic_links (user_id);

CREATE TABLE access_tokens (
    id           uuid PRIMARY KEY,
    user_id      uuid NOT NULL REFERENCES users,
    name         text NOT NULL,
    scopes       text[] NOT NULL,
    hint         text NOT NULL,
    digest       bytea NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    CONSTRAINT access_tokens_digest_key UNIQUE (digest),
    CONSTRAINT access_tokens_digest_is_sha256 CHECK (length(digest) = 32),
    CONSTRAINT access_tokens_name_has_length CHECK (length(name) BETWEEN 1 AND 100),
    CONSTRAINT access_tokens_have_known_scopes CHECK (
        cardinality(scopes) > 0 AND scopes <@ ARRAY['read', 'pledge', 'organization', 'staff', 'admin']
    ),
    CONSTRAINT access_tokens_expire CHECK (expires_at > created_at)
);
CREATE INDEX access_tokens_live_of_user ON access_tokens (user_id) WHERE revoked_at IS NULL;
