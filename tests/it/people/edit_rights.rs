//! Administrators give and take rights; there is always one of them left.

use cofund_tests::{Person, json, race, test};

fn path_of(person: &Person) -> String {
    format!("/admin/users/{}", person.id())
}

#[test]
fn an_administrator_makes_staff_and_they_may_at_once() {
    test(async |app| {
        let (admin, person) = (app.admin().await, app.person().await);
        person.get("/admin/users").await.refused(403, "not_staff");
        let made = admin.edit(&path_of(&person), json!({ "staff": true })).await;
        assert_eq!((&made.is(200)["staff"], &made["admin"]), (&json!(true), &json!(false)));
        person.get("/admin/users").await.is(200);
        person.get("/admin/audit").await.refused(403, "not_admin");
        admin.edit(&path_of(&person), json!({ "admin": true })).await.is(200);
        person.get("/admin/audit").await.is(200);
        admin.edit(&path_of(&person), json!({ "staff": false, "admin": false })).await.is(200);
        person.get("/admin/users").await.refused(403, "not_staff");
        let detail = app.audit_entry("user_rights_changed").await;
        assert_eq!(detail, json!({ "staff": false, "admin": false }));
    });
}

#[test]
fn staff_make_nobody_staff_not_even_themselves_more() {
    test(async |app| {
        let (staff, person, other) = (app.new_staff().await, app.person().await, app.new_staff().await);
        for (target, change) in [
            (&person, json!({ "staff": true })),
            (&person, json!({ "staff": true, "admin": true })),
            (&other, json!({ "staff": false })),
            (&staff, json!({ "admin": true })),
            (&staff, json!({ "staff": false })),
        ] {
            staff.edit(&path_of(target), change).await.refused(403, "not_admin");
        }
        person.edit("/me", json!({ "staff": true })).await.refused_field("/staff", "unknown_field");
    });
}

#[test]
fn an_administrator_is_staff() {
    test(async |app| {
        let (admin, other) = (app.admin().await, app.admin().await);
        let person = app.person().await;
        admin.edit(&path_of(&person), json!({ "admin": true })).await.refused_field("/admin", "not_allowed");
        admin.edit(&path_of(&other), json!({ "staff": false })).await.refused_field("/admin", "not_allowed");
    });
}

#[test]
fn nobody_takes_their_own_rights_or_shuts_themselves_out() {
    test(async |app| {
        let (admin, _another) = (app.admin().await, app.admin().await);
        for change in
            [json!({ "admin": false }), json!({ "staff": false, "admin": false }), json!({ "disabled": true })]
        {
            admin.edit(&path_of(&admin), change).await.refused(409, "not_yourself");
        }
        let can = &admin.get(&path_of(&admin)).await["can"];
        assert_eq!(can["disable"], json!({ "ok": false, "code": "not_yourself" }));
        assert_eq!(can["edit"], json!({ "ok": true, "code": null }));
    });
}

#[test]
fn two_administrators_who_demote_each_other_leave_one() {
    test(async |app| {
        for change in [json!({ "admin": false }), json!({ "disabled": true })] {
            let (one, two) = (app.admin().await, app.admin().await);
            // Those of the round before no longer count.
            let others = "UPDATE users SET admin = false WHERE admin AND id NOT IN ($1::text::uuid, $2::text::uuid)";
            app.database.client().execute(others, &[&one.id(), &two.id()]).await.expect("an update");
            let demote = |by: &Person, whom: &Person| by.patch(&path_of(whom), "\"1\"", change.clone());
            let answers = race(vec![demote(&one, &two), demote(&two, &one)]).await;
            let mut statuses: Vec<_> = answers.iter().map(|answer| answer.status).collect();
            statuses.sort_unstable();
            // The second was an administrator no more, or would have taken the last one away.
            assert!(matches!(statuses[..], [200, 401 | 403 | 409]), "{statuses:?}");
            assert_eq!(app.count("SELECT count(*) FROM users WHERE admin AND disabled_at IS NULL").await, 1);
        }
    });
}

#[test]
fn the_last_administrator_cannot_be_taken_away() {
    test(async |app| {
        let (admin, gone) = (app.admin().await, app.admin().await);
        admin.edit(&path_of(&gone), json!({ "disabled": true })).await.is(200);
        // Of a disabled administrator there may be none left.
        admin.edit(&path_of(&gone), json!({ "admin": false })).await.is(200);
        let can = app.count("SELECT count(*) FROM users WHERE admin AND disabled_at IS NULL").await;
        assert_eq!(can, 1);
        let refused = admin.edit(&path_of(&admin), json!({ "admin": false })).await;
        refused.refused(409, "not_yourself");
    });
}
