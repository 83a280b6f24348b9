//! What is missing before a project can be public, with word counts.

use cofund_tests::{Answer, Value, json, prose, test};

fn missing(check: &Answer, publish_as: &str) -> Vec<(String, String)> {
    let word = |value: &Value| value.as_str().expect("a word").to_owned();
    let all = check.is(200)[publish_as].as_array().expect("what is missing").clone();
    all.iter().map(|missing| (word(&missing["field"]), word(&missing["code"]))).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(field, code)| ((*field).to_owned(), (*code).to_owned())).collect()
}

#[test]
fn an_empty_draft_lacks_everything() {
    test(async |app| {
        let staff = app.staff().await;
        staff.post("/projects", json!({ "title": "Empty" })).await.is(201);
        let check = staff.get("/projects/empty/publish-check").await;
        let candidate = [
            ("summary", "required"),
            ("problem", "too_few_words"),
            ("solution", "too_few_words"),
            ("implementation", "too_few_words"),
            ("fit", "too_few_words"),
            ("research", "too_few_words"),
            ("theme", "required"),
            ("deliverables", "required"),
            ("goal", "required"),
        ];
        assert_eq!(missing(&check, "candidate"), pairs(&candidate));
        let open = [candidate.as_slice(), &[("pledge_by", "required"), ("capacity_hours", "required")]].concat();
        assert_eq!(missing(&check, "open"), pairs(&open));
        assert_eq!(check["word_counts"][0], json!({ "field": "problem", "words": 0, "at_least": 50, "at_most": null }));
    });
}

#[test]
fn words_are_counted_between_their_bounds() {
    test(async |app| {
        let staff = app.staff().await;
        let project = app.draft("Words", json!({})).await;
        let path = format!("/projects/{project}");
        let cases = [
            (json!({ "problem": prose(49) }), Some(("problem", "too_few_words"))),
            (json!({ "problem": prose(50), "solution": prose(501) }), Some(("solution", "too_many_words"))),
            (
                json!({ "solution": prose(500), "implementation": prose(501) }),
                Some(("implementation", "too_many_words")),
            ),
            (json!({ "implementation": prose(50), "fit": prose(24) }), Some(("fit", "too_few_words"))),
            // A dash is no word.
            (json!({ "fit": prose(24) + " — – *" }), Some(("fit", "too_few_words"))),
            (json!({ "fit": prose(25), "problem": prose(900) }), None),
        ];
        for (change, expected) in cases {
            staff.edit(&path, change).await.is(200);
            let check = staff.get(&format!("{path}/publish-check")).await;
            assert_eq!(missing(&check, "candidate"), pairs(&Vec::from_iter(expected)));
            assert_eq!(missing(&check, "open"), pairs(&Vec::from_iter(expected)));
        }
    });
}

#[test]
fn a_range_is_enough_for_a_candidate_and_not_to_be_open() {
    test(async |app| {
        let staff = app.staff().await;
        let range = json!({ "goal": null, "goal_low": "500.00", "goal_high": "900.00" });
        let project = app.draft("Range", range).await;
        let path = format!("/projects/{project}/publish-check");
        let check = staff.get(&path).await;
        assert!(missing(&check, "candidate").is_empty());
        assert_eq!(missing(&check, "open"), pairs(&[("goal", "required")]));
        let high = json!({ "goal": "9.00", "capacity_hours": null });
        staff.edit(&format!("/projects/{project}"), high).await.is(200);
        let check = staff.get(&path).await;
        let expected = pairs(&[("minimum_pledge", "above_goal"), ("capacity_hours", "required")]);
        assert_eq!(missing(&check, "open"), expected);
    });
}

#[test]
fn it_is_for_staff() {
    test(async |app| {
        let draft = app.draft("Hidden", json!({})).await;
        let open = app.open_project("Open", json!({})).await;
        let person = app.person().await;
        person.get(&format!("/projects/{draft}/publish-check")).await.refused(404, "not_found");
        person.get(&format!("/projects/{open}/publish-check")).await.refused(403, "not_staff");
    });
}
