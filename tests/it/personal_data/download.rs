//! A person takes along what is known of them.

use cofund_tests::{Value, json, test};

use super::story::{ADDRESS, NAME, tell};

#[test]
fn the_file_holds_everything() {
    test(async |app| {
        let story = tell(app).await;
        let answer = story.quill.get("/me/data").await;
        answer.is(200);
        let disposition = answer.header("content-disposition").expect("a file");
        assert!(disposition.starts_with("attachment"), "{disposition}");
        assert_eq!(answer.header("cache-control"), Some("private, no-store"));
        assert_eq!(answer["profile"]["email"], ADDRESS);
        assert_eq!(answer["profile"]["name"], NAME);
        let only = |section: &str, count: usize| {
            let items = answer[section].as_array().unwrap_or_else(|| panic!("{section}"));
            assert_eq!(items.len(), count, "{section}: {items:#?}");
            items[0].clone()
        };
        assert_eq!(only("memberships", 1)["organization"], story.organization);
        assert_eq!(only("sign_ins", 1)["subject"], "7");
        assert_eq!(only("sessions", 1)["method"], "invitation");
        assert_eq!(only("access_tokens", 1)["scopes"], json!(["read"]));
        assert_eq!(only("followed_projects", 1)["project"], story.project);
        assert_eq!(only("supports_given", 1)["sentence"], "It would help us a lot.");
        only("invitations", 3);
        let invitations = answer["invitations"].as_array().expect("invitations");
        for invitation in invitations {
            let address = if invitation["sent"] == true { Value::Null } else { json!(ADDRESS) };
            assert_eq!(invitation["email"], address, "{invitation}");
        }
        assert_eq!(answer["billed_for"], json!([story.organization]));
        only("mails_waiting", 2);
        let steps = answer["pledge_steps"].as_array().expect("steps");
        let done: Vec<&Value> = steps.iter().map(|step| &step["step"]).collect();
        assert_eq!(done, ["placed", "approved"]);
        assert_eq!((&steps[0]["pledge"], &steps[1]["pledge"]), (&json!(story.own_pledge), &json!(story.approved)));
        let entries = answer["audit_log"].as_array().expect("entries");
        let actions: Vec<&str> = entries.iter().filter_map(|entry| entry["action"].as_str()).collect();
        for action in ["user_created", "session_started", "member_added", "token_created", "pledge_placed"] {
            assert!(actions.contains(&action), "{action} is not in {actions:?}");
        }
        // Nothing that lets anybody in.
        for secret in ["digest", "sealed", "generation"] {
            assert!(!answer.text().contains(secret), "{secret} in {}", answer.text());
        }
    });
}

#[test]
fn it_is_for_oneself_and_for_staff_in_person() {
    test(async |app| {
        let story = tell(app).await;
        let path = format!("/admin/users/{}/data", story.quill.id());
        let staff = app.staff().await;
        let theirs = staff.get(&path).await;
        assert_eq!(theirs.is(200)["profile"]["email"], ADDRESS);
        story.other.get(&path).await.refused(403, "not_staff");
        app.program_of(&staff, &["staff"]).await.get(&path).await.refused(403, "session_required");
        app.program_of(&story.quill, &["read"]).await.get("/me/data").await.refused(403, "session_required");
        app.public().get("/me/data").await.refused(401, "unauthenticated");
        let nobody = format!("/admin/users/{}/data", uuid::Uuid::now_v7());
        staff.get(&nobody).await.refused(404, "not_found");
        let colleague = format!("/admin/users/{}/data", app.new_staff().await.id());
        staff.get(&colleague).await.refused(403, "not_admin");
    });
}
