//! Signing in by what somebody is elsewhere.

mod github;
mod link;
mod refuse;
mod sign_in;
mod visit;

use cofund_tests::{IdentityProvider, TestApp, test_with_providers};

/// A program that knows one provider, by the name of `campus`.
fn test(body: impl AsyncFn(&TestApp, &IdentityProvider)) {
    test_with_providers(|provider| provider.settings("CAMPUS"), body);
}
