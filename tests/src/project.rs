//! Projects and pledges, made as staff and leads make them.

use chrono::TimeDelta;
use cofund::db::{Cause, Tx};
use cofund::kernel::{Decider, Event, ProjectEvent, ProjectId, ProjectStep};
use serde_json::{Value, json};

use crate::{Answer, Call, Person, TestApp};

/// An organisation with a lead who is signed in.
#[derive(Clone)]
pub struct Backer {
    pub slug: String,
    pub lead: Person,
}

impl TestApp {
    /// A draft that lacks nothing; `changes` overrides its fields.
    pub async fn draft(&self, title: &str, changes: Value) -> String {
        let mut project = self.good_project(title);
        for (name, value) in changes.as_object().expect("an object of fields") {
            project[name] = value.clone();
        }
        let made = self.staff().await.post("/projects", project).await;
        made.is(201)["slug"].as_str().expect("a slug").to_owned()
    }

    /// Content that passes the check: a fixed goal of 1000.00 and a date a month from now.
    pub fn good_project(&self, title: &str) -> Value {
        let pledge_by = (self.clock.now() + TimeDelta::days(30)).date_naive();
        json!({
            "title": title,
            "summary": "What it is, in a line",
            "theme": "access-control",
            "problem": prose(60),
            "solution": prose(60),
            "implementation": prose(60),
            "fit": prose(30),
            "research": prose(5),
            "goal": "1000.00",
            "minimum_pledge": "10.00",
            "mode": "fixed",
            "pledge_by": pledge_by,
            "time_zone": "UTC",
            "capacity_hours": 40,
            "visibility": "user_visible",
            "deliverables": [{ "title": "It works", "done_when": "Somebody uses it", "hours_low": 10, "hours_high": 20 }],
        })
    }

    /// A project that takes pledges.
    pub async fn open_project(&self, title: &str, changes: Value) -> String {
        let slug = self.draft(title, changes).await;
        self.publish(&slug, "open").await.is(200);
        slug
    }

    pub async fn publish(&self, slug: &str, publish_as: &str) -> Answer {
        let staff = self.staff().await;
        let etag = staff.get(&format!("/projects/{slug}")).await.is(200).etag();
        staff.post(&format!("/projects/{slug}/publish"), json!({ "as": publish_as })).header("if-match", &etag).await
    }

    /// What staff do to a project, on the version that is current: `extend`, `settle`, `close`, `delivery`, `queue`.
    pub async fn run(&self, slug: &str, step: &str, body: Value) -> Answer {
        self.staff().await.run(slug, step, body).await
    }

    /// Staff that stay signed in however far the clock moves.
    pub async fn lasting_staff(&self) -> Person {
        self.program_of(&self.new_staff().await, &["read", "staff"]).await
    }

    /// A backer whose lead stays signed in however far the clock moves.
    pub async fn lasting_backer(&self, name: &str) -> Backer {
        let Backer { slug, lead } = self.backer(name).await;
        Backer { slug, lead: self.program_of(&lead, &["read", "pledge"]).await }
    }

    /// A project of 1000.00 that one backer of the same name funded; and its pledge.
    pub async fn funded_project(&self, title: &str) -> (String, Backer, String) {
        let project = self.open_project(title, json!({})).await;
        let backer = self.backer(&format!("{title} fund")).await;
        let pledge = backer.gives(&project, "1000.00").await;
        (project, backer, pledge)
    }

    /// A project that gathers support and takes no money yet.
    pub async fn candidate(&self, title: &str) -> String {
        let slug = self.draft(title, json!({})).await;
        self.publish(&slug, "candidate").await.is(200);
        slug
    }

    /// What the worker does some days before a project closes.
    pub async fn remind(&self, slug: &str, days: u32) {
        let id: uuid::Uuid = self.project(slug).await.id().parse().expect("an id");
        let remind = async |tx: &mut Tx| {
            let (step, project, detail) = (ProjectStep::ReminderDue, ProjectId::from(id), json!({ "days": days }));
            let decider = Decider::Nobody;
            tx.record(Event::Project(Box::new(ProjectEvent { step, project, decider, detail, entry: None }))).await
        };
        self.worker.db.write(&Cause::command_line(), remind).await.expect("reminders are written");
    }

    /// Somebody who follows a project and is nothing else to it.
    pub async fn follower(&self, slug: &str) -> Person {
        let person = self.person().await;
        person.put(&format!("/projects/{slug}/follow")).await.is(204);
        person
    }

    /// An organisation of this name and its lead.
    pub async fn backer(&self, name: &str) -> Backer {
        let slug = self.organization(name).await;
        let lead = self.lead_of(&slug).await;
        Backer { slug, lead }
    }

    /// Several of them.
    pub async fn backers(&self, count: usize) -> Vec<Backer> {
        let mut backers = Vec::new();
        for number in 1..=count {
            backers.push(self.backer(&format!("Backer {number}")).await);
        }
        backers
    }

    /// A project as the public sees it.
    pub async fn project(&self, slug: &str) -> Answer {
        self.public().get(&format!("/projects/{slug}")).await
    }
}

impl Backer {
    /// Pledges for the organisation: `more` says how much, and overrides.
    pub fn pledge(&self, project: &str, more: Value) -> Call {
        self.pledge_as(&self.lead, project, more)
    }

    /// The same by somebody else of it.
    pub fn pledge_as(&self, person: &Person, project: &str, more: Value) -> Call {
        let mut body = json!({ "organization": self.slug, "visibility": "public", "terms_version": "2026-11" });
        for (name, value) in more.as_object().expect("an object of fields") {
            body[name] = value.clone();
        }
        person.post(&format!("/projects/{project}/pledges"), body).key(&new_key())
    }

    /// Pledges this amount; the pledge's id.
    pub async fn gives(&self, project: &str, amount: &str) -> String {
        self.pledge(project, json!({ "amount": amount })).await.is(201).id()
    }

    /// Does something to a pledge on the version that is current: `withdraw`, `approve`, …
    pub async fn step(&self, pledge: &str, step: &str, body: Value) -> Answer {
        self.lead.step(pledge, step, body).await
    }

    pub async fn edit(&self, pledge: &str, body: Value) -> Answer {
        self.lead.edit(&format!("/pledges/{pledge}"), body).await
    }
}

impl Person {
    /// A step of a project's life, on the version that is current and with a key of its own.
    pub async fn run(&self, slug: &str, step: &str, body: Value) -> Answer {
        let path = format!("/projects/{slug}");
        let etag = self.get(&path).await.is(200).etag();
        let call = match body {
            Value::Null => self.post_nothing(&format!("{path}/{step}")),
            body => self.post(&format!("{path}/{step}"), body),
        };
        call.header("if-match", &etag).key(&new_key()).await
    }

    /// A step of a pledge's life, on the version that is current and with a key of its own.
    pub async fn step(&self, pledge: &str, step: &str, body: Value) -> Answer {
        let path = format!("/pledges/{pledge}");
        let etag = self.get(&path).await.is(200).etag();
        self.post(&format!("{path}/{step}"), body).header("if-match", &etag).key(&new_key()).await
    }
}

impl Answer {
    /// These members, as text.
    #[track_caller]
    pub fn says(&self, expected: Value) -> &Self {
        for (name, value) in expected.as_object().expect("an object") {
            assert_eq!(&self[name], value, "{name} in what {} answered: {}", self.request, self.text());
        }
        self
    }

    #[track_caller]
    pub fn id(&self) -> String {
        self["id"].as_str().expect("an id").to_owned()
    }
}

/// A key nobody used.
pub fn new_key() -> String {
    uuid::Uuid::now_v7().to_string()
}

/// That many words.
pub fn prose(words: usize) -> String {
    vec!["word"; words].join(" ")
}
