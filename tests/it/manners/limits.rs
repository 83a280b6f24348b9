//! How much one caller may ask for.

use cofund_tests::{Answer, TestApp, json, test_with};

/// The number after `r=`: what is left.
fn left(answer: &Answer) -> u32 {
    let state = answer.header("ratelimit").expect("a RateLimit");
    let left = state.split(';').find_map(|part| part.strip_prefix("r="));
    left.and_then(|left| left.parse().ok()).unwrap_or_else(|| panic!("{state}"))
}

fn is_refused(answer: &Answer, limit: &str) {
    answer.refused(429, "rate_limited");
    let wait: u64 = answer.header("retry-after").and_then(|wait| wait.parse().ok()).expect("how long to wait");
    assert!((1..=61).contains(&wait), "{wait}");
    assert_eq!((left(answer), answer["retry_after"].as_u64()), (0, Some(wait)));
    assert!(answer.header("ratelimit-policy").is_some_and(|policy| policy.starts_with(limit)), "{answer:?}");
}

#[test]
fn an_address_is_told_how_much_is_left_and_then_to_wait() {
    test_with(&["--limit-address", "5"], async |app| {
        for used in 1..=5 {
            let answer = app.public().get("/tiers").await;
            assert_eq!(answer.is(200).header("ratelimit-policy"), Some("\"address\";q=5;w=60"));
            assert_eq!(left(&answer), 5 - used);
        }
        is_refused(&app.public().get("/tiers").await, "\"address\"");
        is_refused(&app.public().get("/nothing").await, "\"address\"");
        is_refused(&app.public().with_token("nonsense").get("/me").await, "\"address\"");
        // Whoever watches the program is not shut out.
        app.public().get("//healthz/ready").await.is(200);
    });
}

async fn two_people(app: &TestApp) -> [cofund_tests::Person; 2] {
    [app.person().await, app.person().await]
}

#[test]
fn people_at_one_address_do_not_use_up_each_others_share() {
    test_with(&["--limit-person", "3"], async |app| {
        let [one, two] = two_people(app).await;
        for used in 1..=3 {
            let answer = one.get("/me").await;
            assert_eq!(
                (answer.is(200).header("ratelimit-policy"), left(&answer)),
                (Some("\"person\";q=3;w=60"), 3 - used)
            );
        }
        is_refused(&one.get("/me").await, "\"person\"");
        two.get("/me").await.is(200);
        app.public().get("/tiers").await.is(200);
    });
}

#[test]
fn who_is_not_signed_in_asks_what_would_be_only_so_often() {
    test_with(&["--limit-questions", "2"], async |app| {
        let project = app.open_project("Asked about", json!({})).await;
        let ask = || app.public().post(&format!("/projects/{project}/simulate"), json!({ "amount": "10.00" }));
        ask().await.is(200);
        ask().await.is(200);
        ask().await.refused(429, "rate_limited");
        let backer = app.backer("Alder").await;
        backer.lead.post(&format!("/projects/{project}/simulate"), json!({ "amount": "10.00" })).await.is(200);
    });
}
