//! Two organisations' people cannot see or touch each other's pledges, by any id anywhere.

use cofund_tests::{Person, TestApp, json, new_key, test};

/// Everybody of Birch, and a program of its lead's.
async fn people_of_birch(app: &TestApp) -> Vec<Person> {
    let birch = app.organization("Birch").await;
    let mut people = Vec::new();
    for role in ["viewer", "finance", "champion", "lead"] {
        people.push(app.member(&birch, role).await);
    }
    people.push(app.program_of(&people[3], &["read", "pledge", "organization"]).await);
    people
}

#[test]
fn another_organisations_pledge_is_nowhere() {
    test(async |app| {
        let project = app.open_project("Sync", json!({ "mode": "shared" })).await;
        let other = app.open_project("Other", json!({})).await;
        let alder = app.backer("Alder").await;
        let hidden =
            json!({ "amount": "123.45", "visibility": "anonymous", "note": "Secret note", "purchase_order": "PO-77" });
        let pledge = alder.pledge(&project, hidden).await.is(201).id();
        let people = people_of_birch(app).await;
        let before = app.dump().await;
        for person in &people {
            let path = format!("/pledges/{pledge}");
            person.get(&path).await.refused(404, "not_found");
            person.get(&format!("{path}/history")).await.refused(404, "not_found");
            person.patch(&path, "\"1\"", json!({ "amount": "1.00" })).await.refused(404, "not_found");
            person.patch(&path, "\"1\"", json!({ "visibility": "public" })).await.refused(404, "not_found");
            for (step, body) in [
                ("approve", json!({})),
                ("decline", super::because()),
                ("withdraw", super::because()),
                ("release", super::because()),
                ("sign", super::agreement()),
                ("default", super::because()),
            ] {
                let call = person.post(&format!("{path}/{step}"), body).header("if-match", "\"1\"").key(&new_key());
                call.await.refused(404, "not_found");
            }
            for (project, question) in [
                (&project, json!({ "withdraw": pledge })),
                (&project, json!({ "edit": pledge, "amount": "200.00" })),
                (&project, json!({ "edit": pledge, "visibility": "public" })),
                (&other, json!({ "withdraw": pledge })),
            ] {
                let asked = person.post(&format!("/projects/{project}/simulate"), question).await;
                asked.refused(404, "not_found");
            }
            let place = alder.pledge_as(person, &other, json!({ "amount": "100.00" })).await;
            place.refused(403, "not_a_member");
            let asked = json!({ "organization": "alder", "amount": "100.00" });
            person.post(&format!("/projects/{other}/simulate"), asked).await.refused(403, "not_a_member");
            person.get("/organizations/alder/pledges").await.refused(403, "not_a_member");
            for path in [
                format!("/projects/{project}/pledges"),
                format!("/projects/{project}"),
                "/organizations/birch/pledges".to_owned(),
            ] {
                let seen = person.get(&path).await.is(200).text();
                for secret in [pledge.as_str(), "Secret note", "PO-77", "alder"] {
                    assert!(!seen.contains(secret), "{path}: {seen}");
                }
            }
        }
        assert_eq!(app.dump().await, before, "nothing changed");
    });
}

#[test]
fn a_pledge_is_asked_about_only_where_it_is() {
    test(async |app| {
        let [here, there] = [app.open_project("Here", json!({})).await, app.open_project("There", json!({})).await];
        let alder = app.backer("Alder").await;
        let pledge = alder.gives(&here, "100.00").await;
        for question in [json!({ "withdraw": pledge }), json!({ "edit": pledge, "amount": "50.00" })] {
            let asked = alder.lead.post(&format!("/projects/{there}/simulate"), question.clone()).await;
            asked.refused(404, "not_found");
            alder.lead.post(&format!("/projects/{here}/simulate"), question.clone()).await.is(200);
            let public = app.public().post(&format!("/projects/{here}/simulate"), question).await;
            public.refused(401, "unauthenticated");
        }
    });
}

#[test]
fn whether_somebody_hidden_pledged_cannot_be_asked_with_conditions() {
    test(async |app| {
        let project = app.open_project("Sync", json!({ "mode": "shared" })).await;
        let [alder, birch, cedar] = [app.backer("Alder").await, app.backer("Birch").await, app.backer("Cedar").await];
        alder.pledge(&project, json!({ "amount": "100.00", "visibility": "anonymous" })).await.is(201);
        let ask = async |backer: &cofund_tests::Backer, required: &str| {
            let conditions = json!({ "requires_org": required });
            let asked = json!({ "organization": backer.slug, "amount": "100.00", "conditions": conditions });
            let answer = backer.lead.post(&format!("/projects/{project}/simulate"), asked).await;
            answer.is(200).text().replace(required, "them")
        };
        assert_eq!(ask(&birch, "alder").await, ask(&birch, "cedar").await, "who hides looks like who is not there");
        cedar.gives(&project, "100.00").await;
        assert_ne!(ask(&birch, "alder").await, ask(&birch, "cedar").await);
    });
}
