//! An invitation holds for fourteen days, and for fourteen more when it is sent again.

use chrono::TimeDelta;
use cofund_tests::{json, test};

use super::{accept_as, id_of, invite, token_for};

#[test]
fn after_fourteen_days_it_is_over() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let lead = app.lead_of(&tidewater).await;
        let (_, first) = invite(app, &lead, &tidewater, "ana@tidewater.example", "viewer").await;
        let (_, second) = invite(app, &lead, &tidewater, "ben@tidewater.example", "viewer").await;
        app.advance(TimeDelta::days(14) - TimeDelta::seconds(1));
        accept_as(&app.public(), &first, "Ana").await.is(200);
        app.advance(TimeDelta::seconds(1));
        accept_as(&app.public(), &second, "Ben").await.refused(400, "invitation_invalid");
        let preview = app.public().post("/invitations/preview", json!({ "token": second })).await;
        preview.refused(400, "invitation_invalid");
        let lead = app.sign_in(&lead.email()).await;
        let open = lead.get(&format!("/organizations/{tidewater}/invitations")).await;
        assert_eq!(
            (open.items().len(), &open.items()[0]["expired"]),
            (1, &json!(true)),
            "the lead sees that it expired"
        );
    });
}

#[test]
fn sending_it_again_prolongs_it() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let lead = app.lead_of(&tidewater).await;
        let (invitation, token) = invite(app, &lead, &tidewater, "ana@tidewater.example", "viewer").await;
        app.advance(TimeDelta::days(20));
        accept_as(&app.public(), &token, "Ana").await.refused(400, "invitation_invalid");
        let lead = app.sign_in(&lead.email()).await;
        let resend = format!("/organizations/{tidewater}/invitations/{}/resend", id_of(&invitation));
        let resent = lead.post_nothing(&resend).await;
        assert_eq!((&resent.is(200)["expired"], &resent["id"]), (&json!(false), &invitation["id"]));
        assert_eq!(token_for(app, "ana@tidewater.example").await, token, "the same link");
        app.advance(TimeDelta::days(14) - TimeDelta::seconds(1));
        accept_as(&app.public(), &token, "Ana").await.is(200);
    });
}

#[test]
fn an_expired_one_still_stands_in_the_way_until_it_is_withdrawn_or_sent_again() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let lead = app.lead_of(&tidewater).await;
        let (invitation, _) = invite(app, &lead, &tidewater, "ana@tidewater.example", "viewer").await;
        app.advance(TimeDelta::days(15));
        let lead = app.sign_in(&lead.email()).await;
        let path = format!("/organizations/{tidewater}/invitations");
        let new = json!({ "email": "ana@tidewater.example", "role": "lead" });
        lead.post(&path, new.clone()).await.refused(409, "already_invited");
        lead.delete(&format!("{path}/{}", id_of(&invitation))).await.is(204);
        lead.post(&path, new).await.is(201);
    });
}
