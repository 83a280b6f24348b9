-- What the limits of pledging need: ids as the program makes them, and all the work of a pledge in one call. Installed in
-- the limits' own copy of the data.

CREATE SCHEMA IF NOT EXISTS bench;

-- UUIDv7: the time, then randomness.
CREATE OR REPLACE FUNCTION bench.next_id() RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT (lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0')
        || overlay(overlay(substr(md5(random()::text), 1, 20) PLACING '7' FROM 1 FOR 1) PLACING '8' FROM 5 FOR 1))::uuid
$$;

CREATE OR REPLACE FUNCTION bench.pledge(number bigint, to_project text) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
    person record; project record; organization record; line text; line_hash text;
    pledge uuid := bench.next_id(); salt bytea := sha256(uuid_send(gen_random_uuid())); now timestamptz := clock_timestamp();
BEGIN
    SELECT users.id AS lead, users.staff, memberships.organization_id, memberships.role INTO person
    FROM access_tokens JOIN users ON users.id = access_tokens.user_id
    LEFT JOIN memberships ON memberships.user_id = users.id
    WHERE digest = sha256(convert_to('cf_' || lpad(number::text, 43, '0'), 'UTF8')) AND revoked_at IS NULL
        AND expires_at > now AND disabled_at IS NULL;
    INSERT INTO idempotency_keys (user_id, operation, target, key, fingerprint, created_at)
    VALUES (person.lead, 'place_pledge', '/api/v1/projects/' || to_project || '/pledges', pledge::text, salt, now)
    ON CONFLICT DO NOTHING;
    SELECT p.id, goal, pledged, backers, next_place, ledger_seq, ledger_hash, p.terms_version, p.funding, p.closes_at
    INTO STRICT project
    FROM projects AS p JOIN project_money ON project_id = p.id WHERE slug = to_project FOR NO KEY UPDATE;
    SELECT id, slug, membership_starts, yearly_ceiling INTO STRICT organization
    FROM organizations WHERE slug = 'org-' || lpad(number::text, 6, '0') FOR NO KEY UPDATE;
    PERFORM id, status, placed_at FROM pledges
    WHERE project_id = project.id AND organization_id = organization.id ORDER BY id DESC LIMIT 10;
    INSERT INTO pledges (id, project_id, organization_id, place, status, amount, active, share, visibility, terms_version,
        salt, shuffle, currency, placed_at, updated_at)
    VALUES (pledge, project.id, organization.id, project.next_place, 'pledged', 100, true, 100, 'public', '2026-11', salt,
        gen_random_uuid(), 'USD', now, now);
    INSERT INTO pledge_years (pledge_id, organization_id, fiscal_year, numerator, denominator, amount)
    VALUES (pledge, organization.id, 2026, 1, 1, 100);
    INSERT INTO pledge_versions (pledge_id, version, at, kind, actor_kind, actor_id, by_staff, request_id, state)
    SELECT id, version, now, 'placed', 'token', person.lead, false, id::text, jsonb_build_object('status', status,
        'amount', amount::text, 'fraction', fraction, 'share', share::text, 'visibility', visibility, 'note', note,
        'purchase_order', purchase_order, 'terms_version', terms_version, 'min_other_orgs', min_other_orgs,
        'min_other_amount', min_other_amount::text, 'min_total', min_total::text, 'requires_org', requires_org,
        'agreement_reference', agreement_reference, 'agreement_date', agreement_date)
    FROM pledges WHERE id = pledge;
    line := '{"amount":"100.00","organization":"' || organization.slug || '","pledge":"' || encode(salt, 'hex')
        || '","totals":{"backers":' || project.backers + 1 || ',"ceilings":"' || project.pledged + 100 || '","goal":"'
        || project.goal || '","pledged":"' || project.pledged + 100 || '","signed":"0.00","waiting":"0.00"}}';
    line_hash := encode(sha256(convert_to(project.ledger_hash || line, 'UTF8')), 'hex');
    UPDATE project_money SET pledged = project.pledged + 100, ceilings = project.pledged + 100,
        backers = project.backers + 1, next_place = project.next_place + 1, ledger_seq = project.ledger_seq + 1,
        ledger_hash = line_hash WHERE project_id = project.id;
    INSERT INTO ledger_lines (project_id, seq, at, kind, data, prev_hash, hash)
    VALUES (project.id, project.ledger_seq + 1, now, 'pledge_placed', line::jsonb, project.ledger_hash, line_hash);
    INSERT INTO audit_log (id, at, actor_kind, actor_id, action, subject_kind, subject_id, organization_id, detail,
        request_id)
    VALUES (bench.next_id(), now, 'token', person.lead, 'pledge_placed', 'pledge', pledge, organization.id,
        '{"amount": "100.00", "status": "pledged", "version": 1}', pledge::text);
    PERFORM pg_notify('cofund_changes', project.id::text);
    PERFORM pledges.*, organizations.name, projects.title FROM pledges
    JOIN organizations ON organizations.id = organization_id JOIN projects ON projects.id = project_id
    WHERE pledges.id = pledge;
    UPDATE idempotency_keys SET status = 201, etag = '"1.0000000000000000"', sealed_body = convert_to(repeat('x', 1400), 'UTF8')
    WHERE user_id = person.lead AND operation = 'place_pledge'
        AND target = '/api/v1/projects/' || to_project || '/pledges' AND key = pledge::text;
    RETURN pledge;
END $$;
