//! Mode `shared`: ceilings, level shares, conditions.

use cofund_tests::{json, test};

#[test]
fn shares_are_level_and_fall_when_another_joins() {
    test(async |app| {
        let shared = json!({ "mode": "shared", "goal": "50000.00" });
        let project = app.open_project("Coalition", shared).await;
        let mut pledges = Vec::new();
        let backers = app.backers(5).await;
        for (backer, amount) in backers.iter().zip(["30000.00", "25000.00", "10000.00", "5000.00"]) {
            pledges.push(backer.gives(&project, amount).await);
        }
        let shares = async || {
            let mut shares = Vec::new();
            for (backer, pledge) in backers.iter().zip(&pledges) {
                let answer = backer.lead.get(&format!("/pledges/{pledge}")).await;
                shares.push(answer.is(200)["share"].as_str().unwrap().to_owned());
            }
            shares
        };
        assert_eq!(shares().await, ["17500.00", "17500.00", "10000.00", "5000.00"]);
        let fifth = backers[4].gives(&project, "15000.00").await;
        assert_eq!(shares().await, ["11666.67", "11666.67", "10000.00", "5000.00"]);
        let answer = backers[4].lead.get(&format!("/pledges/{fifth}")).await;
        assert_eq!(answer["share"], "11666.66");
        let covered = app.project(&project).await;
        assert_eq!((&covered["funding"], &covered["covered"]), (&json!("open"), &json!(true)));
        app.run(&project, "settle", json!(null)).await.is(200);
        let settled = app.project(&project).await;
        assert_eq!((&settled["funding"], &settled["pledged"]), (&json!("funded"), &json!("50000.00")));
    });
}

#[test]
fn conditions_wake_and_sleep_together() {
    test(async |app| {
        let project = app.open_project("Conditions", json!({ "mode": "shared", "goal": "100000.00" })).await;
        let [a, b, c, d] = [
            app.backer("Alder").await,
            app.backer("Birch").await,
            app.backer("Cedar").await,
            app.backer("Dogwood").await,
        ];
        a.gives(&project, "10000.00").await;
        let three = json!({ "amount": "15000.00", "conditions": { "min_other_orgs": 3 } });
        let second = b.pledge(&project, three).await.is(201).id();
        let amount = json!({ "amount": "5000.00", "conditions": { "min_other_amount": "15000.00" } });
        c.pledge(&project, amount).await.is(201);
        let before = app.project(&project).await;
        assert_eq!((&before["pledged"], &before["waiting"]), (&json!("10000.00"), &json!("20000.00")));
        let waiting = b.lead.get(&format!("/pledges/{second}")).await;
        assert_eq!(
            (&waiting["active"], &waiting["explanation"][0]["code"]),
            (&json!(false), &json!("waits_for_organizations"))
        );
        let total = json!({ "amount": "20000.00", "conditions": { "min_total": "50000.00" } });
        let asked = json!({ "organization": d.slug, "amount": "20000.00", "conditions": { "min_total": "50000.00" } });
        let simulated = d.lead.post(&format!("/projects/{project}/simulate"), asked).await;
        assert_eq!(simulated.is(200)["after"]["pledged"], "50000.00", "{}", simulated.text());
        let fourth = d.pledge(&project, total).await.is(201).id();
        let after = app.project(&project).await;
        assert_eq!((&after["pledged"], &after["waiting"]), (&json!("50000.00"), &json!("0.00")));
        d.step(&fourth, "withdraw", json!({ "reason": "Changed our mind" })).await.is(200);
        let back = app.project(&project).await;
        assert_eq!((&back["pledged"], &back["waiting"]), (&json!("10000.00"), &json!("20000.00")));
    });
}
