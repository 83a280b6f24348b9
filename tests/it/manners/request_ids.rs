//! One id for each request.

use std::collections::BTreeSet;

use cofund_tests::{Wire, json, request, test};

#[test]
fn a_request_that_names_itself_keeps_its_name() {
    test(async |app| {
        for id in ["deploy-7.1:retry_2", "01a1fda6-a1f4-7431-a067-4b797959ece9", &"a".repeat(128)] {
            let answer = app.public().get("/me").header("x-request-id", id).await;
            assert_eq!(answer.header("x-request-id"), Some(id));
            assert_eq!(answer["request_id"], id);
        }
    });
}

#[test]
fn one_that_does_not_gets_a_name_of_its_own() {
    test(async |app| {
        let mut seen = BTreeSet::new();
        for _ in 0..20 {
            let answer = app.public().get("/tiers").await;
            let id = answer.header("x-request-id").expect("an id").to_owned();
            assert_eq!(uuid::Uuid::parse_str(&id).map(|id| id.get_version_num()), Ok(7));
            seen.insert(id);
        }
        assert_eq!(seen.len(), 20);
    });
}

#[test]
fn a_name_that_could_do_harm_is_replaced() {
    test(async |app| {
        let names = [
            "",
            "short",
            "has space in it",
            "<script>alert(1)</script>",
            "a\"b\"c\"d\"e",
            "$(reboot)",
            "a=b;c=d;",
            &"a".repeat(129),
        ];
        for id in names {
            let answer = app.public().get("/me").header("x-request-id", id).await;
            assert_ne!(answer.header("x-request-id"), Some(id));
            answer.refused(401, "unauthenticated");
        }
        let mut wire = Wire::connect(&app.url).await;
        wire.send(request("GET /api/v1/me", None, &["x-request-id: caf\u{e9}-caf\u{e9}-caf\u{e9}"], "")).await;
        let heard = wire.hear().await;
        assert!(heard.starts_with("HTTP/1.1 401") && !heard.contains("caf\u{e9}"), "{heard}");
    });
}

#[test]
fn the_audit_log_knows_the_request() {
    test(async |app| {
        let admin = app.admin().await;
        let new = json!({ "email": app.new_address() });
        admin.post("/admin/users", new).header("x-request-id", "a-request-to-find").await.is(201);
        let entry = admin.get("/admin/audit?limit=1").await;
        assert_eq!(entry.items()[0]["request_id"], "a-request-to-find");
    });
}
