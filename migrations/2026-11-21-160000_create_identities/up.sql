-- Who somebody is to a provider. An issuer that passes on others says whose subject it is; else `idp` is empty.
CREATE TABLE identities (
    id           uuid PRIMARY KEY,
    user_id      uuid NOT NULL REFERENCES users,
    provider     text NOT NULL,
    issuer       text NOT NULL,
    subject      text NOT NULL,
    idp          text NOT NULL,
    email        text,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    CONSTRAINT identities_one_person UNIQUE (issuer, subject, idp),
    CONSTRAINT identities_have_a_subject CHECK (length(issuer) > 0 AND length(subject) BETWEEN 1 AND 255)
);
CREATE INDEX identities_of_user ON identities (user_id);

ALTER TABLE sessions
    DROP CONSTRAINT sessions_method_is_known,
    ADD CONSTRAINT sessions_method_is_known CHECK (method IN ('mail_link', 'invitation', 'provider'));
