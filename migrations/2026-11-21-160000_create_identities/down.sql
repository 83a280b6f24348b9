DELETE FROM sessions WHERE method = 'provider';
ALTER TABLE sessions
    DROP CONSTRAINT sessions_method_is_known,
    ADD CONSTRAINT sessions_method_is_known CHECK (method IN ('mail_link', 'invitation'));
DROP TABLE identities;
