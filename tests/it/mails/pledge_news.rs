//! A pledge is asked for, approved, declined, released: its own people hear of it.

use cofund_tests::{json, test};

use super::{one, to};

#[test]
fn a_request_goes_to_the_leads_and_the_answer_to_the_champion() {
    test(async |app| {
        let project = app.open_project("Quiet nights", json!({})).await;
        let (alder, birch) = (app.backer("Alder").await, app.backer("Birch").await);
        let (second, champion) = (app.lead_of(&alder.slug).await, app.member(&alder.slug, "champion").await);
        app.mails().await;
        let pledge = alder.pledge_as(&champion, &project, json!({ "amount": "100.00" })).await.is(201).id();
        let mails = app.mails().await;
        assert_eq!(mails.len(), 2, "{mails:#?}");
        for lead in [&alder.lead, &second] {
            let mail = one(&mails, lead);
            assert_eq!(mail.link(), format!("{}/pledges/{pledge}", app.url));
            assert!(mail.text.contains("USD 100.00") && mail.text.contains("Quiet nights"), "{}", mail.text);
            assert!(mail.unsubscribe.is_none());
        }
        alder.step(&pledge, "approve", json!({})).await.is(200);
        let mails = app.mails().await;
        assert_eq!(mails.len(), 1, "{mails:#?}");
        assert!(one(&mails, &champion).subject.contains("approved"));
        assert!(to(&mails, &birch.lead).is_empty());
    });
}

#[test]
fn who_is_declined_reads_why() {
    test(async |app| {
        let project = app.open_project("Quiet nights", json!({})).await;
        let alder = app.backer("Alder").await;
        let champion = app.member(&alder.slug, "champion").await;
        app.mails().await;
        let pledge = alder.pledge_as(&champion, &project, json!({ "amount": "100.00" })).await.is(201).id();
        // Before the mail about the request goes out: it would ask for what is done already.
        alder.step(&pledge, "decline", json!({ "reason": "Not this year." })).await.is(200);
        let mails = app.mails().await;
        assert_eq!(mails.len(), 1, "{mails:#?}");
        let mail = one(&mails, &champion);
        assert!(mail.subject.contains("declined") && mail.text.contains("Not this year."), "{mail:#?}");
    });
}

#[test]
fn what_staff_release_is_told_with_the_reason_and_a_gap_to_staff() {
    test(async |app| {
        let project = app.open_project("Quiet nights", json!({})).await;
        let (alder, birch) = (app.backer("Alder").await, app.backer("Birch").await);
        let pledge = alder.gives(&project, "600.00").await;
        birch.gives(&project, "400.00").await;
        let follower = app.follower(&project).await;
        app.mails().await;
        let staff = app.staff().await;
        staff.step(&pledge, "release", json!({ "reason": "They asked us to." })).await.is(200);
        let mails = app.mails().await;
        assert_eq!(mails.len(), 2, "{mails:#?}");
        let mail = one(&mails, &alder.lead);
        assert!(mail.text.contains("They asked us to.") && mail.text.contains("nothing is owed"), "{}", mail.text);
        let mail = one(&mails, &staff);
        assert!(mail.subject.contains("gap") && mail.text.contains("USD 600.00 of USD 1,000.00"), "{}", mail.text);
        assert!(to(&mails, &follower).is_empty());
    });
}

#[test]
fn a_champion_who_left_hears_nothing_more() {
    test(async |app| {
        let project = app.open_project("Quiet nights", json!({})).await;
        let alder = app.backer("Alder").await;
        let champion = app.member(&alder.slug, "champion").await;
        let pledge = alder.pledge_as(&champion, &project, json!({ "amount": "100.00" })).await.is(201).id();
        app.mails().await;
        alder.step(&pledge, "approve", json!({})).await.is(200);
        let member = format!("/organizations/{}/members/{}", alder.slug, champion.id());
        alder.lead.delete(&member).await.is(204);
        let mails = app.mails().await;
        assert!(to(&mails, &champion).iter().all(|mail| !mail.subject.contains("approved")), "{mails:#?}");
    });
}
