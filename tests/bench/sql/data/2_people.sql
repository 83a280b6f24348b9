-- Somebody of staff, whose token is that of number 0.

INSERT INTO users (id, email, name, staff, created_at, updated_at)
SELECT bench.id(3, 0, at), 'staff@bench.example', 'Staff', true, at, at FROM bench.start() AS at;

INSERT INTO access_tokens (id, user_id, name, scopes, hint, digest, created_at, expires_at)
SELECT bench.id(4, 0, at), bench.id(3, 0, at), 'bench', ARRAY['read', 'pledge', 'staff'], 'cf_0000',
    sha256(convert_to('cf_' || lpad('0', 43, '0'), 'UTF8')), at, '2199-01-01'
FROM bench.start() AS at;

-- Organisations, and one lead for each, who has a personal access token. Its text follows from the number, so that the
-- load can make it: `cf_` and the number with 43 digits, as long as a real one.

INSERT INTO organizations (id, slug, name, kind, profile, membership_starts, currency, created_at, updated_at)
SELECT bench.id(2, n, at), 'org-' || lpad(n::text, 6, '0'), 'Organisation ' || n, 'member',
    'We run shared computing for research and teaching.', '2020-01-01', 'USD', at, at
FROM generate_series(1, bench.organizations()) AS n, LATERAL (SELECT bench.start() - interval '30 days' + n * interval '1 second' AS at) AS t;

INSERT INTO users (id, email, name, created_at, updated_at)
SELECT bench.id(3, n, at), 'lead-' || n || '@bench.example', 'Lead ' || n, at, at
FROM generate_series(1, bench.organizations()) AS n, LATERAL (SELECT bench.start() - interval '30 days' + n * interval '1 second' AS at) AS t;

INSERT INTO memberships (organization_id, user_id, role, created_at, updated_at)
SELECT bench.id(2, n, at), bench.id(3, n, at), 'lead', at, at
FROM generate_series(1, bench.organizations()) AS n, LATERAL (SELECT bench.start() - interval '30 days' + n * interval '1 second' AS at) AS t;

INSERT INTO access_tokens (id, user_id, name, scopes, hint, digest, created_at, expires_at)
SELECT bench.id(4, n, at), bench.id(3, n, at), 'bench', ARRAY['read', 'pledge'], 'cf_0000',
    sha256(convert_to('cf_' || lpad(n::text, 43, '0'), 'UTF8')), at, '2199-01-01'
FROM generate_series(1, bench.organizations()) AS n, LATERAL (SELECT bench.start() - interval '30 days' + n * interval '1 second' AS at) AS t;
