//! Staff try again what was given up.

use cofund_tests::{MailServer, Mood, json, test, test_with};

use super::{ask_for_a_mail, staff_by};

#[test]
fn what_was_given_up_goes_out_after_all() {
    let server = MailServer::start();
    test_with(&["--smtp-url", &server.url.clone()], async |app| {
        let staff = staff_by(app, &server).await;
        server.is(Mood::Refusing);
        ask_for_a_mail(app).await;
        let id = staff.get("/admin/queues").await.items()[0]["id"].as_str().expect("an id").to_owned();
        server.is(Mood::Well);
        app.advance(chrono::TimeDelta::hours(1));
        app.deliver().await;
        assert_eq!(server.mails().len(), 1, "by itself it stays given up");
        let staff = super::sign_in_by(app, &server, &staff.email()).await;
        let sent = server.mails().len();
        let retried = staff.post_nothing(&format!("/admin/queues/{id}/retry")).await;
        assert_eq!((&retried.is(200)["state"], &retried["attempts"]), (&json!("waiting"), &json!(0)));
        app.deliver().await;
        assert_eq!(server.mails().len(), sent + 1);
        assert_eq!(app.audit_of(&id).await, ["delivery_retried"]);
        staff.post_nothing(&format!("/admin/queues/{id}/retry")).await.refused(404, "not_found");
    });
}

#[test]
fn a_link_tried_again_is_for_whoever_has_the_address_by_then() {
    let server = MailServer::start();
    test_with(&["--smtp-url", &server.url.clone()], async |app| {
        let staff = staff_by(app, &server).await;
        let email = app.new_address();
        let new = json!({ "email": email });
        let before = staff.post("/admin/users", new.clone()).await.is(201)["id"].clone();
        server.is(Mood::Refusing);
        app.public().post("/auth/magic-links", new.clone()).await.is(202);
        app.deliver().await;
        server.is(Mood::Well);
        let moved = json!({ "email": app.new_address() });
        staff.edit(&format!("/admin/users/{}", before.as_str().expect("an id")), moved).await.is(200);
        let after = staff.post("/admin/users", new).await.is(201)["id"].clone();
        let id = staff.get("/admin/queues").await.items()[0]["id"].as_str().expect("an id").to_owned();
        staff.post_nothing(&format!("/admin/queues/{id}/retry")).await.is(200);
        app.deliver().await;
        let token = server.mails().pop().expect("a mail").token();
        let session = app.public().post("/auth/magic-links/redeem", json!({ "token": token })).await;
        assert_ne!(before, after);
        assert_eq!(session.is(200)["user"]["id"], after);
    });
}

#[test]
fn only_staff_try_again() {
    let server = MailServer::start();
    test_with(&["--smtp-url", &server.url.clone()], async |app| {
        let staff = staff_by(app, &server).await;
        server.is(Mood::Refusing);
        ask_for_a_mail(app).await;
        let id = staff.get("/admin/queues").await.items()[0]["id"].as_str().expect("an id").to_owned();
        server.is(Mood::Well);
        let email = app.new_address();
        app.create(&email, false, false).await;
        let person = super::sign_in_by(app, &server, &email).await;
        let path = format!("/admin/queues/{id}/retry");
        app.public().post_nothing(&path).await.refused(401, "unauthenticated");
        person.post_nothing(&path).await.refused(403, "not_staff");
        app.program_of(&staff, &["read"]).await.post_nothing(&path).await.refused(403, "scope_missing");
        staff.post_nothing("/admin/queues/00000000-0000-7000-8000-000000000000/retry").await.refused(404, "not_found");
        staff.post_nothing("/admin/queues/none/retry").await.refused(404, "not_found");
        app.expect_dead_letters(1);
    });
}

#[test]
fn there_is_nothing_to_retry_where_nothing_failed() {
    test(async |app| {
        let staff = app.staff().await;
        let sent = app.database.client().query_one("SELECT id FROM outbox LIMIT 1", &[]).await.expect("a row");
        let id: uuid::Uuid = sent.get(0);
        staff.post_nothing(&format!("/admin/queues/{id}/retry")).await.refused(404, "not_found");
    });
}
