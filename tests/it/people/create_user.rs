//! Staff make accounts.

use cofund_tests::{json, test};

#[test]
fn staff_make_an_account_and_its_person_signs_in() {
    test(async |app| {
        let staff = app.staff().await;
        let made = staff.post("/admin/users", json!({ "email": "Ana@People.example", "name": "Ana Kelp" })).await;
        assert_eq!((&made.is(201)["email"], &made["name"]), (&json!("ana@people.example"), &json!("Ana Kelp")));
        assert_eq!((&made["staff"], &made["admin"], &made["version"]), (&json!(false), &json!(false), &json!(1)));
        let path = format!("/admin/users/{}", made["id"].as_str().expect("an id"));
        assert_eq!(staff.get(&path).await.etag(), made.etag());
        assert_eq!(app.mails().await.len(), 0, "nobody is told");
        app.sign_in("ana@people.example").await.get("/me").await.is(200);
        assert_eq!(app.audit_entry("user_created").await, json!({ "staff": false, "admin": false }));
    });
}

#[test]
fn somebody_without_a_name_is_called_by_their_address() {
    test(async |app| {
        let made = app.staff().await.post("/admin/users", json!({ "email": "ana.kelp@people.example" })).await;
        assert_eq!(made.is(201)["name"], "ana.kelp");
    });
}

#[test]
fn one_address_is_one_person() {
    test(async |app| {
        let (staff, person) = (app.staff().await, app.person().await);
        for email in [person.email(), person.email().to_uppercase(), format!(" {}", person.email())] {
            staff.post("/admin/users", json!({ "email": email })).await.refused(409, "email_taken");
        }
        let new = || staff.post("/admin/users", json!({ "email": "twice@people.example" }));
        let answers = cofund_tests::race((0..10).map(|_| new()).collect()).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
        assert_eq!(answers.iter().filter(|answer| answer["code"] == "email_taken").count(), 9);
    });
}

#[test]
fn only_an_administrator_makes_staff() {
    test(async |app| {
        let (staff, admin) = (app.staff().await, app.admin().await);
        let new = |rights: [bool; 2]| json!({ "email": app.new_address(), "staff": rights[0], "admin": rights[1] });
        for rights in [[true, false], [true, true]] {
            staff.post("/admin/users", new(rights)).await.refused(403, "not_admin");
            admin.post("/admin/users", new(rights)).await.is(201);
        }
        admin.post("/admin/users", new([false, true])).await.refused_field("/admin", "not_allowed");
    });
}

#[test]
fn others_make_no_accounts() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let new = || json!({ "email": app.new_address() });
        for person in [app.person().await, app.lead_of(&tidewater).await] {
            person.post("/admin/users", new()).await.refused(403, "not_staff");
            person.get("/admin/users").await.refused(403, "not_staff");
            person.get(&format!("/admin/users/{}", person.id())).await.refused(403, "not_staff");
        }
        app.public().post("/admin/users", new()).await.refused(401, "unauthenticated");
    });
}
