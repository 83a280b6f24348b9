//! What comes in the same moment as an erasure is before it, and erased, or after it, and finds nobody.

use cofund_tests::{json, race, test};

#[test]
fn nothing_is_added_to_whoever_is_going() {
    test(async |app| {
        let staff = app.staff().await;
        for round in 0..8 {
            let person = app.person().await;
            let project = app.open_project(&format!("Project {round}"), json!({})).await;
            let organization = app.organization(&format!("Joining {round}")).await;
            let token = app.mail_link(&person.email()).await;
            let expires_at = (app.clock.now() + chrono::TimeDelta::days(9)).to_rfc3339();
            let mut calls = vec![
                person.post("/me/erasure", json!({ "email": person.email() })),
                app.public().post("/auth/magic-links/redeem", json!({ "token": token })),
                person.put(&format!("/projects/{project}/follow")),
                person.post("/me/tokens", json!({ "name": "T", "scopes": ["read"], "expires_at": expires_at })),
                staff.post(
                    &format!("/organizations/{organization}/members"),
                    json!({ "email": person.email(), "role": "viewer" }),
                ),
                app.public().post("/auth/magic-links", json!({ "email": person.email() })),
            ];
            calls.rotate_left(round % 6);
            let answers = race(calls).await;
            let gone = answers.iter().find(|answer| answer.request.contains("erasure")).expect("the erasure");
            assert!(matches!(gone.status, 204 | 409), "{gone:?}");
            if gone.status == 409 {
                person.post("/me/erasure", json!({ "email": person.email() })).await.is(204);
            }
            for answer in &answers {
                assert!(answer.status < 500, "{answer:?}");
            }
            app.deliver().await;
        }
        app.holds_together().await;
        let left = "SELECT count(*) FROM users WHERE erased_at IS NOT NULL";
        assert_eq!(app.count(left).await, 8);
    });
}

#[test]
fn of_two_erasures_one_is_it() {
    test(async |app| {
        let (person, staff) = (app.person().await, app.staff().await);
        let path = format!("/admin/users/{}/erasure", person.id());
        let call = || staff.post(&path, json!({ "email": person.email() }));
        let answers = race((0..16).map(|_| call()).collect()).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 204).count(), 1);
        assert_eq!(answers.iter().filter(|answer| answer["code"] == "user_erased").count(), 15);
        let erased =
            format!("SELECT count(*) FROM audit_log WHERE action = 'user_erased' AND subject_id = '{}'", person.id());
        assert_eq!(app.count(&erased).await, 1);
    });
}
