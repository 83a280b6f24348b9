//! Many change what they all have read: one does, the others are told that it is not what they read.

use cofund_tests::{json, new_key, test};

use super::{CLIENTS, let_in, watched};

#[test]
fn one_edit_of_a_pledge_wins() {
    test(async |app| {
        let project = app.open_project("Edits", json!({})).await;
        let backer = app.backer("Alder").await;
        let pledge = format!("/pledges/{}", backer.gives(&project, "100.00").await);
        let etag = backer.lead.get(&pledge).await.etag();
        let edit = |number: usize| {
            let change = json!({ "amount": format!("{}.00", 200 + number) });
            backer.lead.patch(&pledge, &etag, change).key(&new_key())
        };
        let answers = watched(app, &project, (0..CLIENTS).map(edit).collect()).await;
        assert_eq!(let_in(&answers, &["version_conflict"]), 1);
        let won = answers.iter().position(|answer| answer.status == 200).expect("a winner");
        let seen = backer.lead.get(&pledge).await;
        assert_eq!((&seen["amount"], &seen["version"]), (&json!(format!("{}.00", 200 + won)), &json!(2)));
    });
}

#[test]
fn one_edit_of_a_project_wins_and_pledges_do_not_disturb_it() {
    test(async |app| {
        let project = app.open_project("Edits", json!({})).await;
        let (staff, backers) = (app.staff().await, super::crowd(app, CLIENTS / 2).await);
        let path = format!("/projects/{project}");
        let etag = app.project(&project).await.etag();
        let edit =
            |number: usize| staff.patch(&path, &etag, json!({ "summary": format!("Line {number}") })).key(&new_key());
        let mut calls: Vec<_> = (0..CLIENTS / 2).map(edit).collect();
        calls.extend(backers.iter().map(|backer| backer.pledge(&project, json!({ "amount": "10.00" }))));
        let answers = watched(app, &project, calls).await;
        assert_eq!(let_in(&answers[..CLIENTS / 2], &["version_conflict"]), 1);
        assert_eq!(let_in(&answers[CLIENTS / 2..], &[]), CLIENTS / 2);
    });
}
