//! What waits to be sent, and what was given up, for staff.

use cofund_tests::{MailServer, Mood, json, test, test_with};

use super::{ask_for_a_mail, staff_by};

#[test]
fn what_is_sent_is_not_listed() {
    test(async |app| {
        let staff = app.staff().await;
        let queue = staff.get("/admin/queues").await;
        assert_eq!((&queue.is(200)["waiting"], &queue["dead"]), (&json!(0), &json!(0)));
        assert_eq!((&queue["oldest_waiting_at"], &queue["items"]), (&json!(null), &json!([])));
    });
}

#[test]
fn what_waits_and_what_was_given_up_is_in_sight() {
    let server = MailServer::start();
    test_with(&["--smtp-url", &server.url.clone()], async |app| {
        let staff = staff_by(app, &server).await;
        server.is(Mood::Refusing);
        ask_for_a_mail(app).await;
        server.is(Mood::Busy);
        ask_for_a_mail(app).await;
        let queue = staff.get("/admin/queues").await;
        assert_eq!((&queue.is(200)["waiting"], &queue["dead"]), (&json!(1), &json!(1)));
        let [waiting, dead] = queue.items() else { panic!("{}", queue.text()) };
        assert_eq!((&waiting["state"], &waiting["attempts"]), (&json!("waiting"), &json!(1)));
        assert_eq!(waiting["created_at"], queue["oldest_waiting_at"]);
        assert!(waiting["next_attempt_at"].as_str() > waiting["created_at"].as_str());
        assert_eq!((&dead["state"], &dead["kind"]), (&json!("dead"), &json!("mail_magic_link")));
        assert_eq!(dead["can"]["retry"]["ok"], json!(true));
        assert!(dead["last_error"].as_str().is_some_and(|error| error.contains("550")), "{dead}");
        assert!(!queue.text().contains("@people.example"), "to whom is nobody's business");
        server.is(Mood::Well);
        app.advance(chrono::TimeDelta::minutes(1));
        app.deliver().await;
        let later = staff.get("/admin/queues").await;
        assert_eq!((&later["waiting"], &later["dead"]), (&json!(0), &json!(1)));
        app.expect_dead_letters(1);
    });
}

#[test]
fn the_pages_show_each_once() {
    let server = MailServer::start();
    test_with(&["--smtp-url", &server.url.clone()], async |app| {
        let staff = staff_by(app, &server).await;
        server.is(Mood::Refusing);
        for _ in 0..5 {
            ask_for_a_mail(app).await;
        }
        let (mut path, mut seen) = ("/admin/queues?limit=2".to_owned(), Vec::new());
        loop {
            let page = staff.get(&path).await;
            assert_eq!(page.is(200)["dead"], 5, "the sums are of all of it");
            seen.extend(page.items().iter().map(|item| item["id"].to_string()));
            let Some(cursor) = page["next_cursor"].as_str() else { break };
            let link = format!("</api/v1/admin/queues?limit=2&cursor={cursor}>; rel=\"next\"");
            assert_eq!(page.header("link"), Some(link.as_str()));
            path = format!("/admin/queues?limit=2&cursor={cursor}");
        }
        assert_eq!(seen.len(), 5);
        assert!(seen.is_sorted_by(|newer, older| newer > older), "the newest first: {seen:?}");
        staff.get("/admin/queues?cursor=nonsense").await.refused(400, "cursor_invalid");
        app.expect_dead_letters(5);
    });
}

#[test]
fn only_staff_look() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        app.public().get("/admin/queues").await.refused(401, "unauthenticated");
        app.lead_of(&tidewater).await.get("/admin/queues").await.refused(403, "not_staff");
        let staff = app.staff().await;
        app.program_of(&staff, &["read"]).await.get("/admin/queues").await.refused(403, "scope_missing");
        app.program_of(&staff, &["staff"]).await.get("/admin/queues").await.is(200);
        app.admin().await.get("/admin/queues").await.is(200);
    });
}
