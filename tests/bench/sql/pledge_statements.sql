-- A pledge statement by statement, each sent after the answer to the one before. Given: as in pledge_call.sql.
\set i :i + 1
\set n :first + :i * :clients + :client_id
\set p (:n + :turn) % 1000 + 1
SELECT users.id AS lead, memberships.organization_id AS organization, coalesce(nullif(:hot, '-'), 'spread-' || lpad(:p::text, 4, '0')) AS slug FROM access_tokens JOIN users ON users.id = access_tokens.user_id LEFT JOIN memberships ON memberships.user_id = users.id WHERE digest = sha256(convert_to('cf_' || lpad(:n::text, 43, '0'), 'UTF8')) AND revoked_at IS NULL AND expires_at > now() AND disabled_at IS NULL \gset
BEGIN;
INSERT INTO idempotency_keys (user_id, operation, target, key, fingerprint, created_at) VALUES (:lead, 'place_pledge', '/api/v1/projects/' || :slug || '/pledges', 'bench', sha256(convert_to(:lead, 'UTF8')), clock_timestamp()) ON CONFLICT DO NOTHING;
SELECT p.id AS project, goal, pledged, backers, next_place AS place, ledger_seq AS seq, ledger_hash AS head FROM projects AS p JOIN project_money ON project_id = p.id WHERE slug = :slug FOR NO KEY UPDATE \gset
SELECT id AS organization, slug AS organization_slug, membership_starts FROM organizations WHERE slug = 'org-' || lpad(:n::text, 6, '0') FOR NO KEY UPDATE \gset
SELECT id, status, placed_at FROM pledges WHERE project_id = :project AND organization_id = :organization ORDER BY id DESC LIMIT 10;
INSERT INTO pledges (id, project_id, organization_id, place, status, amount, active, share, visibility, terms_version, salt, shuffle, currency, placed_at, updated_at) VALUES (bench.next_id(), :project, :organization, :place, 'pledged', 100, true, 100, 'public', '2026-11', sha256(uuid_send(gen_random_uuid())), gen_random_uuid(), 'USD', now(), now()) RETURNING id AS pledge, encode(salt, 'hex') AS handle \gset
INSERT INTO pledge_years (pledge_id, organization_id, fiscal_year, numerator, denominator, amount) VALUES (:pledge, :organization, 2026, 1, 1, 100);
INSERT INTO pledge_versions (pledge_id, version, at, kind, actor_kind, actor_id, by_staff, request_id, state) SELECT id, version, now(), 'placed', 'token', :lead, false, id::text, jsonb_build_object('status', status, 'amount', amount::text, 'fraction', fraction, 'share', share::text, 'visibility', visibility, 'note', note, 'purchase_order', purchase_order, 'terms_version', terms_version, 'min_other_orgs', min_other_orgs, 'min_other_amount', min_other_amount::text, 'min_total', min_total::text, 'requires_org', requires_org, 'agreement_reference', agreement_reference, 'agreement_date', agreement_date) FROM pledges WHERE id = :pledge;
SELECT line, encode(sha256(convert_to(:head || line, 'UTF8')), 'hex') AS hash FROM (SELECT '{"amount":"100.00","organization":"' || :organization_slug || '","pledge":"' || :handle || '","totals":{"backers":' || :backers || ',"ceilings":"' || :pledged || '","goal":"' || :goal || '","pledged":"' || :pledged || '","signed":"0.00","waiting":"0.00"}}' AS line) AS text \gset
UPDATE project_money SET pledged = pledged + 100, ceilings = ceilings + 100, backers = backers + 1, next_place = next_place + 1, ledger_seq = ledger_seq + 1, ledger_hash = :hash WHERE project_id = :project;
INSERT INTO ledger_lines (project_id, seq, at, kind, data, prev_hash, hash) VALUES (:project, :seq + 1, now(), 'pledge_placed', :line::jsonb, :head, :hash);
INSERT INTO audit_log (id, at, actor_kind, actor_id, action, subject_kind, subject_id, organization_id, detail, request_id) VALUES (bench.next_id(), now(), 'token', :lead, 'pledge_placed', 'pledge', :pledge, :organization, '{"amount": "100.00", "status": "pledged", "version": 1}', :handle);
SELECT pg_notify('cofund_changes', :project);
SELECT pledges.*, organizations.name, projects.title FROM pledges JOIN organizations ON organizations.id = organization_id JOIN projects ON projects.id = project_id WHERE pledges.id = :pledge;
UPDATE idempotency_keys SET status = 201, etag = '"1.0000000000000000"', sealed_body = convert_to(repeat('x', 1400), 'UTF8') WHERE user_id = :lead AND operation = 'place_pledge' AND target = '/api/v1/projects/' || :slug || '/pledges' AND key = 'bench';
COMMIT;
