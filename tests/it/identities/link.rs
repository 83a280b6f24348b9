//! Adding a way in while signed in, and taking it away.

use cofund_tests::json;

use super::test;
use super::visit::{link, sign_in, who};

#[test]
fn one_more_is_added_in_a_session_and_taken_away_again() {
    test(async |app, campus| {
        let ana = app.person().await;
        campus.vouches_for(json!({ "sub": "7", "name": "Ana" }));
        let linked = link(app, &ana, "campus").await;
        assert_eq!((linked.path.as_str(), linked.problem()), ("/account", None));
        assert!(linked.refresh_cookie.is_none(), "the session is the one there was");
        assert_eq!(who(app, &sign_in(app, "campus").await).await, ana.email());
        // Twice is once.
        assert_eq!(link(app, &ana, "campus").await.problem(), None);
        let identities = ana.get("/me/identities").await;
        let [identity] = identities.is(200).items() else { panic!("{identities:?}") };
        assert_eq!(identity["can"]["unlink"]["ok"], true);
        let path = format!("/me/identities/{}", identity["id"].as_str().expect("an id"));
        ana.delete(&path).await.is(204);
        assert_eq!(sign_in(app, "campus").await.problem(), Some("address_not_verified"));
        ana.delete(&path).await.refused(404, "not_found");
        assert_eq!(app.audit_entry("identity_unlinked").await["provider"], "campus");
    });
}

#[test]
fn somebody_elses_stays_theirs() {
    test(async |app, campus| {
        let (ana, ben) = (app.person().await, app.person().await);
        campus.vouches_for(json!({ "sub": "7" }));
        link(app, &ana, "campus").await;
        let taken = link(app, &ben, "campus").await;
        assert_eq!((taken.path.as_str(), taken.problem()), ("/account", Some("identity_taken")));
        let identities = ana.get("/me/identities").await;
        let id = identities.is(200).items()[0]["id"].as_str().expect("an id").to_owned();
        ben.delete(&format!("/me/identities/{id}")).await.refused(404, "not_found");
        assert!(ben.get("/me/identities").await.is(200).items().is_empty());
    });
}

#[test]
fn a_session_that_ended_meanwhile_adds_nothing() {
    test(async |app, campus| {
        let ana = app.person().await;
        campus.vouches_for(json!({ "sub": "7" }));
        let begun = ana.post("/me/identities", json!({ "provider": "campus" })).await;
        let address = begun.is(200)["authorization_url"].as_str().expect("an address").to_owned();
        let back = super::visit::visit(&address).await;
        let admin = app.admin().await;
        admin.delete(&format!("/admin/users/{}/sessions", ana.id())).await.is(204);
        let ending = super::visit::come_back(app, &back, &super::visit::kept(&begun)).await;
        assert_eq!(ending.problem(), Some("session_ended"));
        assert_eq!(app.count("SELECT count(*) FROM identities").await, 0);
    });
}

#[test]
fn a_program_adds_none_and_staff_see_them() {
    test(async |app, campus| {
        let ana = app.person().await;
        let program = app.program_of(&ana, &["read"]).await;
        program.post("/me/identities", json!({ "provider": "campus" })).await.refused(403, "session_required");
        campus.vouches_for(json!({ "sub": "7" }));
        link(app, &ana, "campus").await;
        let path = format!("/admin/users/{}/identities", ana.id());
        let seen = app.staff().await.get(&path).await;
        assert_eq!(seen.is(200).items().len(), 1);
        assert_eq!(seen.items()[0]["can"]["unlink"]["ok"], true, "it may be somebody else's doing");
        ana.get(&path).await.refused(403, "not_staff");
        ana.post("/me/identities", json!({ "provider": "nobody" })).await.refused(404, "not_found");
    });
}

#[test]
fn whose_it_is_hears_of_it_and_staff_can_take_it_away() {
    test(async |app, campus| {
        let (ana, ben, staff) = (app.person().await, app.person().await, app.staff().await);
        app.mails().await;
        campus.vouches_for(json!({ "sub": "evil", "email": "mallory@elsewhere.example" }));
        link(app, &ana, "campus").await;
        let mails = app.mails().await;
        let [mail] = mails.as_slice() else { panic!("{mails:?}") };
        assert_eq!(mail.to, ana.email());
        assert!(mail.text.contains("“campus”") && mail.text.contains("/account"), "{}", mail.text);

        let path = format!("/admin/users/{}/identities", ana.id());
        let listed = staff.get(&path).await;
        let id = listed.is(200).items()[0]["id"].as_str().expect("an id").to_owned();
        assert_eq!(listed.items()[0]["can"]["unlink"]["ok"], true);
        let one = format!("{path}/{id}");
        ben.delete(&one).await.refused(403, "not_staff");
        app.program_of(&staff, &["staff"]).await.delete(&one).await.refused(403, "session_required");
        staff.delete(&format!("/admin/users/{}/identities/{id}", ben.id())).await.refused(404, "not_found");
        staff.delete(&one).await.is(204);
        staff.delete(&one).await.refused(404, "not_found");
        assert_eq!(sign_in(app, "campus").await.problem(), Some("address_not_verified"));
        assert_eq!(app.audit_entry("identity_unlinked").await["provider"], "campus");
    });
}
