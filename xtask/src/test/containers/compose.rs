//! The compose files as an engine understands them: with their variables filled in, and one laid over the other.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Map, Value};

use crate::process;
use crate::state::State;

pub const FILE: &str = "docker-compose.yml";
pub const OVERRIDE: &str = "docker-compose.dev.yml";
/// Where the composed product says it is reached: TLS is ended in front of it.
pub const PUBLIC_URL: &str = "https://cofund.example";

pub struct Composed {
    /// As it is run for people.
    pub product: Value,
    /// With the override for those who work on it.
    pub development: Value,
    /// What may be set.
    pub variables: BTreeSet<String>,
    /// What must be set.
    pub required: BTreeSet<String>,
}

impl Composed {
    /// What a service is started with.
    pub fn environment(&self, service: &str) -> Result<BTreeMap<String, String>> {
        let environment = &self.product["services"][service]["environment"];
        let environment = environment.as_object().with_context(|| format!("{FILE} has no service {service}"))?;
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        Ok(environment.iter().map(|(name, value)| (name.clone(), text(value))).collect())
    }
}

pub fn read(state: &State, tools: &Path) -> Result<Composed> {
    let [file, over] = [FILE, OVERRIDE].map(|name| parse(&state.repository.join(name), tools));
    let (file, over) = (file?, over?);
    let mut set = Set::from([("COFUND_PUBLIC_URL".to_owned(), PUBLIC_URL.to_owned())]);
    let mut required = BTreeSet::new();
    let variables = Variables::default();
    // Each one that is missing is named when somebody tries without it.
    let product = loop {
        match variables.fill_in(&file, &set) {
            Ok(product) => break product,
            Err(Missing(name)) if required.insert(name.clone()) => set.insert(name, "0123456789abcdef".repeat(4)),
            Err(Missing(name)) => bail!("{FILE}: {name} cannot be read"),
        };
    };
    let over = variables.fill_in(&over, &set).map_err(|Missing(name)| anyhow!("{OVERRIDE} requires {name}"))?;
    let mut development = product.clone();
    lay_over(&mut development, &over, "");
    Ok(Composed { product, development, variables: variables.asked.take(), required })
}

fn parse(file: &Path, tools: &Path) -> Result<Value> {
    let mut command = Command::new("sh");
    command.args(["-c", "exec \"$0\" --json --merge --single --strict < \"$1\""]).arg(tools.join("yaml")).arg(file);
    let json = process::read(&mut command).with_context(|| format!("{} is no YAML", file.display()))?;
    Ok(serde_json::from_str(&json)?)
}

type Set = BTreeMap<String, String>;

/// A variable that must be set and is not.
struct Missing(String);

#[derive(Default)]
struct Variables {
    asked: RefCell<BTreeSet<String>>,
}

impl Variables {
    fn fill_in(&self, value: &Value, set: &Set) -> Result<Value, Missing> {
        Ok(match value {
            Value::String(text) => Value::String(self.text(text, set)?),
            Value::Array(items) => {
                Value::Array(items.iter().map(|item| self.fill_in(item, set)).collect::<Result<_, _>>()?)
            }
            Value::Object(members) => {
                let filled = members.iter().map(|(name, value)| Ok((name.clone(), self.fill_in(value, set)?)));
                Value::Object(filled.collect::<Result<Map<_, _>, _>>()?)
            }
            other => other.clone(),
        })
    }

    /// `${NAME}`, `${NAME:-what else}` and `${NAME:?what is wrong}`; `$$` is a dollar.
    fn text(&self, text: &str, set: &Set) -> Result<String, Missing> {
        let Some((before, rest)) = text.split_once('$') else { return Ok(text.to_owned()) };
        if let Some(rest) = rest.strip_prefix('$') {
            return Ok(format!("{before}${}", self.text(rest, set)?));
        }
        let (inside, after) = braced(rest).ok_or_else(|| Missing(format!("the name in ${rest}")))?;
        let (name, otherwise) = inside.split_once(':').unwrap_or((inside, "-"));
        self.asked.borrow_mut().insert(name.to_owned());
        // Even where it does not count: it may ask for others.
        let default = otherwise.strip_prefix('-').map(|default| self.text(default, set)).transpose()?;
        let value = set.get(name).filter(|value| !value.is_empty()).cloned();
        let value = value.or(default).ok_or_else(|| Missing(name.to_owned()))?;
        Ok(format!("{before}{value}{}", self.text(after, set)?))
    }
}

/// What stands in the braces a text begins with, and what follows them.
fn braced(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0;
    for (at, letter) in text.char_indices() {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        if depth == 0 {
            return Some((text.strip_prefix('{')?.get(..at - 1)?, &text[at + 1..]));
        }
    }
    None
}

/// Members are joined, lists are added to, and whatever says what to run is replaced.
fn lay_over(below: &mut Value, above: &Value, name: &str) {
    match (below, above) {
        (Value::Object(below), Value::Object(above)) => {
            for (name, value) in above {
                lay_over(below.entry(name.clone()).or_insert(Value::Null), value, name);
            }
        }
        (Value::Array(below), Value::Array(above)) if !["command", "entrypoint", "test"].contains(&name) => {
            let new: Vec<Value> = above.iter().filter(|item| !below.contains(item)).cloned().collect();
            below.extend(new);
        }
        (below, above) => *below = above.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn filled(text: &str) -> Option<String> {
        let set = [("A", "a"), ("EMPTY", "")].map(|(name, value)| (name.to_owned(), value.to_owned()));
        Variables::default().text(text, &Set::from(set)).ok()
    }

    #[test]
    fn fills_in_what_is_set_and_what_is_said_otherwise() {
        assert_eq!(filled("$$x ${A}${B:-b} ${A:-c}").as_deref(), Some("$x ab a"));
        assert_eq!(filled("${B:-http://${C:-${A}:1}}/").as_deref(), Some("http://a:1/"));
        assert_eq!(filled("${B}|${EMPTY:-e}").as_deref(), Some("|e"));
        for refused in ["${B:?say}", "${EMPTY:?say}", "${A", "$A"] {
            assert_eq!(filled(refused), None, "{refused}");
        }
    }

    #[test]
    fn lays_one_file_over_the_other() {
        let mut below = json!({ "a": { "ports": [1], "command": ["x"], "kept": 1 } });
        lay_over(&mut below, &json!({ "a": { "ports": [1, 2], "command": ["y"] }, "b": {} }), "");
        assert_eq!(below, json!({ "a": { "ports": [1, 2], "command": ["y"], "kept": 1 }, "b": {} }));
    }
}
