//! An organisation that had a lead keeps one, unless staff decide otherwise.

use cofund_tests::{json, race, test};

use super::{entry, path_of};

#[test]
fn the_last_lead_neither_leaves_nor_steps_down() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let lead = app.lead_of(&tidewater).await;
        app.member(&tidewater, "champion").await;
        let path = path_of(&tidewater, &lead);
        lead.delete(&path).await.refused(409, "last_lead");
        lead.patch(&path, "\"1\"", json!({ "role": "viewer" })).await.refused(409, "last_lead");
        lead.patch(&path, "\"1\"", json!({ "role": "lead" })).await.is(200);
        let second = app.lead_of(&tidewater).await;
        lead.delete(&path).await.is(204);
        second.delete(&path_of(&tidewater, &second)).await.refused(409, "last_lead");
    });
}

#[test]
fn staff_may_take_even_the_last_one() {
    test(async |app| {
        let (tidewater, staff) = (app.organization("Tidewater").await, app.staff().await);
        let lead = app.lead_of(&tidewater).await;
        staff.patch(&path_of(&tidewater, &lead), "\"1\"", json!({ "role": "viewer" })).await.is(200);
        staff.patch(&path_of(&tidewater, &lead), "\"2\"", json!({ "role": "lead" })).await.is(200);
        staff.delete(&path_of(&tidewater, &lead)).await.is(204);
        assert_eq!(app.count("SELECT count(*) FROM memberships").await, 0);
    });
}

#[test]
fn two_leads_who_remove_each_other_leave_one() {
    test(async |app| {
        for round in 0..5 {
            let organization = app.organization(&format!("Round {round}")).await;
            let (ana, ben) = (app.lead_of(&organization).await, app.lead_of(&organization).await);
            let both = vec![ana.delete(&path_of(&organization, &ben)), ben.delete(&path_of(&organization, &ana))];
            let answers = race(both).await;
            assert_eq!(answers.iter().filter(|answer| answer.status == 204).count(), 1, "{answers:?}");
            // Whoever is late is out already, or is told that they would be the last.
            let late = answers.iter().find(|answer| answer.status != 204).expect("one is late");
            assert!(matches!(late.status, 401 | 403 | 409), "{late:?}");
            let staff = app.staff().await;
            let left = staff.get(&format!("/organizations/{organization}/members")).await;
            assert_eq!(left.items().len(), 1);
        }
    });
}

#[test]
fn two_leads_who_leave_at_once_leave_one() {
    test(async |app| {
        for round in 0..5 {
            let organization = app.organization(&format!("Round {round}")).await;
            let (ana, ben) = (app.lead_of(&organization).await, app.lead_of(&organization).await);
            let leave = ana.delete(&path_of(&organization, &ana));
            let step_down = ben.patch(&path_of(&organization, &ben), "\"1\"", json!({ "role": "viewer" }));
            let answers = race(vec![leave, step_down]).await;
            assert_eq!(answers.iter().filter(|answer| answer.status < 300).count(), 1, "{answers:?}");
            answers.iter().find(|answer| answer.status >= 300).expect("one is late").refused(409, "last_lead");
        }
    });
}

#[test]
fn a_lead_who_cannot_sign_in_is_no_lead_to_rely_on() {
    test(async |app| {
        let (tidewater, staff) = (app.organization("Tidewater").await, app.staff().await);
        let (ana, ben) = (app.lead_of(&tidewater).await, app.lead_of(&tidewater).await);
        staff.edit(&format!("/admin/users/{}", ben.id()), json!({ "disabled": true })).await.is(200);
        ana.delete(&path_of(&tidewater, &ana)).await.refused(409, "last_lead");
        assert_ne!(entry(&ana, &tidewater, &ben).await.expect("an entry")["disabled_at"], json!(null));
        ana.delete(&path_of(&tidewater, &ben)).await.is(204);
    });
}
