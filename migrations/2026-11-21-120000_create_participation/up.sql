-- Taking part without money: support, following a project, and what staff tell of it.

-- A support that ended keeps its row: who stood behind a project when is part of its story.
CREATE TABLE supports (
    id              uuid PRIMARY KEY,
    project_id      uuid NOT NULL REFERENCES projects,
    organization_id uuid NOT NULL REFERENCES organizations,
    kind            text NOT NULL,
    sentence        text,
    quote_consent   boolean NOT NULL,
    would_use       boolean NOT NULL,
    given_by        uuid REFERENCES users,
    created_at      timestamptz NOT NULL,
    ended_at        timestamptz,
    CONSTRAINT supports_kind_is_known
        CHECK (kind IN ('endorse', 'test', 'connect', 'letter_of_support', 'co_propose', 'in_kind')),
    CONSTRAINT supports_sentence_has_length CHECK (length(sentence) BETWEEN 1 AND 500)
);
CREATE UNIQUE INDEX supports_one_live ON supports (project_id, organization_id, kind) WHERE ended_at IS NULL;
CREATE INDEX supports_of_project ON supports (project_id, id) WHERE ended_at IS NULL;

CREATE TABLE follows (
    project_id uuid NOT NULL REFERENCES projects,
    user_id    uuid NOT NULL REFERENCES users,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (project_id, user_id)
);
CREATE INDEX follows_of_user ON follows (user_id, created_at);

CREATE TABLE project_updates (
    id         uuid PRIMARY KEY,
    project_id uuid NOT NULL REFERENCES projects,
    kind       text NOT NULL,
    title      text NOT NULL,
    body       text NOT NULL,
    posted_by  uuid REFERENCES users,
    created_at timestamptz NOT NULL,
    CONSTRAINT project_updates_kind_is_known CHECK (kind IN ('demo', 'milestone', 'delay', 'news')),
    CONSTRAINT project_updates_title_has_length CHECK (length(title) BETWEEN 1 AND 200),
    CONSTRAINT project_updates_body_has_length CHECK (length(body) BETWEEN 1 AND 20000)
);
CREATE INDEX project_updates_of_project ON project_updates (project_id, id);
