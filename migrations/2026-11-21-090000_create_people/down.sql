DROP TABLE access_tokens, magic_links, sessions, users;
