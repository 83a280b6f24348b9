//! What lets nobody in, and changes nothing.

use chrono::TimeDelta;
use cofund_tests::{TestApp, json, test_with_providers};

use super::test;
use super::visit::{come_back, kept, link, location, sign_in, visit, who};

async fn is_refused(app: &TestApp, name: &str, code: &str) {
    let before = app.count("SELECT count(*) FROM sessions").await;
    let ending = sign_in(app, name).await;
    assert_eq!((ending.path.as_str(), ending.problem()), ("/sign-in", Some(code)));
    assert!(ending.refresh_cookie.is_none());
    assert_eq!(app.count("SELECT count(*) FROM sessions").await, before);
    assert_eq!(app.count("SELECT count(*) FROM identities").await, 0);
}

#[test]
fn what_an_id_token_says_wrongly() {
    test(async |app, campus| {
        let ana = app.person().await;
        let good = json!({ "email": ana.email(), "email_verified": true });
        for (name, value) in [
            ("iss", json!("https://other.example")),
            ("aud", json!("another")),
            ("nonce", json!("another")),
            ("exp", json!(1_000_000_000)),
            ("sub", json!("")),
        ] {
            let mut claims = good.clone();
            claims[name] = value;
            campus.vouches_for(claims);
            is_refused(app, "campus", "provider_not_believed").await;
        }
        campus.vouches_for(good);
        campus.signs_with_another_key();
        is_refused(app, "campus", "provider_not_believed").await;
    });
}

#[test]
fn an_address_the_provider_does_not_vouch_for() {
    test(async |app, campus| {
        let ana = app.person().await;
        for claims in
            [json!({ "email": ana.email() }), json!({ "email": ana.email(), "email_verified": false }), json!({})]
        {
            campus.vouches_for(claims);
            is_refused(app, "campus", "address_not_verified").await;
        }
    });
}

#[test]
fn a_provider_that_is_down() {
    test(async |app, campus| {
        campus.is_down(true);
        let begun = app.public().get("/auth/oidc/campus/start").await;
        assert!(location(begun.is(303)).ends_with("/sign-in#problem=provider_unreachable"), "{begun:?}");
        campus.is_down(false);
        let begun = app.public().get("/auth/oidc/campus/start").await;
        let back = visit(&location(&begun)).await;
        campus.is_down(true);
        assert_eq!(come_back(app, &back, &kept(&begun)).await.problem(), Some("provider_unreachable"));
    });
}

#[test]
fn an_answer_nobody_waits_for() {
    test(async |app, campus| {
        let ana = app.person().await;
        campus.vouches_for(json!({ "email": ana.email(), "email_verified": true }));
        let begun = app.public().get("/auth/oidc/campus/start").await;
        let (back, cookie) = (visit(&location(&begun)).await, kept(&begun));
        let over = Some("sign_in_over");
        // In another browser; with somebody else's state; without one.
        assert_eq!(come_back(app, &back, "").await.problem(), over);
        let another = app.public().get("/auth/oidc/campus/start").await;
        assert_eq!(come_back(app, &back, &kept(&another)).await.problem(), over);
        assert_eq!(come_back(app, "/auth/oidc/campus/callback?code=x", &cookie).await.problem(), over);
        // In time it works, and once: the provider takes a code back once, too.
        assert_eq!(who(app, &come_back(app, &back, &cookie).await).await, ana.email());
        assert_eq!(come_back(app, &back, &cookie).await.problem(), over);
        // Too late.
        let begun = app.public().get("/auth/oidc/campus/start").await;
        let (back, cookie) = (visit(&location(&begun)).await, kept(&begun));
        app.advance(TimeDelta::minutes(15));
        assert_eq!(come_back(app, &back, &cookie).await.problem(), over);
    });
}

#[test]
fn a_no_of_the_provider() {
    test(async |app, _| {
        let begun = app.public().get("/auth/oidc/campus/start").await;
        let back = visit(&location(&begun)).await;
        let state = back.split_once("state=").expect("a state").1;
        let no = format!("/auth/oidc/campus/callback?error=access_denied&state={state}");
        assert_eq!(come_back(app, &no, &kept(&begun)).await.problem(), Some("sign_in_declined"));
    });
}

#[test]
fn a_way_back_to_somewhere_else() {
    test(async |app, _| {
        for bad in ["//evil.example", "https://evil.example", "/%5Cevil.example", "evil"] {
            let begun = app.public().get(&format!("/auth/oidc/campus/start?return_to={bad}")).await;
            assert!(location(begun.is(303)).ends_with("/sign-in#problem=sign_in_over"), "{bad}: {begun:?}");
        }
    });
}

#[test]
fn the_same_address_at_another_provider() {
    test_with_providers(
        |provider| [provider.settings("CAMPUS"), provider.settings("OTHER")].concat(),
        async |app, provider| {
            let ana = app.person().await;
            provider.vouches_for(json!({ "sub": "7", "email": ana.email(), "email_verified": true }));
            who(app, &sign_in(app, "campus").await).await;
            provider.vouches_for(json!({ "sub": "8", "email": ana.email(), "email_verified": true }));
            for name in ["other", "campus"] {
                assert_eq!(sign_in(app, name).await.problem(), Some("sign_in_as_before"), "{name}");
            }
            assert_eq!(app.count("SELECT count(*) FROM identities").await, 1);
        },
    );
}

#[test]
fn the_subject_of_another_institution_behind_the_same_issuer() {
    let settings = |provider: &cofund_tests::IdentityProvider| {
        let mut settings = provider.settings("CILOGON");
        settings.push(("COFUND_OIDC_CILOGON_BROKER".to_owned(), "true".to_owned()));
        settings
    };
    test_with_providers(settings, async |app, provider| {
        let ana = app.person().await;
        let of = |idp: &str| json!({ "sub": "7", "idp": idp, "email": ana.email(), "email_verified": true });
        provider.vouches_for(json!({ "sub": "7", "email": ana.email(), "email_verified": true }));
        is_refused(app, "cilogon", "provider_not_believed").await;
        provider.vouches_for(of("https://idp.tidewater.example"));
        assert_eq!(who(app, &sign_in(app, "cilogon").await).await, ana.email());
        provider.vouches_for(of("https://idp.harbourline.example"));
        assert_eq!(sign_in(app, "cilogon").await.problem(), Some("sign_in_as_before"));
        // Whoever is signed in may have both.
        assert_eq!(link(app, &ana, "cilogon").await.problem(), None);
        assert_eq!(app.count("SELECT count(*) FROM identities").await, 2);
    });
}

#[test]
fn somebody_whom_staff_have_shut_out() {
    test(async |app, campus| {
        let ana = app.person().await;
        campus.vouches_for(json!({ "email": ana.email(), "email_verified": true }));
        who(app, &sign_in(app, "campus").await).await;
        let admin = app.admin().await;
        admin.edit(&format!("/admin/users/{}", ana.id()), json!({ "disabled": true })).await.is(200);
        assert_eq!(sign_in(app, "campus").await.problem(), Some("identity_unknown"));
    });
}

#[test]
fn staff_are_not_let_in_on_a_providers_word_alone() {
    test(async |app, campus| {
        let staff = app.new_staff().await;
        campus.vouches_for(json!({ "sub": "7", "email": staff.email(), "email_verified": true }));
        is_refused(app, "campus", "sign_in_as_before").await;
        assert_eq!(app.count("SELECT count(*) FROM identities").await, 0);
        // They add it themselves, and come in by it from then on.
        assert_eq!(link(app, &staff, "campus").await.problem(), None);
        assert_eq!(who(app, &sign_in(app, "campus").await).await, staff.email());
    });
}
