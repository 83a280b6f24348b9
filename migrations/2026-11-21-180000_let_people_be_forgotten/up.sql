-- Somebody who is erased keeps a row without a name, so that what they did with their organisation's money stays told.
ALTER TABLE users
    ADD COLUMN erased_at timestamptz,
    ADD CONSTRAINT users_erased_are_shut_out CHECK (
        erased_at IS NULL
        OR (disabled_at IS NOT NULL AND NOT staff AND NOT admin AND language IS NULL AND time_zone IS NULL)
    );

CREATE TRIGGER users_erased_stay_so BEFORE UPDATE ON users
    FOR EACH ROW WHEN (OLD.erased_at IS NOT NULL) EXECUTE FUNCTION refuse_change();

-- Nothing can be added to somebody who is erased, not even by who was faster than the erasure: the look waits for it.
CREATE FUNCTION refuse_the_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM users WHERE id = NEW.user_id AND erased_at IS NULL FOR KEY SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'this person is not there' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'people_are_there';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER memberships_are_of_people BEFORE INSERT ON memberships
    FOR EACH ROW EXECUTE FUNCTION refuse_the_erased();
CREATE TRIGGER sessions_are_of_people BEFORE INSERT ON sessions
    FOR EACH ROW EXECUTE FUNCTION refuse_the_erased();
CREATE TRIGGER magic_links_are_of_people BEFORE INSERT ON magic_links
    FOR EACH ROW EXECUTE FUNCTION refuse_the_erased();
CREATE TRIGGER access_tokens_are_of_people BEFORE INSERT ON access_tokens
    FOR EACH ROW EXECUTE FUNCTION refuse_the_erased();
CREATE TRIGGER identities_are_of_people BEFORE INSERT ON identities
    FOR EACH ROW EXECUTE FUNCTION refuse_the_erased();
CREATE TRIGGER idempotency_keys_are_of_people BEFORE INSERT ON idempotency_keys
    FOR EACH ROW EXECUTE FUNCTION refuse_the_erased();
CREATE TRIGGER follows_are_of_people BEFORE INSERT ON follows
    FOR EACH ROW EXECUTE FUNCTION refuse_the_erased();
