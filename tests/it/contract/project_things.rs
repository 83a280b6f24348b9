//! Projects and pledges for the table: each request gets one of its own, in the state it makes sense in.

use cofund_tests::{Person, Value, json, new_key};

use super::rows::{Role, Row};
use super::scene::{Scene, Things, text};

impl Scene<'_> {
    /// What a row of projects needs, by what it does; and a pledge of the organisation if it is about one.
    pub(super) async fn make_project(&self, things: &mut Things, path: &str, row: &Row, role: Role) {
        let staff = self.app.staff().await;
        let title = format!("Project {}", self.number());
        let goal =
            json!({ "goal": "1000.00", "mode": if row.operation == "settle_project" { "shared" } else { "fixed" } });
        things.project = self.app.draft(&title, goal).await;
        if row.case != "of a draft" {
            let publish_as = if row.operation == "publish_project" { "candidate" } else { "open" };
            self.app.publish(&things.project, publish_as).await.is(200);
        }
        if matches!(row.operation, "settle_project" | "deliver_project" | "move_project") {
            self.place(&staff, &things.organization, &things.project, "1000.00").await;
        }
        let about_pledge = path.starts_with("/pledges/{") || matches!(row.case, "a change" | "a withdrawal");
        let lists_pledges = row.operation == "list_organization_pledges";
        if about_pledge || lists_pledges {
            self.make_pledge(things, row, role).await;
        }
        let thing =
            if about_pledge { format!("/pledges/{}", things.pledge) } else { format!("/projects/{}", things.project) };
        if !lists_pledges {
            things.etag = staff.get(&thing).await.is(200).etag();
        }
    }

    async fn make_pledge(&self, things: &mut Things, row: &Row, role: Role) {
        let staff = self.app.staff().await;
        let of_champion = row.case == "of a champion" || matches!(row.operation, "approve_pledge" | "decline_pledge");
        let whole = matches!(row.operation, "sign_pledge" | "default_pledge");
        let who = match role {
            _ if !of_champion => staff.clone(),
            Role::Champion => self.actor(role).clone(),
            _ => self.app.member(&things.organization, "champion").await,
        };
        let amount = if whole { "1000.00" } else { "100.00" };
        things.pledge = self.place(&who, &things.organization, &things.project, amount).await;
        if row.operation == "default_pledge" {
            let agreement = json!({ "agreement_reference": "A-1", "agreement_date": "2026-01-01" });
            staff.step(&things.pledge, "sign", agreement).await.is(200);
        }
    }

    async fn place(&self, who: &Person, organization: &str, project: &str, amount: &str) -> String {
        let pledge = json!({
            "organization": organization, "amount": amount, "visibility": "public", "terms_version": "2026-11",
        });
        let placed = who.post(&format!("/projects/{project}/pledges"), pledge).key(&new_key()).await;
        text(&placed.is(201).json, "id")
    }
}

/// A pledge as a row sends it.
pub fn pledge(things: &Things) -> Value {
    json!({ "organization": things.organization, "amount": "100.00", "visibility": "public", "terms_version": "2026-11" })
}

/// Why something ends.
pub fn reason(_: &Things) -> Value {
    json!({ "reason": "Because it must" })
}
