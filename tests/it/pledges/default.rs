//! Staff note that a signed pledge will not be kept: a gap opens, and nobody else bears it.

use cofund_tests::{json, test};

#[test]
fn a_gap_opens_and_nobody_elses_share_rises() {
    test(async |app| {
        let project = app.open_project("Coalition", json!({ "mode": "shared" })).await;
        let [alder, birch, cedar] = [app.backer("Alder").await, app.backer("Birch").await, app.backer("Cedar").await];
        let first = alder.gives(&project, "900.00").await;
        let second = birch.gives(&project, "900.00").await;
        app.run(&project, "settle", json!(null)).await.is(200);
        let staff = app.staff().await;
        staff.step(&first, "default", super::because()).await.refused(409, "not_signed");
        staff.step(&first, "sign", super::agreement()).await.is(200);
        alder.step(&first, "default", super::because()).await.refused(403, "not_staff");
        let version = app.project(&project).await["version"].clone();
        staff
            .step(&first, "default", super::because())
            .await
            .is(200)
            .says(json!({ "status": "defaulted", "active": false }));
        app.project(&project).await.says(json!({
            "funding": "funded", "gap": "500.00", "pledged": "500.00", "signed": "0.00", "backers": 1, "version": version,
            "tipping_point": "500.00",
        }));
        birch.lead.get(&format!("/pledges/{second}")).await.says(json!({ "amount": "900.00", "share": "500.00" }));
        // By the rules of `fixed`, in either mode.
        let conditions = json!({ "amount": "100.00", "conditions": { "min_other_orgs": 1 } });
        cedar.pledge(&project, conditions).await.refused(409, "conditions_need_shared_mode");
        let over = cedar.pledge(&project, json!({ "amount": "500.01" })).await;
        assert_eq!(over.refused(409, "pledge_over_goal")["remaining"], "500.00");
        cedar.pledge(&project, json!({ "take_remaining": true })).await.is(201).says(json!({ "share": "500.00" }));
        app.project(&project).await.says(json!({ "gap": "0.00", "pledged": "1000.00", "tipping_point": null }));
        app.backer("Dogwood")
            .await
            .pledge(&project, json!({ "amount": "10.00" }))
            .await
            .refused(409, "project_not_open");
    });
}
