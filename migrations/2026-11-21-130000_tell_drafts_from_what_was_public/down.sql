DROP INDEX projects_newest;
CREATE INDEX projects_newest ON projects (id) WHERE funding <> 'draft';

ALTER TABLE projects DROP COLUMN is_public;
