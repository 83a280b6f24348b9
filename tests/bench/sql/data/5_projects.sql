-- The projects themselves, with what their pledges and ledgers come to.

INSERT INTO projects (id, slug, title, summary, theme_id, visibility, capacity_hours, mode, minimum_pledge, pledge_by,
    time_zone, closes_at, funding, terms_version, candidate_at, opened_at, funded_at, closed_at, close_reason, close_note,
    currency, created_at, updated_at)
SELECT id, slug, initcap(name) || ' project ' || k || ' for shared hubs',
    'Makes one thing easier that every hub needs, and gives it back to all who run one. Number ' || i || '.',
    (SELECT topics.id FROM topics WHERE topics.position = i % 8 + 1 AND topics.kind = 'theme'), 'user_visible', 120, mode,
    50, '2098-12-31', 'UTC', '2099-01-01', funding,
    CASE WHEN opened THEN '2026-11' END,
    CASE WHEN funding <> 'draft' THEN opened_at - interval '1 hour' END, CASE WHEN opened THEN opened_at END,
    CASE WHEN funding = 'funded' THEN bench.start() + interval '18 days 2 hours' END,
    CASE WHEN funding = 'closed' THEN bench.start() + interval '18 days 2 hours' END,
    CASE WHEN funding = 'closed' THEN 'not_funded' END, CASE WHEN funding = 'closed' THEN 'Nobody needs it any more.' END,
    'USD', opened_at - interval '2 hours', opened_at
FROM bench.projects, LATERAL (SELECT funding NOT IN ('draft', 'candidate') AS opened) AS o
ORDER BY projects.id;

INSERT INTO project_texts (project_id, problem, solution, implementation, fit, research, deliverables, links)
SELECT id, repeat('Those who run hubs do this by hand today, each in their own way. ', 8),
    repeat('A small service does it once for all, and says what it did. ', 8),
    repeat('It is built where the hubs are built, reviewed by two people, and rolled out in steps. ', 5),
    repeat('Every community that was asked wants it. ', 4), '',
    '[{"title": "It runs", "done_when": "Ten hubs use it for a month.", "hours_low": 40, "hours_high": 80}]', '[]'
FROM bench.projects ORDER BY id;

INSERT INTO project_money (project_id, goal, pledged, ceilings, backers, level, tipping_point, next_place, ledger_seq,
    ledger_hash)
SELECT p.id, p.goal, least(p.goal, coalesce(g.ceilings, 0)), coalesce(g.ceilings, 0), coalesce(g.backers, 0),
    -- A goal that is covered is borne by all alike; to any other a newcomer would have to bring what is missing.
    CASE WHEN p.mode = 'shared' AND g.ceilings >= p.goal THEN p.goal / g.backers END,
    CASE WHEN p.mode = 'shared' AND g.ceilings < p.goal THEN greatest(50, p.goal - coalesce(g.ceilings, 0)) END,
    p.pledges + 1, coalesce(l.seq, 0), coalesce(l.hash, repeat('0', 64))
FROM bench.projects AS p
LEFT JOIN (
    SELECT i, sum(amount) AS ceilings, count(*) AS backers FROM bench.placed WHERE name <> 'closed' GROUP BY i
) AS g ON g.i = p.i
LEFT JOIN LATERAL (
    SELECT seq, hash FROM ledger_lines WHERE project_id = p.id ORDER BY seq DESC LIMIT 1
) AS l ON true
ORDER BY p.id;

DROP SCHEMA bench CASCADE;
