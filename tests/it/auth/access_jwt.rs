//! The access token of a session: ten minutes, and only while the session stands.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use cofund_tests::{Value, json, test};

fn decoded(part: &str) -> Value {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).expect("base64")).expect("JSON")
}

fn encoded(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

#[test]
fn it_works_for_ten_minutes() {
    test(async |app| {
        let person = app.person().await;
        app.advance(TimeDelta::seconds(599));
        person.get("/me").await.is(200);
        app.advance(TimeDelta::seconds(1));
        let late = person.get("/me").await;
        late.refused(401, "token_invalid");
        assert_eq!(late.header("www-authenticate"), Some(r#"Bearer realm="cofund", error="invalid_token""#));
    });
}

#[test]
fn it_says_who_and_by_which_session_and_nothing_else() {
    test(async |app| {
        let person = app.admin().await;
        let token = person.bearer.clone().expect("a token");
        let claims = decoded(token.split('.').nth(1).expect("claims"));
        let names: Vec<_> = claims.as_object().expect("an object").keys().cloned().collect();
        assert_eq!(names, ["aud", "exp", "iat", "iss", "sid", "sub"]);
        assert_eq!(claims["sub"], person.id());
        assert_eq!(decoded(token.split('.').next().expect("a header")), json!({ "alg": "HS256", "typ": "at+jwt" }));
    });
}

#[test]
fn what_is_no_token_of_ours_is_refused_even_where_none_is_needed() {
    test(async |app| {
        let (person, other) = (app.person().await, app.person().await);
        let token = person.bearer.clone().expect("a token");
        let [header, claims, signature] = token.split('.').collect::<Vec<_>>()[..] else { panic!("three parts") };
        let mut longer = decoded(claims);
        longer["exp"] = json!(longer["exp"].as_i64().expect("a time") + 3600);
        let mut somebody = decoded(claims);
        somebody["sub"] = json!(other.id());
        let unsigned = encoded(&json!({ "alg": "none", "typ": "at+jwt" }));
        let bad = [
            String::new(),
            "garbage".into(),
            "a.b.c".into(),
            "cf_".into(),
            format!("cf_{}", "A".repeat(43)),
            format!("{header}.{claims}"),
            format!("{header}.{claims}."),
            format!("{header}.{}.{signature}", encoded(&longer)),
            format!("{header}.{}.{signature}", encoded(&somebody)),
            format!("{unsigned}.{claims}."),
            format!("{unsigned}.{claims}.{signature}"),
            "A".repeat(8000),
        ];
        for bad in bad {
            for path in ["/me", "/tiers", "/organizations"] {
                person.with_token(&bad).get(path).await.refused(401, "token_invalid");
            }
        }
        for header in ["Basic dXNlcjpwYXNz", "Bearer", &token, "Token x"] {
            app.public().get("/tiers").header("authorization", header).await.refused(401, "token_invalid");
        }
        app.public().get("/me").header("authorization", &format!("bearer  {token}")).await.is(200);
    });
}

#[test]
fn without_one_whoever_asks_is_asked_to_sign_in() {
    test(async |app| {
        let answer = app.public().get("/me").await;
        answer.refused(401, "unauthenticated");
        assert_eq!(answer.header("www-authenticate"), Some(r#"Bearer realm="cofund""#));
        app.public().get("/tiers").await.is(200);
    });
}

#[test]
fn it_ends_with_its_session() {
    test(async |app| {
        let (person, other) = (app.person().await, app.person().await);
        app.staff().await.delete(&format!("/admin/users/{}/sessions", person.id())).await.is(204);
        person.get("/me").await.refused(401, "token_invalid");
        other.get("/me").await.is(200);
    });
}
