DROP TABLE terms, topics;
