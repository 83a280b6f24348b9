//! Who waits for each other comes in together, in whatever order they come.

use cofund_tests::{json, test};

use super::{CLIENTS, crowd, let_in, watched};

#[test]
fn two_that_need_each_other_are_both_active() {
    test(async |app| {
        let project = app.open_project("Each other", json!({ "mode": "shared", "goal": "5000.00" })).await;
        let backers = crowd(app, CLIENTS).await;
        let needs = |mine: usize, other: usize| {
            let conditions = json!({ "requires_org": backers[other].slug, "min_other_orgs": 1 });
            backers[mine].pledge(&project, json!({ "amount": "100.00", "conditions": conditions }))
        };
        let mut calls = vec![needs(0, 1), needs(1, 0)];
        // The others are a chain: each comes in once as many others are there as it has behind it.
        calls.extend(backers[2..].iter().enumerate().map(|(number, backer)| {
            let conditions = json!({ "min_other_orgs": number + 1 });
            backer.pledge(&project, json!({ "amount": "20.00", "conditions": conditions }))
        }));
        let answers = watched(app, &project, calls).await;
        assert_eq!(let_in(&answers, &[]), CLIENTS);
        let seen = app.project(&project).await;
        assert_eq!((&seen["waiting"], &seen["pledged"]), (&json!("0.00"), &json!("1440.00")));
        assert_eq!(seen["backers"], json!(CLIENTS));
    });
}
