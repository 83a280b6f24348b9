//! Mode `fixed`: pledges count as they are, up to the goal and not a cent beyond.

use cofund_tests::{json, test};

#[test]
fn three_thirds_of_a_hundred_make_a_hundred() {
    test(async |app| {
        let project = app.open_project("Thirds", json!({ "goal": "100.00" })).await;
        let mut booked = Vec::new();
        for backer in app.backers(3).await {
            let answer = backer.pledge(&project, json!({ "fraction": "1/3" })).await;
            booked.push(answer.is(201)["amount"].as_str().unwrap().to_owned());
        }
        assert_eq!(booked, ["33.33", "33.33", "33.34"]);
        let after = app.project(&project).await;
        assert_eq!(
            (&after["funding"], &after["pledged"], &after["remaining"]),
            (&json!("funded"), &json!("100.00"), &json!("0.00"))
        );
        assert_eq!(after["percent"], "100.0");
        assert!(after["funded_at"].is_string());
    });
}

#[test]
fn what_passes_the_goal_is_refused_with_what_remains() {
    test(async |app| {
        let project = app.open_project("Small", json!({})).await;
        let [a, b] = [app.backer("Alder").await, app.backer("Birch").await];
        a.gives(&project, "995.00").await;
        let refused = b.pledge(&project, json!({ "amount": "5.01" })).await;
        assert_eq!(refused.refused(409, "pledge_over_goal")["remaining"], "5.00");
        let refused = b.pledge(&project, json!({ "amount": "5.00" })).await;
        assert_eq!(refused.refused(409, "pledge_below_minimum")["minimum"], "10.00");
        let taken = b.pledge(&project, json!({ "take_remaining": true })).await;
        assert_eq!(taken.is(201)["amount"], "5.00");
        assert_eq!(app.project(&project).await["funding"], "funded");
        let late = app.backer("Cedar").await;
        late.pledge(&project, json!({ "amount": "10.00" })).await.refused(409, "project_not_open");
    });
}

#[test]
fn a_withdrawal_after_funding_opens_a_gap_that_another_fills() {
    test(async |app| {
        let project = app.open_project("Gap", json!({})).await;
        let [a, b, c] = [app.backer("Alder").await, app.backer("Birch").await, app.backer("Cedar").await];
        let first = a.gives(&project, "600.00").await;
        let second = b.gives(&project, "400.00").await;
        a.step(&first, "withdraw", json!({ "reason": "The year is over" })).await.is(200);
        let gap = app.project(&project).await;
        assert_eq!(
            (&gap["funding"], &gap["gap"], &gap["pledged"]),
            (&json!("funded"), &json!("600.00"), &json!("400.00"))
        );
        b.edit(&second, json!({ "amount": "300.00" })).await.refused(409, "amount_is_final");
        assert_eq!(b.edit(&second, json!({ "amount": "500.00" })).await.is(200)["share"], "500.00");
        // No minimum in a gap.
        c.gives(&project, "1.00").await;
        let d = app.backer("Dogwood").await;
        d.pledge(&project, json!({ "take_remaining": true })).await.is(201);
        assert_eq!(app.project(&project).await["gap"], "0.00");
    });
}
