//! Seeing where one is signed in, and ending it there.

use chrono::TimeDelta;
use cofund_tests::{json, test};

#[test]
fn people_see_where_they_are_signed_in() {
    test(async |app| {
        let (first, _other) = (app.person().await, app.person().await);
        app.advance(TimeDelta::minutes(1));
        let token = app.mail_link(&first.email()).await;
        let phone = "Mozilla/5.0 (a phone)";
        let call = app.public().post("/auth/magic-links/redeem", json!({ "token": token })).header("user-agent", phone);
        let begun = call.await;
        let mut second = app.public();
        begun.is(200).keep_session(&mut second);
        let listed = second.get("/me/sessions").await;
        assert_eq!(listed.is(200).items().len(), 2);
        let [here, there] = listed.items() else { panic!("two sessions") };
        assert_eq!(
            (&here["current"], &here["user_agent"], &here["method"]),
            (&json!(true), &json!(phone), &json!("mail_link"))
        );
        assert_eq!(there["current"], false);
        for secret in [&first.bearer, &first.cookie, &second.bearer, &second.cookie] {
            let secret = secret.clone().expect("a secret").replace("cofund_refresh=", "");
            assert!(!listed.text().contains(&secret), "a list shows no secret");
        }
    });
}

#[test]
fn whoever_is_signed_out_elsewhere_is_out_at_once() {
    test(async |app| {
        let here = app.person().await;
        let mut there = app.sign_in(&here.email()).await;
        let listed = here.get("/me/sessions").await;
        let other = listed.items().iter().find(|session| session["current"] == false).expect("the other one");
        let path = format!("/me/sessions/{}", other["id"].as_str().expect("an id"));
        here.delete(&path).await.is(204);
        there.get("/me").await.refused(401, "token_invalid");
        there.refresh().await.refused(401, "session_ended");
        here.delete(&path).await.refused(404, "not_found");
        assert_eq!(here.get("/me/sessions").await.items().len(), 1);
        assert_eq!(app.audit_of(&here.id()).await.last().map(String::as_str), Some("session_ended"));
    });
}

#[test]
fn a_person_may_end_the_session_they_are_in() {
    test(async |app| {
        let person = app.person().await;
        let listed = person.get("/me/sessions").await;
        let own = listed.items()[0]["id"].as_str().expect("an id").to_owned();
        person.delete(&format!("/me/sessions/{own}")).await.is(204);
        person.get("/me").await.refused(401, "token_invalid");
    });
}

#[test]
fn nobody_ends_or_sees_the_session_of_somebody_else() {
    test(async |app| {
        let (person, other) = (app.person().await, app.admin().await);
        let listed = person.get("/me/sessions").await;
        let id = listed.items()[0]["id"].as_str().expect("an id").to_owned();
        other.delete(&format!("/me/sessions/{id}")).await.refused(404, "not_found");
        assert!(!other.get("/me/sessions").await.text().contains(&id));
        person.get("/me").await.is(200);
    });
}

#[test]
fn a_session_that_ran_out_is_not_shown() {
    test(async |app| {
        let old = app.person().await;
        app.advance(TimeDelta::days(30));
        let new = app.sign_in(&old.email()).await;
        assert_eq!(new.get("/me/sessions").await.items().len(), 1);
    });
}
