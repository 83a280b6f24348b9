//! Sentences about the data, each with a query that counts what contradicts it.

/// All of them, in the order in which they are looked at. A pledge stands if it is live and more than a request.
pub const ALL: &[(&str, &str)] = &[
    (
        "what a fixed or funded project counts is the sum of its pledges",
        "SELECT count(*) FROM projects p JOIN project_money m ON m.project_id = p.id \
         WHERE (p.mode = 'fixed' OR p.funding IN ('funded', 'closed')) AND m.pledged <> ( \
             SELECT coalesce(sum(share), 0) FROM pledges \
             WHERE project_id = p.id AND status IN ('pledged', 'signed', 'invoiced', 'collected'))",
    ),
    (
        "an open coalition counts its ceilings up to the goal",
        "SELECT count(*) FROM projects p JOIN project_money m ON m.project_id = p.id \
         WHERE p.mode = 'shared' AND p.funding IN ('open', 'missed') AND (m.pledged <> least(m.goal, m.ceilings) \
             OR m.ceilings <> (SELECT coalesce(sum(amount), 0) FROM pledges WHERE project_id = p.id AND active) \
             OR m.waiting <> (SELECT coalesce(sum(amount), 0) FROM pledges \
                              WHERE project_id = p.id AND status = 'pledged' AND NOT active))",
    ),
    (
        "every project knows how many back it, wait and ask",
        "SELECT count(*) FROM project_money m WHERE (m.backers, m.waiters, m.requests) <> ( \
             SELECT count(*) FILTER (WHERE active), \
                    count(*) FILTER (WHERE status = 'pledged' AND NOT active), \
                    count(*) FILTER (WHERE status = 'requested') \
             FROM pledges WHERE project_id = m.project_id)",
    ),
    (
        "what is signed and collected is the sum of those pledges",
        "SELECT count(*) FROM project_money m WHERE (m.signed, m.collected) <> ( \
             SELECT coalesce(sum(share) FILTER (WHERE status IN ('signed', 'invoiced', 'collected')), 0), \
                    coalesce(sum(share) FILTER (WHERE status = 'collected'), 0) \
             FROM pledges WHERE project_id = m.project_id)",
    ),
    (
        "what rounding left over is known to the last part of a cent",
        "SELECT count(*) FROM project_money m WHERE m.dust <> ( \
             SELECT coalesce(sum(dust), 0) FROM pledges \
             WHERE project_id = m.project_id AND share IS NOT NULL \
               AND status IN ('pledged', 'signed', 'invoiced', 'collected'))",
    ),
    ("nobody counts more than the goal", "SELECT count(*) FROM project_money WHERE pledged > goal"),
    (
        "an open project of mode fixed that reaches its goal is funded",
        "SELECT count(*) FROM projects p JOIN project_money m ON m.project_id = p.id \
         WHERE p.mode = 'fixed' AND p.funding IN ('open', 'missed') AND m.pledged = m.goal",
    ),
    (
        "a pledge that counts as it is has a share, one of an open coalition has none",
        "SELECT count(*) FROM pledges g JOIN projects p ON p.id = g.project_id \
         WHERE g.status IN ('pledged', 'signed', 'invoiced', 'collected') \
           AND (g.share IS NULL) <> (p.mode = 'shared' AND p.funding IN ('open', 'missed'))",
    ),
    (
        "the years of a live pledge bear all of it",
        "SELECT count(*) FROM pledges g WHERE g.status NOT IN ('withdrawn', 'declined', 'released', 'defaulted') \
           AND coalesce(g.share, g.amount) <> \
               (SELECT coalesce(sum(amount), 0) FROM pledge_years WHERE pledge_id = g.id)",
    ),
    (
        "every version of a pledge is in its history",
        "SELECT count(*) FROM pledges g \
         WHERE (SELECT count(*) FROM pledge_versions v WHERE v.pledge_id = g.id AND v.version <= g.version) <> g.version",
    ),
    (
        "the history ends with what the pledge is",
        "SELECT count(*) FROM pledges g JOIN pledge_versions v ON v.pledge_id = g.id AND v.version = g.version \
         WHERE v.state->>'status' <> g.status OR (v.state->>'amount')::numeric <> g.amount OR v.state->>'visibility' <> g.visibility",
    ),
    (
        "nothing is pledged to what never opened",
        "SELECT count(*) FROM pledges g JOIN projects p ON p.id = g.project_id WHERE p.opened_at IS NULL",
    ),
    (
        "a closed project holds no pledge that is not signed",
        "SELECT count(*) FROM pledges g JOIN projects p ON p.id = g.project_id \
         WHERE p.funding = 'closed' AND g.status IN ('requested', 'pledged')",
    ),
    (
        "a pledge accepts the terms of its project",
        "SELECT count(*) FROM pledges g JOIN projects p ON p.id = g.project_id \
         WHERE g.terms_version <> p.terms_version OR g.currency <> p.currency",
    ),
    (
        "names without amounts stand only where more than one hides",
        "SELECT count(*) FROM (SELECT 1 FROM pledges WHERE visibility <> 'public' AND EXISTS ( \
             SELECT FROM pledges n WHERE n.project_id = pledges.project_id AND n.named_at IS NOT NULL \
               AND n.visibility = 'name_only') GROUP BY project_id HAVING count(*) < 2) alone",
    ),
    (
        "no two projects have the same turn",
        "SELECT count(*) FROM (SELECT 1 FROM projects WHERE queue_position IS NOT NULL AND funding = 'funded' \
         GROUP BY queue_position HAVING count(*) > 1) twins",
    ),
    (
        "every pledge was recorded",
        "SELECT count(*) FROM pledges g WHERE NOT EXISTS (SELECT FROM audit_log a \
         WHERE a.subject_id = g.id AND a.action IN ('pledge_placed', 'pledge_requested'))",
    ),
    (
        "nothing is left of whoever is erased but a pseudonym",
        "SELECT count(*) FROM users u WHERE erased_at IS NOT NULL AND (email NOT LIKE '%@erased.invalid' \
         OR EXISTS (SELECT FROM memberships WHERE user_id = u.id) OR EXISTS (SELECT FROM sessions WHERE user_id = u.id) \
         OR EXISTS (SELECT FROM magic_links WHERE user_id = u.id) OR EXISTS (SELECT FROM follows WHERE user_id = u.id) \
         OR EXISTS (SELECT FROM access_tokens WHERE user_id = u.id) \
         OR EXISTS (SELECT FROM identities WHERE user_id = u.id) \
         OR EXISTS (SELECT FROM idempotency_keys WHERE user_id = u.id))",
    ),
];
