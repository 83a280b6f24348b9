//! A question is refused where doing it is, and a date that has passed has decided for who asks, too.

use chrono::TimeDelta;
use cofund_tests::{Answer, Backer, Value, json, test};

async fn asks(backer: &Backer, project: &str, pledge: &str, change: &Value) -> Answer {
    let mut question = change.clone();
    question["edit"] = json!(pledge);
    backer.lead.post(&format!("/projects/{project}/simulate"), question).await
}

#[test]
fn words_are_asked_about_as_they_are_written() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.lasting_backer("Alder").await;
        let pledge = alder.gives(&project, "400.00").await;
        app.advance(TimeDelta::days(31));
        // Once it was missed an amount may fall, and nothing else may change with it.
        let change = json!({ "amount": "300.00", "note": "Less" });
        asks(&alder, &project, &pledge, &change).await.refused(409, "project_not_open");
        alder.edit(&pledge, change).await.refused(409, "project_not_open");
        asks(&alder, &project, &pledge, &json!({ "amount": "300.00" })).await.is(200);
    });
}

#[test]
fn what_would_tell_of_another_is_not_promised() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let backers = app.backers(3).await;
        let mut pledges = Vec::new();
        for (backer, (amount, visibility)) in
            backers.iter().zip([("100.00", "name_only"), ("200.00", "name_only"), ("700.00", "public")])
        {
            let body = json!({ "amount": amount, "visibility": visibility });
            pledges.push(backer.pledge(&project, body).await.is(201).id());
        }
        let show = json!({ "visibility": "public" });
        asks(&backers[0], &project, &pledges[0], &show).await.refused(409, "would_reveal_another");
        backers[0].edit(&pledges[0], show).await.refused(409, "would_reveal_another");
        let narrower = json!({ "visibility": "anonymous" });
        asks(&backers[2], &project, &pledges[2], &narrower).await.refused(409, "visibility_only_wider");
    });
}

#[test]
fn what_its_date_settled_does_not_move() {
    test(async |app| {
        let project = app.open_project("Coalition", json!({ "mode": "shared" })).await;
        let [alder, birch, cedar] =
            [app.lasting_backer("Alder").await, app.lasting_backer("Birch").await, app.lasting_backer("Cedar").await];
        let leaving = alder.gives(&project, "900.00").await;
        birch.gives(&project, "800.00").await;
        let if_many = json!({ "amount": "100.00", "conditions": { "min_other_orgs": 9 } });
        let waiting = cedar.pledge(&project, if_many).await.is(201).id();
        app.advance(TimeDelta::days(31));
        let path = format!("/projects/{project}/simulate");
        // Who waited was released that moment.
        cedar.lead.post(&path, json!({ "withdraw": waiting })).await.refused(409, "pledge_ended");
        asks(&cedar, &project, &waiting, &json!({ "note": "Hm" })).await.refused(409, "pledge_ended");
        let noted = asks(&alder, &project, &leaving, &json!({ "note": "Hm" })).await;
        assert_eq!(noted.is(200)["before"], noted["after"]);
        let said = alder.lead.post(&path, json!({ "withdraw": leaving })).await;
        let shares = json!([{ "organization": said.is(200)["shares"][0]["organization"], "own": true, "before": "500.00", "after": "0.00" }]);
        assert_eq!(said["shares"], shares, "nobody else's share moves");
        alder.step(&leaving, "withdraw", super::because()).await.is(200);
        let seen = app.project(&project).await;
        for name in ["funding", "pledged", "ceilings", "waiting", "remaining", "backers", "covered"] {
            assert_eq!(said["after"][name], seen[name], "{name}: {}", said.text());
        }
        assert_eq!((&seen["funding"], &seen["gap"]), (&json!("funded"), &json!("500.00")));
    });
}
