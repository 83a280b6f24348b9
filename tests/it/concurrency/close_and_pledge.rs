//! Staff close while others pledge: who came in time is released with the rest, who came late is told.

use cofund_tests::{json, new_key, test};

use super::{CLIENTS, crowd, let_in, watched};

#[test]
fn nothing_is_left_in_what_is_closed() {
    test(async |app| {
        for mode in ["fixed", "shared"] {
            let project = app.open_project(&format!("Closing {mode}"), json!({ "mode": mode })).await;
            let backers = crowd(app, CLIENTS - 1).await;
            let mut calls: Vec<_> =
                backers.iter().map(|backer| backer.pledge(&project, json!({ "amount": "12.00" }))).collect();
            let closing = json!({ "reason": "withdrawn", "note": "Not now." });
            let close = app.staff().await.post(&format!("/projects/{project}/close"), closing);
            let etag = app.project(&project).await.etag();
            calls.insert(CLIENTS / 4, close.header("if-match", &etag).key(&new_key()));
            let mut answers = watched(app, &project, calls).await;
            answers.remove(CLIENTS / 4).is(200);
            let pledged = let_in(&answers, &["project_not_open"]);
            println!("{mode}: {pledged} came before it closed");
            let seen = app.project(&project).await;
            assert_eq!((&seen["funding"], &seen["pledged"]), (&json!("closed"), &json!("0.00")));
            let sql = "SELECT count(*) FROM pledges g JOIN projects p ON p.id = g.project_id \
                       WHERE p.slug = $1 AND g.status = 'released'";
            let released: i64 = app.database.client().query_one(sql, &[&project]).await.expect(sql).get(0);
            assert_eq!(usize::try_from(released), Ok(pledged));
        }
    });
}
