//! A provider of identities on loopback, OpenID and GitHub in one: it vouches for whomever a test says, well or badly.

use std::collections::HashMap;
use std::net::TcpListener;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use actix_web::http::header;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde_json::{Value, json};

/// What the program is to it.
const CLIENT: &str = "cofund-of-tests";
/// Whom it vouches for if nobody says.
const SUBJECT: &str = "subject";

pub struct IdentityProvider {
    pub url: String,
    shared: Arc<Shared>,
}

struct Shared {
    url: String,
    state: Mutex<State>,
}

struct State {
    keys: Keys,
    /// Over what an ID token says otherwise.
    claims: Value,
    /// What it says only if it is asked; else whose token it is.
    info: Value,
    /// What GitHub's API says.
    account: Value,
    addresses: Value,
    /// By code: the nonce and the challenge it was asked with. A code serves once.
    codes: HashMap<String, (String, String)>,
    down: bool,
    numbers: u32,
}

struct Keys {
    id: String,
    signing: EncodingKey,
    public: String,
}

impl Keys {
    fn new(id: &str) -> Self {
        let document = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).expect("a key");
        let pair = Ed25519KeyPair::from_pkcs8(document.as_ref()).expect("it is one");
        Self {
            id: id.to_owned(),
            signing: EncodingKey::from_ed_der(document.as_ref()),
            public: URL_SAFE_NO_PAD.encode(pair.public_key().as_ref()),
        }
    }
}

impl IdentityProvider {
    /// Lives as long as the test's system.
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("it has an address"));
        let state = State {
            keys: Keys::new("first"),
            claims: json!({}),
            info: Value::Null,
            account: json!({}),
            addresses: json!([]),
            codes: HashMap::new(),
            down: false,
            numbers: 0,
        };
        let shared = Arc::new(Shared { url: url.clone(), state: Mutex::new(state) });
        let data = web::Data::from(Arc::clone(&shared));
        let server = HttpServer::new(move || {
            App::new()
                .app_data(data.clone())
                .route("/.well-known/openid-configuration", web::get().to(discovery))
                .route("/jwks", web::get().to(jwks))
                .route("/authorize", web::get().to(authorize))
                .route("/token", web::post().to(token))
                .route("/userinfo", web::get().to(userinfo))
                .route("/login/oauth/authorize", web::get().to(authorize))
                .route("/login/oauth/access_token", web::post().to(token))
                .route("/user", web::get().to(async |shared: Provider| answer(shared.state().account.clone())))
                .route("/user/emails", web::get().to(async |shared: Provider| answer(shared.state().addresses.clone())))
        });
        let server = server.workers(1).disable_signals().listen(listener).expect("it listens");
        actix_web::rt::spawn(server.run());
        Self { url, shared }
    }

    /// What the program's environment says of it; `name` is upper case.
    pub fn settings(&self, name: &str) -> Vec<(String, String)> {
        let of = |part: &str, value: &str| (format!("COFUND_OIDC_{name}_{part}"), value.to_owned());
        vec![of("ISSUER", &self.url), of("CLIENT_ID", CLIENT), of("CLIENT_SECRET", "hush")]
    }

    pub fn github_settings(&self) -> Vec<(String, String)> {
        let of = |part: &str, value: &str| (format!("COFUND_GITHUB_{part}"), value.to_owned());
        vec![of("CLIENT_ID", CLIENT), of("CLIENT_SECRET", "hush"), of("URL", &self.url), of("API_URL", &self.url)]
    }

    /// Whom it vouches for from now on, in an ID token's words; they replace what it would say itself.
    pub fn vouches_for(&self, claims: Value) {
        self.shared.state().claims = claims;
    }

    /// What it says beside the ID token, from now on.
    pub fn adds(&self, info: Value) {
        self.shared.state().info = info;
    }

    pub fn has_account(&self, account: Value, addresses: Value) {
        let mut state = self.shared.state();
        (state.account, state.addresses) = (account, addresses);
    }

    /// New keys, published as they should be.
    pub fn turns_keys(&self) {
        self.shared.state().keys = Keys::new("second");
    }

    /// Somebody else's key by the name of the published one.
    pub fn signs_with_another_key(&self) {
        self.shared.state().keys.signing = Keys::new("other").signing;
    }

    pub fn is_down(&self, down: bool) {
        self.shared.state().down = down;
    }
}

type Provider = web::Data<Shared>;

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn answer(body: Value) -> HttpResponse {
    HttpResponse::Ok().json(body)
}

async fn userinfo(shared: Provider) -> HttpResponse {
    let (info, sub) = {
        let state = shared.state();
        (state.info.clone(), state.claims.get("sub").cloned())
    };
    answer(if info.is_null() { json!({ "sub": sub.unwrap_or_else(|| json!(SUBJECT)) }) } else { info })
}

async fn discovery(shared: Provider) -> HttpResponse {
    if shared.state().down {
        return HttpResponse::ServiceUnavailable().finish();
    }
    let at = |path: &str| format!("{}/{path}", shared.url);
    answer(json!({
        "issuer": shared.url,
        "authorization_endpoint": at("authorize"),
        "token_endpoint": at("token"),
        "jwks_uri": at("jwks"),
        "userinfo_endpoint": at("userinfo"),
    }))
}

async fn jwks(shared: Provider) -> HttpResponse {
    let (id, x) = {
        let state = shared.state();
        (state.keys.id.clone(), state.keys.public.clone())
    };
    answer(json!({ "keys": [{ "kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": id, "x": x }] }))
}

/// Nobody is asked: whoever comes is whom it vouches for.
async fn authorize(shared: Provider, query: web::Query<HashMap<String, String>>) -> HttpResponse {
    let of = |name: &str| query.get(name).cloned().unwrap_or_default();
    let asked_well =
        of("client_id") == CLIENT && of("response_type") == "code" && of("code_challenge_method") == "S256";
    if !asked_well {
        return HttpResponse::BadRequest().body("asked badly");
    }
    let mut state = shared.state();
    state.numbers += 1;
    let code = format!("code-{}", state.numbers);
    state.codes.insert(code.clone(), (of("nonce"), of("code_challenge")));
    let back = format!("{}?code={code}&state={}", of("redirect_uri"), of("state"));
    HttpResponse::Found().insert_header((header::LOCATION, back)).finish()
}

async fn token(shared: Provider, request: HttpRequest, form: web::Form<HashMap<String, String>>) -> HttpResponse {
    let mut state = shared.state();
    if state.down {
        return HttpResponse::ServiceUnavailable().finish();
    }
    let who = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let known = base64::engine::general_purpose::STANDARD.encode(format!("{CLIENT}:hush"));
    let of = |name: &str| form.get(name).cloned().unwrap_or_default();
    let challenge = URL_SAFE_NO_PAD.encode(digest(&SHA256, of("code_verifier").as_bytes()).as_ref());
    let asked = state.codes.remove(&of("code"));
    let Some((nonce, _)) = asked.filter(|(_, asked)| *asked == challenge && who == Some(&format!("Basic {known}")))
    else {
        return HttpResponse::BadRequest().json(json!({ "error": "invalid_grant" }));
    };
    let mut claims =
        json!({ "iss": shared.url, "aud": CLIENT, "sub": SUBJECT, "nonce": nonce, "exp": 4_000_000_000_i64 });
    for (name, value) in state.claims.as_object().expect("claims are an object") {
        claims[name] = value.clone();
    }
    let head = Header { kid: Some(state.keys.id.clone()), ..Header::new(Algorithm::EdDSA) };
    let id_token = encode(&head, &claims, &state.keys.signing).expect("a token");
    HttpResponse::Ok().json(json!({ "access_token": "access", "token_type": "bearer", "id_token": id_token }))
}
