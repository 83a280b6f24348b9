//! Staff note that the agreement is signed: from then on a pledge is bound.

use cofund_tests::{json, test};

#[test]
fn a_funded_pledge_is_signed_once() {
    test(async |app| {
        let (project, alder, pledge) = app.funded_project("Sync").await;
        let staff = app.staff().await;
        alder.step(&pledge, "sign", super::agreement()).await.refused(403, "not_staff");
        let future = json!({ "agreement_reference": "A-1", "agreement_date": "2099-01-01" });
        staff.step(&pledge, "sign", future).await.refused_field("/agreement_date", "out_of_range");
        let nameless = json!({ "agreement_reference": " ", "agreement_date": "2026-01-01" });
        staff.step(&pledge, "sign", nameless).await.refused_field("/agreement_reference", "required");
        let signed = staff.step(&pledge, "sign", super::agreement()).await;
        signed.is(200).says(json!({
            "status": "signed", "agreement_reference": "A-17", "agreement_date": "2026-01-31", "share": "1000.00",
        }));
        app.project(&project).await.says(json!({ "signed": "1000.00", "pledged": "1000.00", "gap": "0.00" }));
        staff.step(&pledge, "sign", super::agreement()).await.refused(409, "pledge_signed");
        alder.step(&pledge, "withdraw", super::because()).await.refused(409, "pledge_signed");
        alder.edit(&pledge, json!({ "amount": "10.00" })).await.refused(409, "pledge_signed");
    });
}

#[test]
fn agreements_come_after_funding() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let pledge = app.backer("Alder").await.gives(&project, "100.00").await;
        let staff = app.staff().await;
        staff.step(&pledge, "sign", super::agreement()).await.refused(409, "not_funded");
        staff.step(&pledge, "default", super::because()).await.refused(409, "not_signed");
    });
}

#[test]
fn a_request_in_a_gap_is_not_signed_before_a_lead_approved_it() {
    test(async |app| {
        let (project, alder, pledge) = app.funded_project("Sync").await;
        alder.step(&pledge, "withdraw", super::because()).await.is(200);
        let birch = app.backer("Birch").await;
        let ana = app.member(&birch.slug, "champion").await;
        let request = birch.pledge_as(&ana, &project, json!({ "amount": "1.00" })).await;
        let id = request.is(201).says(json!({ "status": "requested" })).id();
        app.staff().await.step(&id, "sign", super::agreement()).await.refused(409, "not_approved");
        birch.step(&id, "approve", json!({})).await.is(200).says(json!({ "status": "pledged", "share": "1.00" }));
        app.project(&project).await.says(json!({ "gap": "999.00", "pledged": "1.00" }));
    });
}
