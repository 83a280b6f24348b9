//! Whoever is taken out, or leaves, is out at the next request.

use cofund_tests::{json, test};

use super::{entry, path_of};

#[test]
fn the_removed_are_out_at_once_with_session_and_token() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, ana) = (app.lead_of(&tidewater).await, app.lead_of(&tidewater).await);
        let program = app.program_of(&ana, &["read", "organization"]).await;
        let people = format!("/organizations/{tidewater}/members");
        for way in [&ana, &program] {
            way.get(&people).await.is(200);
        }
        lead.delete(&path_of(&tidewater, &ana)).await.is(204);
        for way in [&ana, &program] {
            way.get(&people).await.refused(403, "not_a_member");
            way.edit(&format!("/organizations/{tidewater}"), json!({ "profile": "x" }))
                .await
                .refused(403, "not_a_member");
            assert!(way.get(&format!("/organizations/{tidewater}")).await.is(200).json.get("id").is_none());
            assert_eq!(way.get("/me").await.is(200)["memberships"], json!([]));
        }
        assert!(entry(&lead, &tidewater, &ana).await.is_none());
        assert_eq!(app.audit_of(&ana.id()).await.last().map(String::as_str), Some("member_removed"));
        lead.delete(&path_of(&tidewater, &ana)).await.refused(404, "not_found");
    });
}

#[test]
fn everybody_may_leave() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        app.lead_of(&tidewater).await;
        for role in ["viewer", "champion", "finance", "lead"] {
            let ana = app.member(&tidewater, role).await;
            app.program_of(&ana, &["read"])
                .await
                .delete(&path_of(&tidewater, &ana))
                .await
                .refused(403, "scope_missing");
            ana.delete(&path_of(&tidewater, &ana)).await.is(204);
            ana.delete(&path_of(&tidewater, &ana)).await.refused(403, "not_a_member");
        }
        assert_eq!(app.count("SELECT count(*) FROM memberships").await, 1);
    });
}

#[test]
fn only_leads_and_staff_take_others_out() {
    test(async |app| {
        let (tidewater, harbour) = (app.organization("Tidewater").await, app.organization("Harbour").await);
        let ana = app.member(&tidewater, "viewer").await;
        let path = path_of(&tidewater, &ana);
        app.public().delete(&path).await.refused(401, "unauthenticated");
        app.person().await.delete(&path).await.refused(403, "not_a_member");
        let neighbour = app.lead_of(&harbour).await;
        neighbour.delete(&path).await.refused(403, "not_a_member");
        neighbour.delete(&path_of(&harbour, &ana)).await.refused(404, "not_found");
        for role in ["viewer", "champion", "finance"] {
            app.member(&tidewater, role).await.delete(&path).await.refused(403, "not_a_lead");
        }
        assert!(entry(&ana, &tidewater, &ana).await.is_some());
        app.staff().await.delete(&path).await.is(204);
    });
}

#[test]
fn they_are_told_in_their_language() {
    test(async |app| {
        let tidewater = app.organization("Tidewater & Sons").await;
        let (lead, staff) = (app.lead_of(&tidewater).await, app.staff().await);
        let subjects = [
            ("en", "You no longer act for Tidewater & Sons on Cofund", "You can act for Tidewater & Sons on Cofund"),
            (
                "fr",
                "Vous n’agissez plus pour Tidewater & Sons sur Cofund",
                "Vous pouvez agir pour Tidewater & Sons sur Cofund",
            ),
            ("es", "Ya no actúas", "Tidewater & Sons"),
        ];
        for (language, removed, added) in subjects {
            let ana = app.member(&tidewater, "viewer").await;
            ana.edit("/me", json!({ "language": language })).await.is(200);
            app.mails().await;
            lead.delete(&path_of(&tidewater, &ana)).await.is(204);
            let mails = app.mails().await;
            assert_eq!((mails.len(), mails[0].to.as_str()), (1, ana.email().as_str()), "{language}");
            assert!(mails[0].subject.contains(removed), "{language}: {}", mails[0].subject);
            assert!(
                mails[0].html.contains(&format!("lang=\"{language}\""))
                    && mails[0].html.contains("Tidewater &amp; Sons")
            );
            let again = json!({ "email": ana.email(), "role": "viewer" });
            staff.post(&format!("/organizations/{tidewater}/members"), again).await.is(201);
            let mails = app.mails().await;
            assert!(mails[0].subject.contains(added), "{language}: {}", mails[0].subject);
        }
    });
}

#[test]
fn nobody_else_is_written_to() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let (lead, ana) = (app.lead_of(&tidewater).await, app.member(&tidewater, "champion").await);
        app.mails().await;
        lead.patch(&path_of(&tidewater, &ana), "\"1\"", json!({ "role": "viewer" })).await.is(200);
        assert!(app.mails().await.is_empty(), "a change of role sends nothing");
        // Somebody who cannot sign in is not told where they cannot sign in.
        let staff = app.staff().await;
        staff.edit(&format!("/admin/users/{}", ana.id()), json!({ "disabled": true })).await.is(200);
        lead.delete(&path_of(&tidewater, &ana)).await.is(204);
        assert!(app.mails().await.is_empty());
    });
}
