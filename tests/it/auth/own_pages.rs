//! Sessions are renewed and ended by our own pages only.

use cofund_tests::{Answer, Person, test, test_with};

async fn from_page(person: &Person, path: &str, headers: &[(&str, &str)]) -> Answer {
    let cookie = person.cookie.clone().expect("a cookie");
    let mut call = person.with_nothing().post_nothing(path).header("cookie", &cookie);
    for (name, value) in headers {
        call = call.header(name, value);
    }
    call.await
}

#[test]
fn another_sites_page_neither_renews_nor_ends_a_session() {
    test(async |app| {
        let mut person = app.person().await;
        let port = app.url.rsplit(':').next().expect("a port");
        let foreign = [
            "https://evil.example".to_owned(),
            "null".into(),
            format!("{}.evil.example", app.url),
            format!("https://127.0.0.1:{port}"),
            format!("http://localhost:{port}"),
            "http://127.0.0.1:1".into(),
        ];
        let mut attempts: Vec<Vec<(&str, &str)>> =
            foreign.iter().map(|origin| vec![("origin", origin.as_str())]).collect();
        attempts.push(vec![("sec-fetch-site", "cross-site")]);
        attempts.push(vec![("sec-fetch-site", "same-site")]);
        for headers in attempts {
            for path in ["/auth/refresh", "/auth/logout"] {
                let answer = from_page(&person, path, &headers).await;
                answer.refused(403, "origin_not_allowed");
                assert_eq!(answer.header("set-cookie"), None);
            }
        }
        person.get("/me").await.is(200);
        person.refresh().await.is(200);
    });
}

#[test]
fn our_own_page_and_a_program_may() {
    test_with(&["--spa-origins", "https://app.cofund.example"], async |app| {
        for headers in [
            vec![("origin", app.url.as_str()), ("sec-fetch-site", "same-origin")],
            vec![("origin", "https://app.cofund.example"), ("sec-fetch-site", "same-site")],
            vec![("sec-fetch-site", "same-origin")],
            vec![],
        ] {
            let person = app.person().await;
            from_page(&person, "/auth/refresh", &headers).await.is(200);
            from_page(&person, "/auth/logout", &headers).await.is(204);
            person.get("/me").await.refused(401, "token_invalid");
        }
    });
}
