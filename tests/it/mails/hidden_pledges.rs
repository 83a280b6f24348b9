//! Whoever gives without being named is named in no mail to others.

use chrono::TimeDelta;
use cofund_tests::{json, test};

#[test]
fn no_mail_to_others_tells_whose_it_is_or_how_much() {
    test(async |app| {
        let project = app.open_project("Quiet nights", json!({})).await;
        let (alder, birch, cedar) = (app.backer("Alder").await, app.backer("Birch").await, app.backer("Cedar").await);
        let follower = app.follower(&project).await;
        app.mails().await;
        let (anonymous, name_only) = ("337.00", "211.00");
        let hidden = json!({ "amount": anonymous, "visibility": "anonymous", "note": "Shy note" });
        let first = alder.pledge(&project, hidden).await.is(201).id();
        let hidden = json!({ "amount": name_only, "visibility": "name_only" });
        let second = birch.pledge(&project, hidden).await.is(201).id();
        let third = cedar.gives(&project, "300.00").await;
        let mut mails = Vec::new();
        app.remind(&project, 30).await;
        mails.extend(app.mails().await);
        let later = (app.clock.now() + TimeDelta::days(60)).date_naive();
        app.run(&project, "extend", json!({ "pledge_by": later, "reason": "More time." })).await.is(200);
        mails.extend(app.mails().await);
        cedar.edit(&third, json!({ "amount": "452.00" })).await.is(200);
        mails.extend(app.mails().await);
        alder.step(&first, "withdraw", json!({ "reason": "Alas" })).await.is(200);
        mails.extend(app.mails().await);
        app.run(&project, "close", json!({ "reason": "other", "note": "It ends." })).await.is(200);
        mails.extend(app.mails().await);

        let others: Vec<_> = mails.iter().filter(|mail| mail.to != alder.lead.email()).collect();
        assert!(others.iter().filter(|mail| mail.to == follower.email()).count() >= 4, "{mails:#?}");
        assert!(others.iter().any(|mail| mail.subject.contains("gap")), "staff hear that something fell away");
        for mail in others {
            for secret in ["Alder", &alder.slug, &first, "Shy note", "Alas", &alder.lead.email()] {
                let found = mail.text.contains(secret) || mail.html.contains(secret) || mail.subject.contains(secret);
                assert!(!found, "{secret} is in {mail:#?}");
            }
            if mail.to != birch.lead.email() {
                for secret in ["Birch", &birch.slug, &second, name_only] {
                    assert!(!mail.text.contains(secret) && !mail.html.contains(secret), "{secret} is in {mail:#?}");
                }
            }
        }
        let follower_reads = mails.iter().filter(|mail| mail.to == follower.email());
        assert!(follower_reads.into_iter().all(|mail| !mail.text.contains(anonymous)));
    });
}
