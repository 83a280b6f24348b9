//! Staff change accounts.

use cofund_tests::{Person, json, test};

fn path_of(person: &Person) -> String {
    format!("/admin/users/{}", person.id())
}

#[test]
fn staff_correct_a_name_and_an_address() {
    test(async |app| {
        let (staff, person) = (app.staff().await, app.person().await);
        let (old, new) = (person.email(), app.new_address());
        let changed = staff.edit(&path_of(&person), json!({ "name": "Ana Kelp", "email": new.to_uppercase() })).await;
        assert_eq!((&changed.is(200)["name"], &changed["email"]), (&json!("Ana Kelp"), &json!(new)));
        assert_eq!(changed.etag(), staff.get(&path_of(&person)).await.etag());
        assert_eq!(person.get("/me").await["email"], new, "they stay signed in");
        app.mails().await;
        app.public().post("/auth/magic-links", json!({ "email": old })).await.is(202);
        assert_eq!(app.mails().await.len(), 0, "the old address is nobody's");
        app.sign_in(&new).await;
        let detail = app.audit_entry("user_edited").await;
        assert_eq!(detail, json!({ "fields": ["name", "email"] }));
    });
}

#[test]
fn what_changes_nothing_leaves_no_trace() {
    test(async |app| {
        let (staff, person) = (app.staff().await, app.person().await);
        let before = app.count("SELECT count(*) FROM audit_log").await;
        let same = json!({ "email": person.email(), "staff": false, "disabled": false });
        for change in [same, json!({})] {
            assert_eq!(staff.edit(&path_of(&person), change).await.is(200)["version"], 1);
        }
        assert_eq!(app.count("SELECT count(*) FROM audit_log").await, before);
    });
}

#[test]
fn an_address_that_is_somebody_elses_is_refused() {
    test(async |app| {
        let (staff, person, other) = (app.staff().await, app.person().await, app.person().await);
        let taken = json!({ "email": other.email().to_uppercase(), "name": "Ana" });
        staff.edit(&path_of(&person), taken).await.refused(409, "email_taken");
        assert_eq!(staff.get(&path_of(&person)).await["name"], person.me["name"], "nothing of it happened");
    });
}

#[test]
fn a_change_says_what_it_was_made_from() {
    test(async |app| {
        let (staff, person) = (app.staff().await, app.person().await);
        let path = path_of(&person);
        staff.call(reqwest::Method::PATCH, &path).json(&json!({})).await.refused(428, "if_match_required");
        person.edit("/me", json!({ "name": "Ana" })).await.is(200);
        staff.patch(&path, "\"1\"", json!({ "name": "Berta" })).await.refused(412, "version_conflict");
        staff.patch(&path, "\"2\"", json!({ "name": "Berta" })).await.is(200);
    });
}

#[test]
fn staff_do_not_take_each_others_place() {
    test(async |app| {
        let (staff, colleague, admin) = (app.new_staff().await, app.new_staff().await, app.admin().await);
        for other in [&colleague, &admin] {
            let path = path_of(other);
            let changes =
                [json!({ "email": app.new_address() }), json!({ "disabled": true }), json!({ "name": "Nobody" })];
            for change in changes {
                staff.edit(&path, change).await.refused(403, "not_admin");
            }
            staff.delete(&format!("{path}/sessions")).await.refused(403, "not_admin");
            assert_eq!(staff.get(&path).await["can"]["change_address"], json!({ "ok": false, "code": "not_admin" }));
            other.get("/me").await.is(200);
        }
        admin.edit(&path_of(&colleague), json!({ "email": app.new_address() })).await.is(200);
        let own = app.new_address();
        staff.edit(&path_of(&staff), json!({ "email": own, "name": "Ana" })).await.is(200);
    });
}

#[test]
fn nobody_there_is_not_found() {
    test(async |app| {
        let staff = app.staff().await;
        let nobody = "/admin/users/01930000-0000-7000-8000-000000000000";
        staff.get(nobody).await.refused(404, "not_found");
        staff.patch(nobody, "\"1\"", json!({})).await.refused(404, "not_found");
        staff.delete(&format!("{nobody}/sessions")).await.refused(404, "not_found");
    });
}

#[test]
fn the_audit_log_names_what_changed_and_no_address() {
    test(async |app| {
        let (admin, person) = (app.admin().await, app.person().await);
        let path = path_of(&person);
        let new = app.new_address();
        for change in [
            json!({ "email": new, "name": "Ana Secretname" }),
            json!({ "staff": true }),
            json!({ "disabled": true }),
            json!({ "disabled": false, "staff": false }),
        ] {
            admin.edit(&path, change).await.is(200);
        }
        admin.delete(&format!("{path}/sessions")).await.is(204);
        let expected = [
            "user_edited",
            "user_rights_changed",
            "user_disabled",
            "user_rights_changed",
            "user_enabled",
            "user_sessions_ended",
        ];
        assert_eq!(app.audit_of(&person.id()).await[2..], expected);
        let rows = app.database.client().query("SELECT a::text FROM audit_log a", &[]).await.expect("rows");
        for row in rows {
            let text: String = row.get(0);
            assert!(!text.contains('@') && !text.contains("Secretname"), "{text}");
        }
        let seen = admin.get(&format!("/admin/audit?subject={}", person.id())).await;
        assert_eq!(seen.is(200).items()[0]["actor"]["id"], admin.id());
        assert!(!seen.text().contains('@'));
    });
}
