//! Staff look for people.

use std::collections::BTreeSet;

use cofund_tests::{Answer, Person, TestApp, json, test};

async fn fill(app: &TestApp, names: &[&str]) -> Person {
    let staff = app.staff().await;
    for name in names {
        let new = json!({ "email": app.new_address(), "name": name });
        staff.post("/admin/users", new).await.is(201);
    }
    staff
}

fn names(answer: &Answer) -> Vec<&str> {
    answer.is(200).items().iter().filter_map(|user| user["name"].as_str()).collect()
}

/// All pages from this one on; follows the `Link` and checks it against `next_cursor`.
async fn pages(person: &Person, path: &str) -> Vec<Answer> {
    let mut pages = Vec::new();
    let mut next = Some(format!("/{path}").replacen("//", "/", 1));
    while let Some(path) = next {
        let page = person.get(&path).await;
        let link = page.is(200).header("link").map(|link| {
            let inner = link.strip_prefix("</api/v1").and_then(|link| link.strip_suffix(">; rel=\"next\""));
            inner.unwrap_or_else(|| panic!("{link}")).to_owned()
        });
        assert_eq!(link.is_some(), page["next_cursor"].is_string());
        next = link;
        pages.push(page);
    }
    pages
}

#[test]
fn all_pages_together_hold_everybody_once() {
    test(async |app| {
        // Twins: the order must not depend on the name alone.
        let staff = fill(app, &["Ana", "Ana", "Ana", "berta", "Berta", "Émile", "Zoë", "Ana"]).await;
        let whole = staff.get("/admin/users?limit=100").await;
        assert_eq!(whole["next_cursor"], json!(null));
        for limit in [1, 2, 3, 4, 9] {
            let pages = pages(&staff, &format!("/admin/users?limit={limit}")).await;
            let items: Vec<_> = pages.iter().flat_map(Answer::items).collect();
            let ids: BTreeSet<_> = items.iter().filter_map(|user| user["id"].as_str()).collect();
            assert_eq!((items.len(), ids.len()), (9, 9), "pages of {limit}");
            assert!(pages[..pages.len() - 1].iter().all(|page| page.items().len() == limit));
            assert_eq!(items, whole.items().iter().collect::<Vec<_>>());
        }
    });
}

#[test]
fn who_comes_or_goes_meanwhile_moves_nobody_else() {
    test(async |app| {
        let staff = fill(app, &["Berta", "Dora", "Fanny"]).await;
        let first = staff.get("/admin/users?limit=2").await;
        assert_eq!(names(&first), ["Berta", "Dora"]);
        fill(app, &["Ana", "Emma"]).await;
        let cursor = first["next_cursor"].as_str().expect("a cursor");
        let second = staff.get(&format!("/admin/users?limit=2&cursor={cursor}")).await;
        assert_eq!(names(&second), ["Emma", "Fanny"]);
    });
}

#[test]
fn a_cursor_belongs_to_its_search() {
    test(async |app| {
        let staff = fill(app, &["Ana", "Anna", "Anne"]).await;
        let page = staff.get("/admin/users?q=an&limit=1").await;
        let cursor = page["next_cursor"].as_str().expect("a cursor").to_owned();
        for other in ["q=ann", "q=an&staff=false", "staff=true", "limit=1"] {
            let path = format!("/admin/users?{other}&cursor={cursor}");
            staff.get(&path).await.refused(400, "cursor_invalid");
        }
        for nonsense in ["x", "", &"A".repeat(3000), &cursor[1..], "e30", "bnVsbA"] {
            staff.get(&format!("/admin/users?q=an&cursor={nonsense}")).await.refused(400, "cursor_invalid");
        }
        assert_eq!(names(&staff.get(&format!("/admin/users?q=an&limit=50&cursor={cursor}")).await), ["Anna", "Anne"]);
    });
}

#[test]
fn a_page_has_one_to_a_hundred_people() {
    test(async |app| {
        let staff = fill(app, &["Ana"; 21]).await;
        assert_eq!(staff.get("/admin/users").await.items().len(), 20);
        for limit in ["0", "-1", "101", "9223372036854775807"] {
            let refusal = staff.get(&format!("/admin/users?limit={limit}")).await;
            refusal.refused(422, "query_invalid").refused_field("?limit", "out_of_range");
        }
        for limit in ["", "ten", "1.5", "99999999999999999999"] {
            let refusal = staff.get(&format!("/admin/users?limit={limit}")).await;
            refusal.refused(422, "query_invalid").refused_field("?limit", "wrong_type");
        }
    });
}

#[test]
fn words_are_found_as_they_stand() {
    test(async |app| {
        let staff = fill(app, &["100% Ana", "Under_score", "Back\\slash", "Plain", "O'Hara; --", "Zoë"]).await;
        let found = async |q: &str| {
            let query: String = url_encoded(q);
            let answer = staff.get(&format!("/admin/users?q={query}&staff=false")).await;
            names(&answer).join(", ")
        };
        assert_eq!(found("%").await, "100% Ana");
        assert_eq!(found("_").await, "Under_score");
        assert_eq!(found("\\").await, "Back\\slash");
        assert_eq!(found("'hara; --").await, "O'Hara; --");
        assert_eq!(found("zoË").await, "Zoë");
        assert_eq!(found("PLAIN").await, "Plain");
        assert_eq!(found(" plain ").await, "Plain");
        assert_eq!(found("nobody").await, "");
        assert_eq!(found("@people.example").await.matches(", ").count(), 5, "addresses are searched, too");
        assert_eq!(found("").await.matches(", ").count(), 5);
        assert_eq!(found(&"x".repeat(3000)).await, "");
    });
}

/// PostgreSQL has no text with it: nothing can match.
#[test]
fn a_character_that_no_text_holds_is_refused() {
    test(async |app| {
        let admin = app.admin().await;
        for path in ["/admin/users?q=a%00b", "/organizations?q=%00", "/admin/audit?action=%00"] {
            admin.get(path).await.refused(422, "query_invalid");
        }
        // A cursor is the caller's word, too.
        let forged = "eyJsaXN0IjoidXNlcnM_cT0mc3RhZmY9Iiwia2V5IjpbIlx1MDAwMCIsIjAxOTMwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMCJdfQ";
        admin.get(&format!("/admin/users?cursor={forged}")).await.refused(400, "cursor_invalid");
    });
}

#[test]
fn staff_can_be_listed_apart() {
    test(async |app| {
        let staff = fill(app, &["Ana"]).await;
        assert_eq!(names(&staff.get("/admin/users?staff=false").await), ["Ana"]);
        assert_eq!(staff.get("/admin/users?staff=true").await.items()[0]["id"], staff.id());
        staff.get("/admin/users?staff=yes").await.refused(422, "query_invalid").refused_field("?staff", "wrong_type");
        staff.get("/admin/users?role=lead").await.refused(422, "query_invalid").refused_field("?role", "unknown_field");
    });
}

#[test]
fn a_row_tells_when_somebody_was_there_and_what_may_be_done() {
    test(async |app| {
        let tidewater = app.organization("Tidewater").await;
        let lead = app.lead_of(&tidewater).await;
        let staff = app.staff().await;
        let found = staff.get(&format!("/admin/users?q={}", lead.email())).await;
        let [row] = found.is(200).items() else { panic!("one person") };
        assert_eq!(row["last_seen_at"], json!(app.clock.now()));
        assert_eq!(row["memberships"][0]["organization"]["slug"], tidewater);
        assert_eq!(row["can"]["disable"], json!({ "ok": true, "code": null }));
        assert_eq!(row["can"]["make_staff"], json!({ "ok": false, "code": "not_admin" }));
    });
}

fn url_encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
