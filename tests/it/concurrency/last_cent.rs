//! Who comes last is refused; nobody gets a cent that is not there.

use cofund_tests::{json, test};

use super::{CLIENTS, crowd, let_in, watched};

#[test]
fn one_of_many_gets_the_last_cent() {
    test(async |app| {
        let project = app.open_project("The last cent", json!({})).await;
        app.backer("Alder").await.gives(&project, "999.99").await;
        let calls = crowd(app, CLIENTS).await;
        let calls = calls.iter().map(|backer| backer.pledge(&project, json!({ "take_remaining": true })));
        let answers = watched(app, &project, calls.collect()).await;
        assert_eq!(let_in(&answers, &["project_not_open"]), 1);
        let won = answers.iter().find(|answer| answer.status == 201).expect("a winner");
        assert_eq!(won["amount"], "0.01");
        assert_eq!(app.project(&project).await["funding"], "funded");
    });
}

#[test]
fn as_many_as_fit_and_no_more() {
    test(async |app| {
        // 7 times 150.00 passes 1000.00; 6 of them leave 100.00, which is less than anybody brings.
        let project = app.open_project("A few fit", json!({ "minimum_pledge": "150.00" })).await;
        let backers = crowd(app, CLIENTS).await;
        let calls = backers.iter().map(|backer| backer.pledge(&project, json!({ "amount": "150.00" }))).collect();
        let answers = watched(app, &project, calls).await;
        assert_eq!(let_in(&answers, &["pledge_over_goal"]), 6);
        for refused in answers.iter().filter(|answer| answer.status != 201) {
            assert_eq!(refused["remaining"], "100.00");
        }
    });
}

#[test]
fn thirds_add_up_whoever_comes_last() {
    test(async |app| {
        let project = app.open_project("Thirds", json!({ "goal": "100.00" })).await;
        let backers = crowd(app, CLIENTS).await;
        let calls = backers.iter().map(|backer| backer.pledge(&project, json!({ "fraction": "1/3" }))).collect();
        let answers = watched(app, &project, calls).await;
        assert_eq!(let_in(&answers, &["project_not_open"]), 3);
        let mut booked: Vec<_> =
            answers.iter().filter(|answer| answer.status == 201).map(|answer| answer["amount"].clone()).collect();
        booked.sort_by_key(ToString::to_string);
        assert_eq!(booked, ["33.33", "33.33", "33.34"]);
    });
}
