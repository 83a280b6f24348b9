DROP TRIGGER follows_are_of_people ON follows;
DROP TRIGGER identities_are_of_people ON identities;
DROP TRIGGER access_tokens_are_of_people ON access_tokens;
DROP TRIGGER magic_links_are_of_people ON magic_links;
DROP TRIGGER sessions_are_of_people ON sessions;
DROP TRIGGER memberships_are_of_people ON memberships;
DROP FUNCTION refuse_the_erased;
DROP TRIGGER users_erased_stay_so ON users;
ALTER TABLE users DROP CONSTRAINT users_erased_are_shut_out, DROP COLUMN erased_at;
