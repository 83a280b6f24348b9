//! Staff move the date, later: while a project is open, and for fourteen days after it was missed.

use chrono::{Days, TimeDelta};
use cofund_tests::{json, test};

#[test]
fn the_date_moves_later_and_pledges_stand() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let alder = app.backer("Alder").await;
        let pledge = alder.gives(&project, "100.00").await;
        let pledge_by = app.project(&project).await["pledge_by"].clone();
        let extend =
            async |day: &str| app.run(&project, "extend", json!({ "pledge_by": day, "reason": "Holidays" })).await;
        for not_later in [pledge_by.as_str().expect("a day"), "2020-01-01"] {
            assert_eq!(extend(not_later).await.refused(409, "date_not_later")["pledge_by"], pledge_by);
        }
        extend("2099-02-28").await.is(200).says(json!({
            "pledge_by": "2099-02-28", "closes_at": "2099-03-01T00:00:00Z", "funding": "open", "pledged": "100.00",
        }));
        alder.lead.get(&format!("/pledges/{pledge}")).await.says(json!({ "status": "pledged", "version": 1 }));
    });
}

#[test]
fn a_missed_project_is_open_again() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let [alder, birch] = [app.lasting_backer("Alder").await, app.lasting_backer("Birch").await];
        alder.gives(&project, "100.00").await;
        let staff = app.lasting_staff().await;
        app.advance(TimeDelta::days(31));
        app.project(&project).await.says(json!({ "funding": "missed", "pledged": "100.00" }));
        let over = (app.clock.now().date_naive() - Days::new(1)).to_string();
        let late = staff.run(&project, "extend", json!({ "pledge_by": over, "reason": "More time" })).await;
        assert!(matches!(late.status, 409 | 422), "{}", late.text());
        let day = (app.clock.now().date_naive() + Days::new(5)).to_string();
        let extended = staff.run(&project, "extend", json!({ "pledge_by": day, "reason": "More time" })).await;
        extended.is(200).says(json!({ "funding": "open", "pledge_by": day, "pledged": "100.00" }));
        birch.gives(&project, "900.00").await;
        app.project(&project).await.says(json!({ "funding": "funded" }));
    });
}

#[test]
fn after_fourteen_days_it_is_closed_for_good() {
    test(async |app| {
        let project = app.open_project("Sync", json!({})).await;
        let staff = app.lasting_staff().await;
        app.advance(TimeDelta::days(31 + 14));
        app.project(&project).await.says(json!({ "funding": "closed" }));
        let late = staff.run(&project, "extend", json!({ "pledge_by": "2099-01-01", "reason": "More time" })).await;
        late.refused(409, "not_in_this_state");
    });
}

#[test]
fn what_takes_no_pledges_has_no_date_to_move() {
    test(async |app| {
        let body = json!({ "pledge_by": "2099-01-01", "reason": "More time" });
        let draft = app.draft("Draft", json!({})).await;
        let candidate = app.draft("Candidate", json!({})).await;
        app.publish(&candidate, "candidate").await.is(200);
        let (funded, ..) = app.funded_project("Funded").await;
        for project in [draft, candidate, funded] {
            app.run(&project, "extend", body.clone()).await.refused(409, "not_in_this_state");
        }
        let open = app.open_project("Open", json!({})).await;
        let silent = app.run(&open, "extend", json!({ "pledge_by": "2099-01-01", "reason": " " })).await;
        silent.refused_field("/reason", "required");
    });
}
