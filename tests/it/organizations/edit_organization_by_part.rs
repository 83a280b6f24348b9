//! Who may change which part of an organisation.

use cofund_tests::{Value, json, test};

/// A change of one part, and what those are told who may not make it.
fn parts() -> Vec<(&'static str, Value)> {
    vec![
        ("membership", json!({ "name": "Renamed" })),
        ("membership", json!({ "kind": "funder" })),
        ("membership", json!({ "slug": "renamed" })),
        ("membership", json!({ "tier": null })),
        ("membership", json!({ "membership_ends": null })),
        ("membership", json!({ "membership_starts": "2019-01-01" })),
        ("profile", json!({ "profile": "We measure tides." })),
        ("profile", json!({ "website": "https://tides.example" })),
        ("profile", json!({ "ror_id": null })),
        ("billing", json!({ "billing_name": "Ana" })),
        ("billing", json!({ "billing_email": "ana@tides.example" })),
        ("billing", json!({ "billing_address": "1 Quay" })),
        ("billing", json!({ "billing_reference": "CC-7" })),
        ("ceiling", json!({ "yearly_ceiling": "9000.00" })),
        ("ceiling", json!({ "fiscal_year_start_month": 7 })),
    ]
}

#[test]
fn each_role_changes_its_parts_and_no_other() {
    test(async |app| {
        let may: [(&str, &[&str]); 4] = [
            ("viewer", &[]),
            ("champion", &[]),
            ("finance", &["billing", "ceiling"]),
            ("lead", &["profile", "billing"]),
        ];
        for (role, allowed) in may {
            let organization = app.organization(&format!("Of a {role}")).await;
            let (person, path) = (app.member(&organization, role).await, format!("/organizations/{organization}"));
            for (part, change) in parts() {
                let code = match part {
                    _ if allowed.contains(&part) => "",
                    "membership" => "not_staff",
                    "profile" => "not_a_lead",
                    _ => "not_finance",
                };
                let answer = person.edit(&path, change.clone()).await;
                match code {
                    "" => answer.is(200),
                    code => answer.refused(403, code),
                };
            }
        }
    });
}

#[test]
fn staff_change_every_part() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let staff = app.staff().await;
        let mut path = format!("/organizations/{tidewater}");
        for (_, change) in parts() {
            let edited = staff.edit(&path, change).await;
            path = format!("/organizations/{}", edited.is(200)["slug"].as_str().expect("a slug"));
        }
        assert_eq!(staff.get(&path).await["version"], parts().len() + 1);
    });
}

#[test]
fn one_forbidden_part_forbids_all() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let path = format!("/organizations/{tidewater}");
        let (lead, finance) = (app.lead_of(&tidewater).await, app.member(&tidewater, "finance").await);
        let before = lead.get(&path).await;
        let mixed = json!({ "profile": "Ours", "yearly_ceiling": "1000000.00" });
        lead.edit(&path, mixed.clone()).await.refused(403, "not_finance");
        finance.edit(&path, mixed).await.refused(403, "not_a_lead");
        lead.edit(&path, json!({ "website": "https://t.example", "membership_ends": "2099-01-01" }))
            .await
            .refused(403, "not_staff");
        assert_eq!(lead.get(&path).await.json, before.json);
    });
}

#[test]
fn others_change_nothing() {
    test(async |app| {
        let (tidewater, harbour) = (app.organization("Tidewater").await, app.organization("Harbour").await);
        let path = format!("/organizations/{tidewater}");
        let change = json!({ "profile": "Taken over" });
        let neighbour = app.lead_of(&harbour).await;
        neighbour.edit(&path, change.clone()).await.refused(403, "not_a_member");
        neighbour.edit(&path, json!({})).await.refused(403, "not_a_member");
        app.person().await.edit(&path, change.clone()).await.refused(403, "not_a_member");
        app.public().edit(&path, change.clone()).await.refused(401, "unauthenticated");
        let lead = app.lead_of(&tidewater).await;
        app.program_of(&lead, &["read"]).await.edit(&path, change.clone()).await.refused(403, "scope_missing");
        app.program_of(&lead, &["organization"]).await.edit(&path, change).await.is(200);
    });
}

#[test]
fn which_tiers_were_archived_is_not_told_to_leads() {
    test(async |app| {
        let (tidewater, staff) = (app.organization("Tidewater").await, app.staff().await);
        staff.post("/admin/tiers", json!({ "name": "Old" })).await.is(201);
        staff.patch("/admin/tiers/old", "\"1\"", json!({ "archived": true })).await.is(200);
        let (lead, path) = (app.lead_of(&tidewater).await, format!("/organizations/{tidewater}"));
        for tier in ["old", "never"] {
            lead.edit(&path, json!({ "tier": tier })).await.refused(403, "not_staff");
        }
        staff.edit(&path, json!({ "tier": "old" })).await.refused(409, "tier_archived");
        staff.edit(&path, json!({ "tier": "never" })).await.refused_field("/tier", "not_allowed");
    });
}
