//! Changing one's own profile.

use cofund_tests::{Value, json, test};

#[test]
fn people_say_how_they_are_called_and_where_they_are() {
    test(async |app| {
        let person = app.person().await;
        let change = json!({ "name": "  Ana Kelp ", "language": "es", "time_zone": "America/Los_Angeles" });
        let changed = person.edit("/me", change).await;
        assert_eq!(changed.is(200)["name"], "Ana Kelp");
        assert_eq!((&changed["language"], &changed["time_zone"]), (&json!("es"), &json!("America/Los_Angeles")));
        assert_eq!(changed["version"], 2);
        let read = person.get("/me").await;
        assert_eq!((read.etag(), &read.json), (changed.etag(), &changed.json));
        let detail = app.audit_entry("user_edited").await;
        assert_eq!(detail, json!({ "fields": ["name", "language", "time_zone"] }));
    });
}

#[test]
fn null_clears_and_what_is_left_out_stays() {
    test(async |app| {
        let person = app.person().await;
        person.edit("/me", json!({ "language": "fr", "time_zone": "Europe/Paris" })).await.is(200);
        let changed = person.edit("/me", json!({ "language": null })).await;
        assert_eq!((&changed["language"], &changed["time_zone"]), (&Value::Null, &json!("Europe/Paris")));
        let same = person.edit("/me", json!({})).await;
        assert_eq!((&same.is(200)["version"], &same["time_zone"]), (&changed["version"], &json!("Europe/Paris")));
    });
}

#[test]
fn a_change_says_what_it_was_made_from() {
    test(async |app| {
        let person = app.person().await;
        let change = json!({ "name": "Ana" });
        let me = person.get("/me").await;
        person.call(reqwest::Method::PATCH, "/me").json(&change).await.refused(428, "if_match_required");
        for nonsense in ["*", "1", "\"x\"", "\"\"", ""] {
            person.patch("/me", nonsense, change.clone()).await.refused(400, "header_invalid");
        }
        person.patch("/me", &me.etag(), change.clone()).await.is(200);
        for stale in [me.etag(), "\"1\"".into(), "\"3.0\"".into()] {
            person.patch("/me", &stale, json!({ "name": "Berta" })).await.refused(412, "version_conflict");
        }
        assert_eq!(person.get("/me").await["name"], "Ana");
    });
}

#[test]
fn of_two_changes_at_once_one_is_told() {
    test(async |app| {
        let person = app.person().await;
        let etag = person.get("/me").await.etag();
        let change = |name: &str| person.patch("/me", &etag, json!({ "name": name }));
        let answers = cofund_tests::race(vec![change("Ana"), change("Berta")]).await;
        let mut statuses: Vec<_> = answers.iter().map(|answer| answer.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 412]);
    });
}

#[test]
fn mistakes_are_named_all_at_once_and_nothing_happens() {
    test(async |app| {
        let person = app.person().await;
        let wrong = json!({ "name": " ", "language": "de", "time_zone": "Atlantis" });
        let refusal = person.edit("/me", wrong).await;
        refusal.refused_field("/name", "required").refused_field("/language", "malformed");
        refusal.refused_field("/time_zone", "malformed");
        let cases = [
            (json!({ "name": "x".repeat(201) }), "/name", "too_long"),
            (json!({ "name": "a\nb" }), "/name", "malformed"),
            (json!({ "name": "\u{202e}evil" }), "/name", "malformed"),
            (json!({ "name": 7 }), "/name", "wrong_type"),
            (json!({ "email": "other@people.example" }), "/email", "unknown_field"),
            (json!({ "staff": true }), "/staff", "unknown_field"),
            (json!([]), "", "wrong_type"),
        ];
        for (body, pointer, code) in cases {
            person.edit("/me", body).await.refused(422, "body_invalid").refused_field(pointer, code);
        }
        assert_eq!(person.get("/me").await["version"], 1);
    });
}
