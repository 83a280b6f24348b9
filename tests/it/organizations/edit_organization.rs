//! Changing an organisation: on what was seen, all of it or nothing.

use cofund_tests::{json, race, test};

#[test]
fn a_change_names_the_version_that_was_seen() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, path) = (app.lead_of(&tidewater).await, format!("/organizations/{tidewater}"));
        let etag = lead.get(&path).await.etag();
        let body = json!({ "profile": "First" });
        lead.call("PATCH".parse().expect("a method"), &path).json(&body).await.refused(428, "if_match_required");
        lead.patch(&path, "first", body.clone()).await.refused(400, "header_invalid");
        let edited = lead.patch(&path, &etag, body).await;
        assert_eq!((edited.is(200)["version"].clone(), edited["profile"].clone()), (json!(2), json!("First")));
        assert_eq!(edited.etag(), lead.get(&path).await.etag());
        let stale = lead.patch(&path, &etag, json!({ "profile": "Second" })).await;
        assert_eq!(stale.refused(412, "version_conflict")["version"], 2);
        assert_eq!(lead.get(&path).await["profile"], "First");
    });
}

#[test]
fn of_two_edits_at_once_one_is_told() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, path) = (app.lead_of(&tidewater).await, format!("/organizations/{tidewater}"));
        let etag = lead.get(&path).await.etag();
        let edits = (0..8).map(|n| lead.patch(&path, &etag, json!({ "profile": format!("Edit {n}") })));
        let answers = race(edits.collect()).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
        assert_eq!(answers.iter().filter(|answer| answer.status == 412).count(), 7);
        assert_eq!(lead.get(&path).await["version"], 2);
    });
}

#[test]
fn a_null_clears_and_what_is_left_out_stays() {
    test(async |app| {
        let staff = app.staff().await;
        staff.post("/admin/tiers", json!({ "name": "Premier" })).await.is(201);
        let tidewater = app.organization("Tidewater").await;
        let path = format!("/organizations/{tidewater}");
        let clearable = [
            ("tier", json!("premier")),
            ("membership_ends", json!("2040-01-01")),
            ("ror_id", json!("https://ror.org/0c0fnd016")),
            ("website", json!("https://tidewater.example/")),
            ("yearly_ceiling", json!("5000.00")),
            ("billing_name", json!("Ana")),
            ("billing_email", json!("ana@tidewater.example")),
            ("billing_address", json!("1 Quay\nHarbour")),
            ("billing_reference", json!("CC-7")),
        ];
        let all = clearable.iter().cloned().map(|(name, value)| (name.to_owned(), value)).collect();
        staff.edit(&path, cofund_tests::Value::Object(all)).await.is(200);
        for (name, value) in &clearable {
            let before = staff.get(&path).await;
            let shown = if *name == "tier" { &before["tier"]["slug"] } else { &before[*name] };
            assert_eq!(shown, value, "{name} was kept by the other changes");
            let cleared = staff.edit(&path, json!({ *name: null })).await;
            assert_eq!(cleared.is(200)[*name], json!(null), "{name}");
        }
    });
}

#[test]
fn a_change_of_nothing_is_no_version() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, path) = (app.lead_of(&tidewater).await, format!("/organizations/{tidewater}"));
        assert_eq!(lead.edit(&path, json!({})).await.is(200)["version"], 1);
        let id = lead.get(&path).await["id"].as_str().expect("an id").to_owned();
        assert_eq!(app.audit_of(&id).await, ["organization_created"]);
        lead.edit(&path, json!({ "website": "https://t.example", "profile": "x" })).await.is(200);
        assert_eq!(app.audit_of(&id).await, ["organization_created", "organization_edited"]);
        let fields = "SELECT count(*) FROM audit_log WHERE detail->'fields' = '[\"website\", \"profile\"]'";
        assert_eq!(app.count(fields).await, 1);
    });
}

#[test]
fn a_new_slug_is_a_new_address() {
    test(async |app| {
        let (tidewater, harbour) = (app.organization("Tidewater").await, app.organization("Harbour").await);
        let (staff, lead) = (app.staff().await, app.lead_of(&tidewater).await);
        let path = format!("/organizations/{tidewater}");
        staff.edit(&path, json!({ "slug": harbour })).await.refused(409, "slug_taken");
        staff.edit(&path, json!({ "slug": "No Slug" })).await.refused_field("/slug", "malformed");
        staff.edit(&path, json!({ "slug": "tides" })).await.is(200);
        app.public().get(&path).await.refused(404, "not_found");
        assert_eq!(lead.get("/organizations/tides").await.is(200)["my_role"], "lead");
        staff.edit("/organizations/harbour", json!({ "ror_id": "https://ror.org/0c0fnd016" })).await.is(200);
        let taken = lead.edit("/organizations/tides", json!({ "ror_id": "https://ror.org/0c0fnd016" })).await;
        taken.refused(409, "ror_id_taken");
    });
}
