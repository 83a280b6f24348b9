//! Renewing a session: each refresh token once, the one before it for ten seconds more, any older one never again.

use chrono::TimeDelta;
use cofund_tests::{Answer, Person, TestApp, json, race, test};

fn cookie_of(answer: &Answer) -> String {
    let set = answer.is(200).header("set-cookie").expect("a cookie");
    set.split(';').next().expect("name and value").to_owned()
}

/// The session is over: for its cookies and for its access tokens.
async fn is_over(person: &Person, cookies: &[&str]) {
    person.get("/me").await.refused(401, "token_invalid");
    for cookie in cookies {
        let answer = person.refresh_with(cookie).await;
        answer.refused(401, "session_ended");
        assert!(answer.header("set-cookie").is_some_and(|set| set.contains("Max-Age=0")), "the cookie is cleared");
    }
}

#[test]
fn every_renewal_gives_the_next_token() {
    test(async |app| {
        let mut person = app.person().await;
        let mut seen = vec![person.cookie.clone()];
        for _ in 0..5 {
            app.advance(TimeDelta::minutes(9));
            let answer = person.refresh().await;
            assert_eq!(answer.is(200)["user"]["email"], person.email());
            assert!(!seen.contains(&person.cookie), "a token came twice");
            seen.push(person.cookie.clone());
            person.get("/me").await.is(200);
        }
        assert_eq!(app.count("SELECT count(*) FROM sessions").await, 1);
        let token = person.cookie.expect("a cookie");
        assert_eq!(app.tables_holding(token.split_once('=').expect("a value").1).await, [""; 0]);
    });
}

#[test]
fn tabs_that_renew_at_once_agree() {
    test(async |app| {
        let person = app.person().await;
        let cookie = person.cookie.clone().expect("a cookie");
        let tab = || {
            let call = app.public().post_nothing("/auth/refresh");
            call.header("cookie", &cookie).header("origin", &app.url)
        };
        let answers = race((0..40).map(|_| tab()).collect()).await;
        let mut next: Vec<_> = answers.iter().map(cookie_of).collect();
        next.dedup();
        assert_eq!(next.len(), 1, "all tabs hold the same token");
        for answer in answers.iter().take(3) {
            person.with_token(answer["access_token"].as_str().expect("a token")).get("/me").await.is(200);
        }
        person.refresh_with(&next[0]).await.is(200);
    });
}

#[test]
fn an_answer_that_got_lost_is_given_again() {
    test(async |app| {
        let person = app.person().await;
        let first = person.cookie.clone().expect("a cookie");
        let lost = cookie_of(&person.refresh_with(&first).await);
        app.advance(TimeDelta::seconds(10));
        let again = cookie_of(&person.refresh_with(&first).await);
        assert_eq!(lost, again);
        let next = cookie_of(&person.refresh_with(&again).await);
        cookie_of(&person.refresh_with(&next).await);
        person.get("/me").await.is(200);
    });
}

#[test]
fn a_token_that_is_late_ends_the_session() {
    test(async |app| {
        let person = app.person().await;
        let first = person.cookie.clone().expect("a cookie");
        let second = cookie_of(&person.refresh_with(&first).await);
        app.advance(TimeDelta::seconds(11));
        person.refresh_with(&first).await.refused(401, "session_ended");
        is_over(&person, &[&first, &second]).await;
        assert_eq!(app.audit_of(&person.id()).await.last().map(String::as_str), Some("session_ended"));
        assert_eq!(app.count("SELECT count(*) FROM sessions WHERE end_reason = 'refresh_reused'").await, 1);
    });
}

#[test]
fn a_token_whose_successor_was_used_ends_the_session() {
    test(async |app| {
        let person = app.person().await;
        let other = app.sign_in(&person.email()).await;
        let first = person.cookie.clone().expect("a cookie");
        let second = cookie_of(&person.refresh_with(&first).await);
        let third = cookie_of(&person.refresh_with(&second).await);
        // Within the ten seconds: whoever uses it now has it from somewhere else.
        person.refresh_with(&first).await.refused(401, "session_ended");
        is_over(&person, &[&second, &third]).await;
        other.get("/me").await.is(200);
    });
}

#[test]
fn a_thief_and_the_owner_do_not_both_go_on() {
    test(async |app| {
        let owner = app.person().await;
        let stolen = owner.cookie.clone().expect("a cookie");
        let thief = cookie_of(&owner.refresh_with(&stolen).await);
        app.advance(TimeDelta::minutes(5));
        let thief = cookie_of(&owner.refresh_with(&thief).await);
        owner.refresh_with(&stolen).await.refused(401, "session_ended");
        is_over(&owner, &[&thief]).await;
    });
}

async fn renew_after(app: &TestApp, person: &mut Person, days: i64) -> u16 {
    app.advance(TimeDelta::days(days));
    person.refresh().await.status
}

#[test]
fn a_session_ends_after_thirty_days_of_silence() {
    test(async |app| {
        let mut person = app.person().await;
        assert_eq!(renew_after(app, &mut person, 29).await, 200);
        assert_eq!(renew_after(app, &mut person, 29).await, 200);
        app.advance(TimeDelta::days(30));
        person.refresh().await.refused(401, "session_ended");
    });
}

#[test]
fn no_session_lasts_longer_than_180_days() {
    test(async |app| {
        let mut person = app.person().await;
        for _ in 0..7 {
            assert_eq!(renew_after(app, &mut person, 25).await, 200);
        }
        let expires = "SELECT extract(epoch FROM expires_at - created_at)::bigint / 86400 FROM sessions";
        assert_eq!(app.count(expires).await, 180);
        assert_eq!(renew_after(app, &mut person, 5).await, 401);
    });
}

#[test]
fn what_is_no_refresh_token_renews_nothing() {
    test(async |app| {
        let person = app.person().await;
        let token = person.cookie.clone().and_then(|cookie| cookie.split_once('=').map(|(_, token)| token.to_owned()));
        let token = token.expect("a token");
        app.public().post_nothing("/auth/refresh").header("origin", &app.url).await.refused(401, "session_ended");
        let others = [String::new(), "x".into(), token[..token.len() - 2].to_owned(), format!("{token}{token}")];
        for other in others {
            person.refresh_with(&format!("cofund_refresh={other}")).await.refused(401, "session_ended");
        }
        person.refresh_with(&format!("another={token}")).await.refused(401, "session_ended");
        person.refresh_with(&format!("a=b; cofund_refresh={token}; c=d")).await.is(200);
        // An access token is not a way around the cookie.
        person.post("/auth/refresh", json!({})).await.refused(401, "session_ended");
    });
}
