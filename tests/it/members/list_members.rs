//! Who acts for an organisation is for its own people and staff to know.

use cofund_tests::{json, test};

use super::entry;

#[test]
fn its_own_people_see_each_other_by_name() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let path = format!("/organizations/{tidewater}/members");
        let staff = app.staff().await;
        for (name, role) in [("Zoe", "viewer"), ("Ana", "champion")] {
            let email = app.new_address();
            staff.post(&path, json!({ "email": email, "name": name, "role": role })).await.is(201);
        }
        let viewer = app.member(&tidewater, "viewer").await;
        let list = viewer.get(&path).await;
        let names: Vec<_> = list.is(200).items().iter().map(|item| item["name"].clone()).collect();
        assert_eq!(names.len(), 3);
        assert_eq!((&names[0], &names[2]), (&json!("Ana"), &json!("Zoe")));
        assert_eq!(list["next_cursor"], json!(null));
        assert_eq!(list.items()[0]["can"]["change"], json!({ "ok": false, "code": "not_a_lead" }));
        let own = entry(&viewer, &tidewater, &viewer).await.expect("an entry");
        assert_eq!(own["can"]["remove"], json!({ "ok": true, "code": null }), "everybody may leave");
        assert_ne!(own["last_seen_at"], json!(null));
    });
}

#[test]
fn others_do_not_see_them() {
    test(async |app| {
        let (tidewater, harbour) = (app.organization("Tidewater").await, app.organization("Harbour").await);
        let path = format!("/organizations/{tidewater}/members");
        app.public().get(&path).await.refused(401, "unauthenticated");
        app.person().await.get(&path).await.refused(403, "not_a_member");
        app.lead_of(&harbour).await.get(&path).await.refused(403, "not_a_member");
        app.program_of(&app.staff().await, &["read"]).await.get(&path).await.refused(403, "scope_missing");
        let lead = app.lead_of(&tidewater).await;
        assert_eq!(app.program_of(&lead, &["read"]).await.get(&path).await.is(200).items().len(), 1);
        lead.get("/organizations/nobody/members").await.refused(404, "not_found");
    });
}
