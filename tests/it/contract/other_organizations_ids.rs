//! Nobody gets anywhere with the ids of another organisation, wherever they can be put.

use cofund_tests::{Person, TestApp, test};

use super::operations;
use super::rows::{Role, Row, rows};
use super::scene::{Scene, Things};

/// The people of another organisation, and a program of theirs.
async fn people_of(app: &TestApp, organization: &str) -> Vec<Person> {
    let mut people = Vec::new();
    for role in ["viewer", "finance", "champion", "lead"] {
        people.push(app.member(organization, role).await);
    }
    let lead = people.last().expect("a lead").clone();
    people.push(app.program_of(&lead, &["read", "pledge", "organization"]).await);
    people
}

/// Rows whose address names something that not everybody may see.
fn rows_with_ids() -> Vec<(Row, String, String)> {
    let operations = operations();
    let with_paths = rows().into_iter().map(|row| {
        let (method, path) = operations.get(row.operation).expect("an operation").clone();
        (row, method, path)
    });
    let is_public = |row: &Row| row.may.contains(&Role::Public);
    // Anybody may follow what everybody sees: it is a matter between a person and a project.
    let is_anybodys = |path: &str| path.ends_with("/follow");
    with_paths.filter(|(row, _, path)| path.contains('{') && !is_public(row) && !is_anybodys(path)).collect()
}

#[test]
fn nothing_is_seen_or_changed_with_them() {
    test(async |app| {
        let scene = Scene::set(app).await;
        let harbour = app.organization("The harbour").await;
        let people = people_of(app, &harbour).await;
        let mut asked = 0;
        for (row, method, path) in rows_with_ids() {
            // Everything is Tidewater's; then all but the organisation's own name.
            let theirs = scene.things(&row, &path, Role::Lead).await;
            let mixed = Things { organization: harbour.clone(), ..theirs.clone() };
            let mut attempts = vec![&theirs];
            if path.matches('{').count() > 1 {
                attempts.push(&mixed);
            }
            let before = app.dump().await;
            for things in attempts {
                for person in &people {
                    let answer = scene.send(&row, &method, &path, things, person).await;
                    let refused = matches!(answer.status, 403 | 404);
                    assert!(refused, "{}: {} answered {} {}", row.name(), answer.request, answer.status, answer.text());
                    for secret in [&things.member, &things.invitation, &things.new_email] {
                        let path_names_it = answer.request.contains(secret.as_str());
                        assert!(secret.is_empty() || path_names_it || !answer.text().contains(secret.as_str()));
                    }
                    asked += 1;
                }
            }
            assert_eq!(app.dump().await, before, "{} changed something", row.name());
        }
        println!("{asked} requests, nothing seen, nothing changed");
    });
}

#[test]
fn what_is_public_of_others_is_all_they_see() {
    test(async |app| {
        let (tidewater, harbour) = (app.organization("Tidewater").await, app.organization("Harbour").await);
        let secret = cofund_tests::json!({ "billing_name": "Hidden", "billing_email": "hidden@tidewater.example" });
        app.lead_of(&tidewater).await.edit(&format!("/organizations/{tidewater}"), secret).await.is(200);
        for person in people_of(app, &harbour).await {
            for path in [
                format!("/organizations/{tidewater}"),
                "/organizations".to_owned(),
                "/organizations?q=hidden".to_owned(),
            ] {
                let seen = person.get(&path).await;
                assert!(!seen.is(200).text().to_lowercase().contains("hidden"), "{path}: {}", seen.text());
            }
        }
    });
}
