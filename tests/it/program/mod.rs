//! The program as those who run it see it.

mod commands;
mod deliver_mail;
mod development;
mod help;
mod logs;
mod mail_troubles;
mod metrics;
mod refuse_to_start;
mod stop;

use cofund_tests::{MailServer, Person, Program, json};

/// Signs somebody who has an account in at a running program, by the mail it sends.
async fn sign_in(program: &Program, mails: &MailServer, email: &str) -> Person {
    let before = mails.mails().len();
    program.public().post("/auth/magic-links", json!({ "email": email })).await.is(202);
    let mail = mails.wait_for(before + 1).pop().expect("a mail");
    assert_eq!(mail.to, email);
    let mut person = program.public();
    let session = person.post("/auth/magic-links/redeem", json!({ "token": mail.token() })).await;
    session.is(200).keep_session(&mut person);
    person
}

/// An account, made at the command line.
fn create_user(database_url: &str, email: &str, rights: &[&str]) {
    let arguments = [&["user", "create", "--email", email, "--name", "Ana Kelp"], rights].concat();
    let said = Program::run(&arguments, &[("DATABASE_URL", database_url)]);
    assert!(said.success, "{}", said.err);
}
