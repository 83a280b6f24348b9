//! Everything that can be done to a project and to a pledge, with a request that makes sense.

use chrono::{Datelike as _, TimeDelta};
use cofund_tests::{Answer, Person, TestApp, Value, json, new_key};

use super::states::{Cast, Standing, Subject};

/// One thing to do.
pub struct Deed {
    pub name: &'static str,
    /// What `can` calls it.
    pub can: &'static str,
    /// Whether `can` says all there is to say, or numbers decide, too.
    pub exact: bool,
    pub on_pledge: bool,
}

const fn project(name: &'static str, can: &'static str, exact: bool) -> Deed {
    Deed { name, can, exact, on_pledge: false }
}

const fn pledge(name: &'static str, can: &'static str, exact: bool) -> Deed {
    Deed { name, can, exact, on_pledge: true }
}

pub const DEEDS: [Deed; 25] = [
    project("edit words", "edit", true),
    project("edit minimum", "edit", false),
    project("raise goal", "edit", false),
    project("lower goal", "edit", false),
    project("publish candidate", "publish", false),
    project("publish open", "publish", true),
    project("extend", "extend", true),
    project("settle", "settle", true),
    project("close", "close", true),
    project("delivery", "deliver", true),
    project("queue", "move_in_queue", true),
    project("place", "pledge", true),
    pledge("approve", "approve", true),
    pledge("decline", "decline", true),
    pledge("raise", "edit", false),
    pledge("lower", "edit", false),
    pledge("conditions", "edit", false),
    pledge("drop conditions", "edit", false),
    pledge("instalments", "edit", false),
    pledge("widen", "annotate", true),
    pledge("note", "annotate", true),
    pledge("withdraw", "withdraw", true),
    pledge("release", "release", true),
    pledge("sign", "sign", true),
    pledge("default", "default", true),
];

impl Deed {
    pub fn concerns(&self, standing: Standing) -> bool {
        self.on_pledge != (standing == Standing::Nothing)
    }

    pub fn path(&self, subject: &Subject) -> String {
        match &subject.pledge {
            Some(pledge) if self.on_pledge => format!("/pledges/{pledge}"),
            _ => format!("/projects/{}", subject.project),
        }
    }

    pub async fn done_by(&self, app: &TestApp, cast: &Cast, who: &Person, subject: &Subject, etag: &str) -> Answer {
        let path = self.path(subject);
        if self.name == "place" {
            return cast.tidewater.pledge_as(who, &subject.project, json!({ "amount": "50.00" })).await;
        }
        let later = (app.clock.now() + TimeDelta::days(60)).date_naive();
        let edit = |body: Value| who.patch(&path, etag, body);
        let step = |step: &str, body: Value| who.post(&format!("{path}/{step}"), body).header("if-match", etag);
        let because = || json!({ "reason": "So it was decided" });
        let call = match self.name {
            "edit words" => edit(json!({ "summary": "Another line" })),
            "edit minimum" => edit(json!({ "minimum_pledge": "20.00" })),
            "raise goal" => edit(json!({ "goal": "2000.00" })),
            "lower goal" => edit(json!({ "goal": "999.00" })),
            "publish candidate" => step("publish", json!({ "as": "candidate" })),
            "publish open" => step("publish", json!({ "as": "open" })),
            "extend" => step("extend", json!({ "pledge_by": later, "reason": "More time" })),
            "settle" => who.post_nothing(&format!("{path}/settle")).header("if-match", etag),
            "close" => step("close", json!({ "reason": "withdrawn", "note": "Not now." })),
            "delivery" => step("delivery", json!({ "to": "in_flight" })),
            "queue" => step("queue", json!({ "position": 1 })),
            "approve" => step("approve", json!({})),
            "raise" => edit(json!({ "amount": "150.00" })),
            "lower" => edit(json!({ "amount": "50.00" })),
            "conditions" => edit(json!({ "conditions": { "min_other_orgs": 1 } })),
            "drop conditions" => edit(json!({ "conditions": null })),
            "instalments" => edit(json!({ "instalments": halves(app) })),
            "widen" => edit(json!({ "visibility": "public" })),
            "note" => edit(json!({ "note": "Another word" })),
            "sign" => step("sign", json!({ "agreement_reference": "MOU-2", "agreement_date": "2026-01-01" })),
            other => step(other, because()),
        };
        call.key(&new_key()).await
    }
}

/// Half this year, half the next, for an organisation whose years are the calendar's.
fn halves(app: &TestApp) -> Value {
    let year = app.clock.now().year();
    json!([{ "fiscal_year": format!("FY{year}"), "part": "1/2" }, { "fiscal_year": format!("FY{}", year + 1), "part": "1/2" }])
}
