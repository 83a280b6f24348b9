//! Hidden pledges in projects of every state, with names, notes and orders that stand nowhere else.

use cofund_tests::{Backer, Person, TestApp, json};

use super::crawler::Secret;

pub struct Scene {
    pub anonymous: Backer,
    pub name_only: Backer,
    pub open: Backer,
    /// Has pledged nothing, and hides nothing.
    pub never: Backer,
    pub projects: Vec<String>,
    pub pledges: Vec<String>,
    pub secrets: Vec<Secret>,
}

/// A good ROR id for each number.
fn ror(number: u64) -> String {
    const CROCKFORD: &[u8] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mut rest = number;
    let mut letters = [0; 6];
    for letter in letters.iter_mut().rev() {
        *letter = CROCKFORD[usize::try_from(rest % 32).expect("it is small")];
        rest /= 32;
    }
    let letters = std::str::from_utf8(&letters).expect("letters");
    format!("https://ror.org/0{letters}{:02}", 98 - (number * 100) % 97)
}

impl Scene {
    pub async fn set(app: &TestApp) -> Self {
        let mut secrets = Vec::new();
        let anonymous = hidden(app, &mut secrets, "Zyxanon", 700_001).await;
        let name_only = hidden(app, &mut secrets, "Qwvnamed", 700_002).await;
        let [open, never] = [app.backer("Openly").await, app.backer("Neverly").await];
        let mut scene = Self { anonymous, name_only, open, never, projects: Vec::new(), pledges: Vec::new(), secrets };
        scene.fill(app).await;
        scene
    }

    pub fn projects(&self) -> Vec<String> {
        self.projects.clone()
    }

    pub fn pledges(&self) -> Vec<String> {
        self.pledges.clone()
    }

    pub fn organizations(&self) -> Vec<String> {
        [&self.anonymous, &self.name_only, &self.open, &self.never].map(|backer| backer.slug.clone()).to_vec()
    }

    /// In each project the three stand but where a name may be told: there only one hides.
    async fn fill(&mut self, app: &TestApp) {
        for (state, mode) in [
            ("open", "fixed"),
            ("coalition", "shared"),
            ("covered", "shared"),
            ("funded", "fixed"),
            ("settled", "shared"),
            ("gap", "fixed"),
            ("missed", "fixed"),
            ("closed", "fixed"),
        ] {
            let project = app.open_project(&format!("In state {state}"), json!({ "mode": mode })).await;
            let both = matches!(state, "open" | "coalition" | "covered" | "missed");
            let hides = if state == "settled" { self.name_only.clone() } else { self.anonymous.clone() };
            if both {
                let (name_only, anonymous) = (self.name_only.clone(), self.anonymous.clone());
                self.hide(&project, &name_only, "name_only", "137.00").await;
                self.hide(&project, &anonymous, "anonymous", "241.00").await;
            } else if state == "settled" {
                self.hide(&project, &hides, "name_only", "241.00").await;
            } else {
                self.hide(&project, &hides, "anonymous", "241.00").await;
            }
            self.end(app, &project, state).await;
            self.projects.push(project);
        }
    }

    async fn end(&mut self, app: &TestApp, project: &str, state: &str) {
        match state {
            "open" | "coalition" | "missed" | "closed" => drop(self.open.gives(project, "100.00").await),
            "covered" => drop(self.open.gives(project, "900.00").await),
            "settled" => {
                self.open.gives(project, "900.00").await;
                app.run(project, "settle", json!(null)).await.is(200);
            }
            _ => drop(self.open.gives(project, "759.00").await),
        }
        match state {
            "closed" => {
                app.run(project, "close", json!({ "reason": "other", "note": "Not now." })).await.is(200);
            }
            "missed" => {
                let sql = "UPDATE projects SET pledge_by = pledge_by - 31, \
                           closes_at = closes_at - interval '31 days' WHERE slug = $1";
                app.database.client().execute(sql, &[&project]).await.expect(sql);
            }
            "funded" => {
                let pledge = self.pledges.last().expect("the hidden one").clone();
                let agreement = json!({ "agreement_reference": "Kjhagreement", "agreement_date": "2026-01-01" });
                app.staff().await.step(&pledge, "sign", agreement).await.is(200);
            }
            "gap" => {
                let pledge = self.pledges.last().expect("the hidden one").clone();
                let reason = json!({ "reason": "Kjhreason of ours" });
                self.anonymous.step(&pledge, "withdraw", reason).await.is(200);
            }
            _ => {}
        }
    }

    async fn hide(&mut self, project: &str, backer: &Backer, visibility: &str, amount: &str) {
        let more = json!({
            "amount": amount, "visibility": visibility,
            "note": "Kjhnote of ours", "purchase_order": "Kjhorder-1",
        });
        let pledge = backer.pledge(project, more).await.is(201).id();
        let what = format!("the id of the hidden pledge to {project}");
        self.secrets.push(Secret { what, text: pledge.clone(), of: None });
        self.pledges.push(pledge);
    }
}

async fn hidden(app: &TestApp, secrets: &mut Vec<Secret>, name: &str, number: u64) -> Backer {
    let (staff, ror) = (app.staff().await, ror(number));
    let new = json!({ "name": name, "kind": "member", "membership_starts": "2020-01-01", "ror_id": ror });
    let made = staff.post("/organizations", new).await;
    let slug = made.is(201)["slug"].as_str().expect("a slug").to_owned();
    let email = format!("vbnperson-{number}@hidden.example");
    let new = json!({ "email": email, "name": format!("Vbnperson {number}"), "role": "lead" });
    staff.post(&format!("/organizations/{slug}/members"), new).await.is(201);
    let lead: Person = app.sign_in(&email).await;
    let sql = "SELECT id::text FROM organizations WHERE slug = $1";
    let id: String = app.database.client().query_one(sql, &[&slug]).await.expect(sql).get(0);
    let mut secret = |what: &str, text: String, of: Option<String>| {
        secrets.push(Secret { what: format!("{what} of {slug}"), text, of });
    };
    secret("the name", name.to_owned(), Some(slug.clone()));
    secret("the slug", slug.clone(), Some(slug.clone()));
    secret("the id", id, Some(slug.clone()));
    secret("the ROR id", ror, Some(slug.clone()));
    secret("somebody's address", email, None);
    secret("somebody's name", format!("Vbnperson {number}"), None);
    secret("somebody's id", lead.id(), None);
    if number == 700_001 {
        for (what, text) in [
            ("a note", "Kjhnote"),
            ("a purchase order", "Kjhorder"),
            ("a reason", "Kjhreason"),
            ("an agreement", "Kjhagreement"),
        ] {
            secret(what, text.to_owned(), None);
        }
    }
    Backer { slug, lead }
}
