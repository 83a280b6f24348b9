//! Asking for a link: the same for every address there is.

use std::collections::{BTreeMap, BTreeSet};

use cofund_tests::{Answer, TestApp, json, test, test_with};

async fn ask(app: &TestApp, email: &str) -> Answer {
    app.public().post("/auth/magic-links", json!({ "email": email })).await
}

/// What an answer says, but for what no two answers share.
fn alike(answer: &Answer) -> (u16, &[u8], BTreeMap<&str, &[u8]>) {
    // The names in the last stand in no order.
    let own = ["x-request-id", "date", "ratelimit", "access-control-expose-headers"];
    let headers = answer.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes()));
    (answer.status, &answer.bytes, headers.filter(|(name, _)| !own.contains(name)).collect())
}

#[test]
fn nobody_can_tell_whether_an_address_is_known() {
    test(async |app| {
        let known = app.person().await.email();
        let disabled = app.person().await;
        let path = format!("/admin/users/{}", disabled.id());
        app.staff().await.edit(&path, json!({ "disabled": true })).await.is(200);
        app.mails().await;
        let answers = [ask(app, &known).await, ask(app, &app.new_address()).await, ask(app, &disabled.email()).await];
        answers[0].is(202);
        assert_eq!(alike(&answers[0]), alike(&answers[1]));
        assert_eq!(alike(&answers[0]), alike(&answers[2]));
        let waiting = "SELECT count(DISTINCT (kind, payload - 'email', attempts, created_at, last_error)) FROM outbox \
                       WHERE done_at IS NULL";
        assert_eq!(app.count(waiting).await, 1, "what was written down differs in the address alone");
        let mails = app.mails().await;
        assert_eq!(mails.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), [known]);
    });
}

/// Why the time it takes says nothing, either: the answer comes while nobody can look at people.
#[test]
fn asking_does_not_look_at_people() {
    test(async |app| {
        let known = app.person().await.email();
        app.mails().await;
        let lock = "BEGIN; LOCK TABLE users, memberships, invitations, sessions, magic_links IN ACCESS EXCLUSIVE MODE";
        app.database.client().batch_execute(lock).await.expect("a lock");
        ask(app, &known).await.is(202);
        ask(app, &app.new_address()).await.is(202);
        app.database.client().batch_execute("COMMIT").await.expect("an unlock");
        assert_eq!(app.mails().await.len(), 1);
    });
}

#[test]
fn the_link_is_in_the_mail_and_nowhere_else() {
    test(async |app| {
        let person = app.person().await;
        let answer = ask(app, &format!(" {} ", person.email().to_uppercase())).await;
        assert_eq!(answer.is(202).json, json!({ "sent": true, "expires_in": 900 }));
        let mail = app.mails().await.pop().expect("a mail");
        assert_eq!(mail.to, person.email());
        assert!(mail.link().starts_with(&format!("{}/sign-in/confirm#token=", app.url)), "{}", mail.link());
        assert!(mail.html.contains(&mail.token()), "both parts carry the link");
        assert_eq!(app.tables_holding(&mail.token()).await, [""; 0]);
    });
}

#[test]
fn a_mail_speaks_the_language_of_its_reader() {
    test(async |app| {
        let person = app.person().await;
        app.mails().await;
        let mut subjects = Vec::new();
        for language in ["en", "es", "fr"] {
            person.edit("/me", json!({ "language": language })).await.is(200);
            ask(app, &person.email()).await.is(202);
            subjects.push(app.mails().await.pop().expect("a mail").subject);
        }
        subjects.dedup();
        assert_eq!(subjects.len(), 3, "{subjects:?}");
    });
}

#[test]
fn a_link_leads_back_within_this_site_only() {
    test(async |app| {
        let email = app.person().await.email();
        app.mails().await;
        let ask =
            |return_to: &str| app.public().post("/auth/magic-links", json!({ "email": email, "return_to": return_to }));
        for elsewhere in ["//evil.example", "/\\evil.example", "https://evil.example/", "evil", "", "/a b", "/\u{e9}"] {
            ask(elsewhere).await.refused(422, "body_invalid").refused_field("/return_to", "malformed");
        }
        assert_eq!(app.mails().await.len(), 0);
        ask("/organizations/tidewater?tab=people").await.is(202);
        let link = app.mails().await.pop().expect("a mail").link();
        assert!(link.ends_with("&return_to=%2Forganizations%2Ftidewater%3Ftab%3Dpeople"), "{link}");
    });
}

#[test]
fn what_is_no_address_is_refused() {
    test(async |app| {
        for email in ["", "nobody", "a@b", "a@b.example, c@d.example", "a@b.example\r\nBcc: c@d.example"] {
            assert_eq!(ask(app, email).await.refused(422, "body_invalid")["errors"][0]["pointer"], "/email");
        }
        assert_eq!(app.count("SELECT count(*) FROM outbox").await, 0);
    });
}

#[test]
fn one_mailbox_gets_so_many_mails_an_hour_whoever_asks() {
    test_with(&["--limit-mailbox", "2"], async |app| {
        let known = app.new_address();
        app.create(&known, false, false).await;
        let unknown = app.new_address();
        let mut refusals = Vec::new();
        for email in [&known, &unknown] {
            ask(app, email).await.is(202);
            ask(app, &email.to_uppercase()).await.is(202);
            let refusal = ask(app, email).await;
            refusal.refused(429, "rate_limited");
            let wait: u64 = refusal.header("retry-after").and_then(|wait| wait.parse().ok()).expect("how long to wait");
            assert!((1..=1800).contains(&wait), "{wait}");
            let names: BTreeSet<_> = refusal.headers.keys().map(ToString::to_string).collect();
            refusals.push((refusal["title"].clone(), names));
        }
        assert_eq!(refusals[0], refusals[1]);
        assert_eq!(app.mails().await.len(), 2);
        ask(app, &app.new_address()).await.is(202);
    });
}

#[test]
fn one_sender_causes_so_many_mails_an_hour_to_whomever() {
    test_with(&["--limit-mail-sender", "3"], async |app| {
        for _ in 0..3 {
            ask(app, &app.new_address()).await.is(202);
        }
        ask(app, &app.new_address()).await.refused(429, "rate_limited");
        assert_eq!(app.count("SELECT count(*) FROM outbox").await, 3);
    });
}
