//! Signing out.

use cofund_tests::{Person, TestApp, test};

async fn log_out(app: &TestApp, cookie: &str) {
    let call = app.public().post_nothing("/auth/logout").header("origin", &app.url);
    let answer = if cookie.is_empty() { call.await } else { call.header("cookie", cookie).await };
    let cleared = answer.is(204).header("set-cookie").expect("the cookie is cleared");
    assert!(cleared.starts_with("cofund_refresh=;") && cleared.contains("Max-Age=0"), "{cleared}");
    assert!(cleared.contains("HttpOnly") && cleared.contains("Path=/"), "{cleared}");
}

async fn is_out(person: &mut Person) {
    person.get("/me").await.refused(401, "token_invalid");
    person.refresh().await.refused(401, "session_ended");
}

#[test]
fn signing_out_ends_this_session_and_no_other() {
    test(async |app| {
        let mut person = app.person().await;
        let elsewhere = app.sign_in(&person.email()).await;
        log_out(app, &person.cookie.clone().expect("a cookie")).await;
        is_out(&mut person).await;
        elsewhere.get("/me").await.is(200);
        assert_eq!(app.audit_of(&person.id()).await.last().map(String::as_str), Some("session_ended"));
        assert_eq!(app.count("SELECT count(*) FROM sessions WHERE end_reason = 'signed_out'").await, 1);
    });
}

#[test]
fn any_token_of_the_session_ends_it() {
    test(async |app| {
        let mut person = app.person().await;
        let first = person.cookie.clone().expect("a cookie");
        person.refresh().await.is(200);
        person.refresh().await.is(200);
        log_out(app, &first).await;
        is_out(&mut person).await;
    });
}

#[test]
fn signing_out_where_nobody_is_signed_in_is_no_mistake() {
    test(async |app| {
        let person = app.person().await;
        let cookie = person.cookie.clone().expect("a cookie");
        for cookie in ["", "cofund_refresh=x", &cookie, &cookie] {
            log_out(app, cookie).await;
        }
        let ended = "SELECT count(*) FROM audit_log WHERE action = 'session_ended'";
        assert_eq!(app.count(ended).await, 1, "it ended once");
    });
}
