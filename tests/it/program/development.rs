//! Development: everything on this machine, mails as files on a page.

use cofund_tests::{Database, Program, Wire, json, request, test_program};

fn serve(database: &Database, mails: &tempfile::TempDir) -> Program {
    let mut settings = Program::settings(database, "");
    for name in ["SMTP_URL", "COFUND_SECRET"] {
        settings.remove(name);
    }
    settings.insert("COFUND_DEV", "true".to_owned());
    settings.insert("COFUND_MAIL_DIR", mails.path().display().to_string());
    Program::serve(&settings)
}

#[test]
fn it_needs_neither_mail_server_nor_secret_and_shows_the_mails() {
    test_program(async |database| {
        let folder = tempfile::tempdir().expect("a folder");
        super::create_user(&database.url, "ana@people.example", &["--staff"]);
        let program = serve(database, &folder);
        let public = program.public();
        assert!(public.get("//dev").await.is(200).text().contains("ana@people.example"));
        public.post("/auth/magic-links", json!({ "email": "ana@people.example" })).await.is(202);
        while !public.get("//dev").await.is(200).text().contains("/dev/mails/") {
            tokio::task::yield_now().await;
        }
        let link = public.get("//dev/sign-in/ana@people.example").await;
        let token =
            link.is(303).header("location").and_then(|to| to.split_once("#token=")).expect("a link").1.to_owned();
        public.post("/auth/magic-links/redeem", json!({ "token": token })).await.is(200);
        program.stop();
    });
}

/// A page of another site that points its own name at this machine is of the same origin to the browser, and may send
/// any header but `Host`.
#[test]
fn a_page_under_another_name_gets_nothing() {
    test_program(async |database| {
        let folder = tempfile::tempdir().expect("a folder");
        super::create_user(&database.url, "ana@people.example", &["--admin"]);
        let program = serve(database, &folder);
        for path in ["/dev", "/dev/people.json", "/dev/sign-in/ana@people.example", "/dev/mails/a.eml"] {
            for pretence in ["x-a: b", "x-forwarded-host: 127.0.0.1", "forwarded: host=localhost", "x-host: localhost"]
            {
                let asked = request(&format!("GET {path}"), None, &[pretence], "");
                let mut wire = Wire::connect(&program.url).await;
                wire.send(asked.replace("host: 127.0.0.1\r\nconnection", "host: evil.example\r\nconnection")).await;
                let heard = wire.hear().await;
                assert!(heard.starts_with("HTTP/1.1 404"), "{path} {pretence}: {heard}");
            }
        }
        program.stop();
    });
}

#[test]
fn elsewhere_there_are_no_such_pages() {
    test_program(async |database| {
        let program = Program::serve(&Program::settings(database, "smtp://127.0.0.1:1"));
        for path in ["//dev", "//dev/people.json", "//dev/sign-in/ana@people.example", "//dev/mails/a.eml"] {
            program.public().get(path).await.refused(404, "not_found");
        }
        program.stop();
    });
}
