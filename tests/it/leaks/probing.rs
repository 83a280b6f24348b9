//! Asking on purpose: what is answered about an organisation that hides is what is answered about one that is not there.

use cofund_tests::{Answer, Person, Value, json, test};

use super::scene::Scene;

/// An answer without what only repeats the question.
fn about(answer: &Answer, slug: &str) -> (u16, String) {
    let mut json = answer.json.clone();
    if let Value::Object(members) = &mut json {
        for repeated in ["instance", "request_id"] {
            members.remove(repeated);
        }
    }
    (answer.status, json.to_string().replace(slug, "(it)"))
}

#[test]
fn who_hides_answers_like_who_never_pledged() {
    test(async |app| {
        let scene = Scene::set(app).await;
        let askers: [Person; 2] = [app.public(), scene.open.lead.clone()];
        for who in &askers {
            for project in scene.projects() {
                let mut answers = Vec::new();
                for slug in [&scene.anonymous.slug, &scene.name_only.slug, &scene.never.slug] {
                    let mut said = Vec::new();
                    let terms = "2026-11";
                    let place = json!({
                        "organization": slug, "amount": "20.00", "visibility": "public", "terms_version": terms,
                    });
                    let simulate = json!({ "organization": slug, "amount": "20.00" });
                    let path = format!("/projects/{project}");
                    let key = cofund_tests::new_key();
                    said.push(who.get(&format!("{path}?organization={slug}")).await);
                    said.push(who.get(&format!("/projects?organization={slug}")).await);
                    said.push(who.post(&format!("{path}/pledges"), place).key(&key).await);
                    said.push(who.post(&format!("{path}/simulate"), simulate).await);
                    said.push(who.get(&format!("/organizations/{slug}/pledges")).await);
                    said.push(who.get(&format!("/organizations/{slug}/members")).await);
                    answers.push(said.iter().map(|answer| about(answer, slug)).collect::<Vec<_>>());
                }
                assert_eq!(answers[0], answers[2], "anonymous in {project}");
                assert_eq!(answers[1], answers[2], "name only in {project}");
            }
        }
    });
}

#[test]
fn requiring_who_hides_is_never_met() {
    test(async |app| {
        let scene = Scene::set(app).await;
        let asker = app.backer("Asker").await;
        for project in ["in-state-coalition", "in-state-covered"] {
            let mut answers = Vec::new();
            for slug in [&scene.anonymous.slug, &scene.name_only.slug, &scene.never.slug] {
                let conditions = json!({ "requires_org": slug });
                let ask = json!({ "organization": asker.slug, "amount": "20.00", "conditions": conditions });
                let simulated = asker.lead.post(&format!("/projects/{project}/simulate"), ask).await;
                let more = json!({ "amount": "20.00", "conditions": conditions });
                let placed = asker.pledge(project, more).await;
                assert_eq!(placed.is(201)["active"], false);
                let codes: Vec<_> =
                    placed["explanation"].as_array().expect("words").iter().map(|it| it["code"].clone()).collect();
                asker.step(&placed.id(), "withdraw", json!({ "reason": "Only asked" })).await.is(200);
                answers.push((about(simulated.is(200), slug), codes));
            }
            assert_eq!(answers[0], answers[2]);
            assert_eq!(answers[1], answers[2]);
        }
    });
}

#[test]
fn their_pledges_are_not_there_for_others() {
    test(async |app| {
        let scene = Scene::set(app).await;
        let nothing = "01a1fe41-7ad0-7760-9f35-3f0c695729ef";
        let because = || json!({ "reason": "To see what is said" });
        for pledge in scene.pledges() {
            for who in [&scene.open.lead, &scene.never.lead] {
                let mut answers = Vec::new();
                for id in [pledge.as_str(), nothing] {
                    let path = format!("/pledges/{id}");
                    let mut said = vec![who.get(&path).await, who.get(&format!("{path}/history")).await];
                    said.push(who.patch(&path, "\"1\"", json!({ "amount": "1.00" })).await);
                    for step in ["withdraw", "release", "decline", "default"] {
                        let call = who.post(&format!("{path}/{step}"), because()).header("if-match", "\"1\"");
                        said.push(call.key(&cofund_tests::new_key()).await);
                    }
                    for ask in [json!({ "withdraw": id }), json!({ "edit": id, "amount": "5.00" })] {
                        said.push(who.post(&format!("/projects/{}/simulate", scene.projects()[0]), ask).await);
                    }
                    answers.push(said.iter().map(|answer| about(answer, id)).collect::<Vec<_>>());
                }
                assert_eq!(answers[0], answers[1]);
                assert!(answers[0].iter().all(|(status, _)| *status == 404), "{answers:?}");
            }
        }
    });
}
