//! What is routed is documented, and the other way round, under one name.

use std::collections::{BTreeMap, BTreeSet};

const ROUTER: &str = include_str!("../../../api/src/router.rs");
const CONTRACT: &str = include_str!("../../../api/src/openapi.rs");

#[test]
fn every_address_is_documented_with_its_methods() {
    let mut routed = BTreeMap::new();
    for endpoint in cofund::router::endpoints() {
        let methods: BTreeSet<_> =
            endpoint.methods.iter().map(ToString::to_string).filter(|method| method != "HEAD").collect();
        assert!(routed.insert(endpoint.path.to_owned(), methods).is_none(), "{} is routed twice", endpoint.path);
    }
    let mut documented: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (_, method, path) in cofund::openapi::operations() {
        documented.entry(path).or_default().insert(method);
    }
    assert_eq!(routed, documented, "router.rs (left) and the paths in openapi.rs (right) must be the same");
}

#[test]
fn an_operation_is_called_like_its_handler() {
    let handlers = handlers();
    let mut ids = BTreeSet::new();
    for (id, method, path) in cofund::openapi::operations() {
        let handler =
            handlers.get(&(method.clone(), path.clone())).unwrap_or_else(|| panic!("{method} {path} in router.rs"));
        assert_eq!(handler.rsplit("::").next(), Some(id.as_str()), "{method} {path}");
        assert!(CONTRACT.contains(&format!("        {handler},\n")), "{handler} is not among the paths in openapi.rs");
        assert!(ids.insert(id.clone()), "two operations are called {id}");
    }
    assert_eq!(ids.len(), handlers.len());
}

/// What router.rs says in its table of the API: method and path, and who answers.
fn handlers() -> BTreeMap<(String, String), String> {
    let table = ROUTER.split("pub fn endpoints()").nth(1).and_then(|rest| rest.split("pub fn outside()").next());
    let dense: String = table.expect("the table of endpoints").split_whitespace().collect();
    let mut found = BTreeMap::new();
    for entry in dense.split("at(\"").skip(1) {
        let (path, rest) = entry.split_once("\")").expect("a path");
        for method in ["get", "post", "patch", "put", "delete"] {
            if let Some(handler) = rest.split(&format!(".{method}(")).nth(1).and_then(|rest| rest.split(')').next()) {
                found.insert((method.to_uppercase(), path.to_owned()), handler.to_owned());
            }
        }
    }
    found
}
