//! GitHub, which is no OpenID provider.

use cofund_tests::{json, test_with_providers};

use super::visit::{sign_in, who};

#[test]
fn its_number_is_who_somebody_is_and_only_a_verified_first_address_counts() {
    test_with_providers(
        |provider| provider.github_settings(),
        async |app, github| {
            let ana = app.person().await;
            let addresses = |verified| {
                json!([
                    { "email": "other@elsewhere.example", "primary": false, "verified": true },
                    { "email": ana.email(), "primary": true, "verified": verified },
                ])
            };
            github.has_account(json!({ "id": 7, "login": "ana", "name": "Ana" }), addresses(false));
            assert_eq!(sign_in(app, "github").await.problem(), Some("address_not_verified"));
            github.has_account(json!({ "id": 7, "login": "ana", "name": "Ana" }), addresses(true));
            assert_eq!(who(app, &sign_in(app, "github").await).await, ana.email());
            // The name is somebody else's by now; the number is not.
            github.has_account(json!({ "id": 8, "login": "ana", "name": null }), addresses(true));
            assert_eq!(sign_in(app, "github").await.problem(), Some("sign_in_as_before"));
            github.has_account(json!({ "id": 7, "login": "renamed", "name": null }), json!([]));
            assert_eq!(who(app, &sign_in(app, "github").await).await, ana.email());
        },
    );
}
