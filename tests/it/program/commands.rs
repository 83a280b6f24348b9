//! What is done at the command line.

use cofund_tests::{Database, MailServer, Program, Said, test_program};

use super::create_user;

fn run(database: &Database, arguments: &[&str]) -> Said {
    Program::run(arguments, &[("DATABASE_URL", &database.url)])
}

fn refuses(database: &Database, arguments: &[&str], words: &str) {
    let said = run(database, arguments);
    assert!(!said.success, "{arguments:?}");
    assert_eq!(said.err.lines().count(), 1, "{arguments:?}: {}", said.err);
    assert!(said.err.starts_with("cofund: ") && said.err.contains(words), "{arguments:?}: {}", said.err);
}

#[test]
fn an_account_and_a_token_are_made_and_the_token_works() {
    test_program(async |database| {
        let mails = MailServer::start();
        create_user(&database.url, "admin@people.example", &["--admin"]);
        let make = ["token", "create", "--email", "Admin@people.example", "--name", "Deploys"];
        let said = run(database, &[&make[..], &["--scope", "staff", "--scope", "admin"]].concat());
        assert!(said.success, "{}", said.err);
        let token = said.out.trim();
        assert!(token.starts_with("cf_") && said.out.lines().count() == 1, "it prints the token and nothing else");

        let program = Program::serve(&Program::settings(database, &mails.url));
        let deploys = program.public().with_token(token);
        assert_eq!(deploys.get("/me").await.is(200)["admin"], true);
        let audit = deploys.get("/admin/audit").await;
        let entries = audit.is(200).items();
        let actions: Vec<_> = entries.iter().filter_map(|entry| entry["action"].as_str()).collect();
        assert_eq!(actions, ["token_created", "user_created"]);
        assert!(entries.iter().all(|entry| entry["actor"]["kind"] == "command_line"), "{}", audit.text());
        program.stop();
    });
}

#[test]
fn what_cannot_be_made_is_said_in_one_line() {
    test_program(async |database| {
        create_user(&database.url, "ana@people.example", &[]);
        refuses(database, &["user", "create", "--email", "Ana@People.example"], "address");
        refuses(database, &["user", "create", "--email", "berta@people.example", "--name", ""], "--name");
        let token = |email, scope| ["token", "create", "--email", email, "--name", "Reports", "--scope", scope];
        refuses(database, &token("nobody@people.example", "read"), "nobody@people.example");
        refuses(database, &token("ana@people.example", "write"), "--scope");
        refuses(database, &token("ana@people.example", "staff"), "rights");
        let forever = [&token("ana@people.example", "read")[..], &["--days", "400"]].concat();
        refuses(database, &forever, "year");
        let made = database.client().query_one("SELECT count(*) FROM access_tokens", &[]).await.expect("a count");
        assert_eq!(made.get::<_, i64>(0), 0);
        assert!(!run(database, &["user", "create", "--email", "nonsense"]).success);
    });
}

#[test]
fn a_bare_database_is_brought_up_once() {
    test_program(async |_| {
        let bare = Database::create_bare().await;
        refuses(&bare, &["user", "create", "--email", "ana@people.example"], "");
        let first = run(&bare, &["migrate"]);
        assert!(first.success && first.out.lines().count() >= 3, "{}{}", first.out, first.err);
        let second = run(&bare, &["migrate"]);
        assert_eq!((second.success, second.out.as_str()), (true, ""));
        create_user(&bare.url, "ana@people.example", &[]);
        bare.drop().await;
    });
}

#[test]
fn two_that_bring_it_up_at_once_take_turns() {
    test_program(async |_| {
        let bare = Database::create_bare().await;
        let outcomes: Vec<Said> = std::thread::scope(|scope| {
            let runs: Vec<_> = (0..3).map(|_| scope.spawn(|| run(&bare, &["migrate"]))).collect();
            runs.into_iter().map(|run| run.join().expect("it ends")).collect()
        });
        assert!(
            outcomes.iter().all(|said| said.success),
            "{}",
            outcomes.iter().map(|said| said.err.as_str()).collect::<String>()
        );
        assert_eq!(outcomes.iter().filter(|said| !said.out.is_empty()).count(), 1, "one of them did it");
        bare.drop().await;
    });
}
