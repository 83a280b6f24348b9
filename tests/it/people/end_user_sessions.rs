//! Staff sign somebody out everywhere.

use cofund_tests::{json, test};

#[test]
fn a_person_is_out_everywhere_and_may_come_back() {
    test(async |app| {
        let (staff, mut here) = (app.staff().await, app.person().await);
        let mut there = app.sign_in(&here.email()).await;
        let path = format!("/admin/users/{}/sessions", here.id());
        staff.delete(&path).await.is(204);
        for held in [&mut here, &mut there] {
            held.get("/me").await.refused(401, "token_invalid");
            held.refresh().await.refused(401, "session_ended");
        }
        let detail = app.audit_entry("user_sessions_ended").await;
        assert_eq!(detail, json!({ "count": 2, "reason": "ended_by_staff" }));
        app.sign_in(&here.email()).await.get("/me").await.is(200);
        staff.get("/me").await.is(200);
    });
}

#[test]
fn only_staff_may() {
    test(async |app| {
        let (person, other) = (app.person().await, app.person().await);
        let path = format!("/admin/users/{}/sessions", other.id());
        person.delete(&path).await.refused(403, "not_staff");
        app.public().delete(&path).await.refused(401, "unauthenticated");
        other.get("/me").await.is(200);
    });
}
