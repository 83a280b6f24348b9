-- What was public once stays so; a draft does not become it by being closed.

ALTER TABLE projects ADD COLUMN is_public boolean NOT NULL
    GENERATED ALWAYS AS (candidate_at IS NOT NULL OR opened_at IS NOT NULL) STORED;

DROP INDEX projects_newest;
CREATE INDEX projects_newest ON projects (id) WHERE is_public;
