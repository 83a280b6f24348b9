//! What a pledge's history tells of others: nothing. What became of all pledges of a project at once was decided by a
//! date, by an amount or by staff, and whoever's step brought it about is nobody's business.

use cofund_tests::{Backer, Person, TestApp, Value, json, test};

/// A request of this backer's that nobody approves.
async fn request(app: &TestApp, backer: &Backer, project: &str) -> String {
    let champion = app.member(&backer.slug, "champion").await;
    backer.pledge_as(&champion, project, json!({ "amount": "100.00" })).await.is(201).id()
}

/// What the history says about the last step, and who it says took it.
async fn last(reader: &Person, pledge: &str) -> (Value, Value) {
    let history = reader.get(&format!("/pledges/{pledge}/history")).await;
    let step = history.is(200).items().last().expect("a step").clone();
    (step["kind"].clone(), step["actor"].clone())
}

fn nobody() -> Value {
    json!({ "kind": "program", "name": null, "on_behalf": false })
}

#[test]
fn who_completed_the_goal_in_secret_stands_in_no_other_history() {
    test(async |app| {
        let project = app.open_project("Secret", json!({})).await;
        let [hidden, other] = [app.backer("Zyxanon").await, app.backer("Birch").await];
        let requested = request(app, &other, &project).await;
        let all = json!({ "amount": "1000.00", "visibility": "anonymous" });
        let completing = hidden.pledge(&project, all).await.is(201).id();
        for reader in [&other.lead, &app.staff().await] {
            assert_eq!(last(reader, &requested).await, (json!("released"), nobody()));
        }
        // A gap, filled again by the same hand.
        hidden.step(&completing, "withdraw", json!({ "reason": "Over" })).await.is(200);
        let again = request(app, &other, &project).await;
        hidden.pledge(&project, json!({ "take_remaining": true, "visibility": "anonymous" })).await.is(201);
        assert_eq!(last(&other.lead, &again).await, (json!("released"), nobody()));
    });
}

#[test]
fn who_came_by_after_the_date_stands_in_no_other_history() {
    test(async |app| {
        let project = app.open_project("Overdue", json!({ "mode": "shared" })).await;
        let [hidden, counted, waiting] =
            [app.backer("Zyxanon").await, app.backer("Birch").await, app.backer("Cedar").await];
        let leaving = json!({ "amount": "900.00", "visibility": "anonymous" });
        let leaving = hidden.pledge(&project, leaving).await.is(201).id();
        let counts = counted.gives(&project, "900.00").await;
        let if_many = json!({ "amount": "100.00", "conditions": { "min_other_orgs": 9 } });
        let waits = waiting.pledge(&project, if_many).await.is(201).id();
        super::super::lifecycle::pass_date(app, &project).await;
        hidden.step(&leaving, "withdraw", json!({ "reason": "Over" })).await.is(200);
        assert_eq!(last(&counted.lead, &counts).await, (json!("settled"), nobody()));
        assert_eq!(last(&waiting.lead, &waits).await, (json!("released"), nobody()));
    });
}

#[test]
fn what_staff_decided_says_that_staff_did() {
    test(async |app| {
        let staff = app.new_staff().await;
        let alder = app.backer("Alder").await;
        // A lead, too: not as such are pledges settled and closed.
        let lead = json!({ "email": staff.email(), "role": "lead" });
        app.staff().await.post(&format!("/organizations/{}/members", alder.slug), lead).await.is(201);
        let by_staff = json!({ "kind": "session", "name": staff.me["name"], "on_behalf": true });
        let settled = app.open_project("Settled", json!({ "mode": "shared" })).await;
        let pledge = alder.gives(&settled, "1000.00").await;
        staff.run(&settled, "settle", json!(null)).await.is(200);
        assert_eq!(last(&alder.lead, &pledge).await, (json!("settled"), by_staff.clone()));
        let closed = app.open_project("Closed", json!({})).await;
        let pledge = alder.gives(&closed, "100.00").await;
        staff.run(&closed, "close", json!({ "reason": "other", "note": "Not now." })).await.is(200);
        assert_eq!(last(&alder.lead, &pledge).await, (json!("released"), by_staff));
    });
}
