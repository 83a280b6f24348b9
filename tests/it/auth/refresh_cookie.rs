//! The refresh cookie: out of reach of scripts and of other sites.

use std::collections::BTreeSet;

use cofund_tests::{Answer, json, test, test_with};

fn attributes(answer: &Answer) -> (String, BTreeSet<String>) {
    let set = answer.header("set-cookie").expect("a cookie");
    assert_eq!(answer.headers.get_all("set-cookie").iter().count(), 1);
    let mut parts = set.split("; ").map(str::to_owned);
    let name = parts.next().and_then(|pair| pair.split_once('=').map(|(name, _)| name.to_owned()));
    (name.expect("a name"), parts.collect())
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn it_is_for_the_whole_site_and_no_other_and_not_for_scripts() {
    test(async |app| {
        let email = app.person().await.email();
        let token = app.mail_link(&email).await;
        let begun = app.public().post("/auth/magic-links/redeem", json!({ "token": token })).await;
        let strict = set(&["HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=2592000"]);
        assert_eq!(attributes(begun.is(200)), ("cofund_refresh".into(), strict.clone()));
        let mut person = app.public();
        begun.keep_session(&mut person);
        assert_eq!(attributes(person.refresh().await.is(200)), ("cofund_refresh".into(), strict));
        let token = person.cookie.clone().expect("a cookie");
        let bare = token.split_once('=').expect("a value").1;
        assert!(!begun.text().contains(bare), "the token is in the cookie alone");
    });
}

#[test]
fn on_https_it_is_bound_to_this_very_host() {
    test_with(&["--public-url", "https://cofund.example"], async |app| {
        let person = app.person().await;
        let cookie = person.cookie.clone().expect("a cookie");
        let refresh = |cookie: &str| {
            let call = app.public().post_nothing("/auth/refresh");
            call.header("origin", "https://cofund.example").header("cookie", cookie)
        };
        let answer = refresh(&cookie).await;
        let (name, attributes) = attributes(answer.is(200));
        assert_eq!(name, "__Host-cofund_refresh");
        assert_eq!(attributes, set(&["HttpOnly", "SameSite=Strict", "Secure", "Path=/", "Max-Age=2592000"]));
        // One that a neighbour on plain http may have set is not looked at.
        let plain = cookie.replace("__Host-", "");
        refresh(&plain).await.refused(401, "session_ended");
    });
}
