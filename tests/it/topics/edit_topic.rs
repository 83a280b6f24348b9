//! Staff change a theme or a narrative, archive it, and use it again.

use cofund_tests::{json, race, test};

use super::BOTH;

#[test]
fn a_change_names_the_version_that_was_seen() {
    test(async |app| {
        let staff = app.staff().await;
        for kind in BOTH {
            let etag = staff.post(&format!("/admin/{kind}"), json!({ "name": "Tides" })).await.etag();
            let path = format!("/admin/{kind}/tides");
            let words = ["One", "Two", "Three"].map(|summary| staff.patch(&path, &etag, json!({ "summary": summary })));
            let answers = race(words.into()).await;
            assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
            answers.iter().filter(|answer| answer.status != 200).for_each(|late| {
                late.refused(412, "version_conflict");
            });
            let edited = staff.patch(&path, "\"2\"", json!({ "name": "Ebb and flow", "position": 7 })).await;
            assert_eq!((&edited.is(200)["name"], &edited["position"]), (&json!("Ebb and flow"), &json!(7)));
            assert_eq!(edited["slug"], "tides", "the name changes, the address stays");
            assert!(edited.etag().starts_with("\"3."));
            assert_eq!(app.audit_entry("topic_edited").await["fields"], json!(["name", "position"]));
            assert_eq!(staff.patch(&path, "\"3\"", json!({})).await.is(200)["version"], 3);
            let unconditional = staff.call("PATCH".parse().expect("a method"), &path).json(&json!({})).await;
            unconditional.refused(428, "if_match_required");
        }
    });
}

#[test]
fn it_moves_to_a_slug_that_is_free() {
    test(async |app| {
        let staff = app.staff().await;
        let path = "/admin/themes/analytics";
        staff.patch(path, "\"1\"", json!({ "slug": "access-control" })).await.refused(409, "slug_taken");
        staff.patch(path, "\"1\"", json!({ "slug": "Usage" })).await.refused_field("/slug", "malformed");
        assert_eq!(staff.patch(path, "\"1\"", json!({ "slug": "usage" })).await.is(200)["slug"], "usage");
        staff.patch(path, "\"2\"", json!({ "name": "Gone" })).await.refused(404, "not_found");
        staff.patch("/admin/themes/usage", "\"2\"", json!({ "slug": "analytics" })).await.is(200);
    });
}

#[test]
fn an_archived_one_is_out_of_sight_until_it_is_used_again() {
    test(async |app| {
        let staff = app.staff().await;
        for kind in BOTH {
            staff.post(&format!("/admin/{kind}"), json!({ "name": "Tides" })).await.is(201);
            let (path, list) = (format!("/admin/{kind}/tides"), format!("/{kind}"));
            let is_listed =
                async || app.public().get(&list).await.is(200).items().iter().any(|topic| topic["slug"] == "tides");
            assert!(is_listed().await);
            assert_eq!(staff.patch(&path, "\"1\"", json!({ "archived": true })).await.is(200)["archived"], true);
            assert!(!is_listed().await);
            assert_eq!(staff.patch(&path, "\"2\"", json!({ "archived": false })).await.is(200)["archived"], false);
            assert!(is_listed().await);
        }
    });
}

#[test]
fn the_address_of_one_kind_finds_none_of_the_other() {
    test(async |app| {
        let staff = app.staff().await;
        staff.post("/admin/narratives", json!({ "name": "Tides" })).await.is(201);
        staff.patch("/admin/themes/tides", "\"1\"", json!({ "name": "x" })).await.refused(404, "not_found");
        staff.patch("/admin/narratives/analytics", "\"1\"", json!({ "name": "x" })).await.refused(404, "not_found");
        // Of two with one slug only the one that was named changes.
        staff.post("/admin/narratives", json!({ "name": "Analytics" })).await.is(201);
        staff.patch("/admin/narratives/analytics", "\"1\"", json!({ "name": "A story" })).await.is(200);
        assert_eq!(app.count("SELECT count(*) FROM topics WHERE name = 'A story'").await, 1);
        assert_eq!(app.count("SELECT count(*) FROM topics WHERE kind = 'theme' AND version > 1").await, 0);
    });
}

#[test]
fn others_change_nothing() {
    test(async |app| {
        let (tidewater, staff) = (app.organization("Tidewater").await, app.staff().await);
        let (lead, reader) = (app.lead_of(&tidewater).await, app.program_of(&staff, &["read"]).await);
        for kind in BOTH {
            staff.post(&format!("/admin/{kind}"), json!({ "name": "Tides" })).await.is(201);
            let (path, mine) = (format!("/admin/{kind}/tides"), json!({ "name": "Mine" }));
            app.public().patch(&path, "\"1\"", mine.clone()).await.refused(401, "unauthenticated");
            lead.patch(&path, "\"1\"", mine.clone()).await.refused(403, "not_staff");
            reader.patch(&path, "\"1\"", mine.clone()).await.refused(403, "scope_missing");
            staff.patch(&format!("/admin/{kind}/never"), "\"1\"", mine).await.refused(404, "not_found");
        }
        assert_eq!(app.count("SELECT count(*) FROM topics WHERE version > 1").await, 0);
    });
}
