//! Statements are counted on the cable: a page costs as many as one thing, however much there is.

use cofund_tests::{Backer, Cable, Person, TestApp, json, new_key, test_with_cable};
use futures_util::future::{join_all, join3};

/// Lists, and what is shown with lists in it, for staff, to whom nothing is given that was kept.
fn pages(project: &str, home: &str) -> Vec<String> {
    let [of_project, of_home] = [format!("/projects/{project}"), format!("/organizations/{home}")];
    let lists = [
        "/projects?limit=50",
        "/projects?funding=open&sort=closing_soon",
        "/projects?sort=most_funded",
        "/organizations",
        "/stats",
        "/me/follows",
        "/admin/work",
        "/admin/users",
        "/admin/audit?limit=100",
        "/admin/queues",
        "/admin/capacity",
    ];
    let own = ["", "/pledges", "/supports", "/updates", "/progress", "/ledger"];
    let home = ["", "/pledges", "/funding", "/members", "/invitations", "/budget"];
    let own = own.iter().map(|part| format!("{of_project}{part}"));
    let home = home.iter().map(|part| format!("{of_home}{part}"));
    lists.iter().map(|path| (*path).to_owned()).chain(own).chain(home).collect()
}

#[test]
fn a_page_costs_as_much_as_one_thing() {
    test_with_cable(async |app, cable| {
        let (staff, home) = (app.admin().await, app.backer("Alder").await);
        let project = app.open_project("The one", json!({ "goal": "9000.00" })).await;
        grow(app, &home, &project, 0..8).await;
        let mut before = Vec::new();
        for page in pages(&project, &home.slug) {
            before.push((statements(cable, &staff, &page).await, page));
        }
        grow(app, &home, &project, 8..16).await;
        for (few, page) in before {
            let many = statements(cable, &staff, &page).await;
            println!("{few:3} statements for {page}");
            assert_eq!(many, few, "{page} asks more the more there is");
            assert!((1..=14).contains(&few), "{page} takes {few} statements");
        }
    });
}

/// What is kept costs nothing. A list is kept for less than a second, so on a busy machine it may be over in between.
#[test]
fn what_is_ready_is_not_asked_for() {
    test_with_cable(async |app, cable| {
        let project = app.open_project("The one", json!({})).await;
        let public = app.public();
        for page in ["/projects".to_owned(), format!("/projects/{project}"), format!("/projects/{project}/pledges")] {
            let mut asked = Vec::new();
            while asked.last() != Some(&0) {
                public.get(&page).await.is(200);
                cable.rest().await;
                let before = cable.answered();
                public.get(&page).await.is(200);
                asked.push(cable.answered() - before);
                assert!(asked.len() < 20, "{page} asks the database each time: {asked:?}");
            }
        }
    });
}

/// With its sign-in, its key, its lock and its commit. Most of them share a round trip.
#[test]
fn a_pledge_takes_these_statements_and_no_more() {
    test_with_cable(async |app, cable| {
        let project = app.open_project("The one", json!({ "goal": "9000.00" })).await;
        let mut taken = Vec::new();
        for backer in app.backers(6).await {
            cable.rest().await;
            let before = cable.answered();
            backer.pledge(&project, json!({ "amount": "10.00" })).key(&new_key()).await.is(201);
            cable.rest().await;
            taken.push(cable.answered() - before);
        }
        // The first ones have theirs prepared.
        assert_eq!(taken.last(), Some(&13), "{taken:?}");
    });
}

/// All who wait for the same project are one transaction, without a savepoint that would be one within it.
#[test]
fn pledges_that_come_together_are_one_transaction() {
    test_with_cable(async |app, cable| {
        let project = app.open_project("The one", json!({ "goal": "9000.00" })).await;
        let backers = app.backers(8).await;
        let hold = format!("BEGIN; SELECT FROM projects WHERE slug = '{project}' FOR UPDATE");
        app.database.client().batch_execute(&hold).await.expect("a lock");
        let pledge = async |backer: &Backer| {
            backer.pledge(&project, json!({ "amount": "10.00" })).key(&new_key()).await.is(201);
        };
        // While the first waits for the lock, the others gather.
        let others = async {
            cable.rest().await;
            join_all(backers[1..].iter().map(pledge)).await;
        };
        let let_go = async {
            app.until_waiting(1).await;
            cable.rest().await;
            cable.rest().await;
            app.database.client().batch_execute("COMMIT").await.expect("no lock");
        };
        join3(pledge(&backers[0]), others, let_go).await;
        // What stands behind a savepoint has a number of its own.
        for table in ["pledges", "ledger_lines WHERE kind = 'pledge_placed'", "idempotency_keys"] {
            let together =
                format!("SELECT max(n) FROM (SELECT count(*) AS n FROM {table} GROUP BY xmin::text) AS each");
            assert!(app.count(&together).await >= 2, "each is a transaction by itself in {table}");
        }
        assert_eq!(app.project(&project).await["pledged"], "80.00");
    });
}

/// More of everything that pages show.
async fn grow(app: &TestApp, home: &Backer, project: &str, numbers: std::ops::Range<usize>) {
    let staff = app.staff().await;
    for number in numbers {
        let another = app.open_project(&format!("Another {number}"), json!({})).await;
        home.gives(&another, "10.00").await;
        staff.put(&format!("/projects/{another}/follow")).await.is(204);
        let backer = app.backer(&format!("Backer {number}")).await;
        backer.gives(project, "10.00").await;
        let path = format!("/projects/{project}");
        let support = json!({ "organization": backer.slug, "kind": "endorse" });
        backer.lead.post(&format!("{path}/supports"), support).await.is(201);
        let news = json!({ "kind": "news", "title": format!("News {number}"), "body": "It moves." });
        staff.post(&format!("{path}/updates"), news).await.is(201);
        let guest = json!({ "email": format!("guest-{number}@people.example"), "role": "viewer" });
        home.lead.post(&format!("/organizations/{}/invitations", home.slug), guest).await.is(201);
    }
}

/// How many it takes once they are prepared.
async fn statements(cable: &Cable, person: &Person, page: &str) -> usize {
    for _ in 0..2 {
        person.get(page).await.is(200);
    }
    cable.rest().await;
    let before = cable.answered();
    person.get(page).await.is(200);
    cable.rest().await;
    cable.answered() - before
}
