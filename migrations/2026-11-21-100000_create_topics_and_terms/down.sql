DROP TABLE terms; DROP TABLE topics;
