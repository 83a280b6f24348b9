//! A project's whole life in each mode, with those who show themselves and those who do not: whatever happens, the
//! lines add up, each answer about a pledge tells the line that was last then, and nobody hidden is named.

use std::cell::RefCell;

use chrono::TimeDelta;
use cofund_tests::{Answer, Backer, TestApp, Value, json, test};

use super::documented_verifier::run;
use super::verify::verify;
use super::{downloaded, parsed};

struct Life<'a> {
    app: &'a TestApp,
    slug: String,
    /// Hashes that answers told, in order.
    told: RefCell<Vec<String>>,
}

impl<'a> Life<'a> {
    async fn begin(app: &'a TestApp, title: &str, changes: Value) -> Self {
        let slug = app.open_project(title, changes).await;
        Self { app, slug, told: RefCell::default() }
    }

    async fn lines(&self) -> Vec<Value> {
        parsed(&downloaded(self.app, &self.slug).await)
    }

    /// The answer tells the line that is last now.
    async fn keep(&self, answer: &Answer) {
        let lines = self.lines().await;
        let last = lines.last().expect("it was opened");
        assert_eq!(answer["ledger"], json!({ "seq": last["seq"], "hash": last["hash"] }), "{}", answer.text());
        self.told.borrow_mut().push(super::told(answer));
    }

    async fn place(&self, backer: &Backer, visibility: &str, more: Value) -> String {
        let mut pledge = more;
        pledge["visibility"] = json!(visibility);
        let answer = backer.pledge(&self.slug, pledge).await;
        self.keep(answer.is(201)).await;
        answer.id()
    }

    /// A champion asks for more than they may give, and a lead approves less.
    async fn request_and_approve(&self, backer: &Backer, asked: &str, approved: &str) -> String {
        let email = self.app.new_address();
        let new = json!({ "email": email, "name": "Cham Pion", "role": "champion", "pledge_limit": "50.00" });
        self.app.staff().await.post(&format!("/organizations/{}/members", backer.slug), new).await.is(201);
        let champion = self.app.sign_in(&email).await;
        let lines = self.lines().await.len();
        let request = backer.pledge_as(&champion, &self.slug, json!({ "amount": asked })).await;
        self.keep(request.is(201)).await;
        assert_eq!((&request["status"], self.lines().await.len()), (&json!("requested"), lines));
        let approval = backer.step(&request.id(), "approve", json!({ "amount": approved })).await;
        self.keep(approval.is(200)).await;
        request.id()
    }

    async fn edit(&self, backer: &Backer, pledge: &str, change: Value) {
        self.keep(backer.edit(pledge, change).await.is(200)).await;
    }

    async fn withdraw(&self, backer: &Backer, pledge: &str) {
        self.keep(backer.step(pledge, "withdraw", json!({ "reason": "Another year" })).await.is(200)).await;
    }

    async fn by_staff(&self, pledge: &str, step: &str, body: Value) {
        self.keep(self.app.staff().await.step(pledge, step, body).await.is(200)).await;
    }

    async fn sign_and_default(&self, pledge: &str) {
        let today = self.app.clock.now().date_naive();
        self.by_staff(pledge, "sign", json!({ "agreement_reference": "MOU-1", "agreement_date": today })).await;
        self.by_staff(pledge, "default", json!({ "reason": "It was never paid" })).await;
    }

    async fn lower_goal(&self, goal: &str) {
        self.app.staff().await.edit(&format!("/projects/{}", self.slug), json!({ "goal": goal })).await.is(200);
    }

    async fn extend(&self) {
        let later = (self.app.clock.now() + TimeDelta::days(60)).date_naive();
        let extension = json!({ "pledge_by": later, "reason": "The year is long" });
        self.app.run(&self.slug, "extend", extension).await.is(200);
    }

    async fn close(&self) {
        let closing = json!({ "reason": "superseded", "note": "Another project does the same" });
        self.app.run(&self.slug, "close", closing).await.is(200);
    }

    /// What the ledger is in the end: these lines, good to whoever looks, with `named` in it and `hidden` not.
    async fn ends(&self, kinds: &[&str], named: &[&Backer], hidden: &[&Backer]) {
        let lines = self.lines().await;
        let found: Vec<_> = lines.iter().filter_map(|line| line["kind"].as_str()).collect();
        assert_eq!(found, kinds);
        let ledger = downloaded(self.app, &self.slug).await;
        for backer in named {
            assert!(ledger.contains(&format!("\"organization\":\"{}\"", backer.slug)), "{} is missing", backer.slug);
        }
        for backer in hidden {
            let sql = "SELECT id::text, name FROM organizations WHERE slug = $1";
            let row = self.app.database.client().query_one(sql, &[&backer.slug]).await.expect("an organisation");
            let (id, name): (String, String) = (row.get(0), row.get(1));
            for text in [&backer.slug, &id, &name, &backer.lead.id(), &backer.lead.email()] {
                assert!(!ledger.contains(text.as_str()), "{text} is in the ledger");
            }
        }
        let said = verify(self.app, &["--project", &self.slug]);
        assert!(said.success, "{}{}", said.out, said.err);
        let hashes: Vec<_> = lines.iter().filter_map(|line| line["hash"].as_str()).collect();
        let told = self.told.borrow();
        assert!(told.iter().all(|hash| hashes.contains(&hash.as_str())));
        for hash in [told.first(), told.last()].into_iter().flatten() {
            let (good, text) = run(&ledger, &[hash]);
            assert!(good && text.contains(&format!("{} lines", lines.len())), "{text}");
        }
    }
}

#[test]
fn first_come() {
    test(async |app| {
        let life = Life::begin(app, "First come", json!({ "goal": "2000.00" })).await;
        let names = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir"];
        let mut backers = Vec::new();
        for name in names {
            backers.push(app.backer(name).await);
        }
        let [alder, birch, cedar, dogwood, elm, fir] = &backers[..] else { unreachable!() };
        let first = life.place(alder, "public", json!({ "amount": "500.00" })).await;
        let second = life.place(birch, "anonymous", json!({ "amount": "400.00" })).await;
        let third = life.place(cedar, "name_only", json!({ "fraction": "3/20" })).await;
        life.request_and_approve(dogwood, "200.00", "150.00").await;
        life.edit(birch, &second, json!({ "amount": "450.00" })).await;
        life.edit(cedar, &third, json!({ "visibility": "public" })).await;
        let fifth = life.place(elm, "name_only", json!({ "amount": "80.00" })).await;
        life.withdraw(elm, &fifth).await;
        life.lower_goal("1500.00").await;
        life.extend().await;
        // 100.00 that complete it.
        let sixth = life.place(elm, "name_only", json!({ "take_remaining": true })).await;
        life.sign_and_default(&first).await;
        life.by_staff(&sixth, "release", json!({ "reason": "By agreement" })).await;
        life.place(fir, "anonymous", json!({ "take_remaining": true })).await;
        assert_eq!(app.project(&life.slug).await["gap"], "0.00");
        life.close().await;
        let kinds = [
            "opened",
            "pledge_placed",
            "pledge_placed",
            "pledge_placed",
            "pledge_placed",
            "pledge_edited",
            "pledge_shown",
            "pledge_placed",
            "pledge_withdrawn",
            "edited",
            "extended",
            "pledge_placed",
            "funded",
            "pledge_signed",
            "pledge_defaulted",
            "pledge_released",
            "pledge_placed",
            "closed",
        ];
        life.ends(&kinds, &[alder, cedar, dogwood], &[birch, elm, fir]).await;
    });
}

#[test]
fn coalition() {
    test(async |app| {
        let life = Life::begin(app, "Together", json!({ "mode": "shared", "goal": "1200.00" })).await;
        let names = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir"];
        let mut backers = Vec::new();
        for name in names {
            backers.push(app.backer(name).await);
        }
        let [alder, birch, cedar, dogwood, elm, fir] = &backers[..] else { unreachable!() };
        let first = life.place(alder, "public", json!({ "amount": "600.00" })).await;
        let second = life.place(birch, "anonymous", json!({ "amount": "300.00" })).await;
        let waits = json!({ "amount": "500.00", "conditions": { "min_total": "5000.00" } });
        let third = life.place(cedar, "name_only", waits).await;
        life.request_and_approve(dogwood, "200.00", "150.00").await;
        life.edit(birch, &second, json!({ "amount": "350.00" })).await;
        let fifth = life.place(elm, "name_only", json!({ "amount": "80.00" })).await;
        life.edit(elm, &fifth, json!({ "visibility": "public" })).await;
        life.withdraw(elm, &fifth).await;
        life.lower_goal("900.00").await;
        life.extend().await;
        app.run(&life.slug, "settle", json!(null)).await.is(200);
        let released = cedar.lead.get(&format!("/pledges/{third}")).await;
        assert_eq!((&released["status"], &released["reason"]), (&json!("released"), &json!("condition_not_met")));
        life.keep(&released).await;
        let lines = life.lines().await;
        let settled = lines.iter().find(|line| line["kind"] == "settled").expect("it was settled");
        assert_eq!(settled["data"]["shares"].as_array().map(Vec::len), Some(3));
        assert_eq!(
            (&settled["data"]["totals"]["pledged"], &settled["data"]["totals"]["waiting"]),
            (&json!("900.00"), &json!("0.00"))
        );
        life.sign_and_default(&first).await;
        life.place(fir, "anonymous", json!({ "take_remaining": true })).await;
        assert_eq!(app.project(&life.slug).await["gap"], "0.00");
        life.close().await;
        let kinds = [
            "opened",
            "pledge_placed",
            "pledge_placed",
            "pledge_placed",
            "pledge_placed",
            "pledge_edited",
            "pledge_placed",
            "pledge_shown",
            "pledge_withdrawn",
            "edited",
            "extended",
            "settled",
            "funded",
            "pledge_signed",
            "pledge_defaulted",
            "pledge_placed",
            "closed",
        ];
        life.ends(&kinds, &[alder, dogwood, elm], &[birch, cedar, fir]).await;
    });
}
