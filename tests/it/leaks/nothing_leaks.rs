//! The whole of what can be read, by everybody who is neither theirs nor staff.

use std::collections::BTreeSet;

use cofund_tests::test;

use super::crawler::{crawl, found};
use super::scene::Scene;

#[test]
fn nobody_else_reads_whose_a_hidden_pledge_is() {
    test(async |app| {
        let scene = Scene::set(app).await;
        app.mails().await;
        let colleague = app.member(&scene.open.slug, "viewer").await;
        for who in [&app.public(), &scene.never.lead, &scene.open.lead, &colleague] {
            let read = crawl(&scene, who).await;
            let leaks = found(&read, &scene.secrets);
            println!("{} answers read", read.len());
            assert!(leaks.is_empty(), "{} leaks:\n{}", leaks.len(), leaks.join("\n"));
        }
    });
}

/// The same search over what its own people and staff read: it finds each thing that is hidden.
#[test]
fn who_may_know_does_and_the_search_sees_it() {
    test(async |app| {
        let scene = Scene::set(app).await;
        let mut seen = BTreeSet::new();
        let admin = app.admin().await;
        for who in [&app.staff().await, &admin, &scene.anonymous.lead, &scene.name_only.lead] {
            let leaks = found(&crawl(&scene, who).await, &scene.secrets);
            assert!(!leaks.is_empty());
            seen.extend(leaks.into_iter().filter_map(|leak| leak.split(": ").nth(1).map(str::to_owned)));
        }
        for secret in &scene.secrets {
            let is_an_id = secret.what.starts_with("the id of") && secret.of.is_some();
            // Nobody is shown an organisation's id or ROR id beside a pledge.
            if !is_an_id && !secret.what.starts_with("the ROR id") {
                assert!(seen.contains(&secret.what), "the search does not see {}", secret.what);
            }
        }
    });
}

#[test]
fn mails_to_others_do_not_tell() {
    test(async |app| {
        app.mails().await;
        let scene = Scene::set(app).await;
        for mail in app.mails().await {
            let theirs = mail.to.contains("@hidden.example");
            let staff = app.staff().await.email() == mail.to;
            for secret in scene.secrets.iter().filter(|_| !theirs && !staff) {
                assert!(!mail.text.contains(&secret.text), "a mail to {} tells {}", mail.to, secret.what);
            }
        }
    });
}
