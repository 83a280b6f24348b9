//! A project opens, is funded, missed, extended, closed: whom that concerns, and what they read.

use chrono::TimeDelta;
use cofund_tests::{json, test};

use super::{one, to};

#[test]
fn followers_hear_that_it_opened() {
    test(async |app| {
        let project = app.candidate("Quiet nights").await;
        let (follower, other) = (app.follower(&project).await, app.person().await);
        let left = app.follower(&project).await;
        left.delete(&format!("/projects/{project}/follow")).await.is(204);
        app.mails().await;
        app.publish(&project, "open").await.is(200);
        let mails = app.mails().await;
        assert_eq!(mails.len(), 1, "{mails:#?}");
        let mail = one(&mails, &follower);
        assert!(mail.subject.contains("Quiet nights") && mail.text.contains("USD 1,000.00"), "{}", mail.text);
        assert_eq!(mail.link(), format!("{}/projects/{project}", app.url));
        assert!(to(&mails, &other).is_empty());
    });
}

#[test]
fn whoever_left_or_is_disabled_before_it_goes_out_gets_none() {
    test(async |app| {
        let project = app.candidate("Quiet nights").await;
        let (left, gone) = (app.follower(&project).await, app.follower(&project).await);
        app.mails().await;
        app.publish(&project, "open").await.is(200);
        left.delete(&format!("/projects/{project}/follow")).await.is(204);
        app.staff().await.edit(&format!("/admin/users/{}", gone.id()), json!({ "disabled": true })).await.is(200);
        assert!(app.mails().await.is_empty());
    });
}

#[test]
fn they_read_it_in_their_language() {
    test(async |app| {
        let project = app.candidate("Quiet nights").await;
        let (spanish, french) = (app.follower(&project).await, app.follower(&project).await);
        spanish.edit("/me", json!({ "language": "es" })).await.is(200);
        french.edit("/me", json!({ "language": "fr" })).await.is(200);
        app.mails().await;
        app.publish(&project, "open").await.is(200);
        let mails = app.mails().await;
        assert!(one(&mails, &spanish).text.contains("1.000,00 USD"), "{mails:#?}");
        assert!(one(&mails, &french).text.contains("000,00 USD"));
        assert!(one(&mails, &spanish).subject.starts_with('«'));
        assert!(one(&mails, &spanish).text.contains("No recibir más"));
    });
}

#[test]
fn funded_tells_everybody_once_and_each_their_own_share() {
    test(async |app| {
        let project = app.open_project("Quiet nights", json!({})).await;
        let [alder, birch] = [app.backer("Alder").await, app.backer("Birch").await];
        let follower = app.follower(&project).await;
        let viewer = app.member(&alder.slug, "viewer").await;
        // Lead, follower and staff at once is still one person.
        alder.lead.put(&format!("/projects/{project}/follow")).await.is(204);
        let staff = app.staff().await;
        staff.put(&format!("/projects/{project}/follow")).await.is(204);
        app.mails().await;
        let pledge = alder.gives(&project, "600.00").await;
        birch.gives(&project, "400.00").await;
        let mails = app.mails().await;

        let mail = one(&mails, &alder.lead);
        assert!(mail.text.contains("Alder bears USD 600.00"), "{}", mail.text);
        assert!(mail.text.contains(&format!("/pledges/{pledge}")));
        assert!(!mail.text.contains("400.00") && !mail.text.contains("Birch"));
        assert!(mail.unsubscribe.is_some(), "the lead follows it");
        let mail = one(&mails, &birch.lead);
        assert!(mail.text.contains("Birch bears USD 400.00") && mail.unsubscribe.is_none(), "{}", mail.text);
        let mail = one(&mails, &follower);
        assert!(mail.text.contains("USD 1,000.00") && mail.text.contains("2 institutions"), "{}", mail.text);
        assert!(!mail.text.contains("600.00") && !mail.text.contains("Alder") && !mail.text.contains("For staff"));
        assert!(one(&mails, &staff).text.contains("For staff"));
        assert!(to(&mails, &viewer).is_empty());
    });
}

#[test]
fn a_pledge_that_waited_in_vain_is_in_the_same_mail() {
    test(async |app| {
        let project = app.open_project("Together", json!({ "mode": "shared" })).await;
        let [alder, birch, cedar] = [app.backer("Alder").await, app.backer("Birch").await, app.backer("Cedar").await];
        alder.gives(&project, "700.00").await;
        birch.gives(&project, "700.00").await;
        let alone = json!({ "amount": "100.00", "conditions": { "min_total": "9000.00" } });
        cedar.pledge(&project, alone).await.is(201);
        app.mails().await;
        app.run(&project, "settle", json!(null)).await.is(200);
        let mails = app.mails().await;
        assert!(one(&mails, &alder.lead).text.contains("Alder bears USD 500.00 of at most USD 700.00"), "{mails:#?}");
        let mail = one(&mails, &cedar.lead);
        assert!(
            mail.text.contains("was released: nothing is owed") && mail.text.contains("conditions"),
            "{}",
            mail.text
        );
        assert!(!mail.text.contains("bears"));
    });
}

#[test]
fn an_extension_comes_with_its_reason_and_the_way_out() {
    test(async |app| {
        let project = app.open_project("Quiet nights", json!({})).await;
        let alder = app.backer("Alder").await;
        let champion = app.member(&alder.slug, "champion").await;
        let pledge = alder.pledge_as(&champion, &project, json!({ "amount": "100.00" })).await.is(201).id();
        alder.step(&pledge, "approve", json!({})).await.is(200);
        let follower = app.follower(&project).await;
        app.mails().await;
        let later = (app.clock.now() + TimeDelta::days(60)).date_naive();
        let body = json!({ "pledge_by": later, "reason": "Two budgets close in June." });
        app.run(&project, "extend", body).await.is(200);
        let mails = app.mails().await;
        assert_eq!(mails.len(), 3, "{mails:#?}");
        for person in [&alder.lead, &champion] {
            let mail = one(&mails, person);
            assert!(
                mail.text.contains("Two budgets close in June.") && mail.text.contains("withdraw"),
                "{}",
                mail.text
            );
        }
        let mail = one(&mails, &follower);
        assert!(mail.text.contains("Two budgets close in June.") && !mail.text.contains("withdraw"), "{}", mail.text);
    });
}

#[test]
fn missed_tells_that_nothing_is_owed() {
    test(async |app| {
        let project = app.open_project("Quiet nights", json!({})).await;
        let alder = app.backer("Alder").await;
        alder.gives(&project, "100.00").await;
        let follower = app.follower(&project).await;
        app.mails().await;
        app.advance(TimeDelta::days(32));
        let mails: Vec<_> = app.mails().await.into_iter().filter(|mail| mail.text.contains("Quiet nights")).collect();
        assert!(one(&mails, &alder.lead).text.contains("Nothing is owed"), "{mails:#?}");
        assert!(!one(&mails, &follower).text.contains("Nothing is owed"));
        assert!(mails.iter().any(|mail| mail.text.contains("within 14 days")), "staff hear of it");
    });
}

#[test]
fn closed_tells_why() {
    test(async |app| {
        let project = app.open_project("Quiet nights", json!({})).await;
        let alder = app.backer("Alder").await;
        alder.gives(&project, "100.00").await;
        let follower = app.follower(&project).await;
        app.mails().await;
        let body = json!({ "reason": "superseded", "note": "The new image does it." });
        app.run(&project, "close", body).await.is(200);
        let mails = app.mails().await;
        assert_eq!(mails.len(), 2, "{mails:#?}");
        let mail = one(&mails, &alder.lead);
        assert!(mail.text.contains("The new image does it.") && mail.text.contains("Nothing is owed"), "{}", mail.text);
        let mail = one(&mails, &follower);
        assert!(mail.text.contains("Something else takes its place.") && !mail.text.contains("owed"), "{}", mail.text);
    });
}

#[test]
fn an_update_reaches_followers_only() {
    test(async |app| {
        let project = app.open_project("Quiet nights", json!({})).await;
        let alder = app.backer("Alder").await;
        alder.gives(&project, "100.00").await;
        let follower = app.follower(&project).await;
        app.mails().await;
        let news = json!({ "kind": "delay", "title": "Later than thought", "body": "A <b>library</b> is late." });
        app.staff().await.post(&format!("/projects/{project}/updates"), news).await.is(201);
        let mails = app.mails().await;
        assert_eq!(mails.len(), 1);
        let mail = one(&mails, &follower);
        assert!(mail.subject.contains("Later than thought") && mail.text.contains("A delay"), "{mail:#?}");
        assert!(!mail.html.contains("<b>library"), "{}", mail.html);
    });
}
