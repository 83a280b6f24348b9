//! Some days before a project closes.

use chrono::TimeDelta;
use cofund_tests::{json, test};

use super::one;

#[test]
fn followers_and_those_who_pledged_are_reminded_once() {
    test(async |app| {
        let project = app.open_project("Quiet nights", json!({})).await;
        let (alder, birch) = (app.backer("Alder").await, app.backer("Birch").await);
        alder.gives(&project, "100.00").await;
        alder.lead.put(&format!("/projects/{project}/follow")).await.is(204);
        birch.gives(&project, "50.00").await;
        let follower = app.follower(&project).await;
        app.mails().await;
        app.advance(TimeDelta::days(28));
        let mails = app.mails().await;
        assert_eq!(mails.len(), 3, "{mails:#?}");
        for person in [&alder.lead, &birch.lead, &follower] {
            let mail = one(&mails, person);
            assert!(mail.subject.contains("closes in 3 days"), "{}", mail.subject);
            assert!(mail.text.contains("USD 150.00 of USD 1,000.00"), "{}", mail.text);
        }
        assert!(app.mails().await.is_empty(), "once");
        app.remind(&project, 1).await;
        let last = app.mails().await;
        assert!(last.is_empty(), "a day before the last it is not the last: {last:#?}");
    });
}

#[test]
fn what_was_extended_or_closed_meanwhile_needs_no_reminder() {
    test(async |app| {
        let project = app.open_project("Quiet nights", json!({})).await;
        app.follower(&project).await;
        app.mails().await;
        app.remind(&project, 3).await;
        assert!(app.mails().await.is_empty(), "there is a month left");
        app.run(&project, "close", json!({ "reason": "other", "note": "It ends." })).await.is(200);
        app.mails().await;
        app.remind(&project, 40).await;
        assert!(app.mails().await.is_empty());
    });
}
