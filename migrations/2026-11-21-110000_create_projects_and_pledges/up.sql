-- Projects, the money pledged to them, and the ledger nobody can rewrite.

CREATE TABLE projects (
    id             uuid PRIMARY KEY,
    slug           text NOT NULL,
    title          text NOT NULL,
    summary        text NOT NULL DEFAULT '',
    theme_id       uuid REFERENCES topics,
    visibility     text NOT NULL,
    goal_low       numeric(14, 2),
    goal_high      numeric(14, 2),
    capacity_hours integer,
    mode           text NOT NULL,
    minimum_pledge numeric(14, 2) NOT NULL,
    pledge_by      date,
    time_zone      text NOT NULL,
    closes_at      timestamptz,
    lapses_at      timestamptz,
    funding        text NOT NULL DEFAULT 'draft',
    delivery       text NOT NULL DEFAULT 'not_started',
    queue_position integer,
    terms_version  text REFERENCES terms (version),
    candidate_at   timestamptz,
    opened_at      timestamptz,
    funded_at      timestamptz,
    done_at        timestamptz,
    closed_at      timestamptz,
    close_reason   text,
    close_note     text,
    currency       text NOT NULL,
    version        integer NOT NULL DEFAULT 1,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    CONSTRAINT projects_slug_key UNIQUE (slug),
    CONSTRAINT projects_slug_is_plain CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80),
    CONSTRAINT projects_title_has_length CHECK (length(title) BETWEEN 1 AND 200),
    CONSTRAINT projects_visibility_is_known CHECK (visibility IN ('user_visible', 'internal')),
    CONSTRAINT projects_mode_is_known CHECK (mode IN ('fixed', 'shared')),
    CONSTRAINT projects_range_has_order CHECK (goal_low <= goal_high),
    CONSTRAINT projects_range_is_whole CHECK ((goal_low IS NULL) = (goal_high IS NULL)),
    CONSTRAINT projects_minimum_is_not_negative CHECK (minimum_pledge >= 0),
    CONSTRAINT projects_capacity_is_not_negative CHECK (capacity_hours >= 0),
    CONSTRAINT projects_funding_is_known
        CHECK (funding IN ('draft', 'candidate', 'open', 'missed', 'funded', 'closed')),
    CONSTRAINT projects_delivery_is_known CHECK (delivery IN ('not_started', 'in_flight', 'done')),
    CONSTRAINT projects_delivery_follows_funding CHECK (delivery = 'not_started' OR funded_at IS NOT NULL),
    CONSTRAINT projects_queue_position_is_positive CHECK (queue_position > 0),
    CONSTRAINT projects_date_has_instant CHECK ((pledge_by IS NULL) = (closes_at IS NULL)),
    CONSTRAINT projects_open_has_terms CHECK (opened_at IS NULL OR (terms_version IS NOT NULL AND closes_at IS NOT NULL)),
    CONSTRAINT projects_open_was_opened CHECK (funding NOT IN ('open', 'missed', 'funded') OR opened_at IS NOT NULL),
    CONSTRAINT projects_missed_lapses CHECK ((funding = 'missed') = (lapses_at IS NOT NULL)),
    CONSTRAINT projects_funded_has_date CHECK (funding <> 'funded' OR funded_at IS NOT NULL),
    CONSTRAINT projects_closed_has_reason
        CHECK ((funding = 'closed') = (closed_at IS NOT NULL AND close_reason IS NOT NULL AND close_note IS NOT NULL)),
    CONSTRAINT projects_close_reason_is_known CHECK (close_reason IN ('withdrawn', 'superseded', 'declined',
        'not_funded', 'funded_elsewhere', 'upstream_rejected', 'other')),
    CONSTRAINT projects_currency_is_a_code CHECK (currency ~ '^[A-Z]{3}$')
);
CREATE INDEX projects_newest ON projects (id) WHERE funding <> 'draft';
CREATE INDEX projects_closing_soon ON projects (closes_at, id) WHERE funding = 'open';
CREATE INDEX projects_lapsing ON projects (lapses_at) WHERE funding = 'missed';
CREATE INDEX projects_queue ON projects (queue_position, id) WHERE funding = 'funded';
CREATE INDEX projects_of_theme ON projects (theme_id, id);
CREATE INDEX projects_words ON projects
    USING gin (to_tsvector('simple', title || ' ' || summary));

-- What is read on a project's own page only.
CREATE TABLE project_texts (
    project_id     uuid PRIMARY KEY REFERENCES projects,
    problem        text NOT NULL,
    solution       text NOT NULL,
    implementation text NOT NULL,
    fit            text NOT NULL,
    research       text NOT NULL,
    deliverables   jsonb NOT NULL,
    links          jsonb NOT NULL
);

CREATE TABLE project_narratives (
    project_id   uuid NOT NULL REFERENCES projects,
    narrative_id uuid NOT NULL REFERENCES topics,
    PRIMARY KEY (project_id, narrative_id)
);
CREATE INDEX project_narratives_of_narrative ON project_narratives (narrative_id, project_id);

-- What pledges come to, beside the goal they are judged by: one narrow row that every pledge rewrites. In mode shared
-- `level` and `extra_to` give every share: a ceiling up to the level counts whole, one above it counts the level, and
-- a cent more if its place is not after `extra_to`.
CREATE TABLE project_money (
    project_id  uuid PRIMARY KEY REFERENCES projects,
    goal        numeric(14, 2),
    pledged     numeric(14, 2) NOT NULL DEFAULT 0,
    ceilings    numeric(20, 2) NOT NULL DEFAULT 0,
    waiting     numeric(20, 2) NOT NULL DEFAULT 0,
    signed      numeric(14, 2) NOT NULL DEFAULT 0,
    collected   numeric(14, 2) NOT NULL DEFAULT 0,
    backers     integer NOT NULL DEFAULT 0,
    waiters     integer NOT NULL DEFAULT 0,
    requests    integer NOT NULL DEFAULT 0,
    dust        numeric(40, 0) NOT NULL DEFAULT 0,
    level       numeric(14, 2),
    extra_to    integer,
    -- The smallest pledge by anyone that would fund the project, and the one that would wake somebody who waits.
    tipping_point  numeric(14, 2),
    wakes_at       numeric(14, 2),
    wakes_pledges  integer,
    wakes_ceilings numeric(20, 2),
    next_place  integer NOT NULL DEFAULT 1,
    ledger_seq  integer NOT NULL DEFAULT 0,
    ledger_hash text NOT NULL DEFAULT repeat('0', 64),
    revision    bigint NOT NULL DEFAULT 0,
    CONSTRAINT project_money_goal_is_positive CHECK (goal > 0),
    CONSTRAINT project_money_never_passes_goal CHECK (pledged <= goal OR pledged = 0),
    CONSTRAINT project_money_is_a_ladder CHECK (0 <= collected AND collected <= signed AND signed <= pledged),
    CONSTRAINT project_money_counts_ceilings CHECK (pledged <= ceilings),
    CONSTRAINT project_money_is_not_negative
        CHECK (waiting >= 0 AND backers >= 0 AND waiters >= 0 AND requests >= 0 AND ledger_seq >= 0)
);
CREATE INDEX project_money_most_funded ON project_money (pledged, project_id);

CREATE TABLE pledges (
    id                  uuid PRIMARY KEY,
    project_id          uuid NOT NULL REFERENCES projects,
    organization_id     uuid NOT NULL REFERENCES organizations,
    place               integer NOT NULL,
    status              text NOT NULL,
    amount              numeric(14, 2) NOT NULL,
    fraction            text,
    dust                numeric(30, 0) NOT NULL DEFAULT 0,
    active              boolean NOT NULL,
    share               numeric(14, 2),
    visibility          text NOT NULL,
    named_at            timestamptz,
    note                text,
    purchase_order      text,
    terms_version       text NOT NULL REFERENCES terms (version),
    min_other_orgs      integer,
    min_other_amount    numeric(14, 2),
    min_total           numeric(14, 2),
    requires_org        uuid REFERENCES organizations,
    champion_id         uuid REFERENCES users,
    salt                bytea NOT NULL,
    shuffle             uuid NOT NULL,
    reason              text,
    agreement_reference text,
    agreement_date      date,
    currency            text NOT NULL,
    version             integer NOT NULL DEFAULT 1,
    placed_at           timestamptz NOT NULL,
    updated_at          timestamptz NOT NULL,
    CONSTRAINT pledges_status_is_known CHECK (status IN ('requested', 'pledged', 'signed', 'invoiced', 'collected',
        'withdrawn', 'declined', 'released', 'defaulted')),
    CONSTRAINT pledges_amount_is_positive CHECK (amount > 0),
    CONSTRAINT pledges_share_within_amount CHECK (share BETWEEN 0 AND amount),
    CONSTRAINT pledges_only_live_ones_are_active
        CHECK (NOT active OR status IN ('pledged', 'signed', 'invoiced', 'collected')),
    CONSTRAINT pledges_visibility_is_known CHECK (visibility IN ('public', 'name_only', 'anonymous')),
    CONSTRAINT pledges_named_are_name_only CHECK (named_at IS NULL OR visibility <> 'anonymous'),
    CONSTRAINT pledges_note_has_length CHECK (length(note) BETWEEN 1 AND 1000),
    CONSTRAINT pledges_conditions_are_positive
        CHECK (coalesce(min_other_orgs, 1) > 0 AND coalesce(min_other_amount, 1) > 0 AND coalesce(min_total, 1) > 0),
    CONSTRAINT pledges_do_not_require_themselves CHECK (requires_org <> organization_id),
    CONSTRAINT pledges_salt_is_long CHECK (length(salt) = 32),
    CONSTRAINT pledges_signed_have_agreement CHECK (status NOT IN ('signed', 'invoiced', 'collected', 'defaulted')
        OR (agreement_reference IS NOT NULL AND agreement_date IS NOT NULL)),
    CONSTRAINT pledges_ends_have_reason
        CHECK (status NOT IN ('withdrawn', 'declined', 'released', 'defaulted') OR reason IS NOT NULL),
    CONSTRAINT pledges_currency_is_a_code CHECK (currency ~ '^[A-Z]{3}$')
);
CREATE UNIQUE INDEX pledges_one_live ON pledges (project_id, organization_id)
    WHERE status IN ('requested', 'pledged', 'signed', 'invoiced', 'collected');
CREATE UNIQUE INDEX pledges_place_key ON pledges (project_id, place);
CREATE INDEX pledges_shown ON pledges (project_id, place) WHERE visibility = 'public'
    AND status IN ('pledged', 'signed', 'invoiced', 'collected');
CREATE INDEX pledges_hidden ON pledges (project_id, amount DESC, shuffle) WHERE visibility <> 'public'
    AND status IN ('pledged', 'signed', 'invoiced', 'collected');
CREATE INDEX pledges_of_organization ON pledges (organization_id, id);
CREATE INDEX pledges_of_champion ON pledges (champion_id) WHERE champion_id IS NOT NULL;
CREATE INDEX pledges_requested ON pledges (placed_at) WHERE status = 'requested';

-- Which of the organisation's fiscal years bear a pledge, and with how much of its full amount.
CREATE TABLE pledge_years (
    pledge_id       uuid NOT NULL REFERENCES pledges,
    organization_id uuid NOT NULL REFERENCES organizations,
    fiscal_year     smallint NOT NULL,
    numerator       integer NOT NULL,
    denominator     integer NOT NULL,
    amount          numeric(14, 2) NOT NULL,
    PRIMARY KEY (pledge_id, fiscal_year),
    CONSTRAINT pledge_years_part_is_a_part CHECK (numerator > 0 AND numerator <= denominator),
    CONSTRAINT pledge_years_amount_is_not_negative CHECK (amount >= 0)
);
CREATE INDEX pledge_years_of_organization ON pledge_years (organization_id, fiscal_year);

-- Every step of a pledge's life, as it was after it.
CREATE TABLE pledge_versions (
    pledge_id       uuid NOT NULL REFERENCES pledges,
    version         integer NOT NULL,
    at              timestamptz NOT NULL,
    kind            text NOT NULL,
    actor_kind      text NOT NULL,
    actor_id        uuid REFERENCES users,
    -- Staff acted for the organisation.
    by_staff        boolean NOT NULL,
    organization_id uuid NOT NULL REFERENCES organizations,
    request_id      text,
    reason          text,
    state           jsonb NOT NULL,
    PRIMARY KEY (pledge_id, version),
    CONSTRAINT pledge_versions_kind_is_known CHECK (kind IN ('requested', 'placed', 'approved', 'declined', 'edited',
        'withdrawn', 'released', 'settled', 'signed', 'defaulted'))
);

CREATE TABLE ledger_lines (
    project_id uuid NOT NULL REFERENCES projects,
    seq        integer NOT NULL,
    at         timestamptz NOT NULL,
    kind       text NOT NULL,
    data       jsonb NOT NULL,
    prev_hash  text NOT NULL,
    hash       text NOT NULL,
    PRIMARY KEY (project_id, seq),
    CONSTRAINT ledger_lines_seq_is_positive CHECK (seq > 0),
    CONSTRAINT ledger_lines_hashes_are_hex CHECK (prev_hash ~ '^[0-9a-f]{64}$' AND hash ~ '^[0-9a-f]{64}$')
);

CREATE TRIGGER pledge_versions_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON pledge_versions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_lines_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_lines
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A pledge is ended, never removed.
CREATE TRIGGER pledges_are_kept BEFORE DELETE OR TRUNCATE ON pledges
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Who was reminded of which date, how many days before: a date that moved is another.
CREATE TABLE project_reminders (
    project_id uuid NOT NULL REFERENCES projects,
    closes_at  timestamptz NOT NULL,
    days       smallint NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (project_id, closes_at, days)
);

-- What staff can do in a quarter, in hours.
CREATE TABLE capacities (
    quarter    text PRIMARY KEY,
    hours      integer NOT NULL,
    version    integer NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL,
    CONSTRAINT capacities_quarter_is_one CHECK (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    CONSTRAINT capacities_are_not_negative CHECK (hours >= 0)
);
