//! The people of the table, and for each request things of its own to be made about.

use std::collections::HashMap;
use std::io::Cursor;

use chrono::TimeDelta;
use cofund_tests::{Answer, Person, TestApp, Value, json, new_key};
use image::{DynamicImage, ImageFormat};

use super::rows::{Body, Role, Row};

pub struct Scene<'a> {
    pub(super) app: &'a TestApp,
    actors: HashMap<Role, Person>,
    made: std::cell::Cell<u32>,
}

/// What a request may be about, and what it may carry.
#[derive(Clone, Default)]
pub struct Things {
    pub organization: String,
    pub member: String,
    pub invitation: String,
    pub tier: String,
    pub theme: String,
    pub narrative: String,
    pub project: String,
    pub pledge: String,
    pub user: String,
    pub delivery: String,
    pub session: String,
    pub identity: String,
    pub token: String,
    pub support: String,
    pub etag: String,
    pub cookie: String,
    /// What came by mail.
    pub secret: String,
    pub email: String,
    pub new_email: String,
    pub new_name: String,
    pub new_version: String,
    pub tomorrow: String,
    /// Who asks instead, for what ends the account of whoever asks.
    pub twin: Option<Person>,
}

impl<'a> Scene<'a> {
    pub async fn set(app: &'a TestApp) -> Self {
        let mut actors = HashMap::from([(Role::Public, app.public())]);
        for role in [Role::Stranger, Role::Viewer, Role::Finance, Role::Champion, Role::Lead] {
            actors.insert(role, app.person().await);
        }
        let harbour = app.organization("Harbour").await;
        actors.insert(Role::OtherLead, app.lead_of(&harbour).await);
        actors.insert(Role::Staff, app.new_staff().await);
        actors.insert(Role::Admin, app.admin().await);
        actors.insert(Role::LeadReading, app.program_of(&actors[&Role::Lead], &["read"]).await);
        actors.insert(Role::StaffReading, app.program_of(&actors[&Role::Staff], &["read"]).await);
        Self { app, actors, made: std::cell::Cell::default() }
    }

    pub fn actor(&self, role: Role) -> &Person {
        &self.actors[&role]
    }

    pub(super) fn number(&self) -> u32 {
        self.made.set(self.made.get() + 1);
        self.made.get()
    }

    /// Whatever a request of this row and role needs, made anew.
    pub async fn things(&self, row: &Row, path: &str, role: Role) -> Things {
        let (staff, admin, n) = (self.app.staff().await, &self.actors[&Role::Admin], self.number());
        let owner = self.owner(role);
        let mut things = Things {
            etag: "\"1\"".to_owned(),
            email: owner.email(),
            new_email: self.app.new_address(),
            new_name: format!("Thing {n}"),
            new_version: format!("2030-01.{n}"),
            tomorrow: (self.app.clock.now() + TimeDelta::days(1)).to_rfc3339(),
            ..Things::default()
        };
        let of_projects =
            ["/projects/{", "/pledges/{", "/organizations/{slug}/pledges"].iter().any(|a| path.starts_with(a));
        if of_projects || path.starts_with("/organizations/{slug}") {
            self.make_organization(&mut things, path, row, role).await;
        }
        if of_projects {
            self.make_project(&mut things, path, row, role).await;
        }
        if path.starts_with("/admin/tiers/{") {
            things.tier =
                text(&staff.post("/admin/tiers", json!({ "name": format!("Tier {n}") })).await.is(201).json, "slug");
        }
        if path.starts_with("/admin/themes/{") {
            let new = json!({ "name": format!("Theme {n}") });
            things.theme = text(&staff.post("/admin/themes", new).await.is(201).json, "slug");
        }
        if path.starts_with("/admin/narratives/{") {
            let new = json!({ "name": format!("Narrative {n}") });
            things.narrative = text(&staff.post("/admin/narratives", new).await.is(201).json, "slug");
        }
        if path.starts_with("/admin/users/{") {
            things.email = self.app.new_address();
            let new = json!({ "email": things.email, "staff": row.case.ends_with("of staff") });
            things.user = text(&admin.post("/admin/users", new).await.is(201).json, "id");
        }
        if path.starts_with("/admin/queues/{") {
            self.app.public().post("/auth/magic-links", json!({ "email": "nobody@people.example" })).await.is(202);
            things.delivery = text(&staff.get("/admin/queues?limit=1").await.is(200)["items"][0], "id");
        }
        if path.ends_with("/supports/{id}") {
            let new = json!({ "organization": things.organization, "kind": "endorse" });
            let given = staff.post(&format!("/projects/{}/supports", things.project), new).await;
            things.support = text(&given.is(201).json, "id");
        }
        if path.starts_with("/me/sessions/{") {
            let place = self.app.sign_in(&owner.email()).await;
            let sessions = place.get("/me/sessions").await;
            let current = sessions.is(200).items().iter().find(|session| session["current"] == json!(true));
            things.session = text(current.expect("this session"), "id");
        }
        if path.contains("/identities/{") {
            things.identity = uuid::Uuid::now_v7().to_string();
            let whose = if things.user.is_empty() { owner.id() } else { things.user.clone() };
            let there = format!(
                "INSERT INTO identities VALUES ('{}', '{whose}', 'campus', 'https://campus.example', '{n}', '', NULL, now(), now())",
                things.identity,
            );
            self.app.database.client().batch_execute(&there).await.expect("an identity");
        }
        if path.starts_with("/me/tokens/{") {
            let new = json!({ "name": "To revoke", "scopes": ["read"], "expires_at": things.tomorrow });
            things.token = text(&owner.post("/me/tokens", new).await.is(201).json, "id");
        }
        match row.operation {
            "edit_me" if role != Role::Public => things.etag = self.actor(role).get("/me").await.is(200).etag(),
            "refresh_session" | "log_out" if self.actor(role).cookie.is_some() => {
                things.cookie = self.app.sign_in(&owner.email()).await.cookie.unwrap_or_default();
            }
            "unsubscribe" => {
                let project = self.app.open_project(&format!("Project {n}"), json!({})).await;
                owner.put(&format!("/projects/{project}/follow")).await.is(204);
                let news = json!({ "kind": "news", "title": "News", "body": "Some." });
                staff.post(&format!("/projects/{project}/updates"), news).await.is(201);
                let mail = self.app.mails().await.into_iter().rfind(|mail| mail.to == owner.email());
                let link = mail.and_then(|mail| mail.unsubscribe).expect("a mail that can be ended");
                things.secret = link.rsplit('/').next().unwrap_or_default().to_owned();
            }
            "erase_me" if role != Role::Public => {
                let twin = self.twin(role).await;
                things.email = twin.email();
                things.twin = Some(twin);
            }
            "redeem_magic_link" => things.secret = self.app.mail_link(&owner.email()).await,
            "preview_invitation" | "accept_invitation" => {
                let to = if role == Role::Public { things.new_email.clone() } else { things.email.clone() };
                let organization = self.app.organization(&format!("Inviting {n}")).await;
                let new = json!({ "email": to, "role": "viewer" });
                staff.post(&format!("/organizations/{organization}/invitations"), new).await.is(201);
                let mail = self.app.mails().await.into_iter().rfind(|mail| mail.to == to);
                things.secret = mail.expect("an invitation").token();
            }
            _ => {}
        }
        things
    }

    /// Somebody new of the same kind.
    async fn twin(&self, role: Role) -> Person {
        match role {
            Role::Staff => self.app.new_staff().await,
            Role::Admin => self.app.admin().await,
            Role::LeadReading | Role::StaffReading => {
                let person = self.app.person().await;
                self.app.program_of(&person, &["read"]).await
            }
            _ => self.app.person().await,
        }
    }

    async fn make_organization(&self, things: &mut Things, path: &str, row: &Row, role: Role) {
        let staff = self.app.staff().await;
        things.organization = self.app.organization(&format!("Organisation {}", self.number())).await;
        let members = format!("/organizations/{}/members", things.organization);
        let add = async |email: &str, role: &str| {
            let added = staff.post(&members, json!({ "email": email, "role": role })).await;
            text(&added.is(201).json, "user_id")
        };
        // One who stays, so that nobody is the last.
        add(&self.app.new_address(), "lead").await;
        things.member = add(&self.app.new_address(), "viewer").await;
        let as_what = match role {
            Role::Viewer => Some("viewer"),
            Role::Finance => Some("finance"),
            Role::Champion => Some("champion"),
            Role::Lead | Role::LeadReading => Some("lead"),
            _ => None,
        };
        if let Some(as_what) = as_what {
            add(&self.owner(role).email(), as_what).await;
        }
        if row.case == "oneself" {
            things.member = self.owner(role).id();
        }
        if path.contains("/invitations/{") {
            let new = json!({ "email": self.app.new_address(), "role": "viewer" });
            let invited = staff.post(&format!("/organizations/{}/invitations", things.organization), new).await;
            things.invitation = text(&invited.is(201).json, "id");
        }
        if path.ends_with("/logo") && row.operation != "set_logo" {
            let logo = format!("/organizations/{}/logo", things.organization);
            staff.post_nothing(&logo).body("image/png", picture()).await.is(200);
        }
    }

    /// The person behind the role: of a program its owner, and somebody else where nobody is signed in.
    fn owner(&self, role: Role) -> &Person {
        match role {
            Role::LeadReading => &self.actors[&Role::Lead],
            Role::StaffReading => &self.actors[&Role::Staff],
            Role::Public => &self.actors[&Role::Admin],
            role => &self.actors[&role],
        }
    }

    pub async fn send(&self, row: &Row, method: &str, path: &str, things: &Things, person: &Person) -> Answer {
        self.send_without("", row, method, path, things, person).await
    }

    /// The same with one of the headers left out.
    pub async fn send_without(
        &self,
        left_out: &str,
        row: &Row,
        method: &str,
        path: &str,
        things: &Things,
        person: &Person,
    ) -> Answer {
        let path = things.fill(path);
        let person = things.twin.as_ref().unwrap_or(person);
        let mut call = person.call(method.parse().expect("a method"), &path);
        let of_projects = path.starts_with("/projects/") || path.starts_with("/pledges/");
        if left_out != "If-Match" && (method == "PATCH" || (method == "POST" && of_projects)) {
            call = call.header("if-match", &things.etag);
        }
        if left_out != "Idempotency-Key" && method == "POST" && of_projects && row.operation != "simulate_pledge" {
            call = call.key(&new_key());
        }
        if !things.cookie.is_empty() {
            call = call.header("cookie", &things.cookie).header("origin", &self.app.url);
        }
        match row.body {
            Body::Nothing => call,
            Body::Json(body) => call.json(&body(things)),
            Body::Picture => call.body("image/png", picture()),
        }
        .await
    }
}

impl Things {
    /// The template with ids in their places. A new kind of place needs a line here.
    pub fn fill(&self, template: &str) -> String {
        let filled = template
            .replace("/organizations/{slug}", &format!("/organizations/{}", self.organization))
            .replace("/projects/{slug}", &format!("/projects/{}", self.project))
            .replace("/supports/{id}", &format!("/supports/{}", self.support))
            .replace("/unsubscribe/{token}", &format!("/unsubscribe/{}", self.secret))
            .replace("/members/{user_id}", &format!("/members/{}", self.member))
            .replace("/invitations/{id}", &format!("/invitations/{}", self.invitation))
            .replace("/admin/tiers/{slug}", &format!("/admin/tiers/{}", self.tier))
            .replace("/admin/themes/{slug}", &format!("/admin/themes/{}", self.theme))
            .replace("/admin/narratives/{slug}", &format!("/admin/narratives/{}", self.narrative))
            .replace("/terms/{version}", "/terms/2026-11")
            .replace("/admin/capacity/{quarter}", "/admin/capacity/2030-Q1")
            .replace("/pledges/{id}", &format!("/pledges/{}", self.pledge))
            .replace("/admin/users/{id}", &format!("/admin/users/{}", self.user))
            .replace("/admin/queues/{id}", &format!("/admin/queues/{}", self.delivery))
            .replace("/me/sessions/{id}", &format!("/me/sessions/{}", self.session))
            .replace("/me/identities/{id}", &format!("/me/identities/{}", self.identity))
            .replace("/identities/{identity}", &format!("/identities/{}", self.identity))
            .replace("/oidc/{provider}/", "/oidc/campus/")
            .replace("/me/tokens/{id}", &format!("/me/tokens/{}", self.token));
        assert!(!filled.contains('{'), "{template}: tests/it/contract/scene.rs makes nothing to put there");
        assert!(!filled.contains("//") && !filled.ends_with('/'), "{template}: the thing was not made");
        filled
    }
}

pub(super) fn text(value: &Value, member: &str) -> String {
    value[member].as_str().unwrap_or_else(|| panic!("no {member} in {value}")).to_owned()
}

fn picture() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(4, 4).write_to(&mut bytes, ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}
