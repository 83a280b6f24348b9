DROP TABLE project_updates;
DROP TABLE follows;
DROP TABLE supports;
