//! What a question is answered is what then happens: state, shares, who wakes and who sleeps; refusals too.

use std::collections::BTreeMap;

use cofund_tests::{Answer, Backer, TestApp, Value, json, test};

enum Step {
    Place(usize, Value),
    Edit(usize, Value),
    Withdraw(usize),
}
use Step::{Edit, Place, Withdraw};

/// Share and whether it counts, by organisation.
type Shares = BTreeMap<String, (String, bool)>;

async fn shares(app: &TestApp, project: &str) -> Shares {
    let list = app.staff().await.get(&format!("/projects/{project}/pledges?limit=100")).await;
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let one = |item: &Value| {
        (text(&item["organization"]["slug"]), (text(&item["share"]), item["active"].as_bool().expect("a flag")))
    };
    list.is(200).items().iter().map(one).collect()
}

async fn each_goes_as_it_was_said(app: &TestApp, project: &str, backers: &[Backer], steps: Vec<Step>) {
    let mut pledges: BTreeMap<usize, String> = BTreeMap::new();
    for (number, step) in steps.into_iter().enumerate() {
        let (who, question) = match &step {
            Place(who, body) => (*who, with(body, "organization", &backers[*who].slug)),
            Edit(who, body) => (*who, with(body, "edit", &pledges[who])),
            Withdraw(who) => (*who, json!({ "withdraw": pledges[who] })),
        };
        let backer = &backers[who];
        let before = shares(app, project).await;
        let seen_before = app.project(project).await;
        let said = backer.lead.post(&format!("/projects/{project}/simulate"), question).await;
        let done = match step {
            Place(_, body) => backer.pledge(project, body).await,
            Edit(_, body) => backer.edit(&pledges[&who], body).await,
            Withdraw(_) => backer.step(&pledges[&who], "withdraw", super::because()).await,
        };
        if done.status >= 300 {
            let numbers = ["code", "status", "remaining", "minimum", "left", "errors"];
            for name in numbers {
                assert_eq!(said[name], done[name], "step {number}: {} but {}", said.text(), done.text());
            }
            continue;
        }
        if done.status == 201 {
            pledges.insert(who, done.id());
        }
        compare_state(number, &said, "before", &seen_before);
        let seen_after = app.project(project).await;
        compare_state(number, &said, "after", &seen_after);
        assert_eq!(said["tipping_point"], seen_after["tipping_point"], "step {number}");
        compare_shares(number, &said, &backer.slug, &before, &shares(app, project).await);
    }
}

fn with(body: &Value, name: &str, value: &str) -> Value {
    let mut body = body.clone();
    body[name] = json!(value);
    if name == "organization" {
        body["visibility"] = json!("public");
    }
    body
}

fn compare_state(number: usize, said: &Answer, when: &str, seen: &Answer) {
    let state = &said.is(200)[when];
    for name in ["funding", "pledged", "ceilings", "waiting", "remaining", "backers", "covered"] {
        assert_eq!(state[name], seen[name], "step {number}: {name} {when}: {} but {}", said.text(), seen.text());
    }
}

fn compare_shares(number: usize, said: &Answer, own: &str, before: &Shares, after: &Shares) {
    let nothing = ("0.00".to_owned(), false);
    let (mut moved, mut woken, mut asleep) = (BTreeMap::new(), Vec::new(), Vec::new());
    let all: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    for slug in all {
        let (was, is) = (before.get(slug).unwrap_or(&nothing), after.get(slug).unwrap_or(&nothing));
        if was.0 != is.0 || slug == own {
            moved.insert(slug.clone(), (was.0.clone(), is.0.clone()));
        }
        if slug != own && !was.1 && is.1 {
            woken.push(slug.clone());
        }
        if slug != own && was.1 && !is.1 {
            asleep.push(slug.clone());
        }
    }
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |name: &str| said[name].as_array().expect("a list").clone();
    let said_moved: BTreeMap<_, _> = list("shares")
        .iter()
        .map(|share| (text(&share["organization"]["slug"]), (text(&share["before"]), text(&share["after"]))))
        .collect();
    assert_eq!(said_moved, moved, "step {number}: {}", said.text());
    for (name, mut expected) in [("wakes", woken), ("sleeps", asleep)] {
        let mut said: Vec<_> = list(name).iter().map(|party| text(&party["organization"]["slug"])).collect();
        said.sort_unstable();
        expected.sort_unstable();
        assert_eq!(said, expected, "step {number}: {name}");
    }
}

fn amount(amount: &str) -> Value {
    json!({ "amount": amount })
}

fn if_so(amount: &str, conditions: Value) -> Value {
    json!({ "amount": amount, "conditions": conditions })
}

#[test]
fn in_a_coalition() {
    test(async |app| {
        let project = app.open_project("Coalition", json!({ "mode": "shared", "goal": "50000.00" })).await;
        let backers = app.backers(6).await;
        let steps = vec![
            Place(0, amount("10000.00")),
            Place(1, if_so("15000.00", json!({ "min_other_orgs": 3 }))),
            Place(2, if_so("5000.00", json!({ "min_other_amount": "15000.00" }))),
            Place(3, if_so("20000.00", json!({ "min_total": "50000.00" }))),
            Place(3, amount("1.00")),
            Place(4, if_so("30000.00", json!({ "requires_org": "backer-6" }))),
            Place(5, json!({ "fraction": "1/3" })),
            Edit(0, amount("50000.00")),
            Edit(0, amount("50000.01")),
            Edit(3, json!({ "conditions": { "min_other_orgs": 9 } })),
            Edit(3, json!({ "take_remaining": true })),
            Withdraw(5),
            Edit(4, json!({ "conditions": null, "fraction": "0.1234" })),
            Edit(4, json!({ "visibility": "anonymous" })),
            Withdraw(0),
            Withdraw(2),
            Place(0, amount("9.99")),
            Place(0, json!({ "fraction": "1/48" })),
        ];
        each_goes_as_it_was_said(app, &project, &backers, steps).await;
    });
}

#[test]
fn where_the_first_come() {
    test(async |app| {
        let project = app.open_project("Fixed", json!({ "goal": "100.00", "minimum_pledge": "5.00" })).await;
        let backers = app.backers(5).await;
        let steps = vec![
            Place(0, json!({ "fraction": "1/3" })),
            Place(1, json!({ "fraction": "1/3" })),
            Place(2, amount("40.00")),
            Place(2, amount("4.99")),
            Place(2, if_so("5.00", json!({ "min_other_orgs": 1 }))),
            Place(2, amount("31.00")),
            Edit(2, amount("20.00")),
            Edit(1, amount("46.68")),
            Edit(1, amount("40.00")),
            Withdraw(0),
            Place(0, json!({ "fraction": "0.25", "terms_version": "2020-01" })),
            Place(0, json!({ "fraction": "0.25" })),
            Edit(0, json!({ "take_remaining": true })),
            // Funded: nothing can be placed or lowered.
            Place(3, amount("10.00")),
            Edit(0, amount("10.00")),
            Withdraw(1),
            // A gap.
            Edit(0, amount("10.00")),
            Edit(0, amount("50.00")),
            Place(3, amount("0.01")),
            Place(4, amount("99.00")),
            Place(4, json!({ "take_remaining": true })),
            Place(1, amount("10.00")),
        ];
        each_goes_as_it_was_said(app, &project, &backers, steps).await;
        app.project(&project).await.says(json!({ "funding": "funded", "gap": "0.00" }));
    });
}

#[test]
fn in_the_gap_of_a_settled_coalition() {
    test(async |app| {
        let project = app.open_project("Settled", json!({ "mode": "shared" })).await;
        let backers = app.backers(4).await;
        let first = backers[0].gives(&project, "900.00").await;
        backers[1].gives(&project, "900.00").await;
        app.run(&project, "settle", json!(null)).await.is(200);
        backers[0].step(&first, "withdraw", super::because()).await.is(200);
        let steps = vec![
            Place(2, amount("200.00")),
            Place(3, if_so("100.00", json!({ "min_other_orgs": 1 }))),
            Edit(2, amount("250.00")),
            Edit(2, amount("100.00")),
            Place(3, amount("250.01")),
            Place(3, json!({ "fraction": "1/4" })),
            Withdraw(2),
        ];
        each_goes_as_it_was_said(app, &project, &backers, steps).await;
    });
}
