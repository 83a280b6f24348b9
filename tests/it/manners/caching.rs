//! What may be kept, by whom and for how long; and in which clothes an answer comes.

use cofund_tests::{json, test};
use reqwest::Method;

#[test]
fn what_everybody_sees_may_be_shared_for_a_moment() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let one = format!("/organizations/{tidewater}");
        for path in ["/tiers", "/themes", "/narratives", "/terms/current", "/terms/2026-11", "/organizations", &one] {
            let public = app.public().get(path).await;
            assert_eq!(public.is(200).header("cache-control"), Some("public, max-age=0, s-maxage=1"));
            let mine = app.staff().await.get(path).await;
            assert_eq!(mine.is(200).header("cache-control"), Some("private, no-store"));
            for answer in [public, mine] {
                let vary = answer.header("vary").expect("a Vary");
                for name in ["Authorization", "Accept", "Accept-Encoding"] {
                    assert!(vary.split(", ").any(|one| one == name), "{vary}");
                }
            }
        }
    });
}

#[test]
fn changes_and_refusals_are_kept_nowhere() {
    test(async |app| {
        let asked = app.public().post("/auth/magic-links", json!({ "email": app.new_address() })).await;
        assert_eq!(asked.is(202).header("cache-control"), Some("no-store"));
        for refusal in [app.public().get("/nothing").await, app.public().get("/me").await] {
            assert_eq!(refusal.header("cache-control"), Some("no-store"));
        }
        let person = app.person().await;
        let answer = person.refresh_with(person.cookie.as_deref().expect("a cookie")).await;
        assert_eq!(answer.is(200).header("cache-control"), Some("no-store"));
    });
}

#[test]
fn whoever_has_it_already_gets_nothing_new_and_is_told_the_same() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let path = format!("/organizations/{tidewater}");
        let first = app.public().get(&path).await;
        let again = app.public().get(&path).header("if-none-match", &first.etag()).await;
        assert_eq!((again.is(304).bytes.len(), again.etag()), (0, first.etag()));
        for name in ["cache-control", "vary"] {
            assert_eq!(again.header(name), first.header(name));
        }
    });
}

#[test]
fn whoever_may_look_may_ask_whether_there_is_something() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        for path in ["/tiers".to_owned(), format!("/organizations/{tidewater}"), "//healthz/ready".to_owned()] {
            let whole = app.public().get(&path).await;
            let head = app.public().call(Method::HEAD, &path).await;
            assert_eq!((head.is(200).bytes.len(), whole.status), (0, 200));
            for name in ["content-type", "content-length", "etag", "cache-control", "vary"] {
                assert_eq!(head.header(name), whole.header(name), "{name} of {path}");
            }
        }
        for (path, status) in [("/nothing", 404), ("/me", 401), ("/auth/refresh", 405)] {
            let head = app.public().call(Method::HEAD, path).await;
            assert_eq!((head.status, head.bytes.len()), (status, 0));
        }
    });
}

#[test]
fn an_answer_comes_compressed_to_whoever_can_read_it() {
    test(async |app| {
        let ask = |accepted: &str| app.public().get("/openapi.json").header("accept-encoding", accepted);
        let plain = ask("identity").await;
        assert_eq!(plain.is(200).header("content-encoding"), None);
        for (accepted, used) in [("gzip", "gzip"), ("br", "br"), ("br;q=0.5, gzip", "gzip"), ("gzip, br", "br")] {
            let answer = ask(accepted).await;
            let encoding = answer.is(200).header("content-encoding").expect("an encoding");
            assert!(accepted == "gzip, br" || encoding == used, "{accepted} gave {encoding}");
            assert!(answer.bytes.len() * 4 < plain.bytes.len(), "{} of {}", answer.bytes.len(), plain.bytes.len());
            assert!(answer.header("vary").is_some_and(|vary| vary.to_lowercase().contains("accept-encoding")));
        }
    });
}

#[test]
fn an_answer_says_what_it_is() {
    test(async |app| {
        let (staff, person) = (app.staff().await, app.person().await);
        let json = [
            app.public().get("/tiers").await,
            app.public().get("/openapi.json").await,
            app.public().get("//healthz/live").await,
            app.public().get("//healthz/ready").await,
            person.get("/me").await,
            person.refresh_with(person.cookie.as_deref().expect("a cookie")).await,
            staff.post("/admin/users", json!({ "email": app.new_address() })).await,
            staff.get("/admin/users").await,
        ];
        for answer in json {
            assert_eq!(answer.header("content-type"), Some("application/json"), "{}", answer.request);
        }
        let nothing = staff.delete(&format!("/admin/users/{}/sessions", person.id())).await;
        assert_eq!((nothing.is(204).header("content-type"), nothing.bytes.len()), (None, 0));
    });
}
