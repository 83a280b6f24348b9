//! Support ends when its organisation says so; that it was given stays on record.

use cofund_tests::{json, test};

#[test]
fn it_ends_once_and_leaves_its_row() {
    test(async |app| {
        let project = app.candidate("Quiet nights").await;
        let path = format!("/projects/{project}/supports");
        let (alder, birch) = (app.backer("Alder").await, app.backer("Birch").await);
        let new = json!({ "organization": alder.slug, "kind": "endorse" });
        let id = alder.lead.post(&path, new.clone()).await.is(201).id();
        let one = format!("{path}/{id}");

        app.public().delete(&one).await.refused(401, "unauthenticated");
        birch.lead.delete(&one).await.refused(403, "not_a_member");
        app.member(&alder.slug, "viewer").await.delete(&one).await.refused(403, "may_not_commit");
        let elsewhere = app.candidate("Elsewhere").await;
        alder.lead.delete(&format!("/projects/{elsewhere}/supports/{id}")).await.refused(404, "not_found");

        alder.lead.delete(&one).await.is(204);
        alder.lead.delete(&one).await.refused(404, "not_found");
        assert_eq!(app.project(&project).await["supports"], 0);
        assert_eq!(app.count("SELECT count(*) FROM supports WHERE ended_at IS NOT NULL").await, 1);
        assert_eq!(app.audit_entry("support_ended").await["support"], json!(id));

        // What ended can be given again; staff may end it, too.
        let again = alder.lead.post(&path, new).await.is(201).id();
        app.staff().await.delete(&format!("{path}/{again}")).await.is(204);
        assert_eq!(app.count("SELECT count(*) FROM supports").await, 2);
    });
}
