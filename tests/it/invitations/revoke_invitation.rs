//! Withdrawing an invitation: its link stops working.

use cofund_tests::{json, race, test};

use super::{accept_as, id_of, invite};

#[test]
fn a_withdrawn_link_is_dead() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let lead = app.lead_of(&tidewater).await;
        let (invitation, token) = invite(app, &lead, &tidewater, "ana@tidewater.example", "viewer").await;
        let path = format!("/organizations/{tidewater}/invitations/{}", id_of(&invitation));
        lead.delete(&path).await.is(204);
        accept_as(&app.public(), &token, "Ana").await.refused(400, "invitation_invalid");
        lead.delete(&path).await.refused(404, "not_found");
        assert!(lead.get(&format!("/organizations/{tidewater}/invitations")).await.items().is_empty());
        assert_eq!(app.audit_of(id_of(&invitation)).await, ["member_invited", "invitation_revoked"]);
        assert_eq!(app.count("SELECT count(*) FROM users WHERE email = 'ana@tidewater.example'").await, 0);
    });
}

#[test]
fn what_is_withdrawn_before_it_left_is_not_sent() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let lead = app.lead_of(&tidewater).await;
        app.mails().await;
        let path = format!("/organizations/{tidewater}/invitations");
        let invited = lead.post(&path, json!({ "email": "ana@tidewater.example", "role": "viewer" })).await;
        lead.delete(&format!("{path}/{}", id_of(&invited.is(201).json))).await.is(204);
        assert!(app.mails().await.is_empty());
    });
}

#[test]
fn accepted_or_withdrawn_but_never_both() {
    test(async |app| {
        for round in 0..5 {
            let organization = app.organization(&format!("Round {round}")).await;
            let lead = app.lead_of(&organization).await;
            let email = format!("ana-{round}@tidewater.example");
            let (invitation, token) = invite(app, &lead, &organization, &email, "viewer").await;
            let revoke = lead.delete(&format!("/organizations/{organization}/invitations/{}", id_of(&invitation)));
            let answers = race(vec![accept_as(&app.public(), &token, "Ana"), revoke]).await;
            match answers[0].status {
                200 => answers[1].refused(404, "not_found"),
                _ => answers[0].refused(400, "invitation_invalid"),
            };
            assert_eq!(answers.iter().filter(|answer| answer.status < 300).count(), 1);
        }
    });
}

#[test]
fn others_withdraw_nothing() {
    test(async |app| {
        let (tidewater, harbour) = (app.organization("Tidewater").await, app.organization("Harbour").await);
        let (lead, neighbour) = (app.lead_of(&tidewater).await, app.lead_of(&harbour).await);
        let (invitation, token) = invite(app, &lead, &tidewater, "ana@tidewater.example", "viewer").await;
        let path = |organization: &str| format!("/organizations/{organization}/invitations/{}", id_of(&invitation));
        app.public().delete(&path(&tidewater)).await.refused(401, "unauthenticated");
        neighbour.delete(&path(&tidewater)).await.refused(403, "not_a_member");
        neighbour.delete(&path(&harbour)).await.refused(404, "not_found");
        for role in ["viewer", "champion", "finance"] {
            app.member(&tidewater, role).await.delete(&path(&tidewater)).await.refused(403, "not_a_lead");
        }
        neighbour.get(&format!("/organizations/{tidewater}/invitations")).await.refused(403, "not_a_member");
        app.public().get(&format!("/organizations/{tidewater}/invitations")).await.refused(401, "unauthenticated");
        accept_as(&app.public(), &token, "Ana").await.is(200);
    });
}
