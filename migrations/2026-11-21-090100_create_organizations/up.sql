-- Organisations, what they pay to belong (tiers), and who acts for them.

CREATE TABLE tiers (
    id               uuid PRIMARY KEY,
    slug             text NOT NULL,
    name             text NOT NULL,
    price            numeric(14, 2),
    currency         text NOT NULL,
    summary          text NOT NULL,
    offers           text[] NOT NULL,
    early_look       boolean NOT NULL,
    quarterly_report boolean NOT NULL,
    position         integer NOT NULL,
    archived_at      timestamptz,
    version          integer NOT NULL DEFAULT 1,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    CONSTRAINT tiers_slug_key UNIQUE (slug),
    CONSTRAINT tiers_slug_is_plain CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80),
    CONSTRAINT tiers_price_is_not_negative CHECK (price >= 0),
    CONSTRAINT tiers_currency_is_a_code CHECK (currency ~ '^[A-Z]{3}$')
);

CREATE TABLE organizations (
    id                      uuid PRIMARY KEY,
    slug                    text NOT NULL,
    name                    text NOT NULL,
    kind                    text NOT NULL,
    tier_id                 uuid REFERENCES tiers,
    website                 text,
    ror_id                  text,
    profile                 text NOT NULL DEFAULT '',
    logo_digest             text,
    membership_starts       date,
    membership_ends         date,
    fiscal_year_start_month smallint NOT NULL DEFAULT 1,
    yearly_ceiling          numeric(14, 2),
    currency                text NOT NULL,
    billing_name            text,
    billing_email           text,
    billing_address         text,
    billing_reference       text,
    version                 integer NOT NULL DEFAULT 1,
    created_at              timestamptz NOT NULL,
    updated_at              timestamptz NOT NULL,
    CONSTRAINT organizations_slug_key UNIQUE (slug),
    CONSTRAINT organizations_slug_is_plain CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80),
    CONSTRAINT organizations_name_has_length CHECK (length(name) BETWEEN 1 AND 200),
    CONSTRAINT organizations_kind_is_known CHECK (kind IN ('member', 'funder')),
    CONSTRAINT organizations_ror_id_key UNIQUE (ror_id),
    CONSTRAINT organizations_membership_has_order CHECK (membership_ends >= membership_starts),
    CONSTRAINT organizations_membership_end_has_start CHECK (membership_ends IS NULL OR membership_starts IS NOT NULL),
    CONSTRAINT organizations_fiscal_month_is_a_month CHECK (fiscal_year_start_month BETWEEN 1 AND 12),
    CONSTRAINT organizations_ceiling_is_not_negative CHECK (yearly_ceiling >= 0),
    CONSTRAINT organizations_currency_is_a_code CHECK (currency ~ '^[A-Z]{3}$')
);
CREATE INDEX organizations_by_name ON organizations (lower(name), id);

CREATE TABLE organization_logos (
    organization_id uuid PRIMARY KEY REFERENCES organizations,
    png             bytea NOT NULL,
    CONSTRAINT organization_logos_are_small CHECK (length(png) <= 1048576)
);

CREATE TABLE memberships (
    organization_id uuid NOT NULL REFERENCES organizations,
    user_id         uuid NOT NULL REFERENCES users,
    role            text NOT NULL,
    pledge_limit    numeric(14, 2),
    version         integer NOT NULL DEFAULT 1,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    PRIMARY KEY (organization_id, user_id),
    CONSTRAINT memberships_role_is_known CHECK (role IN ('lead', 'champion', 'finance', 'viewer')),
    CONSTRAINT memberships_limit_is_a_champions CHECK (pledge_limit IS NULL OR role = 'champion'),
    CONSTRAINT memberships_limit_is_not_negative CHECK (pledge_limit >= 0)
);
CREATE INDEX memberships_of_user ON memberships (user_id);

CREATE TABLE invitations (
    id              uuid PRIMARY KEY,
    organization_id uuid NOT NULL REFERENCES organizations,
    email           text NOT NULL,
    role            text NOT NULL,
    pledge_limit    numeric(14, 2),
    invited_by      uuid NOT NULL REFERENCES users,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    accepted_at     timestamptz,
    accepted_by     uuid REFERENCES users,
    revoked_at      timestamptz,
    CONSTRAINT invitations_email_is_lower_case CHECK (email = lower(email) AND length(email) <= 254),
    CONSTRAINT invitations_role_is_known CHECK (role IN ('lead', 'champion', 'finance', 'viewer')),
    CONSTRAINT invitations_limit_is_a_champions CHECK (pledge_limit IS NULL OR role = 'champion'),
    CONSTRAINT invitations_limit_is_not_negative CHECK (pledge_limit >= 0),
    CONSTRAINT invitations_acceptance_has_person CHECK ((accepted_at IS NULL) = (accepted_by IS NULL)),
    CONSTRAINT invitations_end_once CHECK (accepted_at IS NULL OR revoked_at IS NULL)
);
CREATE UNIQUE INDEX invitations_one_open ON invitations (organization_id, email)
    WHERE accepted_at IS NULL AND revoked_at IS NULL;
CREATE INDEX invitations_of_person ON invitations (invited_by);
