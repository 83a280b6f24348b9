//! Staff settle while somebody leaves: either it settles and the leaving opens a gap, or it is not covered any more.

use cofund_tests::{json, new_key, race, test};

use super::{let_in, watched_while};

#[test]
fn one_comes_first() {
    test(async |app| {
        let [a, b] = [app.backer("Alder").await, app.backer("Birch").await];
        let staff = app.staff().await;
        let mut ways = std::collections::BTreeSet::new();
        for round in 0..8 {
            let project = app.open_project(&format!("Round {round}"), json!({ "mode": "shared" })).await;
            a.gives(&project, "600.00").await;
            let leaving = b.gives(&project, "600.00").await;
            let etag = app.project(&project).await.etag();
            let pledge = b.lead.get(&format!("/pledges/{leaving}")).await.etag();
            // Four times each, as impatient people do.
            let settle = || {
                let call = staff.post_nothing(&format!("/projects/{project}/settle"));
                call.header("if-match", &etag).key(&new_key())
            };
            let withdraw = || {
                let call = b.lead.post(&format!("/pledges/{leaving}/withdraw"), json!({ "reason": "Over" }));
                call.header("if-match", &pledge).key(&new_key())
            };
            let calls = (0..8).map(|number| if (number + round) % 2 == 0 { settle() } else { withdraw() });
            let answers = watched_while(app, &project, race(calls.collect())).await;
            let (settles, withdraws): (Vec<_>, Vec<_>) =
                answers.into_iter().partition(|answer| answer.request.ends_with("/settle"));
            let settled = let_in(&settles, &["not_covered", "version_conflict", "not_in_this_state"]);
            let withdrawn = let_in(&withdraws, &["version_conflict", "pledge_ended"]);
            let seen = app.project(&project).await;
            match (settled, withdrawn) {
                (1, 0) => assert_eq!((&seen["funding"], &seen["gap"]), (&json!("funded"), &json!("0.00"))),
                (1, 1) => assert_eq!((&seen["funding"], &seen["gap"]), (&json!("funded"), &json!("500.00"))),
                (0, 1) => assert_eq!((&seen["funding"], &seen["pledged"]), (&json!("open"), &json!("600.00"))),
                other => panic!("{other:?} came through"),
            }
            ways.insert((settled, withdrawn));
        }
        println!("settled and withdrawn: {ways:?}");
    });
}
