//! Staff release an organisation from a pledge that is not signed.

use chrono::TimeDelta;
use cofund_tests::{json, test};

#[test]
fn it_ends_and_the_organisation_may_pledge_anew() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let staff = app.staff().await;
        let pledge = alder.gives(&project, "100.00").await;
        alder.step(&pledge, "release", super::because()).await.refused(403, "not_staff");
        let released = staff.step(&pledge, "release", super::because()).await;
        released.is(200).says(json!({ "status": "released", "active": false, "share": "0.00", "version": 2 }));
        app.project(&project).await.says(json!({ "pledged": "0.00", "backers": 0 }));
        staff.step(&pledge, "release", super::because()).await.refused(409, "pledge_ended");
        alder.gives(&project, "200.00").await;
    });
}

#[test]
fn it_opens_a_gap_once_funded_and_is_too_late_once_signed() {
    test(async |app| {
        let (project, _, pledge) = app.funded_project("Sync").await;
        let staff = app.staff().await;
        staff.step(&pledge, "release", super::because()).await.is(200);
        app.project(&project).await.says(json!({ "funding": "funded", "gap": "1000.00", "pledged": "0.00" }));
        let (_, _, signed) = app.funded_project("Signed").await;
        staff.step(&signed, "sign", super::agreement()).await.is(200);
        staff.step(&signed, "release", super::because()).await.refused(409, "pledge_signed");
    });
}

#[test]
fn a_missed_project_lets_go_too() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let pledge = app.backer("Alder").await.gives(&project, "100.00").await;
        let staff = app.lasting_staff().await;
        app.advance(TimeDelta::days(31));
        staff.step(&pledge, "release", super::because()).await.is(200).says(json!({ "status": "released" }));
        app.project(&project).await.says(json!({ "funding": "missed", "pledged": "0.00" }));
    });
}
