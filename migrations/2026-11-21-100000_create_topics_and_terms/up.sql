-- What projects are grouped by (themes and narratives), and the texts that a pledge accepts (terms).

CREATE TABLE topics (
    id          uuid PRIMARY KEY,
    kind        text NOT NULL,
    slug        text NOT NULL,
    name        text NOT NULL,
    summary     text NOT NULL,
    position    integer NOT NULL,
    archived_at timestamptz,
    version     integer NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    CONSTRAINT topics_kind_is_known CHECK (kind IN ('theme', 'narrative')),
    CONSTRAINT topics_slug_key UNIQUE (kind, slug),
    CONSTRAINT topics_slug_is_plain CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80),
    CONSTRAINT topics_name_has_length CHECK (length(name) BETWEEN 1 AND 100),
    CONSTRAINT topics_summary_has_length CHECK (length(summary) <= 500),
    CONSTRAINT topics_position_is_in_range CHECK (position BETWEEN 0 AND 1000)
);

-- Every project has a theme, so a deployment that begins without any could publish nothing. Staff may change all of it.
INSERT INTO topics (id, kind, slug, name, summary, position, created_at, updated_at) VALUES
    ('01a00000-0000-7000-8000-000000000001', 'theme', 'knowledge-sharing', 'Knowledge sharing',
     'Moving lessons, notebooks and results from one community to the next.', 1, now(), now()),
    ('01a00000-0000-7000-8000-000000000002', 'theme', 'platform-resilience', 'Platform resilience',
     'Hubs that stay up, recover by themselves, and say clearly what went wrong.', 2, now(), now()),
    ('01a00000-0000-7000-8000-000000000003', 'theme', 'multi-cloud-support', 'Multi-cloud support',
     'The same hub on any provider, so that nobody is tied to one.', 3, now(), now()),
    ('01a00000-0000-7000-8000-000000000004', 'theme', 'resource-management', 'Resource management',
     'Memory, processors and storage that go to the people who need them, when they need them.', 4, now(), now()),
    ('01a00000-0000-7000-8000-000000000005', 'theme', '3rd-party-integration', 'Third-party integration',
     'Hubs that work together with the tools and services communities use already.', 5, now(), now()),
    ('01a00000-0000-7000-8000-000000000006', 'theme', 'access-control', 'Access control',
     'Who may enter a hub, and what each person and group may do there.', 6, now(), now()),
    ('01a00000-0000-7000-8000-000000000007', 'theme', 'cost-mitigation', 'Cost mitigation',
     'Seeing what computing costs, and spending less of it for the same research.', 7, now(), now()),
    ('01a00000-0000-7000-8000-000000000008', 'theme', 'analytics', 'Analytics',
     'Knowing how hubs are used without watching anybody in particular.', 8, now(), now());

CREATE TABLE terms (
    id           uuid PRIMARY KEY,
    version      text NOT NULL,
    title        text NOT NULL,
    body         text NOT NULL,
    published_at timestamptz NOT NULL,
    created_by   uuid REFERENCES users,
    CONSTRAINT terms_version_key UNIQUE (version),
    CONSTRAINT terms_version_is_plain CHECK (version ~ '^[0-9]{4}-[0-9]{2}(\.[0-9]+)?$' AND length(version) <= 20),
    CONSTRAINT terms_title_has_length CHECK (length(title) BETWEEN 1 AND 200),
    CONSTRAINT terms_body_has_length CHECK (length(body) BETWEEN 1 AND 50000)
);
CREATE INDEX terms_by_date ON terms (published_at, version);

INSERT INTO terms (id, version, title, published_at, body) VALUES (
    '01a00000-0000-7000-8000-000000000101', '2026-11', 'Terms of pledging', '2026-11-01 00:00:00+00',
$$## What a pledge is

A pledge says what your organisation intends to give to a project. It stays a statement of intent until your organisation and 2i2c have signed an agreement about it. Nothing is owed before that, and Cofund itself never holds or moves money.

## What your part can become

Your pledge names the most your organisation would give. What it would really give, its share, follows from all pledges to the project. When others join, a share can only fall or stay as it is; nobody pays more because somebody joined. If others leave before the project is funded, a share can come back up, but never above what you pledged. Once the project is funded shares are fixed: a gap that opens then is not filled from the pledges that remain.

## If a project is missed or closed

If a project does not reach its goal by its date, it is missed: no agreement is drawn up, and nothing is owed. For 14 days staff may give it more time; your pledge stands meanwhile, and you may lower or withdraw it. If they do not, the project closes. Whenever a project closes, each pledge without a signed agreement ends, and again nothing is owed. What happens after an agreement is signed is written in the agreement.

## What others see

You choose who sees your organisation's name beside its pledge. You can make that choice wider later, never narrower: what was public once has been read and copied. The public ledger records each step in order, and entries in it cannot be unwritten, by you or by us.

## What a pledge does not buy

A pledge helps to pay for one described piece of work. It gives no say over what else is built, in which order, or by whom, and the result belongs to everybody.

## Changes of these terms

A text that was published is not changed. New terms get a version of their own, and a project keeps the version that was current when it opened.$$);

CREATE TRIGGER terms_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON terms
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
