//! Whoever waits for a project together with others, and what is done to them meanwhile.

use std::time::Duration;

use cofund_tests::{Backer, connect, json, test};
use futures_util::future::join_all;

#[test]
fn who_is_shut_out_meanwhile_is_refused_and_the_others_are_not() {
    test(async |app| {
        let staff = app.staff().await;
        let project = app.open_project("Waited for", json!({})).await;
        let first = app.backer("First").await;
        let (mut removed, mut disabled, stays) =
            (app.backer("Alder").await, app.backer("Birch").await, app.backer("Cedar").await);
        let leaves = format!("/organizations/{}/members/", removed.slug);
        removed = Backer { lead: app.lead_of(&removed.slug).await, ..removed };
        disabled = Backer { lead: app.lead_of(&disabled.slug).await, ..disabled };

        // The first waits for this, and who comes next for the first; before it is their turn, the project is taken again.
        let (before, between) = (connect(&app.database.url).await, connect(&app.database.url).await);
        let take = format!("BEGIN; SELECT id FROM projects WHERE slug = '{project}' FOR UPDATE");
        before.batch_execute(&take).await.expect("a lock");
        let pledge =
            |backer: &Backer| tokio::spawn(backer.pledge(&project, json!({ "amount": "10.00" })).into_future());
        let first = pledge(&first);
        app.until_waiting(1).await;
        let again = tokio::spawn(async move {
            between.batch_execute(&take).await.expect("a lock");
            between
        });
        app.until_waiting(2).await;
        let group = [&removed, &disabled, &stays].map(pledge);
        // Nothing tells that they are there. Whoever came too late for the group would be answered the same.
        tokio::time::sleep(Duration::from_millis(300)).await;
        before.batch_execute("COMMIT").await.expect("no lock");
        first.await.expect("an answer").is(201);
        let between = again.await.expect("a lock");
        app.until_waiting(1).await;

        staff.delete(&format!("{leaves}{}", removed.lead.id())).await.is(204);
        staff.edit(&format!("/admin/users/{}", disabled.lead.id()), json!({ "disabled": true })).await.is(200);
        between.batch_execute("COMMIT").await.expect("no lock");
        let answers: Vec<_> = join_all(group).await.into_iter().map(|answer| answer.expect("an answer")).collect();
        answers[0].refused(403, "not_a_member");
        answers[1].refused(401, "token_invalid");
        answers[2].is(201);
        assert_eq!(app.project(&project).await["pledged"], "20.00");
    });
}
