-- The ledgers: for each project the line that opened it, one for each pledge, and the one that ended it. `data` is
-- written as canonical JSON here (names in order, no spaces), because the hash is made of it.

CREATE FUNCTION bench.totals(goal numeric, ceilings numeric, backers bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT '{"backers":' || backers || ',"ceilings":"' || ceilings || '","goal":"' || goal || '","pledged":"' || least(goal, ceilings)
        || '","signed":"0.00","waiting":"0.00"}'
$$;

-- What a funded project asked for is what it got.
UPDATE bench.projects SET goal = got.goal
FROM (SELECT i, sum(amount) AS goal FROM bench.placed WHERE name = 'funded' GROUP BY i) AS got WHERE got.i = projects.i;

CREATE UNLOGGED TABLE bench.lines (i bigint, project_id uuid, seq integer, at timestamptz, kind text, data text);

INSERT INTO bench.lines
SELECT i, id, 1, opened_at, 'opened',
    '{"currency":"USD","goal":"' || goal || '","minimum_pledge":"50.00","mode":"' || mode
    || '","pledge_by":"2098-12-31","terms_version":"2026-11","time_zone":"UTC","totals":' || bench.totals(goal, 0.00, 0) || '}'
FROM bench.projects WHERE funding NOT IN ('candidate', 'draft');

INSERT INTO bench.lines
SELECT g.i, g.project_id, g.place + 1, g.at, 'pledge_placed',
    '{"amount":"' || g.amount || '",' || CASE WHEN public THEN '"organization":"' || organization_slug || '",' ELSE '' END
    || '"pledge":"' || encode(handle, 'hex') || '","totals":'
    || bench.totals(p.goal, sum(g.amount) OVER so_far, g.place) || '}'
FROM bench.placed AS g JOIN bench.projects AS p ON p.i = g.i
WINDOW so_far AS (PARTITION BY g.i ORDER BY g.place);

INSERT INTO bench.lines
SELECT i, id, pledges + 2, bench.start() + interval '18 days 2 hours', name,
    CASE name
        WHEN 'funded' THEN '{"totals":' || bench.totals(goal, goal, pledges) || '}'
        ELSE '{"note":"Nobody needs it any more.","reason":"not_funded","totals":' || bench.totals(goal, 0.00, 0) || '}'
    END
FROM bench.projects WHERE name IN ('funded', 'closed');

-- SHA-256 over the hash before and the line: an aggregate, so that it runs along each project's lines.
CREATE FUNCTION bench.next_hash(previous text, line text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN RETURN encode(sha256(convert_to(previous || line, 'UTF8')), 'hex'); END $$;
CREATE AGGREGATE bench.chain(text) (SFUNC = bench.next_hash, STYPE = text,
    INITCOND = '0000000000000000000000000000000000000000000000000000000000000000');

INSERT INTO ledger_lines (project_id, seq, at, kind, data, prev_hash, hash)
SELECT project_id, seq, at, kind, data::jsonb, lag(hash, 1, repeat('0', 64)) OVER (PARTITION BY i ORDER BY seq), hash
FROM (
    SELECT *, bench.chain('{"at":"' || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '","data":' || data
        || ',"kind":"' || kind || '","project":"' || project_id || '","seq":' || seq || '}')
        OVER (PARTITION BY i ORDER BY seq) AS hash
    FROM bench.lines
) AS chained
ORDER BY at;
