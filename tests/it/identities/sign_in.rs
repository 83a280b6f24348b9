//! Coming in by a provider.

use cofund_tests::json;

use super::test;
use super::visit::{sign_in, who};

#[test]
fn whoever_has_the_verified_address_is_in_and_stays_so_by_the_subject() {
    test(async |app, campus| {
        let ana = app.person().await;
        campus.vouches_for(json!({ "sub": "7", "email": ana.email(), "email_verified": true }));
        let first = sign_in(app, "campus").await;
        assert_eq!((first.path.as_str(), first.problem()), ("/sign-in/done", None));
        assert_eq!(who(app, &first).await, ana.email());
        // Another address there, the same person here.
        campus.vouches_for(json!({ "sub": "7", "email": "ana@elsewhere.example", "email_verified": false }));
        assert_eq!(who(app, &sign_in(app, "campus").await).await, ana.email());
        let identities = ana.get("/me/identities").await;
        let [identity] = identities.is(200).items() else { panic!("{identities:?}") };
        assert_eq!((&identity["provider"], &identity["title"]), (&json!("campus"), &json!("Campus")));
        assert_eq!(app.audit_entry("identity_linked").await["provider"], "campus");
    });
}

#[test]
fn the_way_back_leads_where_it_began() {
    test(async |app, campus| {
        let ana = app.person().await;
        campus.vouches_for(json!({ "email": ana.email(), "email_verified": true }));
        let begun = app.public().get("/auth/oidc/campus/start?return_to=/organizations/a%3Ftab=1").await;
        begun.is(303);
        let back = super::visit::visit(&super::visit::location(&begun)).await;
        let ending = super::visit::come_back(app, &back, &super::visit::kept(&begun)).await;
        assert_eq!(ending.said, [("return_to".to_owned(), "/organizations/a?tab=1".to_owned())]);
    });
}

#[test]
fn everybody_reads_who_vouches() {
    test(async |app, _| {
        let providers = app.public().get("/auth/providers").await;
        let [one] = providers.is(200).items() else { panic!("{providers:?}") };
        assert_eq!((&one["name"], &one["start_url"]), (&json!("campus"), &json!("/api/v1/auth/oidc/campus/start")));
        assert!(!providers.text().contains("hush"));
        app.public().get("/auth/oidc/another/start").await.refused(404, "not_found");
    });
}

#[test]
fn an_address_that_is_only_told_if_asked_for_counts_as_much() {
    test(async |app, campus| {
        let ana = app.person().await;
        campus.vouches_for(json!({ "sub": "7" }));
        campus.adds(json!({ "sub": "8", "email": ana.email(), "email_verified": true }));
        assert_eq!(sign_in(app, "campus").await.problem(), Some("provider_not_believed"), "it is somebody else's");
        campus.adds(json!({ "sub": "7", "email": ana.email(), "email_verified": true }));
        assert_eq!(who(app, &sign_in(app, "campus").await).await, ana.email());
    });
}

#[test]
fn new_keys_of_the_provider_are_noticed() {
    test(async |app, campus| {
        let ana = app.person().await;
        campus.vouches_for(json!({ "email": ana.email(), "email_verified": true }));
        who(app, &sign_in(app, "campus").await).await;
        campus.turns_keys();
        assert_eq!(who(app, &sign_in(app, "campus").await).await, ana.email());
    });
}

#[test]
fn nobody_gets_an_organisation_by_the_domain_of_an_address() {
    test(async |app, campus| {
        let tidewater = app.organization("Tidewater").await;
        app.lead_of(&tidewater).await;
        campus.vouches_for(json!({ "sub": "8", "email": "new@cofund.example", "email_verified": true }));
        assert_eq!(sign_in(app, "campus").await.problem(), Some("identity_unknown"));
        assert_eq!(app.count("SELECT count(*) FROM users WHERE email = 'new@cofund.example'").await, 0);
    });
}
