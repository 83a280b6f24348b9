//! The same request sent again is done once.

use chrono::TimeDelta;
use cofund_tests::{Call, Person, json, race, test};

const REPLAYED: &str = "idempotent-replayed";

fn create(staff: &Person, email: &str) -> Call {
    staff.post("/admin/users", json!({ "email": email }))
}

#[test]
fn fifty_at_once_are_one() {
    test(async |app| {
        let staff = app.staff().await;
        let people = app.count("SELECT count(*) FROM users").await;
        let answers = race((0..50).map(|_| create(&staff, "ana@people.example").key("fifty")).collect()).await;
        for answer in &answers {
            assert_eq!((answer.is(201).bytes == answers[0].bytes, answer.etag()), (true, answers[0].etag()));
        }
        assert_eq!(answers.iter().filter(|answer| answer.header(REPLAYED).is_none()).count(), 1);
        assert_eq!(app.count("SELECT count(*) FROM users").await, people + 1);
        assert_eq!(app.count("SELECT count(*) FROM audit_log WHERE action = 'user_created'").await, people + 1);
    });
}

#[test]
fn a_key_belongs_to_what_was_sent_with_it() {
    test(async |app| {
        let staff = app.staff().await;
        create(&staff, "ana@people.example").key("one").await.is(201);
        create(&staff, "berta@people.example").key("one").await.refused(422, "idempotency_key_reused");
        // Byte for byte: whoever sends it again sends it as it was.
        let spaced = staff.call(reqwest::Method::POST, "/admin/users").key("one");
        let spaced = spaced.body("application/json", r#"{ "email": "ana@people.example" }"#);
        spaced.await.refused(422, "idempotency_key_reused");
        assert_eq!(app.count("SELECT count(*) FROM users WHERE email LIKE 'berta%'").await, 0);
    });
}

#[test]
fn people_operations_and_targets_do_not_share_keys() {
    test(async |app| {
        let (staff, colleague) = (app.new_staff().await, app.new_staff().await);
        let (one, two) = (app.person().await, app.person().await);
        let mine = create(&staff, "ana@people.example").key("k").await;
        let other = create(&colleague, "berta@people.example").key("k").await;
        assert_eq!((mine.is(201).header(REPLAYED), other.is(201).header(REPLAYED)), (None, None));
        for person in [&one, &two] {
            let path = format!("/admin/users/{}", person.id());
            let changed = staff.patch(&path, "\"1\"", json!({ "name": "Ana" })).key("k").await;
            assert_eq!((changed.is(200).header(REPLAYED), &changed["id"]), (None, &json!(person.id())));
            let ended = staff.delete(&format!("{path}/sessions")).key("k").await;
            assert_eq!(ended.is(204).header(REPLAYED), None);
        }
    });
}

#[test]
fn what_failed_may_be_tried_again_with_its_key() {
    test(async |app| {
        let (staff, person) = (app.staff().await, app.person().await);
        let taken = create(&staff, &person.email()).key("again").await;
        taken.refused(409, "email_taken");
        assert_eq!(app.count("SELECT count(*) FROM idempotency_keys").await, 0);
        staff.edit(&format!("/admin/users/{}", person.id()), json!({ "email": app.new_address() })).await.is(200);
        assert_eq!(create(&staff, &person.email()).key("again").await.is(201).header(REPLAYED), None);
    });
}

#[test]
fn an_answer_is_given_again_though_the_version_is_an_old_one_by_now() {
    test(async |app| {
        let person = app.person().await;
        let change = || person.patch("/me", "\"1\"", json!({ "name": "Ana" })).key("rename");
        let first = change().await;
        assert_eq!(first.is(200)["version"], 2);
        person.edit("/me", json!({ "name": "Berta" })).await.is(200);
        let again = change().await;
        assert_eq!((again.is(200).header(REPLAYED), again.etag()), (Some("true"), first.etag()));
        assert_eq!(again.bytes, first.bytes);
        assert_eq!(person.get("/me").await["name"], "Berta");
        // Under a new key it is a new intent.
        person.patch("/me", "\"1\"", json!({ "name": "Ana" })).key("other").await.refused(412, "version_conflict");
    });
}

#[test]
fn what_is_gone_can_be_said_again_to_be_gone() {
    test(async |app| {
        let here = app.person().await;
        app.sign_in(&here.email()).await;
        let listed = here.get("/me/sessions").await;
        let other = listed.items().iter().find(|session| session["current"] == false).expect("the other one");
        let path = format!("/me/sessions/{}", other["id"].as_str().expect("an id"));
        assert_eq!(here.delete(&path).key("end").await.is(204).header(REPLAYED), None);
        let again = here.delete(&path).key("end").await;
        assert_eq!((again.is(204).header(REPLAYED), again.bytes.len()), (Some("true"), 0));
        here.delete(&path).await.refused(404, "not_found");
    });
}

#[test]
fn a_key_is_remembered_for_a_day_at_least_and_in_any_session() {
    test(async |app| {
        let staff = app.staff().await;
        let first = create(&staff, "ana@people.example").key("a-day").await;
        app.advance(TimeDelta::hours(24));
        let later = app.sign_in(&staff.email()).await;
        let again = create(&later, "ana@people.example").key("a-day").await;
        assert_eq!((again.is(201).header(REPLAYED), &again.bytes), (Some("true"), &first.bytes));
    });
}

#[test]
fn whoever_is_out_is_given_nothing_again() {
    test(async |app| {
        let (staff, admin) = (app.new_staff().await, app.admin().await);
        create(&staff, "ana@people.example").key("k").await.is(201);
        admin.edit(&format!("/admin/users/{}", staff.id()), json!({ "disabled": true })).await.is(200);
        create(&staff, "ana@people.example").key("k").await.refused(401, "token_invalid");
    });
}
