-- What the data is made of. `bench.size` is set by who runs this: `full` or `small`. Everything follows from numbers, so
-- two machines load the same rows; scratch tables live in the schema `bench`, which the last file drops.

CREATE SCHEMA bench;

-- An id like the program's own (UUIDv7): the time in front, so that rows that came later stand later in every index.
CREATE FUNCTION bench.id(kind integer, n bigint, at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8000'
        || lpad(to_hex(n), 12, '0'))::uuid
$$;

-- Pledging began at this time.
CREATE FUNCTION bench.start() RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$ SELECT '2026-11-02 00:00:00+00'::timestamptz $$;

-- Organisations up to this number have pledged; those after it are fresh, for the writes that are measured.
CREATE FUNCTION bench.pledgers() RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT CASE current_setting('bench.size') WHEN 'full' THEN 100000 ELSE 5000 END
$$;
CREATE FUNCTION bench.organizations() RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT CASE current_setting('bench.size') WHEN 'full' THEN 340000 ELSE 65000 END
$$;

-- The kinds of projects, and how many pledges each of them has. `plain` takes what is left of the million, or of the
-- ten thousand.
CREATE TABLE bench.kinds AS
SELECT position, name, funding, mode, goal::numeric(14, 2),
    CASE current_setting('bench.size') WHEN 'full' THEN projects ELSE small_projects END AS projects,
    CASE current_setting('bench.size') WHEN 'full' THEN pledges ELSE small_pledges END AS pledges
FROM (VALUES
    -- room for every write that is measured: spread over a thousand, and all on one (a fresh one each time)
    (1, 'spread', 'open',      'fixed',  90000000, 1000,    30, 1000,   2),
    (2, 'hot',    'open',      'fixed',  90000000,   40,    30,   40,   2),
    -- one with a hundred thousand pledges, for pages deep in it
    (3, 'large',  'open',      'fixed',  90000000,    1, 100000,   1, 1000),
    (4, 'plain',  'open',      'fixed',   5000000, 1000,  NULL,   50, NULL),
    -- coalitions that do not reach their goal yet, so that every share is the whole ceiling
    (5, 'shared', 'open',      'shared',   500000,  957,    10,   47,   4),
    -- and some that did, with a condition on nearly every pledge
    (6, 'covered', 'open',     'shared',   900000,    3, 10000,    3,  10),
    (7, 'funded', 'funded',    'fixed',      NULL, 4499,   100,   50,  50),
    (8, 'closed', 'closed',    'fixed',    500000, 2000,    60,   30,  20),
    (9, 'idea',   'candidate', 'fixed',    500000,  300,     0,   10,   0),
    (10, 'draft',  'draft',    'fixed',    500000,  200,     0,   10,   0)
) AS kind (position, name, funding, mode, goal, projects, pledges, small_projects, small_pledges);

-- One row a project. Kinds are shuffled over the ids, so that the newest projects are not all of one kind.
CREATE UNLOGGED TABLE bench.projects AS
WITH listed AS (
    SELECT row_number() OVER (ORDER BY position, k) AS i, kinds.*, k
    FROM bench.kinds, generate_series(1, kinds.projects) AS k
), totals AS (
    SELECT count(*) AS projects,
        CASE current_setting('bench.size') WHEN 'full' THEN 1000000 ELSE 10000 END
            - (SELECT sum(projects * pledges) FROM bench.kinds) AS left_over
    FROM listed
)
SELECT i, k, name, funding, mode, goal,
    bench.id(1, (i * 7919) % 10007, bench.start() - interval '2 days' + (i * 7919) % 10007 * interval '1 second') AS id,
    bench.start() - interval '1 day' + i * interval '1 second' AS opened_at,
    CASE name WHEN 'large' THEN 'large' ELSE name || '-' || lpad(k::text, 4, '0') END AS slug,
    coalesce(pledges, div(left_over, projects_of_kind) + (k <= left_over % projects_of_kind)::int)::int AS pledges
FROM (SELECT listed.*, projects AS projects_of_kind FROM listed) AS listed
CROSS JOIN (SELECT left_over FROM totals) AS totals;
CREATE UNIQUE INDEX ON bench.projects (i);
ANALYZE bench.projects;
