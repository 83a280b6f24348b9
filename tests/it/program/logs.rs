//! Log lines: one for each request, for machines, and nothing in them that is nobody's business.

use chrono::{TimeDelta, Utc};
use cofund_tests::{MailServer, Mood, Program, Value, json, test_program};

use super::{create_user, sign_in};

fn after(text: &str, mark: char) -> String {
    text.split_once(mark).map(|(_, rest)| rest.to_owned()).expect("a value")
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the built program goes by real time")]
fn a_sign_in_leaves_no_secret_and_no_address() {
    test_program(async |database| {
        let mails = MailServer::start();
        let email = "ana.kelp@people.example";
        create_user(&database.url, email, &["--staff"]);
        let settings = Program::settings(database, &mails.url);
        let program = Program::serve(&settings);
        let ana = sign_in(&program, &mails, email).await;
        let link = mails.mails().pop().expect("a mail").token();
        let new = json!({ "name": "Quarterly", "scopes": ["read"], "expires_at": Utc::now() + TimeDelta::days(1) });
        let made = ana.post("/me/tokens", new).key("an-idempotency-key").await;
        let token = made.is(201)["token"].as_str().expect("a token").to_owned();
        let cookie = ana.cookie.clone().expect("a cookie");
        ana.refresh_with(&cookie).await.is(200);
        ana.get("/me").header("x-request-id", "a-request-to-find").await.is(200);
        ana.get(&format!("/admin/users?q={email}")).await.is(200);
        ana.edit("/me", json!({ "name": "Secretname" })).await.is(200);
        // Refusals and failures are told no more.
        ana.post("/admin/users", json!({ "email": email })).await.refused(409, "email_taken");
        ana.with_token(&format!("{token}x")).get("/me").await.refused(401, "token_invalid");
        program.public().post("/auth/magic-links/redeem", json!({ "token": link })).await.refused(400, "link_invalid");
        mails.is(Mood::Refusing);
        program.public().post("/auth/magic-links", json!({ "email": email })).await.is(202);
        while ana.get("/admin/queues").await.is(200)["dead"] != 1 {
            tokio::task::yield_now().await;
        }
        let log = program.stop();

        let jwt = ana.bearer.clone().expect("a token");
        let secrets = [
            email,
            "ana.kelp",
            "@",
            &link,
            &token,
            &jwt,
            &after(&cookie, '='),
            "Quarterly",
            "Secretname",
            "Ana Kelp",
            "an-idempotency-key",
            &settings["COFUND_SECRET"],
        ];
        for line in &log {
            for secret in secrets {
                assert!(!line.contains(secret), "{secret} is in: {line}");
            }
        }
        let lines: Vec<Value> =
            log.iter().map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}"))).collect();
        let answered: Vec<_> = lines.iter().filter(|line| line["message"] == "answered").collect();
        assert!(answered.len() > 10, "{}", answered.len());
        for line in &answered {
            assert!(line["request_id"].as_str().is_some_and(|id| id.len() >= 8), "{line}");
            assert!(line["route"].is_string() && line["status"].is_u64() && line["micros"].is_u64(), "{line}");
        }
        let found = answered.iter().filter(|line| line["request_id"] == "a-request-to-find");
        assert_eq!(found.map(|line| &line["route"]).collect::<Vec<_>>(), ["/api/v1/me"]);
    });
}

#[test]
fn a_failure_is_told_once_to_those_who_run_it_and_not_to_the_client() {
    test_program(async |database| {
        let mails = MailServer::start();
        let program = Program::serve(&Program::settings(database, &mails.url));
        database.client().batch_execute("ALTER TABLE tiers RENAME TO shelved").await.expect("a breakdown");
        let url = format!("{}/api/v1/tiers", program.url);
        let answer = reqwest::get(url).await.expect("an answer");
        assert_eq!(answer.status(), 500);
        let problem: Value = serde_json::from_str(&answer.text().await.expect("text")).expect("JSON");
        assert_eq!((&problem["code"], problem.to_string().contains("relation")), (&json!("internal"), false));
        let log = program.stop();
        let errors: Vec<_> = log.iter().filter(|line| line.contains("\"ERROR\"")).collect();
        assert_eq!(errors.len(), 1, "{errors:?}");
        assert!(errors[0].contains("relation") && errors[0].contains(problem["request_id"].as_str().expect("an id")));
    });
}
