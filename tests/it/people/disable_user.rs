//! Keeping somebody from signing in. That they are out at once is told in `auth::be_out_at_once`.

use cofund_tests::{Value, json, test};

#[test]
fn staff_disable_and_enable_a_person() {
    test(async |app| {
        let (staff, person) = (app.staff().await, app.person().await);
        let path = format!("/admin/users/{}", person.id());
        let disabled = staff.edit(&path, json!({ "disabled": true })).await;
        assert_eq!(disabled.is(200)["disabled_at"], json!(app.clock.now()));
        let ended = "SELECT count(*) FROM sessions WHERE end_reason = 'disabled'";
        assert_eq!(app.count(ended).await, 1);
        let again = staff.edit(&path, json!({ "disabled": true })).await;
        assert_eq!(again.is(200)["version"], disabled["version"], "once is enough");
        let enabled = staff.edit(&path, json!({ "disabled": false })).await;
        assert_eq!(enabled.is(200)["disabled_at"], Value::Null);
        app.sign_in(&person.email()).await.get("/me").await.is(200);
    });
}

#[test]
fn staff_shut_out_no_colleague() {
    test(async |app| {
        let (staff, colleague) = (app.new_staff().await, app.new_staff().await);
        let path = format!("/admin/users/{}", colleague.id());
        staff.edit(&path, json!({ "disabled": true })).await.refused(403, "not_admin");
        colleague.get("/admin/users").await.is(200);
        app.admin().await.edit(&path, json!({ "disabled": true })).await.is(200);
        colleague.get("/admin/users").await.refused(401, "token_invalid");
        // Nor do they let one in again.
        staff.edit(&path, json!({ "disabled": false })).await.refused(403, "not_admin");
    });
}
