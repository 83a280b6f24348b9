//! A browser on its way to a provider and back.

use cofund_tests::{Answer, Person, TestApp, json};
use url::form_urlencoded;

/// Where a browser was sent at last, by its path and what its fragment says; and the cookies it was given there.
pub struct Ending {
    pub path: String,
    pub said: Vec<(String, String)>,
    pub refresh_cookie: Option<String>,
}

impl Ending {
    pub fn of(answer: &Answer) -> Self {
        let location = location(answer);
        let (address, fragment) = location.split_once('#').unwrap_or((&location, ""));
        let path = address.splitn(4, '/').nth(3).unwrap_or_default();
        let cookie = answer.cookies().into_iter().find(|cookie| cookie.starts_with("cofund_refresh="));
        Self {
            path: format!("/{path}"),
            said: form_urlencoded::parse(fragment.as_bytes()).into_owned().collect(),
            refresh_cookie: cookie.filter(|cookie| !cookie.starts_with("cofund_refresh=;")),
        }
    }

    pub fn problem(&self) -> Option<&str> {
        self.said.iter().find(|(name, _)| name == "problem").map(|(_, code)| code.as_str())
    }
}

pub fn location(answer: &Answer) -> String {
    answer.header("location").unwrap_or_else(|| panic!("{answer:?} leads nowhere")).to_owned()
}

/// What the browser keeps of a sign-in under way.
pub fn kept(answer: &Answer) -> String {
    let cookies = answer.cookies();
    let kept = cookies.iter().find(|cookie| cookie.starts_with("cofund_sign_in=")).expect("a cookie");
    kept.split(';').next().expect("its value").to_owned()
}

/// A visit at the provider: where it sends the browser back to, below `/api/v1`.
pub async fn visit(provider: &str) -> String {
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
    let answer = client.get(provider).send().await.expect("the provider answers");
    let back = answer.headers().get("location").and_then(|value| value.to_str().ok());
    let back = back.unwrap_or_else(|| panic!("the provider answered {}", answer.status()));
    back.split_once("/api/v1").expect("an address of ours").1.to_owned()
}

/// All the way, as somebody who is not signed in.
pub async fn sign_in(app: &TestApp, name: &str) -> Ending {
    let begun = app.public().get(&format!("/auth/oidc/{name}/start")).await;
    begun.is(303);
    come_back(app, &visit(&location(&begun)).await, &kept(&begun)).await
}

pub async fn come_back(app: &TestApp, path: &str, cookie: &str) -> Ending {
    let answer = app.public().get(path).header("cookie", cookie).await;
    answer.is(303);
    Ending::of(&answer)
}

/// All the way, as somebody who adds it to what they have.
pub async fn link(app: &TestApp, person: &Person, name: &str) -> Ending {
    let begun = person.post("/me/identities", json!({ "provider": name })).await;
    begun.is(200);
    let address = begun["authorization_url"].as_str().expect("an address").to_owned();
    come_back(app, &visit(&address).await, &kept(&begun)).await
}

/// Who has come in, by the cookie they were given.
pub async fn who(app: &TestApp, ending: &Ending) -> String {
    let cookie = ending.refresh_cookie.as_deref().expect("signed in");
    let cookie = cookie.split(';').next().expect("its value");
    let renewed = app.public().refresh_with(cookie).await;
    renewed.is(200)["user"]["email"].as_str().expect("an address").to_owned()
}
