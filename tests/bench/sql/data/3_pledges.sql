-- Pledges as they came in over eighteen days, the projects side by side: in the table those of one project lie apart, as
-- they do in life.

CREATE UNLOGGED TABLE bench.pledges AS
SELECT row_number() OVER (ORDER BY at, i) AS n, *
FROM (
    SELECT p.i, p.id AS project_id, p.name, p.mode, j AS place,
        -- Different within each project, since none has more pledges than there are pledgers.
        (p.i * 131 + j) % bench.pledgers() + 1 AS organization,
        -- What covers a goal is shared, so that all bear the same.
        CASE p.name WHEN 'covered' THEN 100 ELSE 50 + (p.i * 7 + j * 37) % 200 END::numeric(14, 2) AS amount,
        j % 20 <> 0 AS public,
        bench.start() + interval '18 days' * (j::float8 / (p.pledges + 1)) + (p.i % 1000) * interval '1 second' AS at
    FROM bench.projects AS p, generate_series(1, p.pledges) AS j
) AS placed;

-- Ids, and what the ledger calls a pledge: the digest of a salt and the organisation's id.
CREATE UNLOGGED TABLE bench.placed AS
SELECT g.*, bench.id(5, g.n, g.at) AS id, organizations.id AS organization_id, organizations.slug AS organization_slug,
    users.id AS lead_id, salt, sha256(salt || uuid_send(organizations.id)) AS handle
FROM bench.pledges AS g
JOIN organizations ON organizations.slug = 'org-' || lpad(g.organization::text, 6, '0')
JOIN users ON users.email = 'lead-' || g.organization || '@bench.example',
LATERAL (SELECT sha256(int8send(g.n)) AS salt) AS s;
DROP TABLE bench.pledges;
ANALYZE bench.placed;

INSERT INTO pledges (id, project_id, organization_id, place, status, amount, active, share, min_other_orgs,
    min_other_amount, visibility, terms_version, salt, shuffle, reason, currency, version, placed_at, updated_at)
SELECT id, project_id, organization_id, place,
    CASE name WHEN 'closed' THEN 'released' ELSE 'pledged' END, amount, name <> 'closed',
    CASE WHEN name <> 'closed' AND mode = 'fixed' THEN amount END,
    -- Conditions that held when the pledge came in.
    CASE WHEN name = 'covered' AND place > 1 AND place % 2 = 0 THEN least(place - 1, 20) END,
    CASE WHEN name = 'covered' AND place > 1 AND place % 2 = 1 THEN 100 * least(place - 1, 20) END,
    CASE WHEN public THEN 'public' ELSE 'anonymous' END, '2026-11',
    salt, encode(substr(handle, 1, 16), 'hex')::uuid, CASE name WHEN 'closed' THEN 'The project was closed.' END, 'USD',
    CASE name WHEN 'closed' THEN 2 ELSE 1 END, at,
    CASE name WHEN 'closed' THEN bench.start() + interval '18 days 2 hours' ELSE at END
FROM bench.placed ORDER BY n;

INSERT INTO pledge_years (pledge_id, organization_id, fiscal_year, numerator, denominator, amount)
SELECT id, organization_id, 2026, 1, 1, amount FROM bench.placed ORDER BY n;

INSERT INTO pledge_versions (pledge_id, version, at, kind, actor_kind, actor_id, by_staff, request_id, reason, state)
SELECT g.id, v, CASE v WHEN 1 THEN g.at ELSE g.updated_at END, CASE v WHEN 1 THEN 'placed' ELSE 'released' END,
    CASE v WHEN 1 THEN 'token' ELSE 'program' END, CASE v WHEN 1 THEN g.lead_id END, false,
    CASE v WHEN 1 THEN g.id::text END, CASE v WHEN 2 THEN g.reason END,
    jsonb_build_object('status', CASE v WHEN 1 THEN 'pledged' ELSE g.status END, 'amount', g.amount::text, 'fraction', NULL,
        'share', g.share::text, 'visibility', g.visibility, 'note', NULL, 'purchase_order', NULL,
        'terms_version', g.terms_version, 'min_other_orgs', g.min_other_orgs,
        'min_other_amount', g.min_other_amount::text, 'min_total', NULL,
        'requires_org', NULL, 'agreement_reference', NULL, 'agreement_date', NULL)
FROM (
    SELECT placed.n, placed.at, placed.lead_id, pledges.* FROM bench.placed JOIN pledges ON pledges.id = placed.id
) AS g, generate_series(1, g.version) AS v
ORDER BY v, g.n;

INSERT INTO audit_log (id, at, actor_kind, actor_id, action, subject_kind, subject_id, organization_id, detail, request_id)
SELECT bench.id(6, n, at), at, 'token', lead_id, 'pledge_placed', 'pledge', id, organization_id,
    jsonb_build_object('status', 'pledged', 'amount', amount::text, 'version', 1), id::text
FROM bench.placed ORDER BY n;
