//! Names without amounts: from funding or closing on, all at once, and only where subtraction does not tell.

use chrono::TimeDelta;
use cofund_tests::{Backer, TestApp, json, test};

async fn names(app: &TestApp, project: &str) -> Vec<String> {
    let page = app.public().get(&format!("/projects/{project}/pledges")).await;
    let names = page.is(200)["names"].as_array().expect("names").clone();
    names.iter().map(|name| name["name"].as_str().expect("a name").to_owned()).collect()
}

async fn hide(backer: &Backer, project: &str, visibility: &str, amount: &str) -> String {
    backer.pledge(project, json!({ "amount": amount, "visibility": visibility })).await.is(201).id()
}

#[test]
fn they_come_with_funding_in_their_alphabet() {
    test(async |app| {
        let project = app.open_project("Names", json!({})).await;
        let [z, a, m] = [app.backer("Zinnia").await, app.backer("Aster").await, app.backer("Mallow").await];
        hide(&z, &project, "name_only", "100.00").await;
        hide(&a, &project, "name_only", "200.00").await;
        hide(&m, &project, "anonymous", "300.00").await;
        assert!(names(app, &project).await.is_empty());
        app.backer("Open").await.gives(&project, "400.00").await;
        assert_eq!(names(app, &project).await, ["Aster", "Zinnia"]);
    });
}

#[test]
fn they_come_with_closing_too() {
    test(async |app| {
        let project = app.open_project("Names", json!({ "mode": "shared" })).await;
        let [z, a] = [app.backer("Zinnia").await, app.backer("Aster").await];
        hide(&z, &project, "name_only", "100.00").await;
        hide(&a, &project, "name_only", "200.00").await;
        assert!(names(app, &project).await.is_empty());
        app.run(&project, "close", json!({ "reason": "other", "note": "Not now." })).await.is(200);
        assert_eq!(names(app, &project).await, ["Aster", "Zinnia"]);
    });
}

#[test]
fn one_alone_waits_and_does_not_follow_later() {
    test(async |app| {
        let project = app.open_project("Alone", json!({})).await;
        let [z, a, open] = [app.backer("Zinnia").await, app.backer("Aster").await, app.backer("Open").await];
        hide(&z, &project, "name_only", "600.00").await;
        let openly = open.gives(&project, "400.00").await;
        assert_eq!(app.project(&project).await["funding"], "funded");
        assert!(names(app, &project).await.is_empty());
        // Its amount has been read as the only hidden one: with another beside it, two names would tell both.
        open.step(&openly, "withdraw", json!({ "reason": "Over" })).await.is(200);
        hide(&a, &project, "name_only", "400.00").await;
        assert_eq!(app.project(&project).await["gap"], "0.00");
        assert!(names(app, &project).await.is_empty());
    });
}

#[test]
fn of_two_that_are_named_none_shows_what_the_other_gave() {
    test(async |app| {
        let project = app.open_project("Two", json!({})).await;
        let [z, a] = [app.backer("Zinnia").await, app.backer("Aster").await];
        let first = hide(&z, &project, "name_only", "600.00").await;
        hide(&a, &project, "name_only", "400.00").await;
        assert_eq!(names(app, &project).await, ["Aster", "Zinnia"]);
        z.edit(&first, json!({ "visibility": "public" })).await.refused(409, "would_reveal_another");
        // Who leaves stays named: else the name that is left would have the amount that is left.
        z.step(&first, "withdraw", json!({ "reason": "Over" })).await.is(200);
        assert_eq!(names(app, &project).await, ["Aster", "Zinnia"]);
        // And who comes back openly would say which amount was not its own.
        let again = z.pledge(&project, json!({ "amount": "600.00" })).await;
        again.refused(409, "would_reveal_another");
        hide(&z, &project, "anonymous", "600.00").await;
        assert_eq!(app.project(&project).await["gap"], "0.00");
    });
}

/// Two that are named, one of whom has left a gap.
async fn a_gap_among_names(app: &TestApp) -> String {
    let project = app.open_project("Late", json!({})).await;
    let [z, a] = [app.backer("Zinnia").await, app.backer("Aster").await];
    let first = hide(&z, &project, "name_only", "600.00").await;
    hide(&a, &project, "name_only", "400.00").await;
    z.step(&first, "withdraw", json!({ "reason": "Over" })).await.is(200);
    assert_eq!(names(app, &project).await, ["Aster", "Zinnia"]);
    // Who comes now comes later.
    app.advance(TimeDelta::seconds(1));
    project
}

#[test]
fn who_comes_late_does_not_join_the_names_alone() {
    test(async |app| {
        let project = a_gap_among_names(app).await;
        let late = app.backer("Mallow").await;
        hide(&late, &project, "name_only", "600.00").await;
        assert_eq!(names(app, &project).await, ["Aster", "Zinnia"]);
        app.run(&project, "close", json!({ "reason": "other", "note": "Not now." })).await.is(200);
        assert_eq!(names(app, &project).await, ["Aster", "Zinnia"]);
    });
}

#[test]
fn nor_by_widening() {
    test(async |app| {
        let project = a_gap_among_names(app).await;
        let late = app.backer("Mallow").await;
        let pledge = hide(&late, &project, "anonymous", "600.00").await;
        late.edit(&pledge, json!({ "visibility": "name_only" })).await.is(200);
        assert_eq!(names(app, &project).await, ["Aster", "Zinnia"]);
    });
}

#[test]
fn who_widens_among_others_joins_them() {
    test(async |app| {
        let project = app.open_project("Wider", json!({})).await;
        let [z, a, m] = [app.backer("Zinnia").await, app.backer("Aster").await, app.backer("Mallow").await];
        hide(&z, &project, "name_only", "500.00").await;
        hide(&a, &project, "name_only", "200.00").await;
        let pledge = hide(&m, &project, "anonymous", "300.00").await;
        assert_eq!(names(app, &project).await, ["Aster", "Zinnia"]);
        m.edit(&pledge, json!({ "visibility": "name_only" })).await.is(200);
        assert_eq!(names(app, &project).await, ["Aster", "Mallow", "Zinnia"]);
    });
}
