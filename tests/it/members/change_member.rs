//! A person's role and limit, changed by a lead or staff.

use cofund_tests::{json, race, test};

use super::{entry, path_of};

#[test]
fn a_new_role_holds_at_the_next_request() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, ana) = (app.lead_of(&tidewater).await, app.member(&tidewater, "viewer").await);
        let profile = json!({ "profile": "Ours" });
        let organization = format!("/organizations/{tidewater}");
        ana.edit(&organization, profile.clone()).await.refused(403, "not_a_lead");
        let changed = lead.patch(&path_of(&tidewater, &ana), "\"1\"", json!({ "role": "lead" })).await;
        assert_eq!((&changed.is(200)["role"], &changed["version"]), (&json!("lead"), &json!(2)));
        assert!(changed.etag().starts_with("\"2."));
        ana.edit(&organization, profile).await.is(200);
        lead.patch(&path_of(&tidewater, &ana), "\"2\"", json!({ "role": "viewer" })).await.is(200);
        ana.edit(&organization, json!({ "profile": "Mine" })).await.refused(403, "not_a_lead");
        let trail = app.audit_of(&ana.id()).await;
        assert_eq!(trail.iter().filter(|action| *action == "member_changed").count(), 2);
    });
}

#[test]
fn only_champions_have_a_limit_and_it_goes_with_the_role() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, ana) = (app.lead_of(&tidewater).await, app.member(&tidewater, "viewer").await);
        let path = path_of(&tidewater, &ana);
        let limited = json!({ "pledge_limit": "5000.00" });
        lead.patch(&path, "\"1\"", limited.clone()).await.refused_field("/pledge_limit", "not_allowed");
        let promoted = json!({ "role": "champion", "pledge_limit": "5000.00" });
        assert_eq!(lead.patch(&path, "\"1\"", promoted).await.is(200)["pledge_limit"], "5000.00");
        // What is left out stays; null clears.
        assert_eq!(lead.patch(&path, "\"2\"", json!({ "role": "champion" })).await.is(200)["pledge_limit"], "5000.00");
        let cleared = lead.patch(&path, "\"2\"", json!({ "pledge_limit": null })).await;
        assert_eq!((&cleared.is(200)["pledge_limit"], &cleared["version"]), (&json!(null), &json!(3)));
        lead.patch(&path, "\"3\"", limited.clone()).await.is(200);
        let mixed = json!({ "role": "finance", "pledge_limit": "1.00" });
        lead.patch(&path, "\"4\"", mixed).await.refused_field("/pledge_limit", "not_allowed");
        let finance = lead.patch(&path, "\"4\"", json!({ "role": "finance" })).await;
        assert_eq!((&finance.is(200)["role"], &finance["pledge_limit"]), (&json!("finance"), &json!(null)));
        let back = lead.patch(&path, "\"5\"", json!({ "role": "champion" })).await;
        assert_eq!(back.is(200)["pledge_limit"], json!(null), "an old limit does not come back");
    });
}

#[test]
fn a_change_names_the_version_that_was_seen() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, ana) = (app.lead_of(&tidewater).await, app.member(&tidewater, "viewer").await);
        let path = path_of(&tidewater, &ana);
        let changes =
            ["champion", "finance", "lead", "champion"].map(|role| lead.patch(&path, "\"1\"", json!({ "role": role })));
        let answers = race(changes.into()).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1, "{answers:?}");
        for late in answers.iter().filter(|answer| answer.status != 200) {
            assert_eq!(late.refused(412, "version_conflict")["version"], 2);
        }
        assert_eq!(entry(&lead, &tidewater, &ana).await.expect("an entry")["version"], 2);
        let unconditional = lead.call("PATCH".parse().expect("a method"), &path).json(&json!({ "role": "lead" })).await;
        unconditional.refused(428, "if_match_required");
    });
}

#[test]
fn the_same_again_is_no_change() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, ana) = (app.lead_of(&tidewater).await, app.member(&tidewater, "viewer").await);
        let same = lead.patch(&path_of(&tidewater, &ana), "\"1\"", json!({ "role": "viewer" })).await;
        assert_eq!(same.is(200)["version"], 1);
        assert!(!app.audit_of(&ana.id()).await.contains(&"member_changed".to_owned()));
    });
}

#[test]
fn nobody_promotes_themselves() {
    test(async |app| {
        let (tidewater, harbour) = (app.organization("Tidewater").await, app.organization("Harbour").await);
        app.lead_of(&tidewater).await;
        for role in ["viewer", "finance", "champion"] {
            let ana = app.member(&tidewater, role).await;
            let path = path_of(&tidewater, &ana);
            ana.patch(&path, "\"1\"", json!({ "role": "lead" })).await.refused(403, "not_a_lead");
            ana.patch(&path, "\"1\"", json!({ "pledge_limit": "9.00" })).await.refused(403, "not_a_lead");
        }
        let ana = app.member(&tidewater, "viewer").await;
        let neighbour = app.lead_of(&harbour).await;
        neighbour
            .patch(&path_of(&tidewater, &ana), "\"1\"", json!({ "role": "lead" }))
            .await
            .refused(403, "not_a_member");
        neighbour.patch(&path_of(&harbour, &ana), "\"1\"", json!({ "role": "lead" })).await.refused(404, "not_found");
        let staff = app.staff().await;
        staff.patch(&path_of(&tidewater, &ana), "\"1\"", json!({ "role": "finance" })).await.is(200);
        staff
            .patch(&path_of(&tidewater, &neighbour), "\"1\"", json!({ "role": "lead" }))
            .await
            .refused(404, "not_found");
    });
}
