//! Sending an invitation again.

use cofund_tests::{test, test_with};

use super::{accept_as, id_of, invite};

#[test]
fn the_mail_comes_again() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let lead = app.lead_of(&tidewater).await;
        let (invitation, token) = invite(app, &lead, &tidewater, "ana@tidewater.example", "viewer").await;
        let path = format!("/organizations/{tidewater}/invitations/{}/resend", id_of(&invitation));
        lead.post_nothing(&path).key("again").await.is(200);
        lead.post_nothing(&path).key("again").await.is(200);
        let mails = app.mails().await;
        assert_eq!((mails.len(), mails[0].token()), (1, token.clone()));
        assert_eq!(app.audit_of(id_of(&invitation)).await, ["member_invited", "invitation_resent"]);
        accept_as(&app.public(), &token, "Ana").await.is(200);
        lead.post_nothing(&path).await.refused(404, "not_found");
    });
}

#[test]
fn only_those_who_invite_send_again() {
    test(async |app| {
        let (tidewater, harbour) = (app.organization("Tidewater").await, app.organization("Harbour").await);
        let (lead, neighbour) = (app.lead_of(&tidewater).await, app.lead_of(&harbour).await);
        let (invitation, _) = invite(app, &lead, &tidewater, "ana@tidewater.example", "viewer").await;
        let path =
            |organization: &str| format!("/organizations/{organization}/invitations/{}/resend", id_of(&invitation));
        app.public().post_nothing(&path(&tidewater)).await.refused(401, "unauthenticated");
        neighbour.post_nothing(&path(&tidewater)).await.refused(403, "not_a_member");
        neighbour.post_nothing(&path(&harbour)).await.refused(404, "not_found");
        app.staff().await.post_nothing(&path(&harbour)).await.refused(404, "not_found");
        app.member(&tidewater, "viewer").await.post_nothing(&path(&tidewater)).await.refused(403, "not_a_lead");
        assert!(app.mails().await.iter().all(|mail| mail.to != "ana@tidewater.example"));
    });
}

#[test]
fn a_mailbox_is_not_flooded() {
    test_with(&["--limit-mailbox", "3"], async |app| {
        let tidewater = app.organization("Tidewater").await;
        let lead = app.lead_of(&tidewater).await;
        let (invitation, _) = invite(app, &lead, &tidewater, "ana@tidewater.example", "viewer").await;
        let path = format!("/organizations/{tidewater}/invitations/{}/resend", id_of(&invitation));
        lead.post_nothing(&path).await.is(200);
        lead.post_nothing(&path).await.is(200);
        let refused = lead.post_nothing(&path).await;
        assert!(refused.refused(429, "rate_limited").header("retry-after").is_some());
        assert_eq!(app.mails().await.len(), 2, "what was refused left nothing to send");
    });
}
