//! One organisation's ceiling and one champion's limit hold over all projects at once.

use cofund_tests::{Answer, Call, TestApp, json, race, test};

use super::let_in;

const PROJECTS: usize = 16;

async fn projects(app: &TestApp) -> Vec<String> {
    let mut projects = Vec::new();
    for number in 0..PROJECTS {
        let mode = if number % 2 == 0 { "fixed" } else { "shared" };
        projects.push(app.open_project(&format!("Project {number}"), json!({ "mode": mode })).await);
    }
    projects
}

/// Four times to each project.
fn everywhere(projects: &[String], pledge: impl Fn(&str) -> Call) -> Vec<Call> {
    (0..4).flat_map(|_| projects.iter().map(|project| pledge(project))).collect()
}

fn is_made(answer: &Answer, status: &str) -> bool {
    answer.status == 201 && answer["status"] == status
}

#[test]
fn a_ceiling_is_not_passed_in_many_projects_at_once() {
    test(async |app| {
        let (projects, backer) = (projects(app).await, app.backer("Alder").await);
        let path = format!("/organizations/{}", backer.slug);
        app.staff().await.edit(&path, json!({ "yearly_ceiling": "105.00" })).await.is(200);
        let answers = race(everywhere(&projects, |project| backer.pledge(project, json!({ "amount": "10.00" })))).await;
        assert_eq!(let_in(&answers, &["above_ceiling", "already_pledged"]), 10);
        assert_eq!(app.count("SELECT sum(amount)::bigint FROM pledge_years").await, 100);
        app.holds_together().await;
    });
}

#[test]
fn a_champion_does_not_pass_the_limit_in_many_projects_at_once() {
    test(async |app| {
        let (projects, backer) = (projects(app).await, app.backer("Alder").await);
        let email = app.new_address();
        let new = json!({ "email": email, "role": "champion", "pledge_limit": "105.00" });
        app.staff().await.post(&format!("/organizations/{}/members", backer.slug), new).await.is(201);
        let champion = app.sign_in(&email).await;
        let calls = everywhere(&projects, |project| backer.pledge_as(&champion, project, json!({ "amount": "10.00" })));
        let answers = race(calls).await;
        assert_eq!(let_in(&answers, &["already_pledged"]), PROJECTS);
        // Above the limit it is a request, which holds nothing.
        assert_eq!(answers.iter().filter(|answer| is_made(answer, "pledged")).count(), 10);
        assert_eq!(answers.iter().filter(|answer| is_made(answer, "requested")).count(), PROJECTS - 10);
        app.holds_together().await;
    });
}
