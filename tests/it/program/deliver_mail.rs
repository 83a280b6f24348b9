//! Mails by a real mail server, from real programs.

use std::collections::BTreeSet;

use cofund_tests::{MailServer, Program, json, test_program};

use super::create_user;

#[test]
fn a_mail_comes_once_and_in_both_forms() {
    test_program(async |database| {
        let mails = MailServer::start();
        create_user(&database.url, "ana@people.example", &[]);
        let settings = Program::settings(database, &mails.url);
        let program = Program::serve(&settings);
        program.public().post("/auth/magic-links", json!({ "email": "ana@people.example" })).await.is(202);
        let mail = mails.wait_for(1).pop().expect("a mail");
        program.stop();
        assert_eq!(mails.mails().len(), 1);
        assert_eq!(mail.to, "ana@people.example");
        assert!(mail.text.contains("Ana Kelp") && mail.html.contains("Ana Kelp"), "{}", mail.text);
        assert!(mail.html.contains("<a ") && !mail.text.contains('<'), "{}", mail.html);
        assert!(mail.link().starts_with(&settings["COFUND_PUBLIC_URL"]), "{}", mail.link());
        assert!(mail.message_id.ends_with("@cofund.example"), "{}", mail.message_id);
        let left = "SELECT count(*) FROM outbox WHERE done_at IS NULL OR payload <> '{}'";
        assert_eq!(database.client().query_one(left, &[]).await.expect(left).get::<_, i64>(0), 0);
    });
}

#[test]
fn several_programs_send_each_mail_once() {
    test_program(async |database| {
        let mails = MailServer::start();
        let programs: Vec<_> = (0..3).map(|_| Program::serve(&Program::settings(database, &mails.url))).collect();
        for number in 0..30 {
            let email = format!("person-{number}@people.example");
            let sql = "INSERT INTO users (id, email, name, created_at, updated_at) VALUES (gen_random_uuid(), $1, 'Ana', now(), now())";
            database.client().execute(sql, &[&email]).await.expect("a person");
            let asked = programs[number % 3].public().post("/auth/magic-links", json!({ "email": email }));
            // The limit for one sender is thirty an hour: for each program.
            asked.await.is(202);
        }
        mails.wait_for(30);
        for program in programs {
            program.stop();
        }
        let mails = mails.mails();
        let people: BTreeSet<_> = mails.iter().map(|mail| mail.to.clone()).collect();
        assert_eq!((mails.len(), people.len()), (30, 30));
    });
}

#[test]
fn what_one_program_left_another_sends() {
    test_program(async |database| {
        let mails = MailServer::start();
        create_user(&database.url, "ana@people.example", &[]);
        let idle = Program::serve_with(&["serve", "--no-worker"], &Program::settings(database, &mails.url));
        idle.public().post("/auth/magic-links", json!({ "email": "ana@people.example" })).await.is(202);
        idle.stop();
        assert_eq!(mails.mails().len(), 0);
        let program = Program::serve(&Program::settings(database, &mails.url));
        mails.wait_for(1);
        program.stop();
    });
}
