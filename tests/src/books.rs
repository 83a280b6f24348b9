//! The books: what the tables say of each project's money is what its pledges come to, by the program's own rules and by
//! plain SQL, and what its ledger says.

use cofund::features::ledger::verify_actions;
use cofund::features::pledges::rules::coalition::outcome;
use cofund::features::pledges::{recount, store};
use cofund::features::projects::store as projects;
use uuid::Uuid;

use crate::TestApp;

/// A sentence, and a query that counts the projects of which it is not true.
const SUMS: &[(&str, &str)] = &[
    (
        "what counts is the sum of shares, once they are fixed",
        "SELECT count(*) FROM project_money m JOIN projects p ON p.id = m.project_id \
         WHERE (p.mode = 'fixed' OR p.funding = 'funded') AND (m.pledged, m.backers, m.signed) <> \
         (SELECT coalesce(sum(share), 0), count(*)::int, coalesce(sum(share) FILTER (WHERE status <> 'pledged'), 0) \
          FROM pledges WHERE project_id = p.id AND active)",
    ),
    (
        "who waits is counted as waiting",
        "SELECT count(*) FROM project_money m WHERE (waiting, waiters) <> \
         (SELECT coalesce(sum(amount), 0), count(*)::int FROM pledges \
          WHERE project_id = m.project_id AND status = 'pledged' AND NOT active)",
    ),
    (
        "requests are counted",
        "SELECT count(*) FROM project_money m WHERE requests <> \
         (SELECT count(*) FROM pledges WHERE project_id = m.project_id AND status = 'requested')",
    ),
    (
        "each pledge's newest version says what the pledge is",
        "SELECT count(*) FROM pledges p LEFT JOIN pledge_versions v ON v.pledge_id = p.id AND v.version = p.version \
         WHERE (v.state->>'status', v.state->>'amount', v.state->>'visibility') \
         IS DISTINCT FROM (p.status, p.amount::text, p.visibility)",
    ),
    (
        "the years of a pledge bear all of it, once it is settled its share",
        "SELECT count(*) FROM pledges p WHERE coalesce(share, amount) <> \
         (SELECT sum(amount) FROM pledge_years WHERE pledge_id = p.id)",
    ),
    (
        "nothing live is left in what is closed",
        "SELECT count(*) FROM pledges g JOIN projects p ON p.id = g.project_id \
         WHERE p.funding = 'closed' AND g.status IN ('requested', 'pledged')",
    ),
];

impl TestApp {
    /// Panics where they do not agree. Nobody may be writing meanwhile.
    pub async fn check_books(&self) {
        for (sentence, sql) in SUMS {
            assert_eq!(self.count(sql).await, 0, "it does not hold that {sentence}");
        }
        let db = self.db();
        let mut conn = db.read().await.expect("a connection");
        for row in self.database.client.query("SELECT id FROM projects", &[]).await.expect("ids") {
            let id: Uuid = row.get(0);
            let project = projects::find_by_id(&mut conn, id.into()).await.expect("a project");
            if !recount::is_open_coalition(&project).expect("a mode") {
                continue;
            }
            let (_, standings) = store::standings(&mut conn, id.into()).await.expect("standings");
            let goal = project.firm_goal().expect("a goal");
            let outcome = outcome(&standings, goal, project.minimum().expect("a minimum"));
            let active: Vec<bool> = standings.iter().map(|standing| standing.active).collect();
            assert_eq!(active, outcome.active, "who is active in {}", project.row.slug);
            let money = &project.money;
            let written = (money.pledged, money.ceilings, money.waiting, money.backers, money.waiters);
            let (pledged, ceilings) = (outcome.pledged.to_decimal(), outcome.ceilings.to_decimal());
            let derived = (pledged, ceilings, outcome.waiting.to_decimal(), outcome.backers, outcome.waiters);
            assert_eq!(written, derived, "the coalition of {}", project.row.slug);
        }
        let mut faults = Vec::new();
        let tell = |checked: verify_actions::Checked| {
            if let Err(fault) = checked.outcome {
                faults.push(format!("{}: {fault}", checked.project));
            }
        };
        verify_actions::verify(db, None, tell).await.expect("ledgers can be read");
        assert!(faults.is_empty(), "ledgers do not hold: {faults:?}");
    }
}
